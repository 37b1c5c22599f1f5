"""From an anchor to days: what lies beside a boundary of a month, a quarter, a season or a year."""

from __future__ import annotations

import datetime as dt

import pytest

from diplo.parser import date_arithmetic as days
from diplo.period import Period

WEDNESDAY = dt.date(2021, 6, 16)
NEW_YEAR = dt.date(2021, 1, 1)
LEAP_DAY = dt.date(2024, 2, 29)


def edtf(found: days.Days) -> str:
    """Return days in the shortest form."""
    return Period(start=found[0], end=found[1]).edtf


@pytest.mark.parametrize(
    ("anchor", "unit", "count", "expected"),
    [
        (WEDNESDAY, "day", -1, "2021-06-15"),
        (WEDNESDAY, "week", 0, "2021-06-14/2021-06-20"),
        (WEDNESDAY, "week", -1, "2021-06-07/2021-06-13"),
        (WEDNESDAY, "month", 0, "2021-06"),
        (NEW_YEAR, "month", -1, "2020-12"),
        (dt.date(2021, 3, 31), "month", -1, "2021-02"),
        (WEDNESDAY, "quarter", 0, "2021-04/2021-06"),
        (WEDNESDAY, "quarter", 1, "2021-07/2021-09"),
        (NEW_YEAR, "quarter", -1, "2020-10/2020-12"),
        (dt.date(2021, 3, 31), "quarter", 0, "2021-01/2021-03"),
        (dt.date(2021, 12, 31), "quarter", 1, "2022-01/2022-03"),
        (WEDNESDAY, "year", -1, "2020"),
    ],
)
def test_unit_away(anchor: dt.date, unit: str, count: int, expected: str) -> None:
    """The week begins on Monday, and the last day of a month leads to no other month."""
    assert edtf(days.unit_away(anchor, unit, count)) == expected


@pytest.mark.parametrize(
    ("unit", "count", "expected"),
    [
        ("hour", 24, "2021-06-16/2021-06-17"),
        ("hour", 25, "2021-06-16/2021-06-18"),
        ("day", 3, "2021-06-16/2021-06-19"),
        ("week", 2, "2021-06-16/2021-06-30"),
        ("month", 2, "2021-06-16/2021-08-16"),
        ("quarter", 2, "2021-06-16/2021-12-16"),
        ("year", 1, "2021-06-16/2022-06-16"),
    ],
)
def test_stretch_from(unit: str, count: int, expected: str) -> None:
    """A part of a day counts as a day."""
    assert edtf(days.stretch_from(WEDNESDAY, unit, count)) == expected


@pytest.mark.parametrize(
    ("anchor", "month", "shift", "expected"),
    [
        (WEDNESDAY, 6, 0, "2021-06"),
        (WEDNESDAY, 6, 1, "2022-06"),
        (WEDNESDAY, 6, -1, "2020-06"),
        (WEDNESDAY, 7, 1, "2021-07"),
        (WEDNESDAY, 5, 1, "2022-05"),
        (WEDNESDAY, 7, -1, "2020-07"),
        (WEDNESDAY, 5, -1, "2021-05"),
        (WEDNESDAY, 1, 0, "2021-01"),
        (WEDNESDAY, 12, 0, "2020-12"),
        (NEW_YEAR, 12, 0, "2020-12"),
    ],
)
def test_shifted_month(anchor: dt.date, month: int, shift: int, expected: str) -> None:
    """The next and the last month of a name are never the one under way."""
    assert edtf(days.shifted_month(anchor, month, shift)) == expected


@pytest.mark.parametrize(
    ("anchor", "month", "shift", "expected"),
    [
        (WEDNESDAY, 6, 0, "2021-06/2021-08"),
        (WEDNESDAY, 6, 1, "2022-06/2022-08"),
        (WEDNESDAY, 6, -1, "2020-06/2020-08"),
        (WEDNESDAY, 9, 1, "2021-09/2021-11"),
        (WEDNESDAY, 3, -1, "2021-03/2021-05"),
        (WEDNESDAY, 3, 0, "2021-03/2021-05"),
        (NEW_YEAR, 12, 0, "2020-12/2021-02"),
        (NEW_YEAR, 12, 1, "2021-12/2022-02"),
        (NEW_YEAR, 9, -1, "2020-09/2020-11"),
        (dt.date(2021, 2, 28), 12, -1, "2019-12/2020-02"),
        (dt.date(2021, 3, 1), 12, -1, "2020-12/2021-02"),
        (dt.date(2020, 12, 1), 12, 0, "2020-12/2021-02"),
        (dt.date(2020, 12, 1), 12, 1, "2021-12/2022-02"),
    ],
)
def test_shifted_season(anchor: dt.date, month: int, shift: int, expected: str) -> None:
    """A winter crosses the year; the season under way is neither the next nor the last."""
    assert edtf(days.shifted_season(anchor, month, shift)) == expected


@pytest.mark.parametrize(
    ("anchor", "month", "day", "lean", "expected"),
    [
        (WEDNESDAY, 6, 16, 1, 2021),
        (WEDNESDAY, 5, 16, 1, 2021),
        (WEDNESDAY, 5, 15, 1, 2022),
        (WEDNESDAY, 6, 17, -1, 2020),
        (WEDNESDAY, 6, 16, -1, 2021),
        (WEDNESDAY, 12, 25, 0, 2020),
        (WEDNESDAY, 12, None, 0, 2020),
        (WEDNESDAY, 5, None, 1, 2022),
        (WEDNESDAY, 6, None, 1, 2021),
        (WEDNESDAY, 7, None, -1, 2020),
        (WEDNESDAY, 2, 29, 0, 2020),
        (WEDNESDAY, 2, 29, 1, 2024),
        (dt.date(1900, 6, 1), 2, 29, -1, 1896),
    ],
)
def test_nearest_year(anchor: dt.date, month: int, day: int | None, lean: int, expected: int) -> None:
    """A coming day may just have passed, by a month at most; a leap day is looked for in leap years."""
    assert days.nearest_year(anchor, month, day, lean) == expected


@pytest.mark.parametrize(
    ("anchor", "day", "expected"),
    [
        (WEDNESDAY, 16, "2021-06-16"),
        (WEDNESDAY, 1, "2021-06-01"),
        (WEDNESDAY, 2, "2021-06-02"),
        (dt.date(2021, 6, 30), 1, "2021-07-01"),
        (dt.date(2021, 6, 1), 31, "2021-05-31"),
        (dt.date(2021, 2, 10), 31, "2021-01-31"),
        (dt.date(1, 1, 1), 31, "0001-01-31"),
    ],
)
def test_nearest_day_of_month(anchor: dt.date, day: int, expected: str) -> None:
    """Months without that day are passed over, and so is what lies before the first year."""
    assert edtf(days.nearest_day_of_month(anchor, day)) == expected


def test_nearest_weekday() -> None:
    """Three days back and three days on are all that there is."""
    found = [days.nearest_weekday(WEDNESDAY, weekday) for weekday in range(7)]

    assert [(day - WEDNESDAY).days for day in found] == [-2, -1, 0, 1, 2, 3, -3]
    assert [day.weekday() for day in found] == list(range(7))


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        ("this", ["14", "16", "20"]),
        ("coming", ["21", "16", "20"]),
        ("next", ["21", "23", "20"]),
        ("last", ["14", "09", "13"]),
        ("latest", ["14", "16", "13"]),
    ],
)
def test_weekday_of(which: str, expected: list[str]) -> None:
    """Monday, Wednesday and Sunday, seen from a Wednesday."""
    found = [days.weekday_of(WEDNESDAY, weekday, which) for weekday in (0, 2, 6)]

    assert [edtf(each) for each in found] == [f"2021-06-{day}" for day in expected]


def test_parts_of_months_and_years() -> None:
    """Halves, quarters and weeks have the days that the calendar gives them."""
    june, february = days.whole_months(2021, 6), days.whole_months(2024, 2)

    assert [edtf(days.half_of_month(june, rank)) for rank in (1, 2)] == [
        "2021-06-01/2021-06-15",
        "2021-06-16/2021-06-30",
    ]
    assert [edtf(days.week_of_month(june, rank)) for rank in (1, 2, 0)] == [
        "2021-06-01/2021-06-07",
        "2021-06-08/2021-06-14",
        "2021-06-24/2021-06-30",
    ]
    assert february[1] == LEAP_DAY
    assert [edtf(days.part_of_year(2021, part, 2)) for part in (1, 2)] == [
        "2021-01/2021-06",
        "2021-07/2021-12",
    ]
    assert edtf(days.weekend_of(WEDNESDAY, 1)) == "2021-06-26/2021-06-27"
    assert edtf(days.day_in_month(NEW_YEAR, -1, 31)) == "2020-12-31"
    with pytest.raises(ValueError, match="day is out of range"):
        days.day_in_month(WEDNESDAY, 0, 31)
