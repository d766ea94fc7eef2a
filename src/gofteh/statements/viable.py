"""Which cues can have a content at all, by the words right around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gofteh.lexicon.boundaries import IMPERSONAL, NO_FRAME_BEHIND, NO_SAYING_BEFORE, NOUN_SIGNALS
from gofteh.lexicon.classes import HOLDS_VIEW, is_a
from gofteh.lexicon.entries import ABOUT_OBJECT, Complement, Trait
from gofteh.lexicon.events import POINTERS, SAYING_NOUNS
from gofteh.lexicon.frames import OPINIONS
from gofteh.lexicon.heads import (
    DOCUMENT_HEADS,
)
from gofteh.lexicon.names import given_names
from gofteh.lexicon.nouns import AMOUNTS
from gofteh.lexicon.particles import (
    AND,
    BUT,
    COMMA,
    FROM,
    IN,
    OBJECT,
    ONGOING,
    OPENS_CONTENT,
    SAID,
    SEMICOLON,
    THAT,
    THIS_THAT_OR_ONE,
    TILL,
    TO,
)
from gofteh.lexicon.signs import (
    CLOSING_BRACKETS,
    CLOSING_QUOTES,
    COMMAS,
    OPENING_BRACKETS,
    SENTENCE_ENDS,
)
from gofteh.statements.cues import Cue, CueKind, find_cues
from gofteh.statements.naming import is_naming
from gofteh.statements.phrases import is_finite
from gofteh.text.layout import QUOTE_PAIRS, Layout, Paragraph
from gofteh.text.tokens import Range

_BEHIND_PARTICIPLE = frozenset({"که", ":", "«", '"', "“", "و", "بود", "است", "."})
_CLAUSE_ENDS = frozenset(".؟!،")
_MAX_BRACKET = 25
# How many words in front of ``خواسته`` are searched for of whom: ``از مردم خواسته صرفه‌جویی کنند``.
_NEAR = 6
# How many words, those of a source, may stand between ``این را`` and the verb.
_MAX_SPEAKER = 16
# Passives that can end a clause right in front of a cue: ``با بیان این‌که ساخته می‌شود گفت:``.
_PASSIVE_ENDS = ("میشود", "نمیشود", "نشود", "بشود")
_SAID = ("میشود", "میشد", "شدهاست")
_COMMAS = (COMMA, ",")
# What writers put between a verb and its colon.
_BEFORE_COLON = (THAT, *_COMMAS)
# … and its ``که``.
_BEFORE_THAT = (*_COMMAS, SEMICOLON)
# Markers that open content by themselves.
_MARKERS = (*OPENS_CONTENT, TILL)
# *Too*, between a verb and its marker.
_TOO = ("هم", "نیز", "همچنین")
# ``گفته شده`` *it has been said*, without its auxiliary, as at the start of a sentence.
_DONE = "شده"
# Behind an impersonal verb: no content follows.
_NO_CONTENT_BEHIND = (COMMA, ".", AND)
# Behind ``خواسته`` these make it a verb of its own rather than a report of a wish.
_BECOMES = frozenset({"شود", "باشد"})
# No clause begins behind these.
_NO_CLAUSE = (".", AND, ")", "»")
# Behind a comma they continue the reporting sentence, so no content follows.
_CONJUNCTIONS = (BUT, "اما", AND, TILL)
# The future's auxiliary, singular …
_WILL = "خواهد"
# … and plural.
_WILL_PLURAL = "خواهند"
# How plurals of people end: ``کارشناسان`` *experts*.
_PLURAL_OF_PEOPLE = "ان"
# ``گفت‌وگو`` *conversation*, written ``گفت وگو`` …
_AND_TALK = "وگو"
# … or ``گفت و گو``.
_TALK = "گو"


def marker_behind(layout: Layout, cue: Cue, end: int) -> tuple[str, int]:
    """Return the marker behind a cue, and the first token behind that, where content may begin.

    The marker is ``:``, ``که``, ``تا``, ``«`` or empty. At ``«`` content begins with that mark.
    """
    words = layout.tokens.words
    i = _behind_bracket(words, cue.end, end)
    first, second = (words[k] if k < end else "" for k in (i, i + 1))
    if first in _BEFORE_COLON and second == ":":
        return ":", i + 2
    if first in _BEFORE_THAT and second == THAT:
        return THAT, i + 2
    if first in _MARKERS:
        return first, i + 1
    return "«" if first in QUOTE_PAIRS or first == '"' else "", i


def _behind_bracket(words: Sequence[str], i: int, end: int) -> int:
    """The first token behind ``نیز`` and a remark in brackets: ``گفت (نقل به مضمون):``."""
    while i < end and words[i] in _TOO:
        i += 1
    if i < end and words[i] in OPENING_BRACKETS:
        inside = range(i, min(end, i + _MAX_BRACKET))
        close = next((j for j in inside if words[j] in CLOSING_BRACKETS), None)
        return close + 1 if close else i
    return i


def viable_cues(layout: Layout) -> list[list[Cue]]:
    """Return the cues of each paragraph that can introduce content, in order."""
    return [_viable_cues(layout, p) for p in layout.paragraphs]


def _viable_cues(layout: Layout, paragraph: Paragraph) -> list[Cue]:
    found = join_coordinated(layout, find_cues(layout.tokens, paragraph.start, paragraph.end))
    return [c for c in found if is_viable(layout, c, paragraph.end)]


def is_viable(layout: Layout, cue: Cue, end: int) -> bool:
    """Whether a cue can introduce content: ``گفت‌وگو``, ``باید گفت`` and bare participles cannot.

    ``end`` is the end of its paragraph.
    """
    if cue.kind is CueKind.PREPOSITION:
        return _names_source(layout, cue, end)
    if cue.kind is not CueKind.VERB:
        return True
    words = layout.tokens.words
    marker, start = marker_behind(layout, cue, end)
    if _says_nothing(layout, cue, marker):
        return False
    if cue.passive and words[cue.start - 1] in AMOUNTS:
        return False  # ``سود ۳۲ میلیارد تومان گزارش شده است``: the amount is all there is
    if cue.passive and marker not in OPENS_CONTENT:
        return _is_impersonal(words, cue, start, end)
    if cue.participle and not _is_verb(words, cue, end, marker):
        return False
    return bool(marker or ABOUT_OBJECT & cue.takes) or _takes_clause(words, cue, start, end)


def _says_nothing(layout: Layout, cue: Cue, marker: str) -> bool:
    """Whether a verb has another sense here, or is negated: ``ادامه می‌داد``, ``نگفت``."""
    words = layout.tokens.words
    before = words[cue.start - 1]
    return (
        (cue.negated and Complement.CALLED not in cue.takes)
        or _conversation(words, cue)
        or (before in IMPERSONAL and not _ends_passive(before, cue, marker))
        or (cue.has(Trait.STANDS_WRITTEN) and not _stands_written(words, cue.start))
        or (cue.has(Trait.CONTINUES) and marker != ":" and _goes_on(words[cue.start : cue.end]))
        or not _stands(words, cue, marker)
        or (marker == THAT and is_naming(words, cue))
    )


def _stands(words: Sequence[str], cue: Cue, marker: str) -> bool:
    """Whether the word in front leaves a verb its sense: ``دروغ گفت``, but ``به دروغ گفت``."""
    marked = bool(marker) or words[cue.start - 2] == TO
    return cue.verb is None or cue.verb.stands_behind(words[cue.start - 1], marked=marked)


def _ends_passive(before: str, cue: Cue, marker: str) -> bool:
    """``… فاش نشود می‌گوید``: whether the passive in front belongs to the clause before.

    ``نمی‌شود گفت`` *it cannot be said* is one verb: only ``گفت`` without a colon can be part of one.
    """
    present = cue.verb is not None and not cue.verb.past
    return before in _PASSIVE_ENDS and (marker == ":" or present)


def _is_impersonal(words: Sequence[str], cue: Cue, start: int, end: int) -> bool:
    """``گفته می‌شود A`` *it is said that*: an impersonal verb with unmarked content behind it."""
    opens = words[cue.start - 1] in ("", "\n", ".")
    texts = cue.verb.texts if cue.verb else ()
    said = any(text.endswith((*_SAID, _DONE) if opens else _SAID) for text in texts)
    follows = start < end and words[start] not in _NO_CONTENT_BEHIND
    return cue.has(Trait.IMPERSONAL) and said and follows


def _is_verb(words: Sequence[str], cue: Cue, end: int, marker: str) -> bool:
    """Whether a participle without auxiliary is a verb of saying, and not a noun."""
    before = words[cue.start - 1]
    after = words[cue.end] if cue.end < end else "."
    if before in NOUN_SIGNALS:
        return False
    asked = cue.has(Trait.WISHES) and FROM in words[max(0, cue.start - _NEAR) : cue.start]
    if asked and after not in NO_SAYING_BEFORE | _BECOMES and after[0].isalnum():
        return True
    spoken = before.isalpha() and after[0].isalnum() and not cue.has(Trait.NOUN_PARTICIPLE)
    return bool(marker) or after in _BEHIND_PARTICIPLE or (spoken and after not in NO_SAYING_BEFORE)


def _takes_clause(words: Sequence[str], cue: Cue, start: int, end: int) -> bool:
    """Whether content may stand unmarked: behind the cue, or as quoted words in front of it."""
    joined = start < end and words[start] == AND and _behind_content(words, cue.start)
    ends = start >= end or words[start] in _CLAUSE_ENDS or joined
    if Complement.BEFORE in cue.takes and ends and not cue.participle:
        return True
    behind = words[cue.start - 1] in COMMAS and words[cue.start - 2] in CLOSING_QUOTES
    if behind and Complement.BEFORE in cue.takes:  # ``«A»، پرسید X``
        return True
    if Complement.CLAUSE not in cue.takes or start >= end or words[start] in _NO_CLAUSE:
        return False
    if words[start] == SEMICOLON:
        about_object = ABOUT_OBJECT & cue.takes or words[cue.start - 1] == OBJECT
        return Complement.COLON in cue.takes and not about_object
    if words[start] not in COMMAS:
        return True
    conjunction = start + 1 < end and words[start + 1] in _CONJUNCTIONS
    return not conjunction and not cue.has(Trait.NO_COMMA)


def _behind_content(words: Sequence[str], position: int) -> bool:
    """Whether a verb's content stands in front: ``«A»؛ این را X گفت و افزود: B``.

    Or ``«A»، X گفت و رفت``.
    """
    for i in range(position - 1, max(0, position - _MAX_SPEAKER), -1):
        if words[i] in COMMAS and words[i - 1] in CLOSING_QUOTES:
            return True
        if words[i] == OBJECT and words[i - 1] in POINTERS | SAYING_NOUNS:
            return True
        if is_finite(words[i]) or words[i] in SENTENCE_ENDS:
            return False
    return False


def _goes_on(words: Sequence[str]) -> bool:
    """Whether ``ادامه دادن`` is present or future: *goes on doing*, which reports nothing."""
    return words[-1].startswith(ONGOING) or _WILL in words or _WILL_PLURAL in words


def _stands_written(words: Sequence[str], start: int) -> bool:
    """``در این بیانیه آمده است``: whether an adjunct in front names the document."""
    before = words[max(0, start - _MAX_BRACKET) : start]
    return IN in before and any(w in DOCUMENT_HEADS for w in before)


def _names_source(layout: Layout, cue: Cue, end: int) -> bool:
    """Whether a frame names a source: ``از نظر کارشناسان``, but not ``از نظر آمادگی``."""
    words = layout.tokens.words
    before = words[cue.start - 1]
    if cue.end >= end or before in NO_FRAME_BEHIND or before == OBJECT:
        return False
    if cue.frame is None or cue.frame.lemma not in OPINIONS:
        return True
    first = words[cue.end]
    head = words[cue.end + 1] if first in THIS_THAT_OR_ONE and cue.end + 1 < end else first
    if head in given_names() and cue.end + 1 < end and words[cue.end + 1].isalpha():
        return True
    return is_a(head, HOLDS_VIEW) or (head.endswith(_PLURAL_OF_PEOPLE) and len(head) > 5)


def join_coordinated(layout: Layout, cues: Sequence[Cue]) -> list[Cue]:
    """Return the cues with ``ادامه داد و افزود`` made one: the first verb only continues."""
    words = layout.tokens.words
    out: list[Cue] = []
    for cue in cues:
        last = out[-1] if out else None
        if last and _is_one_cue(words, last, cue):
            parts = (Range(last.start, cue.end),)
            out[-1] = replace(cue, start=last.start, parts=parts)
        else:
            out.append(cue)
    return out


def _is_one_cue(words: Sequence[str], first: Cue, second: Cue) -> bool:
    both = first.kind is CueKind.VERB and second.kind is CueKind.VERB
    adjacent = second.start == first.end + 1 and words[first.end] == AND
    return both and adjacent and first.has(Trait.CONTINUES)


def _conversation(words: Sequence[str], cue: Cue) -> bool:
    """Whether ``گفت`` begins ``گفت و گو`` *conversation*, which reports nothing."""
    if not words[cue.end - 1].endswith(SAID):
        return False
    after, behind = words[cue.end], words[cue.end + 1]
    return after.startswith(_AND_TALK) or (after == AND and behind.startswith(_TALK))
