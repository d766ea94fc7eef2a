"""Offices and bodies without a personal name: the same again, or the office of a named person."""

from __future__ import annotations

from gofteh.lexicon.names import countries_and_places
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
    """A body, group or writing by which somebody spoke before: ``سازمان آب``."""
    mention = question.mention
    if mention.name or mention.kind in PERSONAL or mention.demonstrative:
        return Passed.NOT_MINE
    return _described_before(question, "same-body")


def same_office(question: Question) -> Answer:
    """An office whose bearer spoke before."""
    if not _is_office(question.mention):
        return Passed.NOT_MINE
    return _described_before(question, "same-role")


def _described_before(question: Question, rule: str) -> Answer:
    """Find who was described before as a mention does."""
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
    """An office that stands beside one person's name somewhere in the text, speaker or not."""
    mention, discourse = question.mention, question.discourse
    if not _is_office(mention) or not mention.role or mention.is_relational:
        return Passed.NOT_MINE
    layout = discourse.layout
    office = description_of(layout, mention)
    people = [m for m in discourse.introduced if m.role and _is_beside(layout, m, office)]
    if len({plain_name(layout, m.name) for m in people}) != 1:
        return Passed.AMBIGUOUS if people else Passed.NOBODY_FITS
    return introduced(question, people[0], "role-of-text")


def _is_beside(layout: Layout, mention: Mention, office: Description) -> bool:
    """Whether the office beside a name is this one: not a former one, nor another country's."""
    beside = description_of(layout, mention)
    only_one_has = office.words ^ beside.words
    differs = only_one_has & FORMER or only_one_has & countries_and_places()
    return same_description(office, beside) and not differs


def office_of_headline(question: Question) -> Answer:
    """An office in the first statement below a headline that names its speaker is that one's."""
    mention, spoken = question.mention, question.discourse.spoken
    if mention.name or mention.kind not in PERSONAL or not mention.role or not spoken:
        return Passed.NOT_MINE
    last = spoken[-1].entity
    if not last.named:
        question.reject(last, Against.NO_NAME)
    elif all(s.draft.rule.headline for s in spoken):
        return Found(last, "role-of-headline-name", question.evidence(last))
    return Passed.NOBODY_FITS


def office_of_only_person(question: Question) -> Answer:
    """An office not met before is the only named person's, where the article names no other.

    Not where that person has told of the office's holder, or where others than persons speak too
    and a known office of the person has no word in common with it.
    """
    discourse, mention = question.discourse, question.mention
    if why := _why_not_of_known_person(question):
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
    """Whether a mention tells an office and no name, as of one certain person."""
    return not mention.name and mention.kind is SpeakerKind.PERSON and not mention.indefinite


def _why_not_of_known_person(question: Question) -> Passed | None:
    """Why a mention cannot tell the office of a person named before; None where it can."""
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
    """Whether a person is known by an office that excludes the one in a mention.

    That is the same post of another body (a spokesman of X is none of Y), or one of two roles that
    nobody has at once: an accused is no prosecutor. A former office excludes nothing.
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
    """Whether nobody holds both of two roles at once: ``متهم`` and ``دادستان``."""
    pairs = ((one in a and other in b) or (one in b and other in a) for a, b in EXCLUSIVE)
    return any(pairs)
