"""Finding cues: the words that signal a saying, wherever they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from gofteh.lexicon.forms import BARE_BEFORE_AND, CueForm, cue_forms, cue_prefixes
from gofteh.lexicon.frames import (
    DOCUMENT_SOURCES,
    PLURAL_SOURCES,
    Frame,
    according_leads,
    frame_prefixes,
    participle_frames,
    prepositional_frames,
)
from gofteh.lexicon.grammar import ADVERBIAL_NOUNS, DETERMINERS
from gofteh.lexicon.heads import DOCUMENT_HEADS, LAWS
from gofteh.text.tokens import Range, Tokens

# Words that may stand between a light-verb noun and its verb: ``تأکید هم کرد``.
_GAP_WORDS = frozenset({"هم", "نیز", "همچنین"})
# In front of a noun of saying whose verb stands apart: ``این هشدار را داد که``.
_POINTERS = ("این", "همین")
_ONGOING = ("می", "نمی", "خواهد", "خواهند")
_WRITINGS = DOCUMENT_HEADS - LAWS
_MAX_WORDS = 9
# Words that ``X را Y عنوان و`` is looked at in front of its noun.
_MAX_CALLED = 14
_SENTENCE_SIGNS = frozenset({".", ":", "؟", "!"})
# More sayings in one sentence are no prose; the bound keeps hostile text cheap.
MAX_CUES = 40


class CueKind(StrEnum):
    """Which grammar a cue follows."""

    VERB = "verb"
    PREPOSITION = "preposition"
    PARTICIPLE = "participle"


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue at a token range. ``parts`` are its words without what interrupts them."""

    kind: CueKind
    start: int
    end: int
    parts: tuple[Range, ...]
    verbs: tuple[CueForm, ...] = ()
    frame: Frame | None = None

    @property
    def frames(self) -> str:
        """All constructions that its verbs allow."""
        return "".join(v.frames for v in self.verbs)

    @property
    def passive(self) -> bool:
        """Whether the form can only be read as a passive."""
        return bool(self.verbs) and all(v.form.passive for v in self.verbs)

    @property
    def negated(self) -> bool:
        """Whether the saying itself is negated."""
        return bool(self.verbs) and all(v.form.negated for v in self.verbs)

    @property
    def first_person(self) -> bool:
        """Whether somebody speaks of his own saying: ``گفتم``."""
        return bool(self.verbs) and all(v.form.first_person for v in self.verbs)

    @property
    def participle(self) -> bool:
        """Whether the form is a participle without auxiliary: ``گفته``."""
        return bool(self.verbs) and all(v.form.participle for v in self.verbs)

    @property
    def present(self) -> bool:
        """Whether the form goes on or is about to be: ``می‌خواهد``, ``می‌خواست``."""
        return bool(self.verbs) and all(v.form.text.startswith(_ONGOING) for v in self.verbs)

    @property
    def act(self) -> str:
        """The normalised kind of saying."""
        if self.frame:
            return self.frame.act
        return self.verbs[0].entry.act

    @property
    def lemma(self) -> str:
        """The dictionary form of the verb, or the frame's words."""
        if self.frame:
            return self.frame.lemma
        return self.verbs[0].entry.lemma


def cues_between(cues: Sequence[Cue], start: int, end: int) -> Sequence[Cue]:
    """Return the cues that begin in a token range; ``cues`` stand in order."""
    low = bisect_left(cues, start, key=_start)
    return cues[low : bisect_left(cues, end, low, key=_start)]


def _start(cue: Cue) -> int:
    return cue.start


def find_cues(tokens: Tokens, start: int, end: int) -> list[Cue]:
    """Return the cues of a token range, in order, the longest at each place."""
    cues: list[Cue] = []
    words, starts, reached = tokens.words, _starts(), start
    for i in range(start, end):
        if words[i] not in starts or i < reached:
            continue
        cue = _frame_at(tokens, i, end) or _verb_at(tokens, i, end)
        if cue:
            cues.append(cue)
            reached = cue.end
    return cues


@cache
def _starts() -> frozenset[str]:
    """The words that a cue can begin with."""
    return cue_prefixes() | frame_prefixes() | frozenset(cue_forms())


def _frame_at(tokens: Tokens, i: int, end: int) -> Cue | None:
    frames, prefixes, leads = _frames(), frame_prefixes(), according_leads()
    text = ""
    best: Cue | None = None
    for j in range(i, min(end, i + _MAX_WORDS)):
        if text in leads and _document_source(tokens, j, end):
            frame = Frame("report", leads[text], text)
            best = Cue(CueKind.PREPOSITION, i, j, (Range(i, j),), frame=frame)
        text += tokens.words[j]
        if text in frames and not (best and tokens.words[j + 1] == "ها"):
            kind, frame = frames[text]
            best = Cue(kind, i, j + 1, (Range(i, j + 1),), frame=frame)
        if text not in prefixes:
            break
    return best


@cache
def _frames() -> dict[str, tuple[CueKind, Frame]]:
    """Every frame with its kind."""
    participles = {t: (CueKind.PARTICIPLE, f) for t, f in participle_frames().items()}
    return participles | {t: (CueKind.PREPOSITION, f) for t, f in prepositional_frames().items()}


def _document_source(tokens: Tokens, i: int, end: int) -> bool:
    """``بر اساس گزارش‌ها``, ``طبق یک مطالعه جدید``: the noun is itself the source."""
    words = tokens.words
    after = words[i + 1] if i + 1 < end else ""
    if i >= end or after in ("ی", "و"):
        return False
    if words[i] in DETERMINERS:
        return after in DOCUMENT_SOURCES
    return words[i] in PLURAL_SOURCES or words[i] in _WRITINGS


def _verb_at(tokens: Tokens, i: int, end: int) -> Cue | None:
    if tokens.words[i - 1] == "در" and tokens.words[i] in ADVERBIAL_NOUNS:
        return None  # ``در پاسخ گفت``
    best = _longest_verb(tokens, i, end)
    if best is None and tokens.words[i] in BARE_BEFORE_AND:
        return _bare_noun_at(tokens, i, end)
    return best


def _behind_object(tokens: Tokens, i: int, verbs: tuple[CueForm, ...]) -> bool:
    """``X را اعلام و``, ``X را Y عنوان و``: an object in front of a noun without its verb."""
    near = tokens.words[max(0, i - _MAX_CALLED) : i]
    called = any("R" in v.frames for v in verbs) and "را" in near and "\n" not in near
    return near[-1:] == ("را",) or (called and not any(w in _SENTENCE_SIGNS for w in near))


def _longest_verb(tokens: Tokens, i: int, end: int) -> Cue | None:
    """The longest verb of saying that begins at a token, over words that may part it."""
    forms, prefixes = cue_forms(), cue_prefixes()
    text = ""
    best: Cue | None = None
    taken: list[int] = []
    for j in range(i, min(end, i + _MAX_WORDS)):
        joined = text + tokens.words[j]
        if joined not in prefixes and joined not in forms:
            this = tokens.words[j] == "را" and tokens.words[i - 1] in _POINTERS
            if text and (this or tokens.words[j] in _GAP_WORDS):
                continue
            break
        text = joined
        taken.append(j)
        if text in forms:
            best = Cue(CueKind.VERB, i, j + 1, _parts(taken), verbs=forms[text])
    return None if best and _points_back(tokens, best) else best


def _points_back(tokens: Tokens, cue: Cue) -> bool:
    """``این هشدار را داد`` tells what only with a mark behind; else it refers to what was said."""
    parted = "را" in tokens.words[cue.start : cue.end]
    return parted and tokens.words[cue.end] not in (":", "که")


def _parts(taken: Sequence[int]) -> tuple[Range, ...]:
    """Tokens in their order as ranges of neighbours."""
    starts = [a for k, a in enumerate(taken) if not k or taken[k - 1] + 1 != a]
    ends = [b + 1 for k, b in enumerate(taken, 1) if k == len(taken) or taken[k] != b + 1]
    return tuple(map(Range, starts, ends))


def _bare_noun_at(tokens: Tokens, i: int, end: int) -> Cue | None:
    """``X را اعلام و اظهار کرد``: the noun shares the light verb behind ``و``."""
    forms = cue_forms()
    if i + 3 >= end or tokens.words[i + 1] != "و" or tokens.words[i - 1] == "و":
        return None
    verbs = forms.get(tokens.words[i] + "کرد", ())
    told = _behind_object(tokens, i, verbs) or _verb_at(tokens, i + 2, end) is not None
    if not verbs or not told:
        return None
    return Cue(CueKind.VERB, i, i + 1, (Range(i, i + 1),), verbs=verbs)
