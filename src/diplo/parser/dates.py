"""The dates of a text: written, relative, deadlines and datelines, each with its days.

One pass over the tokens: a token that can begin a date is looked up once, all others cost one look-up.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from diplo.parser import date_words as words
from diplo.parser.date_durations import in_units, next_units, units_ago, within
from diplo.parser.date_hijri import hijri_date, with_hijri
from diplo.parser.date_line import is_dateline
from diplo.parser.date_parts import (
    bare_year,
    end_of_year,
    hyphenated,
    numbered_part,
    qualified,
    quarter_or_half,
    ranked_week,
    season_of_year,
)
from diplo.parser.date_reading import DateKind, Reading, Row, Rule, ends_phrase, first_reading, introduced_by
from diplo.parser.date_relative import (
    day_but_one,
    day_of_month,
    part_of_day,
    relative_day,
    shifted_month_or_season,
    shifted_unit,
    shifted_weekday,
    weekday,
)
from diplo.parser.date_written import written_date
from diplo.parser.document import Document, ParagraphKind
from diplo.period import Period

__all__ = ["DateKind", "DateMention", "find_dates"]

_DIGITS = frozenset("0123456789")


@attrs.frozen
class DateMention:
    """Days that a text names in tokens `[first, last)`.

    Attributes:
        period: the days; `None` when they cannot be resolved.
        relative: whether the anchor decided them, were it only their year.
        deadline: whether a word such as "by" or "within", which the tokens include, sets them as a limit.
        dateline: whether they stand in a dateline, or alone on their line as in a letterhead.
    """

    first: int
    last: int
    period: Period | None
    kind: DateKind
    relative: bool
    deadline: bool
    dateline: bool


@attrs.frozen
class _Found:
    """A reading at its place in the document, before the anchor is known."""

    first: int
    last: int
    reading: Reading
    deadline: bool
    dateline: bool
    headline: bool


def find_dates(document: Document, published: dt.date | None) -> tuple[DateMention, ...]:
    """Return every date of a text, in the order of the text and without overlap.

    Relative dates are counted from `published`; without it from the date of the dateline, or else from
    the first full date of the body.
    """
    found = tuple(_found(document))
    anchor = published or _anchor(found)
    return tuple(
        DateMention(
            each.first,
            each.last,
            _period(document, each, anchor),
            each.reading.kind,
            each.reading.relative,
            each.deadline,
            each.dateline,
        )
        for each in found
    )


def _found(document: Document) -> Iterator[_Found]:
    """Read the paragraphs one by one; no date goes over the end of one."""
    for paragraph in document.paragraphs:
        start, stop = paragraph.first, paragraph.last
        row = Row.padded(document.words[start:stop], document.folded[start:stop])
        headline = paragraph.kind is ParagraphKind.HEADLINE
        last = 0
        for reading in _readings(row):
            first = max(_introduced(row, reading), last)
            last = reading.last
            deadline = first < reading.first or row.folded[first] == "within"
            dateline = reading.kind is DateKind.DAY and is_dateline(row, stop - start, first, last)
            yield _Found(start + first, start + last, reading, deadline, dateline, headline)


def _introduced(row: Row, reading: Reading) -> int:
    """Return where a deadline begins; "by the April earthquake" is none."""
    first = introduced_by(row, reading.first)
    owned = row.folded[reading.first - 1] == "the" and not ends_phrase(row, reading.last)
    return reading.first if owned else first


def _readings(row: Row) -> Iterator[Reading]:
    """Read the dates of a row from its first token to its last."""
    last = 0
    starts = [at for at, word in enumerate(row.folded) if word in _RULES or word[:1] in _DIGITS]
    for at in starts:
        if at < last:
            continue
        word = row.folded[at]
        numeric = (written_date,) if word.count(".") == 2 else ()
        reading = first_reading(_RULES.get(word, numeric), row, at)
        if reading is None or reading.first < last:
            continue
        if reading.kind is DateKind.DAY:
            reading = with_hijri(row, reading)
        last = reading.last
        yield reading


def _anchor(found: Iterable[_Found]) -> dt.date | None:
    """Return the day of the dateline, else the first full date of the body, else of the headline."""
    full = [each for each in found if each.reading.kind is DateKind.DAY and not each.reading.relative]
    for each in sorted(full, key=lambda each: (not each.dateline, each.headline)):
        days = each.reading.days(None)
        if days:
            return days[0]
    return None


def _period(document: Document, found: _Found, anchor: dt.date | None) -> Period | None:
    """Return the days of a date with the words that name them, `None` when there are no such days."""
    days = found.reading.days(anchor)
    if days is None or days[1] < days[0]:
        return None
    return Period(start=days[0], end=days[1], span=document.span(found.first, found.last))


def _rules() -> dict[str, tuple[Rule, ...]]:
    """Return the rules by the first word of what they read, in order of precedence."""
    shifted = (part_of_day, shifted_weekday, shifted_unit, shifted_month_or_season)
    table: dict[str, tuple[Rule, ...]] = {}
    for first_words, rules in (
        (words.MONTHS, (written_date,)),
        (words.JOINED_MONTHS, (written_date,)),
        (words.HIJRI_MONTHS, (hijri_date,)),
        (words.HIJRI_YEARS, (hijri_date,)),
        (words.DAYS, (written_date, hijri_date, day_of_month)),
        (words.YEARS, (written_date, bare_year)),
        (words.WEEKDAYS, (weekday,)),
        (words.RELATIVE_DAYS, (relative_day,)),
        (words.RANKS, (quarter_or_half, ranked_week)),
        (words.LAST_RANKS, (quarter_or_half, ranked_week)),
        (words.SHIFTS, shifted),
        (words.QUALIFIERS, (qualified,)),
        (words.QUALIFIED_MONTHS, (hyphenated,)),
        (words.QUALIFIED_YEARS, (hyphenated,)),
        (words.SEASONS, (season_of_year,)),
        (words.NUMBERED_PARTS, (numbered_part,)),
        (("next", "coming"), (next_units,)),
        (("in",), (in_units,)),
        (("within",), (within,)),
        (("ago",), (units_ago,)),
        (("day",), (day_but_one,)),
        (("year", "year-end"), (end_of_year,)),
    ):
        for word in first_words:
            table[word] = table.get(word, ()) + rules
    return table


_RULES: Final = _rules()
