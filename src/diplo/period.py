"""Days and stretches of days, and their notation in EDTF."""

from __future__ import annotations

import calendar
import datetime as dt
import re

import attrs

from diplo.span import Span

_EDTF_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


@attrs.frozen(kw_only=True)
class Period:
    """A day or a stretch of days, both ends included.

    Attributes:
        start: the first day.
        end: the last day; equal to `start` for a single day.
        span: the words that name it; `None` when nobody wrote it. Left out of comparisons,
            so that the same days are equal wherever they are named.

    Raises:
        ValueError: when `end` lies before `start`.
    """

    start: dt.date
    end: dt.date
    span: Span | None = attrs.field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        """Refuse a period that ends before it starts."""
        if self.end < self.start:
            message = f"a period cannot end ({self.end}) before it starts ({self.start})"
            raise ValueError(message)

    @property
    def edtf(self) -> str:
        """The period in the Extended Date/Time Format (ISO 8601-2), in its shortest form.

        A whole year is "2021", a whole month "2021-06", a day "2020-11-25"; anything else is an
        interval whose ends have the coarsest precision that fits both: "2021-06/2021-08".

        >>> Period(start=dt.date(2021, 6, 1), end=dt.date(2021, 8, 31)).edtf
        '2021-06/2021-08'
        """
        year = (self.start.month, self.start.day, self.end.month, self.end.day) == (1, 1, 12, 31)
        month = self.start.day == 1 and self.end.day == _days_in(self.end.year, self.end.month)
        length = 4 if year else 7 if month else 10
        first, last = (day.isoformat()[:length] for day in (self.start, self.end))
        return first if first == last else f"{first}/{last}"

    @classmethod
    def from_edtf(cls, edtf: str, *, span: Span | None = None) -> Period:
        """Read a year, a month, a day, or an interval of two of them.

        >>> Period.from_edtf("2024-02").end
        datetime.date(2024, 2, 29)

        Raises:
            ValueError: for anything else, open intervals, seasons and "2021~" included.
        """
        first, slash, last = edtf.partition("/")
        start, end = _ends(first, edtf)
        if slash:
            end = _ends(last, edtf)[1]
        return cls(start=start, end=end, span=span)


def _days_in(year: int, month: int) -> int:
    """Return the number of days of a month."""
    return calendar.monthrange(year, month)[1]


def _ends(date: str, edtf: str) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of one EDTF date."""
    found = _EDTF_DATE.fullmatch(date)
    if not found:
        message = f"not a year, month, day or interval in EDTF: {edtf!r}"
        raise ValueError(message)
    year, month, day = found.groups()
    try:
        start = dt.date(int(year), int(month or 1), int(day or 1))
        last = int(month or 12)
        return start, dt.date(start.year, last, int(day or _days_in(start.year, last)))
    except ValueError as error:
        message = f"no such day in EDTF {edtf!r}: {error}"
        raise ValueError(message) from error
