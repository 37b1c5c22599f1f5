"""Parse a corpus on a Dask cluster, and check it row for row against one process.

python examples/dask_corpus.py [TEXTS]

TEXTS is a folder of texts or a file in JSON Lines. Give `Client` the address of a cluster for more.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
from distributed import Client, LocalCluster

from diplo.corpus import read_folder, read_jsonl
from diplo.corpus.batches import to_batches
from diplo.formats.arrow import parse_batches


def parse_part(part: pa.RecordBatch) -> list[pa.RecordBatch]:
    """Parse a part of the corpus, wherever the cluster does so."""
    return list(parse_batches([part]))


def main(texts: str = str(Path(__file__).parent / "readouts")) -> None:
    """Send the texts out in parts, and gather the readings in order."""
    readouts = read_folder(texts) if Path(texts).is_dir() else read_jsonl(texts)
    parts = list(to_batches(readouts, rows=4))
    with LocalCluster(n_workers=2, dashboard_address=":0") as cluster, Client(cluster) as client:
        parsed: Any = client.gather(client.map(parse_part, parts))
    readings = (batch for part in parsed for batch in part)
    found, alone = (pa.Table.from_batches(batches) for batches in (readings, parse_batches(parts)))
    meetings = sum(len(row["meetings"]) for row in found.to_pylist())
    print(f"{found.num_rows} texts, {meetings} meetings, as in one process: {found == alone}")


if __name__ == "__main__":
    main(*sys.argv[1:])
