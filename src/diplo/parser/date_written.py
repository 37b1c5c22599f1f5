"""Rules for dates that are written out: "25 November 2020", "May 30 - June 2", "15/06/2021"."""

from __future__ import annotations

from diplo.parser.date_reading import DateKind, Reading, Row, lean
from diplo.parser.date_stretch import Stretch, Year, year_after
from diplo.parser.date_words import (
    AFTER_DAY,
    BEFORE_MONTH,
    CLOCKS,
    DASHES,
    DAY_JOINERS,
    DAYS,
    JOINED_MONTHS,
    LONG_WEEKDAYS,
    MONTHS,
    NAME_BEFORE_MONTH,
    ORDINAL_DAYS,
    OWNERS_OF_MONTHS,
    SHORT_MONTHS,
    TO,
    VERB_OR_NAME,
    WEAK_BEFORE_MONTH,
    WEEKDAYS,
    YEARS,
)

_DAYS_IN_A_LIST = 6


def written_date(row: Row, at: int) -> Reading | None:
    """Read a date with its month, or a range of them: "5-7 May", "Nov. 25, 2020", "May to July 2023"."""
    stretch = stretch_at(row, at)
    if stretch is None or (stretch.kind is DateKind.MONTH and not _names_a_month(row, at, stretch)):
        return None
    return reading_of(row, at, stretch)


def reading_of(row: Row, first: int, stretch: Stretch) -> Reading:
    """Return the reading of a stretch, whose words begin with token `first`."""
    leaning = lean(row, first) if stretch.needs_anchor else 0
    return Reading(
        first,
        _weekday_after(row, stretch.last) if stretch.kind is DateKind.DAY else stretch.last,
        stretch.kind,
        lambda anchor: stretch.days(anchor, leaning),
        relative=stretch.needs_anchor,
    )


def stretch_at(row: Row, at: int) -> Stretch | None:
    """Read what is written from `at` on, with a range taken whole."""
    start = _single(row, at)
    if start is None:
        return None
    joiner = row.folded[start.last]
    if joiner not in TO and not (joiner == "and" and row.folded[at - 1] == "between"):
        return start
    end = _single(row, after_weekday(row, start.last + 1))
    if end is None or (start.start[1] is None) is not (end.start[1] is None):
        return start
    return Stretch(end.last, start.start, end.end, start.start_year, end.end_year)


def after_weekday(row: Row, at: int) -> int:
    """Return where a date goes on after a weekday that only repeats it, and after "the"."""
    if row.folded[at] in WEEKDAYS:
        at += 1
        if row.folded[at] in {",", "."}:
            at += 1
    return at + 1 if row.folded[at] == "the" else at


def _single(row: Row, at: int) -> Stretch | None:
    """Read one date with its month, or several days of one month."""
    word = row.folded[at]
    if word in MONTHS:
        return _month_first(row, at)
    if word in JOINED_MONTHS:
        last, year = year_after(row, at + 1)
        start, end = JOINED_MONTHS[word]
        return Stretch(last, (start, None), (end, None), end_year=year)
    return _numbers(row, at) or (_day_first(row, at) if word in DAYS else None)


def _day_first(row: Row, at: int) -> Stretch | None:
    """Read "25 November 2020", "25th of November", "5, 6 and 7 May"."""
    last, start, end = _days_listed(row, at, after_month=False)
    if row.folded[last] == "day":
        last += 1
    if row.folded[last] == "of":
        last += 1
    month = MONTHS.get(row.folded[last])
    if month is None:
        return _glued_range(row, last, start)
    place, last = last, _after_month(row, last)
    last, year = year_after(row, last)
    if not row.words[place][:1].isupper() and year.number is None:
        return None
    return Stretch(last, (month, start), (month, end), year, year)


def _glued_range(row: Row, at: int, start: int) -> Stretch | None:
    """Read the rest of "27 February-8 March", where the hyphen makes one word of a month and a day."""
    first, hyphen, day = row.folded[at].partition("-")
    final = MONTHS.get(row.folded[at + 1])
    if not hyphen or first not in MONTHS or day not in DAYS or final is None:
        return None
    last, year = year_after(row, at + 2)
    return Stretch(last, (MONTHS[first], start), (final, DAYS[day]), end_year=year)


def _month_first(row: Row, at: int) -> Stretch | None:
    """Read "November 25, 2020", "May 5-7", "June 2021", or the month alone."""
    month = MONTHS[row.folded[at]]
    start = end = None
    last = _after_month(row, at)
    if row.folded[last] == "the" and row.folded[last + 1] in ORDINAL_DAYS:
        last += 1
    if row.folded[last] in DAYS:
        last, start, end = _days_listed(row, last, after_month=True)
        last, year = year_after(row, last)
    else:
        day, _, number = row.folded[last].partition(",")
        if day in DAYS and number in YEARS:
            start = end = DAYS[day]
            last, year = last + 1, Year(YEARS[number])
        else:
            last, year = year_after(row, last)
    if not row.words[at][:1].isupper() and year.number is None:
        return None
    return Stretch(last, (month, start), (month, end), year, year)


def _after_month(row: Row, at: int) -> int:
    """Return the place after a month and after the full stop of its short form."""
    return at + 2 if row.folded[at] in SHORT_MONTHS and row.folded[at + 1] == "." else at + 1


def _days_listed(row: Row, at: int, *, after_month: bool) -> tuple[int, int, int]:
    """Read one or more rising days of a month, "5-7" or "5, 6 and 7": the place after them, the two ends."""
    first = final = latest = DAYS[row.folded[at]]
    last = place = at + 1
    for _ in range(_DAYS_IN_A_LIST):
        joiner = row.folded[place]
        if joiner != "," and joiner not in DAY_JOINERS:
            break
        place += 1
        if joiner == "," and row.folded[place] in {"and", "&"}:
            joiner, place = "and", place + 1
        place = after_weekday(row, place)
        day = DAYS.get(row.folded[place], 0)
        if day <= latest or (after_month and not _ends_days(row, place + 1, joiner)):
            break
        latest, place = day, place + 1
        if joiner != ",":
            last, final = place, latest
    return last, first, final


def _ends_days(row: Row, at: int, joiner: str) -> bool:
    """Tell whether a number before `at` is a day of the month named before, and counts nothing else."""
    word = row.folded[at]
    if word in CLOCKS or (word in MONTHS and row.words[at][:1].isupper()):
        return False
    return joiner in DASHES or joiner in {",", "/"} or word in AFTER_DAY or not word[:1].isalpha()


def _numbers(row: Row, at: int) -> Stretch | None:
    """Read a date in figures: "2021-06-15", "15/06/2021", "15.06.2021", "25-Nov-2020"."""
    word = row.folded[at]
    parts, last, mark = word.split("."), at + 1, "."
    if len(parts) != 3:
        mark = row.folded[at + 1]
        if mark not in {"/", "-", "–"}:
            return None
        parts, last = [word, row.folded[at + 2], row.folded[at + 4]], at + 5
        month, _, year = parts[1].partition("-")
        if month in MONTHS and year in YEARS and word in DAYS:
            return _in_figures(at + 3, YEARS[year], MONTHS[month], DAYS[word])
        if row.folded[at + 3] != mark or row.folded[last] == mark:
            return None
    if not all(part.isascii() and part.isdigit() for part in parts):
        return None
    lengths = [len(part) for part in parts]
    if parts[0] in YEARS and max(lengths[1:]) <= 2:
        return _in_figures(last, *map(int, parts))
    if parts[2] in YEARS and max(lengths[:2]) <= 2:
        day, month_number, year_number = map(int, parts)
    elif mark == "/" and lengths == [2, 2, 2]:
        day, month_number, year_number = int(parts[0]), int(parts[1]), 2000 + int(parts[2])
    else:
        return None
    if month_number > 12 >= day:
        day, month_number = month_number, day
    return _in_figures(last, year_number, month_number, day)


def _in_figures(last: int, year: int, month: int, day: int) -> Stretch:
    """Return a date whose numbers are all written, whether or not there is such a day."""
    return Stretch(last, (month, day), (month, day), Year(year), Year(year))


def _names_a_month(row: Row, at: int, stretch: Stretch) -> bool:
    """Tell whether a month without a day is no verb and no name: a year or a preposition is beside it."""
    if stretch.start_year != Year():
        return True
    word, before = row.folded[at], row.folded[at - 1]
    if before in {"and", "or"} and row.folded[at - 2] in MONTHS:
        return row.folded[at - 3] in BEFORE_MONTH
    if before in OWNERS_OF_MONTHS and word not in VERB_OR_NAME and word not in SHORT_MONTHS:
        following = row.words[stretch.last]
        return following.islower() and following.isalpha()
    if before not in BEFORE_MONTH or (word in SHORT_MONTHS and row.folded[at + 1] != "."):
        return False
    if before in WEAK_BEFORE_MONTH and row.words[stretch.last][:1].isupper():
        return False
    return word not in VERB_OR_NAME or before not in NAME_BEFORE_MONTH or row.folded[at - 2].endswith("ed")


def _weekday_after(row: Row, at: int) -> int:
    """Return the place after a weekday that only repeats a date: "(Wednesday)", ", Wednesday,"."""
    opening = row.folded[at]
    if opening not in {"(", ","} or row.folded[at + 1] not in LONG_WEEKDAYS:
        return at
    if opening == "(":
        return at + 3 if row.folded[at + 2] == ")" else at
    following = row.folded[at + 2]
    return at + 2 if following in AFTER_DAY or not following[:1].isalnum() else at
