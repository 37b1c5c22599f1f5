"""Rules for years and their parts: "in 2021", "the end of June", "the first half of 2024", "Q3 2024"."""

from __future__ import annotations

from typing import Final

import attrs

from diplo.parser.date_arithmetic import (
    half_of_month,
    part_of_year,
    season,
    shifted_season,
    unit_away,
    week_of_month,
    whole_year,
)
from diplo.parser.date_reading import (
    UNIT_KINDS,
    DateKind,
    Reading,
    Row,
    Rule,
    counts_things,
    ends_phrase,
    first_reading,
    lean,
)
from diplo.parser.date_relative import (
    part_of_day,
    relative_day,
    shifted_month_or_season,
    shifted_unit,
    shifted_weekday,
    weekday,
)
from diplo.parser.date_stretch import Stretch, Year, year_after
from diplo.parser.date_words import (
    BEFORE_YEAR,
    CLOCKS,
    COUNTED,
    DAYS,
    LONG_WEEKDAYS,
    MONTHS,
    NAME_BEFORE_YEAR,
    NUMBERED_PARTS,
    QUALIFIED_MONTHS,
    QUALIFIED_YEARS,
    RANKS,
    RELATIVE_DAYS,
    SEASONS,
    SHIFTS,
    TO,
    WEAK_BEFORE_YEAR,
    YEARS,
)
from diplo.parser.date_written import reading_of, written_date

_WORDS_BETWEEN = frozenset("and through thru till to until".split())
_PARTS = {"half": 2, "quarter": 4}
_BOUNDARIES = frozenset({"beginning", "close", "conclusion", "end", "middle", "outset", "start"})


def bare_year(row: Row, at: int) -> Reading | None:
    """Read "2021" after a preposition, and "2024-2025"."""
    first = YEARS[row.folded[at]]
    last, final = _end_of_years(row, at, first)
    if not (_is_range_of_years(row, at, last) if final > first else _is_year(row, at)):
        return None
    kind = DateKind.RANGE if final > first else DateKind.YEAR
    return Reading(at, last, kind, lambda _: (whole_year(first)[0], whole_year(final)[1]))


def qualified(row: Row, at: int) -> Reading | None:
    """Read "early next year", "end of June", "later in 2024", "later today": the days that they qualify."""
    word, place = row.folded[at], at + 1
    if word in _BOUNDARIES and row.folded[place] != "of" and word != "end":
        return None
    if row.folded[place] == "of" or (row.folded[place] in {"in", "on", "-"} and word not in _BOUNDARIES):
        place += 1
    part = place + 1 if row.folded[place] == "the" else place
    inner = _inner(row, place) or (quarter_or_half(row, part) if row.folded[part] in RANKS else None)
    return None if inner is None else attrs.evolve(inner, first=at)


def hyphenated(row: Row, at: int) -> Reading | None:
    """Read "mid-June" and "late-2024"."""
    word = row.folded[at]
    if word in QUALIFIED_YEARS:
        return _year(at, at + 1, Year(QUALIFIED_YEARS[word]))
    month = QUALIFIED_MONTHS[word]
    last, year = year_after(row, at + 1)
    return reading_of(row, at, Stretch(last, (month, None), (month, None), year, year))


def end_of_year(row: Row, at: int) -> Reading | None:
    """Read "year-end" and "the year's end"."""
    if row.folded[at] == "year-end":
        last = at + 1
    elif row.folded[at + 1] == "end":
        last = at + 2
    elif (row.folded[at + 1], row.folded[at + 2]) == ("'s", "end"):
        last = at + 3
    else:
        return None
    last, year = year_after(row, last)
    return _year(at, last, Year(shift=0) if year == Year() else year)


def quarter_or_half(row: Row, at: int) -> Reading | None:
    """Read "first half of 2024", "third quarter", "last quarter of next year", "first half of June"."""
    parts = _PARTS.get(row.folded[at + 1])
    if parts is None:
        return None
    rank = RANKS.get(row.folded[at], parts)
    if rank > parts:
        return None
    place = at + 2
    whole = _inner(row, place + 1) if row.folded[place] == "of" else _written_year(row, place)
    if whole is None and row.folded[place] != "of" and parts == 4 and row.folded[at] in RANKS:
        whole = _year(at, place, Year(shift=0))
    return None if whole is None else _part(at, whole, rank, parts)


def numbered_part(row: Row, at: int) -> Reading | None:
    """Read "Q3 2024" and "H1 of next year"."""
    letter, rank = NUMBERED_PARTS[row.folded[at]]
    whole = _written_year(row, at + 1)
    return None if whole is None else _part(at, whole, rank, {"h": 2, "q": 4}[letter])


def ranked_week(row: Row, at: int) -> Reading | None:
    """Read "first week of June" and "last week of May"."""
    if row.folded[at + 1] != "week" or row.folded[at + 2] != "of":
        return None
    month = _inner(row, at + 3)
    if month is None or month.kind is not DateKind.MONTH or month.when is None:
        return None
    rank, when = RANKS.get(row.folded[at], 0), month.when
    return attrs.evolve(
        month, first=at, kind=DateKind.WEEK, when=lambda anchor: week_of_month(when(anchor), rank)
    )


def season_of_year(row: Row, at: int) -> Reading | None:
    """Read "spring of 2024" as its meteorological months, March to May, and "in the spring"."""
    last, year = year_after(row, at + 1)
    month = SEASONS[row.folded[at]]
    if year != Year():
        relative = year.shift is not None
        return Reading(
            at, last, DateKind.PART_OF_YEAR, lambda anchor: season(year.of(anchor), month), relative
        )
    if (
        (row.folded[at - 2], row.folded[at - 1]) != ("in", "the")
        or row.folded[last] == "of"
        or not ends_phrase(row, last)
    ):
        return None
    shift = max(lean(row, at), 0)
    return Reading(
        at, last, DateKind.PART_OF_YEAR, lambda anchor: shifted_season(anchor, month, shift), relative=True
    )


def _year(first: int, last: int, year: Year) -> Reading:
    """Return the reading of a year."""
    return Reading(
        first, last, DateKind.YEAR, lambda anchor: whole_year(year.of(anchor)), year.shift is not None
    )


def _written_year(row: Row, at: int) -> Reading | None:
    """Read a year that needs no preposition: "2024", "of 2024", "of next year"."""
    last, year = year_after(row, at)
    return None if year == Year() else _year(at, last, year)


def _inner(row: Row, at: int) -> Reading | None:
    """Read the days that stand in "the end of ..." and "the first half of ..."."""
    place = at + 1 if row.folded[at] == "the" else at
    unit = row.folded[place]
    if unit in {"week", "month", "quarter", "year"} and row.folded[at - 1] in {"of", "in"}:
        last, year = year_after(row, place + 1) if unit == "year" else (place + 1, Year())
        if year != Year():
            return _year(at, last, year)
        return Reading(at, last, UNIT_KINDS[unit], lambda anchor: unit_away(anchor, unit, 0), relative=True)
    return first_reading(_INNER.get(unit, ()), row, place)


def _part(first: int, whole: Reading, rank: int, parts: int) -> Reading | None:
    """Return a half or a quarter of a year, or a half of a month."""
    when = whole.when
    if when is None:
        return None
    if whole.kind is DateKind.YEAR:
        kind, part = DateKind.PART_OF_YEAR, lambda anchor: part_of_year(when(anchor)[0].year, rank, parts)
    elif whole.kind is DateKind.MONTH and parts == 2:
        kind, part = DateKind.RANGE, lambda anchor: half_of_month(when(anchor), rank)
    else:
        return None
    return attrs.evolve(whole, first=first, kind=kind, when=part)


def _end_of_years(row: Row, at: int, first: int) -> tuple[int, int]:
    """Return the place after "2024-2025", "2023/24" or "between 2024 and 2025", and the last year."""
    joiner, word = row.folded[at + 1], row.folded[at + 2]
    if joiner in TO or joiner == "/" or (joiner == "and" and row.folded[at - 1] == "between"):
        final = YEARS.get(word, 0)
        if (
            not final
            and joiner not in _WORDS_BETWEEN
            and len(word) == 2
            and word.isascii()
            and word.isdigit()
        ):
            final = first - first % 100 + int(word)
        if final > first:
            return at + 3, final
    return at + 1, first


def _is_year(row: Row, at: int) -> bool:
    """Tell whether a number is a year: a preposition of time stands before it, and it counts nothing."""
    before = row.folded[at - 1]
    if before in {"and", "or", ","} and row.folded[at - 2] in YEARS:
        return not counts_things(row, at + 1)
    if before not in BEFORE_YEAR or row.folded[at + 1] in CLOCKS or row.folded[at + 1] in COUNTED:
        return False
    if (before in WEAK_BEFORE_YEAR or not YEARS[row.folded[at]] % 50) and counts_things(row, at + 1):
        return False
    return before not in NAME_BEFORE_YEAR or not row.words[at + 1][:1].isupper()


def _is_range_of_years(row: Row, at: int, last: int) -> bool:
    """Tell whether two joined years are days, and not part of a name: "Vision 2021-2030"."""
    if row.folded[at - 1] in BEFORE_YEAR:
        return True
    return not row.words[at - 1][:1].isalpha() and not row.words[last][:1].isupper()


_INNER: Final[dict[str, tuple[Rule, ...]]] = {
    **dict.fromkeys([*MONTHS, *DAYS], (written_date,)),
    **dict.fromkeys(YEARS, (bare_year,)),
    **dict.fromkeys(LONG_WEEKDAYS, (weekday,)),
    **dict.fromkeys(RELATIVE_DAYS, (relative_day,)),
    **dict.fromkeys(SHIFTS, (part_of_day, shifted_weekday, shifted_unit, shifted_month_or_season)),
    **dict.fromkeys(NUMBERED_PARTS, (numbered_part,)),
    **dict.fromkeys(SEASONS, (season_of_year,)),
}
