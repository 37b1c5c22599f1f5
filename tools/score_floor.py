"""Score diplo on the labelled readouts, and fail when a figure falls below its floor.

python tools/score_floor.py [--raise]

The labels lie beside the checkout, in `../shared`; where they do not, there is nothing to do.
Floors are F1 values in `.ci/score_floor.json`. They only rise: `--raise` lifts those that are now exceeded.
What is measured on the pairs found alone ("topic: sectors") is shown and has no floor, since it can fall
when more is found.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
FLOORS = ROOT / ".ci" / "score_floor.json"
ON_PAIRS = ("participant: ", "topic: ", "commitment: ")


def measure() -> tuple[dict[str, dict[str, float]], list[str]]:
    """Run the scorer; return precision, recall and F1 by measure, and the texts that failed."""
    readouts = SHARED / "readouts"
    command = [sys.executable, str(SHARED / "score.py"), str(readouts), str(readouts / "gold"), "--json"]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    scores: dict[str, Any] = json.loads(done.stdout)
    figures = {name: score for name, score in scores.items() if isinstance(score, dict)}
    return figures, list(scores["failed"])


def shortfalls(figures: Mapping[str, Mapping[str, float]], floors: Mapping[str, float]) -> list[str]:
    """Name every floor that is not reached."""
    found = {name: figures[name]["f1"] if name in figures else 0.0 for name in floors}
    fallen = {name: floor for name, floor in floors.items() if found[name] < floor}
    return [f"{name}: F1 {found[name]:.3f} < {floor:.2f}" for name, floor in fallen.items()]


def raised(figures: Mapping[str, Mapping[str, float]], floors: Mapping[str, float]) -> dict[str, float]:
    """Return the floors, lifted to the present figures in whole hundredths where these are higher."""
    lasting = {name: figure["f1"] for name, figure in figures.items() if not name.startswith(ON_PAIRS)}
    present = {name: math.floor(f1 * 100 + 1e-9) / 100 for name, f1 in lasting.items()}
    return {name: max(present.get(name, 0.0), floors.get(name, 0.0)) for name in sorted({*present, *floors})}


def show(figures: Mapping[str, Mapping[str, float]], floors: Mapping[str, float]) -> None:
    """Print one line for each measure."""
    print(f"{'measure':30}{'P':>8}{'R':>8}{'F1':>8}{'floor':>8}")
    for name, figure in figures.items():
        floor = f"{floors[name]:.2f}" if name in floors else "-"
        print(f"{name:30}{figure['p']:8.3f}{figure['r']:8.3f}{figure['f1']:8.3f}{floor:>8}")


def main() -> int:
    """Print the scores; return 1 when one fell."""
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("--raise", action="store_true", dest="lift", help="lift floors that are exceeded")
    lift = parser.parse_args().lift
    if not (SHARED / "score.py").exists():
        print("no labelled readouts beside the checkout: nothing to score")
        return 0
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8"))
    figures, failed = measure()
    show(figures, floors)
    faults = [*(f"failed: {text}" for text in failed), *shortfalls(figures, floors)]
    for fault in faults:
        print(fault)
    if lift:
        FLOORS.write_text(json.dumps(raised(figures, floors), indent=2) + "\n", encoding="utf-8")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
