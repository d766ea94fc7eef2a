"""How well each way of reporting speech is found, told from the annotations alone.

A phenomenon is a property of an annotated statement and its text, never of a prediction: what is
missed counts too. A statement may show several.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from gofteh.evaluate.answers import Answer, Answers
from gofteh.evaluate.names import fold, name_words
from gofteh.evaluate.pairing import Paired
from gofteh.evaluate.scores import CLOSE, RIGHT, pair_articles, right_speaker
from gofteh.records import Article, Manner, SpeakerKind

# Words that stand for a speaker, folded; a source that begins with ``این`` points at one.
_PRONOUNS = frozenset("وی او ایشان انها اینها انان خود وى".split())
_POINTING = "این"
_SENTENCE_END = re.compile(r"[.!؟?]\s+\S")
_THAT = "که"


@dataclass(frozen=True, slots=True)
class Case:
    """An annotated statement in its article; ``speakers`` counts the article's speakers."""

    raw: str
    body_start: int
    answer: Answer
    others: tuple[Answer, ...]
    speakers: int

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.answer.content[0][0]

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.answer.content[-1][1]

    @property
    def content(self) -> str:
        """The content from its first to its last character."""
        return self.raw[self.start : self.end]

    @property
    def lead(self) -> str | None:
        """What stands between the cue and the content behind it; ``None`` without such a cue."""
        ends = [end for _, end in self.answer.cue if end <= self.start]
        return self.raw[max(ends) : self.start] if ends else None

    @property
    def source(self) -> list[str]:
        """The folded words of the source."""
        return fold(self.raw[slice(*self.answer.source)]).split() if self.answer.source else []


@dataclass(frozen=True, slots=True)
class Row:
    """One phenomenon: how many annotated statements show it, and what became of them.

    ``found`` have a content overlap of 0.5, ``close`` of 0.9; ``speaker`` were found with the
    right speaker; ``right`` have that and an overlap of 0.8.
    """

    name: str
    gold: int
    found: int
    close: int
    speaker: int
    right: int


def _headline(case: Case) -> bool:
    return case.start < case.body_start


def _colon(case: Case) -> bool:
    return not _headline(case) and case.lead is not None and ":" in case.lead


def _that(case: Case) -> bool:
    cue = [case.raw[a:b] for a, b in case.answer.cue if b <= case.start]
    return case.lead is not None and _THAT in f"{cue[-1]} {case.lead}".split()


def _according(case: Case) -> bool:
    source, cue = case.answer.source, case.answer.cue
    if source is None or not cue:
        return False
    return cue[0][1] <= source[0] and source[1] <= case.start


def _object(case: Case) -> bool:
    return bool(case.answer.cue) and case.answer.cue[0][0] >= case.end


def _embedded(case: Case) -> bool:
    return any(
        other is not case.answer
        and other.content[0][0] <= case.start
        and case.end <= other.content[-1][1]
        and case.end - case.start < other.content[-1][1] - other.content[0][0]
        for other in case.others
    )


def _pronoun(case: Case) -> bool:
    words = case.source
    return bool(words) and (set(words) <= _PRONOUNS or words[0] == _POINTING)


def _role(case: Case) -> bool:
    """Whether a person is called by an office although the article has the name."""
    named = case.answer.kind == SpeakerKind.PERSON and bool(case.source) and not _pronoun(case)
    name = name_words(case.answer.speaker)
    return named and not set(name_words(" ".join(case.source))) & set(name)


Test = Callable[[Case], bool]

# In the order of the table.
PHENOMENA: Mapping[str, Test] = {
    "headline": _headline,
    "verb and colon": _colon,
    "that-clause (که)": _that,
    "according to (به گفته)": _according,
    "content before its verb": _object,
    "no cue": lambda case: not case.answer.cue,
    "literal": lambda case: case.answer.manner == Manner.DIRECT,
    "retold": lambda case: case.answer.manner == Manner.INDIRECT,
    "quoted fragments": lambda case: case.answer.manner == Manner.MIXED,
    "embedded in another": _embedded,
    "runs over sentences": lambda case: bool(_SENTENCE_END.search(case.content)),
    "runs over paragraphs": lambda case: "\n" in case.content.strip(),
    "subject dropped": lambda case: case.answer.source is None,
    "pronoun (وی، این مسئول)": _pronoun,
    "role for a name": _role,
    "one speaker in the article": lambda case: case.speakers == 1,
    "several speakers": lambda case: case.speakers > 1,
    "person": lambda case: case.answer.kind == SpeakerKind.PERSON,
    "organisation": lambda case: case.answer.kind == SpeakerKind.ORGANISATION,
    "group": lambda case: case.answer.kind == SpeakerKind.GROUP,
    "document": lambda case: case.answer.kind == SpeakerKind.DOCUMENT,
    "unnamed": lambda case: case.answer.kind == SpeakerKind.UNNAMED,
}


def by_phenomenon(
    articles: Mapping[str, Article], gold: Answers, predicted: Answers
) -> tuple[Row, ...]:
    """Return a row for every phenomenon of the gold, in the order of `PHENOMENA`.

    Raises ``ValueError`` where an annotated article has no text.
    """
    counts: dict[str, Counter[str]] = {name: Counter() for name in PHENOMENA}
    paired = pair_articles(articles, gold, predicted)
    for name, one in zip(gold, paired, strict=True):
        for case, result in _cases(articles[name].body_start, one):
            for phenomenon, test in PHENOMENA.items():
                if test(case):
                    counts[phenomenon] += result
    return tuple(
        Row(name, c["gold"], c["found"], c["close"], c["speaker"], c["right"])
        for name, c in counts.items()
    )


def _cases(body_start: int, paired: Paired) -> Iterator[tuple[Case, Counter[str]]]:
    speakers = len({tuple(name_words(answer.speaker)) for answer in paired.gold})
    pairs = {pair.gold: pair for pair in paired.pairs}
    for i, answer in enumerate(paired.gold):
        result = Counter(gold=1)
        if pair := pairs.get(i):
            speaker = right_speaker(answer, paired.predicted[pair.predicted])
            result.update(
                found=1,
                close=pair.overlap >= CLOSE,
                speaker=speaker,
                right=speaker and pair.overlap >= RIGHT,
            )
        yield Case(paired.raw, body_start, answer, paired.gold, speakers), result
