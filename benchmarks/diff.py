"""Compare what two source trees read: what was gained, lost or changed, by type, with examples.

python benchmarks/diff.py OLD NEW [FILE ...] [--show N]

OLD and NEW are checkouts; a process of its own reads with the `src` of each. Texts are `.jsonl` files with a
text and its day of publication on each line, or `.txt` files; when none are given, the collection beside the
checkout (`../shared/corpus`), where there is one, and the texts of `examples/readouts` and `tests/releases`.
Ends with the status 1 when the readings differ.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import diplo

ROOT = Path(__file__).resolve().parents[1]
# By which field, the first that is filled, things of two readings are taken for the same.
NAMES = {
    "participants": ("name", "role"),
    "topics": ("text",),
    "commitments": ("text",),
    "statements": ("text",),
    "notes": ("text",),
}
Thing = dict[str, Any]


def files_at_hand() -> list[Path]:
    """Return the texts that are read when none are given."""
    own = [
        path for folder in ("examples/readouts", "tests/releases") for path in (ROOT / folder).glob("*.txt")
    ]
    return sorted((ROOT.parent / "shared" / "corpus").glob("*.jsonl")) + sorted(own)


def texts(path: Path) -> Iterator[tuple[str, str, dt.date | None]]:
    """Yield the texts of a file, each with a name and its day of publication, where that is known."""
    text, label = path.read_text(encoding="utf-8"), path.with_suffix(".json")
    if path.suffix == ".jsonl":
        rows = [json.loads(line) for line in text.split("\n") if line]
    else:
        known = json.loads(label.read_text(encoding="utf-8")) if label.exists() else {}
        rows = [{"id": path.stem, "text": text, "published": known.get("published")}]
    for number, row in enumerate(rows, 1):
        published = row.get("published") or ""
        day = dt.date.fromisoformat(published) if len(published) == len("2020-11-25") else None
        yield row.get("id") or f"{path.name}, line {number}", row["text"], day


def read(paths: list[Path]) -> None:
    """Print a line of JSON for each text: its name and its meetings."""
    for path in paths:
        for name, text, published in texts(path):
            meetings = diplo.parse_all(text, published=published)
            print(json.dumps([name, json.loads(diplo.to_json(meetings))["meetings"]]))


def readings(tree: Path, paths: list[Path]) -> Iterator[tuple[str, list[Thing]]]:
    """Yield each text with its meetings, as one tree reads it."""
    command = [sys.executable, __file__, "--read", *map(str, paths)]
    env = {**os.environ, "PYTHONPATH": str(tree.resolve() / "src")}
    done = subprocess.run(command, env=env, check=True, stdout=subprocess.PIPE)  # noqa: S603 - this file
    for line in done.stdout.splitlines():
        name, meetings = json.loads(line)
        for meeting in meetings:
            del meeting["source"]["text"]
        yield name, meetings


def things(meetings: list[Thing]) -> dict[tuple[str, str], list[Thing]]:
    """Return what was read, by its type and its name."""
    found: dict[tuple[str, str], list[Thing]] = defaultdict(list)
    for number, meeting in enumerate(meetings, 1):
        found["meetings", f"meeting {number}"] = [{k: v for k, v in meeting.items() if k not in NAMES}]
        for kind, fields in NAMES.items():
            for thing in meeting[kind]:
                name = next((thing[field] for field in fields if thing[field]), "")
                found[kind, " ".join(name.split())].append(thing)
    return found


def differences(old: list[Thing], new: list[Thing]) -> Iterator[tuple[str, str]]:
    """Yield how two readings of things of one name differ: gained, lost, or changed with the fields."""
    gone = [thing for thing in old if thing not in new]
    come = [thing for thing in new if thing not in old]
    for one, other in zip(gone, come, strict=False):
        fields = (field for field in one if one[field] != other.get(field))
        yield "changed", "; ".join(f"{field}: {one[field]} -> {other.get(field)}" for field in fields)
    yield from (("lost", "") for _ in gone[len(come) :])
    yield from (("gained", "") for _ in come[len(gone) :])


def compare(old: Path, new: Path, paths: list[Path], show: int) -> int:
    """Print the counts, with some examples of each, and return how many things differ."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (text, before), (_, after) in zip(readings(old, paths), readings(new, paths), strict=True):
        one, other = things(before), things(after)
        for kind, name in {**one, **other}:
            for way, fields in differences(one[kind, name], other[kind, name]):
                found[kind, way].append(f"{text}: {name}" + (f"\n        {fields}" if fields else ""))
    for (kind, way), examples in sorted(found.items()):
        print(f"{len(examples):6}  {kind} {way}")
        print("".join(f"    {example}\n" for example in examples[:show]), end="")
    count = sum(map(len, found.values()))
    print(f"{count:6}  differences")
    return count


def main() -> None:
    """Compare two trees, or read for one of them."""
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("--show", type=int, default=3, metavar="N", help="how many examples of each to print")
    parser.add_argument("--read", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("paths", type=Path, nargs="+", help="the two trees to compare, then the texts")
    given = parser.parse_args()
    if given.read:
        read(given.paths)
        return
    if len(given.paths) < 2:
        parser.error("give two trees to compare")
    old, new, *paths = given.paths
    for tree in (old, new):
        if not (tree / "src" / "diplo").is_dir():
            parser.error(f"{tree} holds no src/diplo")
    sys.exit(compare(old, new, paths or files_at_hand(), given.show) > 0)


if __name__ == "__main__":
    main()
