"""The analysis view: a raw text with its spellings folded, and the way back.

Folding removes what writers and machines vary without changing a word: Arabic letters, digits
of three scripts, vowel marks, kashida, half-spaces and other invisible characters. Half-spaces
are dropped rather than normalised because half of the web has lost them: ``می‌گوید`` and
``میگوید`` become one token, ``می گوید`` two, and the grammar compares words run together.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from gofteh.text.markup import markup_edits
from gofteh.text.offsets import OffsetMap

# Letters and signs that typists and fonts exchange; each becomes one, so offsets stay in step.
_LETTERS = {
    "ي": "ی", "ى": "ی", "ې": "ی", "ۍ": "ی", "ئ": "ی", "ے": "ی",
    "ك": "ک", "ڪ": "ک", "ة": "ه", "ۀ": "ه", "ہ": "ه", "ۂ": "ه", "ھ": "ه", "ە": "ه", "ۃ": "ه",
    "أ": "ا", "إ": "ا", "ٱ": "ا", "ؤ": "و", "ں": "ن",
    "٪": "%", "٫": ".", "٬": ",",
    "《": "«", "》": "»", "「": "«", "」": "»", "『": "«", "』": "»", "❝": "«", "❞": "»", "＂": '"',
}  # fmt: skip
# Spaces of every width, and the control characters that stand for one.
_SPACES = (
    "\t\r\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u202f\u205f\u3000"
)
# Line breaks of other systems.
_BREAKS = "\u0085\u2028\u2029"
# ``¬``: a visible sign elsewhere, which Persian keyboards write for the half-space.
_FALSE_HALF_SPACES = "\u00ac"
_KASHIDA = "\u0640"


@dataclass(frozen=True, slots=True)
class View:
    """A folded text with the exact map between its offsets and the raw ones."""

    raw: str
    text: str
    map: OffsetMap


@cache
def _table() -> dict[int, str]:
    # what stays as it is stands in the table too: what a table lacks costs `str.translate` more
    table = {c: chr(c) for c in (ord("\n"), *range(0x20, 0x7F), 0xAB, 0xBB, *range(0x600, 0x700))}
    table |= {ord(a): b for a, b in _LETTERS.items()}
    table |= {ord(c): " " for c in _SPACES} | {ord(c): "\n" for c in _BREAKS}
    for digits in ("۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩"):
        table |= {ord(c): str(i) for i, c in enumerate(digits)}
    table |= {ord(c): c.lower() for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    table |= {c: _presentation_form(c) for c in _presentation_codes()}
    return table | dict.fromkeys(_dropped_codes(), "")


def _presentation_codes() -> list[int]:
    """Arabic presentation forms made of letters only (not ``ﷺ`` and the like)."""
    codes = [*range(0xFB50, 0xFDF0), *range(0xFE70, 0xFEFD)]
    return [c for c in codes if unicodedata.decomposition(chr(c))]


def _presentation_form(code: int) -> str:
    letters = unicodedata.normalize("NFKC", chr(code))
    kept = (c for c in letters if unicodedata.category(c) not in ("Mn", "Zs"))
    return "".join(_LETTERS.get(c, c) for c in kept)


def _dropped_codes() -> list[int]:
    """Vowel marks, kashida, half-spaces, joiners, directional marks and other unseen signs."""
    marks = [*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06DD)]
    unseen = [0xAD, 0x61C, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F)]
    unseen += [*range(0x2060, 0x2070), *range(0xFE00, 0xFE10), 0x2E2F]
    controls = [c for c in range(0x20) if chr(c) not in "\t\n\r\v\f"]
    return [*marks, *unseen, *controls, ord(_KASHIDA), *map(ord, _FALSE_HALF_SPACES)]


@cache
def _length_changers() -> re.Pattern[str]:
    """Runs of characters that the table drops or replaces by more than one."""
    codes = sorted(c for c, new in _table().items() if len(new) != 1)
    return re.compile("[" + "".join(re.escape(chr(c)) for c in codes) + "]+")


def fold(raw: str, repairs: Iterable[tuple[int, int, str]] = ()) -> View:
    """Return the folded view of a raw text. Lossless in offsets, at any Unicode input.

    ``repairs`` are sorted, disjoint ``(start, end, replacement)`` by which the text is read.
    """
    table = _table()
    text: list[str] = []
    edits: list[tuple[int, int, int]] = []
    done = 0
    for start, end, seen in (*_united(markup_edits(raw), repairs), (len(raw), len(raw), "")):
        edits += _letter_edits(raw, done, start)
        text.append(raw[done:start].translate(table))
        if end > start:
            text.append(seen.translate(table))
            edits.append((start, end, len(text[-1])))
        done = end
    return View(raw, "".join(text), OffsetMap.from_edits(edits))


def _united(
    markup: Iterable[tuple[int, int, str]], repairs: Iterable[tuple[int, int, str]]
) -> list[tuple[int, int, str]]:
    """Return both in order, without the repairs that touch markup."""
    marks = list(markup)
    starts = [start for start, _, _ in marks]
    apart = []
    for repair in repairs:
        k = bisect_left(starts, repair[1])
        if not k or marks[k - 1][1] <= repair[0]:
            apart.append(repair)
    return sorted((*marks, *apart), key=lambda edit: edit[:2])


def _letter_edits(raw: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """The ``(start, end, new length)`` of each character of a part whose length folding changes."""
    table = _table()
    return [
        (m.start() + i, m.start() + i + 1, len(table[ord(c)]))
        for m in _length_changers().finditer(raw, start, end)
        for i, c in enumerate(m.group())
    ]


def fold_text(text: str) -> str:
    """Return a text folded, where no map back to its offsets is needed."""
    return text.translate(_table())


def fold_word(word: str) -> str:
    """Return a word as the view spells it, spaces taken out too: the key of every lexicon."""
    return word.translate(_table()).replace(" ", "")


def word_set(text: str) -> frozenset[str]:
    """Return the words of a table as the view spells them; ``_`` stands for a space in one."""
    return frozenset(fold_word(word.replace("_", "")) for word in text.split())
