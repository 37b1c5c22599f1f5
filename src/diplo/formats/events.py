"""Meetings as event data in the terms of PLOVER and CAMEO: as objects, as plain dicts, as a CSV file.

    from diplo.formats.events import to_events, write_events

How a meeting becomes events is told in `event_rows` and in `docs/events.md`.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import attrs

from diplo.formats.cells import Kind
from diplo.formats.event_rows import Event, to_events
from diplo.formats.relations import Record, Row, value_of
from diplo.formats.rows import read_table, write_table
from diplo.formats.staging import replaced_together
from diplo.formats.tables import Column, Table
from diplo.span import Span

__all__ = ["Event", "as_dicts", "read_events", "to_events", "write_events"]

_DATES = ("date", "end")
_COLUMNS = (
    Column("date", Kind.DATE, "The first day of the meeting."),
    Column("end", Kind.DATE, "Its last day, where it took more than one."),
    Column("source", Kind.TEXT, "Who acts: an ISO 3166-1 alpha-3 code or an organisation.", required=True),
    Column("target", Kind.TEXT, "Towards whom, likewise."),
    Column("mutual", Kind.BOOLEAN, "Whether the two act alike towards one another.", required=True),
    Column("event", Kind.TEXT, "The PLOVER event."),
    Column("mode", Kind.TEXT, "Its mode."),
    Column("contexts", Kind.LIST, "The PLOVER contexts."),
    Column("quad", Kind.INTEGER, "The quad class of the PLOVER event, 1 to 4."),
    Column("score", Kind.NUMBER, "The PLOVER score of event and mode, -10 to 10."),
    Column("cameo", Kind.TEXT, "The CAMEO code, three or four digits.", required=True),
    Column("text", Kind.TEXT, "The words that tell it."),
    Column("span.start", Kind.OFFSET, "The offset of their first character, in Unicode code points from 0."),
    Column("span.end", Kind.OFFSET, "The offset after their last character."),
    Column("meeting_id", Kind.TEXT, "The meeting.", required=True),
    Column("part_id", Kind.TEXT, "The statement or commitment; empty for the meeting itself."),
    Column("rule", Kind.TEXT, "The name of the rule that read it.", required=True),
)


def as_dicts(events: Iterable[Event]) -> tuple[dict[str, Any], ...]:
    """Return events as flat dicts of plain values, with the columns of the CSV file as keys, in their order.

    Dates are text as YYYY-MM-DD, contexts a list; a span is `span_start` and `span_end`.
    """
    return tuple(
        {column.name: value_of(record, column) for column in _COLUMNS} for record in map(_record, events)
    )


def write_events(events: Iterable[Event], path: str | os.PathLike[str]) -> None:
    """Write events as a CSV file, a row each; its folder is made if need be.

    The file appears whole or not at all.

    Raises:
        ValueError: when the name of the file does not end in ".csv".
    """
    table = _table(path)
    with replaced_together(Path(path).parent) as folder:
        write_table(folder, table, [_record(event) for event in events])


def read_events(path: str | os.PathLike[str]) -> tuple[Event, ...]:
    """Read the events that `write_events` wrote, in their order; columns may stand in any order.

    Raises:
        ValueError: when the name of the file does not end in ".csv".
        SchemaError: for a file that holds anything else; the error names the row and the column.
    """
    return tuple(_event(row) for row in read_table(Path(path).parent, _table(path)))


def _table(path: str | os.PathLike[str]) -> Table:
    """Return the table of events under the name of a file."""
    name = Path(path)
    if name.suffix != ".csv":
        message = f"a table of events is a .csv file, not {name.name!r}"
        raise ValueError(message)
    return Table(name.stem, "Events of diplomatic meetings.", _COLUMNS, primary_key=())


def _record(event: Event) -> Record:
    """Return an event as plain values."""
    record = attrs.asdict(event)
    dates = {key: record[key] and record[key].isoformat() for key in _DATES}
    return record | dates | {"contexts": list(event.contexts)}


def _event(row: Row) -> Event:
    """Return the event of a row."""
    record = dict(row.record)
    for key in _DATES:
        record[key] = _date(row, key)
    record["contexts"] = tuple(record["contexts"])
    record["span"] = _span(row)
    return Event(**record)


def _date(row: Row, key: str) -> dt.date | None:
    """Return the date in a column, written as `date.isoformat` writes it."""
    cell = row.record[key]
    if cell is None:
        return None
    try:
        date = dt.date.fromisoformat(cell)
    except ValueError:
        date = None
    if date is None or date.isoformat() != cell:
        raise row.error(cell, key, Kind.DATE)
    return date


def _span(row: Row) -> Span | None:
    """Return the span whose ends stand in two columns."""
    ends = row.record.get("span")
    if ends is None:
        return None
    for key in ("start", "end"):
        if key not in ends:
            raise row.error(attrs.NOTHING, f"span_{key}", "an offset, for the other end has one")
    if not 0 <= ends["start"] <= ends["end"]:
        raise row.error(ends["end"], "span_end", "an offset that is not before the start, from 0")
    return Span(**ends)
