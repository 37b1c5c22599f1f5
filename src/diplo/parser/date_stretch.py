"""Dates as written, before the anchor adds what they leave out."""

from __future__ import annotations

import datetime as dt

import attrs

from diplo.parser.date_arithmetic import Days, nearest_year, one_day, whole_months
from diplo.parser.date_reading import DateKind, Row, counts_things
from diplo.parser.date_words import SHIFTS


@attrs.frozen
class Year:
    """A year as written: its number, or its distance from the anchor's; neither when it is left out."""

    number: int | None = None
    shift: int | None = None

    def of(self, anchor: dt.date) -> int:
        """Return the number of the year.

        Raises:
            ValueError: when it is left out.
        """
        if self.number is not None:
            return self.number
        if self.shift is None:
            message = "no year is written"
            raise ValueError(message)
        return anchor.year + self.shift


@attrs.frozen
class Stretch:
    """Days as written, up to token `last`; `None` in the place of a day stands for the whole month."""

    last: int
    start: tuple[int, int | None]
    end: tuple[int, int | None]
    start_year: Year = Year()
    end_year: Year = Year()

    @property
    def kind(self) -> DateKind:
        """What the words cover."""
        if self.start != self.end or self.start_year != self.end_year:
            return DateKind.RANGE
        return DateKind.MONTH if self.start[1] is None else DateKind.DAY

    @property
    def has_days(self) -> bool:
        """Whether the words name days, and not whole months."""
        return self.start[1] is not None

    @property
    def needs_anchor(self) -> bool:
        """Whether no year is written with its number."""
        return self.start_year.number is None and self.end_year.number is None

    def days(self, anchor: dt.date, leaning: int) -> Days:
        """Return the first and the last day, the year taken from the anchor where it is left out."""
        turns = (self.end[0], self.end[1] or 0) < (self.start[0], self.start[1] or 0)
        if self.start_year != Year():
            start_year = self.start_year.of(anchor)
        elif self.end_year != Year():
            start_year = self.end_year.of(anchor) - turns
        else:
            start_year = nearest_year(anchor, *self.start, leaning)
        end_year = start_year + turns if self.end_year == Year() else self.end_year.of(anchor)
        return _days(start_year, *self.start)[0], _days(end_year, *self.end)[1]


def year_after(row: Row, at: int) -> tuple[int, Year]:
    """Read the year that may follow a month or a day: ", 2021", "of 2021", "this year"."""
    start = at + 1 if row.folded[at] in {",", "/", "of"} else at
    word = row.folded[start]
    if _is_year(word) and (int(word) % 50 or not counts_things(row, start + 1)):
        return start + 1, Year(int(word))
    if word in SHIFTS and row.folded[start + 1] == "year" and start == at + (row.folded[at] == "of"):
        return start + 2, Year(shift=SHIFTS[word])
    return at, Year()


def _is_year(word: str) -> bool:
    """Tell whether a word is the number of a year."""
    return len(word) == 4 and word.isascii() and word.isdigit() and "1000" <= word <= "2100"


def _days(year: int, month: int, day: int | None) -> Days:
    """Return a day, or the whole month."""
    return whole_months(year, month) if day is None else one_day(year, month, day)
