"""Fuzz one target with atheris: python -m tests.fuzz.run TARGET [options of libFuzzer].

    python -m tests.fuzz.run parse_all -max_total_time=1800

What was worth keeping goes to build/fuzz/TARGET/, where the next run starts from. An input that breaks a
promise goes to build/fuzz/TARGET-crash-*, and is run alone when its path is an option; make a test of it.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

atheris: Any = import_module("atheris")  # untyped, and in no environment but that of `make fuzz`

with atheris.instrument_imports(include=["diplo", "trafilatura", "htmldate"]):
    from tests.fuzz.targets import ROOT, TARGETS, seeds, words

CORPORA = ROOT / "build" / "fuzz"


def corpus(target: str) -> Path:
    """Make the folder of inputs of a target, with its seeds in it."""
    folder = CORPORA / target
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(target)):
        (folder / f"seed-{number:03}").write_bytes(seed)
    return folder


def dictionary() -> Path:
    """Write the words of readouts as a dictionary of libFuzzer."""
    file = CORPORA / "words.dict"
    lines = ("".join(f"\\x{byte:02x}" for byte in b" " + word) for word in words())
    file.write_text("".join(f'"{line}"\n' for line in lines), encoding="ascii")
    return file


def main() -> None:
    """Fuzz a target; libFuzzer ends the process."""
    target, *options = sys.argv[1:]
    folder = corpus(target)
    options += [f"-artifact_prefix={CORPORA / target}-", "-timeout=20", "-max_len=8192"]
    if target == "parse_all":
        options.append(f"-dict={dictionary()}")
    atheris.Setup([sys.argv[0], *options, str(folder)], TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
