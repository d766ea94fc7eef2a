"""Understanding a mention of a speaker: its name, role, and what sort of thing it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gofteh.lexicon.boundaries import NUMBERS, TITLED
from gofteh.lexicon.heads import (
    DOCUMENT_HEADS,
    FIRST_PERSON_PRONOUNS,
    ORGANISATION_HEADS,
    PLURAL_PRONOUNS,
    PLURAL_REFLEXIVES,
    PRONOUNS,
    REFLEXIVES,
    ROLE_HEADS,
)
from gofteh.lexicon.mentions import (
    ABOUT,
    AND,
    ARTICLE,
    ARTICLES,
    BY_NAME,
    DEMONSTRATIVES,
    EMPHATIC,
    FIRST_PERSON_PLURAL,
    FROM,
    INDEFINITE_ENDS,
    MORE_THAN,
    NICKNAMED,
    SEVERAL,
    TO,
)
from gofteh.lexicon.names import common_words, given_names
from gofteh.lexicon.people import (
    ANONYMOUS_HEADS,
    BEHIND_NAMES,
    BEHIND_RELATION,
    GROUP_HEADS,
    HONORIFICS,
    INDEFINITES,
    NAMED_AFTER,
    NOT_IN_NAMES,
    RANK_BEFORE_HONORIFIC,
    RELATED,
    RELATIONS,
    SURNAME_ENDS,
    UNNAMED_SOURCES,
)
from gofteh.lexicon.signs import (
    CLOSING_QUOTES,
    DASHES,
    OPENING_BRACKETS,
    OPENING_QUOTES,
    PAUSES,
    is_pictogram,
)
from gofteh.records import SpeakerKind
from gofteh.speakers.kinds import is_guess, kind_of, names_no_person
from gofteh.statements.phrases import is_finite
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

_SIGNS = frozenset("«»\"“”'‘’()[]،,؛;-–")
_QUOTES = OPENING_QUOTES | CLOSING_QUOTES
_BEFORE_HEAD = DEMONSTRATIVES | _SIGNS | {ARTICLE}
_MAX_SURNAME = 3
# What stands behind these between quotation marks is their name: ``مدیر باشگاه «شاهین»``.
_NAMED = TITLED | ORGANISATION_HEADS
# Tokens of a mention that belong together: indices into its words.
Piece = list[int]


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention at a token range. ``name`` and ``role`` are token indices, in order."""

    range: Range
    words: tuple[str, ...]
    name: tuple[int, ...] = ()
    role: tuple[int, ...] = ()
    kind: SpeakerKind = SpeakerKind.PERSON
    pronoun: bool = False
    plural: bool = False
    first_person: bool = False
    demonstrative: bool = False
    indefinite: bool = False

    @property
    def name_words(self) -> tuple[str, ...]:
        """The words of the name, honorifics too."""
        return tuple(self.words[i - self.range[0]] for i in self.name)

    @property
    def of_other(self) -> bool:
        """Whether the mention says who somebody is to another who is named: ``وکیل علی راد``."""
        words = self.words
        return bool(words) and not self.name and _is_relation(words, list(range(len(words))))

    @property
    def head(self) -> str:
        """The noun that says what the mention is: ``مقام`` of ``این مقام مسئول``."""
        return next((w for w in self.words if w not in _BEFORE_HEAD), "")


def parse(layout: Layout, source: Range) -> Mention:
    """Return what a source mention says about its speaker."""
    words = layout.tokens.of(source)
    first = words[0]
    if first == EMPHATIC and len(words) > 1:  # ``خود مقامات آمریکایی``
        behind = parse(layout, Range(source.start + 1, source.end))
        return replace(behind, range=source, words=words)
    if first in FIRST_PERSON_PRONOUNS:
        return Mention(
            source, words, pronoun=True, first_person=True, plural=first == FIRST_PERSON_PLURAL
        )
    if first in REFLEXIVES and len(words) == 1:
        return Mention(source, words, pronoun=True, plural=first in PLURAL_REFLEXIVES)
    if first in PRONOUNS:
        return Mention(source, words, pronoun=True)
    if first in PLURAL_PRONOUNS:
        return Mention(source, words, pronoun=True, plural=True, kind=SpeakerKind.GROUP)
    if first in DEMONSTRATIVES and len(words) > 1:
        return Mention(source, words, demonstrative=True, kind=_pointed(_plain(words[1:])))
    return _noun_phrase(layout, source, words)


def _noun_phrase(layout: Layout, source: Range, words: tuple[str, ...]) -> Mention:
    names, roles = _split(layout, words)
    titled = bool(names) and words[names[0] - 1] in HONORIFICS
    if names and roles and not titled and names_no_person([words[k] for k in names]):
        names = []
    kind = _kind(words, names, roles)
    indefinite = words[0] in INDEFINITES or words[0] in UNNAMED_SOURCES
    indefinite = indefinite or (not names and _indefinite(words))
    if kind is SpeakerKind.PERSON and indefinite and not names:
        kind = SpeakerKind.UNNAMED
    name = tuple(source.start + k for k in names) if kind is SpeakerKind.PERSON else ()
    role = tuple(source.start + k for k in roles)
    return Mention(source, words, name, role, kind, indefinite=indefinite)


def _kind(words: Sequence[str], names: Piece, roles: Piece) -> SpeakerKind:
    if words[0] == ARTICLE and words[1:2] and words[1] in ANONYMOUS_HEADS:
        return SpeakerKind.UNNAMED
    several = any(words[k] == AND for k in names)  # ``X و Y``, ``X و Y، نمایندگان مجلس``
    several = several and (not roles or words[roles[0]] in GROUP_HEADS)
    count = words[words[0] in ABOUT :]  # ``حدود ۱۲ نفر``
    counted = len(count) > 1 and (count[0] in NUMBERS or count[0].isdigit())  # ``دو نماینده``
    counted = counted or words[:2] in MORE_THAN
    kind = kind_of(_plain(words))
    some = words[0] in SEVERAL and kind is not SpeakerKind.UNNAMED
    if counted or some or (several and kind is SpeakerKind.PERSON):
        return SpeakerKind.GROUP
    named = names and roles and kind is not SpeakerKind.UNNAMED
    return SpeakerKind.PERSON if named else kind


def _pointed(words: Sequence[str]) -> SpeakerKind:
    """The kind behind a demonstrative: who is no body by his noun is a person: ``این داوطلب``."""
    kind = kind_of(words)
    return SpeakerKind.PERSON if kind is SpeakerKind.ORGANISATION and is_guess(words) else kind


def _plain(words: Sequence[str]) -> list[str]:
    return [w for w in words if w not in _SIGNS]


def _indefinite(words: Sequence[str]) -> bool:
    """``نماینده‌ای از کنگره``, ``مقامی``: an indefinite ending on the head."""
    head = words[0]
    return head.endswith(INDEFINITE_ENDS) and len(words) > 1 and words[1] == FROM


def _split(layout: Layout, words: Sequence[str]) -> tuple[Piece, Piece]:
    """Part a mention into the words of its name and those of its role, as indices."""
    if (behind := _behind_by_name(words)) is not None:
        return list(range(behind, len(words))), list(range(behind - len(BY_NAME)))
    name: Piece = []
    role: Piece = []
    for segment in _segments(words):
        piece = _without_nickname(words, _skip_honorifics(words, segment))
        if piece and words[piece[0]] in ARTICLES:
            piece = piece[1:]
        if _tells_of_body(words, role, piece):
            role += piece
            continue
        named, told = _part(layout, words, piece, after_name=bool(name), after_role=bool(role))
        name += named
        role += told
    kept = (k for k in name if words[k] not in _SIGNS and not words[k].isascii())
    return [k for k in kept if not is_pictogram(words[k])], role


def _behind_by_name(words: Sequence[str]) -> int | None:
    """Where the name begins in ``یک آمریکایی به نام رابرت پیری``; None without such words."""
    size = len(BY_NAME)
    at = (k for k in range(1, len(words) - size) if tuple(words[k : k + size]) == BY_NAME)
    found = next(at, None)
    return None if found is None else found + size


def _without_nickname(words: Sequence[str], piece: Piece) -> Piece:
    """A piece without a nickname: ``رحیم ملقب به «کوه‌کن»``, ``نرگس «مادر کوه» آذرنیا``."""
    called = (n for n, k in enumerate(piece) if n and words[k] in NICKNAMED)
    end = next((n for n in called if words[piece[n] + 1 : piece[n] + 2] == (TO,)), len(piece))
    piece = piece[:end]
    bracket = next((n for n, k in enumerate(piece) if n and words[k] in OPENING_BRACKETS), None)
    if bracket is not None and not any(words[k] in ROLE_HEADS for k in piece[bracket:]):
        piece = piece[:bracket]  # ``رحیم سنگ‌تراش (کوه‌کن)``
    marks = [n for n, k in enumerate(piece) if words[k] in _QUOTES]
    inside = len(marks) == 2 and marks[0] > 0 and marks[1] + 1 < len(piece)
    if inside and words[piece[0]] in given_names():
        return piece[: marks[0]] + piece[marks[1] + 1 :]
    return piece


def _is_relation(words: Sequence[str], piece: Piece) -> bool:
    """Whether a piece says who somebody is to another: ``همسرش``, ``برادر کوچک‌تر علی فرهمند``."""
    if words[piece[0]] in RELATED:
        return True
    behind = (words[k] for k in piece[1:] if words[k] not in BEHIND_RELATION)
    other = next(behind, "")
    named = other in given_names() or other in HONORIFICS
    return words[piece[0]] in RELATIONS and (named or other in PRONOUNS | PLURAL_PRONOUNS)


def _part(
    layout: Layout, words: Sequence[str], piece: Piece, *, after_name: bool, after_role: bool
) -> tuple[Piece, Piece]:
    """Part a piece of a mention, between commas, into name and role."""
    if not piece or words[piece[0]] == FROM or words[piece[0]] in NOT_IN_NAMES:
        return [], piece
    if words[piece[0]] in RELATED and words[piece[1] if piece[1:] else 0] in given_names():
        return ([], piece) if after_name else (piece[1:], piece[:1])  # ``خواهرش مریم راد``
    if _is_relation(words, piece):
        return [], piece
    head = _office(words, piece)
    if head is None:
        field = after_role and not _looks_like_name(words, piece)
        is_role = field or after_name or _is_body(words, piece)
        return ([], piece) if is_role else (_name_alone(layout, words, piece), [])
    cut = _trailing_name(words, piece) if head == piece[0] else head
    before, behind = [k for k in piece if k < cut], [k for k in piece if k >= cut]
    named, told = (behind, before) if head == piece[0] else (before, behind)
    return ([] if after_name else named), told


def _name_alone(layout: Layout, words: Sequence[str], piece: Piece) -> Piece:
    """A name without the words behind it that no name holds: ``علی راد حوادث رخ داده``.

    What begins with a common word is no name at all, and stays whole.
    """
    if words[piece[0]] in common_words():
        return piece
    inner = range(1, len(piece))
    end = next((n for n in inner if _ends_name(layout, words, piece, n)), len(piece))
    return piece[:end]


def _ends_name(layout: Layout, words: Sequence[str], piece: Piece, n: int) -> bool:
    """Whether a name has ended in front of a word of a piece.

    So it has in front of a preposition or a verb. In front of a common word it has when three words
    of it are told, or when the one before, itself no given name, is used again without it.
    """
    word, before = words[piece[n]], words[piece[n - 1]]
    if word in BEHIND_NAMES or is_finite(word):
        return True
    if word not in common_words() or (n == 1 == len(piece) - 1 and before in given_names()):
        return False
    if len(piece) > _MAX_SURNAME and n > 1:
        return True
    return before not in given_names() and _is_used_without(layout, before, word)


def _is_used_without(layout: Layout, word: str, behind: str) -> bool:
    """Whether a surname, told with a given name elsewhere, is never again followed by a word."""
    tokens = layout.tokens.all
    followers = [after for one, after in pairwise(tokens) if one == word]
    surname = any(after == word and one in given_names() for one, after in pairwise(tokens))
    return surname and len(followers) > 1 and followers.count(behind) == 1


def _office(words: Sequence[str], piece: Piece) -> int | None:
    """The word that heads an office; a surname that is also a trade is none.

    So ``عباس کشاورز``, ``سعید خطیب زاده سخنگوی وزارت``.
    """
    heads = (k for k in piece if words[k] in ROLE_HEADS)
    head = next((k for k in heads if not _begins_surname(words, k)), None)
    surname = len(piece) == 2 and head == piece[1] and words[piece[0]] not in common_words()
    return None if surname else head


def _begins_surname(words: Sequence[str], k: int) -> bool:
    """Whether a trade is the first half of a surname written apart: ``قاضی زاده``."""
    return words[k + 1] in SURNAME_ENDS if k + 1 < len(words) else False


def _looks_like_name(words: Sequence[str], piece: Piece) -> bool:
    """Whether a piece behind an office's comma is its bearer, not a further field of the office."""
    told = [words[k] for k in piece if words[k] not in _SIGNS]
    known = bool(told) and told[0] in given_names()
    return known or (0 < len(told) <= _MAX_SURNAME and AND not in told)


def _segments(words: Sequence[str]) -> list[Piece]:
    """The pieces of a mention: parted at commas in front of an office, and at the first one."""
    segments: list[Piece] = [[]]
    for k, word in enumerate(words):
        follows = k + 1 < len(words) and (words[k + 1] in ROLE_HEADS or len(segments) == 1)
        dashed = word in DASHES and words[k + 1 : k + 2] and words[k + 1] in ROLE_HEADS
        if dashed or (word in PAUSES and follows):
            segments.append([])
        elif word not in _SIGNS or segments[-1]:
            segments[-1].append(k)
    return [s for s in segments if s]


def _skip_honorifics(words: Sequence[str], segment: Piece) -> Piece:
    rest = segment
    if rest and words[rest[0]] in ROLE_HEADS and not _before_name(words, rest):
        return rest
    while rest and _is_honorific(words, rest):
        rest = rest[1:]
    return rest


def _is_honorific(words: Sequence[str], rest: Piece) -> bool:
    """Whether a piece begins with a sign or a title, or with what leads to another title."""
    word = words[rest[0]]
    titled = len(rest) > 1 and words[rest[1]] in HONORIFICS
    leads = titled and (word == AND or word in RANK_BEFORE_HONORIFIC)
    return word in HONORIFICS or word in _SIGNS or leads


def _before_name(words: Sequence[str], segment: Piece) -> bool:
    """Whether a title that is also a trade stands before a name: ``استاد شجریان``."""
    later = [words[k] for k in segment[1:]]
    named = any(w in given_names() or w in HONORIFICS for w in later[:1])
    return named or len(later) < _MAX_SURNAME or any(w in ROLE_HEADS for w in later)


def _tells_of_body(words: Sequence[str], role: Piece, piece: Piece) -> bool:
    """Whether a piece behind a body's own tells more of it: ``روزنامه پگاه، چاپ سرخاب``."""
    behind = bool(role) and words[role[0]] in ORGANISATION_HEADS and bool(piece)
    return behind and words[piece[0]] not in given_names() | HONORIFICS


def _is_body(words: Sequence[str], piece: Piece) -> bool:
    return words[piece[0]] in ORGANISATION_HEADS or words[piece[0]] in DOCUMENT_HEADS


def _trailing_name(words: Sequence[str], piece: Piece) -> int:
    """Where a name begins behind a role: ``وزیر نیرو رضا اردکانیان``."""
    known = given_names()
    for position, k in enumerate(piece):
        rest = [words[j] for j in piece[position + 1 :]]
        before = next((words[j] for j in piece[:position][::-1] if words[j] not in _SIGNS), "")
        named = before in NAMED_AFTER or (words[k - 1] in OPENING_QUOTES and before in _NAMED)
        if position == 0 or named or not 1 <= len(rest) <= _MAX_SURNAME:
            continue
        if words[k] in known and not any(w in ROLE_HEADS or w in ORGANISATION_HEADS for w in rest):
            return k
    return piece[-1] + 1
