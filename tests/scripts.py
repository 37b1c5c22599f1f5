"""The scripts of the project that tests try out."""

from __future__ import annotations

import importlib.util
from types import ModuleType

from tests.documents import ROOT


def load_script(path: str) -> ModuleType:
    """Return the script at a path in the project, as a module of its own."""
    script = ROOT / path
    spec = importlib.util.spec_from_file_location(script.stem, script)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
