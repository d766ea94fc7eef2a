"""Labelled dialogue: a name and a colon that open a paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gofteh.lexicon.acts import Act
from gofteh.lexicon.heads import ROLE_HEADS
from gofteh.lexicon.names import given_names, is_common_form
from gofteh.lexicon.rules import Meaning
from gofteh.lexicon.signs import QUESTION_MARKS
from gofteh.lexicon.talk import ANSWERERS, ASKERS, NOT_LABELS
from gofteh.statements.context import InArticle
from gofteh.statements.cues import Cue
from gofteh.statements.declared import Construction, Example, Rule
from gofteh.statements.drafts import trim
from gofteh.statements.interviews import asking, guest_of
from gofteh.statements.known_speakers import KnownSpeakers
from gofteh.statements.paragraph_speeches import Speech, run_of, spans_of, speech
from gofteh.statements.phrases import is_finite
from gofteh.text.layout import Layout, Paragraph
from gofteh.text.tokens import Range

_MAX_LABEL = 7
_MIN_LABELS = 2
_MIN_SPEECH = 6
_PROSE_ENDS = frozenset('.!؟?»"…)')
# No label holds these.
_NO_LABEL = frozenset("،.؛؟!«/")
_LABEL_SIGNS = frozenset("*-–•#+")


def _labelled(place: InArticle) -> Iterator[Speech]:
    """``محمد احمدی: …``: the turns of a dialogue, without those of who only asks."""
    layout = place.layout
    labels = _labels(layout, place.cues, place.known)
    if not _is_dialogue(layout, labels):
        return
    askers, guest = _askers(layout, labels), guest_of(layout)
    alone = len({_words(layout, label) for label in labels.values()}) == 1
    # where only the guest is labelled, what asks between the turns is the interviewer's
    stops = labels.keys() | _alone(layout) | (asking(layout) if alone else set())
    last = max(stops)
    for number, label in labels.items():
        name = _words(layout, label)
        if layout.paragraphs[number].title or name[0] in ASKERS or name in askers:
            continue
        run = run_of(place, number, stops, last=last)
        if content := _content(layout, label, run):
            yield _turn(run, content, label, guest, answers=name[0] in ANSWERERS)


def _content(layout: Layout, label: Range, run: Sequence[int]) -> tuple[Range, ...]:
    """The words behind a label, in its line and in the paragraphs that belong to the turn."""
    begin, end = label.end + 1, layout.paragraphs[run[0]].end
    beside = (trim(layout, begin, end),) if begin < end else ()
    return (*beside, *spans_of(layout, run[1:]))


def _turn(
    run: tuple[int, ...], content: tuple[Range, ...], label: Range, guest: Range | None, *,
    answers: bool,
) -> Speech:  # fmt: skip
    """A turn as its label's speech; the guest's, where the label only tells that he answers."""
    if answers:
        return speech(run, content, LABEL.rule, Act.ANSWER, antecedent=guest)
    colon = Range(label.end, label.end + 1)
    return speech(run, content, LABEL.rule, Act.SAY, cue=(colon,), source=label)


def _alone(layout: Layout) -> set[int]:
    """The short lines that end in a colon: who speaks below, though no label is sure of it.

    No sentence (``راه ما این است:``), and nothing that begins with a common word (``اول:``).
    """
    words = layout.tokens.words
    short = ((n, p) for n, p in enumerate(layout.paragraphs) if p.end - p.start <= _MAX_LABEL)
    lines = ((n, words[p.start : p.end - 1]) for n, p in short if words[p.end - 1] == ":")
    return {n for n, w in lines if w and not is_common_form(w[0]) and not any(map(is_finite, w))}


def _is_dialogue(layout: Layout, labels: dict[int, Range]) -> bool:
    """Whether there are enough labels, and one of them stands twice."""
    names = Counter(_words(layout, r) for r in labels.values())
    return sum(names.values()) > _MIN_LABELS and names.most_common(1)[0][1] >= _MIN_LABELS


def _labels(
    layout: Layout, cues: Sequence[Sequence[Cue]], known: KnownSpeakers
) -> dict[int, Range]:
    """The labels of a dialogue by paragraph: those that name a speaker, and repeated ones.

    Empty where fewer than two name a speaker: then it is no dialogue.
    """
    every = {n: r for n, p in enumerate(layout.paragraphs) if (r := _label(layout, p, cues[n]))}
    if len(every) < _MIN_LABELS:
        return {}
    counts = Counter(_words(layout, r) for r in every.values())
    named = _named_words(layout)
    sure = {n: r for n, r in every.items() if _names_speaker(layout, r, known, named)}
    if len(sure) < _MIN_LABELS:
        return {}
    return {n: r for n, r in every.items() if n in sure or counts[_words(layout, r)] >= _MIN_LABELS}


def _askers(layout: Layout, labels: dict[int, Range]) -> set[tuple[str, ...]]:
    """The labels whose paragraphs mostly end in a question mark: who asks."""
    words = layout.tokens.words
    asked: Counter[tuple[str, ...]] = Counter()
    for number, label in labels.items():
        ends = words[layout.paragraphs[number].end - 1] in QUESTION_MARKS
        asked[_words(layout, label)] += 1 if ends else -1
    return {label for label, balance in asked.items() if balance > 0}


def _named_words(layout: Layout) -> frozenset[str]:
    """The words that stand behind a given name somewhere: surnames."""
    words, given = layout.tokens.all, given_names()
    return frozenset(after for word, after in pairwise(words) if word in given)


def _names_speaker(
    layout: Layout, label: Range, known: KnownSpeakers, named: frozenset[str]
) -> bool:
    """Whether a label names a person or an asker, rather than a rubric of a table."""
    words = _words(layout, label)
    if words[0] in ASKERS | ANSWERERS or words[0] in ROLE_HEADS or known.begins(layout, *label):
        return True
    if any(w in given_names() for w in words[:2]):
        return True
    if len(words) != 1:
        return False
    return words[0] in named or any(m[-1:] == words for m in known.mentions)


def _words(layout: Layout, span: Range) -> tuple[str, ...]:
    return layout.tokens.of(span)


def _label(layout: Layout, paragraph: Paragraph, cues: Sequence[Cue]) -> Range | None:
    """The name in front of a paragraph's colon: ``محمد احمدی: …``."""
    words = layout.tokens.words
    start = paragraph.start
    while start < paragraph.end and words[start] in _LABEL_SIGNS:
        start += 1
    for i in range(start, min(paragraph.end, start + _MAX_LABEL)):
        if words[i] == ":":
            spoken = any(c.start < i for c in cues) or any(map(is_finite, words[start:i]))
            numbered = any(w.isdigit() for w in words[start:i])
            known = words[start] in NOT_LABELS or not words[start][0].isalpha() or numbered
            told = _is_told(layout, i, paragraph)
            return None if i == start or spoken or known or not told else Range(start, i)
        if words[i] in _NO_LABEL:
            return None
    return None


def _is_told(layout: Layout, colon: int, paragraph: Paragraph) -> bool:
    """Whether a speech stands behind a label: in its line, or in the next ones."""
    end = paragraph.end
    if colon < end - 1:
        return end - colon >= _MIN_SPEECH and layout.tokens.words[end - 1] in _PROSE_ENDS
    below = layout.paragraph_at(colon) + 1
    near = layout.paragraphs[below : below + 2]  # a short line may stand before the prose
    return any(layout.tokens.words[p.end - 1] in _PROSE_ENDS for p in near)


LABEL = Construction(
    rule=Rule(
        "label", Meaning("نام و دونقطه در آغاز بند", "a name and a colon that open a paragraph")
    ),
    find=_labelled,
    example=Example(
        "لیلا فرهمند: آب سد امسال کم است.\nبهرام کوهستانی: دریچه سد باز مانده است.\n"
        "لیلا فرهمند: شیر آب شهر بسته می‌شود.",
        "لیلا فرهمند",
        "آب سد امسال کم است",
    ),
    why_here="A name in front of each turn tells who speaks; answers without one must be guessed "
    "from the questions.",
)
