"""The six regular expressions that most scripts make do with: the least a tool must beat."""

from __future__ import annotations

import re

_LETTERS = str.maketrans("يىك", "ییک")
_LETTER = "[آ-ی]"
_SIX = (
    (re.compile(rf"\b(ن?می) (?={_LETTER})"), "\\1\u200c"),
    (re.compile(rf"(?<={_LETTER}) (ها(?:ی|یی|یم|یت|یش|یمان|یتان|یشان)?)\b"), "\u200c\\1"),
    (re.compile(rf"(?<={_LETTER}) (تر(?:ین|ی)?)\b"), "\u200c\\1"),
    (re.compile(r"(?<=ه) (ام|ای|اش|اند|ایم|اید)\b"), "\u200c\\1"),
    (re.compile(r" +(?=[،؛؟!.:»)])"), ""),
    (re.compile(r"(?<=[«(]) +"), ""),
)


def repair(text: str) -> str:
    """Return the text with Persian letters, the plain half-spaces, and no space before points."""
    text = text.translate(_LETTERS)
    for expression, new in _SIX:
        text = expression.sub(new, text)
    return text
