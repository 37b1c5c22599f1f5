"""Another project depends on diplo: it is built, installed, run, and checked for types."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MISUSE = """import diplo

meeting = diplo.parse("text", published="2024-03-12")
print(meeting.period.edtf)
print(meeting.participant)
"""


def run(*command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run Python with arguments in a folder."""
    return subprocess.run(
        [sys.executable, *command], capture_output=True, check=False, cwd=folder, encoding="utf-8"
    )


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the example, away from the sources of diplo."""
    target = tmp_path_factory.mktemp("typed") / "project"
    return Path(shutil.copytree(ROOT / "examples" / "typed_project", target))


def test_project_is_built_and_runs(project: Path) -> None:
    """Its wheel asks for diplo, and what is in it reads a folder of texts."""
    built = run("-m", "build", "--wheel", "--no-isolation", folder=project)
    assert built.returncode == 0, built.stderr
    [wheel] = (project / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(project / "site")

    code = "import sys; sys.path.insert(0, 'site'); import promise_log; promise_log.main()"
    printed = run("-c", code, str(ROOT / "examples" / "readouts"), folder=project)

    metadata = next((project / "site").glob("*.dist-info/METADATA")).read_text(encoding="utf-8")
    assert "Requires-Dist: diplo>=" in metadata
    assert (printed.returncode, printed.stderr) == (0, "")
    rows = [line.split("\t") for line in printed.stdout.splitlines()]
    assert len(rows) > 10
    assert rows == sorted(rows, key=lambda row: row[0])
    assert all(len(row) == 3 for row in rows)


def test_project_passes_the_strict_check(project: Path) -> None:
    """`mypy --strict` takes the types of diplo from the installed package and finds nothing."""
    checked = run("-m", "mypy", folder=project)

    assert checked.stdout == "Success: no issues found in 1 source file\n"


def test_misuse_is_found(project: Path) -> None:
    """The check is no formality: a wrong argument, a forgotten `None` and a wrong name are found."""
    (project / "misuse.py").write_text(MISUSE, encoding="utf-8")

    checked = run("-m", "mypy", "--strict", "misuse.py", folder=project)

    lines = [line.partition("misuse.py:")[2] for line in checked.stdout.splitlines() if ": error:" in line]
    assert [line.partition(":")[0] for line in lines] == ["3", "4", "5"]
