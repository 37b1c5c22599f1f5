"""List what falls due, soonest first.

python examples/who_promised_what.py [TEXTS]
"""

from __future__ import annotations

import csv
import datetime as dt
import sys
from pathlib import Path

import diplo

HERE = Path(__file__).parent


def main(texts: str = str(HERE / "readouts")) -> None:
    """Print every undertaking that has a date, with who is to act and where it was read."""
    due: list[tuple[str, str, str, str]] = []
    with (Path(texts) / "index.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            text = (Path(texts) / row["file"]).read_text(encoding="utf-8")
            published = dt.date.fromisoformat(row["published"]) if row["published"] else None
            for meeting in diplo.parse_all(text, published=published, issuer=row["issuer"] or None):
                for commitment in meeting.commitments:
                    if commitment.due:
                        actors = ", ".join(commitment.actors)
                        words = " ".join(commitment.text.split())
                        due.append((commitment.due.edtf, actors, words, row["file"]))
    for when, who, what, where in sorted(due):
        print(f"{when:22} {who:20} {what:.70}  [{where}]")


if __name__ == "__main__":
    main(*sys.argv[1:])
