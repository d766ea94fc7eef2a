import pytest

from gofteh.persons.records import Decision
from gofteh.persons.rulings import Merge, Rulings, Split, parse_ruling

FOUND = Decision(0, "a", 0.9, "the same full name")


def test_a_merge_by_hand_wins_and_says_so():
    ruled = Rulings([Merge("a", "b")]).over("article", FOUND)
    assert (ruled.person, ruled.confidence, ruled.reason) == ("b", 1.0, "decided by hand")


def test_a_split_is_of_one_naming_of_one_article():
    rulings = Rulings([Split("article", 0, "c"), Merge("c", "d")])
    assert rulings.over("article", FOUND).person == "d"
    assert rulings.over("another", FOUND) is FOUND


def test_merges_in_a_circle_end():
    rulings = Rulings([Merge("a", "b"), Merge("b", "a")])
    assert rulings.standing("a") == rulings.standing("b") == "b"


def test_leaving_a_ruling_out_undoes_it():
    assert Rulings([]).over("article", FOUND) is FOUND


@pytest.mark.parametrize("entry", [{"merge": "a"}, {"article": "x", "speaker": "who"}, {}])
def test_what_is_no_ruling_is_told(entry):
    with pytest.raises(ValueError, match="a ruling is"):
        parse_ruling(entry)
