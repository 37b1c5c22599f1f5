"""The texts that the arguments of a command name."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from diplo.corpus import Readout, read_file, read_jsonl, read_parquet, text_files
from diplo.corpus.readers import decode
from diplo.errors import MissingExtraError

_STDIN = Path("-")


def find_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files that the arguments name; for a folder, the texts and pages in it, else the folder."""
    return [file for path in paths for file in (path.is_dir() and text_files(path)) or (path,)]


def read_sources(
    files: Iterable[Path], *, published: dt.date | None = None, issuer: str | None = None
) -> Iterator[Readout]:
    """Yield the texts of files; day and issuer are for those that do not state their own.

    A text without an address gets that of its file, so that every output tells where a meeting was read.
    """
    for file in files:
        for readout in _readouts(file):
            yield attrs.evolve(
                readout,
                published=readout.published or published,
                issuer=readout.issuer or issuer,
                url=readout.url or (None if file == _STDIN else file.as_posix()),
            )


def _readouts(file: Path) -> Iterator[Readout]:
    """Yield the texts of one file; one that cannot be opened is a text with a fault."""
    if file == _STDIN:
        text, fault = decode(sys.stdin.buffer.read(), "-")
        yield Readout(id="-", text=text, fault=fault)
        return
    if file.is_dir():
        fault = f"{file.as_posix()}: there is no .txt, .html or .htm file in this folder"
        yield Readout(id=file.as_posix(), text="", fault=fault)
        return
    try:
        match file.suffix.lower():
            case ".jsonl":
                yield from read_jsonl(file)
            case ".parquet":
                yield from read_parquet(file)
            case _:
                yield read_file(file)
    except (MissingExtraError, OSError, ValueError) as error:  # pyarrow's for other files are ValueErrors
        yield Readout(id=file.as_posix(), text="", fault=str(error))
