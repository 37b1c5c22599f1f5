"""How Sphinx builds the documentation."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import version as installed_version
from pathlib import Path

from sphinx.application import Sphinx

# Pages of reference that follow from the code are written anew for each build.
subprocess.run([sys.executable, Path(__file__).parents[1] / "tools" / "build_reference.py"], check=True)

project = "diplo"
author = "the diplo contributors"
project_copyright = "2026, the diplo contributors"
release = version = installed_version("diplo")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_click"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]

html_extra_path = ["../src/diplo/data/meeting.schema.json", "../src/diplo/data/collation.schema.json"]
pygments_dark_style = "github-dark"  # the one of furo underlines the names of modules, as if they were links
html_theme = "furo"
html_title = "diplo"

add_module_names = False  # everything public is imported from `diplo`
autodoc_class_signature = "mixed"
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
default_role = "code"  # docstrings write `names` in single backticks
napoleon_use_ivar = True
nitpick_ignore_regex = [
    # The build needs no network, so names of the standard library and of attrs are not looked up elsewhere.
    (r"py:.*", r"(datetime|dt|enum|pathlib|collections|typing|os|attrs?|builtins)\..*"),
    (r"py:.*", r"(pa|pyarrow|matplotlib)\..*"),
    (r"py:.*", r"(Path|date|StrEnum|Iterable|Mapping|Sequence|MappingProxyType)"),
]


def _set_commands(_app: Sphinx, _context: object, lines: list[str]) -> None:
    """Set the examples in the help of a command as code, so that quotes and dashes stay as they are typed."""
    lines[:] = [re.sub(r"^(\|\s+)((?:curl|diplo|eval) .*)", r"\1``\2``", line) for line in lines]


def setup(app: Sphinx) -> None:
    """Ask to see the help of each command."""
    app.connect("sphinx-click-process-description", _set_commands)
