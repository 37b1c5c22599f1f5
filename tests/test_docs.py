"""What the documents show is what happens."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from itertools import takewhile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_sessions_print_what_they_show(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The blocks of a page run as one session, from the root of the project."""
    monkeypatch.chdir(ROOT)
    blocks = [found[2] for found in BLOCK.finditer(page.read_text(encoding="utf-8")) if found[1] == "pycon"]
    session = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, page.name, str(page), 0)
    differences: list[str] = []

    doctest.DocTestRunner().run(session, out=differences.append)

    assert "".join(differences) == ""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_commands_print_what_they_show(page: Path, tmp_path: Path) -> None:
    """The commands of a page run one after another in an empty folder that has the examples in it."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    blocks = [found[2] for found in BLOCK.finditer(page.read_text(encoding="utf-8")) if found[1] == "console"]
    env = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}

    for block in blocks:
        for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            lines = step.splitlines()
            more = list(takewhile(lambda line: line.startswith("> "), lines[1:]))
            command = "\n".join([lines[0], *(line[2:] for line in more)])
            done = subprocess.run(
                ["/bin/bash", "-c", command],
                check=False,
                cwd=tmp_path,
                encoding="utf-8",
                env=env,
                stderr=subprocess.STDOUT,
                stdout=subprocess.PIPE,
            )
            assert done.stdout.splitlines() == lines[1 + len(more) :], command


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_python_is_shown_as_a_session(page: Path) -> None:
    """No block of Python escapes the test above."""
    languages = {found[1] for found in BLOCK.finditer(page.read_text(encoding="utf-8"))}

    assert languages <= {"console", "pycon", "mermaid"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_relative_links_lead_somewhere(page: Path) -> None:
    """Every link to a file of the project finds it."""
    links = re.findall(r"\]\(([^)#\s:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))

    assert [link for link in links if not (page.parent / link).exists()] == []
