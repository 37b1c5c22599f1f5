"""The side panel: who, when, where, on what, and what was undertaken, each entry leading to its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from diplo.formats.html.escape import escape
from diplo.formats.html.marks import Kind, Mark

# The heading of each section, and the first letters of the keys that belong there.
_SECTIONS = (
    ("Who", "p"),
    ("When", "d"),
    ("Where", "w"),
    ("Topics", "t"),
    ("Commitments", "c"),
    ("Statements", "s"),
    ("Mentioned", "m"),
)
_ALWAYS = {"Who", "When", "Where"}


def panel(marks: Iterable[Mark], page: str) -> str:
    """Return the sections of the panel; `page` goes before every key."""
    by_letter: dict[str, list[Mark]] = {}
    for mark in marks:
        by_letter.setdefault(mark.key[0], []).append(mark)
    return "\n".join(_sections(by_letter, page))


def _sections(by_letter: dict[str, list[Mark]], page: str) -> Iterator[str]:
    """Yield the sections that have entries; of who, when and where also that the text does not say it."""
    for heading, letter in _SECTIONS:
        entries = by_letter.get(letter, [])
        if letter == "d":  # other days fall due, and stand with the commitments
            entries = [mark for mark in entries if mark.key == "d0"]
        if entries:
            yield f"<section><h2>{heading}</h2>\n{_entries(entries, page)}</section>"
        elif heading in _ALWAYS:
            yield f'<section><h2>{heading}</h2><p class="none">not said</p></section>'
    if notes := by_letter.get("n"):
        yield f"<details><summary>Doubts ({len(notes)})</summary>\n{_entries(notes, page)}</details>"


def _entries(marks: list[Mark], page: str) -> str:
    """Return a list of marks, linked where they have words."""
    return "<ul>\n" + "".join(f"<li>{_entry(mark, page)}</li>\n" for mark in marks) + "</ul>"


def _entry(mark: Mark, page: str) -> str:
    """Return one entry: name, key and what else is known."""
    tag = f'<i class="tag {mark.kind}-tag">{mark.key}</i> ' if mark.key[0] in "tcs" else ""
    name = f'<b class="name {mark.kind}-name">{escape(" ".join(mark.name.split()))}</b>'
    brief = f" <small>{escape(mark.brief)}</small>" if mark.brief else ""
    if not mark.spans or mark.kind == Kind.HEADLINE:
        return tag + name + brief
    return f'{tag}<a href="#{page}-{mark.key}">{name}</a>{brief}'
