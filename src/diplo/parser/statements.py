"""Who says what, and what the words do."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from diplo.lexicon import Lexicon
from diplo.model import Act
from diplo.parser.clauses import Clause, ClauseReader
from diplo.parser.document import Document, ParagraphKind
from diplo.parser.encounters import Encounter
from diplo.parser.entities import Entities
from diplo.parser.mentions import Mentions
from diplo.parser.subjects import Side

_REACH_OF_NOUN = 9
_OPENING = frozenset('“"«‘')
_CLOSING = frozenset('”"»')


@attrs.frozen
class Utterance:
    """What one or several people say in one clause.

    Attributes:
        verb: first token of the clause.
        first: first token of what is said; equal to `last` when nothing is left.
        last: end of the clause.
        speakers: indices of entities; empty for both sides or nobody.
        side: `BOTH` or `NOBODY` when no speaker is named.
        before: what is said, when it stands before a passive verb.
        lemma: the verb phrase, in its base form.
    """

    sentence: int
    act: Act
    verb: int
    first: int
    last: int
    speakers: tuple[int, ...]
    side: Side | None
    lemma: str
    rule: str
    before: tuple[int, int] | None = None


@attrs.define
class _Floor:
    """Who spoke last, and whether the speech is still open."""

    person: int | None = None
    quoting: bool = False
    listing: Utterance | None = None


def find_statements(
    document: Document,
    mentions: Mentions,
    entities: Entities,
    encounters: Sequence[Encounter],
    lexicon: Lexicon,
) -> tuple[Utterance, ...]:
    """Find what is said in a text, in its order."""
    reader = ClauseReader(document, mentions, entities, lexicon)
    principals = [a.person for e in encounters[:1] for a in e.attendance if a.principal]
    floor = _Floor()
    reports = {encounter.token for encounter in encounters}
    found: list[Utterance] = []
    for number, sentence in enumerate(document.sentences):
        if document.kind(sentence) is ParagraphKind.HEADLINE:
            continue
        here = [
            u
            for clause in reader.clauses(number)
            for u in [_utterance(clause, floor, document, entities, lexicon, principals)]
            if u
        ]
        if not here:
            here = _continued(number, document, floor)
        found.extend(u for u in here if u.verb not in reports)
        _keep_floor(number, document, floor, here)
    return tuple(found)


def _utterance(
    clause: Clause,
    floor: _Floor,
    document: Document,
    entities: Entities,
    lexicon: Lexicon,
    principals: Sequence[int],
) -> Utterance | None:
    """Return what a clause says, with its speakers found."""
    subject = clause.subject
    people = subject.people
    if subject.pronoun and not people and floor.person is not None:
        people = (floor.person,)
    if subject.country and not people:
        people = tuple(p for p in principals if entities.people[p].country == subject.country)[:1]
    if any(entities.people[p].spokesperson for p in people):
        return None
    if len(people) == 1:
        floor.person = people[0]
    act, first, rule = _act(clause, document, lexicon)
    if clause.cue.lemma in lexicon.speech.light_only and act is Act.INFORM:
        return None
    side = subject.side if not people or len(people) > 1 else None
    if act is Act.DISCUSS and clause.cue.lemma not in lexicon.speech.solo:
        side = side or Side.BOTH
    speakers = people if side is None else ()
    if not people and side is None:
        side = Side.NOBODY
    return Utterance(
        clause.sentence,
        act,
        clause.verb,
        first,
        clause.last,
        speakers,
        side,
        clause.cue.lemma,
        rule,
        clause.before,
    )


def _act(clause: Clause, document: Document, lexicon: Lexicon) -> tuple[Act, int, str]:
    """Return what a clause does, where its object starts, and the rule that says so."""
    folded = document.folded
    act = Act(clause.cue.value)
    rule = "_".join(clause.cue.lemma.split())
    if folded[clause.verb] in lexicon.speech.light:
        stop = min(clause.last, clause.first + _REACH_OF_NOUN)
        for index in range(clause.first, stop):
            if folded[index] in {"that", "for", "of", "with", "in"}:
                break
            noun = lexicon.speech.nouns.longest(folded, index, clause.last)
            if noun:
                return noun[1], index, f"{rule}_{folded[index]}"
    if clause.first < clause.last and folded[clause.first] in {"to", "on"} and act is Act.INVITE:
        return act, clause.first + 1, rule
    return act, clause.first, rule


def _continued(number: int, document: Document, floor: _Floor) -> list[Utterance]:
    """Return a sentence without a verb of saying as speech that goes on: in a quotation or a list."""
    sentence = document.sentences[number]
    marked = sentence.first > document.paragraphs[sentence.paragraph].first
    if floor.quoting and floor.person is not None:
        return [
            Utterance(
                number,
                Act.INFORM,
                sentence.first,
                sentence.first,
                _end(document, number),
                (floor.person,),
                None,
                "say",
                "quotation",
            )
        ]
    if floor.listing and marked:
        told = floor.listing
        return [
            attrs.evolve(
                told,
                sentence=number,
                verb=sentence.first,
                first=sentence.first,
                last=_end(document, number),
                rule="list_item",
                before=None,
            )
        ]
    return []


def _end(document: Document, number: int) -> int:
    """Return the end of a sentence without its closing marks."""
    sentence = document.sentences[number]
    last = sentence.last
    while last > sentence.first + 1 and document.folded[last - 1] in {
        ".",
        ";",
        ",",
        "and",
        '"',
        "”",
        "'",
        "’",
    }:
        last -= 1
    return last


def _keep_floor(number: int, document: Document, floor: _Floor, here: Sequence[Utterance]) -> None:
    """Note whether a quotation or a list goes on after a sentence."""
    sentence = document.sentences[number]
    words = document.words[sentence.first : sentence.last]
    for word in words:
        if word in _OPENING and not (word == '"' and floor.quoting):
            floor.quoting = True
        elif word in _CLOSING:
            floor.quoting = False
    marked = sentence.first > document.paragraphs[sentence.paragraph].first
    if words[-1] == ":" and here:
        floor.listing = here[-1]
    elif not marked:
        floor.listing = None
