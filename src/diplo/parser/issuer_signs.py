"""What in a text tells who published it, sign by sign, each with how much it tells."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from diplo.countries import is_country
from diplo.lexicon import Lexicon, NameKind
from diplo.parser.document import Document, ParagraphKind, starting_within
from diplo.parser.mentions import Mentions, NameMention

# How much each sign tells.
STYLE = 6.0
ADDRESS = 5.0
DATELINE_CAPITAL, DATELINE_CITY = 5.0, 3.0
SIGNATURE = 3.0
OWNER, NAMED, CITY = 2.0, 1.0, 0.5
SEAT = 1.5
OPENING = 5
_LONGEST_SIGNATURE = 14
_POSITION_REACH, _PRESS_REACH = 3, 6
_BEHIND_DATELINE = frozenset((",", ":", "-", "(", "/", ".", "–", "—"))
_HOSTED = frozenset(("received", "receives", "hosted", "hosts", "welcomed", "welcomes"))
_JOINED = frozenset((("and",), ("-",), ("and", "the")))
# A page of a state: "www.parliament.am", "mfa.gov.md".
_PAGE = re.compile(r"\b(?:gov|gob|gouv|govt|mfa|mofa|parliament|president)\.([a-z]{2})\b")


def names(document: Document, mentions: Mentions, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """Yield how much each name of a country tells: one who acts and owns, not one where things happen."""
    cities = {mention.last for mention in mentions.names if mention.name.kind is NameKind.CITY}
    for mention in mentions.names:
        code = mention.name.code
        if code is None:
            continue
        if mention.name.kind is NameKind.CITY:
            yield code, CITY
        else:
            city = document.folded[mention.first - 1] == "," and mention.first - 1 in cities
            yield code, 0.0 if city else weight(document, mention, lexicon)


def positions(document: Document, mentions: Mentions, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """Yield the countries whose commitment, support or position is stated, as a publisher states its own."""
    own = lexicon.sides.own_nouns
    for mention in mentions.names:
        after = document.folded[mention.last : mention.last + _POSITION_REACH]
        if not mention.name.code or mention.name.kind is NameKind.CITY:
            continue
        if not own.isdisjoint(after) or (after and after[0] in lexicon.topics.finite):
            yield mention.name.code, OWNER


def weight(document: Document, mention: NameMention, lexicon: Lexicon) -> float:
    """Return how much the name of a country tells of the publisher, by the words around it."""
    words = lexicon.sides
    before = document.folded[mention.first - 1] if mention.first else ""
    before = document.folded[mention.first - 2] if before == "the" and mention.first > 1 else before
    after = document.folded[mention.last]
    if after in words.owning:
        return OWNER
    if after in words.publishing_bodies:
        return OWNER
    if mention.name.kind is NameKind.ADJECTIVE:
        return NAMED
    return 0.0 if before in words.settings else NAMED


def styles(document: Document, mentions: Mentions, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """Yield the publishers whom a formula, an agency or a way of naming oneself tells.

    Not so where a country stands before it: "India's External Affairs Minister"; nor inside of a name.
    """
    folded = document.folded
    inside = {token for p in mentions.people if p.titled and p.name for token in range(*p.name)}
    owned = {name.last + (folded[name.last : name.last + 1] == ("'s",)) for name in mentions.names}
    for start, _, publisher in lexicon.sides.issuers.within(folded, 0, len(folded)):
        if start not in owned and start not in inside:
            yield publisher, STYLE


def seats(document: Document, mentions: Mentions, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """Yield the countries of the buildings and capitals in which somebody received a guest."""
    folded, placing = document.folded, lexicon.places.venue_prepositions
    for sentence in document.sentences[:OPENING]:
        if _HOSTED.isdisjoint(folded[sentence.first : sentence.last]):
            continue
        for index, _, code in lexicon.sides.seats.within(folded, sentence.first + 1, sentence.last):
            before = folded[index - 2] if folded[index - 1] == "the" else folded[index - 1]
            if before in placing:
                yield code, SEAT
        for name in starting_within(mentions.names, sentence.first, sentence.last):
            if name.name.capital and name.name.code and folded[name.first - 1] == "in":
                yield name.name.code, SEAT


def reporters(document: Document, mentions: Mentions, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """Yield the countries whose press service is said to report."""
    press = [start for start, _, _ in lexicon.sides.press.within(document.folded, 0, len(document.folded))]
    for mention in mentions.names if press else ():
        after = bisect_left(press, mention.first - _PRESS_REACH)
        near = after < len(press) and press[after] < mention.last + _PRESS_REACH
        if mention.name.code and near:
            yield mention.name.code, STYLE


def pairs(document: Document, mentions: Mentions, lexicon: Lexicon) -> Iterator[set[str]]:
    """Yield the codes of countries named as the sides: "Iraqi-Russian", "between Oman and Chad"."""
    for one, other in pairwise(mentions.names):
        if one.name.code and other.name.code and document.folded[one.last : other.first] in _JOINED:
            yield {one.name.code, other.name.code}
    for mention in mentions.names:
        word = document.folded[mention.first]
        if "-" in word and not lexicon.names.longest(document.folded, mention.first, mention.last):
            parts = word.split("-")
            found = [lexicon.names.longest((part,), 0, 1) for part in parts if part]
            codes = {name[1].code for name in found if name and name[1].code}
            if len(codes) > 1:
                yield {code for code in codes if code}


def places(document: Document, mentions: Mentions) -> Iterator[tuple[str, float]]:
    """Yield the countries of datelines and signatures: "RIYADH, 3 May --", "New Delhi, August 25"."""
    bodies = [p for p in document.paragraphs if p.kind is ParagraphKind.BODY]
    starts = {p.first for p in bodies[:3]}
    signatures = {p.first: p.last for p in bodies[-4:] if p.last - p.first <= _LONGEST_SIGNATURE}
    for mention in mentions.names:
        code = mention.name.code
        if code is None or mention.name.kind is not NameKind.CITY:
            continue
        after = document.folded[mention.last] or "."
        if mention.first in starts and after in _BEHIND_DATELINE:
            yield code, DATELINE_CAPITAL if mention.name.capital else DATELINE_CITY
        elif mention.first in signatures and mention.name.capital:
            yield code, SIGNATURE


def addresses(document: Document) -> Iterator[tuple[str, float]]:
    """Yield the countries of pages of states that a text gives: "www.parliament.am"."""
    for code in {found.upper() for found in _PAGE.findall(document.text)}:
        if is_country(code):
            yield code, ADDRESS
