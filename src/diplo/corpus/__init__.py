"""Many texts: read from folders and files, parsed one after another or spread over processes."""

from __future__ import annotations

from diplo.corpus.parsing import parse_many, read
from diplo.corpus.readers import read_file, read_folder, read_jsonl, read_parquet, text_files
from diplo.corpus.readouts import Reading, Readout

__all__ = [
    "Reading",
    "Readout",
    "parse_many",
    "read",
    "read_file",
    "read_folder",
    "read_jsonl",
    "read_parquet",
    "text_files",
]
