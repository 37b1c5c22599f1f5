"""Turn a folder of texts into event data, and add up the scores of each pair of countries.

python examples/event_data.py [TEXTS [CSV_FILE]]
"""

from __future__ import annotations

import csv
import datetime as dt
import sys
from collections import defaultdict
from pathlib import Path

import diplo
from diplo.formats.events import to_events, write_events

HERE = Path(__file__).parent


def main(texts: str = str(HERE / "readouts"), file: str = "build/events.csv") -> None:
    """Write a row for each event, and print the pairs with the highest sums of PLOVER scores."""
    meetings: list[diplo.Meeting] = []
    with (Path(texts) / "index.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            text = (Path(texts) / row["file"]).read_text(encoding="utf-8")
            published = dt.date.fromisoformat(row["published"]) if row["published"] else None
            meetings += diplo.parse_all(text, published=published, issuer=row["issuer"] or None)
    events = to_events(meetings)
    write_events(events, file)
    print(f"{len(events)} events of {len(meetings)} meetings")
    scores: defaultdict[tuple[str, ...], float] = defaultdict(float)
    for event in events:
        if event.target and event.score:
            scores[tuple(sorted((event.source, event.target)))] += event.score
    for pair, score in sorted(scores.items(), key=lambda item: -item[1])[:5]:
        print(f"{score:5}  {' - '.join(pair)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
