"""Meetings as Arrow tables, lossless both ways, for Parquet and for libraries of data frames.

The tables and their columns are those of CSV (see `tables`), with real types: dates, whole numbers of 64
bits, true and false, lists of text, spans as lists of `{start, end}`. `None` is null; an empty list is one.

Arrow refuses halves of surrogate pairs, which only broken texts hold. They are written as a backslash, `u`
and four hexadecimal digits, and a backslash that would look like the start of such an escape likewise.
Offsets count the code points of the text before that.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any

import attrs

from diplo.errors import MissingExtraError, SchemaError
from diplo.formats.cells import Kind
from diplo.formats.plain import SCHEMA_VERSION
from diplo.formats.relations import Record, Row, meetings_of, record_of, records_of, value_of
from diplo.formats.tables import MEETINGS, PARTS, TABLES, Column, Table
from diplo.model import Meeting

try:
    import pyarrow as pa
except ImportError as error:
    raise MissingExtraError(__name__, "arrow") from error

_UNSAFE = re.compile(r"[\ud800-\udfff]|\\(?=u(?:d[89a-f][0-9a-f]{2}|005c))")
_ESCAPE = re.compile(r"\\u(d[89a-f][0-9a-f]{2}|005c)")
_VERSION = b"diplo_schema_version"
_SPAN = pa.struct(
    [pa.field("start", pa.int64(), nullable=False), pa.field("end", pa.int64(), nullable=False)]
)
_TYPES: dict[Kind, pa.DataType] = {
    Kind.TEXT: pa.string(),
    Kind.DATE: pa.date32(),
    Kind.INTEGER: pa.int64(),
    Kind.OFFSET: pa.int64(),
    Kind.BOOLEAN: pa.bool_(),
    Kind.LIST: pa.list_(pa.field("element", pa.string(), nullable=False)),
    Kind.SPANS: pa.list_(pa.field("element", _SPAN, nullable=False)),
}


def to_tables(meetings: Iterable[Meeting]) -> dict[str, pa.Table]:
    """Return one table for each type, by its name: "meetings", "participants", "topics" and so on.

    Raises:
        ValueError: when two meetings have the same id.
        SchemaError: when a meeting breaks the rules that `from_tables` checks.
    """
    records = records_of(meetings)
    return {
        table.name: pa.Table.from_pylist(
            [_row(record, table.columns) for record in records[table.name]], schema=table_schema(table)
        )
        for table in TABLES
    }


def from_tables(tables: Mapping[str, pa.Table]) -> tuple[Meeting, ...]:
    """Return the meetings that `to_tables` wrote, in their order.

    Columns may stand in any order, and in any type that turns into theirs without loss, as data frames
    bring them. Places in errors count rows from 0: `topics, row 2, column span_start`.

    Raises:
        SchemaError: for anything else; nothing is read by halves.
    """
    for name in tables:
        if name not in {table.name for table in TABLES}:
            raise SchemaError(name, attrs.NOTHING, "no table of this name")
    rows: dict[str, list[Row]] = {}
    for table in TABLES:
        if table.name not in tables:
            raise SchemaError(table.name, attrs.NOTHING, "a table of this name")
        rows[table.name] = _rows(table, tables[table.name])
    return meetings_of(rows)


def table_schema(table: Table) -> pa.Schema:
    """Return the schema of a table, with the descriptions of its columns."""
    return pa.schema(
        [_field(column) for column in table.columns],
        metadata={b"description": table.description, _VERSION: SCHEMA_VERSION},
    )


def meeting_type() -> pa.StructType:
    """Return the type of a whole meeting as one value: the columns of "meetings" with the other tables in it.

    The rows of participants, topics and the like stand in lists. The source is left out: who has such a value
    has the text beside it.
    """
    own = [_field(column) for column in _columns_in_meeting(MEETINGS)]
    parts = []
    for table in PARTS:
        row = pa.struct([_field(column) for column in _columns_in_meeting(table)])
        rows = pa.list_(pa.field("element", row, nullable=False))
        parts.append(pa.field(table.name, rows, nullable=False))
    return pa.struct([*own, *parts])


def meeting_value(meeting: Meeting) -> Record:
    """Return a meeting as a value of `meeting_type`.

    Raises:
        SchemaError: when the meeting breaks the rules of the model.
    """
    record = record_of(meeting)
    value = _row(record, _columns_in_meeting(MEETINGS))
    for table in PARTS:
        value[table.name] = [_row(part, _columns_in_meeting(table)) for part in record[table.name]]
    return value


def reading_schema() -> pa.Schema:
    """Return the schema of readings: the id of the text, its meetings, and what went wrong.

    A meeting is one nested value: the columns of the table "meetings", and lists of rows of the other tables.
    """
    meetings = pa.list_(pa.field("element", meeting_type(), nullable=False))
    return pa.schema(
        [
            pa.field("id", pa.string(), nullable=False),
            pa.field("meetings", meetings, nullable=False),
            pa.field("error", pa.string()),
        ]
    )


def parse_batches(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Parse the texts of record batches; yield a batch of readings for each, row for row.

    Batches have a column text, and may have id (else the number of the row), published (dates, times or text
    that starts with YYYY-MM-DD), issuer and url; other columns are passed over. The result has the schema
    `reading_schema()`. No text ends the run: what goes wrong stands in the column error.
    """
    # The parser loads on first use, by its name: to all else here it is unknown.
    parsed: Iterator[pa.RecordBatch] = import_module("diplo.corpus.batches").parse_batches(batches)
    return parsed


def _columns_in_meeting(table: Table) -> list[Column]:
    """Return the columns of a table but for those that lead to another."""
    return [column for column in table.columns if column.name not in table.foreign_keys]


def _field(column: Column) -> pa.Field[Any]:
    """Return the field of a column."""
    nullable = not column.required and column.kind not in {Kind.LIST, Kind.SPANS}
    metadata = {"description": column.description}
    return pa.field(column.name, _TYPES[column.kind], nullable=nullable, metadata=metadata)


def _row(record: Record, columns: Iterable[Column]) -> Record:
    """Return the values of a row by the names of the columns."""
    return {column.name: _write(value_of(record, column), column.kind) for column in columns}


def _write(value: Any, kind: Kind) -> Any:
    """Return a plain value as Arrow takes it."""
    match kind, value:
        case _, None:
            return None
        case Kind.TEXT, _:
            return escape(value)
        case Kind.LIST, _:
            return [escape(member) for member in value]
        case Kind.DATE, _:
            return dt.date.fromisoformat(value)
    return value


def _read(value: Any, kind: Kind) -> Any:
    """Return a plain value for one that Arrow gave."""
    match kind, value:
        case Kind.LIST | Kind.SPANS, None:
            return []
        case _, None:
            return None
        case Kind.TEXT, _:
            return _unescape(value)
        case Kind.LIST, _:
            return [member and _unescape(member) for member in value]
        case Kind.DATE, _:
            return value.isoformat()
    return value


def escape(text: str) -> str:
    """Write halves of surrogate pairs in letters."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def _unescape(text: str) -> str:
    """Put back what was escaped."""
    return _ESCAPE.sub(lambda found: chr(int(found.group(1), 16)), text)


def _rows(table: Table, found: pa.Table) -> list[Row]:
    """Read every row of a table."""
    version = (found.schema.metadata or {}).get(_VERSION, SCHEMA_VERSION.encode())
    if version != SCHEMA_VERSION.encode():
        path = f"{table.name}, metadata"
        raise SchemaError(path, version, f"the version {SCHEMA_VERSION!r}")
    columns = {column.name: column for column in table.columns}
    for name in found.column_names:
        if name not in columns or found.column_names.count(name) > 1:
            path = f"{table.name}, column {name}"
            raise SchemaError(path, name, "the name of a column of this table, once")
    values = {name: _values(table, column, found) for name, column in columns.items()}
    rows = [Row(table, f"{table.name}, row {number}", {}) for number in range(found.num_rows)]
    for name, column in columns.items():
        for row, value in zip(rows, values[name], strict=True):
            row.fill(column, _read(value, column.kind))
    return rows


def _values(table: Table, column: Column, found: pa.Table) -> list[Any]:
    """Return the values of a column in its own type."""
    path = f"{table.name}, column {column.name}"
    if column.name not in found.column_names:
        raise SchemaError(path, attrs.NOTHING, "a column of this name")
    values: Any = found.column(column.name)
    try:
        return list(values.cast(_TYPES[column.kind]).to_pylist())
    except pa.ArrowException:
        raise SchemaError(path, values.type, f"values of the type {_TYPES[column.kind]}") from None
