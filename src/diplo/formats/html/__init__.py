"""Meetings as highlighted text: a page or a fragment of HTML that needs nothing else, no script included.

`marks` says what is marked, `text` nests the marks, `panel` lists them, and the files beside hold the looks.
`comparison` sets two meetings side by side.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from diplo.formats.html.comparison import render_comparison
from diplo.formats.html.escape import escape, is_web_address
from diplo.formats.html.files import file, template
from diplo.formats.html.marks import Mark, find_marks
from diplo.formats.html.panel import panel
from diplo.formats.html.text import marked_text
from diplo.model import Meeting

__all__ = ["render", "render_comparison"]


def render(meeting: Meeting, *, fragment: bool = False) -> str:
    """Return the text of a meeting with people, places, dates, topics, commitments and statements marked.

    A panel lists them; each entry leads to its words and lights them. Tooltips hold the fields.
    Everything is escaped, and a link leads to nothing but words of the page and to an `http` address of the
    source. NUL and halves of surrogate pairs, which HTML cannot hold, are shown as U+FFFD.

    Args:
        meeting: a meeting, parsed or read back.
        fragment: return one `<div>` to put into a page of one's own, and not a whole page.
    """
    marks = find_marks(meeting)
    page = "d" + hashlib.sha256(repr(meeting.id).encode()).hexdigest()[:8]
    body = template("fragment.html").substitute(
        style=file("style.css"),
        lights=_lights(marks, page),
        facts="".join(f"<span>{fact}</span>" for fact in _facts(meeting)),
        text=marked_text(meeting.source.text, marks, page),
        panel=panel(marks, page),
    )
    if fragment:
        return body
    return template("page.html").substitute(title=escape(meeting.title or "A meeting"), fragment=body)


def _lights(marks: Iterable[Mark], page: str) -> str:
    """Return the rules that light every piece of a mark, when an entry leads to the first."""
    rule = '.diplo:has(#{key}:target) [data-mark="{key}"] {{ --fill: var(--lit); background: var(--lit); }}'
    return "\n".join(rule.format(key=f"{page}-{mark.key}") for mark in marks if mark.spans)


def _facts(meeting: Meeting) -> Iterator[str]:
    """Yield what is known of the meeting beyond its words: format, publication, issuer, address."""
    yield escape(f"meeting, {meeting.format.replace('_', ' ')}")
    if meeting.occasion:
        yield escape(f"on the occasion of {meeting.occasion}")
    source = meeting.source
    if source.issuer:
        yield escape(f"issued by {source.issuer}")
    if source.published:
        yield escape(f"published {source.published.isoformat()}")
    if source.url and is_web_address(source.url):
        yield f'<a href="{escape(source.url)}" rel="noopener noreferrer nofollow">{escape(source.url)}</a>'
    elif source.url:
        yield escape(source.url)
