"""Highlighted text is marked where the model says, escaped, and looks it in a browser."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import example, given, settings
from selenium import webdriver
from tests.browser import chromium, marks_on_screen, script, show
from tests.pages import PAYLOADS, Page, assert_marked, marks_in_model, shown
from tests.strategies import meetings, sample

import diplo
from diplo.formats.html import render
from diplo.model import Meeting, Source
from diplo.span import Span

READOUTS = Path(__file__).parents[1] / "examples" / "readouts"


def readout(number: int) -> Meeting:
    """Read one of the example readouts."""
    with (READOUTS / "index.csv").open(encoding="utf-8", newline="") as lines:
        row = list(csv.DictReader(lines))[number]
    text = (READOUTS / row["file"]).read_text(encoding="utf-8")
    return diplo.parse(text, published=dt.date.fromisoformat(row["published"]), issuer=row["issuer"])


def crossing() -> Meeting:
    """Return a meeting whose marks cross, lie within one another, coincide and repeat."""
    meeting = sample()
    said = meeting.statements[0]
    spans = ((0, 20), (10, 30), (15, 25), (10, 30), (25, 60), (29, 30), (0, 100))
    return attrs.evolve(
        meeting,
        participants=(
            attrs.evolve(meeting.participants[0], spans=(Span(0, 8), Span(4, 12), Span(4, 12), Span(70, 90))),
            meeting.participants[1],
        ),
        statements=tuple(attrs.evolve(said, id=f"s{n}", span=Span(*span)) for n, span in enumerate(spans, 1)),
        topics=(attrs.evolve(meeting.topics[0], span=Span(20, 80)),),
    )


def filled(value: Any, payload: str) -> Any:
    """Put a text into every field of the model that takes any text."""
    if isinstance(value, tuple):
        return tuple(filled(member, payload) for member in value)
    if type(value) is str:
        return payload
    if attrs.has(type(value)):
        changes = {
            field.name: filled(getattr(value, field.name), payload) for field in attrs.fields(type(value))
        }
        return attrs.evolve(value, **changes)
    return value


def hostile(payload: str) -> Meeting:
    """Return a meeting that says the same thing everywhere, in its text often enough for all of its spans."""
    meeting: Meeting = filled(sample(), payload)
    text = payload + " " * 200
    return attrs.evolve(meeting, source=attrs.evolve(meeting.source, text=text), title=payload.strip()[:20])


def addresses(page: Page) -> set[str]:
    """Return where the links of a page lead, without those to its own words."""
    links = {attributes["href"] or "" for _, attributes in page.elements if "href" in attributes}
    return {link for link in links if not re.fullmatch(r"#d[0-9a-f]{8}-[a-z]\d+", link)}


@example(attrs.evolve(crossing(), source=Source(text="\r\n\r\r\n" * 25)))
@given(meetings())
@settings(deadline=None)
def test_any_meeting_is_marked_where_the_model_says(meeting: Meeting) -> None:
    """Elements nest, the text is whole, and each value marks its own characters: overlaps included."""
    assert_marked(render(meeting), meeting)


def test_crossing_spans_are_split_where_they_cross() -> None:
    """Each value keeps its characters, in as many pieces as nesting needs."""
    page = Page(render(crossing(), fragment=True))

    assert page.text == crossing().source.text
    assert page.marks == marks_in_model(crossing())
    ids = [attributes["id"] for _, attributes in page.elements if attributes.get("id")]
    assert len(ids) == len(set(ids)) == len(page.marks)


def test_spans_beyond_the_text_mark_nothing_and_lead_nowhere() -> None:
    """A meeting put together by hand is shown as far as its text goes."""
    meeting = attrs.evolve(sample(), source=Source(text="Ana"))

    page = Page(render(meeting))

    assert (page.text, page.marks) == ("Ana", {"p1": ("person", {0, 1, 2})})
    assert [a["href"] for _, a in page.elements if a.get("href")] == [f"#{next(i for i in ids(page))}"]


def ids(page: Page) -> Iterator[str]:
    """Yield the ids of a page."""
    return (attributes["id"] or "" for _, attributes in page.elements if "id" in attributes)


def test_every_entry_leads_to_words() -> None:
    """Whatever the panel links to is an element of the text."""
    for number in range(13):
        page = Page(render(readout(number)))
        links = {
            a["href"] or "" for tag, a in page.elements if tag == "a" and (a["href"] or "").startswith("#")
        }

        assert len(links) > 3
        assert {link[1:] for link in links} <= set(ids(page))


def test_the_page_tells_all_fields() -> None:
    """Who, when, where, topics and commitments stand in the panel, the rest in tooltips."""
    html = render(sample())

    wanted = (
        "Ana Lima",
        "Foreign Minister, Portugal",
        "2024-03-12",
        "the port, Lisbon, Portugal",
        "transport and infrastructure, energy",
        "Portugal, African Union → Kenya · due 2024-06",
        "raised by: Ana Lima, Peter Otieno",
        "instrument: contract",
        "rule: active_voice",
        "Doubts (1)",
    )
    assert [words for words in wanted if words not in html] == []


def test_tooltip_of_inner_words_tells_of_outer_ones_too() -> None:
    """A browser shows the innermost tooltip only, so that it has to tell all."""
    page = Page(render(sample()))

    [tooltip] = [a["title"] or "" for _, a in page.elements if a.get("class") == "topic" and "data-mark" in a]
    assert [line for line in tooltip.splitlines() if line.endswith(("t1", "c1", "s1"))] == [
        "topic t1",
        "commitment c1",
        "statement s1",
    ]


def test_what_the_text_does_not_say_is_said() -> None:
    """An empty meeting is a page with its text, and says that nothing is known."""
    html = render(Meeting(id="", source=Source(text="Nothing.")))

    assert html.count('<p class="none">not said</p>') == 3
    assert Page(html).text == "Nothing."


def test_fragment_is_the_body_of_the_page() -> None:
    """A fragment is one element, styled within itself, and depends on nothing."""
    fragment = render(sample(), fragment=True)

    assert fragment in render(sample())
    assert fragment.startswith('<div class="diplo">')
    assert not re.search(r"(?i)<script|@import|url\(|<link|\son\w+=", fragment)
    unscoped = [rule for rule in re.findall(r"(?m)^([^\s@/}][^{]*)\{", fragment) if ".diplo" not in rule]
    assert unscoped == []


def test_notebook_shows_the_fragment() -> None:
    """A notebook asks a value for `_repr_html_`."""
    show_in_notebook = getattr(sample(), "_repr_html_")  # noqa: B009 (the type does not tell of it)

    assert show_in_notebook() == render(sample(), fragment=True)


def test_pages_of_two_meetings_do_not_share_ids() -> None:
    """Two fragments can stand on one page."""
    one, other = (Page(render(attrs.evolve(sample(), id=name), fragment=True)) for name in ("m1", "m2"))

    assert set(ids(one)).isdisjoint(ids(other))


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("fragment", [False, True])
def test_hostile_text_stays_text(payload: str, fragment: bool) -> None:  # noqa: FBT001
    """No element and no attribute comes on the page, whatever the fields say."""
    page = Page(render(hostile(payload), fragment=fragment))
    plain = Page(render(hostile("words" * 20), fragment=fragment))

    def names(read: Page) -> set[str]:
        """Return the names of all elements and attributes."""
        return {name for tag, attributes in read.elements for name in (tag, *attributes)}

    assert names(page) == names(plain)
    assert page.text.startswith(payload)
    assert addresses(page) == set()


@pytest.mark.parametrize("url", ["http://example.org/?a=1&b=2", "https://example.org/\"onclick='x'"])
def test_web_addresses_are_links(url: str) -> None:
    """The address of the source leads there, with its odd characters escaped."""
    page = Page(render(attrs.evolve(sample(), source=Source(text="", url=url))))

    assert addresses(page) == {url}


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """Run one browser for all tests."""
    with chromium(tmp_path_factory.mktemp("profile")) as driver:
        yield driver


@pytest.fixture(scope="session")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of the page that the browser shows."""
    return tmp_path_factory.mktemp("page") / "page.html"


def characters(marks: Iterable[tuple[str, str, int, int]]) -> dict[str, tuple[str, set[int]]]:
    """Return the kind and the characters of each key, without the headline."""
    found: dict[str, tuple[str, set[int]]] = {}
    for key, kind, start, end in marks:
        if key != "h":
            found.setdefault(key, (kind, set()))[1].update(range(start, end))
    return found


@pytest.mark.parametrize("number", range(13))
def test_screen_shows_the_spans_of_an_example(number: int, browser: webdriver.Chrome, file: Path) -> None:
    """A browser holds the text and the spans of the model, and its console stays empty."""
    meeting = readout(number)

    show(browser, render(meeting), file)

    assert script(browser, "return document.querySelector('article').textContent") == meeting.source.text
    assert characters(marks_on_screen(browser)) == marks_in_model(meeting)
    assert browser.get_log("browser") == []  # type: ignore[no-untyped-call]


def test_screen_shows_crossing_spans(browser: webdriver.Chrome, file: Path) -> None:
    """Spans that cross are whole on the screen, and every piece of them has a size."""
    show(browser, render(crossing()), file)

    sizes = (
        "return Array.from(document.querySelectorAll('article span'), s => s.getBoundingClientRect().width)"
    )
    assert characters(marks_on_screen(browser)) == marks_in_model(crossing())
    assert min(script(browser, sizes)) > 0


@given(meetings())
@settings(deadline=None, max_examples=25)
def test_screen_shows_any_meeting(browser: webdriver.Chrome, file: Path, meeting: Meeting) -> None:
    """The browser's parser agrees, whatever the characters."""
    show(browser, render(meeting), file)

    text = script(browser, "return document.querySelector('article').textContent")
    assert text == shown(meeting.source.text)
    assert characters(marks_on_screen(browser)) == marks_in_model(meeting)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_payload_is_inert(payload: str, browser: webdriver.Chrome, file: Path) -> None:
    """No script runs and nothing is hidden, on a page without the policy that would forbid it too."""
    text = hostile(payload).source.text
    show(browser, f"<!doctype html><meta charset=utf-8>{render(hostile(payload), fragment=True)}", file)

    script(
        browser,
        "document.querySelectorAll('*').forEach(e => { e.focus(); e.dispatchEvent(new Event('mouseover')) })",
    )
    script(browser, "document.querySelectorAll('a').forEach(e => e.click())")

    assert script(browser, "return document.querySelector('article').textContent") == text
    assert script(browser, "return window.ran") is None
    assert (
        script(browser, "return document.querySelectorAll('script, iframe, img, svg, base, template').length")
        == 0
    )
    assert script(browser, "return document.querySelector('article').getClientRects().length") == 1
    assert browser.get_log("browser") == []  # type: ignore[no-untyped-call]


def test_entry_leads_to_its_words_and_lights_them(browser: webdriver.Chrome, file: Path) -> None:
    """A click lights every piece of what the entry stands for, and nothing else."""
    show(browser, render(crossing()), file)
    lit = """
    const fills = Array.from(document.querySelectorAll('article [data-mark]'),
      e => [e.dataset.mark.split('-')[1], getComputedStyle(e).backgroundColor]);
    return fills.filter(([, fill]) => fill === arguments[0]).map(([key]) => key)"""
    colour = "rgb(255, 242, 176)"
    before = script(browser, lit, colour)

    script(browser, "document.querySelector('aside a[href$=\"-p1\"]').click()")

    assert before == []
    assert script(browser, "return document.querySelector(':target').textContent") == "Ana Lima"
    pieces = [key for key, *_ in marks_on_screen(browser)]
    assert script(browser, lit, colour) == ["p1"] * pieces.count("p1")


def test_kinds_differ_by_more_than_colour(browser: webdriver.Chrome, file: Path) -> None:
    """Lines of different styles, fillings and letters tell the kinds apart without any colour."""
    show(browser, render(sample()), file)
    looks = """return Array.from(document.querySelectorAll('.legend > span'), e => {
      const style = getComputedStyle(e);
      return [style.textDecorationLine, style.textDecorationStyle, style.borderBottomStyle,
        getComputedStyle(e, '::before').content].join(' ') })"""

    found = script(browser, looks)

    assert len(found) == len(set(found)) == 6


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_colours_stand_out_from_the_paper(mode: str, browser: webdriver.Chrome, file: Path) -> None:
    """Words have the contrast of 4.5 that WCAG 2 asks for, on every ground on which they stand."""
    features = {"features": [{"name": "prefers-color-scheme", "value": mode}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", features)
    try:
        show(browser, render(sample()), file)
        palette = script(
            browser,
            "const style = getComputedStyle(document.querySelector('.diplo'));"
            "return Object.fromEntries(arguments[0].map(n => [n, style.getPropertyValue('--' + n).trim()]))",
            [
                "paper",
                "ink",
                "faint",
                "lit",
                "person",
                "place",
                "date",
                "topic",
                "topic-fill",
                "commitment",
                "statement",
            ],
        )
    finally:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})

    grounds = {"paper": palette.pop("paper"), "fill": palette.pop("topic-fill"), "lit": palette.pop("lit")}
    elsewhere = {("faint", "fill"), ("faint", "lit"), ("statement", "fill")}  # never stand there
    faults = [
        (name, ground)
        for ground, below in grounds.items()
        for name, above in palette.items()
        if contrast(above, below) < 4.5 and (name, ground) not in elsewhere
    ]
    assert faults == []


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_word_on_the_screen_stands_out(mode: str, browser: webdriver.Chrome, file: Path) -> None:
    """So does each word of a page from the ground that is under it, the legend and the tags included."""
    looks = """
    const digits = n => (+n).toString(16).padStart(2, '0');
    const hex = colour => '#' + colour.match(/\\d+/g).slice(0, 3).map(digits).join('');
    const style = (e, part) => getComputedStyle(e, part), fill = e => style(e).backgroundColor;
    const ground = e => fill(e) === 'rgba(0, 0, 0, 0)' ? ground(e.parentElement) : fill(e);
    const own = e => Array.from(e.childNodes).some(n => n.nodeType === Node.TEXT_NODE && n.data.trim());
    return Array.from(document.querySelectorAll('.diplo :not(style)')).flatMap(e => [
      ...(own(e) ? [[e.outerHTML.slice(0, 60), hex(style(e).color), hex(ground(e))]] : []),
      ...(e.dataset.tag ? [['tag ' + e.className, hex(style(e, '::before').color), hex(ground(e))]] : [])])"""
    features = {"features": [{"name": "prefers-color-scheme", "value": mode}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", features)
    try:
        show(browser, render(readout(0)), file)
        found = script(browser, looks)
    finally:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})

    assert len(found) > 50
    assert [each for each in found if contrast(*each[1:]) < 4.5] == []


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, as defined by WCAG 2."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour like "#0a5aa8", as defined by WCAG 2."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_page_fits_the_screen(width: int, browser: webdriver.Chrome, file: Path) -> None:
    """Nothing sticks out to the right, on a phone neither."""
    metrics = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    try:
        show(browser, render(readout(11)), file)

        assert script(browser, "return document.documentElement.scrollWidth") <= width
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
