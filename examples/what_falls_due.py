"""Draw what falls due. `python examples/what_falls_due.py [TEXTS [PICTURE]]`, with the extra `plot`."""

from __future__ import annotations

import datetime as dt
import sys
import textwrap
from pathlib import Path

from matplotlib.figure import Figure

from diplo.corpus import parse_many, read_folder

READOUTS = Path(__file__).parent / "readouts"


def main(texts: str = str(READOUTS), picture: str = "what_falls_due.png") -> None:
    """Draw a dot for the day of each meeting, and a bar for the days by which a commitment is due."""
    meetings = [meeting for reading in parse_many(read_folder(texts)) for meeting in reading.meetings]
    dated = [(c.due, m.period.end, c) for m in meetings if m.period for c in m.commitments if c.due]
    due = [row for row in dated if row[0].end >= row[1]]
    due.sort(key=lambda row: (row[0].end, row[1]), reverse=True)
    figure = Figure(figsize=(11, 0.27 * len(due) + 1), layout="constrained")
    axes = figure.subplots()
    for row, (days, made, commitment) in enumerate(due):
        first, start, end = made.toordinal(), days.start.toordinal(), days.end.toordinal()
        axes.plot([first, end], [row, row], "o-", markevery=[0], markersize=4, color="#0072b2", linewidth=0.8)
        axes.barh(row, max(end - start, 8), left=start, height=0.5, color="#0072b2")
        words = textwrap.shorten(f"{', '.join(commitment.actors)}: {commitment.text}", 66, placeholder=" …")
        axes.annotate(words, (end + 8, row), (6, 0), textcoords="offset points", va="center")
    years = range(min(made.year for _, made, _ in due), max(days.end.year for days, _, _ in due) + 4)
    axes.set_xticks([dt.date(year, 1, 1).toordinal() for year in years], [str(year) for year in years])
    axes.set_yticks([])
    axes.spines[["left", "top", "right"]].set_visible(False)
    figure.savefig(picture, dpi=100)
    print(f"{len(due)} commitments with a date")


if __name__ == "__main__":
    main(*sys.argv[1:])
