"""Whether what stands in front of a headline's colon names its speaker, or its topic.

``شهردار سپیدار: پل بسته شد`` names one; ``زلزله ۵ ریشتری در سرخاب: …``, ``قطع برق: …``, ``فردا: …``
name a topic. A name that no table knows is taken for a speaker's, since no table holds all
surnames.
"""

from __future__ import annotations

from gofteh.lexicon.boundaries import ADJUNCT_STARTERS
from gofteh.lexicon.classes import NAMES_SPEAKER, PERSONAL, is_a
from gofteh.lexicon.heads import ROLE_HEADS
from gofteh.lexicon.mentions import NO_PLURALS, PERSON_NOUN_ENDS
from gofteh.lexicon.names import common_words, countries, given_names, is_no_name
from gofteh.lexicon.people import HONORIFICS
from gofteh.lexicon.signs import DASHES, is_pictogram
from gofteh.lexicon.talk import HEADLINE_DAYS, HEADLINE_THINGS, RUBRICS
from gofteh.statements.cues import find_cues
from gofteh.statements.phrases import is_adjunct, is_finite
from gofteh.text.layout import Layout

# Behind these a headline's sentence begins anew.
_SENTENCE_SIGNS = frozenset("|/.!؟؛")
_MAX_NAME = 2


def label_start(layout: Layout, start: int, colon: int) -> int:
    """Return where the phrase in front of a headline's colon begins.

    That is behind a slash, bar or full stop: ``کرمان|وزیر ارتباطات: …``.
    """
    words = layout.tokens.words
    for i in range(colon - 1, start, -1):
        if words[i] in _SENTENCE_SIGNS or is_pictogram(words[i]):
            return i + 1
    return start + is_pictogram(words[start])


def is_topic(layout: Layout, first: int, colon: int) -> bool:
    """Return whether the words from ``first`` to a headline's colon name no speaker."""
    words = layout.tokens.words[first:colon]
    if not words or words[0] in RUBRICS or words[-1] in RUBRICS or _is_score(words):
        return True
    if words[-1] in HEADLINE_DAYS and not (len(words) > 1 and is_a(words[0], PERSONAL)):
        return True
    if any(c.verb for c in find_cues(layout.tokens, first, colon)) or _is_clause(words):
        return True
    if words[0] in ADJUNCT_STARTERS and words[0] not in ROLE_HEADS:
        return is_adjunct(layout, first, colon, None)
    if is_a(words[0], NAMES_SPEAKER) or _names_people(words[0]):
        return words[0] in HEADLINE_THINGS
    if words[0] in HEADLINE_THINGS and not (words[1:] and words[0] in given_names()):
        return True
    if len(words) == 1:
        return words[0] in common_words() and not _is_named(layout, words[0])
    abroad = words[-1] in countries() and words[0] not in given_names() | HONORIFICS
    if abroad and len(words) > _MAX_NAME:
        return True  # ``راهبرد جنگی سرخاب:``
    return is_no_name(words) or _is_long(words) or any(w[0].isdigit() for w in words)


def _is_clause(words: tuple[str, ...]) -> bool:
    """Whether a verb or an object stands among the words: ``فرهمند پل را باز کرد:``."""
    return "را" in words or any(map(is_finite, words))


def _is_score(words: tuple[str, ...]) -> bool:
    """``شاهین ۲ - ۰ توفان:``: a dash between two numbers."""
    inner = range(1, len(words) - 1)
    dashes = (k for k in inner if words[k] in DASHES)
    return any(words[k - 1].isdigit() and words[k + 1].isdigit() for k in dashes)


def _names_people(word: str) -> bool:
    """Whether a word is a plural of people by what they do: ``رانندگان``, ``صنعتگران``."""
    return word.endswith(PERSON_NOUN_ENDS) and word not in NO_PLURALS


def _is_long(words: tuple[str, ...]) -> bool:
    """``بحران آب سرخاب:``: too long for a name, and no office near its begin."""
    office = any(is_a(w, NAMES_SPEAKER) for w in words[1 : _MAX_NAME + 1])
    return len(words) > _MAX_NAME and words[0] in common_words() and not office


def _is_named(layout: Layout, word: str) -> bool:
    """Whether a common word is somebody's surname in the article: it stands behind a given name."""
    words = layout.tokens.words
    before = (words[i - 1] for i in layout.tokens.places.get(word, ()))
    return any(w in given_names() or w in HONORIFICS for w in before)
