"""What a word can be: the flags are the tables, and the unions are what they are called."""

import pytest

from gofteh.lexicon.classes import (
    CAN_SAY,
    IN_ADJUNCT,
    OPENS_CLAUSE,
    OPENS_MENTION,
    ROLE_OR_ORGANISATION,
    Class,
    is_a,
    word_classes,
)
from gofteh.lexicon.heads import ORGANISATION_HEADS, ROLE_HEADS
from gofteh.lexicon.names import given_names


def test_flags_are_the_tables() -> None:
    flags = word_classes()
    for one, table in (
        (Class.ROLE, ROLE_HEADS),
        (Class.ORGANISATION, ORGANISATION_HEADS),
        (Class.GIVEN_NAME, given_names()),
    ):
        assert {word for word, bits in flags.items() if bits & one.value} == table


def test_every_class_has_words_and_none_is_empty() -> None:
    for one in Class:
        assert any(bits & one.value for bits in word_classes().values()), one
    assert "" not in word_classes()


@pytest.mark.parametrize(
    ("word", "union", "expected"),
    [
        ("وزیر", OPENS_MENTION, True),
        ("زهرا", OPENS_MENTION, True),
        ("وی", OPENS_MENTION, True),
        ("درخت", OPENS_MENTION, False),
        ("", OPENS_MENTION, False),
        ("سازمان", ROLE_OR_ORGANISATION, True),
        ("زهرا", ROLE_OR_ORGANISATION, False),
        ("گزارش", CAN_SAY, True),
        ("گزارش", OPENS_CLAUSE, False),
        ("کارشناسان", OPENS_CLAUSE, True),
        ("سازمان", IN_ADJUNCT, False),
        ("وزیر", IN_ADJUNCT, True),
    ],
)
def test_a_union_answers_its_question(word: str, union: Class, expected: bool) -> None:
    assert is_a(word, union) is expected
