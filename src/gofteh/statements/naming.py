"""What a thing is called: ``سپر به صفحه‌ای می‌گویند که …`` reports nobody's words."""

from __future__ import annotations

from collections.abc import Sequence

from gofteh.lexicon.classes import Class, is_a
from gofteh.lexicon.entries import Trait
from gofteh.lexicon.names import common_words, given_names
from gofteh.lexicon.particles import ONE, TO
from gofteh.lexicon.signs import COMMAS, SENTENCE_ENDS
from gofteh.statements.cues import Cue

# So many words of what a name stands for are looked at, between ``به`` and the verb.
_MAX_NAMED = 8
# They open what a name stands for: ``به یک روش``, ``به نوعی فلز``.
_A_KIND_OF = frozenset({ONE, "نوعی"})
# The ends of an indefinite noun behind a plural or a vowel, without half-spaces: ``صفحه‌ای``.
_INDEFINITE_ENDS = ("هایی", "های")
_INDEFINITE = "ی"
# The passive's auxiliary in the present, by itself or with its participle.
_IS_DONE = "میشود"
_STOPS = SENTENCE_ENDS | frozenset(COMMAS) | {"", "\n", ":"}


def is_naming(words: Sequence[str], cue: Cue) -> bool:
    """Return whether a verb tells what something is called: ``به جنبشی می‌گویند که …``.

    The verb has no particular subject, and what it names is told as one of many: ``به`` and an
    indefinite noun. ``به راوی می‌گویند که …`` is a saying, since nobody is called so.
    """
    nobody = (cue.plural and cue.ongoing) or (cue.passive and words[cue.end - 1] == _IS_DONE)
    if not (cue.has(Trait.THEY_SAY) and nobody):
        return False
    named = _behind_to(words, cue.start)
    return bool(named) and (named[0] in _A_KIND_OF or _is_indefinite(named[-1]))


def _behind_to(words: Sequence[str], end: int) -> Sequence[str]:
    """The words between the last ``به`` and a verb, if nothing parts them from it."""
    for i in range(end - 1, max(-1, end - 2 - _MAX_NAMED), -1):
        if words[i] in _STOPS:
            break
        if words[i] == TO:
            return words[i + 1 : end]
    return ()


def _is_indefinite(word: str) -> bool:
    """Whether a word is a common noun with the indefinite's ending, and no name or pronoun."""
    if word in given_names() or is_a(word, Class.PRONOUN | Class.PLURAL_PRONOUN):
        return False
    stem = word.removesuffix(_INDEFINITE)
    known = stem in common_words() and stem not in given_names()
    return word.endswith(_INDEFINITE) and (word.endswith(_INDEFINITE_ENDS) or known)
