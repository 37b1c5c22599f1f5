"""Two records side by side: what both say in one line, what only one says marked as its own."""

from __future__ import annotations

from collections.abc import Iterator

from diplo.comparison import Comparison, Outcome, Row, Section, Side, Words
from diplo.countries import country_rows
from diplo.formats.html.escape import escape, is_web_address
from diplo.formats.html.files import file, template

_HEADINGS = {
    Section.FACTS: "When, where and how",
    Section.PEOPLE: "Who",
    Section.TOPICS: "Topics",
    Section.COMMITMENTS: "Commitments",
    Section.ATTRIBUTIONS: "What the other side is said to have said",
}
_SIGNS = {
    Outcome.AGREE: ("=", "both say it"),
    Outcome.DIFFER: ("≠", "they differ"),
    Outcome.ONLY_A: ("A", "only the first"),
    Outcome.ONLY_B: ("B", "only the second"),
}


def render_comparison(comparison: Comparison, *, fragment: bool = False) -> str:
    """Return two records in two columns, as a page that needs nothing else, no script included.

    Everything is escaped, as in `render`. Where the words stand is told in tooltips, by their offsets.

    Args:
        comparison: what `diplo.compare` gives, or read back.
        fragment: return one `<div>` to put into a page of one's own, and not a whole page.
    """
    pair = comparison.pair
    parts = (("people", pair.people), ("date", pair.date), ("place", pair.place), ("format", pair.format))
    facts = [f"same encounter: {pair.score:.2f}", *(f"{name} {value:.2f}" for name, value in parts)]
    body = template("comparison.html").substitute(
        style=file("style.css") + file("comparison.css"),
        facts="".join(f"<span>{fact}</span>" for fact in facts),
        a=_head(comparison.a, "A"),
        b=_head(comparison.b, "B"),
        sections="\n".join(_sections(comparison)),
    )
    if fragment:
        return body
    return template("page.html").substitute(title="Two sides of a meeting", fragment=body)


def _head(side: Side, letter: str) -> str:
    """Return the head of a column: whose record it is."""
    row = country_rows().get(side.issuer or "")
    issuer = row["name"] if row else side.issuer
    known = [f"published {side.published.isoformat()}"] if side.published else []
    known += [_address(side.url)] if side.url else []
    source = f'<span class="source">{" · ".join(known)}</span>' if known else ""
    return (
        f'<span class="side">{escape(" · ".join(filter(None, (letter, issuer))))}</span>'
        f'<span class="title">{escape(" ".join((side.title or "A meeting").split()))}</span>{source}'
    )


def _address(url: str) -> str:
    """Return an address, as a link where one may lead there."""
    shown = escape(url)
    return (
        f'<a href="{shown}" rel="noopener noreferrer nofollow">{shown}</a>' if is_web_address(url) else shown
    )


def _sections(comparison: Comparison) -> Iterator[str]:
    """Yield the sections that have rows."""
    for section, heading in _HEADINGS.items():
        rows = comparison.section(section)
        if rows:
            head = f'<tr class="heading"><th colspan="3" scope="rowgroup"><h2>{heading}</h2></th></tr>'
            yield f"<tbody>\n{head}\n" + "\n".join(map(_row, rows)) + "\n</tbody>"


def _row(row: Row) -> str:
    """Return one thing that both or one of them report."""
    sign, meaning = _SIGNS[row.outcome]
    label = escape(row.label.replace("_", " "))
    mark = f'<i class="sign {row.outcome}" aria-hidden="true">{sign}</i>{label}'
    return (
        f'<tr class="{row.outcome}">'
        f'<th class="mark" scope="row">{mark}<span class="hidden">, {meaning}</span></th>'
        f'<td class="a">{_cell(row.a, [(each.aspect, each.a) for each in row.differences])}</td>'
        f'<td class="b">{_cell(row.b, [(each.aspect, each.b) for each in row.differences])}</td>'
        "</tr>"
    )


def _cell(words: Words | None, aspects: list[tuple[str, str | None]]) -> str:
    """Return what one record says."""
    if words is None:
        return '<span class="none">not said</span>'
    where = ", ".join(f"{span.start} to {span.end}" for span in words.spans)
    title = f' title="characters {where}"' if where else ""
    text = escape(" ".join(words.text.split()))
    value = "" if words.value in dict(aspects).values() else words.value or ""
    shown = escape(value.replace("_", " "))
    read = f'<span class="as">{shown}</span>' if shown and shown != text else ""
    return f'<span class="words"{title}>{text}</span>{read}{_aspects(aspects)}'


def _aspects(aspects: list[tuple[str, str | None]]) -> str:
    """Return what one record says of the aspects in which the two differ."""
    items = [
        f"<li><b>{name.replace('_', ' ')}:</b> {escape(value.replace('_', ' '))}</li>"
        if value
        else f'<li class="silent">{name.replace("_", " ")}: not said</li>'
        for name, value in aspects
    ]
    return f"<ul>{''.join(items)}</ul>" if items else ""
