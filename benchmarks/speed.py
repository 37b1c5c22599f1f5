"""Measure how fast diplo reads, beside a floor that no reader of words can beat.

python benchmarks/speed.py [--repeat N]

The floor is the time that `re` takes to find every word and mark. Texts are the collection beside
the checkout (`../shared/corpus`) where there is one, else `examples/readouts`. Times are medians.
`parse_batches` needs pyarrow: the time of reading and of making Arrow tables of what was read.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import diplo
from diplo.corpus import Readout
from diplo.corpus.batches import to_batches
from diplo.formats.arrow import parse_batches

ROOT = Path(__file__).resolve().parents[1]
WORD_OR_MARK = re.compile(r"\w+|[^\w\s]")


def texts() -> list[str]:
    """Return the texts to read."""
    corpus = sorted((ROOT.parent / "shared" / "corpus").glob("*.jsonl"))
    lines = [line for path in corpus for line in path.read_text(encoding="utf-8").split("\n") if line]
    if lines:
        return [json.loads(line)["text"] for line in lines]
    return [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples/readouts").glob("*.txt"))]


def seconds(work: Callable[[], object], repeat: int) -> float:
    """Return the median time of some runs."""
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    """Print a line for each kind of work: seconds, words per second, ratio to the floor."""
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("--repeat", type=int, default=3)
    repeat = parser.parse_args().repeat
    every = texts()
    words = sum(len(text.split()) for text in every)
    first = seconds(lambda: diplo.parse_all(every[0]), 1)
    readings = [diplo.parse_all(text) for text in every]
    batches = list(to_batches(Readout(id=str(number), text=text) for number, text in enumerate(every)))
    size = sum(len(text.encode()) for text in every)

    print(f"{len(every)} texts, {words} words, {size} bytes; the first text, lexicon included: {first:.3f} s")
    floor = seconds(lambda: [sum(1 for _ in WORD_OR_MARK.finditer(text)) for text in every], repeat)
    work: dict[str, Callable[[], object]] = {
        "parse_all": lambda: [diplo.parse_all(text) for text in every],
        "parse_batches": lambda: list(parse_batches(batches)),
        "to_json": lambda: [diplo.to_json(meetings) for meetings in readings],
    }
    times = {"floor": floor} | {name: seconds(run, repeat) for name, run in work.items()}
    print(f"{'':14}{'seconds':>10}{'words/s':>14}{'x floor':>10}")
    for name, taken in times.items():
        print(f"{name:14}{taken:10.3f}{words / taken:14,.0f}{taken / floor:10.1f}")


if __name__ == "__main__":
    main()
