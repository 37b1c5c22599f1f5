"""Every example runs, is short, and prints what it promises."""

from __future__ import annotations

import ast
import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))
ON_CLUSTERS = ("spark_corpus",)  # tests/test_batches.py runs them
GOLD = ROOT / "tests" / "gold_examples"

# For each example the lines, or parts of lines, that it must print. `{tmp}` is an empty folder.
PROMISED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "dask_corpus": ((), ("13 texts, ", " meetings, as in one process: True")),
    "event_data": (("examples/readouts", "{tmp}/new/events.csv"), (" events of ", "BGR - IRQ")),
    "explain_reading": (
        (),
        ("1:18   participant", "renewable energy", "praise", "agreement", "open a direct air link in 2025"),
    ),
    "folder_to_csv": (
        ("examples/readouts", "{tmp}"),
        ("meetings.csv: ", "participants.csv: ", "topics.csv: ", "commitments.csv: "),
    ),
    "json_round_trip": (
        ("{tmp}/meetings.json",),
        ("equal: True", "by phone: food security, debt relief", "open a joint research centre in 2025"),
    ),
    "meetings_by_country": ((), (" - ",)),
    "plots": (("{tmp}",), ("who_met_whom.png: ", "what_falls_due.png: ", "what_came_up.png: ")),
    "read_one": (
        (),
        (
            "who:    Ana Lima, foreign_minister, Portugal",
            "who:    Peter Otieno, foreign_minister, Kenya",
            "when:   2024-03-12",
            "where:  Lisbon",
            "topic:  renewable energy (energy)",
            "agreement: agreed to sign a memorandum of understanding on ports in June 2024, due 2024-06",
            "invitation: ",
        ),
    ),
    "who_promised_what": ((), ("20", ".txt]")),
}


def run(path: Path, *arguments: str) -> str:
    """Run a script as a user would, from the root of the project, and return what it prints."""
    done = subprocess.run(
        [sys.executable, "-W", "error", str(path), *arguments],
        capture_output=True,
        check=False,
        cwd=ROOT,
        encoding="utf-8",
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize(
    "path", [path for path in EXAMPLES if path.stem not in ON_CLUSTERS], ids=lambda path: path.stem
)
def test_example_prints_what_it_promises(path: Path, tmp_path: Path) -> None:
    """Every example has promises, and keeps them."""
    arguments, promises = PROMISED[path.stem]

    printed = run(path, *(argument.format(tmp=tmp_path) for argument in arguments))

    assert [promise for promise in promises if promise not in printed] == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_example_is_short(path: Path) -> None:
    """An example fits on one screen; one that draws several pictures, with each of its functions."""
    text = path.read_text(encoding="utf-8")
    functions = [node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)]
    lengths = [(node.end_lineno or 0) - node.lineno + 1 for node in functions]

    assert max(lengths) <= 40
    assert len(text.splitlines()) <= (160 if path.stem == "plots" else 40)


def test_demo_shows_every_text_and_writes_tables() -> None:
    """`make demo` leaves JSON and CSV behind, and shows each readout."""
    printed = run(ROOT / "tools" / "demo.py")

    texts = sorted((ROOT / "examples" / "readouts").glob("*.txt"))
    assert len(texts) >= 12
    assert [path.name for path in texts if path.name not in printed] == []
    assert {"meetings.json", "meetings.csv", "datapackage.json"} <= {
        path.name for path in (ROOT / "build" / "demo").iterdir()
    }


def test_index_lists_every_readout_with_its_day() -> None:
    """The index agrees with the folder and with the labels of the readouts."""
    folder = ROOT / "examples" / "readouts"
    with (folder / "index.csv").open(encoding="utf-8", newline="") as lines:
        days = {row["file"]: row["published"] or None for row in csv.DictReader(lines)}
    labelled = {path.stem + ".txt": json.loads(path.read_text("utf-8")) for path in GOLD.glob("*.json")}

    assert list(days) == sorted(path.name for path in folder.glob("*.txt"))
    assert days == {file: label["published"] for file, label in sorted(labelled.items())}
