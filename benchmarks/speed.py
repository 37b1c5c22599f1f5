"""Measure how fast diplo reads, beside a floor that no reader of words can beat.

python benchmarks/speed.py [FILE ...] [--repeat N] [--json FILE]

The floor is the time that `re` takes to find every word and mark. Each round does all work in turn, after a
round that does not count, and the time is that of the processor, so that ratios hold on a machine that does
other work too; times are medians. Texts are the `.jsonl` files that are given, or the collection beside the
checkout (`../shared/corpus`), or `examples/readouts`. `parse_batches`, which also makes Arrow tables, is
measured where pyarrow is installed; eyecite, dateparser and spaCy with its small English model likewise, on
every tenth text.
"""

from __future__ import annotations

import argparse
import json
import platform
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import diplo
from diplo import parser
from diplo.corpus import Readout

ROOT = Path(__file__).resolve().parents[1]
WORD_OR_MARK = re.compile(r"\w+|[^\w\s]")
STAGES = (
    "read_document",
    "find_mentions",
    "resolve_entities",
    "find_encounters",
    "settle_sides",
    "find_dates",
    "find_circumstances",
    "find_statements",
    "find_topics",
    "find_commitments",
)
REST = "the rest"
SAMPLE = 10
# What a fresh process does, for the time that it takes.
STARTS = {
    "python": "pass",
    "import diplo": "import diplo",
    "default_lexicon": "import diplo.parser; diplo.default_lexicon()",
    "first parse": "import diplo; diplo.parse_all('The Foreign Minister of Peru met Ana Lima in Oslo.')",
}

Work = Callable[[], object]


def texts(files: Sequence[Path]) -> list[str]:
    """Return the texts to read."""
    corpus = files or sorted((ROOT.parent / "shared" / "corpus").glob("*.jsonl"))
    lines = [line for path in corpus for line in path.read_text(encoding="utf-8").split("\n") if line]
    if lines:
        return [json.loads(line)["text"] for line in lines]
    return [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples/readouts").glob("*.txt"))]


def seconds(work: Work) -> float:
    """Return the processor time of one run."""
    start = time.process_time()
    work()
    return time.process_time() - start


def by_stage(every: Sequence[str]) -> dict[str, float]:
    """Return the time that each stage of `parse_all` takes over some texts; the clock slows them a little."""
    taken: dict[str, float] = defaultdict(float)

    def timed(stage: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any) -> Any:
            start = time.process_time()
            found = work(*given)
            taken[stage] += time.process_time() - start
            return found

        return run

    plain = {stage: getattr(parser, stage) for stage in STAGES}
    try:
        for stage, work in plain.items():
            setattr(parser, stage, timed(stage, work))
        whole = seconds(lambda: [parser.parse_all(text) for text in every])
    finally:
        for stage, work in plain.items():
            setattr(parser, stage, work)
    return {**taken, REST: whole - sum(taken.values())}


def peers(every: Sequence[str]) -> Iterator[tuple[str, Work]]:
    """Yield what other libraries do with the same texts, as far as they are installed."""
    if find_spec("eyecite"):
        find_citations = import_module("eyecite").get_citations
        yield "eyecite", lambda: [find_citations(text) for text in every]
    if find_spec("dateparser"):
        find_dates = import_module("dateparser.search").search_dates
        yield "dateparser", lambda: [find_dates(text, languages=["en"]) for text in every]
    if find_spec("en_core_web_sm"):
        pipeline = import_module("spacy").load("en_core_web_sm")
        yield "spaCy small", lambda: [pipeline(text) for text in every]


def all_work(every: Sequence[str], folder: Path) -> dict[str, tuple[Work, Sequence[str]]]:
    """Return what is measured, by name, with the texts that it reads."""
    sample = every[::SAMPLE]
    readings = [diplo.parse_all(text) for text in every]
    meetings = [meeting for reading in readings for meeting in reading]
    work: dict[str, Work] = {
        "floor": lambda: [sum(1 for _ in WORD_OR_MARK.finditer(text)) for text in every],
        "parse_all": lambda: [diplo.parse_all(text) for text in every],
        "to_json": lambda: [diplo.to_json(reading) for reading in readings],
        "write_csv": lambda: diplo.write_csv(meetings, folder),
    }
    if find_spec("pyarrow"):
        from diplo.corpus.batches import parse_batches, to_batches  # noqa: PLC0415

        batches = list(to_batches(Readout(id=str(number), text=text) for number, text in enumerate(every)))
        work["parse_batches"] = lambda: list(parse_batches(batches))
    return {name: (run, every) for name, run in work.items()} | {
        name: (run, sample) for name, run in peers(sample)
    }


def starts(repeat: int) -> dict[str, float]:
    """Return the seconds that fresh processes take: Python alone, and with each thing that they do."""
    times: dict[str, list[float]] = defaultdict(list)
    for _ in range(repeat + 1):
        for name, code in STARTS.items():
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 - code of this file
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            times[name].append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return {name: statistics.median(each[1:]) for name, each in times.items()}


def measure(every: Sequence[str], repeat: int) -> dict[str, Any]:
    """Return all that is measured: work and stages in words per second, starts, memory."""
    times: dict[str, list[float]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        work = all_work(every, Path(folder) / "tables")
        for _ in range(repeat + 1):
            for name, (run, _read) in work.items():
                times[name].append(seconds(run))
            for stage, spent in by_stage(every).items():
                times["  " + stage].append(spent)
    words = {name: sum(len(text.split()) for text in read) for name, (_, read) in work.items()}
    whole = words["floor"]
    floor = statistics.median(times["floor"][1:]) / whole
    rows = {}
    for name, taken in times.items():
        each = statistics.median(taken[1:]) / words.get(name, whole)
        rows[name] = {"words_per_second": round(1 / each), "times_floor": round(each / floor, 2)}
    return {
        "texts": len(every),
        "words": whole,
        "python": platform.python_version(),
        "work": rows,
        "starts": {name: round(taken, 4) for name, taken in starts(repeat).items()},
        "peak_megabytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def main() -> None:
    """Print a line for each kind of work: words per second, ratio to the floor."""
    layout = argparse.RawDescriptionHelpFormatter
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    arguments.add_argument("files", type=Path, nargs="*", metavar="FILE")
    arguments.add_argument("--repeat", type=int, default=5, metavar="N")
    arguments.add_argument("--json", type=Path, metavar="FILE", help="write what was measured there as well")
    given = arguments.parse_args()
    found = measure(texts(given.files), given.repeat)
    print(f"{found['texts']} texts, {found['words']} words, Python {found['python']}")
    print(f"{'':22}{'words/s':>12}{'x floor':>10}")
    for name, row in found["work"].items():
        print(f"{name:22}{row['words_per_second']:12,}{row['times_floor']:10.1f}")
    bare = found["starts"]["python"]
    for name, taken in found["starts"].items():
        print(f"{name + ', in a fresh process':38}{1000 * taken:8.0f} ms, {1000 * (taken - bare):+.0f}")
    print(f"peak memory: {found['peak_megabytes']} MB")
    if given.json:
        given.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
