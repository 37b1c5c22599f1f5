"""The files of looks that lie beside this module."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from string import Template


@cache
def file(name: str) -> str:
    """Return a file that lies beside this module."""
    return files("diplo.formats.html").joinpath(name).read_text(encoding="utf-8")


@cache
def template(name: str) -> Template:
    """Return a file with places to fill."""
    return Template(file(name))
