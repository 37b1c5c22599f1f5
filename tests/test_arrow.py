"""Arrow tables lose nothing on the way out, and nothing else is taken on the way in."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pyarrow as pa
import pytest
from hypothesis import given, settings
from pyarrow import parquet
from tests.strategies import NASTY, meeting_lists, sample

import diplo
from diplo.errors import SchemaError
from diplo.formats.arrow import from_tables, meeting_type, meeting_value, table_schema, to_tables
from diplo.formats.tables import TABLES
from diplo.model import Meeting, Person, Place, Source

ROOT = Path(__file__).parents[1]
TEXTS = [path.read_text("utf-8") for path in sorted((ROOT / "examples" / "readouts").glob("*.txt"))]
AWKWARD = (*NASTY, "\\ud800", "\\\ud800", "\\\\ud800", "\\u005c", "\\u005cud800", "a\\u0041")


def refused(tables: dict[str, pa.Table]) -> SchemaError:
    """Return the error with which tables are refused."""
    with pytest.raises(SchemaError) as caught:
        from_tables(tables)
    return caught.value


@settings(max_examples=15, deadline=None)
@given(meeting_lists())
def test_meetings_come_back(many: list[Meeting]) -> None:
    """Meetings are read as they were written, the wording of their dates included."""
    found = from_tables(to_tables(iter(many)))

    assert [attrs.asdict(meeting) for meeting in found] == [attrs.asdict(meeting) for meeting in many]


@pytest.mark.parametrize("text", AWKWARD, ids=ascii)
def test_any_text_comes_back(text: str) -> None:
    """Whatever a text holds, in an id, a field or a list, it is kept."""
    person = Person(name=text, aliases=(text, text))
    meeting = Meeting(id=text, title=text, mentioned=(person,), source=Source(text=text, url=text))

    assert from_tables(to_tables([meeting])) == (meeting,)


def test_parquet_keeps_everything(tmp_path: Path) -> None:
    """Tables go through Parquet files without loss, parsed texts and odd ones alike."""
    many = [meeting for text in TEXTS for meeting in diplo.parse_all(text)]
    many += [Meeting(id=f"odd {n}", title=text, source=Source(text=text)) for n, text in enumerate(AWKWARD)]
    tables = to_tables(many)

    for name, table in tables.items():
        parquet.write_table(table, tmp_path / f"{name}.parquet")
    found = {name: parquet.read_table(tmp_path / f"{name}.parquet") for name in tables}

    assert repr(from_tables(found)) == repr(tuple(many))
    assert all(found[name].schema.equals(table.schema) for name, table in tables.items())


def test_schema_is_the_same_whatever_the_meetings() -> None:
    """No type hangs on what a column happens to hold."""
    full, empty = to_tables([sample()]), to_tables([])

    assert list(full) == list(empty) == [table.name for table in TABLES]
    assert all(empty[name].schema.equals(full[name].schema, check_metadata=True) for name in full)
    assert empty["meetings"].num_rows == 0


def test_types_say_what_columns_hold() -> None:
    """Dates are dates, offsets numbers, and lists stay lists; what must be there is not nullable."""
    commitments = to_tables([sample()])["commitments"].schema

    assert commitments.field("due_start").type == pa.date32()
    assert commitments.field("count").type == pa.int64()
    assert pa.types.is_list(commitments.field("sectors").type)
    assert not commitments.field("span_start").nullable
    assert commitments.field("action").nullable
    assert all((field.metadata or {}).get(b"description") for field in commitments)


def test_null_is_kept_apart_from_empty() -> None:
    """What the text does not say is null, an empty text is not, and an empty list is a list."""
    meeting = Meeting(id="", title=None, occasion="", place=Place(), source=Source(text=""))
    table = to_tables([meeting, attrs.evolve(meeting, id="m2", place=None)])

    assert table["meetings"].column("title").to_pylist() == [None, None]
    assert table["meetings"].column("occasion").to_pylist() == ["", ""]
    assert [meeting.place for meeting in from_tables(table)] == [Place(), None]


def test_meeting_is_one_value_too() -> None:
    """A meeting as one nested value has the rows of all tables but for the source."""
    value: Any = pa.array([meeting_value(sample())], meeting_type())[0].as_py()
    tables = to_tables([sample()])

    for name in ("participants", "topics", "commitments", "statements", "mentioned", "notes"):
        assert value[name] == tables[name].drop_columns(["meeting_id"]).to_pylist()
    meeting = tables["meetings"].drop_columns(["source_id"]).to_pylist()[0]
    assert {key: value[key] for key in meeting} == meeting


def put(table: str, column: str, values: list[Any]) -> Callable[[dict[str, pa.Table]], None]:
    """Return a change that sets the values of a column."""

    def change(tables: dict[str, pa.Table]) -> None:
        """Set them."""
        found = tables[table]
        index = found.column_names.index(column)
        tables[table] = found.set_column(index, column, pa.array(values))

    return change


def drop(table: str, column: str) -> Callable[[dict[str, pa.Table]], None]:
    """Return a change that takes a column away."""

    def change(tables: dict[str, pa.Table]) -> None:
        """Take it away."""
        tables[table] = tables[table].drop_columns([column])

    return change


@pytest.mark.parametrize(
    ("change", "path", "expected"),
    [
        (lambda tables: tables.pop("topics"), "topics", "a table of this name"),
        (lambda tables: tables.update(x=tables["topics"]), "x", "no table of this name"),
        (drop("topics", "text"), "topics, column text", "a column of this name"),
        (put("topics", "text", [None]), "topics, row 0, column text", "text, not empty"),
        (put("topics", "text", [[1]]), "topics, column text", "values of the type string"),
        (put("topics", "span_start", [92]), "topics, row 0, column span_start", "a span: start and end"),
        (put("topics", "span_start", [1.5]), "topics, column span_start", "values of the type int64"),
        (put("topics", "span_start", [1e300]), "topics, column span_start", "values of the type int64"),
        (put("topics", "span_end", [101]), "topics, row 0, column span_end", "at most 100"),
        (put("topics", "raised_by", [["p9"]]), "topics, row 0, column raised_by", "the id of a participant"),
        (put("topics", "raised_by", [[None]]), "topics, row 0, column raised_by", "text"),
        (put("participants", "id", ["p1", "p1"]), "participants, row 1, column id", "stands once"),
        (
            put("participants", "meeting_id", ["m1", "m2"]),
            "participants, row 1, column meeting_id",
            "an id of",
        ),
        (put("participants", "office", ["king", None]), "participants, row 0, column office", "one of"),
        (put("meetings", "format", ["letter"]), "meetings, row 0, column format", "one of in_person"),
        (put("meetings", "period_end", ["soon"]), "meetings, column period_end", "values of the type date32"),
        (put("mentioned", "ordinal", [2]), "mentioned, row 0, column ordinal", "1, the next"),
    ],
    ids=range(17),
)
def test_fault_is_named_with_its_place(
    change: Callable[[dict[str, pa.Table]], None], path: str, expected: str
) -> None:
    """What is wrong is refused, with the table, the row and the column."""
    tables = to_tables([sample()])
    change(tables)

    error = refused(tables)

    assert error.path == path
    assert expected in error.expected


def test_unknown_column_is_refused() -> None:
    """A column that the table does not have is no slip to pass over."""
    tables = to_tables([sample()])
    tables["notes"] = tables["notes"].append_column("colour", pa.array(["red"]))

    assert refused(tables).path == "notes, column colour"


def test_tables_of_another_version_are_refused() -> None:
    """Tables that a later diplo wrote are not read as if they were of this one."""
    tables = to_tables([sample()])
    tables["notes"] = tables["notes"].replace_schema_metadata({b"diplo_schema_version": b"2"})

    error = refused(tables)

    assert (error.path, error.value) == ("notes, metadata", b"2")


def test_meeting_written_twice_is_an_error() -> None:
    """Two meetings of one id could not be told apart."""
    with pytest.raises(ValueError, match="'m1'"):
        to_tables([sample(), sample()])


def test_every_table_has_a_schema_with_its_version() -> None:
    """A file says which version wrote it."""
    versions = {(table_schema(table).metadata or {})[b"diplo_schema_version"] for table in TABLES}

    assert versions == {b"1"}


def test_without_pyarrow_the_extra_is_named() -> None:
    """Who has not installed pyarrow is told what to install, by an `ImportError`."""
    program = "import sys; sys.modules['pyarrow'] = None; import diplo.formats.arrow"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, text=True)

    assert done.returncode == 1
    assert (
        'MissingExtraError: diplo.formats.arrow needs more packages: pip install "diplo[arrow]"'
        in done.stderr
    )
    assert issubclass(diplo.errors.MissingExtraError, ImportError)
