"""Which lines of a text make a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
ITEM = re.compile(r"\s*(?:(?P<bullet>[*•·●▪◦‣–—-]+)\s+|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]\s+)(?=\S)")
# Words behind which a dot ends no sentence.
SHORTENED = frozenset(
    """
    shri smt kum er cdr cmde adv sra dra ambs ret rtd retd ma md mohd muhd abd chr alh adm amb brig capt col
    corp dept dr drs eng eq esq excl fr gen gov h.e h.h h.m h.r.h hon inc jr lt ltd maj messrs mgr mm mme mr
    mrs ms no nos ph prof rep rev rt sen sgt sr st vs smt""".split()
)
_SENTENCE_ENDS = ".!?:"
_LONGEST_ABBREVIATION = 8
_LEAST_WRAPPED, _WRAPPED_SHARE, _WRAPPED_WIDTH = 3, 0.3, 50


def blocks_of(text: str) -> list[tuple[int, int]]:
    """Join the lines of a text that are one paragraph wrapped over several lines."""
    lines = [line for line in _LINE.finditer(text) if line.group().strip()]
    wrapped = _is_wrapped([line.group().strip() for line in lines])
    blocks: list[tuple[int, int]] = []
    last = 0
    for line in lines:
        start, end = line.span()
        if blocks and _continues(text, blocks[-1], start, line.group().strip(), last if wrapped else 0):
            blocks[-1] = (blocks[-1][0], end)
        else:
            blocks.append((start, end))
        last = end - start
    return blocks


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Tell whether a text has lines of one width, so that sentences go on with capitals as well."""
    going_on = sum(line[0].islower() and before[-1] not in _SENTENCE_ENDS for before, line in pairwise(lines))
    return going_on >= _LEAST_WRAPPED and going_on >= _WRAPPED_SHARE * len(lines)


def _continues(text: str, block: tuple[int, int], start: int, line: str, width: int) -> bool:
    """Tell whether a line goes on with the sentence of the block before it; `width`: of its last line."""
    between = text[block[1] : start]
    if between.count("\n") > 1 or (between.count("\r") > 1 and "\n" not in between):
        return False
    if not (line[0].islower() or width >= _WRAPPED_WIDTH) or ITEM.match(line):
        return False
    before = text[block[0] : block[1]].rstrip()
    shortened = before[-_LONGEST_ABBREVIATION:].rpartition(" ")[2].rstrip(".").lower() in SHORTENED
    return before[-1:] not in _SENTENCE_ENDS or (before[-1:] == "." and shortened)
