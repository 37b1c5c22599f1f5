"""Draw who met whom, what falls due when, and which topics came up.

python examples/plots.py [FOLDER]

Needs the extra `plot`. Reads examples/readouts; the pictures go to docs/images, or to the folder given.
"""

from __future__ import annotations

import csv
import datetime as dt
import math
import sys
import textwrap
from collections import Counter
from itertools import combinations
from pathlib import Path

import matplotlib as mpl
from matplotlib.figure import Figure

import diplo

HERE = Path(__file__).parent
# Colours that differ in brightness too, so that they can be told apart without seeing hues.
COLOURS = {
    "agreement": "#0072b2",
    "pledge": "#d55e00",
    "plan": "#009e73",
    "offer": "#e69f00",
    "invitation": "#cc79a7",
}


def read() -> list[diplo.Meeting]:
    """Read every text of the index."""
    meetings: list[diplo.Meeting] = []
    with (HERE / "readouts" / "index.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            text = (HERE / "readouts" / row["file"]).read_text(encoding="utf-8")
            published = dt.date.fromisoformat(row["published"])
            meetings += diplo.parse_all(text, published=published, issuer=row["issuer"])
    return meetings


def party(person: diplo.Participant) -> str:
    """Name the state or the body that a person represents."""
    return person.country.name if person.country else person.organisation or ""


def who_met_whom(meetings: list[diplo.Meeting]) -> Figure:
    """Draw people as dots and meetings as lines between them; who are linked stand in one ring."""
    lines: Counter[tuple[str, str]] = Counter()
    labels: dict[str, str] = {}
    rings: list[set[str]] = []
    for meeting in meetings:
        present = {p.name: p for p in meeting.participants if p.principal and p.name}
        for name, person in present.items():
            labels[name] = "\n".join(textwrap.wrap(name, 14) + textwrap.wrap(party(person), 18))
        lines.update(combinations(sorted(present), 2))
        linked = [ring for ring in rings if ring & set(present)]
        rings = [ring for ring in rings if ring not in linked] + [set(present).union(*linked)]
    rings.sort(key=len, reverse=True)
    figure = Figure(figsize=(11, 10), layout="constrained")
    grid = list(figure.subplots(math.ceil(len(rings) / 4), 4, squeeze=False).flat)
    for axes in grid:
        axes.set(xlim=(-1.6, 1.6), ylim=(-2.2, 2.2))
        axes.set_axis_off()
    for ring, axes in zip(rings, grid, strict=False):
        first = 0.25 if len(ring) < 4 else 0.25 + 0.5 / len(ring)
        angles = {name: math.tau * (first + n / len(ring)) for n, name in enumerate(sorted(ring))}
        places = {name: (math.cos(angle), math.sin(angle)) for name, angle in angles.items()}
        for (one, other), number in lines.items():
            if one in ring:
                xs, ys = zip(places[one], places[other], strict=True)
                axes.plot(xs, ys, color="#8a8a8a", linewidth=1.2 * number, zorder=1)
        for name, place in places.items():
            axes.scatter(*place, s=50, color=COLOURS["agreement"], zorder=2)
            up = place[1] >= 0
            offset, side = ((0, 6), "bottom") if up else ((0, -6), "top")
            axes.annotate(labels[name], place, offset, textcoords="offset points", ha="center", va=side)
    figure.suptitle("Who met whom", x=0.01, ha="left", fontsize=13)
    return figure


def what_falls_due(meetings: list[diplo.Meeting]) -> Figure:
    """Draw a line from each meeting to the days by which a commitment is due, which are a bar."""
    found = [(m.period, c.due, c) for m in meetings for c in m.commitments if m.period and c.due]
    found.sort(key=lambda row: (row[1].end, row[0].end), reverse=True)
    figure = Figure(figsize=(11, 0.27 * len(found) + 1.2), layout="constrained")
    axes = figure.subplots()
    for row, (met, due, commitment) in enumerate(found):
        colour = COLOURS[commitment.kind]
        made, start, end = (day.toordinal() for day in (met.end, due.start, due.end))
        axes.plot([made, end], [row, row], color=colour, linewidth=0.8)
        axes.plot(made, row, "o", color=colour, markersize=4)
        axes.barh(row, max(end - start + 1, 8), left=start, height=0.55, color=colour)
        words = textwrap.shorten(" ".join(commitment.text.split()), 58, placeholder=" …")
        label = f"{', '.join(commitment.actors)}: {words}"
        axes.annotate(label, (max(end, start + 8), row), (6, 0), textcoords="offset points", va="center")
    for kind in sorted({commitment.kind for _, _, commitment in found}):
        axes.barh(0, 0, left=found[0][1].end.toordinal(), color=COLOURS[kind], label=kind)
    axes.legend(loc="lower left", frameon=False)
    first, last = min(met.end.year for met, _, _ in found), max(due.end.year for _, due, _ in found)
    years = range(first, last + 2)
    axes.set_xticks([dt.date(year, 1, 1).toordinal() for year in years], map(str, years))
    axes.set_xlim(right=dt.date(last + 3, 1, 1).toordinal())
    axes.grid(axis="x", color="#e4e4e4")
    axes.set_axisbelow(True)
    axes.set_yticks([])
    axes.margins(y=0.02)
    axes.spines["left"].set_visible(False)
    axes.set_title("Commitments: when they were made, and by when they are due", loc="left", fontsize=13)
    return figure


def what_came_up(meetings: list[diplo.Meeting]) -> Figure:
    """Draw how many topics of each sector came up in each quarter of a year."""
    cells: Counter[tuple[str, int]] = Counter()
    totals: Counter[str] = Counter()
    for meeting in meetings:
        if meeting.period:
            quarter = meeting.period.start.year * 4 + (meeting.period.start.month - 1) // 3
            named = [sector for topic in meeting.topics for sector in topic.sectors]
            cells.update((sector, quarter) for sector in named)
            totals.update(named)
    sectors = [sector for sector, _ in totals.most_common()]
    first, last = min(quarter for _, quarter in cells), max(quarter for _, quarter in cells)
    quarters = range(first, last + 1)
    figure = Figure(figsize=(8, 0.28 * len(sectors) + 1.2), layout="constrained")
    axes = figure.subplots()
    counts = [[cells[sector, quarter] for quarter in quarters] for sector in sectors]
    axes.imshow(counts, cmap="Blues", aspect="auto", vmax=1.3 * max(cells.values()))
    for (sector, quarter), number in cells.items():
        axes.text(quarters.index(quarter), sectors.index(sector), str(number), ha="center", va="center")
    axes.set_xticks(range(len(quarters)), [f"{q // 4}\nQ{q % 4 + 1}" for q in quarters])
    axes.set_yticks(range(len(sectors)), [sector.replace("_", " ") for sector in sectors])
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    axes.set_title("Topics by sector", loc="left", fontsize=13)
    return figure


def main(folder: str = str(HERE.parent / "docs" / "images")) -> None:
    """Draw the three pictures."""
    mpl.rcParams["font.size"] = 9
    mpl.rcParams["axes.spines.top"] = mpl.rcParams["axes.spines.right"] = False
    meetings = read()
    Path(folder).mkdir(parents=True, exist_ok=True)
    for draw in (who_met_whom, what_falls_due, what_came_up):
        file = Path(folder) / f"{draw.__name__}.png"
        draw(meetings).savefig(file, dpi=100)
        print(f"{file.name}: {file.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main(*sys.argv[1:])
