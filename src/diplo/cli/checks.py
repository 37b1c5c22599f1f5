"""Outputs read back, to see whether they are what diplo writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from diplo.formats.csv import read_csv
from diplo.formats.datapackage import DESCRIPTOR
from diplo.formats.json import from_json
from diplo.model import Meeting

Content = TypeVar("Content", bytes, Path)


def check_output(output: Path) -> Iterator[int | str]:
    """Yield for every part of an output the number of its meetings, or what is wrong with it.

    A line of JSON Lines is a part; a file in JSON and a folder of tables have only one.
    """
    if output.suffix.lower() != ".jsonl":
        yield _number(output, _read)
        return
    with output.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            found = _number(line, _documents)
            yield found if isinstance(found, int) else f"line {number}, {found}"


def _number(content: Content, read: Callable[[Content], tuple[Meeting, ...]]) -> int | str:
    """Return the number of meetings, or what is wrong."""
    try:
        return len(read(content))
    except ValueError as error:  # SchemaError is one, and so are the errors for files that are no Parquet
        return str(error)


def _read(output: Path) -> tuple[Meeting, ...]:
    """Read a file in JSON, or a folder of tables."""
    if not output.is_dir():
        return _documents(output.read_bytes())
    if (output / DESCRIPTOR).exists() or not (output / "meetings.parquet").exists():
        return read_csv(output)
    from diplo.formats.arrow import from_tables  # noqa: PLC0415 (first: says what to install)

    # isort: split
    from pyarrow.parquet import read_table  # noqa: PLC0415

    return from_tables({file.stem: read_table(file) for file in sorted(output.glob("*.parquet"))})


def _documents(text: bytes) -> tuple[Meeting, ...]:
    """Read a document in JSON, of one meeting or of several."""
    found = from_json(text)
    return (found,) if isinstance(found, Meeting) else found
