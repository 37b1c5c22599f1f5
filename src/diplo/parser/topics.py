"""What was talked about: one entry for each thing, in the shortest words that name it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from diplo.lexicon import Lexicon
from diplo.model import Act, Sector
from diplo.parser.document import Document
from diplo.parser.grammar import FUNCTION
from diplo.parser.mentions import Mentions
from diplo.parser.phrases import PhraseReader, Range
from diplo.parser.statements import Utterance

_NO_TOPIC = frozenset((Act.CONGRATULATE, Act.CONDOLE, Act.INVITE))
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
    )
)
_AFTER_ADDRESSEE = frozenset(
    ("for", "on", "to", "about", "of", "that", "regarding", "against", "over", "in", "with", "at", "'s")
)
_TOO_ALIKE = 0.75


@attrs.frozen
class Subject:
    """A thing that was talked about, and the utterance in which it stands."""

    first: int
    last: int
    utterance: Utterance
    sectors: tuple[Sector, ...]


def find_topics(
    document: Document, mentions: Mentions, statements: Sequence[Utterance], lexicon: Lexicon
) -> tuple[Subject, ...]:
    """Find the things that the statements of one encounter are about."""
    reader = PhraseReader(document, mentions, lexicon)
    found: list[Subject] = []
    seen: list[frozenset[str]] = []
    for utterance in statements:
        for first, last in _phrases(utterance, reader, document):
            words = _content(document.folded[first:last])
            if not words or any(_alike(words, other) >= _TOO_ALIKE for other in seen):
                continue
            seen.append(words)
            found.append(Subject(first, last, utterance, lexicon.sectors.find(document.folded[first:last])))
    return tuple(found)


def _phrases(utterance: Utterance, reader: PhraseReader, document: Document) -> Iterator[Range]:
    """Yield the phrases of an utterance that name things."""
    if utterance.act in _NO_TOPIC:
        return
    first, last = utterance.before or (utterance.first, utterance.last)
    if first >= last:
        return
    if utterance.act in _ADDRESSED and not utterance.before:
        start = _after_addressee(first, last, reader, document)
        first = (
            last
            if utterance.act is Act.WELCOME and start > first and document.folded[start - 1] == "to"
            else start
        )
    if first >= last:
        return
    reported = utterance.act in {Act.INFORM, Act.AFFIRM, Act.CALL_FOR, Act.PLEDGE} and document.folded[
        first
    ] not in {"the", "a", "an"}
    if (
        utterance.rule == "quotation"
        or document.folded[first] in {"“", '"'}
        or (reported and utterance.lemma in {"say", "add", "explain", "hope"})
    ):
        yield from reader.told(first, last)
    else:
        yield from reader.things(first, last)


def _after_addressee(first: int, last: int, reader: PhraseReader, document: Document) -> int:
    """Return where the thing starts when the verb first names a person: "thanked Oman for"."""
    folded = document.folded
    index = first
    if index < last and folded[index] in {"to", "with", "the", "his", "her", "all", "both"}:
        index += 1
    end = None
    if index >= last:
        return first
    if index in reader.person_end:
        end = reader.person_end[index]
    elif index in reader.name_at and (index == first or folded[index - 1] == "the"):
        end = reader.name_at[index].last
        while end < last and folded[end] in {
            "government",
            "side",
            "people",
            "authorities",
            "leadership",
            "ally",
            "allies",
        }:
            end += 1
    elif folded[index] in {
        "him",
        "her",
        "them",
        "counterpart",
        "minister",
        "president",
        "guest",
        "parties",
        "sides",
        "counterparts",
        "ambassador",
    }:
        end = index + 1
    if end is None:
        return first
    if end >= last:
        return last
    if folded[end] in _AFTER_ADDRESSEE:
        return (
            first
            if folded[end] == "'s" or (folded[end] in {"in", "with", "of"} and index == first)
            else end + (folded[end] != "that")
        )
    return first if index in reader.name_at else end


def _content(words: Sequence[str]) -> frozenset[str]:
    """Return the words of a phrase that carry meaning."""
    return frozenset(word for word in words if word not in FUNCTION and word[0].isalnum())


def _alike(a: frozenset[str], b: frozenset[str]) -> float:
    """Return the Dice overlap of two sets of words, 0 to 1."""
    return 2 * len(a & b) / (len(a) + len(b))
