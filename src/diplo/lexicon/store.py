"""The vocabulary as it was last built, kept beside the bytecode of this module, since it loads faster so.

Python keeps modules in the same way, checked by a hash of their source; the same loader writes both, and
neither is written where `sys.dont_write_bytecode` is set or the folder cannot be written to.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable, Iterable
from importlib.machinery import SourceFileLoader
from importlib.util import cache_from_source, source_hash
from typing import TypeVar

from diplo.countries import read_data

Built = TypeVar("Built")

# What makes the vocabulary from the files, besides the modules of this package.
_MAKERS = ("diplo.countries", "diplo.model", "diplo.phrasetable", "diplo.sectors", "diplo.tokens")
_HASH = 8


def kept(build: Callable[[], Built], files: Iterable[str]) -> Built:
    """Return what was kept, if the files of `data/` and the code are the same; else build and keep it."""
    loader = __spec__.loader
    if not isinstance(loader, SourceFileLoader):
        return build()
    path = cache_from_source(__file__).removesuffix(".pyc") + ".lexicon"
    origin = source_hash(b"".join(_sources(loader, files)))
    try:
        stored = loader.get_data(path)
    except OSError:
        stored = b""
    content = stored[2 * _HASH :]
    if stored[: 2 * _HASH] == origin + source_hash(content):
        known: Built = pickle.loads(content)  # noqa: S301 - as trusted as the bytecode that stands beside it
        return known
    built = build()
    if not sys.dont_write_bytecode:
        content = pickle.dumps(built, pickle.HIGHEST_PROTOCOL)
        loader.set_data(path, origin + source_hash(content) + content)
    return built


def _sources(loader: SourceFileLoader, files: Iterable[str]) -> Iterable[bytes]:
    """Yield the files of the vocabulary, and the code by which it is built."""
    yield from (read_data(name).encode() for name in files)
    for name in sorted(sys.modules):
        if name in _MAKERS or name.startswith("diplo.lexicon"):
            yield loader.get_data(sys.modules[name].__file__ or "")
