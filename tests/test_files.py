"""Whatever goes wrong while an output is written, the earlier one stays whole."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs
import pytest
from tests.strategies import sample

from diplo.cli.outputs import Format, write
from diplo.cli.report import Report
from diplo.corpus import Reading
from diplo.formats.csv import write_csv
from diplo.formats.events import Event, to_events, write_events
from diplo.model import Meeting, Source

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="permissions and limits of POSIX")

Writer = Callable[[Iterator[Meeting], Path], None]
NOBODY = 65534


def by_command(chosen: Format, name: str) -> Writer:
    """Return what the command line does for a format and an output of this name in a folder."""

    def run(meetings: Iterator[Meeting], folder: Path) -> None:
        """Write each meeting as that of a text of its own."""
        readings = (Reading(id=meeting.id, meetings=(meeting,)) for meeting in meetings)
        write(readings, chosen, folder / name, Report())

    return run


def events(meetings: Iterator[Meeting], folder: Path) -> None:
    """Write the events of meetings."""
    found: Iterator[Event] = (event for meeting in meetings for event in to_events([meeting]))
    write_events(found, folder / "events.csv")


WRITERS: dict[str, Writer] = {
    "write_csv": write_csv,
    "write_events": events,
    "csv": by_command(Format.CSV, "tables"),
    "parquet": by_command(Format.PARQUET, "tables"),
    "html": by_command(Format.HTML, "pages"),
    "json": by_command(Format.JSON, "out.json"),
    "jsonl": by_command(Format.JSONL, "out.jsonl"),
    "table": by_command(Format.TABLE, "out.txt"),
}


def meetings(count: int, size: int = 0) -> Iterator[Meeting]:
    """Yield meetings whose texts are so many characters longer than that of the sample."""
    for number in range(count):
        # Parquet would press one letter over and over into nothing.
        text = sample().source.text + "".join(chr(0x4E00 + number * 7919 % 20_000) for number in range(size))
        yield attrs.evolve(sample(), id=f"m{number}", title=text, source=Source(text=text))


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file below a folder, hidden ones included."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@contextmanager
def full_disk(_folder: Path) -> Iterator[None]:
    """Let no file grow beyond two thousand bytes."""
    import resource  # noqa: PLC0415 (Windows has none)

    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        signal.signal(signal.SIGXFSZ, handler)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Take the right to write into a folder and all below it; who may do everything becomes nobody."""
    folders = [folder, *(path for path in folder.rglob("*") if path.is_dir())]
    root = os.geteuid() == 0
    for each in folders:
        each.chmod(0o555)
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        for each in folders:
            each.chmod(0o755)


@contextmanager
def no_trouble(_folder: Path) -> Iterator[None]:
    """Change nothing."""
    yield


def interrupted(count: int) -> Iterator[Meeting]:
    """Yield some meetings; then somebody presses the keys."""
    yield from meetings(count)
    raise KeyboardInterrupt


@pytest.fixture
def folder() -> Iterator[Path]:
    """Return a folder that anybody can enter."""
    with TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        yield Path(made)


@pytest.mark.parametrize(
    ("trouble", "given", "error"),
    [
        (full_disk, lambda: meetings(20, 2000), OSError),
        (read_only, lambda: meetings(3), PermissionError),
        (no_trouble, lambda: interrupted(2), KeyboardInterrupt),
    ],
    ids=["full disk", "read-only folder", "interrupt"],
)
@pytest.mark.parametrize("writer", WRITERS)
def test_trouble_leaves_the_earlier_output_whole(
    writer: str,
    trouble: Callable[[Path], AbstractContextManager[None]],
    given: Callable[[], Iterator[Meeting]],
    error: type[BaseException],
    folder: Path,
) -> None:
    """A full disk, a folder that nobody may write into and an interrupt change no file and leave none."""
    write_output = WRITERS[writer]
    write_output(meetings(2), folder)
    before = contents(folder)
    assert before

    with pytest.raises(error), trouble(folder):
        write_output(given(), folder)

    assert contents(folder) == before


@pytest.mark.parametrize("writer", WRITERS)
def test_nothing_is_left_of_a_first_output_that_failed(writer: str, folder: Path) -> None:
    """Where there was no earlier output there is none afterwards."""
    with pytest.raises(KeyboardInterrupt):
        WRITERS[writer](interrupted(2), folder)

    assert contents(folder) == {}
