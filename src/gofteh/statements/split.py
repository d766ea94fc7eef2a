"""Light verbs with their content between noun and verb: ``وعده کاهش قیمت داد``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from gofteh.lexicon.conjugation import Form, conjugate
from gofteh.lexicon.events import EVENT_OBJECTS
from gofteh.lexicon.nouns import SPLIT_NOUNS
from gofteh.lexicon.verbs import STEMS
from gofteh.statements.drafts import Draft, Range, manner_of, trim
from gofteh.statements.phrases import is_finite, mention_at, skip_lead
from gofteh.text.layout import Layout

_MAX_CONTENT = 20
# Behind these the noun is no saying: ``وعده غذایی``.
_NOUNS_ONLY = ("ها", "های", "غذایی")
_STOPS = frozenset("،؛.:؟!«»") | {"که", "ولی", "اما", "اینکه"}


@cache
def _forms(verb: str) -> frozenset[str]:
    *noun, light = verb.split()
    past, present, _ = STEMS[light]
    return frozenset("".join(noun) + f.text for f in conjugate(past, present) if _told(f))


def _told(form: Form) -> bool:
    """Affirmed, and not of the second person: ``شدید`` is an adjective."""
    return not form.negated and not form.text.endswith("ید")


def split_sayings(layout: Layout, sentence: Range, paragraph: int) -> Iterator[Draft]:
    """Yield the sayings of a sentence whose content parts a noun from its verb."""
    words = layout.tokens.words
    start, end = sentence
    if SPLIT_NOUNS.keys().isdisjoint(words[start:end]):
        return
    for i in range(start, end - 3):
        if words[i] in SPLIT_NOUNS and words[i + 1] not in _NOUNS_ONLY:
            yield from _split_at(layout, sentence, i, paragraph)


def _split_at(layout: Layout, sentence: Range, i: int, paragraph: int) -> Iterator[Draft]:
    """Yield the saying whose noun stands at ``i``, if a verb closes it and somebody says it."""
    words = layout.tokens.words
    act, verbs, behind = SPLIT_NOUNS[words[i]]
    first = i + 1 + bool(behind)
    closing = None
    if behind in ("", words[i + 1]):
        closing = _closing(words, first, sentence[1], verbs)
    source = _source(layout, sentence[0], i) if closing else None
    if closing is None or source is None or not _tells(words[first : closing[0]], behind):
        return
    content = trim(layout, first, closing[0] - (words[closing[0] - 1] == "را"))
    yield Draft(
        content=(content,), cue=((i, i + 1), closing), source=source, rule="split-verb",
        manner=manner_of(layout, content, colon=False), act=act, paragraph=paragraph,
        lemma=f"{words[i]} {STEMS[verbs[0].split()[-1]][2]}",
    )  # fmt: skip


def _tells(content: tuple[str, ...], behind: str) -> bool:
    """Whether the words between noun and verb say what: two words, or an event."""
    if not content or content[0] in ("را", "ی") or any(map(is_finite, content)):
        return False
    return len(content) > 1 or bool(behind) or content[0] in EVENT_OBJECTS


def _closing(words: tuple[str, ...], first: int, end: int, verbs: tuple[str, ...]) -> Range | None:
    """The verb that closes the saying, as tokens; None where another clause comes first."""
    for j in range(first, min(end, first + _MAX_CONTENT)):
        if words[j] in _STOPS:
            return None
        for length in (3, 2, 1):
            text = "".join(words[j : j + length])
            if j + length <= end and any(text in _forms(verb) for verb in verbs):
                return j, j + length
    return None


def _source(layout: Layout, start: int, noun: int) -> Range | None:
    first = skip_lead(layout, start, noun)
    stop = mention_at(layout, first, noun)
    relative = "که" in layout.tokens.words[stop:noun]
    return (first, stop) if stop > first and not relative else None
