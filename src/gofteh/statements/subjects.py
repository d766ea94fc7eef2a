"""Who says it: the source mention of each cue of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gofteh.lexicon.frames import BYLINES, DOCUMENT_SOURCES
from gofteh.lexicon.grammar import (
    CLAUSE_OPENERS,
    FINITE_VERBS,
    GOVERNED,
    GUARDED,
    IMPERSONAL,
    NUMBERS,
    PARTICIPLES,
)
from gofteh.lexicon.heads import (
    ANYBODY,
    DOCUMENT_HEADS,
    ORGANISATION_HEADS,
    PLURAL_PRONOUNS,
    PRONOUNS,
    ROLE_HEADS,
    UNNAMED_HEADS,
)
from gofteh.lexicon.names import countries, given_names
from gofteh.lexicon.outlets import AGENCIES, PLACED
from gofteh.lexicon.people import GROUP_HEADS, HONORIFICS, KNOWN_BODIES, PEOPLE_COUNTED, SOME
from gofteh.lexicon.signs import CLOSING_QUOTES, COMMAS, PAUSES
from gofteh.statements.cues import Cue, CueKind
from gofteh.statements.drafts import Range
from gofteh.statements.known import Known
from gofteh.statements.phrases import (
    MAX_QUOTED,
    behind_time,
    is_adjunct,
    is_finite,
    mention_at,
    skip_lead,
    word_at,
)
from gofteh.statements.provenance import agency_end
from gofteh.statements.scope import before_cue, effective_start, joint
from gofteh.statements.sourced import Sourced
from gofteh.statements.viable import marker
from gofteh.text.fold import word_set
from gofteh.text.layout import Layout

_HEADS = (
    ROLE_HEADS | ORGANISATION_HEADS | DOCUMENT_HEADS | PRONOUNS | PLURAL_PRONOUNS | UNNAMED_HEADS
)
_CLAUSE_MARKS = frozenset({"،", "؛", "که", "و", ",", ":", "«", "-", "اینکه", "آنکه"})
_MAX_UNMARKED = 6
# Clauses longer than this are no prose.
_MAX_CLAUSE = 60
_MIN_SPEECH = 4
_CLAUSE_JOINTS = frozenset({"و", "که", "،", "؛", ","})
_BURIED = GROUP_HEADS | SOME
# They open a sayer's mention wherever they stand.
_SURE_HEADS = ROLE_HEADS | ORGANISATION_HEADS | HONORIFICS | PRONOUNS | PLURAL_PRONOUNS | _BURIED
# Behind these a name or an office is no subject.
_NO_SUBJECT_BEHIND = (
    word_set("به از با برای در توسط سوی بر درباره گفته علیه ضد و نزد بین") | ORGANISATION_HEADS
)


def find_sources(
    layout: Layout, start: int, end: int, cues: Sequence[Cue], known: Known
) -> list[Sourced]:
    """Return each cue of the sentence ``[start, end)`` with its source, in order."""
    found: list[Sourced] = []
    passive: list[Sourced] = []
    for k, cue in enumerate(cues):
        if cue.passive:
            agent = _agent(layout, start, cue)
            passive.append(Sourced(cue, agent, False, skip_lead(layout, start, cue.start)))
        elif cue.kind is CueKind.PREPOSITION:
            limit = min((c.start for c in cues[k + 1 :]), default=end)
            found.append(_prepositional(layout, cue, limit, known))
        elif (opened := _open_participle(found)) is not None:
            found.append(_behind_participle(layout, found, opened, cues[k:]))
        elif cue.lemma == "آمدن":
            found.append(_locative(layout, start, cue))
        elif not found or found[-1].cue.kind is CueKind.PREPOSITION:
            low = _clause_begin(layout, start, found)
            source, behind = _first_subject(layout, low, cue, known)
            inner = bool(found) and not _relay(found[-1].cue)
            found.append(Sourced(cue, source, False, behind, inner and source is not None))
        else:
            found.append(_later(layout, found, cue, known))
    return sorted((*found, *passive), key=lambda s: s.cue.start)


def _agent(layout: Layout, start: int, cue: Cue) -> Range | None:
    """Who is behind a passive: ``از سوی وزارت نیرو اعلام شد``, ``در متن طرح تأکید شد``."""
    words = layout.tokens.words
    for i in range(start, cue.start - 1):
        by = words[i] == "توسط" or words[i : i + 2] in (("از", "سوی"), ("از", "طرف"))
        written = words[i] == "در" and words[i + 1] in DOCUMENT_HEADS
        if by or written:
            first = i + 1 + (by and words[i] == "از")
            stop = mention_at(layout, first, cue.start)
            other = any(is_finite(w) or w in PARTICIPLES for w in words[first : cue.start])
            return (first, stop) if stop > first and not other else None
    return None


def _clause_begin(layout: Layout, start: int, found: Sequence[Sourced]) -> int:
    """Behind a frame before the clause; ``X به نقل از Y گزارش داد`` has its subject first."""
    if not found:
        return start
    first = skip_lead(layout, start, found[-1].cue.start)
    named = mention_at(layout, first, found[-1].cue.start) == found[-1].cue.start
    relays = found[-1].cue.frame is not None and found[-1].cue.frame.lemma == "به نقل از"
    return start if relays and named and first < found[-1].cue.start else found[-1].behind


def _locative(layout: Layout, start: int, cue: Cue) -> Sourced:
    """``در بخشی از این بیانیه آمده است``: the writing stands in an adjunct."""
    words = layout.tokens.words
    for i in range(start, cue.start):
        if words[i] in DOCUMENT_HEADS and "در" in words[start:i]:
            first = i - 1 if words[i - 1] in ("این", "آن") and i > start else i
            stop = mention_at(layout, first, cue.start)
            return Sourced(cue, (first, stop) if stop > first else None, False, stop)
    return Sourced(cue, None, False, cue.start, inner=True)


def _relay(cue: Cue) -> bool:
    return cue.frame is not None and cue.frame.lemma in BYLINES


def _prepositional(layout: Layout, cue: Cue, end: int, known: Known) -> Sourced:
    """``به گفته X، A``: the source follows the cue. An agency's name ends at the first comma."""
    words = layout.tokens.words
    limit = next((i for i in range(cue.end, end) if _name_ends(layout, i, end)), end)
    if not _relay(cue) and limit + 1 < end and words[limit + 1] in ROLE_HEADS - ANYBODY:
        limit = end
    first = behind_time(words, cue.end, limit)
    stop = mention_at(layout, first, limit)
    determined = words[first : first + 1] in (("این",), ("همین",))
    if (
        determined
        and word_at(words, first + 1) in DOCUMENT_SOURCES
        and stop > first + 1
        and (stop == end or words[stop] not in PAUSES)
    ):
        stop = min(stop, first + 2)  # ``بنابر همین گزارش X گفت``
    if stop == end or words[stop] not in "،,؛:":
        stop = known.cut(layout, first, stop) or _people(words, first, stop) or stop
    if _two_words(cue) and stop == cue.end + 1 and words[cue.end].endswith("ی"):
        return _figures(cue, stop)
    source = (first, stop) if stop > first else None
    open_ended = limit == end or words[limit] not in PAUSES
    agency = agency_end(words, first, limit) if _relay(cue) and open_ended else None
    if agency and word_at(words, agency) not in PLACED:
        return Sourced(cue, (first, agency), False, agency)
    behind = limit if _relay(cue) and limit < end else stop
    return Sourced(cue, source, False, behind)


def _people(words: Sequence[str], first: int, stop: int) -> int | None:
    """``به باور کارشناسان ایرانی سد خالی است``: people with their adjective, before a clause."""
    first += word_at(words, first) == "خود"
    clause = any(is_finite(w) or w in PARTICIPLES for w in words[first:stop])
    if not clause or words[first] not in GROUP_HEADS:
        return None
    adjective = word_at(words, first + 1)
    return first + 1 + (adjective.endswith("ی") and adjective != "ی")


def _two_words(cue: Cue) -> bool:
    """A report's frame whose noun stands apart: ``بر اساس آمارهای``, not run together."""
    return cue.act == "report" and cue.end - cue.start > 1


def _figures(cue: Cue, stop: int) -> Sourced:
    """``بر اساس آمارهای رسمی``: the frame's noun with its adjective is the source."""
    shorter = replace(cue, end=cue.end - 1, parts=((cue.start, cue.end - 1),))
    return Sourced(shorter, (cue.end - 1, stop), False, stop)


def _name_ends(layout: Layout, i: int, end: int) -> bool:
    """At a long quotation; at a comma, unless it parts adjectives: ``فرهنگی، اجتماعی و ورزشی``."""
    words = layout.tokens.words
    if layout.closing.get(i, i) - i > MAX_QUOTED:
        return True
    adjectives = i + 1 < end and words[i - 1].endswith("ی") and words[i + 1].endswith("ی")
    listed = words[i + 2 : i + 3] == ("و",) and words[i + 4 : i + 5] == ("،",)
    row = listed or (adjectives and "و" in words[i + 1 : i + 4])
    return words[i] in "،,؛:" and not row


def _first_subject(layout: Layout, start: int, cue: Cue, known: Known) -> tuple[Range | None, int]:
    """The subject of a sentence's first cue, and where it ends (or the clause's begin)."""
    if nearer := _nearer_clause(layout, start, cue, known):
        return nearer, nearer[1]
    begin = _last_opener(layout, start, cue.start)
    for low in dict.fromkeys((begin, start)):
        first = skip_lead(layout, low, cue.start)
        stop = mention_at(layout, first, cue.start)
        if stop > first and _plausible(layout, first, stop):
            stop = known.surname(layout, first, stop) or stop
            marked = marker(layout, cue, len(layout.tokens))[0]
            comma = stop < cue.start and layout.tokens.words[stop] in "،,؛"
            if set("RAOV") & set(cue.frames) and not marked and not comma:
                stop = _object_behind(layout, first, stop) or known.cut(layout, first, stop) or stop
            return (first, stop), stop
    buried = _buried(layout, begin, cue, known)
    return buried, buried[1] if buried else skip_lead(layout, begin, cue.start)


def _object_behind(layout: Layout, first: int, stop: int) -> int | None:
    """``معترضان، رئیس را متهم کردند``: an office between a comma and ``را`` is the object."""
    words = layout.tokens.words
    if stop < len(words) and words[stop] == "را" and words[stop - 1] in CLOSING_QUOTES:
        opening = layout.opening.get(stop - 1, first)
        return opening if opening > first else None
    commas = [i for i in range(first + 1, stop) if words[i] in COMMAS]
    if len(commas) != 1 or words[commas[0] + 1] not in ROLE_HEADS:
        return None
    return commas[0] if stop < len(words) and words[stop] == "را" else None


def _nearer_clause(layout: Layout, start: int, cue: Cue, known: Known) -> Range | None:
    """The subject of the cue's own clause, behind another's verb: ``دلار افت کرد و X گفت``."""
    words, end = layout.tokens.words, cue.start
    for i in range(end - 1, max(start, end - _MAX_CLAUSE), -1):
        verb = is_finite(words[i - 1]) or (words[i] == "و" and words[i - 1] in PARTICIPLES)
        if words[i] not in _CLAUSE_JOINTS or not verb:
            continue
        first = skip_lead(layout, i + 1, end)
        stop = mention_at(layout, first, end)
        alone = known.surname(layout, first, stop)
        stop = alone or stop
        told = stop > first and (alone or stop == end or _pauses(layout, stop, end))
        named = known.begins(layout, first, stop) or words[first] in known.surnames
        sayer = told and (_opens_sayer(words, first) or named)
        if sayer and not any(map(is_finite, words[first:stop])):
            return first, stop
    return None


def _pauses(layout: Layout, stop: int, end: int) -> bool:
    """Whether a mention ends where an adjunct or a comma follows."""
    return layout.tokens.words[stop] in COMMAS or is_adjunct(layout, stop, end, None)


def _opens_sayer(words: Sequence[str], i: int) -> bool:
    """Whether a word names somebody wherever it stands, or counts people: ``هشت نفر``."""
    counted = words[i] in NUMBERS or words[i].isdigit()
    after = word_at(words, i + 1)
    people = counted and (after in ROLE_HEADS or after in PEOPLE_COUNTED)
    return words[i] in _SURE_HEADS or words[i] in given_names() or people


def _last_opener(layout: Layout, start: int, end: int) -> int:
    words = layout.tokens.words
    for i in range(end - 1, start, -1):
        because = words[i] == "که" and words[i - 1] in ("چرا", "اینجاست")
        guarded = words[i] == "ولی" and words[i + 1] in GUARDED
        like = words[i] == "چون" and words[i - 1].endswith("ی")
        if (words[i] in CLAUSE_OPENERS or because) and i > start + 2 and not (guarded or like):
            return i + 1
    return start


def _plausible(layout: Layout, start: int, end: int) -> bool:
    """Whether a phrase can name a sayer: it has letters, and is not a bare number or clause."""
    words = layout.tokens.words[start:end]
    named = any(w[0].isalpha() and len(w) > 1 for w in words)
    nobody = words[0] in ("چنین", "هیچ") or words[0] in IMPERSONAL
    return named and not nobody and not any(w in FINITE_VERBS for w in words)


def _buried(layout: Layout, start: int, cue: Cue, known: Known) -> Range | None:
    """A subject behind an adjunct without comma: a pronoun, or a head that starts a phrase."""
    words, end = layout.tokens.words, cue.start
    evaluates = set("RAOV") & set(cue.frames) and not marker(layout, cue, len(words))[0]
    start = skip_lead(layout, start, end)
    for i in range(start + 1, end if is_adjunct(layout, start, end, None) else start):
        opens = words[i] in ROLE_HEADS or words[i] in given_names() or words[i] in _BURIED
        told = words[i - 1] in _NO_SUBJECT_BEHIND or words[i - 1] in ROLE_HEADS
        if not opens or told or words[i] in AGENCIES:
            continue
        stop = mention_at(layout, i, end)
        if evaluates and stop < end and words[stop] == "را":
            stop = known.cut(layout, i, stop) or end + 1
        if stop == end or (stop < end and (evaluates or is_adjunct(layout, stop, end, None))):
            return i, stop
    for i in range(end - 1, start, -1):
        if words[i] not in ("وی", "او"):
            continue
        if i + 1 < end and not is_adjunct(layout, i + 1, end, None):
            continue
        governed = words[i - 1] in GOVERNED
        if words[i - 1] in PAUSES or (is_adjunct(layout, i - 1, end, None) and not governed):
            return i, i + 1
        if i + 1 == end and words[i - 1] not in ("به", "از", "با", "برای", "گفته"):
            return i, i + 1
    return None


def _open_participle(found: Sequence[Sourced]) -> int | None:
    """The index of a participle frame whose main verb has not come yet."""
    for k in range(len(found) - 1, -1, -1):
        if not found[k].inner and found[k].cue.kind is not CueKind.PREPOSITION:
            return k if found[k].cue.kind is CueKind.PARTICIPLE else None
    return None


def _behind_participle(
    layout: Layout, found: Sequence[Sourced], opened: int, rest: Sequence[Cue]
) -> Sourced:
    """``X با بیان این‌که A، گفت: B``: the main verb stands behind a comma or before a colon."""
    cue = rest[0]
    frame = found[opened]
    later = [c for c in rest[1:] if c.kind is not CueKind.PREPOSITION]
    main = _leans_on(layout, frame, cue) or not any(_leans_on(layout, frame, c) for c in later)
    if cue.kind is CueKind.PARTICIPLE:
        main = True
    if not main:
        source, behind = _clause_subject(layout, frame.cue.end, cue)
        return Sourced(cue, source, False, behind, inner=True)
    if frame.source:
        return Sourced(cue, frame.source, True, frame.behind)
    comma = before_cue(layout, frame.cue.end, cue.start)
    source, behind = _clause_subject(layout, comma + 1, cue)
    return Sourced(cue, source, source is None, behind)


def _leans_on(layout: Layout, frame: Sourced, cue: Cue) -> bool:
    words = layout.tokens.words
    if before_cue(layout, frame.cue.end, effective_start(layout, cue)) < cue.start:
        return True
    sign, _ = marker(layout, cue, len(layout.tokens))
    return sign == ":" or words[cue.start - 1] in '»"”'


def _later(layout: Layout, found: Sequence[Sourced], cue: Cue, known: Known) -> Sourced:
    """The source of a cue that follows another verb in its sentence."""
    last = found[-1]
    low = last.cue.end
    source, behind = _clause_subject(layout, low, cue)
    words = layout.tokens.words
    joined = low >= cue.start or _joined(layout, low, cue)
    if joined and low < cue.start and _within_speech(layout, last.cue, cue):
        source, behind = _first_subject(layout, low + 1, cue, known)
        return Sourced(cue, source, False, behind, inner=True)
    if source is None or joined:
        first = skip_lead(layout, low, cue.start)
        shared = joined or first >= cue.start or words[low] == "و"
        return Sourced(cue, last.source if shared else None, shared, first, inner=not shared)
    return Sourced(cue, source, False, behind, inner=not _coordinate(layout, last))


def _within_speech(layout: Layout, last: Cue, cue: Cue) -> bool:
    """``وی افزود: X آن را رد و تأکید کرده که``: joined to what is told, not to the telling."""
    far = cue.start - last.end > _MIN_SPEECH
    end = len(layout.tokens)
    return far and marker(layout, last, end)[0] == ":" != marker(layout, cue, end)[0]


def _joined(layout: Layout, low: int, cue: Cue) -> bool:
    """Whether ``و`` or ``اما`` joins a cue to the saying before it: ``و در این باره گفت:``."""
    at = joint(layout, low, cue.start)
    beside = at is not None and at + 1 == cue.start
    return beside or (at is not None and marker(layout, cue, len(layout.tokens))[0] == ":")


def _coordinate(layout: Layout, last: Sourced) -> bool:
    """Whether a new subject stands beside the last saying rather than inside its words."""
    words = layout.tokens.words
    follows = words[last.cue.end] if last.cue.end < len(words) else ""
    return follows in ("و", "،", "ولی", "اما", "؛", ".")


def _clause_subject(layout: Layout, low: int, cue: Cue) -> tuple[Range | None, int]:
    """The nearest phrase in front of a cue that opens its clause and can say something."""
    words, cue_start = layout.tokens.words, cue.start
    best: Range | None = None
    for i in range(cue_start - 1, low - 1, -1):
        opens = i == low or words[i - 1] in _CLAUSE_MARKS or words[i - 1] in CLAUSE_OPENERS
        if not opens:
            continue
        first = skip_lead(layout, i, cue_start)
        if first >= cue_start:
            continue
        stop = mention_at(layout, first, cue_start)
        if best and (stop != best[1] or any(map(is_finite, words[first:stop]))):
            break
        if best or _names_sayer(layout, first, stop, cue_start, cue.frames):
            best = (first, stop)
    if best:
        return best, best[1]
    return None, skip_lead(layout, low, cue_start)


def _names_sayer(layout: Layout, first: int, stop: int, cue_start: int, frames: str) -> bool:
    words = layout.tokens.words
    near = stop == cue_start or (stop > first and is_adjunct(layout, stop, cue_start, None))
    near = near or ("A" in frames and words[stop] == "از")  # ``مخابرات از ظرفیت خبر داد``
    around = layout.quote_around(first)
    crossing = around is not None and around[1] <= cue_start
    if stop <= first or not near or crossing or FINITE_VERBS & set(words[first:stop]):
        return False
    if words[first] in _HEADS or words[first] in ("این", "آن", "یک", "یکی"):
        return True
    if words[first] in HONORIFICS | KNOWN_BODIES or words[first] in given_names() | countries():
        return True
    return stop == cue_start and stop - first <= _MAX_UNMARKED
