"""Texts as record batches of Arrow, parsed by whatever engine brings them: Dask, Spark, DuckDB, Ray.

Formats know nothing of the parser, so `diplo.formats.arrow.parse_batches` is done here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from diplo.formats.arrow import escape, meeting_value, reading_schema  # first: says what to install

# isort: split
import pyarrow as pa

from diplo.corpus.parsing import read
from diplo.corpus.readouts import Reading, Readout

_FIELDS: list[pa.Field[Any]] = [
    pa.field("id", pa.string(), nullable=False),
    pa.field("text", pa.string(), nullable=False),
    pa.field("published", pa.date32()),
    pa.field("issuer", pa.string()),
    pa.field("url", pa.string()),
]
_TEXTS = pa.schema(_FIELDS)


def parse_batches(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Parse the texts of record batches, as `diplo.formats.arrow.parse_batches` says."""
    schema = reading_schema()
    number = 0
    for batch in batches:
        rows = [_row(read(readout)) for readout in readouts_of_batch(batch, "row", number)]
        number += batch.num_rows
        yield pa.RecordBatch.from_pylist(rows, schema=schema)


def to_batches(texts: Iterable[Readout], *, rows: int = 256) -> Iterator[pa.RecordBatch]:
    """Yield texts as record batches of some rows each, to be sent to a cluster or written to Parquet."""
    texts = iter(texts)
    while chunk := list(islice(texts, rows)):
        records = [
            {
                "id": escape(readout.id),
                "text": escape(readout.text),
                "published": readout.published,
                "issuer": readout.issuer and escape(readout.issuer),
                "url": readout.url and escape(readout.url),
            }
            for readout in chunk
        ]
        yield pa.RecordBatch.from_pylist(records, schema=_TEXTS)


def readouts_of_batch(batch: pa.RecordBatch, place: str, first: int = 0) -> Iterator[Readout]:
    """Yield the readout of every row; rows are counted on from `first`."""
    columns = [name for name in _TEXTS.names if name in batch.schema.names]
    for number, record in enumerate(batch.select(columns).to_pylist(), first):
        yield Readout.from_record(record, f"{place} {number}")


def readouts_of_parquet(file: Path) -> Iterator[Readout]:
    """Yield the readout of every row of a Parquet file, from 0, a few hundred rows at a time."""
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415 - engines that run parse_batches need no files

    number = 0
    with ParquetFile(file) as parquet:
        columns = [name for name in _TEXTS.names if name in parquet.schema_arrow.names]
        for batch in parquet.iter_batches(batch_size=256, columns=columns):
            yield from readouts_of_batch(batch, f"{file.name}, row", number)
            number += batch.num_rows


def _row(reading: Reading) -> dict[str, object]:
    """Return a reading as a row."""
    return {
        "id": escape(reading.id),
        "meetings": [meeting_value(meeting) for meeting in reading.meetings],
        "error": reading.error and escape(reading.error),
    }
