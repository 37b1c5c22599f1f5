"""Rules for dates of the Islamic calendar: never converted, and never taken for Gregorian ones."""

from __future__ import annotations

import attrs

from diplo.parser.date_reading import DateKind, Reading, Row
from diplo.parser.date_words import DAYS, HIJRI_ERAS, HIJRI_MONTHS, HIJRI_TAILS, HIJRI_YEARS, LINKS
from diplo.parser.date_written import after_weekday, reading_of, stretch_at

_LONGEST_MONTH = 6


def hijri_date(row: Row, at: int) -> Reading | None:
    """Read a Hijri date, and the Gregorian one that explains it: "Safar 12, 1444 H, September 8, 2022"."""
    last = _hijri(row, at)
    if last is None:
        return None
    place = _after_link(row, last)
    stretch = stretch_at(row, after_weekday(row, place)) if place > last else None
    if stretch is None or not stretch.has_days:
        return Reading(at, last, DateKind.DAY, None)
    reading = reading_of(row, at, stretch)
    return attrs.evolve(reading, last=_closed(row, place, reading.last))


def with_hijri(row: Row, reading: Reading) -> Reading:
    """Return a Gregorian date with the Hijri one that may follow it: "8 September (12 Safar 1444)"."""
    place = _after_link(row, reading.last)
    last = _hijri(row, place)
    return reading if last is None else attrs.evolve(reading, last=_closed(row, place, last))


def _after_link(row: Row, at: int) -> int:
    """Return the place after the words or marks that put two calendars side by side."""
    while row.folded[at] in LINKS:
        at += 1
    return at


def _closed(row: Row, opened: int, last: int) -> int:
    """Return the place after the bracket that closes the one before `opened`, if there is one."""
    return last + 1 if row.folded[opened - 1] == "(" and row.folded[last] == ")" else last


def _hijri(row: Row, at: int) -> int | None:
    """Return the end of a Hijri date or year, `None` when there is none."""
    if row.folded[at] in HIJRI_YEARS:
        return _after_figures(row, at)
    place = at
    day_first = row.folded[place] in DAYS
    if day_first:
        place += 2 if row.folded[place + 1] == "of" else 1
    if row.folded[place] not in HIJRI_MONTHS or not row.words[place][:1].isupper():
        return _figures_from_day(row, at) if day_first else None
    place += 1
    while row.folded[place] in HIJRI_TAILS and place < at + _LONGEST_MONTH:
        place += 1
    if not day_first and row.folded[place] in DAYS:
        place += 1
        day_first = True
    year = place + 1 if row.folded[place] in {",", "of"} else place
    if row.folded[year] in HIJRI_YEARS:
        return _after_era(row, year + 1)
    return place if day_first else None


def _after_figures(row: Row, at: int) -> int | None:
    """Return the end of "1444/02/12" or of "1444 H"; a bare number is no year."""
    mark = row.folded[at + 1]
    if (
        mark in {"/", "-"}
        and row.folded[at + 3] == mark
        and row.folded[at + 2] in DAYS
        and row.folded[at + 4] in DAYS
    ):
        return _after_era(row, at + 5)
    last = _after_era(row, at + 1)
    return last if last > at + 1 or not row.folded[at].isdigit() else None


def _figures_from_day(row: Row, at: int) -> int | None:
    """Return the end of "12/02/1444"."""
    mark = row.folded[at + 1]
    if mark in {"/", "-"} and row.folded[at + 3] == mark and row.folded[at + 4] in HIJRI_YEARS:
        return _after_era(row, at + 5)
    return None


def _after_era(row: Row, at: int) -> int:
    """Return the place after "H", "AH", "A.H."."""
    return at + 1 if row.folded[at] in HIJRI_ERAS else at
