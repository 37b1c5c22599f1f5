"""Who says what, and what the words do."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from diplo.model import Act
from diplo.parser.clauses import Clause, ClauseReader
from diplo.parser.document import ParagraphKind
from diplo.parser.encounters import Encounter
from diplo.parser.floor import Floor, Utterance
from diplo.parser.grammar import CLOSING_QUOTES, DETERMINERS, FUTURE, PREPOSITIONS
from diplo.parser.subjects import Side

__all__ = ["Utterance", "find_statements"]

_REACH_OF_NOUN = 9
_REACH_BEHIND_ADDRESSEE = 24
_SHORTEST_SPEECH = 4
_SHORT_END = 4
_SHORT_SOURCE = 8
_BEFORE_SPEAKER = frozenset((",", '"', "”", "'", "»"))
_REPORTING = frozenset(("inform", "affirm"))
_TOWARDS_SOMEBODY = frozenset((Act.THANK, Act.CONGRATULATE, Act.CONDOLE, Act.INVITE, Act.URGE, Act.CALL_FOR))
_TELLS_THINGS = frozenset((Act.DISCUSS, Act.AGREE))
_BEFORE_OBJECT = frozenset(("that", "for", "of", "with", "in", "to"))


def find_statements(reader: ClauseReader, encounters: Sequence[Encounter]) -> tuple[Utterance, ...]:
    """Find what is said in a text, in its order."""
    document = reader.document
    floor = Floor(reader, encounters)
    reports = {encounter.token for encounter in encounters}
    found: list[Utterance] = []
    for number, sentence in enumerate(document.sentences):
        if document.kind(sentence) is ParagraphKind.HEADLINE:
            continue
        floor.turn_to(next((e for e in encounters if number in e.sentences), encounters[0]))
        said = (_utterance(clause, floor, reader, reports) for clause in reader.clauses(number))
        here = [utterance for utterance in said if utterance] or floor.continued(number)
        floor.hear(number, here)
        told = (u for u in here if u.before or u.first < u.last)
        found.extend(u for u in told if u.verb not in reports or u.act in _TELLS_THINGS)
        found.extend(floor.keep(number, here))
    found.sort(key=lambda utterance: utterance.sentence)
    return tuple(found)


def _utterance(
    clause: Clause, floor: Floor, reader: ClauseReader, reports: AbstractSet[int]
) -> Utterance | None:
    """Return what a clause says, with its speakers found."""
    document, lexicon = reader.document, reader.lexicon
    people, side = _subject_of(clause, floor, reader)
    told = document.folded[clause.subject.first : clause.verb]
    spokesperson = not people and any(word in lexicon.speech.spokespersons.firsts for word in told)
    if spokesperson or any(floor.entities.people[p].spokesperson for p in people):
        return None
    if len(people) == 1:
        floor.person = people[0]
    act, first, rule = _act(clause, reader)
    if clause.cue.lemma in lexicon.speech.light_only and act is Act.INFORM:
        return None
    before = clause.before or _said_before(clause, reader, reports)
    if before is None and not clause.alone and _names_source(clause, document.folded):
        return None
    if before and not clause.before:
        rule = "said_before"
    side = None if people and (len(people) == 1 or floor.is_part(people)) else side
    lemma, last = clause.cue.lemma, clause.last
    jointly = document.folded[first] == "with" and first + 1 in reader.person_of if first < last else False
    alone = lemma in lexicon.speech.solo and not (jointly and lemma not in lexicon.speech.onto)
    alone = alone or floor.is_own(people, first, last)
    if (act is Act.DISCUSS and not alone) or (act is Act.AGREE and lemma in lexicon.speech.signing):
        side = Side.BOTH if side is None or act is Act.AGREE else side
    if act in _TOWARDS_SOMEBODY and side is Side.BOTH:
        people = floor.other_than(reader.person_of.get(first), reader.person_of.get(first + 1))
        side = None if people else side
    speakers = people if side is None else ()
    if not people and side is None:
        side = Side.NOBODY
    return Utterance(clause.sentence, act, clause.verb, first, last, speakers, side, lemma, rule, before)


def _subject_of(clause: Clause, floor: Floor, reader: ClauseReader) -> tuple[tuple[int, ...], Side | None]:
    """Return who the subject of a clause is, pronouns and offices looked up."""
    document, lexicon, subject = reader.document, reader.lexicon, clause.subject
    people, side = subject.people, subject.side
    word = document.folded[subject.first]
    quoted = floor.quoting and floor.person is not None and word in lexicon.speech.first_person
    if not people and (subject.pronoun or quoted):
        person = floor.meant(word)
        people, side = (() if person is None else (person,)), None
    if subject.country and not people:
        people = floor.of_country(subject.country)
    if side is Side.NOBODY and not people:
        people = floor.of_office(clause)
    people = floor.rather(floor.settled(people), subject.first, clause.verb)
    if subject.pronoun and clause.cue.value in _TOWARDS_SOMEBODY:
        people = floor.not_told(
            people, reader.person_of.get(clause.first), reader.person_of.get(clause.first + 1)
        )
    return people, side


def _names_source(clause: Clause, folded: Sequence[str]) -> bool:
    """Tell whether a clause only tells where a quotation was said: '", Minister A said on X'."""
    quoted = folded[clause.subject.first - 1] in CLOSING_QUOTES
    says = quoted and clause.first < clause.last and clause.cue.value in _REPORTING
    return says and folded[clause.first] in PREPOSITIONS and clause.last - clause.first < _SHORT_SOURCE


def _said_before(clause: Clause, reader: ClauseReader, reports: AbstractSet[int]) -> tuple[int, int] | None:
    """Return what stands before "the Minister said" at the end of a sentence."""
    document = reader.document
    sentence = document.sentences[clause.sentence]
    first, last = sentence.first, clause.subject.first
    ends = clause.first >= clause.last and sentence.last - clause.first < _SHORT_END
    tail = document.folded[clause.first : clause.last]
    told = document.folded[last - 1] in CLOSING_QUOTES or not FUTURE.isdisjoint(document.folded[first:last])
    quoted = told and bool(tail) and tail[0] in PREPOSITIONS
    if not (ends or quoted) or not clause.alone or clause.cue.value not in _REPORTING:
        return None
    if last - first < _SHORTEST_SPEECH or document.folded[last - 1] not in _BEFORE_SPEAKER:
        return None
    named = clause.subject.people or clause.subject.pronoun
    if any(first <= token < last for token in reports) or (not named and reader.is_meeting(sentence, last)):
        return None
    return first, last


def _act(clause: Clause, reader: ClauseReader) -> tuple[Act, int, str]:
    """Return what a clause does, where its object starts, and the rule that says so."""
    folded, lexicon = reader.document.folded, reader.lexicon
    act = Act(clause.cue.value)
    rule = "_".join(clause.cue.lemma.split())
    if folded[clause.verb] in lexicon.speech.light and clause.first < clause.last:
        addressed = folded[clause.first] in {"him", "her", "them"} or (
            folded[clause.first] == "to"
            and (folded[clause.first + 1] in DETERMINERS or clause.first + 1 in reader.person_of)
        )
        reach = _REACH_BEHIND_ADDRESSEE if addressed else _REACH_OF_NOUN
        for index in range(clause.first, min(clause.last, clause.first + reach)):
            if index in reader.name_tokens:
                continue
            if folded[index] in _BEFORE_OBJECT and not (addressed and folded[index] != "that"):
                break
            noun = lexicon.speech.nouns.longest(folded, index, clause.last)
            if noun:
                return noun[1], index, f"{rule}_{folded[index]}"
    if clause.first < clause.last and folded[clause.first] in {"to", "on"} and act is Act.INVITE:
        return act, clause.first + 1, rule
    return act, clause.first, rule
