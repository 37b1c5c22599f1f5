"""The tests on every Python that is supported, and with the oldest and newest dependencies that are allowed.

nox                     all sessions
nox -s tests-3.13 -- -k csv
nox -s oldest newest
"""

from __future__ import annotations

import re

import nox

PYPROJECT = nox.project.load_toml("pyproject.toml")
PYTHONS = ("3.11", "3.12", "3.13")

nox.options.default_venv_backend = "venv"
nox.options.error_on_missing_interpreters = True


def oldest_versions() -> list[str]:
    """Return each required dependency, held at the lowest version that is allowed."""
    required: list[str] = PYPROJECT["project"]["dependencies"]
    return [re.sub(r">=([\d.]+).*", r"==\1.*", requirement) for requirement in required]


def run_tests(session: nox.Session, *dependencies: str) -> None:
    """Install the package with some versions of its dependencies, and run the tests."""
    session.install("--quiet", "--editable", ".", *dependencies)
    session.install("--quiet", *nox.project.dependency_groups(PYPROJECT, "tests"), *dependencies)
    session.run("python", "-m", "pip", "list")
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests on a Python."""
    run_tests(session)


@nox.session(python=PYTHONS[0])
def oldest(session: nox.Session) -> None:
    """Run the tests with the oldest dependencies that are allowed."""
    run_tests(session, *oldest_versions())


@nox.session(python=PYTHONS[-1])
def newest(session: nox.Session) -> None:
    """Run the tests with the newest dependencies that are allowed."""
    run_tests(session, "--upgrade")
