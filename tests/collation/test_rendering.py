"""Two records side by side, as a page and on the screen; undertakings as a picture."""

from __future__ import annotations

import datetime as dt
import re
from html.parser import HTMLParser
from io import BytesIO

import attrs
import pytest
from hypothesis import given, settings
from tests.collation.case_files import read_cases
from tests.collation.strategies import COMPARISONS, LIVES

import diplo
from diplo.cli.side_by_side import compared, promised
from diplo.comparison import Comparison, Outcome, Words
from diplo.formats.html import render_comparison
from diplo.formats.timeline import timeline
from diplo.life import Life

CASES = {case.name: case for case in read_cases("cases")}
HOSTILE = "</style></td><script>window.ran = true</script>\" onmouseover='x' javascript:1 $a ${b}"


class Page(HTMLParser):
    """The elements of a page, which nest, and the words in each cell."""

    def __init__(self, html: str) -> None:
        """Read a page."""
        super().__init__()
        self.opened: list[str] = []
        self.names: set[str] = set()
        self.rows: list[tuple[str, dict[str, str]]] = []
        self._cell = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        found = {name: value or "" for name, value in attrs}
        self.names |= {tag, *found}
        if tag != "meta":
            self.opened.append(tag)
        if tag == "tr":
            self.rows.append((found.get("class", ""), {}))
        if tag == "td":
            self._cell = found.get("class", "")

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last, and no other."""
        assert self.opened.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep the words of a cell."""
        if "td" in self.opened:
            cells = self.rows[-1][1]
            cells[self._cell] = cells.get(self._cell, "") + data


def compared_case(name: str) -> Comparison:
    """Compare the first two readouts of a case."""
    return diplo.compare(*CASES[name].first_two)


def test_page_has_a_row_for_everything_in_the_column_of_its_record() -> None:
    """Words stand in the column of who says them, and a row is marked by what it is."""
    comparison = compared_case("01-air-link")
    page = Page(render_comparison(comparison))

    rows = [(kind, cells) for kind, cells in page.rows if kind in set(Outcome)]
    assert page.opened == []
    assert [kind for kind, _ in rows] == [row.outcome for row in comparison.rows]
    for row, (_, cells) in zip(comparison.rows, rows, strict=True):
        for said, cell in ((row.a, cells["a"]), (row.b, cells["b"])):
            assert cell.startswith(" ".join(said.text.split()) if said else "not said")


def test_page_tells_whose_record_and_what_differs() -> None:
    """Heads, score, differences and offsets are on the page."""
    html = render_comparison(compared_case("01-air-link"))

    for words in ("A · Portugal", "B · Kenya", "CS Otieno holds talks in Lisbon", "same encounter: 0.98"):
        assert words in html
    assert '<li class="silent">count: not said</li>' in html
    assert "<li><b>count:</b> 2</li>" in html
    assert 'title="characters ' in html


def test_fragment_is_the_body_of_the_page() -> None:
    """A fragment is one element, without scripts and addresses, styled within itself."""
    comparison = compared_case("01-air-link")
    fragment = render_comparison(comparison, fragment=True)

    assert fragment in render_comparison(comparison)
    assert not re.search(r"(?i)<script|@import|url\(|<link|\son\w+=", fragment)
    selectors = re.findall(r"(?m)^([^\s@/}][^{]*)\{", fragment)
    assert [each for each in selectors if not re.search(r"\.diplo|\.comparison", each)] == []


def test_hostile_words_stay_words() -> None:
    """No element and no attribute comes on the page, whatever the fields say."""
    plain = compared_case("01-air-link")
    evil = Words(text=HOSTILE, value=HOSTILE, id=HOSTILE)
    rows = tuple(
        attrs.evolve(row, label=HOSTILE, a=row.a and evil, b=row.b and attrs.evolve(evil, spans=row.b.spans))
        for row in plain.rows
    )
    side = attrs.evolve(plain.a, title=HOSTILE, issuer=HOSTILE, url=f"javascript:{HOSTILE}")

    page = Page(render_comparison(attrs.evolve(plain, rows=rows, a=side)))

    assert page.names <= Page(render_comparison(plain)).names | {"class"}
    assert "script" not in page.names


@settings(deadline=None, max_examples=25)
@given(COMPARISONS)
def test_any_comparison_is_shown(comparison: Comparison) -> None:
    """Whatever the class holds gives a page whose elements nest, and lines that steer no terminal."""
    assert Page(render_comparison(comparison)).opened == []
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", compared(comparison, None))


@settings(deadline=None, max_examples=25)
@given(LIVES)
def test_any_life_is_listed(life: Life) -> None:
    """Whatever the class holds gives lines."""
    listed = promised([life], dt.date(2025, 1, 1), None)

    assert listed.count("\n") >= 4
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", listed)


def test_screen_shows_both_sides() -> None:
    """The words of both stand in one line, with the sign of what they are."""
    shown = compared(compared_case("06-due-dates-differ"), None)

    assert re.search(r"≠ +agreement +agreed to establish a .* agreed to establish a ", shown)
    assert re.search(r"due: 2024-12 +due: 2025", shown)
    assert re.search(r"actors: BR; recipients: AO +actors: AO; recipients: BR", shown)


@pytest.mark.parametrize("as_of", ["2024-01-01", "2024-12-01", "2026-02-01"])
def test_timeline_draws_what_stands_on_the_day(as_of: str) -> None:
    """Every undertaking that was said by then has a line with its words, and the picture is a PNG."""
    lives = diplo.follow(CASES["11-life-of-an-air-link"].meetings.values())
    day = dt.date.fromisoformat(as_of)
    known = [life for life in lives if life.standing(day)]
    file = BytesIO()

    figure = timeline(lives, day)
    figure.savefig(file, format="png")

    [axes] = figure.axes
    labels = [label.get_text() for label in axes.get_yticklabels()]
    assert len(labels) == len(known)
    assert all(life.events[0].words.text[:30] in " ".join(labels) for life in known)
    assert file.getvalue().startswith(b"\x89PNG")
