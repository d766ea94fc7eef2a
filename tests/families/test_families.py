from collections import Counter

import pytest

from gofteh.families.compare import compare
from gofteh.families.differences import differences
from gofteh.families.group import PER_KEY, MemoryIndex, nearest, place
from gofteh.families.joined import COMPARED, SPAN, Families, is_one_statement
from gofteh.families.records import Flag, Relation, Telling
from gofteh.families.words import keys_of, stems_of
from gofteh.link.families import group_all

DAM = (
    "مخزن سد مهرکوه تا پایان هفته با ۱۲۰ میلیون متر مکعب آب پر می‌شود و کشاورزان دشت سپیدار "
    "از فردا سهمیه تازه می‌گیرند"
)
FESTIVAL = "جشنواره فیلم کوی نو امسال با چهل فیلم کوتاه در سه سالن برگزار خواهد شد"
DAY = 1440


def telling(id_, text, *, speaker="رضاکوهساری", manner="direct", day=1, outlet="کوی نو"):
    return Telling(
        id=id_, text=text, words=stems_of(text), speaker=speaker, manner=manner,
        outlet=outlet, minute=day * DAY, article=f"article of {id_}",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        (DAM.replace("می‌شود", "مي شود"), Relation.SAME),
        (DAM.replace("کشاورزان دشت سپیدار", "باغداران سپیدار"), Relation.EDITED),
        ("مخزن سد مهرکوه تا پایان هفته با ۱۲۰ میلیون متر مکعب آب پر می‌شود", Relation.PART),
        (FESTIVAL, Relation.OTHER),
    ],
)
def test_how_one_telling_stands_to_another(other, relation):
    assert compare(telling("a", DAM), telling("b", other)).relation is relation


def test_comparing_is_symmetrical():
    one, other = telling("a", DAM), telling("b", DAM[:60])
    assert compare(one, other) == compare(other, one)


def test_the_same_words_again_weeks_later_are_a_repeat():
    text = "اگر باران نبارد سهمیه کشاورزان کم می‌شود"
    later = "اگر باران نبارد ناچار سهمیه آب باغداران هم کم خواهد شد"
    assert compare(telling("a", text), telling("b", later, day=60)).relation is not Relation.SAME
    index = MemoryIndex()
    place(telling("a", text), index)
    placed = place(telling("b", later, day=60), index)
    assert placed.links == ()


def test_the_very_same_words_half_a_year_later_are_a_repeat_and_shown_as_one():
    index = MemoryIndex()
    place(telling("a", DAM), index)
    placed = place(telling("b", DAM, day=180), index)
    assert placed.links == () and placed.repeats == ("a",)
    other = telling("c", DAM, speaker="لیلافرهمند", day=180)
    assert compare(telling("a", DAM), other).relation is Relation.OTHER


def test_a_telling_retold_by_the_same_speaker_is_found():
    index = MemoryIndex()
    said = "آبگیری مخزن سد مهرکوه را آغاز و سهمیه باغداران سپیدار را تمدید کنید"
    place(telling("a", DAM + " و " + said), index)
    retold = "تمدید سهمیه و آغاز آبگیری را می‌خواهند"
    near = list(index.near(keys_of(stems_of(retold), "رضاکوهساری")))
    assert [one.id for one in near] == ["a"]
    assert not list(index.near(keys_of(stems_of(retold), "لیلافرهمند")))


def test_how_much_more_is_told_says_nothing_of_the_manner_of_a_part():
    part = telling("b", "مخزن سد مهرکوه پر می‌شود", manner="indirect")
    whole = telling("a", " … ".join([DAM] * 3))
    assert Flag.MANNER not in {one.flag for one in differences(whole, part)}


def test_families_of_several_wordings_and_none_of_one():
    found = group_all(
        [
            telling("late", DAM, day=3, outlet="پگاه"),
            telling("first", DAM, day=1),
            telling("short", DAM[:70].replace("پایان", "آخر"), day=2, manner="indirect"),
            telling("alone", FESTIVAL),
        ],
        MemoryIndex(),
    )
    assert "alone" not in found
    assert len({found[id_].family for id_ in ("late", "first", "short")}) == 1
    assert {one.earliest for one in found.values()} == {"first"}
    assert found["first"].changes == ()
    assert Flag.MANNER in {change.flag for change in found["short"].changes}


def test_the_name_of_a_family_does_not_change_as_it_grows():
    two = [telling("a", DAM), telling("b", DAM, day=2)]
    before = group_all(two, MemoryIndex())["a"].family
    assert group_all([*two, telling("c", DAM, day=3)], MemoryIndex())["a"].family == before


def test_two_statements_of_one_article_are_never_one():
    one = telling("a", DAM)
    again = Telling(**{f: getattr(one, f) for f in Telling.__slots__} | {"id": "b"})
    assert group_all([one, again], MemoryIndex()) == {}


@pytest.mark.parametrize(
    ("after", "flag"),
    [
        (DAM.replace("۱۲۰", "۲۱۰"), Flag.NUMBER),
        (DAM.replace("پر می‌شود", "پر نمی‌شود"), Flag.NEGATION),
        (DAM.replace("با ۱۲۰", "احتمالاً با ۱۲۰"), Flag.HEDGE),
    ],
)
def test_what_was_changed_is_flagged_with_its_words(after, flag):
    changes = differences(telling("a", DAM), telling("b", after))
    assert [change.flag for change in changes] == [flag]
    assert changes[0].before != changes[0].after


def test_a_verb_negated_at_the_very_end_is_flagged():
    one, other = (
        telling(id_, f"آب شهر سپیدار تا پایان مهر جیره‌بندی {verb}")
        for id_, verb in (("a", "نمی‌شود"), ("b", "می‌شود"))
    )
    for before, after in ((one, other), (other, one)):
        assert [change.flag for change in differences(before, after)] == [Flag.NEGATION]
    other_verb = telling("c", "آب شهر سپیدار تا پایان مهر جیره‌بندی نکردند")
    assert differences(other, other_verb) == ()


def test_who_says_it_put_in_front_is_attribution():
    changes = differences(telling("a", DAM), telling("b", f"به گفته شهردار، {DAM}"))
    assert [change.flag for change in changes] == [Flag.ATTRIBUTION]
    assert "شهردار" in changes[0].after


def test_spelling_is_no_difference_and_neither_is_what_was_cut_at_an_end():
    spelled = DAM.replace("ی", "ي").replace("۱۲۰", "120")
    assert differences(telling("a", DAM), telling("b", spelled)) == ()
    assert differences(telling("a", DAM), telling("b", DAM[:70])) == ()


def test_texts_with_a_run_in_common_share_keys_of_it():
    run = stems_of(DAM)
    whole = stems_of(FESTIVAL) + run + stems_of(FESTIVAL)
    assert len(set(keys_of(run)) & set(keys_of(whole))) >= 3


def test_what_one_more_telling_costs_is_bounded():
    index = MemoryIndex()
    for number in range(4 * PER_KEY):
        index.add(telling(str(number), DAM), keys_of(stems_of(DAM)))
    assert len(list(index.near(keys_of(stems_of(DAM))))) <= PER_KEY


def test_a_common_key_says_less_than_a_rare_one():
    common = range(PER_KEY)
    assert nearest([common, [7, 9], [9]]) == [9, 7]
    assert nearest([common]) == []


def test_a_telling_is_found_among_very_many_of_the_same_common_words():
    index = MemoryIndex()
    place(telling("a", DAM + " و " + FESTIVAL), index)
    for number in range(4 * PER_KEY):
        other = telling(str(number), f"{DAM} بار {number}", speaker=f"گوینده{number}", day=60)
        index.add(other, keys_of(other.words, other.speaker))
    assert place(telling("b", DAM + " و " + FESTIVAL, day=2), index).links == ("a",)


def test_families_join_from_both_ends():
    families, one = Families(), {id_: telling(id_, DAM) for id_ in "abcd"}
    assert families.join(one["b"], [one["a"]])
    assert families.join(one["d"], [one["c"]])
    assert families.join(one["d"], [one["b"]])
    assert {families.of(id_) for id_ in "abcd"} == {"a"}
    assert families.of("e") == "e"


def test_no_family_goes_on_for_months():
    told = [telling(str(week), DAM, day=1 + 6 * week) for week in range(20)]
    found = group_all(told, MemoryIndex())
    families = {}
    for one in told:
        families.setdefault(found[one.id].family, []).append(one.minute)
    assert len(families) > 5
    assert all(max(minutes) - min(minutes) <= SPAN for minutes in families.values())


def test_what_joins_two_families_of_two_occasions_is_of_one_of_them():
    families = Families()
    early, late = telling("early", DAM, day=1), telling("late", DAM, day=25)
    between, undated = telling("between", DAM, day=12), telling("undated", DAM, day=0)
    assert families.join(between, [early]) and families.join(undated, [early])
    assert not families.join(between, [late]) and not families.join(undated, [late])
    assert families.of("undated") == "early" and families.of("late") == "late"


def undated(number, *sentences):
    """A telling without a date of sentences that have no word in common with others."""
    letters = "بپتجچخدرزسشصطغفقکگلم"
    words = (
        f"{letters[n % 20]}ا{letters[n // 20]}و{letters[k]}ان" for n in sentences for k in range(12)
    )
    return telling(str(number), " ".join(words), day=0)


def test_undated_tellings_that_share_sentences_in_turn_are_no_one_statement():
    told = [undated(number, number, number + 1) for number in range(60)]
    found = group_all(told, MemoryIndex())
    families = Counter(one.family for one in found.values())
    assert len(families) > 10 and max(families.values()) <= 5


def test_parts_of_a_telling_are_its_family_and_what_shares_little_with_them_is_not():
    whole = undated("whole", 1, 2, 3)
    parts = [undated(f"part {n}", n) for n in (1, 2, 3)]
    family = {one.family for one in group_all([whole, *parts], MemoryIndex()).values()}
    assert len(family) == 1
    long = undated("long", *range(3, 40))
    found = group_all([whole, *parts, *(undated(n, n) for n in range(4, 40)), long], MemoryIndex())
    assert max(Counter(one.family for one in found.values()).values()) < 20


def test_the_more_tellings_a_family_has_the_more_alike_they_must_be():
    some = [undated(f"a{n}", 1, 2) for n in range(COMPARED)]
    others = [undated(f"b{n}", 2, 3) for n in range(COMPARED)]
    apart = [undated(f"c{n}", 3, 4) for n in range(COMPARED)]
    assert is_one_statement(some, some, 1000)
    assert is_one_statement(some, others, 1000)
    mixed = some[:6] + others[:6]
    assert is_one_statement(mixed, apart, 12)
    assert not is_one_statement(mixed, apart, 1000)
    assert not is_one_statement(some, apart, 12)


def test_the_very_same_words_are_not_retold():
    assert differences(telling("a", DAM), telling("b", DAM, manner="indirect")) == ()
    assert differences(telling("a", DAM), telling("b", DAM[:60], manner="indirect")) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # moved, and in another calendar
        ("سهم ۴۵۰ نفر در سال ۱۳۹۱ با ۱۲ رأی داده شد", "در سال ۱۳۹۱ سهم ۴۵۰ نفر با ۱۲ رأی داده شد"),
        ("کشتی ۱۰ مه از بندر سپیدار رفت و برگشت", "کشتی ۲۰ اردیبهشت از بندر سپیدار رفت و برگشت"),
        (
            "ناوگان از بندر رفت و شش هزار مایل یعنی دو برابر پیش راه پیمود و آمد",
            "ناوگان از بندر رفت و راه پیمود و آمد",
        ),
    ],
)
def test_a_number_that_is_moved_or_told_in_addition_is_no_other_number(one, other):
    changes = differences(telling("a", one), telling("b", other))
    assert Flag.NUMBER not in {change.flag for change in changes}


def test_a_proposal_is_nobody_elses_words():
    changes = differences(telling("a", DAM), telling("b", f"بنابر پیشنهاد شورای شهر {DAM}"))
    assert changes == ()
