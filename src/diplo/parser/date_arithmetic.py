"""From what the words of a date say to its first and last day.

Each function raises `ValueError` or `OverflowError` when there is no such day; `dates` turns that
into "not resolved". `dateutil` is imported where it is used, so that `import diplo` stays light.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from contextlib import suppress

Days = tuple[dt.date, dt.date]

_DAY = dt.timedelta(days=1)
_JUST_PAST = 31


def one_day(year: int, month: int, day: int) -> Days:
    """Return a single day."""
    date = dt.date(year, month, day)
    return date, date


def whole_months(year: int, month: int, count: int = 1) -> Days:
    """Return `count` months from their first day to their last."""
    from dateutil.relativedelta import relativedelta

    first = dt.date(year, month, 1)
    return first, first + relativedelta(months=count - 1, day=31)


def whole_year(year: int) -> Days:
    """Return the first and the last day of a year."""
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def part_of_year(year: int, part: int, parts: int) -> Days:
    """Return the quarter or the half, counted from 1, that `part` of `parts` is."""
    months = 12 // parts
    return whole_months(year, (part - 1) * months + 1, months)


def season(year: int, month: int) -> Days:
    """Return the three months of a meteorological season; a winter ends in the year after."""
    return whole_months(year, month, 3)


def unit_away(anchor: dt.date, unit: str, count: int) -> Days:
    """Return the day, week, month, quarter or year that lies `count` of its kind from the anchor."""
    from dateutil.relativedelta import relativedelta

    if unit == "day":
        return one_day_of(anchor + count * _DAY)
    if unit == "week":
        monday = anchor - anchor.weekday() * _DAY + 7 * count * _DAY
        return monday, monday + 6 * _DAY
    if unit == "year":
        return whole_year(anchor.year + count)
    if unit == "quarter":
        there = anchor.replace(day=1) + relativedelta(months=3 * count)
        return part_of_year(there.year, (there.month + 2) // 3, 4)
    there = anchor.replace(day=1) + relativedelta(months=count)
    return whole_months(there.year, there.month)


def stretch_from(anchor: dt.date, unit: str, count: int) -> Days:
    """Return the days from the anchor to `count` units later."""
    from dateutil.relativedelta import relativedelta

    if unit == "hour":
        return anchor, anchor + -(-count // 24) * _DAY
    months = {"month": 1, "quarter": 3, "year": 12}.get(unit)
    if months:
        return anchor, anchor + relativedelta(months=months * count)
    return anchor, anchor + count * {"day": 1, "week": 7}[unit] * _DAY


def one_day_of(date: dt.date) -> Days:
    """Return a date as its own first and last day."""
    return date, date


def nearest(anchor: dt.date, candidates: Iterable[Days]) -> Days:
    """Return the candidate whose first day lies nearest to the anchor, the earlier of two."""
    return min(candidates, key=lambda days: abs(days[0] - anchor))


def nearest_year(anchor: dt.date, month: int, day: int | None, lean: int) -> int:
    """Return the year of the month, or of the day, that lies nearest to the anchor.

    With `lean` 1 it is the coming one, a day just past included; with -1 the latest one.
    """
    reach = 8 if (month, day) == (2, 29) else 1
    earliest = dt.date.fromordinal(max(anchor.toordinal() - _JUST_PAST, 1)) if day else anchor
    found: list[Days] = []
    for year in range(max(anchor.year - reach, dt.MINYEAR), min(anchor.year + reach, dt.MAXYEAR) + 1):
        with suppress(ValueError):
            days = one_day(year, month, day) if day else whole_months(year, month)
            if not (lean > 0 and days[1] < earliest) and not (lean < 0 and days[0] > anchor):
                found.append(days)
    return nearest(anchor if day else anchor.replace(day=1), found)[0].year


def nearest_day_of_month(anchor: dt.date, day: int) -> Days:
    """Return the day of this number that lies nearest to the anchor."""
    from dateutil.relativedelta import relativedelta

    found: list[Days] = []
    for months in range(-2, 3):
        with suppress(ValueError, OverflowError):
            found.append(one_day_of((anchor.replace(day=1) + relativedelta(months=months)).replace(day=day)))
    return nearest(anchor, found)


def nearest_weekday(anchor: dt.date, weekday: int) -> dt.date:
    """Return the day of this name that lies nearest to the anchor."""
    behind = (anchor.weekday() - weekday) % 7
    return anchor - behind * _DAY if behind <= 3 else anchor + (7 - behind) * _DAY


def weekday_of(anchor: dt.date, weekday: int, which: str) -> Days:
    """Return a day of this name near the anchor.

    `which` is "latest" or "coming", which may be the anchor itself, "last" or "next", which may not,
    or "this", the one in the anchor's week.
    """
    behind = (anchor.weekday() - weekday) % 7
    if which == "this":
        return one_day_of(anchor + (weekday - anchor.weekday()) * _DAY)
    if which == "coming":
        return one_day_of(anchor + (7 - behind) % 7 * _DAY)
    if which == "next":
        return one_day_of(anchor + (7 - behind) * _DAY)
    if which == "last":
        return one_day_of(anchor - (behind or 7) * _DAY)
    return one_day_of(anchor - behind * _DAY)


def weekend_of(anchor: dt.date, shift: int) -> Days:
    """Return the Saturday and the Sunday of the week that lies `shift` weeks from the anchor."""
    sunday = unit_away(anchor, "week", shift)[1]
    return sunday - _DAY, sunday


def day_in_month(anchor: dt.date, shift: int, day: int) -> Days:
    """Return a day of the month that lies `shift` months from the anchor."""
    return one_day_of(unit_away(anchor, "month", shift)[0].replace(day=day))


def shifted_month(anchor: dt.date, month: int, shift: int) -> Days:
    """Return the month of this name: the nearest, or the next or last one that is not the anchor's own."""
    if not shift:
        return whole_months(nearest_year(anchor, month, None, 0), month)
    passes = month <= anchor.month if shift > 0 else month >= anchor.month
    return whole_months(anchor.year + shift * passes, month)


def shifted_season(anchor: dt.date, month: int, shift: int) -> Days:
    """Return the season that begins with this month: under way or nearest, or the next or last one."""
    seasons = [season(year, month) for year in range(anchor.year - 2, anchor.year + 2)]
    if shift > 0:
        return next(days for days in seasons if days[0] > anchor)
    if shift < 0:
        return next(days for days in reversed(seasons) if days[1] < anchor)
    under_way = [days for days in seasons if days[0] <= anchor <= days[1]]
    return nearest(anchor, under_way or seasons)


def half_of_month(month: Days, rank: int) -> Days:
    """Return the days to the 15th, or those from the 16th on."""
    first, last = month
    return (first, first.replace(day=15)) if rank == 1 else (first.replace(day=16), last)


def week_of_month(month: Days, rank: int) -> Days:
    """Return seven days of a month: the first ones for rank 1, the last ones for rank 0."""
    start = month[0] + 7 * (rank - 1) * _DAY if rank else month[1] - 6 * _DAY
    return start, start + 6 * _DAY
