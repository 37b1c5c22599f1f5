"""Parse a corpus with Spark, and check it row for row against one process.

python examples/spark_corpus.py [TEXTS]

TEXTS is a folder of texts or a file in JSON Lines. Needs Java 17 or newer. Spark runs on two cores of this
machine here; leave out `master` to have `spark-submit` say where.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pyarrow as pa
from pyspark.sql import SparkSession  # pyright: ignore[reportMissingImports]
from pyspark.sql.pandas.types import from_arrow_schema  # pyright: ignore[reportMissingImports]

from diplo.corpus import read_folder, read_jsonl
from diplo.corpus.batches import to_batches
from diplo.formats.arrow import parse_batches, reading_schema


def main(texts: str = str(Path(__file__).parent / "readouts")) -> None:
    """Spread the texts over tasks, and gather the readings."""
    readouts = read_folder(texts) if Path(texts).is_dir() else read_jsonl(texts)
    table = pa.Table.from_batches(to_batches(readouts))
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # tasks run in the Python of this script
    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    frame = spark.createDataFrame(table).repartition(4)
    readings = frame.mapInArrow(parse_batches, from_arrow_schema(reading_schema())).toArrow()
    spark.stop()
    alone = pa.Table.from_batches(parse_batches(table.to_batches())).sort_by("id").to_pylist()
    found = readings.sort_by("id").to_pylist()
    meetings = sum(len(row["meetings"]) for row in found)
    print(f"{len(found)} texts, {meetings} meetings, as in one process: {found == alone}")


if __name__ == "__main__":
    main(*sys.argv[1:])
