"""Measure how time grows with the size of hostile input: for every regular expression, and for whole texts.

python benchmarks/growth.py [--size N]

Each pattern of the package gets strings made of its own characters, over and over, with an end that does not
fit. Each unit of words and marks that readouts are made of is repeated to a text. Both are read at one size and
at four times that size. Time that grows in step with the size is 4 times as long; with its square, 16 times.
Ends with exit code 1 when something grew more than 8 times.
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
from typing import Any

import diplo

TOO_MUCH = 8.0
TOO_SHORT = 0.002  # seconds; what takes less is not measured
ENDS = ("", "!", "\0", "\n", "é")
UNITS = (
    *"x A 1 . , ; : - – ( ) [ ] { } \" ' “ ” \n \t / \\ é \u0301 \u202e \x00 \ud800 😀".split(" "),
    " ",
    "\r\n",
    "\u3000",
    "x ",
    "A ",
    "1 ",
    "- ",
    "1. ",
    "a) ",
    "A. ",
    "Mr. ",
    "the ",
    "and ",
    ", and ",
    "of ",
    "of the ",
    "to ",
    "that ",
    "he ",
    "met ",
    "said that ",
    "agreed to ",
    "thanked ",
    "who ",
    "which ",
    "Oman ",
    "Oman, ",
    "Lima ",
    "Ana Lima, ",
    "Ana Lima and ",
    "President ",
    "Minister of ",
    "the Minister ",
    "Foreign Minister Ana Lima of Portugal ",
    "President Ana Lima of Portugal, ",
    "H.E. Dr. ",
    "12 ",
    "12 March ",
    "12 March 2024 ",
    "2024-03-12 ",
    "on Sunday ",
    "next week ",
    "in Lisbon ",
    "in Lisbon, Portugal, ",
    "memorandum of understanding ",
    "cooperation in ",
    "energy, ",
    "energy and ",
    "bilateral relations and ",
    "the meeting was attended by ",
    "The two sides discussed energy. ",
    "Foreign Minister Ana Lima of Portugal met President Peter Otieno of Kenya in Lisbon on 12 March 2024. ",
    "They agreed to sign a memorandum of understanding by June. ",
    "President Ana Lima of Portugal met her counterpart\n",
    "Ana Lima\n\n",
    "He said:\n",
)


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
    """Yield what to begin with and what to repeat: its own characters, some others, and pairs of them."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode()
    letters = sorted({*source} | {*" aA1.-,;'\n\""})
    yield from (("", "".join(pair)) for pair in product(letters, repeat=2))
    yield from ((head, letter) for head in letters for letter in letters)


def seconds(work: Callable[[str], object], text: str) -> float:
    """Return the shorter time of two runs."""
    times = []
    for _ in range(2):
        start = time.perf_counter()
        work(text)
        times.append(time.perf_counter() - start)
    return min(times)


def growth(work: Callable[[str], object], head: str, unit: str, size: int) -> float:
    """Return how many times longer four times as much takes; 0 when both take next to no time."""
    small, large = (head + unit * (length // len(unit)) + "\0!" for length in (size, 4 * size))
    after = seconds(work, large)
    return after / max(seconds(work, small), TOO_SHORT / 4) if after > TOO_SHORT else 0.0


def searches(pattern: re.Pattern[Any]) -> Callable[[str], object]:
    """Return all the ways in which a pattern can be used on a text, one after another."""
    if isinstance(pattern.pattern, bytes):
        return lambda text: (pattern.search(text.encode()), pattern.fullmatch(text.encode()))
    return lambda text: (pattern.search(text), pattern.fullmatch(text), pattern.sub("", text))


def main() -> int:
    """Print a line for each pattern, and for each unit of texts; return 1 when something grew too much."""
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("--size", type=int, default=10_000, help="characters; the other size is 4 times that")
    size = parser.parse_args().size
    found: list[tuple[float, str]] = []
    for name, pattern in patterns().items():
        work = searches(pattern)
        worst = max((growth(work, head, unit, size), head, unit) for head, unit in attacks(pattern))
        found.append((worst[0], f"{name}, {worst[1]!r} and {worst[2]!r} repeated"))
    found += [(growth(diplo.parse_all, "", unit, size), f"parse_all, {unit!r} repeated") for unit in UNITS]
    for grown, what in sorted(found, reverse=True):
        print(f"{grown:6.1f}  {what}")
    return int(max(found)[0] > TOO_MUCH)


if __name__ == "__main__":
    sys.exit(main())
