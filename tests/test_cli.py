"""The command line reads, writes, tells what went wrong, and works in a pipe."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import sample

import diplo
from diplo.cli import program
from diplo.cli.outputs import page_name
from diplo.cli.show import explained, printable, table
from diplo.formats.html import render
from diplo.formats.json import from_json

READOUTS = Path(__file__).parents[1] / "examples" / "readouts"
TEXT = """Foreign Minister Lima Receives Her Kenyan Counterpart

Foreign Minister Ana Lima of Portugal received her Kenyan counterpart, Peter Otieno, in Lisbon today.
They agreed to sign a memorandum of understanding on ports in June 2024.
"""
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in TEXT.splitlines())
PAGE = f"<html><head><title>x</title></head><body><article>{PARAGRAPHS}</article></body></html>"


def run(*arguments: object, given: str | bytes = "") -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(
        program, [str(argument) for argument in arguments], input=given, prog_name="diplo"
    )


def run_outside(*arguments: object, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run a command in a process of its own."""
    command = [sys.executable, "-W", "error", "-m", "diplo", *map(str, arguments)]
    return subprocess.run(command, check=False, capture_output=True, input=given)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two texts, one of them in a folder of its own, and a page."""
    home = tmp_path / "texts"
    (home / "more").mkdir(parents=True)
    (home / "a.txt").write_text(TEXT, encoding="utf-8")
    (home / "more" / "b.txt").write_text(TEXT.replace("Lisbon", "Porto"), encoding="utf-8")
    (home / "page.html").write_text(PAGE.replace("Lisbon", "Madrid"), encoding="utf-8")
    return home


def cities(meetings: diplo.Meeting | tuple[diplo.Meeting, ...]) -> list[str | None]:
    """Return where meetings were held."""
    assert isinstance(meetings, tuple)
    return [meeting.place.city if meeting.place else None for meeting in meetings]


def test_table_shows_who_when_where_and_what(folder: Path) -> None:
    """The table is the format when none is given."""
    result = run("parse", folder / "a.txt", "--published", "2024-03-12")

    assert (result.exit_code, result.stderr) == (0, "")
    rows = [line.split(maxsplit=1) for line in result.stdout.splitlines() if line.strip()]
    assert ["who", "Ana Lima, Foreign Minister, Portugal"] in rows
    assert ["when", "2024-03-12"] in rows
    assert "memorandum of understanding on ports in June 2024 (due 2024-06)" in " ".join(
        result.stdout.split()
    )


def test_json_of_a_folder_holds_every_meeting_and_its_file(folder: Path) -> None:
    """Texts and pages of a folder are read in the order of their paths."""
    result = run("parse", folder, "--format", "json", "--published", "2024-03-12", "--issuer", "PT")

    meetings = from_json(result.stdout)
    assert result.exit_code == 0
    assert cities(meetings) == ["Lisbon", "Porto", "Madrid"]
    assert isinstance(meetings, tuple)
    assert [meeting.source.url for meeting in meetings] == [
        (folder / name).as_posix() for name in ("a.txt", "more/b.txt", "page.html")
    ]
    assert {meeting.source.issuer for meeting in meetings} == {"PT"}
    assert {meeting.period and meeting.period.edtf for meeting in meetings} == {"2024-03-12"}


def test_standard_input_is_read() -> None:
    """A hyphen stands for the standard input."""
    result = run("parse", "-", "--format", "jsonl", given=TEXT)

    meeting = from_json(result.stdout)
    assert isinstance(meeting, diplo.Meeting)
    assert meeting == diplo.parse(TEXT)


def test_jobs_change_nothing(folder: Path) -> None:
    """Several processes print what one prints."""
    one, two = (run_outside("parse", folder, "--format", "jsonl", "--jobs", jobs) for jobs in (1, 2))

    assert (one.returncode, one.stderr) == (0, b"")
    assert one.stdout == two.stdout
    assert one.stdout.count(b"\n") == 3


@pytest.mark.parametrize(
    ("chosen", "name"), [("json", "out.json"), ("jsonl", "out.jsonl"), ("csv", "out"), ("parquet", "out")]
)
def test_what_is_written_passes_the_check(chosen: str, name: str, folder: Path, tmp_path: Path) -> None:
    """Files and folders that `parse` writes, `check` finds to be as they should."""
    output = tmp_path / name

    written = run("parse", folder, "--format", chosen, "-o", output)
    checked = run("check", output)

    assert (written.exit_code, written.output) == (0, "")
    assert (checked.exit_code, checked.output) == (0, f"{output}: 3 meetings, all as they should be\n")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_check_names_every_faulty_line(folder: Path, tmp_path: Path) -> None:
    """Of JSON Lines each line is checked."""
    output = tmp_path / "out.jsonl"
    run("parse", folder, "--format", "jsonl", "-o", output)
    lines = output.read_text(encoding="utf-8").splitlines()
    output.write_text("\n".join((lines[0], lines[1].replace('"in_person"', '"by_post"'), "{", lines[2])))

    result = run("check", output)

    assert result.exit_code == 1
    assert result.stdout == f"{output}: 2 meetings\n"
    assert [line.partition("expected")[0] for line in result.stderr.splitlines()] == [
        f"diplo: {output}: line 2, $.meeting.format: ",
        f"diplo: {output}: line 3, $: ",
    ]


def test_check_names_the_faulty_cell(folder: Path, tmp_path: Path) -> None:
    """Of tables the first fault is named, with its row and column."""
    run("parse", folder, "--format", "csv", "-o", tmp_path)
    table_file = tmp_path / "meetings.csv"
    table_file.write_text(
        table_file.read_text(encoding="utf-8").replace("in_person", "by_post"), encoding="utf-8"
    )

    result = run("check", tmp_path)

    assert result.exit_code == 1
    assert "meetings.csv, row 2, column format: expected one of in_person" in result.stderr


def test_pages_are_written_for_every_meeting(folder: Path, tmp_path: Path) -> None:
    """A folder gets one page for each meeting, named after its text."""
    result = run("parse", folder, "--format", "html", "-o", tmp_path / "pages")

    assert (result.exit_code, result.output) == (0, "")
    assert sorted(path.name for path in (tmp_path / "pages").iterdir()) == [
        "0001-a.html",
        "0002-b.html",
        "0003-page.html",
    ]


def test_page_of_one_meeting_is_printed() -> None:
    """Without a folder the page of the only meeting goes to the screen."""
    assert run("parse", "-", "--format", "html", given=TEXT).stdout == render(diplo.parse(TEXT))


@pytest.mark.parametrize(
    "arguments",
    [
        ("parse",),
        ("parse", "-", "--format", "csv"),
        ("parse", "-", "--format", "parquet"),
        ("parse", "-", "--jobs", "0"),
        ("parse", "-", "--format", "xml"),
        ("parse", "-", "--published", "today"),
        ("check", "nowhere"),
        ("pars",),
    ],
)
def test_wrong_use_ends_with_two(arguments: tuple[str, ...]) -> None:
    """What is not understood is told of before anything is read."""
    result = run(*arguments, given=TEXT)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "Error: " in result.stderr


def test_page_of_one_meeting_is_written_to_a_file(folder: Path, tmp_path: Path) -> None:
    """An output that is called a page is one, and no folder."""
    result = run("parse", folder / "a.txt", "--format", "html", "-o", tmp_path / "page.html")

    assert (result.exit_code, result.output) == (0, "")
    assert (tmp_path / "page.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_two_meetings_are_no_single_page() -> None:
    """A page holds one meeting; for more a folder is asked for."""
    result = run("parse", READOUTS / "01-iraq-style-visit.txt", "--format", "html")

    assert result.exit_code == 2
    assert "there are 2: give a folder with -o" in result.stderr


def test_errors_name_the_file_and_the_rest_is_read(folder: Path) -> None:
    """Missing files, bytes that are no UTF-8 and pages too deep are told of, and end nothing."""
    (folder / "bad.txt").write_bytes(TEXT.encode() + b"\xff")
    (folder / "deep.html").write_text("<html><body>" + "<div>" * 500, encoding="utf-8")
    (folder / "no.parquet").write_text("none")

    result = run("parse", folder / "nowhere.txt", folder, folder / "no.parquet", "--format", "jsonl")

    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 4
    expected = (
        ("nowhere.txt", "No such file or directory"),
        ("bad.txt", f"byte {len(TEXT)}: no UTF-8 (ff)"),
        ("deep.html", "nested more than 100 elements deep"),
        ("no.parquet", "Parquet"),
    )
    lines = result.stderr.splitlines()
    assert len(lines) == len(expected)
    for line, (name, words) in zip(lines, expected, strict=True):
        assert line.startswith(f"diplo: {folder / name}")
        assert words in line


def test_folder_without_texts_is_a_fault(tmp_path: Path) -> None:
    """A folder of other files is told of, since somebody thought that it held texts."""
    (tmp_path / "readout.doc").write_text(TEXT)

    result = run("parse", tmp_path)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"diplo: {tmp_path}: there is no .txt, .html or .htm file in this folder\n"


def test_page_without_the_extra_costs_the_page_alone(folder: Path) -> None:
    """Where trafilatura is missing, pages are told of and texts are read."""
    code = "import sys; sys.modules['trafilatura'] = None; from diplo.__main__ import main; main()"
    command = [sys.executable, "-c", code, "parse", str(folder), "--format", "jsonl"]

    done = subprocess.run(command, check=False, capture_output=True, text=True)

    assert (done.returncode, done.stdout.count("\n")) == (1, 2)
    wanted = f'diplo: {folder}/page.html: diplo.web needs more packages: pip install "diplo[web]"\n'
    assert done.stderr == wanted


def test_repeated_text_is_left_out_of_tables(folder: Path, tmp_path: Path) -> None:
    """Tables hold each meeting once; the second file with the same text is told of."""
    shutil.copy(folder / "a.txt", folder / "z.txt")

    result = run("parse", folder / "a.txt", folder / "z.txt", "--format", "csv", "-o", tmp_path / "out")

    assert result.exit_code == 1
    assert result.stderr == f"diplo: {folder}/z.txt: left out, has the same text as {folder}/a.txt\n"
    assert len(diplo.read_csv(tmp_path / "out")) == 1


def test_output_that_cannot_be_written_is_an_error(folder: Path, tmp_path: Path) -> None:
    """A folder in the place of a file gives a line and no traceback."""
    (tmp_path / "out").write_text("a file")

    result = run("parse", folder, "--format", "csv", "-o", tmp_path / "out")

    assert result.exit_code == 1
    assert "out" in result.stderr
    assert (tmp_path / "out").read_text() == "a file"


@pytest.mark.parametrize("content", ["null", "{}", "[" * 100_000, "\0", "PAR1"])
@pytest.mark.parametrize(
    "name", ["x.json", "x.jsonl", "meetings.csv", "datapackage.json", "meetings.parquet"]
)
def test_check_of_anything_else_is_a_fault(content: str, name: str, tmp_path: Path) -> None:
    """What diplo did not write is told of, and never a traceback."""
    (tmp_path / name).write_text(content)

    result = run("check", tmp_path / name if name.startswith("x") else tmp_path)

    assert (result.exit_code, result.stdout.endswith(": 0 meetings\n")) == (1, True)
    assert result.stderr.startswith(f"diplo: {tmp_path}")


def test_interrupt_has_its_own_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control-C ends a run without a traceback."""

    def interrupted(_files: object, **_known: object) -> None:
        """Act as if somebody pressed the keys."""
        raise KeyboardInterrupt

    monkeypatch.setattr("diplo.cli.commands.read_sources", interrupted)

    result = run("parse", "-")

    assert (result.exit_code, result.output) == (130, "")


def test_text_without_a_meeting_is_no_error() -> None:
    """The table says so, and other formats are empty."""
    assert run("parse", "-", given="Nothing.").output == "-: reports no meeting\n\n"
    assert run("parse", "-", "--format", "jsonl", given="Nothing.").output == ""


def test_explain_prints_rule_and_words(folder: Path) -> None:
    """Each value stands with its place, its rule and its words."""
    result = run("explain", folder / "a.txt")

    meeting = diplo.parse(TEXT)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[1:] == list(explained(meeting))
    [commitment] = meeting.commitments
    [line] = [line for line in explained(meeting) if "agreement" in line]
    assert line.split(maxsplit=3) == ["4:6", "agreement", commitment.rule, commitment.text]


def test_explain_tells_of_days_places_and_the_absent() -> None:
    """What a meeting keeps without a rule is there too, under its words."""
    text = TEXT.replace("today", "on 12 March 2024") + "They recalled a visit by President Sofia Berg.\n"

    lines = [line.split(maxsplit=3)[1:] for line in run("explain", "-", given=text).stdout.splitlines()[1:]]

    assert ["place", "-", "Lisbon"] in lines
    assert ["date", "-", "12 March 2024"] in lines
    assert ["date", "-", "June 2024"] in lines
    assert ["mentioned", "-", "Sofia Berg"] in lines


def test_explain_says_when_there_is_no_meeting() -> None:
    """An empty answer would look like a fault."""
    result = run("explain", "-", given="Nothing.")

    assert (result.exit_code, result.output) == (0, "-: reports no meeting\n")


def test_closed_pipe_ends_quietly() -> None:
    """`diplo parse ... | head -c 1` leaves no traceback."""
    command = [sys.executable, "-m", "diplo", "parse", *[str(READOUTS)] * 8, "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        complaints = process.stderr.read()

    assert (process.returncode, complaints) == (141, b"")


def test_pipe_takes_and_gives_text() -> None:
    """In a pipe nothing is coloured, and a bar is not drawn."""
    done = run_outside("parse", "-", given=TEXT.encode())

    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Ana Lima" in done.stdout
    assert b"\x1b" not in done.stdout


def on_screen(terminal: int) -> Iterator[bytes]:
    """Yield what a terminal shows until nobody writes there any more; unread, it would stop the writer."""
    try:
        while shown := os.read(terminal, 100_000):
            yield shown
    except OSError:  # as Linux says it
        return


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")
def test_bar_is_drawn_when_somebody_looks_on(tmp_path: Path) -> None:
    """A terminal gets a bar for more than a few files; what is read stays as it is."""
    import pty  # noqa: PLC0415 (Windows has none)

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "diplo", "parse", str(READOUTS), "--format", "jsonl"]
    env = {**os.environ, "TERM": "xterm"}
    output = tmp_path / "out.jsonl"
    with output.open("wb") as file, subprocess.Popen(command, stdout=file, stderr=theirs, env=env):
        os.close(theirs)
        drawn = b"".join(on_screen(ours))
    os.close(ours)

    assert b"Reading" in drawn
    assert output.read_bytes() == run_outside("parse", READOUTS, "--format", "jsonl").stdout != b""


def test_output_needs_no_utf_8_terminal() -> None:
    """Where the screen knows ASCII only, other characters are replaced."""
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "diplo", "parse", "-"]
    done = subprocess.run(
        command, check=False, capture_output=True, env=env, input=TEXT.replace("Ana", "Åna").encode()
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert b"na Lima" in done.stdout


@pytest.mark.parametrize("name", ["parse", "check", "explain"])
def test_help_has_examples_and_exit_codes(name: str) -> None:
    """Each command shows how it is used."""
    text = run(name, "--help").stdout

    assert f"Examples:\n    diplo {name} " in text
    assert "  1    something was not; stderr says what" in text


@pytest.mark.parametrize(
    ("shell", "words"), [("bash", "plain,json"), ("zsh", "plain\njson"), ("fish", "plain,json")]
)
def test_shell_completes_formats(shell: str, words: str) -> None:
    """The shell is told the values of an option."""
    env = {"_DIPLO_COMPLETE": f"{shell}_complete", "COMP_WORDS": "diplo parse --format js", "COMP_CWORD": "3"}
    if shell == "fish":
        env |= {"COMP_CWORD": "js"}
    result = CliRunner().invoke(program, [], env=env, prog_name="diplo")

    assert words in result.stdout
    assert "parquet" not in result.stdout


@given(
    st.text()
    | st.sampled_from(["../../etc/passwd", "..", "/", "C:\\x", "a/../../b.txt", "CON", ".ssh", "\0"])
)
def test_page_name_stays_in_its_folder(name: str) -> None:
    """Whatever a text is called, its page is a file of the folder, and no hidden one."""
    found = page_name(1, name)

    assert Path("folder", found).parent == Path("folder")
    assert not set(found) & set('/\\:*?"<>|\0\n')
    assert found.startswith("0001-")
    assert found.endswith(".html")
    assert ".." not in found
    assert len(found) < 100


def test_names_in_a_corpus_lead_nowhere(tmp_path: Path) -> None:
    """A corpus cannot write outside of the folder by the names of its texts."""
    corpus = tmp_path / "in" / "corpus.jsonl"
    corpus.parent.mkdir()
    names = ["../../escaped", str(tmp_path / "absolute"), "..", "a/b/c", "\x1b[31mred"]
    corpus.write_text("\n".join(json.dumps({"id": name, "text": TEXT}) for name in names))
    before = set(tmp_path.rglob("*"))

    result = run("parse", corpus, "--format", "html", "-o", tmp_path / "in" / "pages")

    new = set(tmp_path.rglob("*")) - before
    assert result.exit_code == 0
    assert len(new) == 1 + len(names)
    assert {path.parent for path in new} == {tmp_path / "in", tmp_path / "in" / "pages"}


def test_link_in_the_output_folder_is_replaced_not_followed(tmp_path: Path) -> None:
    """A link that lies where a page goes does not lead the page elsewhere."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "other").write_text("kept")
    (tmp_path / "pages" / "0001-text.html").symlink_to(tmp_path / "other")

    run("parse", "-", "--format", "html", "-o", tmp_path / "pages", given=TEXT)

    assert (tmp_path / "other").read_text() == "kept"
    assert "Ana Lima" in (tmp_path / "pages" / "0001-text.html").read_text(encoding="utf-8")


def test_texts_do_not_steer_the_terminal() -> None:
    """Escape sequences, marks of direction and markup in a text are shown and not obeyed."""
    nasty = "a\x1b]0;title\x07\x1b[31m\u202eb\ud800 [bold]c[/bold] :smile:\r\n\tend"
    meeting = attrs.evolve(sample(), title=nasty, occasion=nasty)

    shown = table(nasty, meeting, None) + "\n".join(explained(meeting)) + printable(nasty)

    assert not set(shown) & set("\x1b\x07\u202e\ud800\r\t")
    assert "[bold]c[/bold] :smile:" in shown


def test_missing_extra_says_what_to_install() -> None:
    """Without Click the command says how to get it."""
    code = "import sys; sys.modules['click'] = None; from diplo.__main__ import main; main()"

    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == 'diplo.cli needs more packages: pip install "diplo[cli]"\n'
