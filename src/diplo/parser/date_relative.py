"""Rules for days that are counted from the anchor: "today (07)", "last Tuesday", "next week"."""

from __future__ import annotations

import attrs

from diplo.parser.date_arithmetic import (
    day_in_month,
    nearest_day_of_month,
    nearest_weekday,
    one_day_of,
    shifted_month,
    shifted_season,
    unit_away,
    weekday_of,
    weekend_of,
)
from diplo.parser.date_hijri import hijri_date
from diplo.parser.date_reading import UNIT_KINDS, DateKind, Reading, Row, When, ends_phrase, lean
from diplo.parser.date_stretch import Year
from diplo.parser.date_words import (
    AFTER_WEEKDAY_NAMES,
    DAY_PARTS,
    DAYS,
    HABITS,
    LONG_MONTHS,
    LONG_WEEKDAYS,
    NAMED_WEEKDAYS,
    ORDINAL_DAYS,
    RELATIVE_DAYS,
    SEASONS,
    SHIFTS,
    TODAY_AS_AGE,
    WEEKDAYS,
)
from diplo.parser.date_written import after_weekday, reading_of, stretch_at


def relative_day(row: Row, at: int) -> Reading | None:
    """Read "today", "yesterday evening", "tomorrow (April 4)"; "today's world" is no day."""
    if row.folded[at + 1] == "'s" and row.folded[at + 2] in TODAY_AS_AGE:
        return None
    last = at + 2 if row.folded[at + 1] in DAY_PARTS else at + 1
    return _day_away(row, at, last, RELATIVE_DAYS[row.folded[at]])


def day_but_one(row: Row, at: int) -> Reading | None:
    """Read "the day before yesterday" and "the day after tomorrow"."""
    offset = {("before", "yesterday"): -2, ("after", "tomorrow"): 2}.get(
        (row.folded[at + 1], row.folded[at + 2])
    )
    return None if offset is None else _day_away(row, at, at + 3, offset)


def part_of_day(row: Row, at: int) -> Reading | None:
    """Read "this morning" and "last night"."""
    shift = SHIFTS[row.folded[at]]
    return _day_away(row, at, at + 2, shift) if shift < 1 and row.folded[at + 1] in DAY_PARTS else None


def weekday(row: Row, at: int) -> Reading | None:
    """Read "Wednesday, November 25", "Sunday (12)", "Monday next week", "on Sunday"."""
    word, before = row.folded[at], row.folded[at - 1]
    if before in HABITS or before in NAMED_WEEKDAYS:
        return None
    last = at + 2 if word not in LONG_WEEKDAYS and row.folded[at + 1] == "." else at + 1
    if row.folded[last] in DAY_PARTS:
        last += 1
    explained = _explained(row, at, last)
    if explained or word not in LONG_WEEKDAYS:
        return explained
    if row.folded[last] in AFTER_WEEKDAY_NAMES or (before == "the" and row.words[last][:1].isupper()):
        return None
    number = WEEKDAYS[word]
    week = last + 1 if row.folded[last] == "of" else last
    if row.folded[week] in SHIFTS and row.folded[week + 1] == "week":
        shift = SHIFTS[row.folded[week]]
        return _day(
            at, week + 2, lambda anchor: weekday_of(unit_away(anchor, "week", shift)[0], number, "this")
        )
    which = "coming" if lean(row, at) > 0 else "latest"
    return _day(at, last, lambda anchor: weekday_of(anchor, number, which))


def shifted_weekday(row: Row, at: int) -> Reading | None:
    """Read "last Tuesday", "next Sunday", "this coming Friday"."""
    which, place = row.folded[at], at + 1
    if which == "this" and row.folded[place] in {"coming", "past"}:
        which, place = {"coming": "next", "past": "last"}[row.folded[place]], place + 1
    number = LONG_WEEKDAYS.get(row.folded[place])
    if number is None or which not in {"last", "next", "this"}:
        return None
    last = place + 2 if row.folded[place + 1] in DAY_PARTS else place + 1
    return _explained(row, at, last) or _day(at, last, lambda anchor: weekday_of(anchor, number, which))


def shifted_unit(row: Row, at: int) -> Reading | None:
    """Read "this year", "next month", "last week"; "the last year" says how long, not when."""
    shift, unit = SHIFTS[row.folded[at]], row.folded[at + 1]
    if shift and row.folded[at - 1] == "the":
        return None
    if unit == "weekend":
        return Reading(at, at + 2, DateKind.RANGE, lambda anchor: weekend_of(anchor, shift), relative=True)
    if unit == "day" or unit not in UNIT_KINDS:
        return None
    return Reading(at, at + 2, UNIT_KINDS[unit], lambda anchor: unit_away(anchor, unit, shift), relative=True)


def shifted_month_or_season(row: Row, at: int) -> Reading | None:
    """Read "last June" and "this summer"."""
    shift, word = SHIFTS[row.folded[at]], row.folded[at + 1]
    month = LONG_MONTHS.get(word)
    if month and row.words[at + 1][:1].isupper():
        stretch = stretch_at(row, at + 1)
        if stretch is None or stretch.kind is not DateKind.MONTH or stretch.start_year != Year():
            return None
        return Reading(
            at, at + 2, DateKind.MONTH, lambda anchor: shifted_month(anchor, month, shift), relative=True
        )
    if word not in SEASONS or row.words[at + 2][:1].isupper():
        return None
    start = SEASONS[word]
    return Reading(
        at, at + 2, DateKind.PART_OF_YEAR, lambda anchor: shifted_season(anchor, start, shift), relative=True
    )


def day_of_month(row: Row, at: int) -> Reading | None:
    """Read "the 12th of this month", "on the 12th" and "on 12th"."""
    day = DAYS[row.folded[at]]
    if row.folded[at + 1] == "of":
        place = at + 3 if row.folded[at + 2] == "the" else at + 2
        shift = 0 if place == at + 3 else SHIFTS.get(row.folded[place], 0)
        last = place + 1 if row.folded[place] in SHIFTS else place
        if row.folded[last] != "month" or last == at + 2:
            return None
        return _day(at, last + 1, lambda anchor: day_in_month(anchor, shift, day))
    last = at + 2 if row.folded[at + 1] in DAY_PARTS else at + 1
    if row.folded[at] not in ORDINAL_DAYS or not (ends_phrase(row, last) or last > at + 1):
        return None
    before = row.folded[at - 2] if row.folded[at - 1] == "the" else row.folded[at - 1]
    if before not in {"by", "on", "until"}:
        return None
    return _day(at, last, lambda anchor: nearest_day_of_month(anchor, day))


def _day(first: int, last: int, when: When) -> Reading:
    """Return the reading of one day that the anchor decides."""
    return Reading(first, last, DateKind.DAY, when, relative=True)


def _day_away(row: Row, first: int, last: int, offset: int) -> Reading:
    """Return a day counted from the anchor, or what names it better beside it: "today, Sunday (12)"."""
    explained = _explained(row, first, last)
    if explained:
        return explained
    opening = row.folded[last]
    place = last + 1 if opening in {"(", ","} else last
    number = LONG_WEEKDAYS.get(row.folded[place])
    if number is None or not (
        row.folded[place + 1] == ")" if opening == "(" else ends_phrase(row, place + 1)
    ):
        return _day(first, last, lambda anchor: unit_away(anchor, "day", offset))
    last = place + 2 if opening == "(" else place + 1
    return _explained(row, first, last) or _day(
        first, last, lambda anchor: one_day_of(nearest_weekday(unit_away(anchor, "day", offset)[0], number))
    )


def _explained(row: Row, first: int, last: int) -> Reading | None:
    """Read the date or the number of the day that explains a word for a day which ends before `last`."""
    opening = row.folded[last]
    place = last + 1 if opening in {"(", ","} else last
    reading = _full_date(row, first, after_weekday(row, place))
    if reading is not None:
        closes = opening == "(" and row.folded[reading.last] == ")"
        return attrs.evolve(reading, last=reading.last + closes)
    if row.folded[place] == "the":
        place += 1
    day = DAYS.get(row.folded[place])
    if day is None:
        return None
    if opening == "(" and row.folded[place + 1] == ")":
        return _day(first, place + 2, lambda anchor: nearest_day_of_month(anchor, day))
    if row.folded[place] in ORDINAL_DAYS and ends_phrase(row, place + 1):
        return _day(first, place + 1, lambda anchor: nearest_day_of_month(anchor, day))
    return None


def _full_date(row: Row, first: int, at: int) -> Reading | None:
    """Read days written at `at`, also in both calendars, as words from `first` on."""
    stretch = stretch_at(row, at)
    if stretch is not None:
        return reading_of(row, first, stretch) if stretch.has_days else None
    reading = hijri_date(row, at)
    return attrs.evolve(reading, first=first) if reading is not None and reading.when else None
