"""Names: the same again, a surname, a misspelling; and the name behind an office that spoke."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from gofteh.lexicon.heads import ORGANISATION_HEADS
from gofteh.lexicon.names import given_names, women
from gofteh.lexicon.particles import I_MYSELF, ME
from gofteh.lexicon.people import ANONYMOUS_HEADS, HONORIFICS, MEN_TITLES, WOMEN_TITLES
from gofteh.lexicon.signs import COMMAS
from gofteh.lexicon.word_classes import WordClass, word_classes
from gofteh.records import SpeakerKind
from gofteh.speakers.answers import Against, Answer, Found, Passed, Question
from gofteh.speakers.descriptions import description_of, same_description
from gofteh.speakers.discourse import Discourse, Spoken
from gofteh.speakers.entities import Entity
from gofteh.speakers.mentions import Mention
from gofteh.speakers.names import NameMatch, plain_name, same_name
from gofteh.speakers.sieves.latest import PERSONAL
from gofteh.speakers.turns import says_anew, stands_with_also
from gofteh.statements.drafts import Draft
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

# A name may come at most so many paragraphs behind the office whose holder it names, where the
# article names one person alone; and where it names others, of whom it may be one.
_NEAR, _NEAR_AMONG = 4, 1
# The letters of the classes of names.
_NAME_LETTERS = f"{WordClass.GIVEN_NAME}{WordClass.SURNAME}"
# The first tokens of an article, in which its lead stands.
_LEAD = 60
# So many of the last statements are looked at, and lines between two of them.
_MAX_HEARD, _MAX_LINES = 40, 20


def known_name(question: Question) -> Answer:
    """A name that somebody bears who spoke before, whole or in part; the very same name first.

    ``خانم راد`` is not the last speaker ``علی راد``: a title is asked for the sex it tells.
    """
    name = plain_name(question.discourse.layout, question.mention.name)
    if not name:
        return Passed.NOT_MINE
    best: Found | None = None
    titled = _is_woman(question.mention) is not None and len(name) == 1
    for entity in reversed(question.discourse.named()):
        if titled and _other_sex([question.mention], entity.mentions):
            question.reject(entity, Against.SEX)
            continue
        rule, known = _match(name, entity)
        if rule is NameMatch.SAME:
            return _bearing(question, entity, rule, known)
        if rule and best is None:
            best = _bearing(question, entity, rule, known)
        elif not rule:
            question.reject(entity, Against.NAME)
    return best or Passed.NOBODY_FITS


def _other_sex(one: Iterable[Mention], other: Iterable[Mention]) -> bool:
    """Whether all mentions of one that tell a sex tell one, and all of the other the other."""
    sexes = {*map(_is_woman, one)}, {*map(_is_woman, other)}
    return any({True} == a - {None} and {False} == b - {None} for a, b in (sexes, sexes[::-1]))


def _is_woman(mention: Mention) -> bool | None:
    """Whether a title or the given name of a full name is a woman's; None where neither tells."""
    if title := next((w for w in mention.words[:1] if w in WOMEN_TITLES | MEN_TITLES), None):
        return title in WOMEN_TITLES
    if len(mention.name) < 2 or (given := mention.name_words[0]) not in given_names():
        return None
    return given in women()


def _match(name: tuple[str, ...], entity: Entity) -> tuple[NameMatch | None, tuple[str, ...]]:
    """By which rule a name matches one of an entity's names, and which; the very same first."""
    best: tuple[NameMatch | None, tuple[str, ...]] = (None, ())
    for known in entity.names:
        rule = same_name(name, known)
        if rule is NameMatch.SAME:
            return rule, known
        if rule and best[0] is None:
            best = rule, known
    return best


def _bearing(question: Question, entity: Entity, rule: NameMatch, name: tuple[str, ...]) -> Found:
    layout = question.discourse.layout
    return Found(
        entity, rule, question.evidence(entity, lambda m: plain_name(layout, m.name) == name)
    )


def surname_that_is_a_trade(question: Question) -> Answer:
    """A surname that is also a trade or an office: ``علیرضا دبیر`` … ``دبیر گفت``."""
    mention = question.mention
    if mention.name or len(mention.words) != 1:
        return Passed.NOT_MINE
    for entity in reversed(question.discourse.persons()):
        ends = (name for name in entity.names if len(name) > 1 and name[-1] == mention.words[0])
        if name := next(ends, None):
            return _bearing(question, entity, NameMatch.SURNAME, name)
        question.reject(entity, Against.NAME)
    return Passed.NOBODY_FITS


def name_in_text(question: Question) -> Answer:
    """The surname of somebody whom the text names in full, whether or not he has spoken."""
    mention, discourse = question.mention, question.discourse
    name = plain_name(discourse.layout, mention.name)
    if not name:
        return Passed.NOT_MINE
    people = _of_surname(discourse, mention, name)
    if len({plain_name(discourse.layout, m.name) for m in people}) != 1:
        return Passed.AMBIGUOUS if people else Passed.NOBODY_FITS
    return introduced(question, people[0], "surname-of-text")


def _of_surname(discourse: Discourse, mention: Mention, name: tuple[str, ...]) -> list[Mention]:
    """Whom the text introduces by a name that ends with another."""
    people = []
    for one in discourse.introduced:
        full = plain_name(discourse.layout, one.name)
        fits = len(full) > len(name) and full[-len(name) :] == name
        if fits and not _other_sex([mention], [one]):
            people.append(one)
    return people


def introduced(question: Question, mention: Mention, rule: str) -> Found:
    """Return a person whom the text introduces: the entity who spoke, or else a new one."""
    discourse = question.discourse
    entity = discourse.bearing(mention) or Entity.of(discourse.layout, mention)
    return Found(entity, rule, (mention.range,) if question.traced else ())


def office_then_name(question: Question) -> Answer:
    """A name met for the first time names the holder of an office that spoke before.

    The last office without a name, some paragraphs before at most; where the article names several
    persons, only if nobody else has spoken since (right in 101 of 109 such cases, in 6 of 30 where
    somebody had). What readers judged a surname does so alone, too. Not where the turn changes, nor
    where the article gives the person another office.
    """
    mention, discourse = question.mention, question.discourse
    if mention.kind is not SpeakerKind.PERSON or not _is_telling(mention):
        return Passed.NOT_MINE
    if question.draft.embedded:
        return Passed.EMBEDDED
    anew = says_anew(discourse, question.draft, mention) and not _only_office_has_spoken(discourse)
    if anew or stands_with_also(discourse, mention):
        return Passed.SOMEBODY_ELSE
    several = discourse.persons_in_all > 1
    near = _NEAR_AMONG if several else _NEAR
    for spoken in _heard(discourse)[: 1 if several else None]:
        against = _why_no_open_office(spoken.entity)
        if against is None and _apart(discourse.layout, spoken.draft, question.draft) > near:
            return Passed.TOO_FAR
        against = against or _why_not_holder(discourse, mention, spoken)
        if against is None:
            spoken.entity.kind = SpeakerKind.PERSON
            return Found(spoken.entity, "role-then-name", question.evidence(spoken.entity))
        question.reject(spoken.entity, against)
    return Passed.NOBODY_FITS


def _is_telling(mention: Mention) -> bool:
    """Whether a mention has a full name, or one word that is likeliest a surname: no ``خرداد``."""
    name = mention.name_words
    surname = word_classes().get(name[0], "")[:1] == WordClass.SURNAME if name else False
    return len(name) > 1 or surname


def _only_office_has_spoken(discourse: Discourse) -> bool:
    """Whether an article that names one person alone has let nobody but an office speak so far.

    Its lead says *who* by the office, the next sentence by the name: no turn is taken.
    """
    if not discourse.spoken or discourse.persons_in_all > 1:
        return False
    first = discourse.spoken[0].entity
    alone = all(s.entity is first for s in discourse.spoken)
    return alone and any(m.range.start < _LEAD for m in first.mentions[:1])


def _heard(discourse: Discourse) -> list[Spoken]:
    """The last statements of somebody, the latest first; nobody's (``گفته می‌شود``) are none.

    Nor is one within another's words, as far as there are others.
    """
    last = [s for s in reversed(discourse.spoken[-_MAX_HEARD:]) if not s.entity.hidden]
    return [s for s in last if not s.draft.embedded] or last


def _apart(layout: Layout, one: Draft, other: Draft) -> int:
    """How many paragraphs with a word lie between two drafts, the later one's too."""
    between = layout.paragraphs[one.paragraph + 1 : other.paragraph + 1][:_MAX_LINES]
    return sum(any(w[0].isalnum() for w in layout.tokens.of(p.range)) for p in between)


def _why_no_open_office(entity: Entity) -> Against | None:
    """Why an entity is no office whose holder is still without a name; None where it is one."""
    if entity.kind not in PERSONAL:
        return Against.KIND
    if entity.named:
        return Against.HAS_NAME
    return Against.NO_OFFICE if entity.hidden or not entity.descriptions else None


def _why_not_holder(discourse: Discourse, mention: Mention, spoken: Spoken) -> Against | None:
    """Why a named person cannot be the holder of an office that spoke; None where he can."""
    entity, headline = spoken.entity, bool(spoken.draft.rule.headline)
    anonymous = len(mention.name) < 2 and entity.kind is not SpeakerKind.PERSON
    if anonymous or any(m.head in ANONYMOUS_HEADS for m in entity.mentions if not m.demonstrative):
        return Against.ANONYMOUS
    if _is_spoken_of(discourse.layout, mention, spoken.draft):
        return Against.SPOKEN_OF
    fits = _may_hold(discourse, mention, entity, headline=headline)
    return None if fits else Against.OFFICE


def _is_spoken_of(layout: Layout, mention: Mention, draft: Draft) -> bool:
    """Whether a statement tells of a person, or is told to him: ``قاضی از علی راد خواست …``."""
    end = max(b for _, b in (*draft.content, *draft.cue))
    source = draft.source or Range(end, end)
    places = layout.tokens.places.get(mention.name_words[-1], ())
    within = places[bisect_left(places, draft.start) : bisect_left(places, end)]
    return any(
        _is_the_name(layout, mention, i) for i in within if not source.start <= i < source.end
    )


def _is_the_name(layout: Layout, mention: Mention, i: int) -> bool:
    """Whether a surname at a token is a name there, not a word: ``جوان`` of ``علی جوان``.

    It is one behind a given name or a title, if it is all of his name that the article has there,
    or if readers take the word for nothing but a name.
    """
    words, letters = layout.tokens.words, word_classes().get(layout.tokens.words[i], "")
    alone = len(mention.name_words) == 1
    titled = words[i - 1] in given_names() or words[i - 1] in HONORIFICS
    return not _names_himself(layout, i) and (alone or titled or not letters.strip(_NAME_LETTERS))


def _names_himself(layout: Layout, i: int) -> bool:
    """Whether a surname stands behind *I*: ``من، علی رادمنش، …``, ``اینجانب علی رادمنش``."""
    words, k = layout.tokens.words, i - 1
    while k > 0 and (words[k] in given_names() or words[k] in HONORIFICS or words[k] in COMMAS):
        k -= 1
    parted = not COMMAS.isdisjoint(words[k + 1 : i])
    return words[k] == I_MYSELF or (words[k] == ME and parted)


def _may_hold(discourse: Discourse, mention: Mention, entity: Entity, *, headline: bool) -> bool:
    """Whether every office that the article gives a person is one that an entity was called by.

    A headline shortens offices: there the same first word is enough.
    """
    told = discourse.offices.get(plain_name(discourse.layout, mention.name), ())
    offices = [mention, *told] if mention.role else told
    words = discourse.layout.tokens.words
    return all(
        any(
            _one_office(discourse, o, m) or (headline and o.role and words[o.role[0]] == m.head)
            for m in entity.mentions
        )
        for o in offices
    )


def _one_office(discourse: Discourse, mention: Mention, other: Mention) -> bool:
    """Whether two mentions can tell one office, described alike or with half of it left out."""
    layout = discourse.layout
    told, known = description_of(layout, mention), description_of(layout, other)
    words = [layout.tokens.words[i] for i in mention.role]
    # ``رئیس جمهور`` behind ``رئیس‌جمهور``; not every ``رئیس`` behind another one
    run_together = words[:1] != [other.head] and "".join(words).startswith(other.head)
    # more than ``دبیر انجمن``: of several such bodies each has its own
    common = (told.words & known.words) - ORGANISATION_HEADS - {other.head}
    shared = other.head in told.words and bool(common)
    return same_description(told, known) or shared or run_together
