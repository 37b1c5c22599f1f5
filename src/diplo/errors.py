"""Everything that diplo raises on purpose."""

from __future__ import annotations

import reprlib
from typing import Any

_SHORT = reprlib.Repr()
_SHORT.maxstring = _SHORT.maxother = 80


class DiploError(Exception):
    """The base of all errors that diplo raises on purpose."""


class NoMeetingError(DiploError, ValueError):
    """`parse` was given a text that reports no meeting."""

    def __str__(self) -> str:
        """Say what to call instead."""
        return "the text reports no meeting; parse_all() gives () for such texts"


class SchemaError(DiploError, ValueError):
    """A JSON document or a CSV table is not what diplo writes.

    Attributes:
        path: where the fault is: `$.meetings[0].topics[2].span.start`, or
            `topics.csv, row 3, column span_start`, where row 1 is the header.
        value: what stands there; `attrs.NOTHING` when nothing does.
        expected: what should stand there.
    """

    def __init__(self, path: str, value: Any, expected: str) -> None:
        """Keep the place, the value found and what was expected."""
        super().__init__(path, value, expected)
        self.path = path
        self.value = value
        self.expected = expected

    def __str__(self) -> str:
        """Name them, the value cut to a length that fits a line."""
        shown = _SHORT.repr(self.value)
        if len(shown) > 80:
            shown = shown[:77] + "..."
        return f"{self.path}: expected {self.expected}, found {shown}"


class LexiconError(DiploError, ValueError):
    """A file of the lexicon holds something that diplo cannot use.

    Attributes:
        file: name of the file.
        line: number of the line, from 1; `None` when the fault is in no single line.
        fault: what is wrong there.
    """

    def __init__(self, file: str, line: int | None, fault: str) -> None:
        """Keep the file, the line and the fault."""
        super().__init__(file, line, fault)
        self.file = file
        self.line = line
        self.fault = fault

    def __str__(self) -> str:
        """Name them."""
        return f"{self.file}{f', line {self.line}' if self.line else ''}: {self.fault}"


class PageError(DiploError, ValueError):
    """A web page cannot be read: it is too large or nested too deeply, or so broken that nothing is found.

    Attributes:
        fault: what is wrong, and how much of it may be.
    """

    def __init__(self, fault: str) -> None:
        """Keep the fault."""
        super().__init__(fault)
        self.fault = fault


class MissingExtraError(DiploError, ImportError):
    """A module of diplo needs a package that is not installed.

    Attributes:
        extra: the extra of diplo that brings the package.
    """

    def __init__(self, module: str, extra: str) -> None:
        """Keep the module and the extra."""
        super().__init__(f'{module} needs more packages: pip install "diplo[{extra}]"', name=module)
        self.extra = extra
