"""Two records side by side, and undertakings with how they stand, as lines for a screen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from rich.table import Table
from rich.text import Text

from diplo.cli.show import drawn, printable
from diplo.comparison import Comparison, Outcome, Section, Side, Words
from diplo.life import Life, Standing

_SIGNS = {Outcome.AGREE: "=", Outcome.DIFFER: "≠", Outcome.ONLY_A: "A", Outcome.ONLY_B: "B"}
_STYLES = {Outcome.AGREE: "", Outcome.DIFFER: "yellow", Outcome.ONLY_A: "cyan", Outcome.ONLY_B: "magenta"}


def compared(comparison: Comparison, width: int | None) -> str:
    """Draw two records in two columns; `width` is that of the terminal, `None` where there is none."""
    pair = comparison.pair
    parts = (
        f"people {pair.people:.2f}, date {pair.date:.2f}, place {pair.place:.2f}, format {pair.format:.2f}"
    )
    table = Table(box=None, pad_edge=False)
    table.add_column("")
    table.add_column("")
    table.add_column(Text(_head("A", comparison.a)), overflow="fold", ratio=1)
    table.add_column(Text(_head("B", comparison.b)), overflow="fold", ratio=1)
    for section in Section:
        rows = comparison.section(section)
        if rows:
            table.add_row("", "", Text(f"-- {section}", style="bold"))
        for row in rows:
            table.add_row(
                _SIGNS[row.outcome],
                printable(row.label.replace("_", " ")),
                Text(_cell(row.a, [(each.aspect, each.a) for each in row.differences])),
                Text(_cell(row.b, [(each.aspect, each.b) for each in row.differences])),
                style=_STYLES[row.outcome],
            )
    legend = "=  both say it, ≠  they differ, A  only the first, B  only the second"
    return drawn(f"same encounter: {pair.score:.2f} ({parts})", table, width) + legend + "\n"


def promised(lives: Iterable[Life], as_of: dt.date, width: int | None) -> str:
    """Draw how undertakings stand on a day: what is overdue, due, kept, and without a date."""
    found: dict[Standing, list[Life]] = {}
    for life in lives:
        if standing := life.standing(as_of):
            found.setdefault(standing, []).append(life)
    parts = []
    for standing in (Standing.OVERDUE, Standing.DUE, Standing.KEPT, Standing.OPEN):
        here = sorted(found.get(standing, []), key=lambda life: _due(life, as_of))
        table = Table(box=None, show_header=False, pad_edge=False)
        table.add_column(style="cyan", no_wrap=True, min_width=10)
        table.add_column(no_wrap=True)
        table.add_column(overflow="fold", ratio=1)
        for life in here:
            table.add_row(
                _due(life, as_of) or "no date", _parties(life), Text("\n".join(_story(life, as_of)))
            )
        name = "without a date" if standing is Standing.OPEN else standing
        parts.append(drawn(f"{name}: {len(here)}", table, width))
    return "\n".join(parts)


def _head(letter: str, side: Side) -> str:
    """Return the head of a column."""
    published = side.published.isoformat() if side.published else None
    known = " · ".join(filter(None, (letter, side.issuer, published)))
    return printable(f"{known}: {side.title or 'no headline'}")


def _cell(words: Words | None, aspects: list[tuple[str, str | None]]) -> str:
    """Return what one record says, with the aspects in which the two differ."""
    if words is None:
        return "-"
    told = "; ".join(f"{name.replace('_', ' ')}: {value or 'not said'}" for name, value in aspects)
    value = f" [{words.value}]" if words.value and words.value != words.text and not told else ""
    return printable(words.text + value) + (f"\n  {printable(told)}" if told else "")


def _due(life: Life, as_of: dt.date) -> str:
    """Return by when an undertaking is due."""
    due = life.due(as_of)
    return due.edtf if due else ""


def _parties(life: Life) -> str:
    """Return who acts, and towards whom."""
    return printable(" → ".join(filter(None, (", ".join(life.actors), ", ".join(life.recipients)))))


def _story(life: Life, as_of: dt.date) -> Iterator[str]:
    """Yield the words with which an undertaking began, and what happened to it."""
    first, *later = life.until(as_of)
    yield printable(f"{first.words.text} ({first.turn}, {first.date or 'no day'})")
    for event in later:
        due = f", due {event.due.edtf}" if event.due else ""
        yield printable(f"  {event.turn} {event.date}{due}: {event.words.text}")
