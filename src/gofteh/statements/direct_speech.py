"""How far direct speech behind a colon reaches: over sentences, to the next statement."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from gofteh.lexicon.acts import Act
from gofteh.lexicon.boundaries import (
    CONTRASTS,
    REPORTER_OPENERS,
)
from gofteh.lexicon.entries import BEHIND_PREPOSITION, CLAUSES, Complement
from gofteh.lexicon.heads import PLURAL_PRONOUNS, PRONOUNS, ROLE_HEADS
from gofteh.lexicon.names import given_names
from gofteh.lexicon.particles import AND, OBJECT, THIS, THIS_OR_THAT
from gofteh.lexicon.signs import SENTENCE_ENDS
from gofteh.statements.cues import MAX_CUES, Cue, CueKind, cues_between
from gofteh.statements.known_speakers import KnownSpeakers
from gofteh.statements.leads import skip_lead
from gofteh.statements.phrases import is_finite, mention_at
from gofteh.statements.scope import quoted
from gofteh.text.layout import Layout, Paragraph
from gofteh.text.tokens import Range

_MARKS = frozenset({"که", "«", '"', "“"})
# Behind a verb that ends its sentence: a full stop, the paragraph's end, the text's.
_CLOSED = (".", "\n", "")
_REPORTER_WORDS = 4
_MAX_JOINT = 12
# ``گرفته اند``: a perfect whose half-space is typed as a space.
_HAVE = "اند"
# Tokens between ``و`` and the verb of what is called something.
_MAX_CALLED = 25
# ``آنها همچنین`` *they also*: the speaker goes on.
_ALSO = "همچنین"


def direct_scope(
    layout: Layout, paragraph: Paragraph, start: int, cues: Sequence[Cue], known: KnownSpeakers
) -> Range:
    """Return the content behind a colon: to the end of the paragraph, or to the next statement.

    That is a sentence with a statement of its own, or one that the reporter adds.
    """
    if inside := quoted(layout, start, paragraph.end):
        return inside
    end = paragraph.end
    after = bisect_right(paragraph.sentences, start, key=_begin)
    if after and (stop := _end_in_sentence(layout, start, paragraph.sentences[after - 1][1], cues)):
        return Range(start, stop)
    for a, b in paragraph.sentences[after:]:
        if _has_own_statement(layout, a, b, cues, known) or is_reporters(layout, a, b):
            end = a
            break
    return Range(start, end)


def _end_in_sentence(layout: Layout, start: int, end: int, cues: Sequence[Cue]) -> int | None:
    """Where content ends in front of a further statement of its sentence; None without one.

    ``A، و ادامه داد: B``, ``A و این کار را «B» خواند.``
    """
    words = layout.tokens.words
    for cue in cues_between(cues, start, end)[:MAX_CUES]:
        if (called := _calls(layout, start, cue)) is not None:
            return called
        colon = cue.end < end and words[cue.end] == ":" and not cue.first_person
        if not colon or layout.quote_around(cue.start) is not None:
            continue
        if words[cue.start - 1] == AND:
            return cue.start - 1
        if (new := _new_speaker(layout, start, cue.start)) is not None:
            return new
    return None


def _calls(layout: Layout, start: int, cue: Cue) -> int | None:
    """The ``و`` behind a verb, if the speaker called something something in front of a full stop.

    Only in the past tense: ``سد پر است و آن را نعمت می‌داند`` is told within the speech.
    """
    words = layout.tokens.words
    told = Complement.CALLED in cue.takes and not cue.first_person and not cue.ongoing
    if not told or words[cue.end] not in SENTENCE_ENDS or layout.quote_around(cue.start):
        return None
    for i in range(cue.start - 1, max(start, cue.start - _MAX_CALLED), -1):
        closed = is_finite(words[i - 1]) or words[i - 1] == _HAVE
        if words[i] == AND and words[i + 1] in THIS_OR_THAT and closed:
            return i if OBJECT in words[i + 1 : cue.start] else None
    return None


def _new_speaker(layout: Layout, start: int, cue_start: int) -> int | None:
    """The ``و`` or ``اما`` behind a verb, if another speaker follows: ``و معاونش گفت:``."""
    words = layout.tokens.words
    for i in range(cue_start - 1, max(start, cue_start - _MAX_JOINT), -1):
        if (words[i] == AND or words[i] in CONTRASTS) and is_finite(words[i - 1]):
            speaker = i + 1 < cue_start and mention_at(layout, i + 1, cue_start) == cue_start
            return i if speaker else None
    return None


def _begin(sentence: Range) -> int:
    return sentence.start


def _has_own_statement(
    layout: Layout, start: int, end: int, cues: Sequence[Cue], known: KnownSpeakers
) -> bool:
    """Whether a sentence has a statement of its own, rather than being part of the speech."""
    within = cues_between(cues, start, end)
    first = within[0] if within else None
    if first is None or _inside_quotes(layout, start, first.start):
        return False
    if first.kind is CueKind.PREPOSITION:
        return first.start == skip_lead(layout, start, first.start + 1)
    main = _main(layout, within[:MAX_CUES], end)
    if main.first_person:
        return False
    subject = skip_lead(layout, start, first.start)
    return _tells_by_object(layout, subject, main, known) or _tells_by_marker(
        layout, Range(start, end), subject, first, main
    )


def _main(layout: Layout, cues: Sequence[Cue], end: int) -> Cue:
    """The cue that decides about a sentence: a verb with a colon, else the first verb or cue."""
    words = layout.tokens.words
    verbs = [c for c in cues if c.kind is CueKind.VERB]
    with_colon = (c for c in verbs if c.end < end and words[c.end] == ":")
    return next(with_colon, verbs[0] if verbs else cues[0])


def _tells_by_object(layout: Layout, subject: int, main: Cue, known: KnownSpeakers) -> bool:
    """Whether a known subject has its content in an object: ``او X را Y دانست``.

    Known are pronouns and mentions that the article names beyond doubt.
    """
    words = layout.tokens.words
    calls = Complement.CALLED in main.takes
    evaluates = calls and not CLAUSES & main.takes
    closed = words[main.end] in _CLOSED
    marked = OBJECT in words[subject : main.start]
    evaluates = evaluates or bool(BEHIND_PREPOSITION & main.takes) or (calls and marked and closed)
    return evaluates and (words[subject] in PRONOUNS or known.begins(layout, subject, main.start))


def _tells_by_marker(layout: Layout, sentence: Range, subject: int, first: Cue, main: Cue) -> bool:
    """Whether a subject and a verb of saying open the sentence, with a marker behind them."""
    words = layout.tokens.words
    dropped = subject >= first.start
    length = 0 if dropped else mention_at(layout, subject, first.start) - subject
    if dropped and main.act is Act.ADD and subject > sentence.start:
        return True  # ``همچنین افزود برق هم کم است``
    if length > 1 and words[subject] in given_names() and Complement.CLAUSE in main.takes:
        return True
    sign = words[main.end] if main.end < sentence.end else ""
    if sign == ":":
        return dropped or length > 0
    pronoun = words[subject] in PRONOUNS or (words[subject] == THIS and subject + 1 < first.start)
    pronoun = pronoun or (words[subject] in PLURAL_PRONOUNS and words[subject + 1] == _ALSO)
    return sign in _MARKS and (pronoun or (length > 0 and words[subject] in ROLE_HEADS))


def _inside_quotes(layout: Layout, start: int, position: int) -> bool:
    """Whether a token stands in a quotation that opens in front of ``start``."""
    around = layout.quote_around(position)
    return around is not None and around.start < start


def is_reporters(layout: Layout, start: int, end: int) -> bool:
    """Return whether a sentence opens with words of the reporter himself: ``گفتنی است …``."""
    text = ""
    for word in layout.tokens.words[start : min(end, start + _REPORTER_WORDS)]:
        text += word
        if text in REPORTER_OPENERS:
            return True
    return False
