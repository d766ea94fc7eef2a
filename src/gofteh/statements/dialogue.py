"""Words given without a verb of saying: interviews, labelled dialogue, letters and declarations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gofteh.lexicon.heads import ORGANISATION_HEADS, ROLE_HEADS
from gofteh.lexicon.names import given_names
from gofteh.lexicon.signs import OPENING_QUOTES, QUESTION_MARKS
from gofteh.lexicon.talk import AS_FOLLOWS, ASKERS, BEHIND_WRITINGS, NOT_LABELS, WRITINGS
from gofteh.records import Manner
from gofteh.statements.cues import Cue
from gofteh.statements.drafts import Draft, trim
from gofteh.statements.interviews import guest_of, is_marked, questions_of
from gofteh.statements.known import Known
from gofteh.statements.phrases import mention_at, skip_lead
from gofteh.text.layout import Layout, Paragraph
from gofteh.text.tokens import Range

_MAX_LABEL = 7
_MIN_LABELS = 2
_MIN_SPEECH = 6
_PROSE_ENDS = frozenset('.!؟?»"…)')
_SPEECH_ENDS = frozenset('.!؟»"…')
# Words in which ``به شرح زیر است`` is looked for.
_AS_FOLLOWS = 6
# No label holds these.
_NO_LABEL = frozenset("،.؛؟!«/")
_LABEL_SIGNS = frozenset("*-–•#+")


@dataclass(frozen=True, slots=True)
class Speech:
    """A run of paragraphs that one voice fills."""

    paragraphs: tuple[int, ...]
    draft: Draft

    @property
    def begin(self) -> int:
        """The first token behind a label; the words' first token elsewhere."""
        return self.draft.content[0][0] if self.draft.content else 0


@dataclass(frozen=True, slots=True)
class Dialogue:
    """The speeches of an article by their first paragraph, and the paragraphs that only ask.

    ``spoken`` holds the paragraphs that are one voice's speech.
    """

    speeches: dict[int, Speech]
    questions: frozenset[int] = frozenset()
    spoken: frozenset[int] = frozenset()


def dialogue(
    layout: Layout, cues: Sequence[Sequence[Cue]], furniture: Sequence[bool], known: Known
) -> Dialogue:
    """Return the speeches of an interview or declaration."""
    labels = _voices(layout, cues, known)
    questions: set[int] = set()
    names = Counter(_words(layout, r) for r in labels.values())
    speeches: list[Speech] = []
    if sum(names.values()) > _MIN_LABELS and names.most_common(1)[0][1] >= _MIN_LABELS:
        speeches += _labelled(layout, labels, cues, furniture)
    else:
        questions = questions_of(layout)
        speeches += _interview(layout, cues, furniture, questions)
    speeches += _declarations(layout, cues, furniture, known)
    asked = frozenset(questions if any(s.draft.rule == "answer" for s in speeches) else ())
    told = {s.paragraphs[0]: s for s in reversed(speeches) if s.draft.content}
    return Dialogue(told, asked, frozenset(n for s in told.values() for n in s.paragraphs))


def _voices(layout: Layout, cues: Sequence[Sequence[Cue]], known: Known) -> dict[int, Range]:
    """The paragraphs in front of which a voice is named; where two persons' are, all labels."""
    every = {n: r for n, p in enumerate(layout.paragraphs) if (r := _label(layout, p, cues[n]))}
    counts = Counter(_words(layout, r) for r in every.values())
    named = _named_words(layout)
    sure = {n: r for n, r in every.items() if _names_voice(layout, r, known, named)}
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


def _names_voice(layout: Layout, label: Range, known: Known, named: frozenset[str]) -> bool:
    """Whether a label names a person or an asker, rather than a rubric of a table."""
    words = _words(layout, label)
    if words[0] in ASKERS or words[0] in ROLE_HEADS or known.begins(layout, *label):
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
    for i in range(start, min(paragraph.end - 3, start + _MAX_LABEL)):
        if words[i] == ":":
            spoken = any(c.start < i for c in cues)
            numbered = any(w.isdigit() for w in words[start:i])
            known = words[start] in NOT_LABELS or not words[start][0].isalpha() or numbered
            prose = layout.tokens.words[paragraph.end - 1] in _PROSE_ENDS
            short = paragraph.end - i < _MIN_SPEECH
            return None if i == start or spoken or known or short or not prose else Range(start, i)
        if words[i] in _NO_LABEL:
            return None
    return None


def _labelled(
    layout: Layout,
    labels: dict[int, Range],
    cues: Sequence[Sequence[Cue]],
    furniture: Sequence[bool],
) -> Iterator[Speech]:
    askers = _askers(layout, labels)
    for number, label in labels.items():
        paragraph = layout.paragraphs[number]
        name = _words(layout, label)
        if paragraph.title or name[0] in ASKERS or name in askers:
            continue
        run = _run(layout, number, cues, furniture, set(labels))
        content = (trim(layout, label.end + 1, paragraph.end), *_whole(layout, run[1:]))
        yield Speech(
            run, _speech(content, (Range(label.end, label.end + 1),), label, "label", run[-1])
        )


def _interview(
    layout: Layout, cues: Sequence[Sequence[Cue]], furniture: Sequence[bool], questions: set[int]
) -> Iterator[Speech]:
    guest = guest_of(layout)
    for number in sorted(questions):
        first = number + 1
        if first >= len(layout.paragraphs) or first in questions or furniture[first]:
            continue
        told = any(c.verb and not c.first_person for c in cues[first][:1])
        if told and not is_marked(layout, layout.paragraphs[number]):
            continue
        run = _run(layout, first, cues, furniture, questions)
        draft = _speech(_whole(layout, run), (), None, "answer", run[-1], guest)
        yield Speech(run, draft)


@dataclass(frozen=True, slots=True)
class Announced:
    """``متن نامه X به شرح زیر است:``: the writing's noun, and the sign behind which it begins."""

    writing: int
    sign: int


def _declarations(
    layout: Layout, cues: Sequence[Sequence[Cue]], furniture: Sequence[bool], known: Known
) -> Iterator[Speech]:
    announced = _announced(layout)
    for number, told in announced.items():
        paragraph, at = layout.paragraphs[number], told.writing
        begin = max(a for a, _ in paragraph.sentences if a <= at)
        first = skip_lead(layout, begin, at)
        stop = mention_at(layout, first, paragraph.end) if first < at else first
        source = Range(first, stop) if first < stop <= at else None
        writer = None if source else _writer(layout, at, paragraph.end, known)
        beside = writer is not None and at < writer.start < told.sign
        if told.sign + 1 < paragraph.end:
            run, content = _beside(layout, number, told.sign + 1, cues, furniture, set(announced))
        else:
            run = _run(layout, number + 1, cues, furniture, set(announced), long=True)
            content = _whole(layout, run)
        together = all(a <= at or a > told.sign for a, _ in paragraph.sentences)
        follows = _as_follows(layout.tokens.words, at + 1, told.sign) if together else ()
        cue = (Range(at, at + 1), *follows)
        named = writer if beside else source
        yield Speech(run, _speech(content, cue, named, "declaration", run[-1], writer))


def _as_follows(words: Sequence[str], start: int, sign: int) -> tuple[Range, ...]:
    """The words ``به شرح زیر است`` in front of a sign, if they stand there."""
    tail = range(max(start, sign - _AS_FOLLOWS), sign)
    first = next((i for i in tail if words[i] in ("به", "بدین", "از")), None)
    return (Range(first, sign),) if first is not None and _follows(words[first:sign]) else ()


def _beside(
    layout: Layout, number: int, begin: int, cues: Sequence[Sequence[Cue]],
    furniture: Sequence[bool], stops: set[int],
) -> tuple[tuple[int, ...], tuple[Range, ...]]:  # fmt: skip
    """The text that begins in the paragraph that announces it: a quotation, or what follows."""
    paragraph = layout.paragraphs[number]
    if layout.tokens.words[begin] in OPENING_QUOTES:
        end = layout.closing.get(begin, paragraph.end)
        return (number,), (trim(layout, begin, end),)
    run = _run(layout, number, cues, furniture, stops, long=True)
    return run, (trim(layout, begin, paragraph.end), *_whole(layout, run[1:]))


def _announced(layout: Layout) -> dict[int, Announced]:
    """The paragraphs that announce a text."""
    words = layout.tokens.words
    out = {}
    for number, paragraph in enumerate(layout.paragraphs):
        inside = range(paragraph.start, paragraph.end)
        writing = next((i for i in inside if words[i] in WRITINGS), None)
        if writing is None:
            continue
        signs = (i for i in range(writing, paragraph.end) if words[i] in (":", "؛"))
        sign = next((i for i in signs if _follows(words[writing:i])), None)
        last = number + 1 == len(layout.paragraphs)
        if sign is not None and not (last and sign + 1 == paragraph.end):
            out[number] = Announced(writing, sign)
    return out


def _follows(words: Sequence[str]) -> bool:
    """Whether words end in ``به شرح زیر است`` or the like."""
    return any(s in "".join(words[-_AS_FOLLOWS:]) for s in AS_FOLLOWS)


def _writer(layout: Layout, at: int, end: int, known: Known) -> Range | None:
    """Who wrote a text: named behind it (``متن پیام X``), or the subject that opens the article."""
    words = layout.tokens.words
    while at < end and (words[at] in WRITINGS or words[at] in BEHIND_WRITINGS):
        at += 1
    stop = mention_at(layout, at, end)
    named = _names_writer(words[at]) or known.begins(layout, at, stop)
    if stop > at and (named or words[stop] == "به"):
        return Range(at, stop)
    for paragraph in layout.paragraphs[:3]:
        first = skip_lead(layout, paragraph.start, paragraph.end)
        stop = mention_at(layout, first, paragraph.end) if first < paragraph.end else first
        if stop > first and _names_writer(words[first]):
            return Range(first, stop)
    return None


def _names_writer(word: str) -> bool:
    return word in ROLE_HEADS or word in ORGANISATION_HEADS or word in given_names()


def _run(
    layout: Layout, first: int, cues: Sequence[Sequence[Cue]], furniture: Sequence[bool],
    stops: set[int], *, long: bool = False,
) -> tuple[int, ...]:  # fmt: skip
    """The paragraphs from ``first`` that belong to one speech: prose without a frame of its own."""
    run = [first]
    for number in range(first + 1, len(layout.paragraphs)):
        if number in stops or furniture[number]:
            break
        if not _is_speech(layout, layout.paragraphs[number], cues[number], long=long):
            break
        run.append(number)
    return tuple(run)


def _is_speech(layout: Layout, paragraph: Paragraph, cues: Sequence[Cue], *, long: bool) -> bool:
    """Whether a paragraph can go on with a speech: prose, unless ``long``, and nobody's report."""
    words = layout.tokens.words
    tokens, begin = layout.tokens, paragraph.start
    reported = tokens.at(begin, "به", "گزارش") or tokens.at(begin, "گفتنی", "است")
    marked = any(words[c.end] == ":" and not c.first_person for c in cues)
    prose = long or words[paragraph.end - 1] in _SPEECH_ENDS
    return prose and not reported and not marked


def _whole(layout: Layout, run: Sequence[int]) -> tuple[Range, ...]:
    spans = (layout.paragraphs[n] for n in run)
    trimmed = (trim(layout, p.start, p.end) for p in spans)
    return tuple(r for r in trimmed if r.end > r.start)


def _speech(
    content: tuple[Range, ...], cue: tuple[Range, ...], source: Range | None, rule: str,
    paragraph: int, antecedent: Range | None = None,
) -> Draft:  # fmt: skip
    return Draft(
        content=content, cue=cue, source=source, rule=rule, manner=Manner.DIRECT,
        act="write" if rule == "declaration" else "answer" if rule == "answer" else "say",
        lemma=None, paragraph=paragraph, antecedent=antecedent,
    )  # fmt: skip
