"""What the documents show is what happens."""

from __future__ import annotations

import doctest
import re
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
def test_python_is_shown_as_a_session(page: Path) -> None:
    """No block of Python escapes the test above."""
    languages = {found[1] for found in BLOCK.finditer(page.read_text(encoding="utf-8"))}

    assert languages <= {"pycon", "mermaid"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_relative_links_lead_somewhere(page: Path) -> None:
    """Every link to a file of the project finds it."""
    links = re.findall(r"\]\(([^)#\s:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))

    assert [link for link in links if not (page.parent / link).exists()] == []
