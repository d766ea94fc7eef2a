"""Letters, digits, marks and punctuation: what can be set right without knowing any word.

Two steps: single characters first, each by a table; then rules over a character and its
neighbours, repeated until none applies, so that repairing twice changes nothing more.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from gofteh.repairing.edits import Edit
from gofteh.repairing.sites import LETTERS
from gofteh.text.levels import Digits

_LATIN, _PERSIAN, _ARABIC = "0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩"
_DIGITS = {
    Digits.KEEP: {},
    Digits.ARABIC: dict(zip(_ARABIC, _PERSIAN, strict=True)),
    Digits.PERSIAN: dict(zip(_ARABIC + _LATIN, _PERSIAN * 2, strict=True)),
    Digits.LATIN: dict(zip(_ARABIC + _PERSIAN, _LATIN * 2, strict=True)),
}
# Letters of other keyboards. ة stays: it is right in Arabic phrases; so do أ إ ؤ ئ ء ۀ.
_FOREIGN_LETTERS = {
    "ي": "ی", "ى": "ی", "ې": "ی", "ۍ": "ی", "ے": "ی", "ك": "ک", "ڪ": "ک", "ګ": "گ",
    "ہ": "ه", "ھ": "ه", "ە": "ه", "ۂ": "ۀ", "ں": "ن",
}  # fmt: skip
# Spaces of other widths. The thin ones may be half-spaces lost on the way: the next level asks.
_SPACES = dict.fromkeys(
    "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    " ",
)
# Never seen, and of no use in Persian text. U+200D holds emoji together and is looked at apart.
_INVISIBLE = dict.fromkeys(
    "\u00ad\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2066\u2067\u2068\u2069\ufeff",
    "",
)
_HALF = "\u200c"
_FALSE_HALF_SPACE = {"\u00ac": _HALF}
_KASHIDA, _JOINER = "\u0640", "\u200d"
# A letter and a combining sign that are one letter.
_MADDA, _HAMZA = "\u0653", "\u0654"
_COMPOSED = {
    "ا" + _MADDA: "آ", "ا" + _HAMZA: "أ", "و" + _HAMZA: "ؤ",
    "ی" + _HAMZA: "ئ", "ي" + _HAMZA: "ئ", "ى" + _HAMZA: "ئ",
}  # fmt: skip


@cache
def _table(digits: Digits) -> dict[str, tuple[str, str]]:
    """What each single character becomes, and the kind of that edit."""
    table = {a: (b, "letter") for a, b in _FOREIGN_LETTERS.items()}
    table |= {a: (b, "digit") for a, b in _DIGITS[digits].items()}
    table |= {a: (b, "space") for a, b in _SPACES.items()}
    table |= {a: (b, "invisible") for a, b in _INVISIBLE.items()}
    table |= {a: (b, "half-space") for a, b in _FALSE_HALF_SPACE.items()}
    return table | {chr(c): (_plain(c), "presentation-form") for c in _presentation_forms()}


def _presentation_forms() -> Iterator[int]:
    """Shapes of single letters and of lam-alef; not signs such as ``ﷺ`` and ``﷼``."""
    for code in (*range(0xFB50, 0xFBB2), *range(0xFBD3, 0xFD3E), *range(0xFE80, 0xFEFD)):
        if 0 < len(unicodedata.normalize("NFKC", chr(code))) < 3 and _is_shape(code):
            yield code


def _is_shape(code: int) -> bool:
    return unicodedata.decomposition(chr(code)).startswith(
        ("<isolated>", "<initial>", "<medial>", "<final>")
    )


def _plain(code: int) -> str:
    letters = unicodedata.normalize("NFKC", chr(code))
    return "".join(_FOREIGN_LETTERS.get(c, c) for c in letters)


@cache
def _single(digits: Digits) -> re.Pattern[str]:
    singles = "".join(re.escape(c) for c in _table(digits))
    return re.compile(f"[{singles}{_MADDA}{_HAMZA}{_JOINER}{_KASHIDA}]")


def single_edits(text: str, digits: Digits) -> list[Edit]:
    """Return the edits of single characters."""
    table = _table(digits)
    found: list[Edit] = []
    for match in _single(digits).finditer(text):
        start, seen = match.start(), match.group()
        change = table.get(seen)
        if change:
            if found and found[-1].end > start:
                continue  # the first half of a composed letter
            found.append(Edit(start, start + 1, seen, *change))
        elif seen in (_MADDA, _HAMZA):
            _compose(text, start, found)
        elif _beside_letters(text, start, both=seen == _JOINER):
            found.append(Edit(start, start + 1, seen, "", "invisible"))
    return found


def _compose(text: str, at: int, found: list[Edit]) -> None:
    """Make one letter of a letter and the combining sign at an offset."""
    letters = text[max(at - 1, 0) : at + 1]
    if letters in _COMPOSED:
        if found and found[-1].end == at:
            found.pop()
        found.append(Edit(at - 1, at + 1, letters, _COMPOSED[letters], "letter"))


_JOINED = re.compile(f"[{LETTERS}\u064b-\u0652{_HALF}{_KASHIDA}]")


def _beside_letters(text: str, at: int, both: bool) -> bool:
    before = bool(at and _JOINED.match(text[at - 1]))
    after = bool(_JOINED.match(text, at + 1))
    return before and after if both else before or after


# --- rules over neighbours --------------------------------------------------------------
# Each pattern begins with the characters it is about, so that clean text costs one fast scan.
# Groups say what to do: ``drop…`` what they match, ``put…`` a space where they stand, ``before``
# a space before the match, ``one`` make it one space, ``swap`` take the Persian sign.

_L = f"[{LETTERS}]"
_END = f"[{LETTERS}\u064b-\u0652]"
# Brackets that stand close to a word in some houses and apart in others: blessings, endings.
_CLOSE = "(?:ع|ص|س|ره|عج|قدس|رض|علیه|صلی|سلام|ها|های|هایی|ان|ی|ام|ات|اش)"
_PERSIAN_SIGNS = {",": "،", ";": "؛", "?": "؟"}

_HALF_SPACES = re.compile(
    # of a run the last stays; at a word's edge it parts nothing
    f"(?P<drop>{_HALF})(?:(?={_HALF})|(?!{_END})|(?<![\\w\u064b-\u0652)\\]»]{_HALF}))"
)
_SPACES_BEFORE = re.compile(
    # the first of a run of spaces, so that a long one is walked once
    " (?<!  )(?=[ ،؛؟!:.»)\\]]) *+(?:"
    # before a stop that ends something; not before an ellipsis or a smiley
    f"(?P<drop_stop>)(?=[،؛؟!:.](?:[\\s»)\\]،؛]|$|{_L}|«))(?!\\.\\.)(?![:;]-?[)(DP])"
    f"|(?P<drop_quote>)(?=»)|(?P<drop_bracket>)(?=[)\\]])|(?P<one>(?<=  ))(?={_L}))"
)
# What must stand before the spaces of a group.
_BEFORE_SPACES = {
    "drop_stop": re.compile(f'[{LETTERS}\u064b-\u0652»)\\]"٪%۰-۹]'),
    "drop_quote": re.compile(f"[{LETTERS}\u064b-\u0652»)\\d٪]|(?<={_END})[.!؟…،؛]"),
    "drop_bracket": re.compile(f"[{LETTERS}\u064b-\u0652»\\d]"),
    "one": re.compile(_END),
}
_SIGNS = re.compile(
    "[،؛؟!:.,;?«»()\\[](?:"
    f"(?<={_END}[«(])(?!(?<=\\(){_CLOSE}\\))(?P<before>)"
    f"|(?<=[،؛؟])(?P<put_stop>)(?={_L}|[«(])"
    f"|(?<={_L}{_L}[!:])(?P<put_colon>)(?={_L}|«)"
    # a full stop between two words, not within initials
    f"|(?<={_L}{_L}\\.)(?<!\\.{_L}{_L}\\.)(?P<put_period>)(?={_L}{_L})(?!{_L}{{1,2}}\\.)"
    # … or between a word and a number
    f"|(?<={_L}{_L}\\.)(?P<put_number>)(?=[0-9۰-۹])"
    f"|(?:(?<=[۰-۹]\\.)|(?<=[ (][0-9]{{2}}\\.)|(?<=[ (][0-9]{{4}}\\.))(?P<put_word>)(?={_L}{_L})"
    f"(?!{_L}{{1,2}}\\.)"
    f"|(?<={_END}[,;?])(?P<swap>)(?=\\s|{_L}|[»)!?]|$)"
    f"|(?<=«)(?P<drop_opening> +)(?={_L}|[\\d(])|(?<=[(\\[])(?P<drop_bracketed> +)(?={_L}|[«\\d])"
    f"|(?<=»)(?P<put_closing>)(?={_L})"
    f"|(?<=\\))(?P<put_bracket>)(?={_L}{_L})(?!{_CLOSE}\\b))"
)


def rule_edits(text: str) -> list[Edit]:
    """Return one round of the edits that depend on neighbours; disjoint and sorted."""
    found = [
        Edit(m.start(), m.end(), m.group(), "", "half-space") for m in _HALF_SPACES.finditer(text)
    ]
    found += (_space_edit(m) for m in _SPACES_BEFORE.finditer(text) if _fits(m))
    found += (_sign_edit(m) for m in _SIGNS.finditer(text))
    found.sort(key=lambda edit: (edit.start, edit.end))
    kept: list[Edit] = []
    for edit in found:
        if not kept or edit.start > kept[-1].end:
            kept.append(edit)
    return kept


def _fits(match: re.Match[str]) -> bool:
    before = _BEFORE_SPACES[match.lastgroup or ""]
    return match.start() > 0 and bool(before.match(match.string, match.start() - 1))


def _space_edit(match: re.Match[str]) -> Edit:
    after = " " if match.lastgroup == "one" else ""
    return Edit(match.start(), match.end(), match.group(), after, "punctuation")


def _sign_edit(match: re.Match[str]) -> Edit:
    group = match.lastgroup or ""
    start, end = match.span(group)
    if group == "swap":
        sign = match.group()
        return Edit(match.start(), match.end(), sign, _PERSIAN_SIGNS[sign], "punctuation")
    if group == "before":
        start = end = match.start()
    if group.startswith(("put", "before")):
        return Edit(start, start, "", " ", "punctuation")
    return Edit(start, end, match.group(group), "", "punctuation")


# --- quotation marks --------------------------------------------------------------------

_MARKS = re.compile('["\u201c\u201d\u201e\u201f\u00ab\u00bb]|<<|>>')
_STRAIGHT = '"'
_OPENING = {"\u00ab", "\u201c", "\u201e", "<<"}
_CLOSING = {"\u00bb", "\u201d", ">>"}


_ODD_MARK = re.compile('["\u201c\u201d\u201e\u201f]|<(?=<)|>(?=>)')
_ODD_SIGN = re.compile('["\u201c\u201d\u201e\u201f<>]')
_LETTER, _WORD_CHARACTER = re.compile(_L), re.compile(r"\w")
_REVERSED = re.compile(f"»(?<=[\\s:(]»)(?=\\s*{_L})")


def quotation_edits(line: str) -> list[Edit]:
    """Return the edits that make paired marks round Persian words of a line guillemets.

    A line with an odd number of marks stays as it is.
    """
    if _ODD_SIGN.search(line) or _REVERSED.search(line):
        return list(_mark_edits(line))
    return []


def _mark_edits(line: str) -> Iterator[Edit]:
    marks = list(_MARKS.finditer(line))
    if len(marks) % 2:
        return
    for first, second in zip(marks[::2], marks[1::2], strict=True):
        if not _is_pair(line, first, second):
            continue
        for mark, right in ((first, "«"), (second, "»")):
            if mark.group() != right:
                yield Edit(mark.start(), mark.end(), mark.group(), right, "quotation-mark")


def _is_pair(line: str, first: re.Match[str], second: re.Match[str]) -> bool:
    """Whether two marks stand around Persian words, the one before them and the other behind."""
    if first.group() == "«" and second.group() == "»":
        return False
    before = line[max(0, first.start() - 1) : first.start()]
    if before.isdigit() or not _LETTER.search(line, first.end(), second.start()):
        return False
    glued = _WORD_CHARACTER.match(before) and line[first.end()].isspace()
    return not glued and not _LETTER.match(line, second.end())


def suspects(text: str, digits: Digits) -> Iterator[int]:
    """Yield offsets at which a step of this level might change something, and some others."""
    for pattern in (_suspect(digits), _HALF_SPACES, _SPACES_BEFORE, _SIGNS, _REVERSED):
        for match in pattern.finditer(text):
            yield match.start()


@cache
def _suspect(digits: Digits) -> re.Pattern[str]:
    return re.compile(f"{_single(digits).pattern[:-1]}{_ODD_SIGN.pattern[1:]}")
