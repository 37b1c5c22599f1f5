"""A web page becomes the text that is parsed, and a hostile one an error or a text."""

from __future__ import annotations

import datetime as dt
import gzip
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import diplo
from diplo.errors import PageError
from diplo.web import DEEPEST, MOST_CHARACTERS, MOST_ELEMENTS, Page, read_page

URL = "https://example.org/news/1"
HEADLINE = "Foreign Minister Lima Receives Her Kenyan Counterpart"
BODY = (
    "Foreign Minister Ana Lima of Portugal received her Kenyan counterpart, Peter Otieno, in São Tomé today.",
    "The ministers discussed renewable energy & maritime security.",
    "They agreed to sign a memorandum of understanding on ports in June 2024.",
)
PARAGRAPHS = "".join(f"<p>{line.replace('&', '&amp;')}</p>" for line in BODY)
HTML = f"""<!doctype html><html lang="en"><head><title>{HEADLINE} | Ministry</title>
<meta property="og:title" content="{HEADLINE}">
<meta property="article:published_time" content="2024-03-12T10:00:00+00:00">
<link rel="canonical" href="{URL}"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<main><article><h1>{HEADLINE}</h1>{PARAGRAPHS}</article></main>
<footer><p>All rights reserved. <a href="/contact">Contact us</a></p></footer>
<script>var hidden = "not text";</script></body></html>"""


def test_page_gives_headline_text_day_and_address() -> None:
    """Menus, footers and scripts are left out; what it says is kept as it stands."""
    expected = Page(
        title=HEADLINE, text="\n\n".join((HEADLINE, *BODY)), published=dt.date(2024, 3, 12), url=URL
    )

    assert read_page(HTML) == expected


def test_spans_are_true_to_the_text_of_the_page() -> None:
    """What is parsed is the text of the page, so that every span holds its words there."""
    page = read_page(HTML)

    meeting = diplo.parse(page.text, published=page.published)

    assert meeting.source.text == page.text
    assert meeting.title == HEADLINE
    assert [c.span.of(page.text) for c in meeting.commitments] == [c.text for c in meeting.commitments] != []
    assert meeting.period is not None
    assert meeting.period.edtf == "2024-03-12"


def test_address_given_wins() -> None:
    """A page cannot say that it comes from elsewhere."""
    assert read_page(HTML, "https://example.org/2").url == "https://example.org/2"


def test_headline_that_is_no_paragraph_comes_first() -> None:
    """Where only the head of the page names the headline, the text opens with it all the same."""
    page = read_page(HTML.replace(f"<h1>{HEADLINE}</h1>", ""))

    assert page.text.startswith(f"{HEADLINE}\n\n{BODY[0]}")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252", "iso-8859-15"])
def test_bytes_are_decoded(encoding: str) -> None:
    """Bytes are read as UTF-8, by their mark, or as the page declares."""
    declared = HTML.replace("<head>", f"<head><meta charset='{encoding}'>")

    assert BODY[0] in read_page(declared.encode(encoding)).text


@pytest.mark.parametrize("encoding", ["rot13", "zlib", "idna", "punycode", "unicode_escape", "no-such"])
def test_a_page_cannot_choose_a_codec_that_is_no_encoding(encoding: str) -> None:
    """Of the codecs of Python only those are used in which pages are written."""
    html = HTML.replace("<head>", f"<head><meta charset='{encoding}'>").encode("windows-1252")

    assert BODY[0] in read_page(html).text


@pytest.mark.parametrize(
    "html", ["", " ", "\0", "<", "no page", "<html></html>", "<p>\ud800", b"\xff", b"<?xml", "<svg>x"]
)
def test_what_is_no_page_has_little_text(html: str | bytes) -> None:
    """Odd input is no error."""
    assert len(read_page(html).text) <= len(html)


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<div>", "<b", "x y z. ", "<!--", "]]>", "&#0;", "\ud800", "<table>"])
    )
)
@settings(max_examples=60, deadline=None)
def test_any_soup_of_tags_is_read(parts: list[str]) -> None:
    """Whatever the order of tags, there is a page."""
    assert isinstance(read_page("".join(parts)), Page)


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        (gzip.compress(b" " * 10**7), "compressed"),
        ("x" * (MOST_CHARACTERS + 1), "5,000,001 characters"),
        (b"<p>" + b"x" * MOST_CHARACTERS, "characters"),
        ("<html><body>" + "<div>" * (DEEPEST + 1) + "x", f"nested more than {DEEPEST}"),
        ("<html><body>" + "<div>" * 100_000 + "x", f"nested more than {DEEPEST}"),
        ("<html><body>" + "<b><i>" * 100_000 + "x", f"nested more than {DEEPEST}"),
        ("<body>" + "<p>x</p>" * (MOST_ELEMENTS + 1), "more than 15,000 elements"),
    ],
    ids=["compressed", "large", "large bytes", "deep", "very deep", "deep inline", "many"],
)
def test_a_page_that_would_hang_is_an_error(html: str | bytes, fault: str) -> None:
    """Size, depth and number of elements are bounded."""
    with pytest.raises(PageError, match=fault):
        read_page(html)


def test_failure_of_the_extraction_is_an_error_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever trafilatura stumbles over, callers get one kind of error."""
    monkeypatch.setattr("trafilatura.bare_extraction", lambda *_args, **_options: 1 / 0)

    with pytest.raises(PageError, match="ZeroDivisionError"):
        read_page(HTML)


def test_deep_page_within_the_limit_is_read() -> None:
    """Nesting alone hides no text."""
    wraps = DEEPEST - 10
    page = read_page(HTML.replace("<main>", "<div>" * wraps).replace("</main>", "</div>" * wraps))

    assert BODY[2] in page.text


def test_missing_extra_says_what_to_install() -> None:
    """Without trafilatura the import fails with the command that brings it; `diplo` itself needs no such."""
    command = (
        "import sys; sys.modules['trafilatura'] = None; import diplo; diplo.parse_all(''); import diplo.web"
    )

    done = subprocess.run([sys.executable, "-c", command], check=False, capture_output=True, text=True)

    assert done.stderr.splitlines()[-1].endswith('diplo.web needs more packages: pip install "diplo[web]"')
