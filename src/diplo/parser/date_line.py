"""Rules for a date that stands over a text: in a dateline, or alone on its line as in a letterhead."""

from __future__ import annotations

from diplo.parser.date_reading import Row
from diplo.parser.date_words import AFTER_DAY, BEFORE_MONTH, DASHES, DATE_LINE_WORDS

_BEFORE = 10
_AFTER = 8
_LINE = 16
_PLACE = 6


def is_dateline(row: Row, size: int, first: int, last: int) -> bool:
    """Tell whether the date in tokens `[first, last)` of a row of `size` tokens is one of these."""
    if _closes_report(row, size, first, last):
        return True
    return first <= _BEFORE and (_opens_report(row, first, last) or _fills_line(row, size, first, last))


def _closes_report(row: Row, size: int, first: int, last: int) -> bool:
    """Tell whether the date stands with its place in the last bracket: "(Harare/September 13/2025)"."""
    return row.folded[first - 1] == "/" and row.folded[last] == ")" and last + 1 == size


def _opens_report(row: Row, first: int, last: int) -> bool:
    """Tell whether a place stands before the date, and only an agency before the dash."""
    if row.folded[first - 1] in AFTER_DAY or row.folded[first - 1] in BEFORE_MONTH:
        return False
    if not all(_is_no_word_of_a_sentence(word) for word in row.words[:first]):
        return False
    if row.words[0] == "(" and row.words[last] == ")":
        return True
    for word in row.words[last : last + _AFTER]:
        if word in DASHES or word == ":":
            return True
        if not word or not _is_no_word_of_a_sentence(word):
            return False
    return False


def _fills_line(row: Row, size: int, first: int, last: int) -> bool:
    """Tell whether only a place, a label or a clock time stands beside the date: "Date: 05/08/2024"."""
    if size > _LINE or not all(_is_label(word) for word in row.folded[last:size]):
        return False
    if all(_is_label(word) for word in row.folded[:first]):
        return True
    place = row.words[:first]
    return (
        place[-1] == "," and len(place) <= _PLACE and all(_is_no_word_of_a_sentence(word) for word in place)
    )


def _is_label(word: str) -> bool:
    """Tell whether a token says no more than that a date stands beside it."""
    return word in DATE_LINE_WORDS or not any(map(str.isalpha, word))


def _is_no_word_of_a_sentence(word: str) -> bool:
    """Tell whether a token is a mark, a number or a capitalised word."""
    return not word[:1].islower() or word.startswith("al-")
