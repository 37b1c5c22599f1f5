"""Who published a text, told by the text itself."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from diplo.countries import is_country
from diplo.lexicon import Form, Lexicon, NameKind
from diplo.model import Office
from diplo.parser.document import Document, ParagraphKind, starting_within
from diplo.parser.mentions import Mentions, NameMention, PersonMention

# How much each sign tells. A guest is named with the country that publishers leave out for their own.
_STYLE = 6.0
_DATELINE_CAPITAL, _DATELINE_CITY = 5.0, 3.0
_SIGNATURE = 3.0
_PAIR = 3.0
_RECEIVING, _SENDING = 3.0, 1.0
_FIRST_NAMED = 1.5
_OWNER, _NAMED, _CITY = 2.0, 1.0, 0.5
_MOST_OF_NAMES = 6.0
_GUEST, _LATER_GUEST = -6.0, -3.0
_SEAT = 1.5
_LEAST = 1.0
_LONGEST_SIGNATURE = 14
_OPENING = 5
_POSITION_REACH, _PRESS_REACH = 3, 6
_NOT_OF_A_STATE = frozenset((Office.PRIVATE, Office.HEAD_OF_ORGANISATION))
_BEHIND_DATELINE = frozenset((",", ":", "-", "(", "/", ".", "–", "—"))
_HOSTED = frozenset(("received", "receives", "hosted", "hosts", "welcomed", "welcomes"))
_NO_JOURNEY = frozenset(("who", "to", "will"))
_JOINED = frozenset((("and",), ("-",), ("and", "the")))


def find_issuer(document: Document, mentions: Mentions, lexicon: Lexicon, *, own: int) -> str | None:
    """Return the country or body that most likely published the text: the one that speaks of itself.

    `own`: how many people are named with an office and without a country, as publishers name their own.
    """
    votes: defaultdict[str, float] = defaultdict(float)
    guests = _guests(document, mentions, lexicon)
    for code, weight in _names(document, mentions, lexicon) if guests or own == 1 else ():
        votes[code] = min(votes[code] + weight, _MOST_OF_NAMES)
    for code, weight in (
        *_positions(document, mentions, lexicon),
        *_places(document, mentions),
        *_styles(document, mentions, lexicon),
        *_reporters(document, mentions, lexicon),
        *_seats(document, mentions, lexicon),
    ):
        votes[code] += weight
    for pair in _pairs(document, mentions, lexicon):
        hosts = pair - guests.keys()
        if len(hosts) == 1 and hosts != pair:
            votes[hosts.pop()] += _PAIR
    for person in mentions.people:
        if person.target and is_country(person.target) and person.country:
            votes[person.target] += _RECEIVING
            votes[person.country] += _SENDING
    first = next((p for p in mentions.people if p.country), None)
    if first and first.country and not own:
        votes[first.country] += _FIRST_NAMED
    for code, weight in guests.items():
        votes[code] += weight
    fitting = {code: count for code, count in votes.items() if code and count > _LEAST}
    return max(sorted(fitting), key=lambda code: fitting[code]) if fitting else None


def _guests(document: Document, mentions: Mentions, lexicon: Lexicon) -> dict[str, float]:
    """Return the countries of people who are named with theirs beside somebody named without one.

    Each with how much it tells: those of the first such sentence tell most.
    """
    by_sentence: dict[int, list[PersonMention]] = {}
    for person in mentions.people:
        if (person.office or person.counterpart) and not person.plural:
            by_sentence.setdefault(person.sentence, []).append(person)
    traveller = _traveller(document, mentions, lexicon)
    guests: dict[str, float] = {}
    hosts: set[str] = set()
    for number in sorted(by_sentence)[:_OPENING]:
        people = by_sentence[number]
        if guests:
            if hosts.isdisjoint(_surnames(people, document)) or not _reports_meeting(
                document, number, lexicon
            ):
                continue
            people = [person for person in people if not person.target]
        others = {p.country for p in people if p.country and p.counterpart}
        if any(_is_own(person) for person in people):
            others |= {p.country for p in people if p.country and not p.target}
            others |= {p.country for p in people if p.country and p.target and p.target not in others}
        weight = _LATER_GUEST if guests else _GUEST
        for country in sorted(code for code in others if code and code != traveller):
            guests.setdefault(country, weight)
            hosts = hosts or {"", *_surnames(people, document)}
    sent = {p.country for p in mentions.people if p.target in guests}
    return {country: weight for country, weight in guests.items() if country not in sent}


def _surnames(people: Iterable[PersonMention], document: Document) -> set[str]:
    """Return the last words of the names of those whose country is not said; "" for who has no name."""
    return {document.folded[p.name[1] - 1] if p.name else "" for p in people if _is_own(p)}


def _reports_meeting(document: Document, number: int, lexicon: Lexicon) -> bool:
    """Tell whether a sentence reports a meeting, and not who else was there."""
    sentence, folded, words = document.sentences[number], document.folded, lexicon.encounters
    here = range(sentence.first, sentence.last)
    if any(words.attendance.longest(folded, index, sentence.last) for index in here):
        return False
    verbs = (words.verbs.longest(folded, index, sentence.last) for index in here)
    met = any(verb is not None and verb[1].form is Form.PAST for verb in verbs)
    return met or not words.meeting_nouns.isdisjoint(folded[here.start : here.stop])


def _is_own(person: PersonMention) -> bool:
    """Tell whether somebody is named with an office and without a country, as publishers name their own."""
    private = person.office in _NOT_OF_A_STATE
    return not (person.country or person.organisation or person.counterpart or person.target or private)


def _traveller(document: Document, mentions: Mentions, lexicon: Lexicon) -> str | None:
    """Return the country of the first person named, when the text opens with a journey abroad."""
    first = next((p for p in mentions.people if p.office and p.name), None)
    if first is None or first.country is None or first.target:
        return None
    sentence = document.sentences[first.sentence]
    words = document.folded[first.last : sentence.last]
    journey = next((place for place, word in enumerate(words) if word in lexicon.sides.journeys), None)
    if journey is None or not _NO_JOURNEY.isdisjoint(words[:journey]):
        return None
    abroad = (m for m in mentions.names if first.last <= m.first < sentence.last and m.name.code)
    return first.country if any(m.name.code != first.country for m in abroad) else None


def _names(document: Document, mentions: Mentions, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """Yield how much each name of a country tells: one who acts and owns, not one where things happen."""
    cities = {mention.last for mention in mentions.names if mention.name.kind is NameKind.CITY}
    for mention in mentions.names:
        code = mention.name.code
        if code is None:
            continue
        if mention.name.kind is NameKind.CITY:
            yield code, _CITY
        else:
            city = document.folded[mention.first - 1] == "," and mention.first - 1 in cities
            yield code, 0.0 if city else _weight(document, mention, lexicon)


def _positions(document: Document, mentions: Mentions, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """Yield the countries whose commitment, support or position is stated, as a publisher states its own."""
    own = lexicon.sides.own_nouns
    for mention in mentions.names:
        after = document.folded[mention.last : mention.last + _POSITION_REACH]
        if not mention.name.code or mention.name.kind is NameKind.CITY:
            continue
        if not own.isdisjoint(after) or (after and after[0] in lexicon.topics.finite):
            yield mention.name.code, _OWNER


def find_other_side(
    document: Document, mentions: Mentions, lexicon: Lexicon, issuer: str | None
) -> str | None:
    """Return the country beside the publisher's of which a text speaks as a party, the first of several."""
    votes: defaultdict[str, float] = defaultdict(float)
    opening = document.sentences[min(2, len(document.sentences) - 1)].last if document.sentences else 0
    for mention in mentions.names:
        if mention.name.code and mention.name.kind is not NameKind.CITY:
            weight = max(_CITY, _weight(document, mention, lexicon))
            votes[mention.name.code] += weight + (_NAMED if mention.first < opening else 0)
    for pair in _pairs(document, mentions, lexicon):
        if issuer in pair:
            for code in pair:
                votes[code] += _PAIR
    votes.pop(issuer or "", None)
    return max(votes, key=lambda code: votes[code]) if votes else None


def _weight(document: Document, mention: NameMention, lexicon: Lexicon) -> float:
    """Return how much the name of a country tells of the publisher, by the words around it."""
    words = lexicon.sides
    before = document.folded[mention.first - 1] if mention.first else ""
    before = document.folded[mention.first - 2] if before == "the" and mention.first > 1 else before
    after = document.folded[mention.last]
    if after in words.owning:
        return _OWNER
    if mention.name.kind is NameKind.ADJECTIVE:
        return _OWNER if after in words.publishing_bodies else _NAMED
    return 0.0 if before in words.settings else _NAMED


def _styles(document: Document, mentions: Mentions, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """Yield the publishers whom a formula, an agency or a way of naming oneself tells.

    Not so where a country stands before it: "India's External Affairs Minister".
    """
    folded = document.folded
    owned = {name.last + (folded[name.last : name.last + 1] == ("'s",)) for name in mentions.names}
    for start, _, publisher in lexicon.sides.issuers.within(folded, 0, len(folded)):
        if start not in owned:
            yield publisher, _STYLE


def _seats(document: Document, mentions: Mentions, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """Yield the countries of the buildings and capitals in which somebody received a guest."""
    folded, placing = document.folded, lexicon.places.venue_prepositions
    for sentence in document.sentences[:_OPENING]:
        if _HOSTED.isdisjoint(folded[sentence.first : sentence.last]):
            continue
        for index, _, code in lexicon.sides.seats.within(folded, sentence.first + 1, sentence.last):
            before = folded[index - 2] if folded[index - 1] == "the" else folded[index - 1]
            if before in placing:
                yield code, _SEAT
        for name in starting_within(mentions.names, sentence.first, sentence.last):
            if name.name.capital and name.name.code and folded[name.first - 1] == "in":
                yield name.name.code, _SEAT


def _reporters(document: Document, mentions: Mentions, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """Yield the countries whose press service is said to report."""
    press = [start for start, _, _ in lexicon.sides.press.within(document.folded, 0, len(document.folded))]
    for mention in mentions.names if press else ():
        after = bisect_left(press, mention.first - _PRESS_REACH)
        near = after < len(press) and press[after] < mention.last + _PRESS_REACH
        if mention.name.code and near:
            yield mention.name.code, _STYLE


def _pairs(document: Document, mentions: Mentions, lexicon: Lexicon) -> Iterator[set[str]]:
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


def _places(document: Document, mentions: Mentions) -> Iterator[tuple[str, float]]:
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
            yield code, _DATELINE_CAPITAL if mention.name.capital else _DATELINE_CITY
        elif mention.first in signatures and mention.name.capital:
            yield code, _SIGNATURE
