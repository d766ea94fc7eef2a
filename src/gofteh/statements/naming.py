"""What a thing is called: ``سپر به صفحه‌ای می‌گویند که …`` reports nobody's words."""

from __future__ import annotations

from collections.abc import Sequence

from gofteh.lexicon.classes import CAN_SAY, Class, is_a
from gofteh.lexicon.entries import Trait
from gofteh.lexicon.names import common_words, given_names
from gofteh.lexicon.particles import ONE, TO
from gofteh.lexicon.signs import COMMAS, SENTENCE_ENDS
from gofteh.statements.cues import Cue
from gofteh.text.fold import word_set

# So many words of what a name stands for are looked at, between ``به`` and the verb.
_MAX_NAMED = 14
# One of many, whoever or whatever it is: ``به فردی می‌گویند که …``.
_ANYONE = word_set("فردی شخصی کسی چیزی حالتی جایی جنبشی پدیدهای")
# They open what a name stands for: ``به یک روش``, ``به نوعی فلز``.
_A_KIND_OF = frozenset({ONE, "نوعی"})
# The indefinite's ending, and what it makes of a vowel's: ``صفحه‌ای`` without its half-space.
_INDEFINITE, _BEHIND_VOWEL = "ی", "های"
# Plurals of people, who say or are told something: ``مأموران``, ``کشاورزانی``.
_PEOPLE_SAY, _PEOPLE_TOLD = ("ان", "ها", "های"), ("انی", "هایی")
# The passive's auxiliary in the present, by itself or with its participle.
_IS_DONE = "میشود"
_STOPS = SENTENCE_ENDS | frozenset(COMMAS) | {"", "\n", ":"}


def is_naming(words: Sequence[str], cue: Cue) -> bool:
    """Return whether a verb tells what something is called: ``آبگیر به سازه‌ای می‌گویند که …``.

    Nobody in particular calls it so, and what it is stands behind ``به`` as one of many. People
    in front of ``به``, or somebody who can speak behind it, make it a saying:
    ``اهالی به راوی می‌گویند که …``.
    """
    nobody = (cue.plural and cue.ongoing) or (cue.passive and words[cue.end - 1] == _IS_DONE)
    at = _last_to(words, cue.start) if cue.has(Trait.THEY_SAY) and nobody else None
    if at is None or at + 1 >= cue.start or _can_say(words[at - 1], _PEOPLE_SAY):
        return False
    head, second = words[at + 1], words[at + 2]
    if head in _A_KIND_OF:
        return not _can_say(second, _PEOPLE_TOLD)
    return head in _ANYONE or (_is_indefinite(head) and not _can_say(head, _PEOPLE_TOLD))


def _last_to(words: Sequence[str], end: int) -> int | None:
    """Where the last ``به`` in front of a verb stands, if nothing parts them."""
    for i in range(end - 1, max(0, end - 2 - _MAX_NAMED), -1):
        if words[i] in _STOPS:
            return None
        if words[i] == TO:
            return i
    return None


def _can_say(word: str, plurals: tuple[str, ...]) -> bool:
    """Whether a word is of a class that can speak, with or without the indefinite's ending."""
    stems = (word, word.removesuffix(_INDEFINITE), word.removesuffix("ای"))
    return word.endswith(plurals) or any(is_a(stem, CAN_SAY) for stem in stems)


def _is_indefinite(word: str) -> bool:
    """Whether a word is a common noun with the indefinite's ending, and no name or pronoun."""
    if word in given_names() or is_a(word, Class.PRONOUN | Class.PLURAL_PRONOUN):
        return False
    stem = word.removesuffix(_INDEFINITE)
    known = stem in common_words() and stem not in given_names()
    return word.endswith(_INDEFINITE) and (word.endswith(_BEHIND_VOWEL) or known)
