"""The texts of a folder or of a file, one after another."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import attrs

from diplo.corpus.readouts import Readout

_PAGES = {".html", ".htm"}
_TEXTS = {".txt", *_PAGES}


def read_folder(folder: str | os.PathLike[str]) -> Iterator[Readout]:
    """Yield the text of every .txt, .html and .htm file below a folder, in the order of their paths.

    The path from the folder is the id. Texts are read as UTF-8. Bytes that are none become U+FFFD in the text
    and are told of in `fault`; so is a file that cannot be read at all. Pages need the extra `web`, and give
    the day of publication and the address that they state.

    Raises:
        NotADirectoryError: when there is no such folder.
        MissingExtraError: at the first page, without that extra.
    """
    home = Path(folder)
    if not home.is_dir():
        raise NotADirectoryError(folder)
    return (read_file(path, path.relative_to(home).as_posix()) for path in text_files(home))


def text_files(folder: str | os.PathLike[str]) -> list[Path]:
    """Return the files below a folder that hold texts or pages, in the order of their paths."""
    paths = sorted(Path(folder).rglob("*"))
    return [path for path in paths if path.suffix.lower() in _TEXTS and path.is_file()]


def read_file(file: str | os.PathLike[str], name: str | None = None) -> Readout:
    """Return the text of a file, or of the page in it; its id is `name`, else the path."""
    path = Path(file)
    name = name or path.as_posix()
    try:
        content = path.read_bytes()
    except OSError as error:
        return Readout(id=name, text="", fault=f"{name}: {error.strerror}")
    if path.suffix.lower() in _PAGES:
        return _page(content, name)
    text, fault = decode(content, name)
    return Readout(id=name, text=text, fault=fault)


def read_jsonl(file: str | os.PathLike[str]) -> Iterator[Readout]:
    """Yield the text of every line of a file in JSON Lines: `{"text": "...", "published": "2024-03-12"}`.

    A line can also have an id, an issuer and a url; other keys are passed over. Without an id, the name of
    the file and the number of the line are it. What cannot be read is told of in `fault`, with the byte.

    Raises:
        OSError: when the file cannot be opened.
    """
    path = Path(file)
    offset = 0
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _line(line, f"{path.name}, line {number}", offset)
            offset += len(line)


def read_parquet(file: str | os.PathLike[str]) -> Iterator[Readout]:
    """Yield the text of every row of a Parquet file with a column text, and perhaps those of `read_jsonl`.

    Needs the extra `arrow`.

    Raises:
        OSError, pyarrow.ArrowException: when the file is no Parquet file.
    """
    return import_module("diplo.corpus.batches").readouts_of_parquet(Path(file))  # type: ignore[no-any-return]


def _page(content: bytes, name: str) -> Readout:
    """Return the text of a page, which says itself how it is encoded."""
    read_page = import_module("diplo.web").read_page
    try:
        page = read_page(content)
    except ValueError as error:
        return Readout(id=name, text="", fault=f"{name}: {error}")
    return Readout(id=name, text=page.text, published=page.published, url=page.url)


def _line(line: bytes, place: str, offset: int) -> Readout:
    """Return the text of a line in JSON."""
    text, fault = decode(line, place, offset)
    try:
        record: Any = json.loads(text)
    except (RecursionError, ValueError) as error:
        column = getattr(error, "pos", 0)
        byte = offset + len(text[:column].encode())
        return Readout(id=place, text="", fault=fault or f"{place}, byte {byte}: no JSON")
    if not isinstance(record, dict):
        return Readout(id=place, text="", fault=f"{place}, byte {offset}: no JSON object")
    readout = Readout.from_record(record, place)
    return attrs.evolve(readout, fault="; ".join(filter(None, (fault, readout.fault))) or None)


def decode(content: bytes, place: str, offset: int = 0) -> tuple[str, str | None]:
    """Return bytes as text, and where the first is that is no UTF-8; `offset` is that of the first of all."""
    try:
        return content.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        byte = offset + error.start
        found = error.object[error.start : error.end].hex(" ")
        return content.decode("utf-8-sig", "replace"), f"{place}, byte {byte}: no UTF-8 ({found})"
