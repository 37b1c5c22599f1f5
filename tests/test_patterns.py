"""No regular expression tries the same letters in several ways; `benchmarks/patterns.py` measures it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from tests.scripts import load_script

import diplo

PARSER: Any = import_module("re._parser")
COMPILER: Any = import_module("re._compiler")
GREEDY = {"MAX_REPEAT", "MIN_REPEAT"}
LETTERS = [chr(code) for code in range(0x250)]
PATTERNS: dict[str, re.Pattern[Any]] = load_script("benchmarks/patterns.py").patterns()


def is_endless(operation: Any, argument: Any) -> bool:
    """Tell whether an item repeats without a bound and can give back what it took."""
    return str(operation) in GREEDY and argument[1] == PARSER.MAXREPEAT


def parts(operation: Any, argument: Any) -> Iterator[Sequence[Any]]:
    """Yield the sequences of items within an item."""
    match str(operation):
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            yield argument[2]
        case "SUBPATTERN":
            yield argument[-1]
        case "BRANCH":
            yield from argument[1]
        case "ATOMIC_GROUP":
            yield argument
        case "ASSERT" | "ASSERT_NOT":
            yield argument[1]


def has_endless(items: Sequence[Any]) -> bool:
    """Tell whether there is an endless repeat at any depth of a sequence."""
    return any(
        is_endless(operation, argument) or any(map(has_endless, parts(operation, argument)))
        for operation, argument in items
    )


def takes(state: Any, items: Sequence[Any]) -> set[str]:
    """Return the letters with which what some items match can start."""
    body = COMPILER.compile(PARSER.SubPattern(state, list(items)))
    return {letter for letter in LETTERS if body.match(letter)}


def faults(state: Any, items: Sequence[Any]) -> Iterator[str]:
    """Yield what lets a sequence try the same letters in several ways."""
    before: set[str] = set()
    for operation, argument in items:
        for part in parts(operation, argument):
            yield from faults(state, part)
        if is_endless(operation, argument):
            if has_endless(argument[2]):
                yield "an endless repeat within an endless repeat"
            letters = takes(state, argument[2])
            if letters & before:
                yield f"two endless repeats of {min(letters & before)!r} one after the other"
            before |= letters
        elif not (str(operation) in GREEDY and argument[0] == 0):
            before = set()


def check(source: str | bytes, flags: int = 0) -> list[str]:
    """Return what is wrong with a pattern."""
    parsed = PARSER.parse(source, flags)
    return list(faults(parsed.state, parsed))


@pytest.mark.parametrize("name", PATTERNS)
def test_pattern_tries_letters_in_one_way(name: str) -> None:
    """Time grows with the length of the text, whatever the text is."""
    pattern = PATTERNS[name]

    assert check(pattern.pattern, pattern.flags) == []


@pytest.mark.parametrize(
    "source", ["(a+)+b", "(?:a|b+)*c", r"\w*\d*x", r"\s+,?\s*x", '"([^"]*(?:""[^"]*)*)"']
)
def test_slow_pattern_is_found(source: str) -> None:
    """The check sees the forms that take quadratic or exponential time."""
    assert check(source) != []


def test_all_patterns_stand_in_modules() -> None:
    """No pattern is made while a text is read, so that those of the modules are all that there are."""
    made: set[str] = set()
    for path in sorted(Path(diplo.__path__[0]).rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assigned = [
            node
            for statement in tree.body
            if isinstance(statement, ast.Assign)
            for node in ast.walk(statement)
        ]
        for node in ast.walk(tree):
            match node:
                case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=name)) if name != "escape":
                    if name != "compile" or node not in assigned:
                        made.add(path.name)

    # Where in a file of the vocabulary a fault stands, and words of that vocabulary, one or another.
    assert made == {"sectors.py", "tables.py", "vocabulary.py"}
