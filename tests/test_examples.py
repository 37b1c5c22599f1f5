"""Every example runs, is short, and prints what it promises."""

from __future__ import annotations

import ast
import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

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
    "notebook": (
        (),
        (
            "renewable energy energy 185..201",
            "maritime security peace_and_security 203..220",
            "reading.html written",
        ),
    ),
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
    "what_came_up": (("examples/readouts", "{tmp}/came_up.png"), (" mentions of ", " sectors in 9 quarters")),
    "what_falls_due": (("examples/readouts", "{tmp}/due.png"), (" commitments with a date",)),
    "who_met_whom": (("examples/readouts", "{tmp}/met.png"), (" parties, ", " meetings of two")),
    "who_promised_what": ((), ("20", ".txt]")),
}


def run(path: Path, *arguments: str, folder: Path = ROOT) -> str:
    """Run a script as a user would, from the root of the project or elsewhere, and return what it prints."""
    done = subprocess.run(
        [sys.executable, "-W", "error", str(path), *arguments],
        capture_output=True,
        check=False,
        cwd=folder,
        encoding="utf-8",
        # A busy machine takes longer to end a worker of Dask than Dask likes.
        env=os.environ | {"PYTHONIOENCODING": "utf-8", "DASK_LOGGING__DISTRIBUTED": "error"},
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize(
    "path", [path for path in EXAMPLES if path.stem not in ON_CLUSTERS], ids=lambda path: path.stem
)
def test_example_prints_what_it_promises(path: Path, tmp_path: Path) -> None:
    """Every example has promises, and keeps them."""
    arguments, promises = PROMISED[path.stem]

    folder = tmp_path if path.stem == "notebook" else ROOT
    printed = run(path, *(argument.format(tmp=tmp_path) for argument in arguments), folder=folder)

    assert [promise for promise in promises if promise not in printed] == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_example_is_short(path: Path) -> None:
    """An example fits on one screen."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 40


@pytest.mark.parametrize("name", ["what_came_up", "what_falls_due", "who_met_whom"])
def test_example_draws_a_picture(name: str, tmp_path: Path) -> None:
    """Without arguments it draws the readouts that lie beside it, in the folder where it runs."""
    run(ROOT / "examples" / f"{name}.py", folder=tmp_path)

    assert (tmp_path / f"{name}.png").read_bytes()[:4] == b"\x89PNG"


def test_notebook_shows_the_highlighted_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each cell runs, and the one that ends with a meeting shows its marks, as the page that is kept does."""
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    shown = []
    for cell in re.split(r"^# %%.*$", (ROOT / "examples/notebook.py").read_text("utf-8"), flags=re.MULTILINE):
        body = ast.parse(cell).body
        exec(compile(cell, "cell", "exec"), names)  # noqa: S102 - as a notebook does
        if body and isinstance(body[-1], ast.Expr):
            value = eval(ast.unparse(body[-1]), names)  # noqa: S307 - likewise
            shown += [value._repr_html_()] if hasattr(value, "_repr_html_") else []

    [html] = shown
    assert ">renewable energy<" in re.sub(r"<sup.*?</sup>", "", html)
    assert (tmp_path / "reading.html").read_text("utf-8").startswith("<!doctype html>")


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
