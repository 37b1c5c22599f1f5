"""The text of a web page, ready to be parsed. Needs the extra `web`, which brings trafilatura."""

from __future__ import annotations

import datetime as dt
import logging
import re
from typing import Any

import attrs

from diplo.errors import MissingExtraError, PageError

try:
    import trafilatura
    from lxml.etree import ParserError, iterwalk  # type: ignore[import-untyped]
    from lxml.html import HTMLParser, document_fromstring  # type: ignore[import-untyped]
except ImportError as error:
    raise MissingExtraError(__name__, "web") from error

# Pages of ministries are far below these. Near them reading takes seconds, beyond them it could take hours.
MOST_CHARACTERS = 5_000_000
MOST_ELEMENTS = 15_000
DEEPEST = 100

_UNREADABLE = re.compile(r"[\x00\ud800-\udfff]")
_COMPRESSED = (b"\x1f\x8b", b"PK\x03\x04", b"\x28\xb5\x2f\xfd", b"BZh", b"\xfd7zXZ")
_CHARSET = re.compile(
    rb"""charset\s*=\s*["']?(windows-\d{3,4}|iso-8859-\d{1,2}|koi8-[ru]|big5|gb(?:2312|k|18030)"""
    rb"""|shift_jis|euc-jp|euc-kr)\b""",
    re.IGNORECASE,
)
# What trafilatura cannot read gives an empty page here, and no line on the screen.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())


@attrs.frozen(kw_only=True)
class Page:
    """What a web page says, without its menus and footers.

    Attributes:
        title: the headline, as the page gives it.
        text: headline and paragraphs, a blank line between them; give this to `diplo.parse`, and all spans
            are in its code points. Empty when no text was found.
        published: the day of publication that the page states.
        url: the address given, else the one that the page gives for itself.
    """

    title: str | None
    text: str
    published: dt.date | None
    url: str | None


def read_page(html: str | bytes, url: str | None = None) -> Page:
    """Find the headline, the text and the day of publication in a page.

    Args:
        html: the page; bytes are decoded as UTF-8, else as the page declares, else as Windows-1252.
        url: where the page was found. Nothing is fetched from there.

    Raises:
        PageError: when the page is compressed, larger than `MOST_CHARACTERS`, holds more than `MOST_ELEMENTS`
            or is nested deeper than `DEEPEST`; and when trafilatura fails on it.
    """
    _check_size(html)
    source = _UNREADABLE.sub("\ufffd", _decode(html) if isinstance(html, bytes) else html)
    found = _extract(source, url)
    if found is None:
        return Page(title=None, text="", published=None, url=url)
    title = " ".join((found.title or "").split()) or None
    paragraphs = [line.strip() for line in (found.text or "").splitlines() if line.strip()]
    if title and paragraphs and title not in paragraphs[:3]:
        paragraphs.insert(0, title)
    return Page(title=title, text="\n\n".join(paragraphs), published=_day(found.date), url=url or found.url)


def _extract(source: str, url: str | None) -> Any:
    """Let trafilatura find the text; `None` when there is none.

    Its own way of loading a page is not taken: it leaves fragments without a root, on which it then fails.
    """
    try:
        tree = document_fromstring(source.encode(), parser=HTMLParser(encoding="utf-8"))
    except ParserError:
        return None
    _check_shape(tree)
    try:
        return trafilatura.bare_extraction(
            tree,
            url=url,
            with_metadata=True,
            include_comments=False,
            date_extraction_params={
                "original_date": True,
                "extensive_search": False,
                "max_date": "9999-12-31",
            },
        )
    except Exception as error:
        fault = f"trafilatura cannot read the page ({type(error).__name__})"
        raise PageError(fault) from error


def _check_size(html: str | bytes) -> None:
    """Refuse what is too large, and what could grow when unpacked."""
    if isinstance(html, bytes) and html.startswith(_COMPRESSED):
        fault = "the page is compressed; unpack it first"
        raise PageError(fault)
    if len(html) > MOST_CHARACTERS:
        fault = f"the page has {len(html):,} characters; at most {MOST_CHARACTERS:,} are read"
        raise PageError(fault)


def _check_shape(tree: object) -> None:
    """Refuse a page of more elements, or nested more deeply, than could be read in reasonable time."""
    elements = depth = 0
    for event, _ in iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        if depth > DEEPEST:
            fault = f"the page is nested more than {DEEPEST} elements deep"
            raise PageError(fault)
        if elements > MOST_ELEMENTS:
            fault = f"the page has more than {MOST_ELEMENTS:,} elements"
            raise PageError(fault)


def _decode(html: bytes) -> str:
    """Decode a page as browsers do, with the encodings that pages have; no byte is an error."""
    try:
        return html.decode("utf-16" if html.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError:
        declared = _CHARSET.search(html[:2048])
        return html.decode(declared[1].decode() if declared else "windows-1252", errors="replace")


def _day(date: str | None) -> dt.date | None:
    """Read the day that was found; a page can state one that is none."""
    try:
        return dt.date.fromisoformat(date) if date else None
    except ValueError:
        return None
