"""Meetings as a folder of CSV tables with a Tabular Data Package descriptor, lossless both ways.

What the tables hold is told in `tables`, how a value becomes a cell in `cells`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import attrs

from diplo.errors import SchemaError
from diplo.formats.datapackage import DESCRIPTOR, descriptor
from diplo.formats.json import json_path, read_document
from diplo.formats.plain import MismatchError, Steps, plain, typed
from diplo.formats.rows import Record, Row, read_file, read_table, replace_file, write_table
from diplo.formats.tables import MEETINGS, PARTS, SOURCES, TABLES
from diplo.model import Meeting, Source


@attrs.frozen
class _Entry:
    """A meeting put together from rows, and the row from which each part of it came."""

    record: Record
    rows: dict[Steps, Row]


def write_csv(meetings: Iterable[Meeting], folder: str | os.PathLike[str]) -> None:
    """Write meetings as tables into a folder, which is made if need be; older tables there are replaced.

    Every file appears whole or not at all, and the descriptor last: where it stands, the tables are complete.

    Raises:
        ValueError: when two meetings have the same id.
        SchemaError: when a meeting breaks the rules that `read_csv` checks.
    """
    records = _records(meetings)
    home = Path(folder)
    home.mkdir(parents=True, exist_ok=True)
    (home / DESCRIPTOR).unlink(missing_ok=True)
    for table in TABLES:
        write_table(home, table, records[table.name])
    replace_file(home / DESCRIPTOR, json.dumps(descriptor(), indent=2) + "\n")


def read_csv(folder: str | os.PathLike[str]) -> tuple[Meeting, ...]:
    """Read the meetings that `write_csv` wrote into a folder, in their order.

    Columns may stand in any order; so may the rows of different meetings.

    Raises:
        SchemaError: for anything else; nothing is read by halves.
    """
    home = Path(folder)
    _check_version(home)
    rows = {table.name: read_table(home, table) for table in TABLES}
    meetings: list[Meeting] = []
    for entry in _entries(rows).values():
        try:
            meetings.append(typed(entry.record))
        except MismatchError as error:
            raise _error_in_table(entry, error) from None
    return tuple(meetings)


def _check_version(home: Path) -> None:
    """Refuse tables without a descriptor, or with one of another version."""
    try:
        read_document(read_file(home / DESCRIPTOR))
    except MismatchError as error:
        path = f"{DESCRIPTOR}, {json_path(error.path)}"
        raise SchemaError(path, error.value, error.expected) from None


def _records(meetings: Iterable[Meeting]) -> dict[str, list[Record]]:
    """Return the plain rows of every table, each text once."""
    records: dict[str, list[Record]] = {table.name: [] for table in TABLES}
    sources: dict[Source, int] = {}
    seen: set[str] = set()
    for index, meeting in enumerate(meetings):
        try:
            record = plain(meeting, ("meetings", index))
        except MismatchError as error:
            raise SchemaError(json_path(error.path), error.value, error.expected) from None
        if meeting.id in seen:
            message = f"two meetings have the id {meeting.id!r}; a table holds each once"
            raise ValueError(message)
        seen.add(meeting.id)
        source = record.pop("source")
        if meeting.source not in sources:
            sources[meeting.source] = len(sources) + 1
            records[SOURCES.name].append({"source_id": len(sources), **source})
        for table in PARTS:
            for ordinal, part in enumerate(record.pop(table.name), 1):
                records[table.name].append({"meeting_id": meeting.id, "ordinal": ordinal, **part})
        keys = {"source_id": sources[meeting.source], "has_place": meeting.place is not None}
        records[MEETINGS.name].append(record | keys)
    return records


def _entries(rows: dict[str, list[Row]]) -> dict[str, _Entry]:
    """Put the rows of all tables together, by the id of the meeting."""
    sources = _by_key(rows[SOURCES.name], "source_id")
    entries: dict[str, _Entry] = {}
    for meeting_id, row in _by_key(rows[MEETINGS.name], "id").items():
        source_id = row.record.pop("source_id")
        if source_id not in sources:
            raise row.error(source_id, "source_id", f"a source_id of {SOURCES.file}")
        source = sources[source_id]
        _settle_place(row)
        record = row.record | {table.name: [] for table in PARTS}
        record["source"] = {key: value for key, value in source.record.items() if key != "source_id"}
        entries[meeting_id] = _Entry(record, {(): row, ("source",): source})
    for table in PARTS:
        for row in rows[table.name]:
            _add_part(entries, row)
    return entries


def _by_key(rows: list[Row], column: str) -> dict[Any, Row]:
    """Return rows by a column in which no value stands twice."""
    found: dict[Any, Row] = {}
    for row in rows:
        key = row.record[column]
        if key in found:
            raise row.error(key, column, f"a value that row {found[key].number} does not have")
        found[key] = row
    return found


def _settle_place(row: Row) -> None:
    """Let a place of which nothing is known differ from no place."""
    has_place = row.record.pop("has_place")
    if has_place:
        row.record.setdefault("place", {})
    elif "place" in row.record:
        raise row.error(has_place, "has_place", "true, for there are cells that tell of the place")


def _add_part(entries: dict[str, _Entry], row: Row) -> None:
    """Add a participant, a topic or the like to its meeting."""
    meeting_id = row.record.pop("meeting_id")
    if meeting_id not in entries:
        raise row.error(meeting_id, "meeting_id", f"an id of {MEETINGS.file}")
    entry = entries[meeting_id]
    parts = entry.record[row.table.name]
    ordinal = row.record.pop("ordinal", len(parts) + 1)
    if ordinal != len(parts) + 1:
        raise row.error(ordinal, "ordinal", f"{len(parts) + 1}, the next in the meeting")
    entry.rows[row.table.name, len(parts)] = row
    parts.append(row.record)


def _error_in_table(entry: _Entry, error: MismatchError) -> SchemaError:
    """Say in which cell stands what is wrong in a meeting."""
    length = next(length for length in (2, 1, 0) if error.path[:length] in entry.rows)
    row, keys = entry.rows[error.path[:length]], error.path[length:]
    column = next(
        column
        for column in row.table.columns
        if all(key == step for key, step in zip(column.keys, keys, strict=False))
    )
    return row.error(error.value, column.name, error.expected)
