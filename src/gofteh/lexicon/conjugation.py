"""All the forms of a Persian verb that newspapers use to report speech."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gofteh.lexicon.particles import ONGOING

# Personal endings: past, and present. The empty past ending is the third person singular.
_PAST = {"": "sg", "م": "sg", "ی": "sg", "یم": "pl", "ید": "pl", "ند": "pl"}
_PRESENT = {"م": "sg", "ی": "sg", "د": "sg", "یم": "pl", "ید": "pl", "ند": "pl"}
_FIRST_PERSON = {"م", "یم"}
# The plural, as in ``شدید``, ``دانید``. The singular's ending is left out, since adjectives and
# nouns have it too.
_SECOND_PERSON = {"ید"}
# What may follow the participle: perfect, pluperfect, plain (sentences without auxiliary).
_PERFECT = {
    "": "sg", "است": "sg", "اند": "pl", "ام": "sg", "ایم": "pl", "ای": "sg",
    "بود": "sg", "بودند": "pl", "بودم": "sg", "بودیم": "pl",
}  # fmt: skip
_PERFECT_FIRST_PERSON = {"ام", "ایم", "بودم", "بودیم"}
# Auxiliaries of the future, in front of the past stem.
_FUTURE = {"خواهد": "sg", "خواهند": "pl"}
# The prefix that negates a form, and the suffix that makes a past stem a participle.
_NOT, _PARTICIPLE = "ن", "ه"
# ``دارد`` stands in the present without ``می``.
_WITHOUT_PREFIX = {"دار"}
_PASSIVE_AUXILIARY = (
    "شد", "شدهاست", "شده", "شدهبود", "میشود", "میشد", "شدند", "شدهاند", "خواهدشد", "شدهبودند",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """One inflected form, written without any space or half-space.

    ``number`` is ``sg`` or ``pl``. ``participle``: without an auxiliary. ``second_person``: the
    second person plural, which is also the polite singular.
    """

    text: str
    number: str = "sg"
    first_person: bool = False
    negated: bool = False
    passive: bool = False
    participle: bool = False
    second_person: bool = False


def conjugate(past: str, present: str | None) -> Iterator[Form]:
    """Yield the indicative forms of a verb, affirmed and negated, from its two stems."""
    for ending, number in _PAST.items():
        first, second = ending in _FIRST_PERSON, ending in _SECOND_PERSON
        for prefix in ("", ONGOING):
            yield Form(prefix + past + ending, number, first, second_person=second)
            yield Form(
                _NOT + prefix + past + ending, number, first, negated=True, second_person=second
            )
    for auxiliary, number in _PERFECT.items():
        first = auxiliary in _PERFECT_FIRST_PERSON
        plain = auxiliary == ""
        yield Form(f"{past}{_PARTICIPLE}{auxiliary}", number, first, participle=plain)
        yield Form(
            f"{_NOT}{past}{_PARTICIPLE}{auxiliary}", number, first, negated=True, participle=plain
        )
    for auxiliary, number in _FUTURE.items():
        yield Form(auxiliary + past, number)
    if present:
        yield from _present(present)


def _present(stem: str) -> Iterator[Form]:
    for ending, number in _PRESENT.items():
        first, second = ending in _FIRST_PERSON, ending in _SECOND_PERSON
        if stem in _WITHOUT_PREFIX:
            yield Form(stem + ending, number, first, second_person=second)
            yield Form(_NOT + stem + ending, number, first, negated=True, second_person=second)
        yield Form(f"{ONGOING}{stem}{ending}", number, first, second_person=second)
        yield Form(
            f"{_NOT}{ONGOING}{stem}{ending}", number, first, negated=True, second_person=second
        )


def passive(participle: str) -> Iterator[Form]:
    """Yield the passive of a participle or light-verb noun: ``گفته می‌شود``, ``اعلام شد``."""
    for auxiliary in _PASSIVE_AUXILIARY:
        yield Form(participle + auxiliary, passive=True)


# The copula, which makes cues of adjectives: ``معتقد است``, ``مدعی بودند``.
COPULA = (
    Form("است"), Form("هست"), Form("بود"), Form("بوده"), Form("بودهاست"), Form("شدهاست"),
    Form("هستند", "pl"), Form("اند", "pl"), Form("ند", "pl"),
    Form("م", first_person=True), Form("یم", "pl", first_person=True),
    Form("بودند", "pl"), Form("بودهاند", "pl"),
    Form("هستم", first_person=True), Form("هستیم", "pl", first_person=True),
    Form("نیست", negated=True), Form("نبود", negated=True), Form("نیستند", "pl", negated=True),
)  # fmt: skip

# Words come only where they stand written: ``در این نامه آمده است``.
STANDS_WRITTEN = (
    Form("آمدهاست"), Form("آمدهبود"), Form("آمده", participle=True), Form("میآید"),
)  # fmt: skip

# *It is heard*: a rumour.
HEARD = tuple(passive("شنیده"))
