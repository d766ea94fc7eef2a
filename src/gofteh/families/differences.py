"""What one telling changed against another: words in order, and flags on what matters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from gofteh.families.records import Change, Flag, Telling
from gofteh.lexicon.boundaries import NUMBERS
from gofteh.lexicon.names import countries, places
from gofteh.persons.names import bare_alef, folded_words
from gofteh.text.fold import word_set

# *One* is an article as well, *two* a word of many phrases: neither is a figure that was changed.
_SMALL_NUMBERS = ("یک", "دو")
# In front of a verb's form: its negation.
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
# What follows a proposal or a law (``بنابر پیشنهاد …``) is no words of somebody else.
_ATTRIBUTIONS = _words("گفته نقل ادعای گفت گفتند اعلام بهگفته منابع گزارش طبق براساس")
# In front of a telling they stand at its begin (``به گفته …``) or before its words (``… گفت که``).
_FIRST_WORDS, _LAST_WORDS = 3, 3
# A number is left out by itself with no more words than its unit.
_BY_ITSELF = 2
# The same day has another number in another calendar.
_MONTHS = _words(
    """
    فروردین اردیبهشت خرداد تیر مرداد شهریور مهر ابان اذر دی بهمن اسفند ژانویه فوریه مارس اوریل مه
    می ژوئن ژوییه ژوئیه جولای اوت اگوست سپتامبر اکتبر نوامبر دسامبر
    """
)
# Longer tellings are compared over this many words: it grows with the square.
_MOST_WORDS = 400
# More words than this in one place are another text, not a change of this one.
_MOST_CHANGED = 5
_MOST_OPENING = 20
_MUCH_MORE = 8
_MOST_ENDING = 2
_WORD = re.compile(r"\S+")


def differences(first: Telling, later: Telling) -> tuple[Change, ...]:
    """Return what a later telling changed against the first, in the order of the words.

    What the shorter one leaves out at either end is no change, but who says it put in front: else
    only what stands between the first and the last words in common is compared.
    """
    changes = list(_opening(first.text, later.text))
    whole = [_numbers(folded_words(text)) for text in (first.text, later.text)]
    for part in changed(first.text, later.text):
        changes += [
            change
            for change in _flagged(*part)
            if change.flag is not Flag.NUMBER or _is_renumbered(*part, *whole)
        ]
    changes += _ending(first.text, later.text)
    manners = {first.manner, later.manner}
    if manners == {"direct", "indirect"} and _is_retold(first, later):
        changes.append(Change(Flag.MANNER, first.manner, later.manner))
    return tuple(changes)


def _is_retold(first: Telling, later: Telling) -> bool:
    """Whether the words differ: the very same words are not retold, whatever verb tells them.

    How a telling of much more is told says nothing of this part of it.
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
    """Whether a number stands for another one, or was left out by itself.

    What the other telling has elsewhere was only moved.
    """
    sides = [frozenset(w for word in side for w in folded_words(word)) for side in (before, after)]
    if all(_MONTHS & side for side in sides):
        return False
    one, other = (_numbers(sides[0]) - later, _numbers(sides[1]) - first)
    alone = min(len(before), len(after)) == 0 and max(len(before), len(after)) <= _BY_ITSELF
    return bool(one and other) or (alone and bool(one or other))


def changed(first: str, later: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield the words that stand in place of one another between what two texts share."""
    a, b = (_WORD.findall(text)[:_MOST_WORDS] for text in (first, later))
    matcher = SequenceMatcher(None, _keys(a), _keys(b), autojunk=False)
    codes = matcher.get_opcodes()
    equal = [k for k, code in enumerate(codes) if code[0] == "equal"]
    if not equal:
        return
    for kind, i, j, k, m in codes[equal[0] : equal[-1]]:
        if kind != "equal":
            yield tuple(a[i:j]), tuple(b[k:m])


def _opening(first: str, later: str) -> Iterator[Change]:
    """Who says it, put in front by one alone: ``به گفته …``, ``… گفت:``."""
    a, b = (_WORD.findall(text)[:_MOST_WORDS] for text in (first, later))
    matcher = SequenceMatcher(None, _keys(a), _keys(b), autojunk=False)
    block = next(iter(matcher.get_matching_blocks()))
    before, after = a[: block.a], b[: block.b]
    if not block.size or (before and after) or len(before + after) > _MOST_OPENING:
        return
    words = [w for word in before + after for w in folded_words(word)]
    near = (*words[:_FIRST_WORDS], *words[-_LAST_WORDS:])
    if not _ATTRIBUTIONS.isdisjoint(near):
        yield Change(Flag.ATTRIBUTION, " ".join(before), " ".join(after))


def _ending(first: str, later: str) -> Iterator[Change]:
    """A verb negated at the end, where Persian has it: one or two words in place of as many.

    Of what stands behind the last words in common nothing else is told: it is mostly cut.
    """
    a, b = (_WORD.findall(text)[:_MOST_WORDS] for text in (first, later))
    matcher = SequenceMatcher(None, _keys(a), _keys(b), autojunk=False)
    kind, i, j, k, m = next(reversed(matcher.get_opcodes()), ("", 0, 0, 0, 0))
    if kind != "replace" or not i or max(j - i, m - k) > _MOST_ENDING:
        return
    one, other = (
        frozenset(w for word in side for w in folded_words(word)) for side in (a[i:], b[k:])
    )
    if _negated(one, other) or _negated(other, one):
        yield Change(Flag.NEGATION, " ".join(a[i:]), " ".join(b[k:]))


def _keys(words: Sequence[str]) -> list[str]:
    """Words as they are compared: letters folded, signs at their ends left out."""
    return ["".join(folded_words(word)) for word in words]


def _flagged(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    if max(len(before), len(after)) > _MOST_CHANGED or _run_together(before) == _run_together(
        after
    ):
        return
    told = [frozenset(w for word in side for w in folded_words(word)) for side in (before, after)]
    for flag, holds in _TESTS:
        one, other = (frozenset(filter(holds, side)) for side in told)
        if one != other and (flag is not Flag.NAME or (one and other)):
            yield Change(flag, " ".join(before), " ".join(after))
    if _negated(*told) or _negated(*reversed(told)):
        yield Change(Flag.NEGATION, " ".join(before), " ".join(after))


def _run_together(words: Sequence[str]) -> str:
    """The letters of some words: half-spaces set otherwise are no change."""
    return "".join(_keys(words))


def _is_number(word: str) -> bool:
    return word.isdigit() or (word in NUMBERS and word not in _SMALL_NUMBERS)


def _is_name(word: str) -> bool:
    return word in _places()


def _places() -> frozenset[str]:
    return countries() | places()


def _negated(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a word of one side is that of the other with a negation, or a negation alone."""
    new = one - other
    if new & _NEGATIONS:
        return not other & _NEGATIONS
    return any(word.startswith(_NOT) and word[1:] in other for word in new if len(word) > 3)


_TESTS = (
    (Flag.NUMBER, _is_number),
    (Flag.HEDGE, _HEDGES.__contains__),
    (Flag.ATTRIBUTION, _ATTRIBUTIONS.__contains__),
    (Flag.NAME, _is_name),
)
