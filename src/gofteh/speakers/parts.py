"""The parts of a mention: which of its words are a name and which tell a role.

A mention is read piece by piece, parted at commas: ``علی راد، وزیر راه`` are two. A *piece* is a
list of indices into the mention's words. What a piece is depends on the words at its begin (an
office, a body, a given name) and on whether a name or a role stands before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from gofteh.lexicon.boundaries import OCCASIONS, TITLED
from gofteh.lexicon.heads import (
    DOCUMENT_HEADS,
    ORGANISATION_HEADS,
    PLURAL_PRONOUNS,
    PRONOUNS,
    ROLE_HEADS,
)
from gofteh.lexicon.mentions import (
    ARTICLES,
    BY_NAME,
    NICKNAMED,
)
from gofteh.lexicon.names import (
    common_words,
    countries,
    given_names,
    is_no_name,
    opens_full_name,
)
from gofteh.lexicon.particles import AND, FROM, IN, TO
from gofteh.lexicon.people import (
    BEHIND_NAMES,
    BEHIND_RELATION,
    BEHIND_RELATION_RELATED,
    HONORIFICS,
    NAMED_AFTER,
    NOT_IN_NAMES,
    PLACE_NOUNS,
    RELATED,
    RELATIONS,
)
from gofteh.lexicon.signs import (
    CLOSING_QUOTES,
    DASHES,
    OPENING_BRACKETS,
    OPENING_QUOTES,
    PAUSES,
    is_pictogram,
)
from gofteh.speakers.honorifics import (
    MAX_SURNAME,
    SIGNS,
    Piece,
    is_epithet,
    opens_name,
    skip_honorifics,
)
from gofteh.speakers.trades import office_at
from gofteh.statements.phrases import is_finite
from gofteh.text.layout import Layout

_QUOTES = OPENING_QUOTES | CLOSING_QUOTES
# Behind a relation they stand for whose it is: ``وکیل او``.
_OTHERS = PRONOUNS | PLURAL_PRONOUNS
# A surname stands in front of more different words than these.
_FEW_FOLLOWERS = 2
# One that an article speaks of throughout stands in front of so many.
_MANY_FOLLOWERS = 6
# Two marks hold a name of at least two words.
_PAIR, _LEAST_NAME = 2, 2
# Words and signs that part what stands between two marks, so that it is no name.
_NO_NAME_PARTS = PAUSES | {AND, FROM, IN, TO}
# What stands behind these between quotation marks is their name: ``مدیر باشگاه «شاهین»``.
_NAMED = TITLED | ORGANISATION_HEADS
# Places of a word that are looked at: an article that has it oftener shows no more by the rest.
_MOST_PLACES = 100


def name_and_role(layout: Layout, words: Sequence[str]) -> tuple[Piece, Piece]:
    """Return which words of a mention are its name, and which tell its role.

    Both are indices into the words; signs, Latin letters and pictograms are no part of a name.
    """
    if (start := _start_of_by_name(words)) is not None:
        return list(range(start, len(words))), list(range(start - len(BY_NAME)))
    if quoted := _quoted_name(words):
        rest = [k for k in range(len(words)) if k not in quoted and words[k] not in _QUOTES]
        return quoted, skip_honorifics(words, rest)
    name: Piece = []
    role: Piece = []
    for whole in _pieces(words):
        piece = _without_nickname(words, skip_honorifics(words, whole))
        if piece and words[piece[0]] in ARTICLES:
            piece = piece[1:]
        if is_epithet(words, whole, piece):
            role += whole
            continue
        if _describes_body(words, role, piece):
            role += piece
            continue
        in_name, in_role = _part(layout, words, piece, after_name=bool(name), after_role=bool(role))
        name += in_name
        role += in_role
    kept = (k for k in name if words[k] not in SIGNS and not words[k].isascii())
    return [k for k in kept if not is_pictogram(words[k])], role


def _start_of_by_name(words: Sequence[str]) -> int | None:
    """Where the name begins in ``یک آمریکایی به نام رابرت پیری``; None without such words."""
    size = len(BY_NAME)
    at = (k for k in range(1, len(words) - size) if tuple(words[k : k + size]) == BY_NAME)
    found = next(at, None)
    return None if found is None else found + size


def _quoted_name(words: Sequence[str]) -> Piece:
    """The words of a name that stands between quotation marks: ``استاد «سعید رهبر سبزی»``.

    The marks hold them together, but only behind titles or nothing: ``پدر «علی رهبر»`` is another.
    """
    marks = [k for k, w in enumerate(words) if w in _QUOTES]
    if len(marks) != _PAIR or words[marks[0]] not in OPENING_QUOTES:
        return []
    if any(words[k] not in HONORIFICS for k in range(marks[0])):
        return []
    inside = list(range(marks[0] + 1, marks[1]))
    told = [words[k] for k in inside]
    size = _LEAST_NAME <= len(told) <= MAX_SURNAME + 1
    plain = _NO_NAME_PARTS.isdisjoint(told) and ROLE_HEADS.isdisjoint(told[_LEAST_NAME:])
    return inside if size and plain and told[0] in given_names() else []


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
    # ``"علی راد" استاد "سرخاب"``: the first of them closes the name
    quoted = piece[:1] > [0] and words[piece[0] - 1] in _QUOTES
    if inside and not quoted and words[piece[0]] in given_names():
        return piece[: marks[0]] + piece[marks[1] + 1 :]
    return piece


def is_relation(words: Sequence[str], piece: Piece) -> bool:
    """Whether a piece says who somebody is to another: ``همسرش``, ``برادر کوچک‌تر علی فرهمند``."""
    if words[piece[0]] in RELATED:
        return True
    length = _relation_length(words, piece)
    other = words[piece[length]] if 0 < length < len(piece) else ""
    named = other in given_names() or other in HONORIFICS
    of_ending = bool(length) and words[piece[length - 1]] in BEHIND_RELATION_RELATED
    return of_ending or named or other in _OTHERS


def _relation_length(words: Sequence[str], piece: Piece) -> int:
    """How many words of a piece say what somebody is to whom the next word names; 0 if none do.

    Relations can follow one another (``مادر همسر علی``, ``دوست و همکار او``); some are two words
    (``مدیر برنامه‌های علی``).
    """
    length = 0
    while found := _one_relation(words, piece[length:]):
        length += found
        while length < len(piece) and _qualifies_relation(words[piece[length]]):
            length += 1
        if words[piece[length - 1]] in BEHIND_RELATION_RELATED:
            break
        joined = length + 1 < len(piece) and words[piece[length]] == AND
        if joined and _one_relation(words, piece[length + 1 :]):
            length += 1
    return length


def _one_relation(words: Sequence[str], piece: Piece) -> int:
    """How many words at a piece's begin are one relation's noun: none, one or two."""
    sizes = range(min(2, len(piece)), 0, -1)
    return next((n for n in sizes if "".join(words[k] for k in piece[:n]) in RELATIONS), 0)


def _qualifies_relation(word: str) -> bool:
    return word in BEHIND_RELATION or word in BEHIND_RELATION_RELATED or word.isdigit()


def _own_name(words: Sequence[str], piece: Piece) -> int | None:
    """Where a relative's own name begins: ``خواهرش مریم راد``, ``دختر او هما راد``; else None."""
    start = 1
    if words[piece[0]] not in RELATED:
        start = _relation_length(words, piece)
        if not start:
            return None
        start += start < len(piece) and words[piece[start]] in _OTHERS
        if words[piece[start - 1]] not in _OTHERS | BEHIND_RELATION_RELATED:
            return None
    return start if start < len(piece) and words[piece[start]] in given_names() else None


def _part(
    layout: Layout, words: Sequence[str], piece: Piece, *, after_name: bool, after_role: bool
) -> tuple[Piece, Piece]:
    """Part one piece into the words of a name and those of a role.

    The order of the questions matters. A first word that no name or office has decides by itself.
    Relatives come before offices and names, since the name in ``برادر علی راد`` is another's; of
    them those with their own name (``خواهرش مریم راد``) come first.
    """
    if not piece or words[piece[0]] == FROM or words[piece[0]] in NOT_IN_NAMES:
        return [], piece
    if (own := _own_name(words, piece)) is not None:
        return ([], piece) if after_name else (piece[own:], piece[:own])
    if is_relation(words, piece):
        return [], piece
    head = office_at(words, piece)
    if head is None:
        further_field = after_role and not _looks_like_name(words, piece)
        is_role = further_field or after_name or _is_body(words, piece)
        return ([], piece) if is_role else (_without_news(layout, words, piece), [])
    # ``وزیر نیرو رضا اردکانیان`` or ``رضا اردکانیان وزیر نیرو``: the office first, or the name.
    office_first = head == piece[0]
    cut = _trailing_name(words, piece) if office_first else head
    before, behind = [k for k in piece if k < cut], [k for k in piece if k >= cut]
    name, role = (behind, before) if office_first else (_bearer(layout, words, before), behind)
    return ([] if after_name else name), role


def _bearer(layout: Layout, words: Sequence[str], before: Piece) -> Piece:
    """The name in front of an office; common words are none: ``اخیر`` of ``اخیر وزیر``."""
    told = [words[k] for k in before]
    if told[0] in given_names():
        return _without_news(layout, words, before)
    common = is_no_name(told) or AND in told
    return [] if common else _without_news(layout, words, before)


def _without_news(layout: Layout, words: Sequence[str], piece: Piece) -> Piece:
    """A name without the words of the sentence behind it: ``علی راد`` of ``علی راد حوادث رخ داده``.

    A piece that begins with a common word is a name that no list knows, and stays whole.
    """
    if words[piece[0]] in common_words():
        return piece
    inner = range(1, len(piece))
    end = next((n for n in inner if _ends_name(layout, words, piece, n)), len(piece))
    return piece[:end]


def _ends_name(layout: Layout, words: Sequence[str], piece: Piece, n: int) -> bool:
    """Whether a name has ended in front of the ``n``-th word of a piece.

    It has in front of a preposition or a verb. In front of a common word it has in a piece longer
    than names are, or where the word before, itself no given name, is used elsewhere without it.
    """
    word, before = words[piece[n]], words[piece[n - 1]]
    occasion = word.startswith(IN) and word[len(IN) :] in OCCASIONS  # ``درهمایش``
    aged = word[0].isdigit()  # ``راد ۴۵ ساله``
    if word in BEHIND_NAMES or is_finite(word) or word in CLOSING_QUOTES or occasion or aged:
        return True
    if word not in common_words():
        return n == 1 and _is_used_alone(layout, before, word)
    if n == 1 == len(piece) - 1 and before in given_names():
        return _is_titled_without(layout, before, word)
    if len(piece) > MAX_SURNAME and n > 1:
        return True
    return before not in given_names() and _is_used_without(layout, before, word)


def _is_used_without(layout: Layout, word: str, behind: str) -> bool:
    """Whether a surname stands elsewhere behind a given name, and only here before ``behind``."""
    words, places = layout.tokens.words, layout.tokens.places.get(word, ())
    followers = _followers(layout, word)
    near = places[:_MOST_PLACES]
    surname = any(words[i - 1] in given_names() or words[i - 1] in HONORIFICS for i in near)
    return surname and len(followers) > 1 and followers.count(behind) == 1


def _followers(layout: Layout, word: str) -> list[str]:
    """The words that stand behind a word, wherever it stands."""
    words, places = layout.tokens.words, layout.tokens.places.get(word, ())
    return [words[i + 1] for i in places[:_MOST_PLACES] if i + 1 < len(layout.tokens)]


def _is_used_alone(layout: Layout, word: str, behind: str) -> bool:
    """Whether a surname stands in front of many words, and of one behind it only here."""
    if word in given_names():
        return False
    followers = set(_followers(layout, word))
    return len(followers) >= _MANY_FOLLOWERS and _is_used_without(layout, word, behind)


def _is_titled_without(layout: Layout, word: str, behind: str) -> bool:
    """Whether a given name is a surname here: it stands elsewhere behind another, or a title.

    ``بدری روحیه جهادی را …`` where the article has ``مهندس بدری``.
    """
    followers = set(_followers(layout, word))
    return len(followers) > _FEW_FOLLOWERS and _is_used_without(layout, word, behind)


def _looks_like_name(words: Sequence[str], piece: Piece) -> bool:
    """Whether a piece behind an office's comma is its bearer, not a further field of the office."""
    told = [words[k] for k in piece if words[k] not in SIGNS]
    known = bool(told) and told[0] in given_names()
    few = 0 < len(told) <= MAX_SURNAME and AND not in told
    return known or (few and not is_no_name(told))


def _pieces(words: Sequence[str]) -> list[Piece]:
    """The pieces of a mention: parted at its first comma, then at commas in front of offices.

    A dash in front of an office parts, too.
    """
    pieces: list[Piece] = [[]]
    for k, word in enumerate(words):
        follows = k + 1 < len(words) and (words[k + 1] in ROLE_HEADS or len(pieces) == 1)
        dashed = word in DASHES and words[k + 1 : k + 2] and words[k + 1] in ROLE_HEADS
        if dashed or (word in PAUSES and follows):
            pieces.append([])
        elif word not in SIGNS or pieces[-1]:
            pieces[-1].append(k)
    return [piece for piece in pieces if piece]


def _describes_body(words: Sequence[str], role: Piece, piece: Piece) -> bool:
    """Whether a piece says more of the body before it: ``روزنامه پگاه، چاپ سرخاب``."""
    behind_body = bool(role) and words[role[0]] in ORGANISATION_HEADS and bool(piece)
    return behind_body and not opens_name(words[piece[0]])


def _is_body(words: Sequence[str], piece: Piece) -> bool:
    return words[piece[0]] in ORGANISATION_HEADS or words[piece[0]] in DOCUMENT_HEADS


def _is_in_office(word: str) -> bool:
    """Whether a word tells that an office goes on: ``امور خیریه استان سرخاب``."""
    head = word in ROLE_HEADS or word in ORGANISATION_HEADS or word in PLACE_NOUNS
    return head or word in BEHIND_NAMES or word in countries()


def _is_within_title(words: Sequence[str], piece: Piece) -> bool:
    """Whether a piece's last word stands in the midst of a quoted title: ``«تخت سلیمان»``."""
    marks = [k for k in piece[:-1] if words[k] in _QUOTES]
    return len(marks) % 2 == 1 and marks[-1] + 1 < piece[-1]


def _trailing_name(words: Sequence[str], piece: Piece) -> int:
    """Where a name begins behind a role (``وزیر نیرو رضا اردکانیان``), else the piece's end."""
    for position, k in enumerate(piece):
        rest = [words[j] for j in piece[position + 1 :]]
        before = next((words[j] for j in piece[:position][::-1] if words[j] not in SIGNS), "")
        named = before in NAMED_AFTER or (words[k - 1] in OPENING_QUOTES and before in _NAMED)
        listed = AND in rest or _is_within_title(words, piece[: position + 1])
        if position == 0 or named or listed or not 1 <= len(rest) <= MAX_SURNAME:
            continue
        if opens_full_name(words[k], rest) and not any(map(_is_in_office, rest)):
            return k
    return piece[-1] + 1
