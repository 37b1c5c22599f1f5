"""Turn a folder of texts into tables.

python examples/folder_to_csv.py [TEXTS [TABLES]]

The folder of texts holds an `index.csv` that gives each file its day of publication and its issuer.
"""

from __future__ import annotations

import csv
import datetime as dt
import sys
from pathlib import Path

import diplo

HERE = Path(__file__).parent


def main(texts: str = str(HERE / "readouts"), tables: str = "build/readouts") -> None:
    """Read every text of the index and write one CSV table for each type."""
    meetings: list[diplo.Meeting] = []
    with (Path(texts) / "index.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            text = (Path(texts) / row["file"]).read_text(encoding="utf-8")
            published = dt.date.fromisoformat(row["published"]) if row["published"] else None
            meetings += diplo.parse_all(text, published=published, issuer=row["issuer"] or None)
    diplo.write_csv(meetings, tables)
    print(f"{len(meetings)} meetings")
    for table in sorted(Path(tables).glob("*.csv")):
        with table.open(encoding="utf-8", newline="") as lines:
            print(f"{table.name}: {sum(1 for _ in csv.DictReader(lines))} rows")


if __name__ == "__main__":
    main(*sys.argv[1:])
