"""The text with its marks, as nested elements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise, takewhile

import attrs

from diplo.formats.html.escape import escape, with_line_ends
from diplo.formats.html.marks import Kind, Mark
from diplo.span import Span

_RANKS = {kind: rank for rank, kind in enumerate(Kind)}
_TAGGED = {Kind.STATEMENT, Kind.COMMITMENT, Kind.TOPIC}


@attrs.frozen(eq=False)
class _Stretch:
    """One span of a mark; `first` where the panel leads to it."""

    mark: Mark
    span: Span
    first: bool

    @property
    def rank(self) -> tuple[int, int, int]:
        """Sort outer stretches before inner ones."""
        return _RANKS[self.mark.kind], self.span.start, -self.span.end


def marked_text(text: str, marks: Iterable[Mark], page: str) -> str:
    """Return the text with an element around each marked stretch; `page` goes before every key.

    Elements can only nest. Where two stretches cross, the inner one is closed and opened again, so that it
    stands as two pieces; every piece carries the key of its mark.
    """
    text = with_line_ends(text)  # before it is cut, which can happen within a line end
    written: list[str] = []
    opened: list[_Stretch] = []
    for span, covering in _segments(text, marks):
        kept = sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1], zip(opened, covering, strict=False)))
        written += ["</span>"] * (len(opened) - kept)
        for depth in range(kept, len(covering)):
            written.append(_start_tag(covering[: depth + 1], span, page))
        written.append(escape(span.of(text)))
        opened = covering
    written += ["</span>"] * len(opened)
    return "".join(written)


def _segments(text: str, marks: Iterable[Mark]) -> Iterator[tuple[Span, list[_Stretch]]]:
    """Cut a text wherever a mark starts or ends; yield each piece and what covers it, the outermost first."""
    starting: dict[int, list[_Stretch]] = {}
    cuts = {0, len(text)}
    for mark in marks:
        for number, span in enumerate(mark.spans):
            starting.setdefault(span.start, []).append(_Stretch(mark, span, first=number == 0))
            cuts |= {span.start, span.end}
    covering: list[_Stretch] = []
    for start, end in pairwise(sorted(cuts)):
        covering = [stretch for stretch in covering if stretch.span.end > start]
        covering = sorted(covering + starting.get(start, []), key=lambda stretch: stretch.rank)
        yield Span(start, end), covering


def _start_tag(path: list[_Stretch], piece: Span, page: str) -> str:
    """Open the last stretch of a path; its tooltip tells of all, as a browser shows only the innermost."""
    stretch = path[-1]
    mark = stretch.mark
    key = f"{page}-{mark.key}"
    attributes = [f'class="{mark.kind}"', f'data-mark="{key}"']
    if stretch.span.start == piece.start:
        attributes += [f'id="{key}"'] if stretch.first else []
        attributes += [f'data-tag="{mark.key}"'] if mark.kind in _TAGGED else []
    if mark.kind == Kind.HEADLINE:
        attributes.append('role="heading" aria-level="1"')
    tooltip = "\n\n".join(_tooltip(each.mark) for each in reversed(path) if each.mark.fields)
    if tooltip:
        attributes.append(f'title="{escape(tooltip)}"')
    return f"<span {' '.join(attributes)}>"


def _tooltip(mark: Mark) -> str:
    """Write the fields of a mark, a line each."""
    head = f"{mark.kind} {mark.name if mark.kind in {Kind.PERSON, Kind.PLACE} else mark.key}"
    return "\n".join([head, *(f"{label}: {value}" for label, value in mark.fields)])
