"""Offices and bodies without a name: the same one again, or an office of somebody named."""

from __future__ import annotations

from gofteh.lexicon.names import lands
from gofteh.lexicon.people import EXCLUSIVE, FORMER, KINSHIP, MANY_SEATS
from gofteh.records import SpeakerKind
from gofteh.speakers.answers import Against, Answer, Found, Passed, Question
from gofteh.speakers.descriptions import Description, description_of, same_description
from gofteh.speakers.discourse import Discourse
from gofteh.speakers.entities import Entity
from gofteh.speakers.mentions import Mention
from gofteh.speakers.names import plain_name
from gofteh.speakers.sieves.latest import PERSONAL
from gofteh.speakers.sieves.namings import introduced
from gofteh.speakers.turns import addressed, takes_turn
from gofteh.text.layout import Layout


def same_body(question: Question) -> Answer:
    """A body, group or writing that spoke before."""
    mention = question.mention
    if mention.name or mention.kind in PERSONAL or mention.demonstrative:
        return Passed.NOT_MINE
    return _bearer(question, "same-body")


def same_office(question: Question) -> Answer:
    """An office whose bearer spoke before."""
    return _bearer(question, "same-role") if _is_office(question.mention) else Passed.NOT_MINE


def _bearer(question: Question, rule: str) -> Answer:
    """Who bears the description in a mention."""
    layout, mention = question.discourse.layout, question.mention
    entity = question.discourse.described_as(mention)
    if question.traced:
        for other in question.discourse.met_after(entity):
            question.reject(other, Against.OFFICE if other.kind is mention.kind else Against.KIND)
    if entity is None:
        return Passed.NOBODY_FITS
    told = description_of(layout, mention)
    evidence = question.evidence(
        entity, lambda m: same_description(told, description_of(layout, m))
    )
    return Found(entity, rule, evidence)


def office_in_text(question: Question) -> Answer:
    """An office that the text gives to somebody beside his name, whether or not he has spoken."""
    mention, discourse = question.mention, question.discourse
    if not _is_office(mention) or not mention.role or mention.is_relational:
        return Passed.NOT_MINE
    layout = discourse.layout
    told = description_of(layout, mention)
    people = [m for m in discourse.introduced if m.role and _bears(layout, m, told)]
    if len({plain_name(layout, m.name) for m in people}) != 1:
        return Passed.AMBIGUOUS if people else Passed.NOBODY_FITS
    return introduced(question, people[0], "role-of-text")


def _bears(layout: Layout, mention: Mention, told: Description) -> bool:
    """Whether the office beside a name is the one told: held today, and of no other country."""
    known = description_of(layout, mention)
    apart = told.words ^ known.words
    return same_description(told, known) and not apart & FORMER and not apart & lands()


def office_of_headline(question: Question) -> Answer:
    """An office right behind a headline that names its sayer is that sayer's."""
    mention, spoken = question.mention, question.discourse.spoken
    if mention.name or mention.kind not in PERSONAL or not mention.role or not spoken:
        return Passed.NOT_MINE
    last = spoken[-1].entity
    if not last.named:
        question.reject(last, Against.NO_NAME)
    elif all(s.draft.rule.heads for s in spoken):
        return Found(last, "role-of-headline-name", question.evidence(last))
    return Passed.NOBODY_FITS


def office_of_only_person(question: Question) -> Answer:
    """An office not met before, in an article with one speaker so far, is that speaker's."""
    discourse, mention = question.discourse, question.mention
    if why := _claimed(question):
        return why
    if discourse.persons_in_all > 1:
        return Passed.SEVERAL_PERSONS
    persons = [e for e in discourse.persons() if e.named]
    if len(persons) != 1:
        return Passed.SEVERAL_PERSONS if persons else Passed.NOBODY_FITS
    person = persons[0]
    if _other_office(discourse, person, mention) or addressed(discourse, person, mention):
        question.reject(person, Against.OFFICE)
        return Passed.NOBODY_FITS
    known: frozenset[str] = frozenset().union(*(d.words for d in person.descriptions))
    shared = description_of(discourse.layout, mention).words & known
    if not discourse.others_in_all or not person.descriptions or shared:
        return Found(person, "role-of-only-speaker", question.evidence(person))
    question.reject(person, Against.HAS_OFFICE)
    return Passed.NOT_SURE


def _is_office(mention: Mention) -> bool:
    """Whether a mention tells a person's office alone."""
    return not mention.name and mention.kind is SpeakerKind.PERSON and not mention.indefinite


def _claimed(question: Question) -> Passed | None:
    """Why a mention tells no office that may be that of a person named before; None if it does."""
    mention = question.mention
    if not _is_office(mention) or not mention.role:
        return Passed.NOT_MINE
    if mention.head in KINSHIP or mention.is_relational:
        return Passed.SOMEBODY_ELSE
    if question.draft.embedded:
        return Passed.EMBEDDED
    other = takes_turn(question.discourse, question.draft, mention)
    return Passed.SOMEBODY_ELSE if other else None


def _other_office(discourse: Discourse, entity: Entity, mention: Mention) -> bool:
    """Whether a person is known by an office that excludes another.

    That is the same post elsewhere (another's spokesman), or a part in the matter beside an
    appointment: an accused is no prosecutor. What somebody was before excludes nothing.
    """
    layout, told = discourse.layout, description_of(discourse.layout, mention)
    known = [(layout.tokens.words[m.role[0]], m) for m in entity.mentions if m.role]
    former = FORMER & {*mention.words, *(w for _, m in known for w in m.words)}
    if not former and any(_exclude(mention.head, head) for head, _ in known):
        return True
    if mention.head in MANY_SEATS:
        return False
    same = (m for head, m in known if head == mention.head)
    return any(not same_description(told, description_of(layout, m)) for m in same)


def _exclude(one: str, other: str) -> bool:
    """Whether nobody is what both of two heads name: ``متهم`` and ``دادستان``."""
    pairs = ((one in a and other in b) or (one in b and other in a) for a, b in EXCLUSIVE)
    return any(pairs)
