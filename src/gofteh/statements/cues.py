"""Finding cues: the words that can signal reported speech, wherever they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from gofteh.lexicon.acts import Act
from gofteh.lexicon.boundaries import DETERMINERS
from gofteh.lexicon.entries import Complement, Trait
from gofteh.lexicon.forms import Inflected, cue_forms, cue_prefixes, nouns_with
from gofteh.lexicon.frames import (
    DOCUMENT_SOURCES,
    PLURAL_SOURCES,
    Frame,
    according_prepositions,
    frame_prefixes,
    participle_frames,
    prepositional_frames,
)
from gofteh.lexicon.heads import DOCUMENT_HEADS, LAWS
from gofteh.lexicon.particles import AND, DID, IN, OBJECT, OPENS_CONTENT, PLURAL, YEH
from gofteh.text.tokens import Range, Tokens

# Words that may stand between a light-verb noun and its verb: ``تأکید هم کرد``.
_GAP_WORDS = frozenset({"هم", "نیز", "همچنین"})
# In front of a light-verb noun that ``را`` parts from its verb: ``این هشدار را داد که``.
_POINTERS = ("این", "همین")
_REPORTING_DOCUMENTS = DOCUMENT_HEADS - LAWS
_MAX_WORDS = 9
# How many words in front of ``عنوان و`` are searched for ``را``: ``X را Y عنوان و …``.
_MAX_CALLED = 14
_SENTENCE_SIGNS = frozenset({".", ":", "؟", "!"})
# No sentence of prose has more cues; the bound keeps hostile text cheap.
MAX_CUES = 40
# Behind a document's noun: its phrase goes on, so the noun alone is not the source.
_LINKED = (YEH, AND)
# The end of words that ``را`` closes: an object right in front.
_OBJECT_LAST = (OBJECT,)


class CueKind(StrEnum):
    """Which grammar a cue follows."""

    VERB = "verb"
    PREPOSITION = "preposition"
    PARTICIPLE = "participle"


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue at a token range: a verb in one of its forms, or a frame without a verb.

    ``parts`` are the ranges of its own words, without what interrupts them: in ``تأکید هم کرد`` the
    first word and the last.
    """

    kind: CueKind
    start: int
    end: int
    parts: tuple[Range, ...]
    verb: Inflected | None = None
    frame: Frame | None = None

    @property
    def takes(self) -> frozenset[Complement]:
        """The complements of its verb; none for a frame, whose content stands in one way."""
        return self.verb.takes if self.verb else frozenset()

    @property
    def passive(self) -> bool:
        """Whether the form can only be read as a passive."""
        return self.verb is not None and self.verb.passive

    @property
    def negated(self) -> bool:
        """Whether the verb is negated."""
        return self.verb is not None and self.verb.negated

    @property
    def first_person(self) -> bool:
        """Whether its verb stands in the first person: ``گفتم``."""
        return self.verb is not None and self.verb.first_person

    @property
    def participle(self) -> bool:
        """Whether the form is a participle without auxiliary: ``گفته``."""
        return self.verb is not None and self.verb.participle

    @property
    def plural(self) -> bool:
        """Whether its verb stands in the third person's plural, or the first one's: ``گفتند``.

        ``گفتید`` addresses one person politely.
        """
        return self.verb is not None and self.verb.plural and not self.verb.second_person

    @property
    def ongoing(self) -> bool:
        """Whether its verb is present, future or imperfect: ``می‌خواهد``, ``می‌خواست``."""
        return self.verb is not None and self.verb.ongoing

    def has(self, trait: Trait) -> bool:
        """Return whether its verb has a trait."""
        return self.verb is not None and trait in self.verb.traits

    @property
    def act(self) -> Act:
        """The speech act."""
        return self._entry.act

    @property
    def lemma(self) -> str:
        """The dictionary form of the verb, or the frame's words."""
        return self._entry.lemma

    @property
    def _entry(self) -> Inflected | Frame:
        """The lexicon's entry for it."""
        entry = self.verb or self.frame
        if entry is None:
            raise ValueError("a cue is a verb or a frame, and this is neither")
        return entry


def cues_between(cues: Sequence[Cue], start: int, end: int) -> Sequence[Cue]:
    """Return the cues that begin in a token range; ``cues`` stand in order."""
    low = bisect_left(cues, start, key=_start)
    return cues[low : bisect_left(cues, end, low, key=_start)]


def _start(cue: Cue) -> int:
    return cue.start


def find_cues(tokens: Tokens, start: int, end: int) -> list[Cue]:
    """Return the cues of a token range, in order, the longest at each place."""
    cues: list[Cue] = []
    starts, framing, reached = _starts(), _frame_starts(), start
    for i, word in enumerate(tokens.words[start:end], start):
        if word not in starts or i < reached:
            continue
        frame = _frame_at(tokens, i, end) if word in framing else None
        cue = frame or _verb_at(tokens, i, end)
        if cue:
            cues.append(cue)
            reached = cue.end
    return cues


@cache
def _starts() -> frozenset[str]:
    """The words that a cue can begin with."""
    return cue_prefixes() | frame_prefixes() | frozenset(cue_forms())


@cache
def _frame_starts() -> frozenset[str]:
    """The words that a frame can begin with."""
    return frame_prefixes() | frozenset(_frames())


def _frame_at(tokens: Tokens, i: int, end: int) -> Cue | None:
    """The longest frame that begins at a token."""
    frames, prefixes, openings = _frames(), frame_prefixes(), according_prepositions()
    text = ""
    best: Cue | None = None
    for j in range(i, min(end, i + _MAX_WORDS)):
        if text in openings and _document_source(tokens, j, end):
            frame = Frame(Act.REPORT, openings[text], text)
            best = Cue(CueKind.PREPOSITION, i, j, (Range(i, j),), frame=frame)
        text += tokens.words[j]
        if text in frames and not (best and tokens.words[j + 1] == PLURAL):
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
    """Whether a document's noun is itself the source: ``بر اساس گزارش‌ها``, ``طبق یک مطالعه``."""
    words = tokens.words
    after = words[i + 1] if i + 1 < end else ""
    if i >= end or after in _LINKED:
        return False
    if words[i] in DETERMINERS:
        return after in DOCUMENT_SOURCES
    return words[i] in PLURAL_SOURCES or words[i] in _REPORTING_DOCUMENTS


def _verb_at(tokens: Tokens, i: int, end: int) -> Cue | None:
    """The verb of saying that begins at a token, or a noun that stands for one."""
    if tokens.words[i - 1] == IN and tokens.words[i] in nouns_with(Trait.ADVERBIAL):
        return None  # ``در پاسخ گفت``
    best = _longest_verb(tokens, i, end)
    if best is None and tokens.words[i] in nouns_with(Trait.BARE_NOUN):
        return _bare_noun_at(tokens, i, end)
    return best


def _behind_object(tokens: Tokens, i: int, verb: Inflected) -> bool:
    """Whether an object stands in front of a noun: ``X را اعلام و``, ``X را Y عنوان و``."""
    near = tokens.words[max(0, i - _MAX_CALLED) : i]
    called = Complement.CALLED in verb.takes and OBJECT in near and "\n" not in near
    return near[-1:] == _OBJECT_LAST or (called and not any(w in _SENTENCE_SIGNS for w in near))


def _longest_verb(tokens: Tokens, i: int, end: int) -> Cue | None:
    """The longest verb of saying that begins at a token; words like ``هم`` may interrupt it."""
    forms, prefixes = cue_forms(), cue_prefixes()
    text = ""
    best: Cue | None = None
    taken: list[int] = []
    for j in range(i, min(end, i + _MAX_WORDS)):
        joined = text + tokens.words[j]
        if joined not in prefixes and joined not in forms:
            pointed = tokens.words[j] == OBJECT and tokens.words[i - 1] in _POINTERS
            if text and (pointed or tokens.words[j] in _GAP_WORDS):
                continue
            break
        text = joined
        taken.append(j)
        if text in forms:
            best = Cue(CueKind.VERB, i, j + 1, _parts(taken), verb=forms[text])
    return None if best and _points_back(tokens, best) else best


def _points_back(tokens: Tokens, cue: Cue) -> bool:
    """``این هشدار را داد`` refers back unless a marker follows: it has no content of its own."""
    parted = OBJECT in tokens.words[cue.start : cue.end]
    return parted and tokens.words[cue.end] not in OPENS_CONTENT


def _parts(taken: Sequence[int]) -> tuple[Range, ...]:
    """Tokens in their order as ranges of neighbours."""
    starts = [a for k, a in enumerate(taken) if not k or taken[k - 1] + 1 != a]
    ends = [b + 1 for k, b in enumerate(taken, 1) if k == len(taken) or taken[k] != b + 1]
    return tuple(map(Range, starts, ends))


def _bare_noun_at(tokens: Tokens, i: int, end: int) -> Cue | None:
    """``X را اعلام و اظهار کرد``: a noun that shares the light verb of the one behind ``و``."""
    forms = cue_forms()
    if i + 3 >= end or tokens.words[i + 1] != AND or tokens.words[i - 1] == AND:
        return None
    verb = forms[tokens.words[i] + DID]
    if not _behind_object(tokens, i, verb) and _verb_at(tokens, i + 2, end) is None:
        return None
    return Cue(CueKind.VERB, i, i + 1, (Range(i, i + 1),), verb=verb)
