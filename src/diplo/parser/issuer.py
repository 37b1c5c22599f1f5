"""Who published a text, told by the text itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from diplo.lexicon import Lexicon, NameKind
from diplo.model import Office
from diplo.parser.document import Document, ParagraphKind
from diplo.parser.mentions import Mentions, NameMention

_STYLE_VOTES = 6
_TARGET_VOTES = 4
_PAIR_VOTES = 3
_DATELINE_VOTES = 3


def find_issuer(document: Document, mentions: Mentions, lexicon: Lexicon, *, has_own: bool) -> str | None:
    """Return the country that most likely published the text: the one that speaks of itself.

    `has_own`: somebody is named with an office and without a country, as publishers name their own.
    """
    votes: Counter[str] = Counter()
    guests = _guests(document, mentions)
    for mention in mentions.names:
        votes[mention.name.code or ""] += _weight(document, mention)
    for pair in _pairs(document, mentions, lexicon):
        if len(pair) == 2 and len(pair & guests) == 1:
            votes[(pair - guests).pop()] += _PAIR_VOTES
    for person in mentions.people:
        if person.target and len(person.target) == 2 and person.country:
            votes[person.country if person.target in guests else person.target] += _TARGET_VOTES
    folded = document.folded
    for index in range(len(folded)):
        style = lexicon.encounters.issuers.longest(folded, index, len(folded))
        if style:
            votes[style[1]] += _STYLE_VOTES
    votes.update(dict.fromkeys(_dateline(document, mentions), _DATELINE_VOTES))
    if not has_own:
        guests = set()
    fitting = {code: count for code, count in votes.items() if code and code not in guests and count > 1}
    if not fitting and has_own:
        fitting = {code: votes[code] for code in guests if votes[code] > 1}
    return max(sorted(fitting), key=lambda code: fitting[code]) if fitting else None


def _guests(document: Document, mentions: Mentions) -> set[str]:
    """Return the countries of the people whom the opening names with their country."""
    opening = document.sentences[min(2, len(document.sentences) - 1)].last if document.sentences else 0
    named = [p for p in mentions.people if p.country and p.first < opening]
    guests = {p.country for p in named if p.country and not p.target and p.office != Office.AMBASSADOR}
    return guests | {p.country for p in named if p.country and p.target and p.target not in guests}


def _weight(document: Document, mention: NameMention) -> int:
    """Return how much a name tells of the publisher: one who acts and owns, not one where things happen."""
    if mention.name.code is None or mention.name.kind is NameKind.CITY:
        return 0
    before = document.folded[mention.first - 1] if mention.first else ""
    before = document.folded[mention.first - 2] if before == "the" and mention.first > 1 else before
    after = document.folded[mention.last] if mention.last < len(document.folded) else ""
    if after in {"'s", "'", "will", "is", "has", "would", "side"}:
        return 2
    return 0 if before in {"in", "of", "over", "against", "for", "on"} else 1


def _pairs(document: Document, mentions: Mentions, lexicon: Lexicon) -> Iterator[set[str]]:
    """Yield the codes of countries named as the two sides: "Iraqi-Russian", "between Oman and Chad"."""
    for one, other in pairwise(mentions.names):
        between = document.folded[one.last : other.first]
        if one.name.code and other.name.code and between in {("and",), ("-",), ("and", "the")}:
            yield {one.name.code, other.name.code}
    for mention in mentions.names:
        parts = document.folded[mention.first].split("-")
        if len(parts) == 2:
            found = [lexicon.names.longest((part,), 0, 1) for part in parts if part]
            codes = {name[1].code for name in found if name and name[1].code}
            if len(codes) == 2:
                yield {code for code in codes if code}


def _dateline(document: Document, mentions: Mentions) -> Iterator[str]:
    """Yield the country of the city with which the body opens: "RIYADH, 3 May --"."""
    bodies = [p for p in document.paragraphs if p.kind is ParagraphKind.BODY]
    starts = {p.first for p in bodies[:2]}
    for mention in mentions.names:
        if mention.first in starts and mention.name.kind is NameKind.CITY and mention.name.code:
            after = document.folded[mention.last : mention.last + 1]
            if after and after[0] in {",", ":", "-", "(", "/", "."}:
                yield mention.name.code
