"""When two namings are one speaker, as the yardstick sees it.

This folding belongs to the measure, not to the analysis: figures stay comparable over time
while `gofteh.text` goes on learning.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

# Letters that are written for one another.
_FOLD = str.maketrans(
    {
        "ي": "ی",
        "ى": "ی",
        "ئ": "ی",
        "ك": "ک",
        "ة": "ه",
        "ۀ": "ه",
        "ہ": "ه",
        "ھ": "ه",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ؤ": "و",
        "ں": "ن",
    }
)

# Invisible characters, marks on letters, controls: none of them is part of a name.
_DROPPED = frozenset(("Cf", "Mn", "Cc"))

# Forms of address and rank, folded; a name is the same with and without them.
_HONORIFICS = frozenset(
    (
        *("اقا", "اقای", "خانم", "جناب", "سرکار", "مرحوم"),
        *("دکتر", "مهندس", "استاد", "پروفسور"),
        *("سید", "حاج", "شیخ", "حجت", "حجه", "الاسلام", "حجتالاسلام", "والمسلمین"),
        *("ایت", "الله", "ایتالله"),
        *("سردار", "سرتیپ", "سرهنگ", "سرلشکر", "امیر", "ژنرال", "دوم"),
    )
)

# What the gold writes where the article hides the speaker.
_UNKNOWN = (["unknown"], ["نامشخص"])


def fold(text: str) -> str:
    """Return a text with the spellings of one letter made one and what is invisible dropped."""
    kept = (
        char
        for char in unicodedata.normalize("NFKC", text)
        if char in "\n\t" or unicodedata.category(char) not in _DROPPED
    )
    return "".join(kept).translate(_FOLD)


def name_words(name: str | None) -> list[str]:
    """Return the words of a name without forms of address, unless it has no others."""
    folded = fold(name or "")
    words = "".join(char if char.isalnum() else " " for char in folded).lower().split()
    return [word for word in words if word not in _HONORIFICS] or words


def same_speaker(predicted: str | None, name: str, aliases: Iterable[str] = ()) -> bool:
    """Return whether a predicted name stands for the speaker with this name and aliases.

    A part of a naming will do if it has two words, or is its last one (the surname). Where the
    article hides the speaker only no name (or ``unknown``) is right.
    """
    words = name_words(predicted)
    if name_words(name) in _UNKNOWN:
        return not words or words == ["unknown"]
    if not words:
        return False
    namings = (name_words(naming) for naming in (name, *aliases) if naming)
    return any(_same(words, naming) for naming in namings if naming)


def _same(one: list[str], other: list[str]) -> bool:
    if "".join(one) == "".join(other):
        return True
    return _part(one, other) or _part(other, one)


def _part(part: list[str], whole: list[str]) -> bool:
    return set(part) <= set(whole) and (len(part) > 1 or part[-1] == whole[-1])
