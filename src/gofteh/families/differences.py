"""What a later telling of a statement changed against the first: the words that differ, flagged.

Both are aligned word by word, once. Flagged is what differs in a number, a name, a negation, a
hedge, an attribution, or the manner; other changes are only wording.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from gofteh.families.records import Change, Flag, Telling
from gofteh.lexicon.boundaries import NUMBERS
from gofteh.lexicon.names import countries, places
from gofteh.persons.names import bare_alef, folded_words
from gofteh.text.fold import word_set

# *One* is an article as well, *two* stands in many phrases: as numbers they are not looked at.
_SMALL_NUMBERS = ("یک", "دو")
# The prefix that negates a verb.
_NOT = "ن"


def _words(text: str) -> frozenset[str]:
    return frozenset(bare_alef(word) for word in word_set(text))


_HEDGES = _words(
    """
    احتمالا شاید ممکن احتمال ظاهرا گویا تقریبا حدود حدودا گمان میتواند گاه تاحدودی نسبتا ادعایی
    احتمالی
    """
)
_NEGATIONS = _words("نه نیست نیستند نبود نبودند نباید نشد نشده نکرد نکرده ندارد ندارند بدون هیچگاه")
# Words by which a telling is attributed to somebody. ``بنابر`` is none: what follows it is often a
# law or a proposal.
_ATTRIBUTIONS = _words("گفته نقل ادعای گفت گفتند اعلام بهگفته منابع گزارش طبق براساس")
# They are looked for among the first words that one telling has more (``به گفته …``) and the last
# (``… گفت که``).
_FIRST_WORDS, _LAST_WORDS = 3, 3
# A number is left out by itself where no more words than these are: it and its unit.
_BY_ITSELF = 2
# A date in another calendar has other numbers and is the same day.
_MONTHS = _words(
    """
    فروردین اردیبهشت خرداد تیر مرداد شهریور مهر ابان اذر دی بهمن اسفند ژانویه فوریه مارس اوریل مه
    می ژوئن ژوییه ژوئیه جولای اوت اگوست سپتامبر اکتبر نوامبر دسامبر
    """
)
# Tellings are aligned over this many words: the time grows with the square.
_MOST_WORDS = 400
# More words than this in one place are another text, not a change of this one; in front of a
# telling, and at its end.
_MOST_CHANGED, _MOST_OPENING, _MOST_ENDING = 5, 20, 2
# Of a telling so many times as long the other is only a small part.
_MUCH_MORE = 8
_WORD = re.compile(r"\S+")
_EQUAL = "equal"  # of difflib's opcodes


Opcode = tuple[str, int, int, int, int]


@dataclass(frozen=True, slots=True)
class _Alignment:
    """The words of two tellings, and difflib's operations that turn the first into the later."""

    first: list[str]
    later: list[str]
    codes: Sequence[Opcode]

    @classmethod
    def of(cls, first: str, later: str) -> _Alignment:
        a, b = (_WORD.findall(text)[:_MOST_WORDS] for text in (first, later))
        matcher = SequenceMatcher(None, _keys(a), _keys(b), autojunk=False)
        return cls(a, b, matcher.get_opcodes())

    def between(self) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Yield the words in place of one another between the first and last words in common."""
        equal = [k for k, code in enumerate(self.codes) if code[0] == _EQUAL]
        if not equal:
            return
        for kind, i, j, k, m in self.codes[equal[0] : equal[-1]]:
            if kind != _EQUAL:
                yield tuple(self.first[i:j]), tuple(self.later[k:m])


def differences(first: Telling, later: Telling) -> tuple[Change, ...]:
    """Return what a later telling changed against the first, in the order of the words.

    Compared is what stands between the first and the last words in common. In front of them only
    an attribution is a change, behind them only a negation: the rest is what one left out.
    """
    alignment = _Alignment.of(first.text, later.text)
    changes = list(_opening(alignment))
    numbers = [_numbers(folded_words(text)) for text in (first.text, later.text)]
    for part in alignment.between():
        changes += [
            change
            for change in _flagged(*part)
            if change.flag is not Flag.NUMBER or _is_renumbered(*part, *numbers)
        ]
    changes += _ending(alignment)
    manners = {first.manner, later.manner}
    if manners == {"direct", "indirect"} and _is_retold(first, later):
        changes.append(Change(Flag.MANNER, first.manner, later.manner))
    return tuple(changes)


def _is_retold(first: Telling, later: Telling) -> bool:
    """Whether two tellings of different manner differ in their words, too.

    Where they do not, only the verbs of saying differ. The manner of a telling that is many times
    as long is not that of the part which both have.
    """
    short, long = sorted((_keys(_WORD.findall(one.text)) for one in (first, later)), key=len)
    return len(long) <= _MUCH_MORE * len(short) and "".join(short) not in "".join(long)


def _numbers(words: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(_is_number, words))


def _is_renumbered(
    before: Sequence[str],
    after: Sequence[str],
    first: frozenset[str],
    later: frozenset[str],
) -> bool:
    """Whether a number stands in place of another one, or was left out by itself.

    ``first`` and ``later`` are all numbers of the two tellings: one that the other has elsewhere
    was only moved.
    """
    sides = [frozenset(_folded(side)) for side in (before, after)]
    if all(_MONTHS & side for side in sides):
        return False
    one, other = (_numbers(sides[0]) - later, _numbers(sides[1]) - first)
    alone = min(len(before), len(after)) == 0 and max(len(before), len(after)) <= _BY_ITSELF
    return bool(one and other) or (alone and bool(one or other))


def _opening(alignment: _Alignment) -> Iterator[Change]:
    """An attribution that one telling alone has in front: ``به گفته …``, ``… گفت:``."""
    common = next((code for code in alignment.codes if code[0] == _EQUAL), None)
    if common is None:
        return
    before, after = alignment.first[: common[1]], alignment.later[: common[3]]
    if (before and after) or len(before + after) > _MOST_OPENING:
        return
    words = list(_folded(before + after))
    near = (*words[:_FIRST_WORDS], *words[-_LAST_WORDS:])
    if not _ATTRIBUTIONS.isdisjoint(near):
        yield Change(Flag.ATTRIBUTION, " ".join(before), " ".join(after))


def _ending(alignment: _Alignment) -> Iterator[Change]:
    """A verb negated at the end, where Persian has it: one or two words in place of as many."""
    kind, i, j, k, m = next(reversed(alignment.codes), ("", 0, 0, 0, 0))
    if kind != "replace" or not i or max(j - i, m - k) > _MOST_ENDING:
        return
    before, after = alignment.first[i:], alignment.later[k:]
    one, other = (frozenset(_folded(side)) for side in (before, after))
    if _negated(one, other) or _negated(other, one):
        yield Change(Flag.NEGATION, " ".join(before), " ".join(after))


def _folded(words: Sequence[str]) -> Iterator[str]:
    """The folded words of some words as written; one that holds a sign may be two."""
    return (folded for word in words for folded in folded_words(word))


def _keys(words: Sequence[str]) -> list[str]:
    """Words as they are compared: letters folded, signs at their ends left out."""
    return ["".join(folded_words(word)) for word in words]


def _flagged(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    """The changes between words in place of one another: one for each sort of word that differs."""
    same_letters = _run_together(before) == _run_together(after)
    if same_letters or max(len(before), len(after)) > _MOST_CHANGED:
        return
    sides = [frozenset(_folded(side)) for side in (before, after)]
    for flag, holds in _TESTS:
        one, other = (frozenset(filter(holds, side)) for side in sides)
        if one != other and (flag is not Flag.NAME or (one and other)):
            yield Change(flag, " ".join(before), " ".join(after))
    if _negated(*sides) or _negated(*reversed(sides)):
        yield Change(Flag.NEGATION, " ".join(before), " ".join(after))


def _run_together(words: Sequence[str]) -> str:
    """The letters of some words: another spacing is no change."""
    return "".join(_keys(words))


def _is_number(word: str) -> bool:
    return word.isdigit() or (word in NUMBERS and word not in _SMALL_NUMBERS)


def _is_name(word: str) -> bool:
    return word in countries() or word in places()


def _negated(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one side negates: a word of the other with a prefix, or a negation of its own."""
    new = one - other
    if new & _NEGATIONS:
        return not other & _NEGATIONS
    return any(word.startswith(_NOT) and word[1:] in other for word in new if len(word) > 3)


# What sorts of words are compared; in this order the flags of one change are told, no more.
_TESTS = (
    (Flag.NUMBER, _is_number),
    (Flag.HEDGE, _HEDGES.__contains__),
    (Flag.ATTRIBUTION, _ATTRIBUTIONS.__contains__),
    (Flag.NAME, _is_name),
)
