"""Text as HTML that a browser shows character by character, and never runs."""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

_UNSHOWABLE = re.compile(r"[\x00\ud800-\udfff]")
_OLD_LINE_END = re.compile(r"\r(?!\n)")


def escape(text: str) -> str:
    """Escape a text for the content of an element or for a quoted attribute.

    The browser shows as many characters as the text has: what HTML cannot hold, NUL and halves of surrogate
    pairs, is replaced one by one by U+FFFD.
    """
    return html.escape(_UNSHOWABLE.sub("\ufffd", text)).replace("\r", "&#13;")


def with_line_ends(text: str) -> str:
    """Put a line feed for each carriage return that ends a line alone, which browsers do not know."""
    return _OLD_LINE_END.sub("\n", text)


def is_web_address(url: str) -> bool:
    """Tell whether a link may lead there: a browser would run `javascript:` and the like."""
    try:
        return urlsplit(url).scheme in {"http", "https"}
    except ValueError:
        return False
