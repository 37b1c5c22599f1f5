"""Test cases that carry their answers inline, so that nobody counts offsets.

A case is a title, settings if it needs any (`published: 2024-05-03`, `issuer: OM`), and between two lines
that hold a dot the text, with marks such as `[Ana Lima](person foreign_minister PT)`: the words, then what
they are. The first word of a label is its kind, the others its values; a value with spaces stands in quotes,
a value with a name is written `due=2025`. Marks nest. Everything of the kind of a file is marked in it: what
is read without a mark is an error as much as a mark without a reading. What a file marks:

- people: `(person OFFICE COUNTRY)` each name, `role=`, `org=`; `(again)` the same person further on.
- dates: `(date EDTF)`, `(date ?)` for days that cannot be told.
- entities: `(person ...)` took part, `(mentioned ...)` did not, `(unnamed OFFICE COUNTRY)` took part without
  a name, `(again NAME)` another form of a name, `(speaker NAME)` words whose verb of saying is that person's.
- encounters: `(principal)`, `(attended)`, with office and country for somebody unnamed; `(in_person)`,
  `(phone)`, `(video)`, `(unstated)`; `(date EDTF)`, `(city COUNTRY)`, `(country COUNTRY)`, `(venue COUNTRY)`;
  `in=2` or `in=1,2` tells of which meeting, where there are several.
- statements: `(ACT SPEAKER ...)` at the words where it starts, most often the verb; `to=` the addressee.
- topics: `(topic NAME ...)` with those who raised it, `sectors=energy,space`.
- commitments: `(KIND actors=OM,PT recipients=PT due=2025 count=3 status=concluded)`; planned if not said.

A case that is right by the labelling rules and that diplo still misreads says so in a setting,
`missed: what goes wrong`. Its test is expected to fail, and fails the suite once the case is read right.

A statement or a topic without a name is that of all sides, or of nobody who is named.
"""

from __future__ import annotations

import datetime as dt
import shlex
from collections.abc import Iterator
from pathlib import Path

import attrs

_DOT = "."


class CaseError(ValueError):
    """A case file that is not written as it should be: the message names file and line."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        """Say what is wrong, and where."""
        super().__init__(f"{path.name}:{line}: {problem}")


@attrs.frozen
class Mark:
    """Words of a text, from code point `start` to `end`, and what they are."""

    start: int
    end: int
    words: str
    kind: str
    values: tuple[str, ...]
    named: dict[str, str]


@attrs.frozen
class Case:
    """A text with its marks, in the order in which they start."""

    title: str
    place: str
    text: str
    marks: tuple[Mark, ...]
    published: dt.date | None
    issuer: str | None
    missed: str | None


def read_cases(path: Path) -> Iterator[Case]:
    """Yield the cases of a file.

    Raises:
        CaseError: when a case lacks its dots, its title is used twice, or a mark is broken.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    titles: set[str] = set()
    number = 0
    while number < len(lines):
        if not lines[number].strip():
            number += 1
            continue
        start = number
        try:
            opened = lines.index(_DOT, start)
            closed = lines.index(_DOT, opened + 1)
        except ValueError:
            raise CaseError(path, start + 1, "a case without the two lines that hold a dot") from None
        title = lines[start]
        if title in titles:
            raise CaseError(path, start + 1, f"a second case with the title {title!r}")
        titles.add(title)
        yield _case(path, start, lines[start:opened], lines[opened + 1 : closed])
        number = closed + 1


def _case(path: Path, start: int, head: list[str], body: list[str]) -> Case:
    """Return the case whose title stands in a line."""
    settings: dict[str, str] = {}
    for number, line in enumerate(head[1:], start + 2):
        name, colon, value = line.partition(": ")
        if not colon or name not in {"published", "issuer", "missed"}:
            raise CaseError(path, number, f"no setting, and no dot: {line!r}")
        settings[name] = value.strip()
    first = start + len(head) + 2
    text, marks = _without_marks(path, first, "\n".join(body))
    try:
        published = dt.date.fromisoformat(settings["published"]) if "published" in settings else None
    except ValueError as error:
        raise CaseError(path, start + 2, str(error)) from None
    place = f"{path.name}:{start + 1}"
    return Case(head[0], place, text, marks, published, settings.get("issuer"), settings.get("missed"))


def _without_marks(path: Path, first: int, source: str) -> tuple[str, tuple[Mark, ...]]:
    """Return the plain text of a case, and its marks."""
    plain: list[str] = []
    marks: list[Mark] = []
    opened: list[int] = []
    index = 0
    while index < len(source):
        sign = source[index]
        line = first + source.count("\n", 0, index)
        if sign == "[":
            opened.append(len(plain))
        elif sign == "]":
            close = source.find(")", index)
            if not opened or source[index + 1 : index + 2] != "(" or close < 0:
                raise CaseError(path, line, "a bracket that belongs to no mark")
            start = opened.pop()
            label = _label(path, line, source[index + 2 : close])
            marks.append(Mark(start, len(plain), "".join(plain[start:]), *label))
            index = close
        else:
            plain.append(sign)
        index += 1
    if opened:
        raise CaseError(path, first, "a bracket that is not closed")
    return "".join(plain), tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))


def _label(path: Path, line: int, label: str) -> tuple[str, tuple[str, ...], dict[str, str]]:
    """Return the kind, the values and the named values of a label."""
    try:
        words = shlex.split(label)
    except ValueError as error:
        raise CaseError(path, line, f"{error}: {label!r}") from None
    if not words:
        raise CaseError(path, line, "a mark without a label")
    values = tuple(word for word in words[1:] if "=" not in word)
    named = dict(word.split("=", 1) for word in words[1:] if "=" in word)
    return words[0], values, named
