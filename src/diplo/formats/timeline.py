"""Lives of undertakings as a picture: a line each, from the day on which it was first said. Needs `plot`."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterable

from diplo.errors import MissingExtraError
from diplo.life import Life, Standing, Turn

try:
    from matplotlib.axes import Axes
    from matplotlib.dates import ConciseDateFormatter
    from matplotlib.figure import Figure
except ImportError as error:
    raise MissingExtraError(__name__, "plot") from error

# Told apart by shape and brightness too, for eyes that see no hues.
_COLOURS = {
    Standing.OPEN: "#767676",
    Standing.DUE: "#0072b2",
    Standing.OVERDUE: "#b33c00",
    Standing.KEPT: "#007a5a",
}
_MARKERS = {Turn.SAID: "o", Turn.REPEATED: ".", Turn.CHANGED: "D", Turn.CONCLUDED: "s"}
_WIDTH = 64


def timeline(lives: Iterable[Life], as_of: dt.date) -> Figure:
    """Draw how undertakings stand on a day: those with a date first, the earliest above.

    A dot is where one was said, a small dot where it was repeated, a diamond where it was changed, a square
    where it was reported as done; a bar shows the days by which it is due. Lives that begin later than that
    day, and those without any day, are left out.
    """
    shown = [
        life for life in lives if life.standing(as_of) and any(event.date for event in life.until(as_of))
    ]
    shown.sort(key=lambda life: (life.due(as_of) is None, _first_day(life, as_of)))
    figure = Figure(figsize=(11, 1.5 + 0.34 * max(1, len(shown))), layout="constrained")
    axes = figure.subplots()
    for row, life in enumerate(shown):
        _draw(axes, row, life, as_of)
    day = axes.axvline(_place(as_of), color="#444444", linewidth=1, linestyle=":")
    day.set_zorder(0)
    labels = [_label(life, as_of) for life in shown]
    axes.set_yticks(range(len(shown)), labels)
    axes.set_ylim(max(1, len(shown)) - 0.5, -0.5)
    axes.xaxis_date()
    formatter = ConciseDateFormatter(axes.xaxis.get_major_locator())  # type: ignore[no-untyped-call]
    axes.xaxis.set_major_formatter(formatter)
    axes.grid(axis="x", color="#e4e4e4")
    axes.set_axisbelow(True)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(axis="y", length=0)
    axes.set_title(f"Undertakings as of {as_of.isoformat()}", loc="left", fontsize=12)
    handles = [
        axes.plot([], [], color=colour, marker="s", linestyle="", label=standing.value)[0]
        for standing, colour in _COLOURS.items()
    ]
    figure.legend(handles=handles, loc="outside lower right", ncols=4, frameon=False)
    return figure


def _draw(axes: Axes, row: int, life: Life, as_of: dt.date) -> None:
    """Draw one life."""
    standing = life.standing(as_of)
    colour = _COLOURS[standing or Standing.OPEN]
    events = [event for event in life.until(as_of) if event.date]
    days = [_place(event.date) for event in events if event.date]
    due = life.due(as_of)
    last = max([*days, _place(due.end)] if due and standing is not Standing.KEPT else days)
    axes.plot([days[0], last], [row, row], color=colour, linewidth=1.5)
    if due:
        start, end = _place(due.start), _place(due.end) + 1
        axes.barh(row, end - start, left=start, height=0.3, color=colour, alpha=0.35)
    for event, day in zip(events, days, strict=True):
        axes.plot([day], [row], color=colour, marker=_MARKERS[event.turn], markersize=7)


def _first_day(life: Life, as_of: dt.date) -> dt.date:
    """Return the first day on which a life was told of."""
    return min(event.date for event in life.until(as_of) if event.date)


def _place(day: dt.date) -> float:
    """Return where a day stands on the axis, in the days that matplotlib counts."""
    return float((day - dt.date(1970, 1, 1)).days)


def _label(life: Life, as_of: dt.date) -> str:
    """Return the newest words of a life, and who is to act."""
    words = textwrap.shorten(life.until(as_of)[0].words.text, _WIDTH, placeholder=" …")
    return f"{', '.join(life.actors)}: {words}".lstrip(": ").replace("$", r"\$")
