"""The country of somebody whom a text counts to a delegation or a side."""

from __future__ import annotations

from collections.abc import Mapping

from diplo.lexicon import NameKind, SideWords
from diplo.parser.document import Document, starting_within
from diplo.parser.mentions import Mentions, NameMention, PersonMention

_DELEGATION_REACH = 4


def country_of_delegation(
    person: PersonMention, document: Document, mentions: Mentions, words: SideWords
) -> str | None:
    """Return the country of "the Chinese delegation included A", "A led the Omani side"."""
    sentence = document.sentences[person.sentence]
    found = {
        name.first: name.name.code
        for name in starting_within(mentions.names, sentence.first, sentence.last)
        if name.name.code and _counts(name, person, document, words)
    }
    if len(set(found.values())) == 1:
        return next(iter(found.values()))
    return _nearest(found, person, document, words)


def country_of_host(
    person: PersonMention, document: Document, mentions: Mentions, words: SideWords
) -> str | None:
    """Return the country of the journey on which somebody was met: "visited Quito, where she met with A"."""
    sentence, folded = document.sentences[person.sentence], document.folded
    where = next((i for i in range(person.first - 1, sentence.first, -1) if folded[i] == "where"), None)
    if where is None or words.journeys.isdisjoint(folded[sentence.first : where]):
        return None
    place = where - (folded[where - 1] == ",")
    visited = (name for name in starting_within(mentions.names, sentence.first, where) if name.last == place)
    return next((name.name.code for name in visited), None)


def body_of_delegation(
    person: PersonMention, document: Document, mentions: Mentions, words: SideWords
) -> str | None:
    """Return the organisation of "a delegation from the Red Cross, led by A"."""
    sentence, folded = document.sentences[person.sentence], document.folded
    for name in starting_within(mentions.names, sentence.first, person.first):
        before = folded[max(sentence.first, name.first - _DELEGATION_REACH) : name.first]
        led = not words.belonging.isdisjoint(folded[name.last : person.first])
        if name.name.kind is NameKind.ORGANISATION and led and not words.delegations.isdisjoint(before):
            return name.name.label
    return None


def _counts(name: NameMention, person: PersonMention, document: Document, words: SideWords) -> bool:
    """Tell whether a country is that of a side to which a person belongs: "the Omani side, led by A"."""
    folded, last = document.folded, document.sentences[person.sentence].last
    after = folded[name.last] if name.last < last else ""
    if after in words.side_kinds:
        after = folded[name.last + 1]
    if after not in words.side_nouns and folded[name.first - 1] != "representing":
        return False
    before = name.first < person.first
    near, far = sorted((name.last + 1, person.first)) if before else (person.last, name.first)
    return after not in words.delegations or not words.belonging.isdisjoint(folded[near:far])


def _nearest(
    found: Mapping[int, str], person: PersonMention, document: Document, words: SideWords
) -> str | None:
    """Return the country of the side named before a person in the same clause, else of that named behind."""
    before = [place for place in found if place < person.first]
    behind = [place for place in found if place > person.first]
    same = before and words.side_ends.isdisjoint(document.folded[before[-1] : person.first])
    if behind and not same:
        return found[behind[0]]
    return found[before[-1]] if before else None
