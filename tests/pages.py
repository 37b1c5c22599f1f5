"""What a page of highlighted text holds, by another parser than that of a browser."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

from diplo.model import Meeting

_VOID = {"meta"}
PAYLOADS = (
    "<script>window.ran = true</script>",
    "</style><script>window.ran = true</script>",
    "</title></head><script>window.ran = true</script>",
    "<img src=x onerror='window.ran = true'>",
    '"><svg onload=window.ran=true>',
    "' onmouseover='window.ran = true' x='",
    '" style="position:fixed;inset:0" onfocus="window.ran=true" autofocus x="',
    "<a href='javascript:window.ran=true'>go</a>",
    "javascript:window.ran=true",
    " JaVaScRiPt:window.ran=true",
    "java\tscript:window.ran=true",
    "data:text/html,<script>window.ran=true</script>",
    "<style>*{display:none}</style>",
    "x{} } * { display: none }",
    "<base href='https://example.org/'><meta http-equiv=refresh content='0;url=about:blank'>",
    "<!-- --><iframe srcdoc='<script>parent.ran=true</script>'></iframe>",
    "&lt;script&gt;window.ran=true&lt;/script&gt;",
    "$text ${panel} $$ {key}",
    "http://[",
    "<template><script>window.ran=true</script></template><math><mtext></math><noscript>",
)


class Page(HTMLParser):
    """What a page holds: elements that nest, the text of the article, and the marks in it."""

    def __init__(self, html: str) -> None:
        """Read a page."""
        super().__init__()
        self.opened: list[tuple[str, dict[str, str | None]]] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.marks: dict[str, tuple[str, set[int]]] = {}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.elements.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.opened.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last, and no other."""
        assert self.opened.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        """Keep the text of the article, and which of it is marked."""
        if not any(tag == "article" for tag, _ in self.opened):
            return
        for _, attributes in self.opened:
            if key := attributes.get("data-mark"):
                kind = attributes["class"] or ""
                _, covered = self.marks.setdefault(key.partition("-")[2], (kind, set()))
                covered |= set(range(len(self.text), len(self.text) + len(data)))
        self.text += data


def shown(text: str) -> str:
    """Return a text as HTML can hold it."""
    return re.sub(r"[\0\ud800-\udfff]", "\ufffd", re.sub(r"\r(?!\n)", "\n", text))


def assert_marked(html: str, meeting: Meeting) -> None:
    """Check that elements nest, that the text is whole, and that each value marks its own characters."""
    page = Page(html)
    marks = {key: value for key, value in page.marks.items() if key != "h"}
    assert page.opened == []
    assert page.text == shown(meeting.source.text)
    assert marks == marks_in_model(meeting)


def marks_in_model(meeting: Meeting) -> dict[str, tuple[str, set[int]]]:
    """Return the kind and the characters that each value of a meeting marks, by the model alone."""
    found: dict[str, tuple[str, set[int]]] = {}

    def add(key: str, kind: str, *spans: Any) -> None:
        """Add the characters of the spans that are there."""
        covered = {offset for span in spans if span for offset in range(span.start, span.end)}
        if covered:
            found[key] = (kind, covered)

    for letter, people in (("p", meeting.participants), ("m", meeting.mentioned)):
        for number, person in enumerate(people, 1):
            add(f"{letter}{number}", "person", *person.spans)
    add("d0", "date", meeting.period and meeting.period.span)
    add("w0", "place", meeting.place and meeting.place.span)
    for number, topic in enumerate(meeting.topics, 1):
        add(f"t{number}", "topic", topic.span)
    for number, commitment in enumerate(meeting.commitments, 1):
        add(f"c{number}", "commitment", commitment.span)
        add(f"d{number}", "date", commitment.due and commitment.due.span)
    for number, statement in enumerate(meeting.statements, 1):
        add(f"s{number}", "statement", statement.span)
    for number, note in enumerate(meeting.notes, 1):
        add(f"n{number}", "note", note.span)
    return found
