"""Draw who met whom. `python examples/who_met_whom.py [TEXTS [PICTURE]]`, with the extra `plot`."""

from __future__ import annotations

import math
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path

from matplotlib.figure import Figure

from diplo.corpus import parse_many, read_folder


def main(texts: str = str(Path(__file__).parent / "readouts"), picture: str = "who_met_whom.png") -> None:
    """Set the parties around a circle, with a line between those whose principals met."""
    lines: Counter[tuple[str, str]] = Counter()
    for meeting in (meeting for reading in parse_many(read_folder(texts)) for meeting in reading.meetings):
        principals = [person for person in meeting.participants if person.principal]
        met = {person.country.name if person.country else person.organisation for person in principals}
        lines.update(combinations(sorted(filter(None, met)), 2))
    parties = sorted({party for pair in lines for party in pair})
    angles = {party: math.tau * number / len(parties) for number, party in enumerate(parties)}
    figure = Figure(figsize=(8, 8))
    axes = figure.add_axes((0.24, 0.24, 0.52, 0.52), projection="polar")
    axes.set_axis_off()
    for (one, other), number in lines.items():
        axes.plot([angles[one], angles[other]], [1, 1], "o-", color="#0072b2", linewidth=number)
    for party, angle in angles.items():
        left = math.cos(angle) < 0
        label = axes.text(angle, 1.06, f"{party:.24}", ha="right" if left else "left", va="center")
        label.set(rotation=math.degrees(angle) + 180 * left, rotation_mode="anchor")
    figure.savefig(picture, dpi=100)
    print(f"{len(parties)} parties, {lines.total()} meetings of two")


if __name__ == "__main__":
    main(*sys.argv[1:])
