"""What was read, in the format that was asked for."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import TextIO

import click

from diplo.cli.report import Report
from diplo.cli.show import printable, table
from diplo.corpus import Reading
from diplo.formats.csv import write_csv
from diplo.formats.html import render
from diplo.formats.json import to_json
from diplo.formats.staging import replaced_together
from diplo.model import Meeting

_UNSAFE_IN_NAME = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 80
_PAGES = {".html", ".htm"}


class Format(StrEnum):
    """What is written: to the screen or a file, `CSV` and `PARQUET` to a folder, `HTML` to either."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    HTML = "html"
    PARQUET = "parquet"


def write(readings: Iterable[Reading], chosen: Format, output: Path | None, report: Report) -> None:
    """Write what was read.

    Raises:
        click.UsageError: when the format needs an output that was not given.
    """
    if chosen in {Format.CSV, Format.PARQUET} and output is None:
        message = f"--format {chosen} writes several files: give a folder with -o"
        raise click.UsageError(message)
    match chosen, output:
        case (Format.HTML, Path()) if output.suffix.lower() not in _PAGES:
            _write_pages(readings, output)
        case (Format.CSV, Path()):
            write_csv(_once(readings, report), output)
        case (Format.PARQUET, Path()):
            _write_parquet(_once(readings, report), output)
        case _:
            with opened(output) as file:
                for part in _parts(readings, chosen, file):
                    file.write(part)


def page_name(number: int, name: str) -> str:
    """Return a file name for a page that stays in its folder, whatever the text was called."""
    safe = _UNSAFE_IN_NAME.sub("-", PurePosixPath(name).stem).strip("-.")
    return f"{number:04}-{safe[:_LONGEST_NAME] or 'text'}.html"


def _parts(readings: Iterable[Reading], chosen: Format, file: TextIO) -> Iterator[str]:
    """Yield the parts of an output that is one text."""
    match chosen:
        case Format.JSON:
            yield to_json(list(_meetings(readings)), indent=2) + "\n"
        case Format.JSONL:
            yield from (to_json(meeting) + "\n" for meeting in _meetings(readings))
        case Format.HTML:
            yield _only_page(list(_meetings(readings)))
        case _:
            width = width_of(file)
            for reading in readings:
                if not reading.meetings and not reading.error:
                    yield f"{printable(reading.id)}: reports no meeting\n\n"
                yield from (table(reading.id, meeting, width) for meeting in reading.meetings)


def _only_page(meetings: list[Meeting]) -> str:
    """Return the page of the one meeting."""
    if len(meetings) != 1:
        message = f"a page holds one meeting, and there are {len(meetings)}: give a folder with -o"
        raise click.UsageError(message)
    return render(meetings[0])


def _write_pages(readings: Iterable[Reading], folder: Path) -> None:
    """Write a page for each meeting."""
    found = ((reading.id, meeting) for reading in readings for meeting in reading.meetings)
    with replaced_together(folder) as staging:
        for number, (name, meeting) in enumerate(found, 1):
            page = staging / page_name(number, name)
            page.write_text(render(meeting), encoding="utf-8", newline="")


def _write_parquet(meetings: Iterator[Meeting], folder: Path) -> None:
    """Write one Parquet file for each table."""
    from diplo.formats.arrow import to_tables  # noqa: PLC0415 (first: says what to install)

    # isort: split
    from pyarrow.parquet import write_table  # noqa: PLC0415

    tables = to_tables(meetings)
    with replaced_together(folder) as staging:
        for name, content in tables.items():
            write_table(content, staging / f"{name}.parquet")


def _meetings(readings: Iterable[Reading]) -> Iterator[Meeting]:
    """Yield all meetings."""
    return (meeting for reading in readings for meeting in reading.meetings)


def _once(readings: Iterable[Reading], report: Report) -> Iterator[Meeting]:
    """Yield all meetings for tables, which hold each once; tell of a text that came before."""
    first: dict[str, str] = {}
    for reading in readings:
        for meeting in reading.meetings:
            if meeting.id in first:
                report.fault(f"{reading.id}: left out, has the same text as {first[meeting.id]}")
                break
            first[meeting.id] = reading.id
            yield meeting


def width_of(file: TextIO) -> int | None:
    """Return how wide a terminal is; `None` for any other file."""
    return shutil.get_terminal_size().columns if file.isatty() else None


@contextmanager
def opened(output: Path | None) -> Iterator[TextIO]:
    """Open a file that appears when it is whole, or the screen."""
    if output is None:
        yield sys.stdout
        return
    with (
        replaced_together(output.parent) as staging,
        (staging / output.name).open("w", encoding="utf-8", errors="replace", newline="") as file,
    ):
        yield file
