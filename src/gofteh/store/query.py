"""What a user types into the search box, as a tree of terms.

``"a phrase"`` or ``«a phrase»``, ``begin*``, ``AND``, ``OR``, ``NOT`` in capitals or ``-word``,
``یا`` and ``نه`` between what they join, parentheses; words side by side must all occur. What makes
no sense as an operator is passed over, and `slips` tells so: a search box does not lecture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from gofteh.errors import GoftehError
from gofteh.text.fold import fold_word
from gofteh.text.terms import joined_key, terms_of

# Longer queries are refused: the time of a search grows with its terms.
MAX_TERMS = 64
MAX_CHARACTERS = 1000
# A beginning stands for every term that begins so: hundreds, each with a list of its own.
MAX_PREFIXES = 8
_MAX_DEPTH = 12
# A shorter beginning stands for the word itself: too much begins so.
_SHORTEST_PREFIX = 2
# Neighbouring words are also looked for joined, in runs of at most so many.
_MAX_JOINED_RUN = 6

_LONGEST_CURSOR = 18  # digits: within 63 bits
_HALF_SPACE = "\u200c"
# They are words as well (``نه`` is also nine): operators only where something stands on both sides.
PERSIAN_OPERATORS = {"یا": "OR", "نه": "NOT"}
AND = "و"  # said before ``نه``, it adds nothing
# Of a sentence in which any word will do: what parts its words, and what is no part of one.
_GAPS = re.compile(r'[\s"«»()]+')
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
OPERATORS = {"AND", "OR", "NOT", AND, *PERSIAN_OPERATORS}
_OR = " OR "
_LEXEMES = re.compile(
    r"\s+|(?P<open>\()|(?P<close>\))"
    r'|(?P<minus>(?<!\S)-(?=[^\s"«]|["«]))?(?:"(?P<straight>[^"]*)"?|«(?P<angled>[^»]*)»?)'
    r"|(?P<operator>(?:AND|OR|NOT)(?![^\s()]))"
    r'|(?P<dash>(?<!\S)-)?(?P<word>[^\s()"«»]+)'
)


class QueryError(GoftehError, ValueError):
    """A query that cannot be searched for; the message says what to change, ``code`` what is wrong.

    Codes are ``long``, ``terms``, ``beginnings`` and ``depth``; all else is ``query``.
    """

    def __init__(self, message: str, code: str = "query") -> None:
        super().__init__(message)
        self.code = code


class Slip(StrEnum):
    """Something in a query that was passed over."""

    QUOTE = "quote"  # not closed: everything behind it is the phrase
    PARENTHESIS = "parenthesis"
    OPERATOR = "operator"  # with nothing to join


@dataclass(frozen=True, slots=True)
class Term:
    """One term; ``prefix`` matches every term that begins so."""

    key: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Terms in a row."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class All:
    """Every part must occur."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One part must occur."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """The part must not occur."""

    part: Node


Node = Term | Phrase | All | AnyOf | Without


def place_of(cursor: str) -> int:
    """Return the place that a list's cursor tells. Raises `QueryError` for one that is none."""
    if not cursor.isascii() or not cursor.isdecimal() or len(cursor) > _LONGEST_CURSOR:
        raise QueryError("this cursor is none of this list. Start from the first page.")
    return int(cursor)


def parse(words: str) -> Node | None:
    """Return the tree of a query; ``None`` where it holds no word.

    Raises `QueryError` for a query that is too long or nested too deeply.
    """
    if len(words) > MAX_CHARACTERS:
        raise QueryError(
            f"the query is longer than {MAX_CHARACTERS} characters. Shorten it.", "long"
        )
    node = _Parser(_joined(list(_lexemes(words)))).parse()
    if node is not None and sum(1 for _ in leaves(node)) > MAX_TERMS:
        raise QueryError(f"the query has more than {MAX_TERMS} terms. Leave some out.", "terms")
    if node is not None and len(_prefixes(node)) > MAX_PREFIXES:
        message = f"the query has more than {MAX_PREFIXES} beginnings. Leave some out."
        raise QueryError(message, "beginnings")
    return node


def any_of(sentence: str) -> str:
    """Return the query for what has any word of a sentence; by relevance the closest comes first.

    Operators and punctuation are left out. Of a long sentence its first words are taken, as many as
    a query may have.
    """
    found = (_EDGES.sub("", word) for word in _GAPS.split(sentence))
    words: list[str] = []
    terms = size = 0
    for word in dict.fromkeys(found):
        if not word or word in OPERATORS:
            continue
        node = _Parser(_joined(list(_lexemes(word)))).parse()
        terms += sum(1 for _ in leaves(node)) if node else 0
        size += len(word) + len(_OR)
        if terms > MAX_TERMS or size > MAX_CHARACTERS:
            break
        words.append(word)
    return _OR.join(words)


def slips(words: str) -> tuple[Slip, ...]:
    """Return what `parse` passes over in a query, each kind once."""
    lexemes = _joined(list(_lexemes(words)))
    found = [Slip.QUOTE] if any(map(_is_open, _LEXEMES.finditer(words))) else []
    depth = 0
    for lexeme in lexemes:
        depth += {"open": 1, "close": -1}.get(lexeme.kind, 0)
        if depth < 0:
            break
    found += [Slip.PARENTHESIS] if depth else []
    sides = zip([_END, *lexemes], lexemes, [*lexemes[1:], _END], strict=False)
    found += [Slip.OPERATOR] if any(_is_idle(*three) for three in sides) else []
    return tuple(found)


def _is_open(found: re.Match[str]) -> bool:
    """Whether a lexeme is a phrase that nothing ends."""
    if found["straight"] is not None:
        return found.group().count('"') < 2
    return found["angled"] is not None and "»" not in found.group()


def _is_idle(before: _Lexeme, lexeme: _Lexeme, after: _Lexeme) -> bool:
    if lexeme.kind != "operator":
        return False
    alone = after.kind in ("end", "close") or (after.kind == "operator" and after.text != "NOT")
    return alone or (lexeme.text != "NOT" and before.kind in ("end", "open"))


def _prefixes(node: Node) -> set[str]:
    return {one.key for one in leaves(node) if isinstance(one, Term) and one.prefix}


def leaves(node: Node, *, wanted: bool = False) -> Iterator[Term | Phrase]:
    """Yield the terms and phrases of a tree; with ``wanted`` only those not under a NOT."""
    match node:
        case Term() | Phrase():
            yield node
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from leaves(part, wanted=wanted)
        case Without(part):
            if not wanted:
                yield from leaves(part)


@dataclass(frozen=True, slots=True)
class _Lexeme:
    kind: str  # word, phrase, operator, open, close
    text: str = ""


_END = _Lexeme("end")


def _joined(lexemes: list[_Lexeme]) -> list[_Lexeme]:
    """Return lexemes with the Persian operators told from the same words."""
    joined: list[_Lexeme] = []
    for at, lexeme in enumerate(lexemes):
        after = lexemes[at + 1] if at + 1 < len(lexemes) else _END
        operator = _persian_operator(joined[-1] if joined else _END, lexeme, after)
        if operator == "NOT" and joined[-1] == _Lexeme("word", AND) and len(joined) > 1:
            joined.pop()
        joined.append(_Lexeme("operator", operator) if operator else lexeme)
    return joined


def _persian_operator(before: _Lexeme, lexeme: _Lexeme, after: _Lexeme) -> str:
    operator = PERSIAN_OPERATORS.get(fold_word(lexeme.text)) if lexeme.kind == "word" else None
    if operator is None or after.kind in ("end", "close", "operator"):
        return ""
    has_left = before.kind in ("word", "phrase", "close")
    return operator if has_left or (operator == "NOT" and before.kind == "operator") else ""


def _lexemes(words: str) -> Iterator[_Lexeme]:
    for found in _LEXEMES.finditer(words):
        if found["open"] or found["close"]:
            yield _Lexeme("open" if found["open"] else "close")
        elif found["operator"]:
            yield _Lexeme("operator", found["operator"])
        elif found["word"]:
            if found["dash"]:
                yield _Lexeme("operator", "NOT")
            yield _Lexeme("word", found["word"])
        elif (quoted := found["straight"] or found["angled"]) is not None:
            if found["minus"]:
                yield _Lexeme("operator", "NOT")
            yield _Lexeme("phrase", quoted)


class _Parser:
    """Recursive descent: OR binds loosest, then AND (written or not), then NOT."""

    def __init__(self, lexemes: list[_Lexeme]) -> None:
        self._rest = lexemes[::-1]
        self._depth = 0

    def parse(self) -> Node | None:
        parts = []
        while self._rest:
            parts.append(self._any())
            if self._rest:
                self._rest.pop()  # a closing parenthesis that closes nothing
        return _all(parts)

    def _next_is(self, kind: str, text: str = "") -> bool:
        if not self._rest or self._rest[-1].kind != kind:
            return False
        return not text or self._rest[-1].text == text

    def _any(self) -> Node | None:
        self._deeper()
        parts = [self._every()]
        while self._next_is("operator", "OR"):
            self._rest.pop()
            parts.append(self._every())
        self._depth -= 1
        return _any([part for part in parts if part is not None])

    def _every(self) -> Node | None:
        parts: list[Node | None] = []
        while self._rest and not self._next_is("close") and not self._next_is("operator", "OR"):
            if self._next_is("operator", "AND"):
                self._rest.pop()
            elif self._next_is("word"):
                parts.append(self._run())
            else:
                parts.append(self._single())
        return _all(parts)

    def _single(self) -> Node | None:
        lexeme = self._rest.pop()
        if lexeme.kind == "operator":  # NOT
            if not self._rest or self._next_is("close") or self._next_is("operator", "OR"):
                return None
            self._deeper()
            part = _words([self._rest.pop().text]) if self._next_is("word") else self._single()
            self._depth -= 1
            return Without(part) if part is not None else None
        if lexeme.kind == "phrase":
            return _phrase(terms_of(lexeme.text).keys)
        inner = self._any()
        if self._rest:
            self._rest.pop()
        return inner

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise QueryError("the query is nested too deeply. Take parentheses out.", "depth")

    def _run(self) -> Node | None:
        """Words side by side, up to one with a star."""
        words = []
        while self._next_is("word"):
            words.append(self._rest.pop().text)
            if words[-1].endswith("*"):
                break
        return _words(words)


def _words(words: list[str]) -> Node | None:
    """Words that must all occur; half-spaced ones also with a space in their place."""
    prefix = words[-1].endswith("*")
    parts: list[Node | None] = []
    plain: list[str] = []
    for word in words:
        apart = terms_of(word.replace(_HALF_SPACE, " ")).keys if _HALF_SPACE in word else ()
        if len(apart) < 2:
            plain.append(word)
            continue
        parts += [_run_of(plain), _half_spaced(word, apart)]
        plain = []
    parts.append(_run_of(plain, prefix=prefix and bool(plain)))
    return _all(parts)


def _half_spaced(word: str, apart: tuple[str, ...]) -> Node | None:
    joined = terms_of(word).keys
    return _any([node for node in (_phrase(joined), _phrase(apart)) if node is not None])


def _run_of(words: list[str], *, prefix: bool = False) -> Node | None:
    """All of the words, or all but that two neighbours, or two with ``و``, are written as one."""
    keys = terms_of(" ".join(words)).keys
    if not keys:
        return None
    whole = _all_terms(keys, prefix=prefix)
    if len(keys) == 1 or len(keys) > _MAX_JOINED_RUN:
        return whole
    joined = [
        _all_terms((*keys[:i], joined_key(*keys[i : i + 2]), *keys[i + 2 :]), prefix=prefix)
        for i in range(len(keys) - 1)
        if keys[i].isalpha() and keys[i + 1].isalpha()
    ]
    joined += [
        _all_terms(
            (*keys[:i], *terms_of("".join(keys[i : i + 3])).keys, *keys[i + 3 :]), prefix=prefix
        )
        for i in range(len(keys) - 2)
        if keys[i + 1] == AND
    ]
    return _any([whole, *joined])


def _all_terms(keys: tuple[str, ...], *, prefix: bool) -> Node:
    parts: list[Node | None] = [Term(key) for key in keys[:-1]]
    node = _all([*parts, Term(keys[-1], prefix and len(keys[-1]) >= _SHORTEST_PREFIX)])
    assert node is not None
    return node


def _phrase(keys: tuple[str, ...]) -> Node | None:
    if len(keys) > 1:
        return Phrase(keys)
    return Term(keys[0]) if keys else None


def _all(parts: list[Node | None]) -> Node | None:
    found = tuple(part for part in parts if part is not None)
    return All(found) if len(found) > 1 else (found[0] if found else None)


def _any(parts: list[Node]) -> Node | None:
    return AnyOf(tuple(parts)) if len(parts) > 1 else (parts[0] if parts else None)
