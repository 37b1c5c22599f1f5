"""Draw what came up when. `python examples/what_came_up.py [TEXTS [PICTURE]]`, with the extra `plot`."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from matplotlib.figure import Figure

from diplo.corpus import parse_many, read_folder

READOUTS = Path(__file__).parent / "readouts"


def main(texts: str = str(READOUTS), picture: str = "what_came_up.png") -> None:
    """Draw a table of sectors and quarters of a year, darker where more topics came up."""
    cells: Counter[tuple[str, int]] = Counter()
    for reading in parse_many(read_folder(texts)):
        for meeting in reading.meetings:
            if meeting.period:
                quarter = meeting.period.start.year * 4 + (meeting.period.start.month - 1) // 3
                cells.update((sector, quarter) for topic in meeting.topics for sector in topic.sectors)
    quarters = range(min(quarter for _, quarter in cells), max(quarter for _, quarter in cells) + 1)
    sectors = sorted({sector for sector, _ in cells}, key=lambda s: -sum(cells[s, q] for q in quarters))
    figure = Figure(figsize=(8, 0.28 * len(sectors) + 1), layout="constrained")
    axes = figure.subplots()
    axes.imshow([[cells[s, q] for q in quarters] for s in sectors], "Blues", aspect="auto", vmax=12)
    for (sector, quarter), number in cells.items():
        axes.text(quarters.index(quarter), sectors.index(sector), str(number), ha="center", va="center")
    axes.set_xticks(range(len(quarters)), [f"{q // 4}\nQ{q % 4 + 1}" for q in quarters])
    axes.set_yticks(range(len(sectors)), [sector.replace("_", " ") for sector in sectors])
    figure.savefig(picture, dpi=100)
    print(f"{cells.total()} mentions of {len(sectors)} sectors in {len(quarters)} quarters")


if __name__ == "__main__":
    main(*sys.argv[1:])
