import pytest

from gofteh.persons.bodies import body_in, body_key
from gofteh.persons.names import is_plausible, parse_name, regrouped, same_person_name
from gofteh.persons.offices import likeness, parse_office


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("دکتر سید محمدباقر ارجمندی", ("محمدباقر", "ارجمندی")),
        ("حجت‌الاسلام والمسلمین سیدمرتضی گلشنی", ("مرتضی", "گلشنی")),
        ("پیام رضا کوهساری", ("رضا", "کوهساری")),
        ("امير سرتيپ دريايي", ("دریایی",)),
        ("طاهره كاظم پور", ("طاهره", "کاظم", "پور")),
        ("رضا خامه ای", ("رضا", "خامهای")),
        ("آیت ا... کوهساری", ("کوهساری",)),
        ("آیت ا لله کوهساری", ("کوهساری",)),
        ("روح ا... کوهساری", ("روحالله", "کوهساری")),
        ("علاءالدین کوهساری", ("علاالدین", "کوهساری")),
    ],
)
def test_what_is_no_part_of_a_name_falls_away(text, words):
    assert parse_name(text).words == words


def test_a_relative_is_not_the_person():
    assert parse_name("همسر رضا کوهساری").words[0] == "همسر"


def test_a_sentence_is_no_name():
    assert not is_plausible(parse_name("رضا باید برود"))
    assert is_plausible(parse_name("رضا کوهساری"))


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("محمد باقر ارجمندی", "محمدباقر ارجمندي", "same"),
        ("جواد حاج‌علی مقدم", "جواد حاج علی مقدم", "same"),
        ("رضا کوهساری", "رضا کوهساری مقدم", "longer"),
        ("رضا کوهساری", "علی کوهساری", None),
        ("لوکاس شتاینمان", "لوکاس اشتاینمان", "spelling"),
        ("سعید کوهساری", "سعد کوهساری", None),
    ],
)
def test_names_are_compared_by_what_parts_people(one, other, how):
    assert same_person_name(parse_name(one), parse_name(other)) == how


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("وزیر محترم آب", "وزیر آب"),
        ("وزیر امور خارجه کشورمان", "وزیر خارجه"),
        ("رئیس قوه قضائیه", "رییس دستگاه قضا"),
        ("وزیر صنعت، معدن و تجارت", "وزیر صمت"),
        ("وزیر امورخارجه کشورمان", "وزیر خارجه"),
        ("رییس‌جمهوری ایالات متحده", "رئیس جمهور آمریکا"),
        ("معاون هماهنگ کننده شورای شهر", "معاون هماهنگ‌کننده شورای شهر"),
        ("سخنگوی وزارت نیرو در گفت‌وگو با پگاه", "سخنگوی وزارت نیرو"),
        ("سخنگوی وزارت نیرو ۲۹ بهمن ماه", "سخنگوی وزارت نیرو"),
    ],
)
def test_an_office_has_more_than_one_writing(one, other):
    assert parse_office(one).key == parse_office(other).key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("معاون وزیر آب", "وزیر آب"),
        ("وزیر کشور", "وزیر نفت کشور"),
        ("وزیر خارجه", "وزیر خارجه عراق"),
        ("سخنگوی وزارت نیرو", "وزیر نیرو"),
        ("وزیر سابق آب", "مدیر شبکه آب"),
    ],
)
def test_other_offices_stay_apart(one, other):
    assert parse_office(one).key != parse_office(other).key


def test_a_deputy_has_nothing_of_his_principal():
    assert likeness(parse_office("معاون وزیر آب"), parse_office("وزیر آب")) == 0.0


@pytest.mark.parametrize(
    ("given", "whole"),
    [
        (("سعید", "کوهساری سخنگوی وزارت نیرو"), ("سعید کوهساری", "سخنگوی وزارت نیرو")),
        (("سعید", "سخنگوی وزارت نیرو"), ("سعید", "سخنگوی وزارت نیرو")),
        (("کوهساری", "تهیه‌کننده فیلم"), ("کوهساری", "تهیه‌کننده فیلم")),
        (("سعید کوهساری", None), ("سعید کوهساری", None)),
    ],
)
def test_a_surname_that_was_cut_off_goes_with_the_name(given, whole):
    assert regrouped(*given) == whole


def test_which_offices_tell_who():
    assert parse_office("استاندار سپیدار").is_held_alone
    assert not parse_office("نماینده مردم سپیدار").is_held_alone
    assert not parse_office("وزیر سابق آب").is_held_alone
    assert not parse_office("سرمربی برزیلی").is_held_alone


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("ادعای رویترز", "رویترز"),
        ("تهران- ایرنا", "ایرنا"),
        ("رضا کوهساری", None),
        ("حسین گل‌محمدی", None),
    ],
)
def test_a_body_that_was_taken_for_a_person(name, body):
    assert body_in(name) == body


def test_bodies_by_their_short_and_long_names():
    assert body_key("وزارت امور خارجه", "organisation") == body_key("وزارت خارجه", "organisation")
    assert body_key("باشگاه", "organisation") is None
    assert body_key("این گزارش", "document") is None
    assert body_key("خلاصه داستان این فیلم", "document") is None
    assert body_key("یک مقاله علمی", "document") is None


def test_a_role_that_points_is_no_office_in_other_articles():
    assert parse_office("رئیس این سازمان") is None
    assert parse_office("رئیس سازمان آب در این نشست") == parse_office("رئیس سازمان آب")


def test_the_prosecutor_general_is_one_office():
    assert parse_office("دادستان کل کشور") == parse_office("دادستان کل")
    assert parse_office("دادستان کل کشور").is_held_alone
    assert parse_office("دادستان سپیدار") != parse_office("دادستان کل")
