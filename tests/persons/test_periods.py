import datetime as dt

import pytest

from gofteh.persons.holders import Holder, read_holders
from gofteh.persons.periods import day_in_address, estimate
from gofteh.persons.records import Naming

HOLDER = Holder("وزیر آب", "لیلا فرهمند", dt.date(2015, 1, 1), dt.date(2018, 12, 31))


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://example.ir/news/13970906000752", dt.date(2018, 11, 27)),
        ("https://example.ir/news/13970906000752/سد-پر-شد", dt.date(2018, 11, 27)),
        ("https://example.ir/8707060255", dt.date(2008, 9, 27)),
        ("https://example.ir/1397/09/06/dam", dt.date(2018, 11, 27)),
        ("https://example.ir/news/1330172", None),
        ("https://example.ir/news/9913450255", None),
        (None, None),
    ],
)
def test_an_address_can_hold_the_day(address, day):
    assert day_in_address(address) == day


def test_an_office_and_its_holder_tell_the_period_with_the_reason():
    namings = [Naming(0, "فرهمند", "person", role="وزیر آب")]
    period = estimate(["سد پر است."], namings, [HOLDER])
    assert (period.first, period.last, period.estimated) == (HOLDER.first, HOLDER.last, True)
    assert "لیلا فرهمند" in period.reasons[0]


def test_years_tell_it_but_not_those_that_are_aimed_at():
    period = estimate(["در سال ۹۶ سد ساخته شد و تا سال ۱۴۰۴ پر می‌شود."], (), ())
    assert period.estimated
    assert period.first == dt.date(2017, 3, 21)


def test_without_a_hint_there_is_no_period():
    assert estimate(["باران بارید."], (), ()) is None


def test_a_wrong_line_of_the_table_is_named():
    with pytest.raises(ValueError, match="line 2"):
        list(read_holders(["# head", "وزیر آب\tلیلا فرهمند\tدیروز\t\t2020-01-01\tx"]))
