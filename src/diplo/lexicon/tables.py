"""The tables of a file of vocabulary, which name the place of what is missing or unknown."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from diplo.errors import LexiconError

_LINE_OF_FAULT = re.compile(r"at line (\d+)")
_QUOTED = re.compile("'(.*?)'")

Built = TypeVar("Built")


class Table(Mapping[str, Any]):
    """A table of a TOML file that remembers which of its keys somebody asked for."""

    def __init__(self, file: str, text: str, values: Mapping[str, Any], path: str = "") -> None:
        """Keep the values, and where they stand: `path` is "report" for `[report]`."""
        self.file, self.path = file, path
        self._text, self._values = text, values
        self._asked: set[str] = set()
        self._tables: dict[str, Table] = {}

    @classmethod
    def of(cls, file: str, text: str) -> Table:
        """Return the outermost table of a file.

        Raises:
            LexiconError: when the text is no TOML.
        """
        try:
            return cls(file, text, tomllib.loads(text))
        except tomllib.TOMLDecodeError as error:
            line = _LINE_OF_FAULT.search(str(error))
            raise LexiconError(file, int(line[1]) if line else None, str(error)) from error

    def __getitem__(self, key: str) -> Any:
        """Return a value, a table as a `Table`.

        Raises:
            LexiconError: when the key is missing; it names the line where the table starts.
        """
        self._asked.add(key)
        if key not in self._values:
            where = f"[{self.path}]" if self.path else "the file"
            raise LexiconError(self.file, self._line_of_header(self.path), f"{where} lacks the key {key!r}")
        value = self._values[key]
        if not isinstance(value, Mapping):
            return value
        if key not in self._tables:
            inner = f"{self.path}.{key}" if self.path else key
            self._tables[key] = Table(self.file, self._text, value, inner)
        return self._tables[key]

    def __contains__(self, key: object) -> bool:
        """Tell whether there is such a key, without asking for it."""
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        """Yield the keys."""
        return iter(self._values)

    def __len__(self) -> int:
        """Return the number of keys."""
        return len(self._values)

    def build(self, builder: Callable[[Mapping[str, Any]], Built]) -> Built:
        """Return what a builder makes of the table.

        Raises:
            LexiconError: when it lacks a key, or holds a value of another kind or one that the model lacks.
        """
        try:
            return builder(self)
        except LexiconError:
            raise
        except (AttributeError, TypeError, ValueError) as error:
            word = _QUOTED.search(str(error))
            line = self._line_of_word(word[1]) if word else None
            raise LexiconError(self.file, line, str(error)) from error

    def check(self) -> None:
        """Make sure that somebody asked for every key of the table and of those inside.

        Raises:
            LexiconError: when a key is unknown; it names its line.
        """
        for key in self._values:
            if key not in self._asked:
                name = f"{self.path}.{key}" if self.path else key
                line = self._line_of_header(name) or self._line_of_key(key)
                raise LexiconError(self.file, line, f"unknown key {name!r}")
        for table in self._tables.values():
            table.check()

    def _line_of_word(self, word: str) -> int | None:
        """Return the first line on which a word or phrase stands as a value or a key."""
        return self._line(rf'"{re.escape(word)}"|^{re.escape(word)} *=')

    def _line_of_header(self, path: str) -> int | None:
        """Return the line of the header of a table."""
        return self._line(rf"^\[{re.escape(path)}\]") if path else None

    def _line_of_key(self, key: str) -> int | None:
        """Return the line of a key behind the header of this table."""
        start = re.search(rf"^\[{re.escape(self.path)}\]", self._text, re.MULTILINE) if self.path else None
        return self._line(rf'^"?{re.escape(key)}"? *=', start.end() if start else 0)

    def _line(self, pattern: str, start: int = 0) -> int | None:
        """Return the number of the line where a pattern is first found, from 1."""
        found = re.compile(pattern, re.MULTILINE).search(self._text, start)
        return self._text.count("\n", 0, found.start()) + 1 if found else None
