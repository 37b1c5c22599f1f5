"""How Sphinx builds the documentation."""

from __future__ import annotations

from importlib.metadata import version as installed_version

project = "diplo"
author = "the diplo contributors"
project_copyright = "2026, the diplo contributors"
release = version = installed_version("diplo")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]

html_extra_path = ["../src/diplo/data/meeting.schema.json", "../src/diplo/data/collation.schema.json"]
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
