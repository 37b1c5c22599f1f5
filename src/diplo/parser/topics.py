"""What was talked about: one entry for each thing, in the shortest words that name it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from diplo.model import Act, Sector
from diplo.parser.addressees import after_addressee
from diplo.parser.grammar import FUNCTION, PREPOSITIONS
from diplo.parser.reported import SpeechReader
from diplo.parser.statements import Utterance
from diplo.parser.wording import Range

_NO_TOPIC = frozenset((Act.CONDOLE, Act.INVITE))
_ADDRESSED = frozenset(
    (
        Act.THANK,
        Act.PRAISE,
        Act.URGE,
        Act.INFORM,
        Act.WELCOME,
        Act.CALL_FOR,
        Act.WARN,
        Act.AFFIRM,
        Act.PLEDGE,
        Act.DISCUSS,
        Act.PROPOSE,
        Act.SUPPORT,
    )
)
_REPORTING = frozenset((Act.INFORM, Act.AFFIRM, Act.CALL_FOR, Act.PLEDGE))
_TOLD_SOMEWHERE = frozenset((Act.INFORM, Act.AFFIRM))
_PLACING = frozenset(("in", "at", "during", "after", "following", "before", "via", "upon"))
_LISTING = frozenset(("was", "were", "are", "included", "include", "includes"))
_TOO_ALIKE = 0.75
_REACH_OF_OCCASION = 5
_REACH_OF_COMMA = 8
_LONGEST_INSERTION = 10
_LONGEST_FRONT = 14


@attrs.frozen
class Subject:
    """A thing that was talked about, and the utterance in which it stands."""

    first: int
    last: int
    utterance: Utterance
    sectors: tuple[Sector, ...]


def find_topics(reader: SpeechReader, statements: Sequence[Utterance]) -> tuple[Subject, ...]:
    """Find the things that the statements of one encounter are about."""
    found: list[Subject] = []
    seen: dict[str, list[frozenset[str]]] = {}
    for utterance in statements:
        for first, last in list(_named(utterance, reader)) or _fronted(utterance, reader):
            words = _content(first, last, reader)
            akin = {other for word in words for other in seen.get(word, ())}
            if not words or any(_alike(words, other) >= _TOO_ALIKE for other in akin):
                continue
            for word in words:
                seen.setdefault(word, []).append(words)
            found.append(Subject(first, last, utterance, _sectors(first, last, reader)))
    return tuple(found)


def _named(utterance: Utterance, reader: SpeechReader) -> Iterator[Range]:
    """Yield the phrases of an utterance that are topics: of a signature, what the instruments are about."""
    signed = utterance.lemma in reader.lexicon.speech.signing
    quoted = utterance.rule in reader.words.clausal_rules
    for first, last in _phrases(utterance, reader):
        if quoted and reader.lexicon.sectors.find(reader.folded[first:last]) == (Sector.OTHER,):
            continue
        if quoted and reader.content(first, last) == 1 and first not in reader.name_tokens:
            continue
        if not signed:
            yield first, last
        elif not _names_only_instrument(first, last, reader):
            yield first, _before_parties(first, last, reader)


def _fronted(utterance: Utterance, reader: SpeechReader) -> Iterator[Range]:
    """Yield what stands before the speaker, where nothing is told of it: "On fish, he regretted that"."""
    first = reader.document.sentences[utterance.sentence].first
    last = min(utterance.verb, first + _LONGEST_FRONT)
    opening = reader.words.fronting.longest(reader.folded, first, last)
    comma = next((i for i in range(first, last) if reader.folded[i] == ","), None)
    if opening and comma:
        yield from reader.things(opening[0], comma, names=True)


def _sectors(first: int, last: int, reader: SpeechReader) -> tuple[Sector, ...]:
    """Return the sectors of a phrase; one that only names a country is a regional affair."""
    found = reader.lexicon.sectors.find(reader.folded[first:last])
    if found == (Sector.OTHER,) and any(token in reader.name_tokens for token in range(first, last)):
        return (Sector.REGIONAL_AFFAIRS,)
    return found


def _before_parties(first: int, last: int, reader: SpeechReader) -> int:
    """Return the end of what an instrument is about, without "between the Ministry of A and"."""
    for index in range(first + 1, last - 1):
        if reader.folded[index] == "between" and reader.folded[index + 1] == "the":
            return last if reader.is_vague(first, index) else index
    return last


def _names_only_instrument(first: int, last: int, reader: SpeechReader) -> bool:
    """Tell whether a phrase is the name of what was signed, without what it is about."""
    table = reader.lexicon.undertakings.instruments
    places = table.within(reader.folded, first, last)
    place = next((start for start, _, _ in places), None)
    numbers = reader.lexicon.undertakings.numbers
    return place is not None and all(
        reader.is_vague(index, index + 1)
        or reader.is_adjective(index)
        or index in reader.name_tokens
        or reader.folded[index] in numbers
        or not reader.folded[index].isalpha()
        for index in range(first, place)
    )


def _phrases(utterance: Utterance, reader: SpeechReader) -> Iterator[Range]:
    """Yield the phrases of an utterance that name things."""
    first, last = utterance.before or (utterance.first, utterance.last)
    if utterance.act in _NO_TOPIC or first >= last:
        return
    if utterance.lemma in reader.words.courtesies and reader.folded[first] != "to":
        return
    if not utterance.before:
        first = _behind_insertion(first, last, reader)
        utterance = attrs.evolve(utterance, first=first)
    if not utterance.before and utterance.act in _TOLD_SOMEWHERE and _only_places(first, last, reader):
        return
    if utterance.act in _ADDRESSED and not utterance.before:
        first = after_addressee(utterance, reader)
        if first >= last:
            return
    if utterance.act is Act.CONGRATULATE:
        yield from _achievements(utterance, reader)
    elif _is_clause(utterance, first, reader):
        yield from reader.told(first, last)
    else:
        first = _behind_occasion(first, last, reader) if utterance.before else first
        yield from reader.things(first, last, names=utterance.act is Act.DISCUSS)
        if utterance.before and reader.opens_list(utterance.first, utterance.last):
            yield from reader.things(utterance.first, utterance.last, names=True)


def _only_places(first: int, last: int, reader: SpeechReader) -> bool:
    """Tell whether only where or when something was said follows: "said in a post on a network"."""
    told = reader.folded[first:last]
    placed = told[0] in _PLACING or not reader.words.media.isdisjoint(told)
    return placed and "," not in told and "that" not in told


def _behind_insertion(first: int, last: int, reader: SpeechReader) -> int:
    """Return the first token behind "in particular", ", in her talks with the host," or "she named were"."""
    folded = reader.folded
    if folded[first] in _LISTING and first + 1 < last:
        return first + 1
    inserted = reader.lexicon.speech.inserted.longest(folded, first, last)
    if inserted and inserted[0] < last:
        return inserted[0]
    if folded[first] != "," or folded[first + 1] not in PREPOSITIONS:
        return first
    commas = (i for i in range(first + 1, min(last - 1, first + _LONGEST_INSERTION)) if folded[i] == ",")
    return next((i + 1 for i in commas), first)


def _behind_occasion(first: int, last: int, reader: SpeechReader) -> int:
    """Return the first token behind "during the meeting"."""
    folded = reader.folded
    if folded[first] not in PREPOSITIONS:
        return first
    comma = next((i for i in range(first, min(last, first + _REACH_OF_COMMA)) if folded[i] == ","), None)
    if comma is not None and "and" not in folded[first:comma]:
        return comma + 1
    for index in range(first + 1, min(last, first + _REACH_OF_OCCASION)):
        if folded[index] in reader.words.occasions:
            return index + 1
    return first


def _achievements(utterance: Utterance, reader: SpeechReader) -> Iterator[Range]:
    """Yield what somebody is congratulated on, unless it is an office or a feast day."""
    words, folded = reader.words, reader.folded
    on = next(
        (i + 1 for i in range(utterance.first, utterance.last - 1) if folded[i] in words.congratulated), None
    )
    achieved = on is not None and utterance.lemma in words.congratulating
    for first, last in reader.things(on, utterance.last) if on and achieved else ():
        if words.feasts.isdisjoint(folded[first - 1 : last]):
            yield first, last


def _is_clause(utterance: Utterance, first: int, reader: SpeechReader) -> bool:
    """Tell whether what is said is a clause: a quotation, or "said it would"."""
    folded = reader.folded
    telling = utterance.lemma.endswith(" that") or utterance.rule in reader.words.clausal_rules
    if telling or folded[first] in {"“", '"'}:
        return True
    return (
        utterance.act in _REPORTING
        and utterance.rule == "_".join(utterance.lemma.split())
        and (folded[first] not in {"the", "a", "an"} or utterance.lemma in {"say", "add"})
        and utterance.lemma in reader.words.reporting
    )


def _content(first: int, last: int, reader: SpeechReader) -> frozenset[str]:
    """Return the words of a phrase that carry meaning; all relations of two countries are one thing."""
    tokens = [
        i for i in range(first, last) if reader.folded[i] not in FUNCTION and reader.folded[i][:1].isalnum()
    ]
    related = [i for i in tokens if reader.folded[i] in reader.words.relational]
    if related and all(i in related or i in reader.name_tokens for i in tokens):
        return frozenset(("relations",))
    return frozenset(reader.folded[i] for i in tokens)


def _alike(a: frozenset[str], b: frozenset[str]) -> float:
    """Return the Dice overlap of two sets of words, 0 to 1."""
    return 2 * len(a & b) / (len(a) + len(b))
