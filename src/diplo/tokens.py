"""Words and marks: how a text is cut into tokens, and how a word is folded for look-ups."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

TOKEN = re.compile(
    r"""
      [A-Za-z]++(?=[ ,])                              # most words, for speed
    | (?:[^\W\d_]\.){2,}                              # U.S., D.P.R.
    | \d++(?:[.,:]\d++)*+(?:[ ]?(?:st|nd|rd|th)(?![^\W\d_])|(?![^\W\d_]))  # 14, 1,200, 3:30, 3rd, 3 rd
    | ['’ʼ]s(?!\w)                                    # the possessive ending
    | [\w\u0300-\u036f]+                              # a word, with its combining marks,
      (?:-(?=\w)[\w\u0300-\u036f]+                    #   its hyphens: Al-Maliki
        |['’‘ʼʿʾ`](?!s(?!\w))[\w\u0300-\u036f]+)*+     #   and its inner apostrophes: Da’esh
    | [^\w\s]
    """,
    re.VERBOSE,
)
_FOLDED = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def fold(word: str) -> str:
    """Return a word in lower case, with composed marks, straight quotes and plain dashes.

    A number that a page has parted from its ending is joined to it: "3 rd".
    """
    if word.isascii():
        return word.lower().replace(" ", "") if word[:1].isdigit() else word.lower()
    return unicodedata.normalize("NFC", word).translate(_FOLDED).lower()


@lru_cache(maxsize=1 << 12)
def fold_words(text: str) -> tuple[str, ...]:
    """Return the folded tokens of a text."""
    return tuple(map(fold, TOKEN.findall(text)))
