"""Who published a text, told by the text itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from diplo.countries import is_country
from diplo.lexicon import Form, Lexicon, NameKind
from diplo.model import Office
from diplo.parser import issuer_signs as signs
from diplo.parser.document import Document, starting_within
from diplo.parser.mentions import Mentions, PersonMention

# How much a side tells: a guest is named with the country that publishers leave out for their own.
_PAIR = 3.0
_RECEIVING, _SENDING = 3.0, 1.0
_FIRST_NAMED = 1.5
_MOST_OF_NAMES = 6.0
_GUEST, _LATER_GUEST = -6.0, -3.0
_LEAST = 1.0
_REPEATEDLY = 2
_JOURNEY_REACH = 3
_TOWARDS = (("to",), ("in",))
_NOT_OF_A_STATE = frozenset((Office.PRIVATE, Office.HEAD_OF_ORGANISATION))
_NO_JOURNEY = frozenset(("who", "to", "will"))


def find_issuer(document: Document, mentions: Mentions, lexicon: Lexicon, *, own: int) -> str | None:
    """Return the country or body that most likely published the text: the one that speaks of itself.

    `own`: how many people are named with an office and without a country, as publishers name their own.
    """
    votes: defaultdict[str, float] = defaultdict(float)
    guests = _guests(document, mentions, lexicon)
    for code, weight in signs.names(document, mentions, lexicon) if guests or own == 1 else ():
        votes[code] = min(votes[code] + weight, _MOST_OF_NAMES)
    for code, weight in (
        *signs.positions(document, mentions, lexicon),
        *signs.places(document, mentions),
        *signs.letterheads(document, mentions, lexicon),
        *signs.addresses(document),
        *signs.styles(document, mentions, lexicon),
        *signs.reporters(document, mentions, lexicon),
        *signs.seats(document, mentions, lexicon),
    ):
        votes[code] += weight
    for pair in signs.pairs(document, mentions, lexicon):
        hosts = pair - guests.keys()
        if len(hosts) == 1 and hosts != pair:
            votes[hosts.pop()] += _PAIR
    for person in mentions.people:
        if person.target and is_country(person.target) and person.country:
            votes[person.target] += _RECEIVING
            votes[person.country] += _SENDING
    for country in _unclaimed(mentions) if own else ():
        votes[country] += _RECEIVING
    first = next((p for p in mentions.people if p.country), None)
    if first and first.country and not own:
        votes[first.country] += _FIRST_NAMED
    for code, weight in guests.items():
        votes[code] += weight
    visited = _visited(document, mentions, lexicon)
    if visited:
        votes[visited] += _GUEST
    fitting = {code: count for code, count in votes.items() if code and count > _LEAST}
    found = max(sorted(fitting), key=lambda code: fitting[code]) if fitting else None
    if (own == 1 and found is None) or (own and found in guests):
        return _most_named(mentions, guests) or found
    return found


def _unclaimed(mentions: Mentions) -> set[str]:
    """Return the countries of offices that nobody named is said to hold: "the Polish minister"."""
    held = {p.country for p in mentions.people if p.name or p.counterpart}
    unnamed = {p.country for p in mentions.people if p.name is None and not p.plural}
    return {country for country in unnamed - held if country}


def _most_named(mentions: Mentions, guests: Collection[str]) -> str | None:
    """Return the country of which a text speaks most, those of guests left out, and repeatedly."""
    named = Counter(m.name.code for m in mentions.names if m.name.code and m.name.code not in guests)
    code, count = max(sorted(named.items()), key=lambda item: item[1], default=(None, 0))
    return code if count >= _REPEATEDLY else None


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
    for number in sorted(by_sentence)[: signs.OPENING]:
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


def _visited(document: Document, mentions: Mentions, lexicon: Lexicon) -> str | None:
    """Return the country to which the publisher's first person travelled: "Minister A made a visit to"."""
    first = next((p for p in mentions.people if p.office and p.name), None)
    if first is None or not _is_own(first):
        return None
    sentence, folded = document.sentences[first.sentence], document.folded
    for mention in starting_within(mentions.names, first.last, sentence.last):
        start = mention.first - (folded[mention.first - 1] == "the")
        journey = folded[max(first.last, start - _JOURNEY_REACH) : start]
        if journey[-1:] in _TOWARDS and not lexicon.sides.journeys.isdisjoint(journey):
            return mention.name.code
    return None


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


def find_other_side(
    document: Document, mentions: Mentions, lexicon: Lexicon, issuer: str | None
) -> str | None:
    """Return the country beside the publisher's of which a text speaks as a party, the first of several."""
    votes: defaultdict[str, float] = defaultdict(float)
    opening = document.sentences[min(2, len(document.sentences) - 1)].last if document.sentences else 0
    for mention in mentions.names:
        if mention.name.code and mention.name.kind is not NameKind.CITY:
            weight = max(signs.CITY, signs.weight(document, mention, lexicon))
            votes[mention.name.code] += weight + (signs.NAMED if mention.first < opening else 0)
    for pair in signs.pairs(document, mentions, lexicon):
        if issuer in pair:
            for code in pair:
                votes[code] += _PAIR
    votes.pop(issuer or "", None)
    return max(votes, key=lambda code: votes[code]) if votes else None
