"""Measure how the time of every regular expression grows with the length of a text made against it.

python benchmarks/patterns.py [--length N]

Each is tried, in the ways in which the code uses it, on its own characters and some others, one and two of
them over and over, with an end that does not fit, at one length and at four times that. Time that grows in
step with it is 4 times as long, with its square 16 times. Ends with exit code 1 when a pattern needs more
than 8 times as long.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import re
import sys
import time
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import diplo

TOO_MUCH = 8.0
TOO_SHORT = 0.002  # seconds; what takes less is not measured
WAYS: dict[str, Callable[[re.Pattern[Any], Any], object]] = {
    "match": lambda pattern, text: pattern.match(text),
    "fullmatch": lambda pattern, text: pattern.fullmatch(text),
    "search": lambda pattern, text: pattern.search(text),
    "findall": lambda pattern, text: pattern.findall(text),
    "finditer": lambda pattern, text: list(pattern.finditer(text)),
    "split": lambda pattern, text: pattern.split(text),
    "sub": lambda pattern, text: pattern.sub(text[:0], text),
}


def patterns() -> dict[str, re.Pattern[Any]]:
    """Return the compiled patterns of all modules, by module and name."""
    found: dict[str, re.Pattern[Any]] = {}
    for module in pkgutil.walk_packages(diplo.__path__, "diplo."):
        if module.name != "diplo.__main__":
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, re.Pattern):
                    found[f"{module.name}.{name}"] = value
    return found


def attacks(pattern: re.Pattern[Any]) -> Iterator[tuple[str, str]]:
    """Yield what to begin with and what to repeat: marks, its own too, a letter, a digit, and pairs."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode()
    marks = sorted({mark for mark in source if not mark.isalnum()} | {*' a1.,\n"'})
    yield from (("", "".join(pair)) for pair in product(marks, repeat=2))
    yield from ((head, mark) for head in ('"', "a", "charset=") for mark in marks)


def seconds(work: Callable[[str], object], text: str) -> float:
    """Return the shorter time of the processor of two runs."""
    times = []
    for _ in range(2):
        start = time.process_time()
        work(text)
        times.append(time.process_time() - start)
    return min(times)


def growth(work: Callable[[str], object], head: str, unit: str, length: int) -> float:
    """Return how many times longer four times as much takes; 0 when that takes next to no time."""
    small, large = (head + unit * (size // len(unit)) + "\0!" for size in (length, 4 * length))
    after = seconds(work, large)
    return after / max(seconds(work, small), TOO_SHORT / 4) if after > TOO_SHORT else 0.0


def searches(name: str, pattern: re.Pattern[Any]) -> Callable[[str], object]:
    """Return the ways in which the code uses a pattern, one after another; all where it names none."""
    sources = "".join(path.read_text("utf-8") for path in Path(diplo.__path__[0]).rglob("*.py"))
    used = set(re.findall(rf"\b{name.rpartition('.')[2]}\.(\w+)\(", sources)) & WAYS.keys() or WAYS.keys()
    ways = [WAYS[way] for way in sorted(used)]
    if isinstance(pattern.pattern, bytes):
        return lambda text: [way(pattern, text.encode()) for way in ways]
    return lambda text: [way(pattern, text) for way in ways]


def main() -> int:
    """Print a line for each pattern, the worst first; return 1 when one grew too much."""
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("--length", type=int, default=2000, help="characters; the other is 4 times that")
    length = parser.parse_args().length
    found: list[tuple[float, str]] = []
    for name, pattern in patterns().items():
        work = searches(name, pattern)
        grown, head, unit = max((growth(work, *attack, length), *attack) for attack in attacks(pattern))
        found.append((grown, f"{name}: {head!r}, then {unit!r} over and over" if grown else name))
    for grown, what in sorted(found, reverse=True):
        print(f"{grown:6.1f}  {what}")
    return int(max(found)[0] > TOO_MUCH)


if __name__ == "__main__":
    sys.exit(main())
