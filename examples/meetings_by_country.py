"""Count which countries met, and what they talked about.

python examples/meetings_by_country.py [TEXTS]
"""

from __future__ import annotations

import sys
from collections import Counter
from itertools import combinations
from pathlib import Path

import diplo

HERE = Path(__file__).parent


def main(texts: str = str(HERE / "readouts")) -> None:
    """Print each pair of countries with its number of meetings and its most frequent sectors."""
    meetings: Counter[tuple[str, str]] = Counter()
    sectors: dict[tuple[str, str], Counter[str]] = {}
    for path in sorted(Path(texts).glob("*.txt")):
        for meeting in diplo.parse_all(path.read_text(encoding="utf-8")):
            countries = {p.country.name for p in meeting.participants if p.principal and p.country}
            for first, second in combinations(sorted(countries), 2):
                meetings[first, second] += 1
                tally = sectors.setdefault((first, second), Counter())
                tally.update(sector for topic in meeting.topics for sector in topic.sectors)
    for pair, number in meetings.most_common():
        most = ", ".join(sector for sector, _ in sectors[pair].most_common(3))
        print(f"{number}  {' - '.join(pair):40} {most}")


if __name__ == "__main__":
    main(*sys.argv[1:])
