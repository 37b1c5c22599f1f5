"""`diplo compare` and `diplo promises` read texts and outputs, and write what was asked for."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.collation.case_files import HERE, read_cases

import diplo
from diplo.cli import program
from diplo.formats.collation import from_json, read_csv

CASES = {case.name: case for case in read_cases("cases")}


def run(*arguments: object) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(program, [str(argument) for argument in arguments], prog_name="diplo")


def texts(name: str, folder: Path) -> list[Path]:
    """Write the readouts of a case into files."""
    content = tomllib.loads((HERE / "cases" / f"{name}.toml").read_text("utf-8"))
    files = [folder / f"{each['name']}.txt" for each in content["readout"]]
    for file, each in zip(files, content["readout"], strict=True):
        file.write_text(each["text"].strip(), encoding="utf-8")
    return files


@pytest.fixture
def air_link(tmp_path: Path) -> list[Path]:
    """Return two texts of one meeting."""
    return texts("01-air-link", tmp_path)


def test_compare_draws_both_sides(air_link: list[Path]) -> None:
    """Both texts are read, with the publishers given."""
    result = run("compare", *air_link, "--issuer-a", "PT", "--issuer-b", "KE")

    assert result.exit_code == 0
    assert result.stdout.startswith("same encounter: 0.98 (people 0.98, date 1.00, place 1.00, format 1.00)")
    assert "A  topic        fisheries convention" in result.stdout
    assert "firmness: discussed" in result.stdout


def test_compare_writes_json_csv_and_html(air_link: list[Path], tmp_path: Path) -> None:
    """Each format holds the same comparison."""
    arguments = ("compare", *air_link, "--issuer-a", "PT", "--issuer-b", "KE")
    printed = run(*arguments, "--format", "json").stdout
    run(*arguments, "--format", "csv", "-o", tmp_path / "tables")
    page = run(*arguments, "--format", "html").stdout

    [comparison] = from_json(printed).comparisons
    assert comparison.rows == diplo.compare(*CASES["01-air-link"].first_two).rows
    assert comparison.a.url == air_link[0].as_posix()
    assert read_csv(tmp_path / "tables") == from_json(printed)
    assert page.startswith("<!doctype html>")
    assert "B · Kenya" in page


def test_compare_takes_the_meetings_that_are_alike(air_link: list[Path]) -> None:
    """Of a text with two meetings, the one that the other text reports is compared."""
    with air_link[0].open("a", encoding="utf-8") as file:
        file.write("\nMinister Lima also met Foreign Minister Jorge Valdivia of Chile on 12 March 2024.\n")
    assert len(diplo.parse_all(air_link[0].read_text("utf-8"))) == 2

    for files in (air_link, air_link[::-1]):
        result = run("compare", *files)
        assert result.stdout.startswith("same encounter: 0.98")


def test_compare_reads_what_diplo_wrote(air_link: list[Path], tmp_path: Path) -> None:
    """A record in JSON is as good as its text."""
    record = tmp_path / "record.json"
    record.write_text(diplo.to_json(CASES["01-air-link"].first_two[1]))

    assert "B · KE: CS Otieno" in run("compare", air_link[0], record).stdout


def test_a_text_without_a_meeting_is_a_fault(air_link: list[Path], tmp_path: Path) -> None:
    """There is nothing to compare, and the file is named."""
    (tmp_path / "none.txt").write_text("Nothing happened.")

    result = run("compare", air_link[0], tmp_path / "none.txt")

    assert result.exit_code == 1
    assert "none.txt: reports no meeting" in result.stderr


def test_promises_are_listed_by_how_they_stand(tmp_path: Path) -> None:
    """What is overdue, due, kept and without a date on the day."""
    texts("11-life-of-an-air-link", tmp_path)

    early, later = (run("promises", tmp_path, "--as-of", day).stdout for day in ("2025-07-01", "2026-02-01"))

    assert [line for line in early.splitlines() if line.endswith(": 1")] == ["overdue: 1", "due: 1"]
    assert "2025-12     KE, PT" in early.replace("PT, KE", "KE, PT")
    assert "changed 2025-02-03, due 2025-12: agreed to open the direct air link" in " ".join(early.split())
    assert [line for line in later.splitlines() if line.endswith(": 1")] == ["overdue: 1", "kept: 1"]
    assert "concluded 2026-01-10" in later


def test_promises_are_read_from_tables_and_written_in_every_format(tmp_path: Path) -> None:
    """A folder of tables is as good as the texts."""
    home = tmp_path / "texts"
    home.mkdir()
    texts("12-lives-of-memoranda", home)
    run("parse", home, "--format", "csv", "-o", tmp_path / "tables")
    arguments = ("promises", tmp_path / "tables", "--as-of", "2024-01-01")
    lives = from_json(run(*arguments, "--format", "json").stdout).lives
    run(*arguments, "--format", "csv", "-o", tmp_path / "lives")
    run(*arguments, "--format", "png", "-o", tmp_path / "lives.png")

    assert len(lives) == 3
    assert lives == from_json(run("promises", home, *arguments[2:], "--format", "json").stdout).lives
    assert read_csv(tmp_path / "lives").lives == lives
    assert (tmp_path / "lives.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "arguments",
    [
        ("promises", "."),
        ("promises", ".", "--as-of", "tomorrow"),
        ("promises", ".", "--as-of", "2024-01-01", "--format", "png"),
        ("compare", "a.txt"),
    ],
)
def test_wrong_use_ends_with_two(
    arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A day is needed, and a place for what is no text."""
    monkeypatch.chdir(tmp_path)

    assert run(*arguments).exit_code == 2


def test_missing_extra_says_what_to_install(air_link: list[Path]) -> None:
    """Without rapidfuzz, comparing says so, and promises are listed all the same."""
    program_text = "import sys; sys.modules['rapidfuzz'] = None; from diplo.__main__ import main; main()"
    command = [sys.executable, "-c", program_text]

    compared = subprocess.run(
        [*command, "compare", *map(str, air_link)], check=False, capture_output=True, text=True
    )
    listed = subprocess.run(
        [*command, "promises", str(air_link[0]), "--as-of", "2025-01-01"],
        check=False,
        capture_output=True,
        text=True,
    )

    assert (compared.returncode, 'pip install "diplo[collate]"' in compared.stderr) == (1, True)
    assert (listed.returncode, "due: 1" in listed.stdout) == (0, True)
