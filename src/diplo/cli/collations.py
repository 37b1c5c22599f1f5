"""What was found in records laid side by side, in the format that was asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import click

from diplo.cli.outputs import opened, width_of
from diplo.cli.side_by_side import compared, promised
from diplo.comparison import Comparison
from diplo.formats.collation import Collation, to_json, write_csv
from diplo.formats.html import render_comparison
from diplo.formats.staging import replaced_together
from diplo.life import Life

FORMATS_OF_COMPARISON = ("table", "json", "csv", "html")
FORMATS_OF_LIVES = ("table", "json", "csv", "png")


def write_comparison(comparison: Comparison, chosen: str, output: Path | None) -> None:
    """Write a comparison, to a file, a folder or the screen."""
    if chosen in {"table", "html"}:
        with opened(output) as file:
            file.write(
                render_comparison(comparison) if chosen == "html" else compared(comparison, width_of(file))
            )
    else:
        _write(Collation(comparisons=(comparison,)), chosen, output)


def write_lives(lives: Sequence[Life], as_of: dt.date, chosen: str, output: Path | None) -> None:
    """Write undertakings and how they stand, to a file, a folder or the screen."""
    if chosen == "table":
        with opened(output) as file:
            file.write(promised(lives, as_of, width_of(file)))
    elif chosen == "png":
        _draw(lives, as_of, _needed(output, "a file", chosen))
    else:
        _write(Collation(lives=tuple(lives)), chosen, output)


def _write(collation: Collation, chosen: str, output: Path | None) -> None:
    """Write a collation as JSON or as tables."""
    if chosen == "csv":
        write_csv(collation, _needed(output, "a folder", chosen))
        return
    with opened(output) as file:
        file.write(to_json(collation, indent=2) + "\n")


def _draw(lives: Sequence[Life], as_of: dt.date, output: Path) -> None:
    """Draw the timeline into a file, which appears when it is whole."""
    from diplo.formats.timeline import timeline  # noqa: PLC0415 - it needs an extra that others do not

    figure = timeline(lives, as_of)
    with replaced_together(output.parent) as staging:
        figure.savefig(staging / output.name, format="png", dpi=120)


def _needed(output: Path | None, what: str, chosen: str) -> Path:
    """Return where to write.

    Raises:
        click.UsageError: when that was not given.
    """
    if output is None:
        message = f"--format {chosen} needs {what}: give it with -o"
        raise click.UsageError(message)
    return output
