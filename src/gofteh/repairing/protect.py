"""Stretches of a text that repair must leave alone: addresses, code, other languages.

Each is found by signs that Persian prose does not have; what shows none of them costs one scan.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from gofteh.repairing.edits import Edit

Span = tuple[int, int]

# Addresses, handles, hashtags, code and paths: up to the next space. Persian letters may stand
# in them, so their borders are set before any letter is looked at.
_ADDRESS = re.compile(
    r"""
    (?:[a-z][a-z0-9+.-]{1,15}://|www\.)[^\s<>"«»“”]+        # a URL
    | (?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+              # an e-mail address
    # a bare host: labels of at most 63 letters, so that a long run is not walked again and again
    | (?<![\w/])[a-z0-9](?:[a-z0-9-]{0,62}\.){1,16}[a-z]{2,}\b(?:/[^\s<>"«»“”]*)?
    | (?<!\w)[#@][^\W\d][\w\u200c]*                          # a hashtag or a handle
    | `[^`\n]+`                                              # code
    | (?<!\w)[A-Za-z]:\\[^\s]+                               # a path
    | </?[a-z][^<>\n]*>                                      # a tag
    | \{(?=[^{}"\n]*")[^{}\n]*\}                             # a record
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
# One of these stands in every address.
_ADDRESS_SIGN = re.compile(r"[@#`\\<{.:](?:(?<![.:])|(?<=[A-Za-z0-9].)(?=[A-Za-z/]))")
_HASHTAG = re.compile(r"(?<!\w)[#@][^\W\d][\w\u200c]*")

_VOWELS = "\u064b-\u0652\u0670"
# Letters and signs without which no stretch is taken for another language.
_FOREIGN_SIGN = re.compile(
    f"[{_VOWELS}إةٱ\u0657\u06d4\u06d2\u0679\u0688\u0691\u0695\u06b5\u06c6\u06ce\u06a4"
    "\u067c\u0689\u0693\u0696\u069a\u0685\u0681\u06d0\u06bc\ufd3e\ufd3f\u06dd]"
)
_ARABIC_SIGN = re.compile(r"ال(?<=\bال)\w+ و?ال| (?:وأ|أ)")
# A vowelled word has two such signs or more; a lone one is a writer's help to the reader.
_VOWELLED_WORD = re.compile(
    rf"(?<![^\s{_VOWELS}])[^\s{_VOWELS}]++[{_VOWELS}](?:[^\s{_VOWELS}]*+[{_VOWELS}])++[^\s]*+"
)
_VOWEL = re.compile(f"[{_VOWELS}]")
_MIN_VOWELS, _MAX_GAP = 3, 24
_VERSE = re.compile("\ufd3f[^\ufd3e\ufd3f\n]*\ufd3e|\ufd3e[^\ufd3e\ufd3f\n]*\ufd3f")
# Letters of the sister languages that no Persian typist hits by mistake so often.
_KURDISH = re.compile("[\u06ce\u06c6\u0695\u06b5\u06a4]")
_PASHTO = re.compile("[\u067c\u0689\u0693\u0696\u069a\u0685\u0681\u06d0\u06bc\u06cd]")
_URDU = re.compile("[\u0679\u0688\u0691\u06d2\u06d4]")
_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile('«[^«»\n]+»|"[^"\n]+"|\u201c[^\u201c\u201d\n]+\u201d|\\([^()\n]+\\)')
# Words and beginnings of words that are Arabic and not Persian.
_ARABIC_WORDS = frozenset(
    """
    في على إلى من عن هذا هذه التي الذي إن أن قال لا إلا لله الله وإنا إليه كل ما يا ثم أو لم لن قد
    وقد كان كانت بين بعد قبل غدا وهو وهي أنه إنه إنا وأكد
    """.split()
)
_ARABIC_BEGIN = ("ال", "وال", "بال", "لل", "فال", "إ", "أ", "وأ", "وإ", "سي", "فإ")
# Words that no Arabic sentence has.
_PERSIAN_WORDS = frozenset(
    "است را که در از به این آن با برای می نمی شد بود کرد گفت های ها شود شده است کند یک".split()
)
_PERSIAN_LETTERS = re.compile("[پچژگ]")
_MIN_ARABIC_SHARE = 0.5


def protected_spans(text: str) -> list[Span]:
    """Return the spans that must stay, sorted and disjoint."""
    found: list[Span] = []
    if _ADDRESS_SIGN.search(text):
        found += (m.span() for m in _ADDRESS.finditer(text))
        found += (m.span() for m in _HASHTAG.finditer(text))
    if _shows_foreign(text):
        found += _foreign(text)
    return _united(found)


def _shows_foreign(text: str) -> bool:
    return bool(_FOREIGN_SIGN.search(text) or _ARABIC_SIGN.search(text))


def outside(text: str, edits: Iterable[Edit]) -> list[Edit]:
    """Return the edits of a text that touch no protected span; looks at their lines alone."""
    kept: list[Edit] = []
    start = end = -1
    spans: list[Span] = []
    for edit in edits:
        if edit.start > end or start < 0:
            start = text.rfind("\n", 0, edit.start) + 1
            end = text.find("\n", edit.end)
            end = len(text) if end < 0 else end
            spans = protected_spans(text[start:end])
        if not spans or not _touches(edit.start - start, edit.end - start, spans):
            kept.append(edit)
    return kept


def _touches(start: int, end: int, spans: list[Span]) -> bool:
    k = bisect_right(spans, (max(start, end - 1), spans[-1][1])) - 1
    if k < 0:
        return False
    a, b = spans[k]
    return start < b if end > start else a < start < b


def _united(spans: list[Span]) -> list[Span]:
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _foreign(text: str) -> Iterator[Span]:
    yield from (m.span() for m in _VERSE.finditer(text))
    start = 0
    for line in text.split("\n"):
        if _shows_foreign(line):
            yield from ((start + a, start + b) for a, b in _foreign_in(line))
        start += len(line) + 1


def _foreign_in(line: str) -> Iterator[Span]:
    if len(_VOWEL.findall(line)) >= _MIN_VOWELS:
        yield from _vowelled(line)
    if _is_sister(line) or _is_arabic(line):
        yield 0, len(line)
        return
    for match in _QUOTED.finditer(line):
        if _is_arabic(match.group()):
            yield match.span()


def _is_sister(line: str) -> bool:
    """Whether a line is Kurdish, Pashto or Urdu."""
    for letters, least in ((_KURDISH, 1), (_PASHTO, 2), (_URDU, 1)):
        if not letters.search(line):
            continue
        words = _WORD.findall(line)
        marked = sum(bool(letters.search(word)) for word in words)
        if marked >= least and marked * 5 >= len(words) and not _PERSIAN_WORDS & {*words} - {"کرد"}:
            return True
    return False


def _is_arabic(stretch: str) -> bool:
    if _PERSIAN_LETTERS.search(stretch):
        return False
    words: list[str] = _WORD.findall(stretch)
    if len(words) < 2 or _PERSIAN_WORDS & {*words}:
        return False
    arabic = sum(
        word in _ARABIC_WORDS or word.startswith(_ARABIC_BEGIN) or word.endswith("ة")
        for word in words
    )
    return arabic >= 2 and arabic >= _MIN_ARABIC_SHARE * len(words)


def _vowelled(line: str) -> Iterator[Span]:
    """Spans of vowelled words, with the few plain words between them."""
    first = last = -1
    marks = words = 0
    for match in _VOWELLED_WORD.finditer(line):
        if first >= 0 and match.start() - last > _MAX_GAP:
            if words > 1 and marks >= _MIN_VOWELS:
                yield first, last
            first, marks, words = -1, 0, 0
        first = match.start() if first < 0 else first
        last = match.end()
        marks += len(match.group())
        words += 1
    if first >= 0 and words > 1 and marks >= _MIN_VOWELS:
        yield first, last
