"""Repair at three levels, each containing the one before, with one list of edits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from gofteh.repairing.characters import (
    quotation_edits,
    rule_edits,
    single_edits,
    suspects,
)
from gofteh.repairing.edits import Edit, apply, compose, offset_map
from gofteh.repairing.letters import unsure_edits
from gofteh.repairing.model import SpacingModel, spacing_model
from gofteh.repairing.protect import outside
from gofteh.repairing.spacing import spacing_edits, typed_half_spaces
from gofteh.repairing.spelling import spelling_edits
from gofteh.repairing.style import against_newsroom, newsroom_edits
from gofteh.repairing.vocabulary import vocabulary
from gofteh.text.levels import Digits, Level, Style
from gofteh.text.offsets import OffsetMap

# One edit may make another possible; in real text none is left after two rounds.
_MAX_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Repaired:
    """A repaired text, what was changed, and the way between it and the raw one."""

    raw: str
    text: str
    edits: tuple[Edit, ...]
    _map: list[OffsetMap] = field(default_factory=list, init=False, repr=False, compare=False)

    @property
    def map(self) -> OffsetMap:
        """The map of offsets; built when first asked for."""
        if not self._map:
            self._map.append(offset_map(self.edits))
        return self._map[0]

    def to_raw(self, span: tuple[int, int]) -> tuple[int, int]:
        """Return the raw span of a span of the repaired text."""
        return self.map.to_raw(*span)

    def to_repaired(self, span: tuple[int, int]) -> tuple[int, int]:
        """Return the repaired span of a raw span; empty where all of it was deleted."""
        return self.map.to_view(*span)


def repair(
    text: str,
    level: Level | str = Level.SPACING,
    *,
    digits: Digits | str = Digits.ARABIC,
    style: Style | str = Style.ACADEMY,
) -> Repaired:
    """Return a text repaired up to a level, with every edit and the map of offsets.

    ``level`` is ``characters`` (letters, digits, invisible characters, punctuation), ``spacing``
    (half-spaces and word boundaries too) or ``spelling`` (slips too). ``digits`` says which digits
    to write; by default Arabic ones become Persian and Latin ones stay. ``style`` says how, from
    ``spacing`` on, words are written that the Academy and newsrooms write differently. Repairing
    the result again changes nothing. Raises ``ValueError`` for an unknown level, digits or style,
    ``TypeError`` for what is no string.
    """
    if not isinstance(text, str):
        raise TypeError(f"repair takes a str, not {type(text).__name__}")
    level = Level(level)
    lines = _LineRepair(level, Digits(digits), Style(style))
    work = _Text(text)
    work.do(unsure_edits)
    # Spelling looks at the whole text, and behind the lines: it judges words by their neighbours.
    for _ in range(_MAX_ROUNDS):
        work.do(lines.edits, protected=False)
        if level != Level.SPELLING or not work.do(_spelling):
            break
    return Repaired(text, work.text, tuple(work.edits))


def _spelling(text: str) -> list[Edit]:
    return spelling_edits(text, vocabulary())


def _newsroom_spacing(line: str, model: SpacingModel) -> list[Edit]:
    return [e for e in spacing_edits(line, model) if not against_newsroom(line, e)]


def _moved(edit: Edit, by: int) -> Edit:
    if not by:
        return edit
    start, end = edit.start + by, edit.end + by
    return Edit(start, end, edit.before, edit.after, edit.kind, edit.confidence)


# A step of the repair: the edits that it asks for in a text.
FindEdits = Callable[[str], Sequence[Edit]]


class _LineRepair:
    """The repair of characters and spacing, line by line: no rule of these looks beyond its line.

    Characters come first, since the lexicon of the spacing knows Persian letters alone; of them
    single ones first, since the rules over neighbours are written for these.
    """

    def __init__(self, level: Level, digits: Digits, style: Style) -> None:
        self._digits = digits
        # What lines became: those in which no slip is mended then are not looked at again.
        self._settled: set[str] = set()
        self._spacing: list[FindEdits] = []
        # In front of the characters, which let a half-space beside a space fall.
        self._before: list[FindEdits] = []
        if level == Level.CHARACTERS:
            return
        model = spacing_model()
        self._before = [lambda line: typed_half_spaces(line, model.lexicon)]
        if style == Style.ACADEMY:
            self._spacing = [lambda line: spacing_edits(line, model)]
        else:
            self._spacing = [lambda line: _newsroom_spacing(line, model), newsroom_edits]

    def edits(self, text: str) -> list[Edit]:
        """Return the edits of a text behind which no line has another."""
        return [
            _moved(edit, start)
            for start, end in self._lines(text)
            if (line := text[start:end]) not in self._settled
            for edit in self._repair_line(line)
        ]

    def _lines(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the spans of lines that a step might change, in order."""
        if self._spacing:
            return _all_lines(text)
        return _lines_at(text, suspects(text, self._digits))

    def _repair_line(self, line: str) -> list[Edit]:
        """All edits of a line, its steps repeated until none asks for more."""
        work = _Text(line)
        for step in self._before:
            work.do(step)
        for _ in range(_MAX_ROUNDS):
            changed = work.do(lambda text: single_edits(text, self._digits))
            changed |= work.do(quotation_edits)
            for _ in range(_MAX_ROUNDS):
                if not work.do(rule_edits):
                    break
                changed = True
            for step in self._spacing:
                changed |= work.do(step)
            if not changed:
                if not any(step(work.text) for step in self._before):
                    self._settled.add(work.text)
                break
        return work.edits


def _all_lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line:
            yield start, end
        start = end + 1


def _lines_at(text: str, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the spans of the lines in which some offsets lie, each once."""
    end = -1
    for place in sorted(places):
        if place > end:
            start = text.rfind("\n", 0, place) + 1
            end = text.find("\n", place)
            end = len(text) if end < 0 else end
            yield start, end


class _Text:
    """A text in repair: the raw one, what it reads so far, and the edits between the two."""

    def __init__(self, raw: str) -> None:
        self._raw = self.text = raw
        self.edits: list[Edit] = []

    def do(self, step: FindEdits, protected: bool = True) -> bool:
        """Make the edits that a step asks for, but of protected spans; return whether any was."""
        edits = step(self.text)
        if edits and protected:
            edits = outside(self.text, edits)
        if not edits:
            return False
        self.edits = compose(self._raw, self.edits, self.text, edits)
        self.text = apply(self.text, edits)
        return True
