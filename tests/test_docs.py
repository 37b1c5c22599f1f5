"""What the documents show is what happens."""

from __future__ import annotations

import doctest
import importlib
import os
import re
import shlex
import subprocess
import sys
import tomllib
from itertools import takewhile
from pathlib import Path

import pytest
from tests.documents import PAGES, ROOT, anchors, blocks, links, name_of

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
MODULES = sorted(
    path for path in (ROOT / "src" / "diplo").rglob("*.py") if ">>> " in path.read_text(encoding="utf-8")
)
LANGUAGES = {"console", "pycon", "sh", "text", "toml"}
DIRECTIVES = {"{eval-rst}", "{include}", "{raw}", "{toctree}"}
# What a block of `sh` may run besides programs of the project: it needs a network, so it is not run here.
OUTSIDE = {"pip install", "python -m", ".venv/bin/pip install", ".venv/bin/python"}


def with_blocks(language: str) -> list[Path]:
    """Return the pages that hold blocks of a language."""
    return [page for page in PAGES if blocks(page, language)]


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_no_block_escapes(page: Path) -> None:
    """Every block of code says what it is, and is of a kind that is tested below."""
    told = {block.language.partition(" ")[0] for block in blocks(page)}

    assert told - LANGUAGES - DIRECTIVES == set()


@pytest.mark.parametrize("page", with_blocks("pycon"), ids=name_of)
def test_sessions_print_what_they_show(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The blocks of a page run as one session, from the root of the project."""
    monkeypatch.chdir(ROOT)
    shown = "\n".join(block.content for block in blocks(page, "pycon"))
    session = doctest.DocTestParser().get_doctest(shown, {}, page.name, str(page), 0)
    differences: list[str] = []

    doctest.DocTestRunner().run(session, out=differences.append)

    assert "".join(differences) == ""


@pytest.mark.parametrize("page", with_blocks("console"), ids=name_of)
def test_commands_print_what_they_show(page: Path, tmp_path: Path) -> None:
    """The commands of a page run one after another in an empty folder that has the examples in it."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    env = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}

    for block in blocks(page, "console"):
        for step in re.split(r"^\$ ", block.content, flags=re.MULTILINE)[1:]:
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


@pytest.mark.parametrize("page", with_blocks("sh"), ids=name_of)
def test_commands_that_build_or_fetch_exist(page: Path) -> None:
    """Targets of make and scripts that a page names are there."""
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for block in blocks(page, "sh"):
        for line in block.content.splitlines():
            program, *rest = shlex.split(line, comments=True)
            if program == "make":
                assert rest[0] in targets, line
            elif program == "python" and rest[0].endswith(".py"):
                assert (ROOT / rest[0]).is_file(), line
            else:
                known = {program, " ".join([program, *rest[:1]])} & OUTSIDE
                assert known or (ROOT / program).is_file(), line


@pytest.mark.parametrize("page", with_blocks("text"), ids=name_of)
def test_cases_that_are_shown_are_tested(page: Path) -> None:
    """A test case that a page shows is one of the cases."""
    cases = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests" / "cases").glob("*.txt"))

    assert [block for block in blocks(page, "text") if block.content not in cases] == []


@pytest.mark.parametrize("page", with_blocks("toml"), ids=name_of)
def test_settings_that_are_shown_are_those_of_the_example(page: Path) -> None:
    """A `pyproject.toml` that a page shows is a part of that of `examples/typed_project`."""
    example = tomllib.loads((ROOT / "examples/typed_project/pyproject.toml").read_text(encoding="utf-8"))
    for block in blocks(page, "toml"):
        for table, settings in tomllib.loads(block.content).items():
            assert settings.items() <= example[table].items()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_docstrings_print_what_they_show(path: Path) -> None:
    """The sessions in the docstrings of a module run."""
    dotted = ".".join(path.relative_to(ROOT / "src").with_suffix("").parts).removesuffix(".__init__")
    module = importlib.import_module(dotted)
    differences: list[str] = []
    tests = [test for test in doctest.DocTestFinder().find(module) if test.examples]

    for test in tests:
        doctest.DocTestRunner().run(test, out=differences.append)

    assert tests
    assert "".join(differences) == ""


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    """Every link to a file of the project finds it, and the heading that it names."""
    lost = []
    for link in links(page):
        file, _, anchor = link.partition("#")
        target = page.parent / file if file else page
        if re.match(r"\w+:", link):
            continue
        if not target.exists() or (anchor and anchor not in anchors(target)):
            lost.append(link)

    assert lost == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_extras_that_are_named_exist(page: Path) -> None:
    """Every extra that a page tells to install is one."""
    named = re.findall(r"diplo\[([\w,]+)\]", page.read_text(encoding="utf-8"))

    assert {extra for each in named for extra in each.split(",")} <= set(
        PROJECT["project"]["optional-dependencies"]
    )
