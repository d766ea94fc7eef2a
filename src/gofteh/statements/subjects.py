"""The subject of a verb of saying: where its mention stands in the sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gofteh.lexicon.boundaries import (
    CLAUSE_OPENERS,
    COMMON_OCCASIONS,
    FINITE_VERBS,
    GOVERNED,
    GUARDIAN_OF,
    IMPERSONAL,
    NUMBERS,
    OCCASIONS,
    PARTICIPLES,
)
from gofteh.lexicon.classes import CAN_SAY, IN_ADJUNCT, OPENS_CLAUSE, Class, is_a
from gofteh.lexicon.entries import ABOUT_OBJECT, BEHIND_MARK, BEHIND_PREPOSITION, Complement
from gofteh.lexicon.frames import participle_nouns
from gofteh.lexicon.heads import (
    ORGANISATION_HEADS,
    PLURAL_PRONOUNS,
    PRONOUNS,
    ROLE_HEADS,
)
from gofteh.lexicon.names import given_names
from gofteh.lexicon.nouns import WRITTEN_OBJECTS
from gofteh.lexicon.outlets import AGENCIES
from gofteh.lexicon.particles import (
    A_FEW,
    AND,
    BUT,
    FROM,
    IN,
    OBJECT,
    ONE_OF,
    SINCE,
    THAT,
    THIS,
    THIS_THAT_OR_ONE,
    WHILE,
    WITH,
    YEH,
)
from gofteh.lexicon.people import (
    GROUP_HEADS,
    HONORIFICS,
    NAMED_AFTER,
    PEOPLE_COUNTED,
)
from gofteh.lexicon.signs import CLOSING_QUOTES, COMMAS, PAUSES
from gofteh.statements.cues import Cue
from gofteh.statements.known_speakers import KnownSpeakers, titled_length
from gofteh.statements.leads import skip_lead
from gofteh.statements.phrases import is_adjunct, is_finite, is_silent_thing, is_time, mention_at
from gofteh.statements.viable import marker_behind
from gofteh.text.fold import word_set
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

_CLAUSE_MARKS = frozenset({"،", "؛", "که", "و", ",", ":", "«", "-", "اینکه", "آنکه"})
_MAX_UNMARKED = 6
# Clauses longer than this are no prose.
_MAX_CLAUSE = 60
_CLAUSE_JOINTS = frozenset({"و", "که", "،", "؛", ","})
# Behind one of these a name or a role belongs to the phrase in front and is no subject.
_NO_SUBJECT_BEHIND = (
    word_set("به از با برای در توسط سوی بر درباره گفته علیه ضد و نزد بین") | ORGANISATION_HEADS
)
# ``چرا که`` *because*, ``اینجاست که`` *here is where*: with ``که`` they open a clause …
_BEFORE_THAT = ("چرا", "اینجاست")
# … as does ``در حالی است که`` *while*, here without spaces.
_AND_YET = ("درحالیاست", "درحالیبود")
# *Such*, *no*: a phrase that begins so names nobody …
_NOBODY = ("چنین", "هیچ")
# … nor do ``هر`` *each* and ``هر چه`` *whatever* alone.
_EACH = (("هر",), ("هر", "چه"))
# *Several*: in front of people they open a mention.
_SEVERAL = (A_FEW, "چندین")
# The pronouns of one person.
_HE_OR_SHE = ("وی", "او")
# ``گفته او`` *his words*: the pronoun belongs to the noun in front of it.
_SAID_BY = "گفته"
_TO_WRITE = "نوشتن"
# Words of a given name and a surname.
_FULL_NAME = 2
# Behind one of these, the mention's noun need not be one of those that can speak.
_OPEN_MENTION = (*THIS_THAT_OR_ONE, ONE_OF)


@dataclass(frozen=True, slots=True)
class _Clause:
    """Where a subject is looked for: from ``start`` to the cue.

    ``begin``: the first token behind the last word that opens a clause (``اما``, ``زیرا``).
    """

    layout: Layout
    start: int
    begin: int
    cue: Cue
    known: KnownSpeakers


def first_subject(
    layout: Layout, start: int, cue: Cue, known: KnownSpeakers
) -> tuple[Range | None, int]:
    """Return the subject of a sentence's first verb of saying, and the first token behind it.

    Without a subject: None, and the first token behind what stands in front of the clause.
    """
    clause = _Clause(layout, start, _last_opener(layout, start, cue.start), cue, known)
    found = next((subject for search in _SEARCHES if (subject := search(clause))), None)
    return found, found.end if found else skip_lead(layout, clause.begin, cue.start)


def _in_nearer_clause(clause: _Clause) -> Range | None:
    return _nearer_clause(clause.layout, clause.start, clause.cue, clause.known)


def _behind_opener(clause: _Clause) -> Range | None:
    return _subject_at(clause, clause.begin)


def _at_start(clause: _Clause) -> Range | None:
    return _subject_at(clause, clause.start) if clause.start != clause.begin else None


def _in_adjunct(clause: _Clause) -> Range | None:
    return _subject_in_adjunct(clause.layout, clause.begin, clause.cue, clause.known)


def _subject_at(clause: _Clause, low: int) -> Range | None:
    """The mention behind the adverbials that begin at ``low``, without the object behind it."""
    layout, cue, known = clause.layout, clause.cue, clause.known
    first = skip_lead(layout, low, cue.start)
    stop = mention_at(layout, first, cue.start)
    if stop <= first or not _plausible(layout, first, stop):
        return None
    stop = known.surname(layout, first, stop) or stop
    written = layout.tokens.words[stop - 1] in WRITTEN_OBJECTS and cue.lemma == _TO_WRITE
    if written and stop - 1 > first and layout.tokens.words[stop - 2] not in given_names():
        stop -= 1
    marked = BEHIND_MARK & cue.takes and marker_behind(layout, cue, len(layout.tokens))[0]
    if ABOUT_OBJECT & cue.takes and not marked and not _closed(layout, stop, cue):
        cut = _object_behind(layout, first, stop) or known.cut(layout, first, stop)
        stop = cut or _end_by_words(layout, first, stop)
    return Range(first, stop)


# Tried in this order; the first that finds a mention gives the subject.
_SEARCHES: tuple[Callable[[_Clause], Range | None], ...] = (
    # The nearest clause first: in ``دلار افت کرد و وزیر گفت`` what stands further in front belongs
    # to another verb. Only a word that surely opens a mention counts, since ``و`` also joins nouns.
    _in_nearer_clause,
    # Then where the clause begins: behind ``اما``, ``زیرا`` and their like, the subject is first.
    _behind_opener,
    # Then where the sentence begins, since the opener may stand in the subject's own relative
    # clause: ``وزیر که آمد اما رفت گفت``.
    _at_start,
    # Last, since it takes words out of the midst of a phrase: ``دیروز در شیراز وزیر گفت``.
    _in_adjunct,
)


def _closed(layout: Layout, stop: int, cue: Cue) -> bool:
    """Whether something parts a subject from the object: a comma, a time, an occasion.

    So does ``از`` where every object of the verb begins with a preposition: ``X از Y خبر داد``.
    """
    words = layout.tokens.words
    if stop >= cue.start:
        return False
    word, after = words[stop], words[stop + 1]
    spoken = after in OCCASIONS and after not in COMMON_OCCASIONS
    occasion = (word == IN and spoken) or (word == WITH and after in participle_nouns())
    if word in PAUSES or word == WHILE or occasion or is_time(words, stop, cue.start):
        return True
    return word == FROM and not ABOUT_OBJECT & cue.takes - BEHIND_PREPOSITION


def _object_behind(layout: Layout, first: int, stop: int) -> int | None:
    """Where an object begins inside what was taken for the mention of the subject; None if at none.

    ``معترضان، رئیس را متهم کردند``: a role between a comma and ``را`` is the object.
    """
    words = layout.tokens.words
    if words[stop] == OBJECT and words[stop - 1] in CLOSING_QUOTES:
        opening = layout.opening.get(stop - 1, first)
        return opening if opening > first else None
    if words[stop] == OBJECT and (named := _named_object(words, first, stop)):
        return named
    commas = [i for i in range(first + 1, stop) if words[i] in COMMAS]
    if len(commas) != 1 or words[commas[0] + 1] not in ROLE_HEADS:
        return None
    return commas[0] if words[stop] == OBJECT else None


def _named_object(words: Sequence[str], first: int, stop: int) -> int | None:
    """``دادستان سپیدار رحیم راد را``, ``کارگران مدیر را``: a name or office before ``را``."""
    if words[first] in GROUP_HEADS and words[first + 1] in ROLE_HEADS:
        return first + 1
    at = stop - _FULL_NAME
    named = at > first and words[first] in ROLE_HEADS and words[at] in given_names()
    return at if named and words[at - 1] not in NAMED_AFTER else None


def _end_by_words(layout: Layout, first: int, stop: int) -> int:
    """Where a subject ends in front of ``این`` or behind a title and a name.

    ``وزیر این پل را …``, ``آقای کاظمی دولت را …``
    """
    words = layout.tokens.words
    if words[stop] != OBJECT:
        return stop
    if stop - 2 > first and words[stop - 2] == THIS:
        return stop - 2
    titled = words[first] in HONORIFICS and words[first] not in ROLE_HEADS
    return first + (titled_length(words[first:stop]) or stop - first) if titled else stop


def _nearer_clause(layout: Layout, start: int, cue: Cue, known: KnownSpeakers) -> Range | None:
    """The subject of the cue's own clause behind another clause: ``دلار افت کرد و X گفت``."""
    words, end = layout.tokens.words, cue.start
    for i in range(end - 1, max(start, end - _MAX_CLAUSE), -1):
        verb = is_finite(words[i - 1]) or (words[i] == AND and words[i - 1] in PARTICIPLES)
        if words[i] in _CLAUSE_JOINTS and verb:
            first = skip_lead(layout, i + 1, end)
            if found := _speaker_at(layout, first, end, known):
                return found
    return None


def _speaker_at(layout: Layout, first: int, end: int, known: KnownSpeakers) -> Range | None:
    """The mention at a clause's start, if it surely names somebody and the cue follows."""
    words = layout.tokens.words
    stop = mention_at(layout, first, end)
    alone = known.surname(layout, first, stop)
    stop = alone or stop
    if stop <= first or not (alone or stop == end or _pauses(layout, stop, end)):
        return None
    named = known.begins(layout, first, stop) or words[first] in known.surnames
    speaker = named or _opens_speaker(words, first)
    return Range(first, stop) if speaker and not any(map(is_finite, words[first:stop])) else None


def _pauses(layout: Layout, stop: int, end: int) -> bool:
    """Whether a mention ends where an adjunct or a comma follows."""
    return layout.tokens.words[stop] in COMMAS or is_adjunct(layout, stop, end, None)


def _opens_speaker(words: Sequence[str], i: int) -> bool:
    """Whether a word opens a mention wherever it stands, or counts people: ``هشت نفر``."""
    counted = words[i] in NUMBERS or words[i].isdigit()
    after = words[i + 1]
    people = counted and (after in ROLE_HEADS or after in PEOPLE_COUNTED)
    return people or is_a(words[i], OPENS_CLAUSE)


def _last_opener(layout: Layout, start: int, end: int) -> int:
    """The first token behind the last word that opens a clause; ``start`` without one."""
    words = layout.tokens.words
    for i in range(end - 1, start, -1):
        because = words[i] == THAT and _while(words, start, i)
        guardian = words[i] == BUT and words[i + 1] in GUARDIAN_OF
        like = words[i] == SINCE and words[i - 1].endswith(YEH)
        if (words[i] in CLAUSE_OPENERS or because) and i > start + 2 and not (guardian or like):
            return i + 1
    return start


def _while(words: Sequence[str], start: int, i: int) -> bool:
    """``چرا که``, ``اینجاست که``, ``این در حالی است که``: what opens a clause with ``که``."""
    before = "".join(words[max(start, i - 4) : i])
    return words[i - 1] in _BEFORE_THAT or before.endswith(_AND_YET)


def _plausible(layout: Layout, start: int, end: int) -> bool:
    """Whether a phrase can name a speaker: it has a word, and is no clause and no *nobody*."""
    words = layout.tokens.words[start:end]
    named = any(w[0].isalpha() and len(w) > 1 for w in words)
    thing = is_silent_thing(layout.tokens.words, start)
    nobody = thing or words[0] in _NOBODY or words[0] in IMPERSONAL or words in _EACH
    return named and not nobody and not any(w in FINITE_VERBS for w in words)


def _subject_in_adjunct(layout: Layout, start: int, cue: Cue, known: KnownSpeakers) -> Range | None:
    """A subject that no comma parts from the adjunct in front: by its head, or a pronoun."""
    start = skip_lead(layout, start, cue.start)
    if is_adjunct(layout, start, cue.start, None):
        ahead = (_headed_in_adjunct(layout, i, cue, known) for i in range(start + 1, cue.start))
        if found := next((r for r in ahead if r), None):
            return found
    nearest = range(cue.start - 1, start, -1)
    at = next((i for i in nearest if _is_pronoun_in_adjunct(layout, i, cue.start)), None)
    return Range(at, at + 1) if at is not None else None


def _headed_in_adjunct(layout: Layout, i: int, cue: Cue, known: KnownSpeakers) -> Range | None:
    """The mention that a word can open even in the midst of an adjunct, if the cue follows."""
    words, end = layout.tokens.words, cue.start
    several = words[i] in _SEVERAL and is_a(words[i + 1], OPENS_CLAUSE & ~Class.GIVEN_NAME)
    opens = several or is_a(words[i], IN_ADJUNCT)
    belongs = words[i - 1] in _NO_SUBJECT_BEHIND or words[i - 1] in ROLE_HEADS
    if not opens or belongs or words[i] in AGENCIES:
        return None
    evaluates = ABOUT_OBJECT & cue.takes and not marker_behind(layout, cue, len(layout.tokens))[0]
    stop = mention_at(layout, i, end)
    if evaluates and stop < end and words[stop] == OBJECT:
        cut = known.cut(layout, i, stop)
        return Range(i, cut) if cut else None
    near = stop == end or evaluates or is_adjunct(layout, stop, end, None)
    return Range(i, stop) if near and stop > i else None


def _is_pronoun_in_adjunct(layout: Layout, i: int, end: int) -> bool:
    """``دیروز وی گفت``: a pronoun behind an adverb or a comma, right in front of a cue."""
    words = layout.tokens.words
    if words[i] not in _HE_OR_SHE or words[i - 1] in GOVERNED:
        return False
    if i + 1 < end and not is_adjunct(layout, i + 1, end, None):
        return False
    apart = words[i - 1] in PAUSES or is_adjunct(layout, i - 1, end, None)
    return apart or (i + 1 == end and words[i - 1] != _SAID_BY)


def clause_subject(layout: Layout, low: int, cue: Cue) -> tuple[Range | None, int]:
    """Return the nearest mention in front of a cue that opens a clause and can be its subject.

    With it comes the first token behind it. Without one: None, and the first token behind what
    stands in front of the clause.
    """
    words = layout.tokens.words
    best: Range | None = None
    for i in range(cue.start - 1, low - 1, -1):
        opens = i == low or words[i - 1] in _CLAUSE_MARKS or words[i - 1] in CLAUSE_OPENERS
        first = skip_lead(layout, i, cue.start) if opens else cue.start
        if first >= cue.start:
            continue
        stop = mention_at(layout, first, cue.start)
        if best and (stop != best[1] or any(map(is_finite, words[first:stop]))):
            break
        if best or _names_speaker(layout, first, stop, cue):
            best = Range(first, stop)
    return best, best[1] if best else skip_lead(layout, low, cue.start)


def _names_speaker(layout: Layout, first: int, stop: int, cue: Cue) -> bool:
    """Whether a mention can be the subject of a cue behind it."""
    words = layout.tokens.words
    near = stop == cue.start or (stop > first and is_adjunct(layout, stop, cue.start, None))
    # ``مخابرات از ظرفیت خبر داد``
    near = near or (not BEHIND_PREPOSITION.isdisjoint(cue.takes) and words[stop] == FROM)
    near = near or (Complement.CALLED in cue.takes and _calls(words, first, stop, cue))
    around = layout.quote_around(first)
    crossing = around is not None and around.end <= cue.start
    if stop <= first or not near or crossing or FINITE_VERBS & set(words[first:stop]):
        return False
    if is_a(words[first], CAN_SAY) or words[first] in _OPEN_MENTION:
        return True
    return stop == cue.start and stop - first <= _MAX_UNMARKED


def _calls(words: Sequence[str], first: int, stop: int, cue: Cue) -> bool:
    """``ایشان خود را هوادار می‌دانند``: a pronoun in front of the object that it calls something."""
    pronoun = words[first] in PRONOUNS or words[first] in PLURAL_PRONOUNS
    return pronoun and words[stop] != OBJECT and OBJECT in words[stop : cue.start]
