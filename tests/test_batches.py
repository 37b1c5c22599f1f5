"""Record batches are parsed row for row, by this process or by an engine that brings them."""

from __future__ import annotations

import datetime as dt
import os
import pickle
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

import diplo
from diplo.corpus import Readout, parsing, read
from diplo.corpus.batches import to_batches
from diplo.formats.arrow import meeting_value, parse_batches, reading_schema

ROOT = Path(__file__).parents[1]
READOUTS = ROOT / "examples" / "readouts"
COLLECTIONS = sorted((ROOT.parent / "shared" / "corpus").glob("*.jsonl"))

NO_SPARK = shutil.which("java") is None or find_spec("pyspark") is None
needs_spark = pytest.mark.skipif(NO_SPARK, reason="Java or PySpark is not installed: Spark was not run")
collections = pytest.mark.parametrize("path", COLLECTIONS, ids=lambda path: path.stem)


def written_readouts(count: int) -> Iterator[Readout]:
    """Write readouts by chance, the same every time, some of them empty or without a day."""
    chance = random.Random(5)  # noqa: S311 - nothing is secret here
    people = ["Ana Lima of Portugal", "Peter Otieno of Kenya", "Ravi Menon of India", "Sofia Berg of Norway"]
    for number in range(count):
        one, other = chance.sample(people, 2)
        topics = " and ".join(chance.sample(["fisheries", "renewable energy", "visas", "trade", "ports"], 2))
        text = (
            f"Foreign Minister {one} met Foreign Minister {other} in Lisbon today. They discussed {topics}."
        )
        if number % 4 == 1:
            text += " They agreed to sign a memorandum of understanding on ports in June 2024."
        yield Readout(
            id=f"text {number}",
            text="" if number % 7 == 3 else text,
            published=None if number % 5 == 2 else dt.date(2024, 3, 1 + number % 28),
            url=f"https://example.org/{number}",
        )


def test_batches_give_what_texts_give() -> None:
    """Each row becomes one reading, whatever the size of the batches."""
    texts = list(written_readouts(40))
    rows = [row for batch in parse_batches(to_batches(texts, rows=7)) for row in batch.to_pylist()]
    expected = [read(text) for text in texts]

    assert [row["id"] for row in rows] == [text.id for text in texts]
    assert [row["error"] for row in rows] == [None] * 40
    values: Any = [
        pa.array(
            [meeting_value(each) for each in reading.meetings], reading_schema().field(1).type.value_type
        )
        for reading in expected
    ]
    assert [row["meetings"] for row in rows] == [value.to_pylist() for value in values]
    assert sum(len(row["meetings"]) for row in rows) >= 30


def test_batch_for_batch_of_one_schema() -> None:
    """An engine gets back as many batches as it sent, all of the promised schema, empty ones too."""
    batches = list(to_batches(written_readouts(10), rows=4))
    batches.append(batches[0].slice(0, 0))

    parsed = list(parse_batches(iter(batches)))

    assert [batch.num_rows for batch in parsed] == [4, 4, 2, 0]
    assert all(batch.schema.equals(reading_schema()) for batch in parsed)


def test_engines_send_the_function_by_its_name() -> None:
    """A process elsewhere finds the function under the name that this one sends, and no copy of it."""
    assert b"diplo.formats.arrow" in pickle.dumps(parse_batches)
    assert pickle.loads(pickle.dumps(parse_batches)) is parse_batches  # noqa: S301 - pickled here


def test_only_the_text_is_needed() -> None:
    """Rows without an id are numbered on over batches, days can be written, and more columns do no harm."""
    text = "Foreign Minister Ana Lima of Portugal met Peter Otieno of Kenya in Lisbon yesterday."
    batch = pa.RecordBatch.from_pydict(
        {"text": [text, None], "published": ["2024-03-12", "soon"], "n": [1, 2]}
    )

    rows: list[dict[str, Any]] = [row for part in parse_batches([batch, batch]) for row in part.to_pylist()]

    assert [row["id"] for row in rows] == ["row 0", "row 1", "row 2", "row 3"]
    assert rows[0]["meetings"][0]["period_start"] == dt.date(2024, 3, 11)
    assert rows[0]["error"] is None
    assert rows[3]["error"] == "row 3: published is no day but 'soon'; row 3: there is no text"


def test_error_stays_in_its_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """One bad text costs neither its batch nor the run."""

    def broken(text: str, **_: object) -> tuple[diplo.Meeting, ...]:
        """Fail at one text."""
        if text == "two":
            message = "half \ud83d"
            raise OverflowError(message)
        return ()

    monkeypatch.setattr(parsing, "parse_all", broken)
    (parsed,) = parse_batches([pa.RecordBatch.from_pydict({"text": ["one", "two", "three"]})])

    assert parsed.column("error").to_pylist() == [None, "OverflowError: half \\ud83d", None]


def test_texts_become_batches() -> None:
    """Nothing that is known of a text is lost on the way to a cluster, and odd text passes."""
    texts = [*written_readouts(3), Readout(id="odd", text="a\x00\u2028", issuer="PT")]
    batches = list(to_batches(texts, rows=2))

    assert [batch.num_rows for batch in batches] == [2, 2]
    assert [
        Readout.from_record(row, "?") for batch in batches for row in batch.to_pylist() if row["text"]
    ] == [text for text in texts if text.text]


def run(example: str, texts: Path) -> str:
    """Run an example on some texts, and return the last line that it prints."""
    command = [sys.executable, str(ROOT / "examples" / f"{example}.py"), str(texts)]
    done = subprocess.run(
        command,
        capture_output=True,
        check=False,
        env=os.environ | {"SPARK_LOCAL_IP": "127.0.0.1"},
        text=True,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.splitlines()[-1]


@pytest.mark.cluster
@needs_spark
def test_spark_gives_what_one_process_gives() -> None:
    """`mapInArrow` runs the function as it is, on the readouts of the examples."""
    printed = run("spark_corpus", READOUTS)

    assert printed.startswith("13 texts, ")
    assert printed.endswith(" meetings, as in one process: True")


@pytest.mark.cluster
@needs_spark
@collections
def test_spark_reads_a_collection(path: Path) -> None:
    """So it does on every text of the collections beside the checkout."""
    assert run("spark_corpus", path).endswith(" meetings, as in one process: True")


@pytest.mark.cluster
@collections
def test_dask_reads_a_collection(path: Path) -> None:
    """And so does Dask."""
    assert run("dask_corpus", path).endswith(" meetings, as in one process: True")
