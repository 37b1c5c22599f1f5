"""What a run says beside its output: progress, what went wrong, and how it ended."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import attrs
from rich.console import Console
from rich.progress import track

from diplo.cli.show import printable
from diplo.corpus import Reading
from diplo.errors import DiploError

FAULTS = 1
INTERRUPTED = 130
PIPE_CLOSED = 141
_FEW = 5


@attrs.define
class Report:
    """Tells on stderr what went wrong, and counts it."""

    console: Console = attrs.field(factory=lambda: Console(stderr=True, highlight=False, soft_wrap=True))
    faults: int = 0

    def fault(self, message: str) -> None:
        """Tell of one thing that went wrong."""
        self.faults += 1
        self.console.print(printable(f"diplo: {message}"), markup=False, emoji=False)

    def watched(self, readings: Iterable[Reading]) -> Iterator[Reading]:
        """Yield readings, and tell of those with an error."""
        for reading in readings:
            if reading.error:
                named = reading.error.startswith(reading.id)
                self.fault(reading.error if named else f"{reading.id}: {reading.error}")
            yield reading

    def progress(self, files: Sequence[Path]) -> Iterable[Path]:
        """Yield files, with a bar for more than a few when somebody looks on."""
        if len(files) <= _FEW or not self.console.is_terminal:
            return files
        return track(files, "Reading", console=self.console, transient=True)


@contextmanager
def reporting() -> Iterator[Report]:
    """Run a command; end it with the exit code that tells how it went, and no traceback."""
    report = Report()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a screen that cannot show a character shows another
    try:
        yield report
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left is for nobody
        raise SystemExit(PIPE_CLOSED) from None
    except KeyboardInterrupt:
        raise SystemExit(INTERRUPTED) from None
    except (DiploError, OSError) as error:
        report.fault(str(error))
    if report.faults:
        raise SystemExit(FAULTS)
