"""Sentences cut into clauses of saying: who, which verb, and what is said."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import attrs

from diplo.lexicon import Cue, Form, Lexicon, NameKind
from diplo.parser.document import Document, Sentence
from diplo.parser.entities import Entities
from diplo.parser.grammar import ADVERBS, AUXILIARIES, RELATIVES
from diplo.parser.mentions import Mentions, PersonMention

_BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_LONGEST_SUBJECT = 7
_JOINING = frozenset(("and", ",", "&", ";", "but"))
_TRAILING = frozenset(
    (
        ",",
        "and",
        "while",
        "with",
        ";",
        "but",
        ".",
        "where",
        "as",
        "—",
        "–",
        "-",
        "when",
        "by",
        "in",
        "also",
        "”",
        '"',
        "whereas",
        "’",
    )
)


class Side(StrEnum):
    """Who speaks, when it is no single person."""

    BOTH = "both"
    NOBODY = "nobody"


@attrs.frozen
class Subject:
    """Who speaks, and from which token on the words name them.

    Attributes:
        people: indices of entities; empty for `BOTH`, for a country, or when unknown.
        side: set when no person is named.
        country: code of the country that speaks, when it is one.
        embedded: the words stand in a clause of somebody else's speech.
    """

    first: int
    people: tuple[int, ...] = ()
    side: Side | None = None
    country: str | None = None
    embedded: bool = False
    pronoun: bool = False
    shared: bool = False


@attrs.frozen
class Clause:
    """A verb of saying with its subject and what it governs.

    Attributes:
        sentence: index of the sentence.
        verb: first token of the verb.
        first: first token of what is said.
        last: end of the clause.
        before: tokens of what is said, when it stands before a passive verb.
    """

    sentence: int
    verb: int
    first: int
    last: int
    cue: Cue
    subject: Subject
    before: tuple[int, int] | None = None


class ClauseReader:
    """Cuts the sentences of one document into clauses."""

    def __init__(self, document: Document, mentions: Mentions, entities: Entities, lexicon: Lexicon) -> None:
        """Index where mentions of people and countries end."""
        self.document, self.entities, self.lexicon = document, entities, lexicon
        self.people = mentions.people
        self.ending: dict[int, int] = {
            m.last: i for i, m in enumerate(mentions.people) if entities.of_mention[i] is not None or m.plural
        }
        self.inside = {
            t
            for i, m in enumerate(mentions.people)
            if m.titled and entities.of_mention[i] is not None
            for t in range(m.first, m.last)
        }
        self.names = {m.last: m for m in mentions.names}

    def clauses(self, number: int) -> list[Clause]:
        """Return the clauses of a sentence, in the order of the text."""
        sentence = self.document.sentences[number]
        found: list[tuple[int, int, Cue, Subject, tuple[int, int] | None]] = []
        index = sentence.first
        while index < sentence.last:
            if index in self.inside:
                index += 1
                continue
            passive = self._passive(index, sentence, found)
            if passive:
                found.append(passive)
                index = passive[1]
                continue
            cue = self.lexicon.speech.verbs.longest(self.document.folded, index, sentence.last)
            subject = self._subject_of(index, cue[1], sentence, found) if cue else None
            if cue and subject:
                found.append((index, cue[0], cue[1], subject, None))
            index = cue[0] if cue and subject else index + 1
        return [self._closed(number, sentence, found, place) for place in range(len(found))]

    def _closed(
        self,
        number: int,
        sentence: Sentence,
        found: Sequence[tuple[int, int, Cue, Subject, tuple[int, int] | None]],
        place: int,
    ) -> Clause:
        """Return one clause with its end: where the next one starts, without what joins them."""
        verb, first, cue, subject, before = found[place]
        last = sentence.last
        if place + 1 < len(found):
            following = found[place + 1]
            last = following[4][0] if following[4] else following[3].first
        folded = self.document.folded
        while last > first and (
            folded[last - 1] in _TRAILING or folded[last - 2 : last] in {("addition", "to"), ("well", "as")}
        ):
            last -= 2 if folded[last - 2 : last] in {("addition", "to"), ("well", "as")} else 1
        return Clause(number, verb, first, max(first, last), cue, subject, before)

    def _passive(
        self,
        index: int,
        sentence: Sentence,
        found: Sequence[tuple[int, int, Cue, Subject, tuple[int, int] | None]],
    ) -> tuple[int, int, Cue, Subject, tuple[int, int] | None] | None:
        """Read "it was noted that X" and "X were discussed"."""
        folded, speech = self.document.folded, self.lexicon.speech
        after = speech.passive_after.longest(folded, index, sentence.last)
        nobody = Subject(index, side=Side.NOBODY)
        if after:
            act = (
                "agree"
                if "agreed" in after[1]
                else "discuss"
                if "discuss" in after[1] or "exchange" in after[1] or "attention" in after[1]
                else "affirm"
            )
            return index, after[0], Cue(act, after[1], Form.PAST), nobody, None
        before = speech.passive_before.longest(folded, index, sentence.last)
        if before:
            start = max([sentence.first, *(f[1] for f in found)])
            return index, before[0], Cue("discuss", "discuss", Form.PAST), nobody, (start, index)
        return None

    def _subject_of(
        self,
        verb: int,
        cue: Cue,
        sentence: Sentence,
        found: Sequence[tuple[int, int, Cue, Subject, tuple[int, int] | None]],
    ) -> Subject | None:
        """Return the subject of a verb; `None` when it is no verb of saying here."""
        folded = self.document.folded
        end = verb
        while end > sentence.first and (
            folded[end - 1] in ADVERBS or folded[end - 1] in {"has", "have", "had", "did"}
        ):
            end -= 1
        previous = folded[end - 1] if end > sentence.first else ""
        if cue.form is Form.PARTICIPLE:
            if cue.lemma in self.lexicon.speech.never_participles and previous not in _BE:
                return None
            return self._of_participle(verb, end, previous, sentence, found)
        if cue.form is Form.BASE:
            return self._of_infinitive(verb, end, previous, sentence, found)
        if previous in AUXILIARIES and not cue.lemma.startswith("be "):
            return None
        return self._finite(verb, end, previous, cue, sentence, found)

    def _of_participle(
        self,
        verb: int,
        end: int,
        previous: str,
        sentence: Sentence,
        found: Sequence[tuple[int, int, Cue, Subject, tuple[int, int] | None]],
    ) -> Subject | None:
        """Read ", stressing": the subject is that of the clause before, or of the one to come."""
        folded = self.document.folded
        if previous in _BE and end - 1 > sentence.first:
            subject = self.named_subject(end - 1, sentence)
            return (
                self._embedded(attrs.evolve(subject, embedded=True), sentence, found)
                if subject and found
                else None
            )
        if (
            previous in {",", "while", "when", "by"}
            or (previous == "and" and found and found[-1][2].form is Form.PARTICIPLE)
            or folded[end - 2 : end] == ("addition", "to")
        ):
            if not found:
                return None
            return attrs.evolve(found[-1][3], first=end, pronoun=False, shared=True)
        if verb == sentence.first:
            return Subject(verb, side=Side.NOBODY, shared=True)
        return None

    def _of_infinitive(
        self,
        verb: int,
        end: int,
        previous: str,
        sentence: Sentence,
        found: Sequence[tuple[int, int, Cue, Subject, tuple[int, int] | None]],
    ) -> Subject | None:
        """Read "met with X to discuss", and "we support": a base form after a purpose or a plural."""
        if previous == "to" and not found and self._is_meeting(sentence, verb):
            people = [p for p in (self._person_at(i) for i in range(sentence.first, verb)) if p is not None]
            if self.lexicon.speech.verbs.longest(self.document.folded, verb, sentence.last) and people:
                both = self.document.folded[verb] in {
                    "discuss",
                    "review",
                    "address",
                    "exchange",
                    "examine",
                    "explore",
                    "talk",
                    "consider",
                }
                return Subject(end - 1, () if both else (people[0],), Side.BOTH if both else None)
        if previous == "and" and found and found[-1][2].form is Form.BASE:
            return attrs.evolve(found[-1][3], first=end)
        name = self.names.get(end)
        paired = name is not None and self.document.folded[name.first - 1] == "and"
        if previous in {"we", "they", "sides", "leaders", "ministers", "both"} or paired:
            if paired:
                return Subject(end, side=Side.BOTH)
            return self._finite(verb, end, previous, Cue("", "", Form.PRESENT), sentence, found)
        return None

    def _is_meeting(self, sentence: Sentence, verb: int) -> bool:
        """Tell whether a verb of meeting stands before a token."""
        verbs = self.lexicon.encounters.verbs
        return any(verbs.longest(self.document.folded, i, verb) for i in range(sentence.first, verb))

    def _person_at(self, token: int) -> int | None:
        """Return the person whose mention ends just before a token."""
        index = self.ending.get(token)
        return None if index is None else self.entities.of_mention[index]

    def _finite(
        self,
        verb: int,
        end: int,
        previous: str,
        cue: Cue,
        sentence: Sentence,
        found: Sequence[tuple[int, int, Cue, Subject, tuple[int, int] | None]],
    ) -> Subject | None:
        """Return the subject of a finite verb, which stands before it or is that of the clause before."""
        if previous in RELATIVES:
            return None
        subject = self.named_subject(end, sentence, cue)
        if subject:
            return self._embedded(subject, sentence, found)
        if previous in _JOINING and found:
            after_comma = (
                previous != "," or self.document.folded[end - 2] in _JOINING or verb - found[-1][1] > 1
            )
            return attrs.evolve(found[-1][3], first=end, pronoun=False, shared=True) if after_comma else None
        if previous in _JOINING and self._is_meeting(sentence, verb):
            people = tuple(
                dict.fromkeys(
                    p for p in (self._person_at(i) for i in range(sentence.first, verb)) if p is not None
                )
            )
            return Subject(end, people[:1])
        return None

    def _embedded(
        self,
        subject: Subject,
        sentence: Sentence,
        found: Sequence[tuple[int, int, Cue, Subject, tuple[int, int] | None]],
    ) -> Subject:
        """Give a subject in reported speech the speaker of the speech: "adding that we thank"."""
        before = self.document.folded[subject.first - 1] if subject.first > sentence.first else ""
        we = (
            before == "and"
            and bool(found)
            and found[-1][3].embedded
            and self.document.folded[subject.first] == "we"
        )
        if found and not found[-1][3].side and (before == "that" or we or subject.first == found[-1][1]):
            speaker = found[-1][3]
            if not subject.people or subject.people == speaker.people:
                return attrs.evolve(
                    subject,
                    people=speaker.people,
                    side=None,
                    country=subject.country or speaker.country,
                    embedded=True,
                )
        return subject

    def named_subject(self, end: int, sentence: Sentence, cue: Cue | None = None) -> Subject | None:
        """Return the subject whose words end before a token."""
        folded = self.document.folded
        end = self._step_over_insertion(end, sentence)
        previous = folded[end - 1] if end > sentence.first else ""
        if previous in {"he", "she"}:
            return Subject(end - 1, pronoun=True)
        people, first = self._people_before(end)
        if people or first < end:
            return Subject(first, people, None if len(people) == 1 else Side.BOTH)
        both = self.lexicon.speech.both
        for start in range(max(sentence.first, end - _LONGEST_SUBJECT), end):
            found = both.longest(folded, start, end)
            if found and found[0] == end:
                return Subject(start, side=Side.BOTH)
        name = self.names.get(end) or (
            self.names.get(end - 1) if previous in {"side", "government", "president"} else None
        )
        if name and name.name.code and name.name.kind is not NameKind.NATIONAL:
            first = name.first - (folded[name.first - 1] == "the")
            return Subject(first, country=name.name.code)
        if previous in {"country", "side", "government"} and folded[end - 2] in {
            "his",
            "her",
            "our",
            "their",
            "my",
        }:
            return Subject(end - 2, pronoun=True)
        events = self.lexicon.speech
        if previous in events.events and (cue is None or cue.lemma in events.event_verbs):
            return Subject(self._phrase_start(end, sentence), side=Side.BOTH)
        return None

    def _step_over_insertion(self, end: int, sentence: Sentence) -> int:
        """Step back over ", in turn," and ", who is visiting Oman,": return the end of the subject."""
        folded = self.document.folded
        if end <= sentence.first or folded[end - 1] != ",":
            return end
        turns = self.lexicon.speech.turns
        for start in range(max(sentence.first, end - 8), end - 1):
            found = turns.longest(folded, start, end)
            if found and found[0] == end - 1:
                return start - (folded[start - 1] == ",")
        for start in range(end - 2, max(sentence.first, end - 25), -1):
            if folded[start] == ",":
                return (
                    start
                    if start in self.ending
                    and folded[start + 1] in {"who", "whose", "in", "for", "on", "speaking", "during"}
                    else end
                )
        return end if end - 1 not in self.ending else end - 1

    def _people_before(self, end: int) -> tuple[tuple[int, ...], int]:
        """Return the people named just before a token, and where their words start."""
        people: list[int] = []
        first = end
        while first in self.ending:
            mention = self.people[self.ending[first]]
            person = self.entities.of_mention[self.ending[first]]
            if person is not None:
                people.append(person)
            first = self._start_of(mention)
            if self.document.folded[first - 1 : first] not in {("and",), (",",)} or (
                first - 1 not in self.ending and first - 2 not in self.ending
            ):
                break
            first -= 1 if first - 1 in self.ending else 2
        return tuple(reversed(people)), first

    def _start_of(self, mention: PersonMention) -> int:
        """Return where the words of a person start, "the" and "both" included."""
        before = self.document.folded[mention.first - 1] if mention.first else ""
        return mention.first - (before in {"the", "both", "his", "her"})

    def _phrase_start(self, end: int, sentence: Sentence) -> int:
        """Return where the noun phrase that ends before a token starts."""
        first = end - 1
        while first > sentence.first and self.document.folded[first - 1] not in {",", ";", "that", "and"}:
            first -= 1
        return first
