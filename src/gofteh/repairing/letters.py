"""Letters that may stand for one of two Persian ones: which one, the text's other words tell.

``ں`` is typed for ``ن`` and is what is left of ``ی`` where a scanner or a keyboard lost its way.
``القانوں`` is ``القانوی`` in a text that has that word and no ``القانون``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from gofteh.repairing.edits import Edit
from gofteh.repairing.sites import LETTERS

# What each may be, the usual one first.
UNSURE = {"ں": "نی"}
# How sure another spelling of the same text is.
_SURE = 0.95
_SIGNS = "".join(UNSURE)
_WORD = re.compile(f"[{LETTERS}{_SIGNS}]+")
_SIGN = re.compile(f"[{_SIGNS}]")
# One letter on other keyboards.
_FOLD = str.maketrans("يىك", "ییک")


def unsure_edits(text: str) -> list[Edit]:
    """Return the edits of such letters where the text's other words tell the less usual one."""
    if not _SIGN.search(text):
        return []
    words = [(m.start(), m.group().translate(_FOLD)) for m in _WORD.finditer(text)]
    times = Counter(word for _, word in words if not _SIGN.search(word))
    return [edit for start, word in words for edit in _edits(start, word, times)]


def _edits(start: int, word: str, times: Counter[str]) -> Iterator[Edit]:
    for match in _SIGN.finditer(word):
        sign = match.group()
        usual = UNSURE[sign][0]
        likeliest = max(UNSURE[sign], key=lambda letter: times[word.replace(sign, letter)])
        if likeliest != usual:
            at = start + match.start()
            yield Edit(at, at + 1, sign, likeliest, "letter", _SURE)


def reads_otherwise(edit: Edit) -> bool:
    """Return whether an edit reads such a letter as the less usual one."""
    return any(
        sign in edit.before and letters[0] not in edit.after for sign, letters in UNSURE.items()
    )
