"""Meetings as rows of tables that refer to one another, and back; what CSV and Arrow have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from diplo.errors import SchemaError
from diplo.formats.json import json_path
from diplo.formats.plain import MismatchError, Steps, plain, typed
from diplo.formats.tables import MEETINGS, PARTS, SOURCES, TABLES, Column, Table
from diplo.model import Meeting, Source

Record = dict[str, Any]


@attrs.frozen
class Row:
    """A row that was read: its table, where it stands ("topics.csv, row 3"), and its values."""

    table: Table
    place: str
    record: Record

    def error(self, value: Any, column: str, expected: str) -> SchemaError:
        """Return the error that says what is wrong in a cell of the row."""
        return SchemaError(f"{self.place}, column {column}", value, expected)

    def fill(self, column: Column, value: Any) -> None:
        """Put the value of a column where it belongs in the record.

        Raises:
            SchemaError: when the value is missing and the column needs one.
        """
        if value is None and column.required:
            raise self.error(value, column.name, f"{column.kind}, not empty")
        *outer, last = column.keys
        if value is None and outer:
            return
        record = self.record
        for key in outer:
            record = record.setdefault(key, {})
        record[last] = value


@attrs.frozen
class Entry:
    """A value put together from rows, and the row from which each part of it came."""

    record: Record
    rows: dict[Steps, Row]


def value_of(record: Record, column: Column) -> Any:
    """Return what a record holds for a column; `None` when what would hold it is itself missing."""
    value: Any = record
    for key in column.keys:
        value = None if value is None else value[key]
    return value


def records_of(meetings: Iterable[Meeting]) -> dict[str, list[Record]]:
    """Return the plain rows of every table, each text once.

    Raises:
        ValueError: when two meetings have the same id.
        SchemaError: when a meeting breaks the rules that readers check.
    """
    records: dict[str, list[Record]] = {table.name: [] for table in TABLES}
    sources: dict[Source, int] = {}
    seen: set[str] = set()
    for index, meeting in enumerate(meetings):
        record = record_of(meeting, index)
        if meeting.id in seen:
            message = f"two meetings have the id {meeting.id!r}; a table holds each once"
            raise ValueError(message)
        seen.add(meeting.id)
        source = record.pop("source")
        if meeting.source not in sources:
            sources[meeting.source] = len(sources) + 1
            records[SOURCES.name].append({"source_id": len(sources), **source})
        for table in PARTS:
            for part in record.pop(table.name):
                records[table.name].append({"meeting_id": meeting.id, **part})
        records[MEETINGS.name].append({"source_id": sources[meeting.source], **record})
    return records


def record_of(meeting: Meeting, index: int = 0) -> Record:
    """Return a meeting as plain values with what the tables add: ordinals, and whether there is a place.

    Raises:
        SchemaError: when the meeting breaks the rules that readers check.
    """
    try:
        record = plain(meeting, ("meetings", index))
    except MismatchError as error:
        raise SchemaError(json_path(error.path), error.value, error.expected) from None
    for table in PARTS:
        record[table.name] = [
            {"ordinal": ordinal, **part} for ordinal, part in enumerate(record[table.name], 1)
        ]
    return record | {"has_place": meeting.place is not None}


def meetings_of(rows: Mapping[str, list[Row]]) -> tuple[Meeting, ...]:
    """Put the meetings together again from the rows of all tables.

    Raises:
        SchemaError: when they do not fit together, or break a rule of the model.
    """
    meetings: list[Meeting] = []
    for entry in _entries(rows):
        try:
            meetings.append(typed(entry.record))
        except MismatchError as error:
            raise error_in_row(entry, error) from None
    return tuple(meetings)


def _entries(rows: Mapping[str, list[Row]]) -> Iterable[Entry]:
    """Put the rows of all tables together, by the id of the meeting."""
    sources = _by_key(rows[SOURCES.name], "source_id")
    entries: dict[str, Entry] = {}
    for meeting_id, row in _by_key(rows[MEETINGS.name], "id").items():
        source_id = row.record.pop("source_id")
        if source_id not in sources:
            raise row.error(source_id, "source_id", f"a source_id of the {SOURCES.name}")
        source = sources[source_id]
        _settle_place(row)
        record = row.record | {table.name: [] for table in PARTS}
        record["source"] = {key: value for key, value in source.record.items() if key != "source_id"}
        entries[meeting_id] = Entry(record, {(): row, ("source",): source})
    for table in PARTS:
        for row in rows[table.name]:
            _add_part(entries, row)
    return entries.values()


def _by_key(rows: list[Row], column: str) -> dict[Any, Row]:
    """Return rows by a column that tells them apart."""
    found: dict[Any, Row] = {}
    for row in rows:
        key = row.record[column]
        if key in found:
            raise row.error(key, column, f"a value that does not stand at {found[key].place}")
        found[key] = row
    return found


def _settle_place(row: Row) -> None:
    """Let a place of which nothing is known differ from no place."""
    has_place = row.record.pop("has_place")
    if has_place:
        row.record.setdefault("place", {})
    elif "place" in row.record:
        raise row.error(has_place, "has_place", "true, for there are cells that tell of the place")


def _add_part(entries: dict[str, Entry], row: Row) -> None:
    """Add a participant, a topic or the like to its meeting."""
    meeting_id = row.record.pop("meeting_id")
    if meeting_id not in entries:
        raise row.error(meeting_id, "meeting_id", f"an id of the {MEETINGS.name}")
    entry = entries[meeting_id]
    parts = entry.record[row.table.name]
    ordinal = row.record.pop("ordinal", len(parts) + 1)
    if ordinal != len(parts) + 1:
        raise row.error(ordinal, "ordinal", f"{len(parts) + 1}, the next in the meeting")
    entry.rows[row.table.name, len(parts)] = row
    parts.append(row.record)


def error_in_row(entry: Entry, error: MismatchError) -> SchemaError:
    """Say in which cell stands what is wrong in a value."""
    length = next(n for n in range(len(error.path), -1, -1) if error.path[:n] in entry.rows)
    row, keys = entry.rows[error.path[:length]], error.path[length:]
    column = next(
        column
        for column in row.table.columns
        if all(key == step for key, step in zip(column.keys, keys, strict=False))
    )
    return row.error(error.value, column.name, error.expected)
