"""Trades and offices that are part of a name: ``عباس کشاورز``, ``سعید قاضی مغربی``."""

from __future__ import annotations

from collections.abc import Sequence

from gofteh.lexicon.heads import ROLE_HEADS
from gofteh.lexicon.names import common_words, countries_and_places, given_names
from gofteh.lexicon.people import ALSO_NAMES, SURNAME_ENDS
from gofteh.lexicon.word_classes import WordClass, word_classes
from gofteh.speakers.honorifics import SURNAME_LETTERS, Piece


def office_at(words: Sequence[str], piece: Piece) -> int | None:
    """Return the word of a piece that heads an office; a surname that is also a trade is none.

    So ``عباس کشاورز``, ``سعید خطیب زاده سخنگوی وزارت``.
    """
    heads = (k for k in piece if words[k] in ROLE_HEADS)
    head = next(
        (k for k in heads if not _begins_surname(words, k) and not _is_given(words, piece, k)), None
    )
    surname = len(piece) == 2 and head == piece[1] and words[piece[0]] not in common_words()
    return None if surname else head


def _is_given(words: Sequence[str], piece: Piece, k: int) -> bool:
    """Whether a trade is part of a name here: ``مالک سپهری‌نیا``, ``جواد بازرگان وکیل``.

    One that is a name as often opens a name of two words, or stands behind a given name; any other
    is a surname between a given name and a further office, or opens one of two words (``سعید قاضی
    مغربی``): behind a bare given name no office stands without a comma.
    """
    behind = next((words[j] for j in piece if j > k), "")
    further = next((words[j] for j in piece if j > k + 1), "")
    if k > piece[0]:
        named = words[k - 1] in given_names()
        surname = behind in ROLE_HEADS or _can_end_surname(behind, further)
        return named and (words[k] in ALSO_NAMES or (k - 1 == piece[0] and surname))
    common = behind in common_words() or behind in countries_and_places()
    apart = bool(behind) and not common
    surname = further in ROLE_HEADS or (not further and behind.endswith(SURNAME_LETTERS))
    return words[k] in ALSO_NAMES and apart and surname  # ``مالک خودرو``: no name


def _can_end_surname(word: str, further: str) -> bool:
    """Whether a word behind a trade is the second half of a surname: ``مغربی`` of ``قاضی مغربی``.

    Readers judged it a surname, or an office stands behind it.
    """
    if not word.isalpha() or word in common_words() or word in countries_and_places():
        return False
    return word_classes().get(word, "")[:1] == WordClass.SURNAME or further in ROLE_HEADS


def _begins_surname(words: Sequence[str], k: int) -> bool:
    """Whether a trade is the first half of a surname written apart: ``قاضی زاده``."""
    return words[k + 1] in SURNAME_ENDS if k + 1 < len(words) else False
