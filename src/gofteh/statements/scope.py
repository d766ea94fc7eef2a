"""How far the words of a statement reach."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from gofteh.lexicon.grammar import (
    CLAUSE_OPENERS,
    CONTRASTS,
    FINITE_VERBS,
    REPORTER_OPENERS,
)
from gofteh.lexicon.heads import PRONOUNS, ROLE_HEADS
from gofteh.lexicon.names import given_names
from gofteh.lexicon.signs import PAUSES
from gofteh.statements.cues import MAX_CUES, Cue, CueKind, cues_between
from gofteh.statements.drafts import Range
from gofteh.statements.known import Known
from gofteh.statements.phrases import is_adjunct, is_finite, mention_at, skip_lead
from gofteh.statements.sourced import Sourced
from gofteh.text.layout import QUOTE_PAIRS, Layout, Paragraph

_AFTER_QUOTE = frozenset(".!؟?؛،,…")
_REPORTER_WORDS = 4
_MAX_EVENT = 40
_MAX_JOINT = 12


def quoted(layout: Layout, start: int, end: int) -> Range | None:
    """Return what stands between the quotation marks opening at ``start``, if they hold it all.

    All: the sentence ends behind them, or goes on with another clause.
    """
    words = layout.tokens.words
    if start >= end or (words[start] not in QUOTE_PAIRS and words[start] != '"'):
        return None
    close = layout.closing.get(start)
    if close is None or close >= end:
        return None
    after = close + 1
    if after >= end or words[after] in _AFTER_QUOTE or words[after] == "و":
        return start + 1, close
    if words[close - 1] in ".!؟?":
        return start + 1, close
    return None


def direct_scope(
    layout: Layout, paragraph: Paragraph, start: int, cues: Sequence[Cue], known: Known
) -> Range:
    """Return the words behind a colon: to the end of the paragraph, or to the next own frame."""
    if inside := quoted(layout, start, paragraph.end):
        return inside
    end = paragraph.end
    after = bisect_right(paragraph.sentences, start, key=_begin)
    if after and (goes_on := _goes_on(layout, start, paragraph.sentences[after - 1][1], cues)):
        return start, goes_on
    for a, b in paragraph.sentences[after:]:
        if _own_frame(layout, a, b, cues, known) or _reporter(layout, a, b):
            end = a
            break
    return start, end


def _goes_on(layout: Layout, start: int, end: int, cues: Sequence[Cue]) -> int | None:
    """``A، و ادامه داد: B``: where a further saying of the same sayer is joined on."""
    words = layout.tokens.words
    for cue in cues_between(cues, start, end)[:MAX_CUES]:
        colon = cue.end < end and words[cue.end] == ":" and not cue.first_person
        if not colon or layout.quote_around(cue.start) is not None:
            continue
        if words[cue.start - 1] == "و":
            return cue.start - 1
        if (new := _new_sayer(layout, start, cue.start)) is not None:
            return new
    return None


def _new_sayer(layout: Layout, start: int, cue_start: int) -> int | None:
    """The ``و`` or ``اما`` behind a verb that somebody else's saying follows: ``و معاونش گفت:``."""
    words = layout.tokens.words
    for i in range(cue_start - 1, max(start, cue_start - _MAX_JOINT), -1):
        if (words[i] == "و" or words[i] in CONTRASTS) and is_finite(words[i - 1]):
            sayer = i + 1 < cue_start and mention_at(layout, i + 1, cue_start) == cue_start
            return i if sayer else None
    return None


def _begin(sentence: Range) -> int:
    return sentence[0]


def _own_frame(layout: Layout, start: int, end: int, cues: Sequence[Cue], known: Known) -> bool:
    """Whether a sentence introduces a saying of its own, rather than being part of the speech."""
    words = layout.tokens.words
    within = cues_between(cues, start, end)
    first = within[0] if within else None
    if first is None or _inside_quotes(layout, start, first.start):
        return False
    if first.kind is CueKind.PREPOSITION:
        return first.start == skip_lead(layout, start, first.start + 1)
    verbs = [c for c in within[:MAX_CUES] if c.kind is CueKind.VERB]
    with_colon = (c for c in verbs if c.end < end and words[c.end] == ":")
    main = next(with_colon, verbs[0] if verbs else first)
    if main.first_person:
        return False
    subject = skip_lead(layout, start, first.start)
    pronoun = words[subject] in PRONOUNS or (words[subject] == "این" and subject + 1 < first.start)
    colon = main.end < end and words[main.end] == ":"
    marked = main.end < end and (colon or words[main.end] in ("که", "«", '"', "“"))
    mention = mention_at(layout, subject, first.start) if subject < first.start else subject
    evaluates = {"R"} == set(main.frames) or "A" in main.frames
    if evaluates and (words[subject] in PRONOUNS or known.begins(layout, subject, main.start)):
        return True
    if words[subject] in given_names() and "B" in main.frames and mention > subject + 1:
        return True
    if subject >= first.start and main.act == "add" and subject > start:
        return True  # ``همچنین افزود برق هم کم است``
    if colon:
        return mention > subject or subject >= first.start
    return marked and (pronoun or (mention > subject and words[subject] in ROLE_HEADS))


def _inside_quotes(layout: Layout, start: int, position: int) -> bool:
    around = layout.quote_around(position)
    return around is not None and around[0] < start


def _reporter(layout: Layout, start: int, end: int) -> bool:
    text = ""
    for word in layout.tokens.words[start : min(end, start + _REPORTER_WORDS)]:
        text += word
        if text in REPORTER_OPENERS:
            return True
    return False


def clause_scope(
    layout: Layout, sentence: Range, start: int, later: Sequence[Sourced], *, told: bool = False
) -> Range:
    """Return a ``که`` or bare clause: to the sentence's end, or to a cue of the same subject.

    ``later`` holds the sentence's following cues; ``told`` says that the saying stands inside
    another's words, which go on behind ``، اما``.
    """
    if inside := quoted(layout, start, sentence[1]):
        return inside
    words = layout.tokens.words
    if told:
        for i in range(start + 1, sentence[1] - 1):
            if words[i] in PAUSES and words[i + 1] in CLAUSE_OPENERS:
                return start, i
            if words[i] in FINITE_VERBS and words[i + 1] in CONTRASTS:
                return start, i + 1
    for item in later:
        cue = item.cue
        if cue.start <= start:
            continue
        if item.source and item.source[0] > start and words[item.source[0] - 1] in CLAUSE_OPENERS:
            return start, item.source[0] - 1
        cut = before_cue(layout, start, effective_start(layout, cue))
        if item.shared and cut == cue.start:
            return start, joint(layout, start, cue.start) or cut
        if item.shared or (cut < cue.start and words[cue.end : cue.end + 1] == (":",)):
            return start, cut
    return start, sentence[1]


def effective_start(layout: Layout, cue: Cue) -> int:
    """Return where a cue's own phrase begins: at the ``از`` of ``…، از X خبر داد``."""
    words = layout.tokens.words
    if "A" in cue.frames:
        for i in range(cue.start - 1, max(0, cue.start - _MAX_EVENT), -1):
            if words[i] == "از" and words[i - 1] in "،,":
                return i
    return cue.start


def before_cue(layout: Layout, start: int, cue_start: int) -> int:
    """Return where content ends in front of a cue.

    That is at the last comma or ``و`` that only adjuncts part from the cue; else at the cue.
    """
    words = layout.tokens.words
    for i in range(cue_start - 1, start, -1):
        if words[i] in "،,؛;":
            if words[cue_start - 1] == "و" and is_adjunct(layout, i + 1, cue_start, None):
                return i  # «…، به وضعیت سدها اشاره کرد و گفت»
            rest = skip_lead(layout, i + 1, cue_start)
            tail = mention_at(layout, rest, cue_start) if rest < cue_start else rest
            if rest >= cue_start or tail in (rest, cue_start):
                return i
            return cue_start
        if words[i] in CONTRASTS and i == cue_start - 1:
            return i
        if words[i] == "و" and (i == cue_start - 1 or words[i + 1] in ("با", "ضمن")):
            return i
    return cue_start


def joint(layout: Layout, low: int, cue_start: int) -> int | None:
    """Return the ``و`` or ``اما`` in front of a cue that nothing but adjuncts part from it."""
    words = layout.tokens.words
    for i in range(cue_start - 1, max(low - 1, cue_start - _MAX_JOINT), -1):
        if words[i] in CONTRASTS or words[i] == "و":
            adjunct = i + 1 == cue_start or is_adjunct(layout, i + 1, cue_start, None)
            return i if adjunct else None
    return None
