"""From what the stages found to the public values."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from diplo.countries import is_country
from diplo.lexicon import Lexicon
from diplo.model import Commitment, Meeting, Note, Participant, Person, Source, Statement, Topic
from diplo.parser.circumstances import Circumstances
from diplo.parser.commitments import Undertaking
from diplo.parser.dates import DateMention
from diplo.parser.document import Document, ParagraphKind, starting_within
from diplo.parser.encounters import Attendance, Encounter
from diplo.parser.entities import Entities, Entity
from diplo.parser.mentions import Mentions
from diplo.parser.statements import Utterance
from diplo.parser.topics import Subject
from diplo.parser.unread import reason_unread
from diplo.span import Span

_ID_LENGTH = 16


class Assembler:
    """Makes the meetings of one text."""

    def __init__(
        self,
        document: Document,
        mentions: Mentions,
        entities: Entities,
        dates: Sequence[DateMention],
        encounters: Sequence[Encounter],
        lexicon: Lexicon,
        published: dt.date | None,
        issuer: str | None,
    ) -> None:
        """Keep what all meetings of the text share."""
        self.document, self.mentions, self.entities, self.dates = document, mentions, entities, dates
        self.lexicon, self.encounters = lexicon, encounters
        self.source = Source(text=document.text, published=published, issuer=issuer or entities.issuer)
        self.digest = hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()[:_ID_LENGTH]
        self.person_at = dict(zip((m.first for m in mentions.people), entities.of_mention, strict=True))
        self.present = {a.person for e in encounters for a in e.attendance}

    def meeting(
        self,
        ordinal: int,
        circumstances: Circumstances,
        statements: Sequence[Utterance],
        topics: Sequence[Subject],
        commitments: Sequence[Undertaking],
    ) -> Meeting:
        """Return one meeting."""
        encounter = self.encounters[ordinal]
        ids = {a.person: f"p{number}" for number, a in enumerate(encounter.attendance, 1)}
        occasion = circumstances.occasion
        return Meeting(
            id=f"{self.digest}-{ordinal + 1}",
            title=self._title(),
            format=encounter.format,
            period=circumstances.period,
            place=circumstances.place,
            occasion=self.document.phrase(*occasion) if occasion else None,
            participants=tuple(self._participant(ids[a.person], a) for a in encounter.attendance),
            topics=tuple(self._topic(number, topic, ids) for number, topic in enumerate(topics, 1)),
            commitments=tuple(self._commitment(number, act) for number, act in enumerate(commitments, 1)),
            statements=tuple(self._statement(number, said, ids) for number, said in enumerate(statements, 1)),
            mentioned=tuple(self._mentioned()) if ordinal == 0 else (),
            notes=tuple(self._notes(encounter, statements, commitments)),
            source=self.source,
        )

    def _title(self) -> str | None:
        """Return the headline, the longest where a text has several above each other."""
        headlines = [p for p in self.document.paragraphs if p.kind is ParagraphKind.HEADLINE]
        longest = max(headlines, key=lambda p: p.last - p.first, default=None)
        return self.document.phrase(longest.first, longest.last) if longest else None

    def _spans(self, entity: Entity) -> tuple[Span, ...]:
        """Return where a person is named; for somebody without a name, where the office is."""
        people = [self.mentions.people[index] for index in entity.mentions]
        named = [p.name for p in people if p.name]
        return tuple(self.document.span(*place) for place in named or [(p.first, p.last) for p in people])

    def _person_fields(self, index: int) -> dict[str, Any]:
        """Return the fields that all persons have."""
        entity = self.entities.people[index]
        return {
            "name": entity.name,
            "honorific": entity.honorific,
            "role": entity.role,
            "office": entity.office,
            "country": self.lexicon.country(entity.country) if is_country(entity.country) else None,
            "organisation": entity.organisation,
            "aliases": entity.aliases,
            "spans": self._spans(entity),
        }

    def _participant(self, identifier: str, attendance: Attendance) -> Participant:
        """Return somebody who took part."""
        return Participant(
            **self._person_fields(attendance.person),
            id=identifier,
            principal=attendance.principal,
            rule=attendance.rule,
        )

    def _mentioned(self) -> Iterator[Person]:
        """Yield the named people who took no part."""
        for index, entity in enumerate(self.entities.people):
            if entity.name and index not in self.present:
                yield Person(**self._person_fields(index))

    def _topic(self, number: int, topic: Subject, ids: Mapping[int, str]) -> Topic:
        """Return a topic."""
        named = starting_within(self.mentions.names, topic.first, topic.last)
        codes = [m.name.code for m in named if m.name.code]
        speakers = topic.utterance.speakers
        return Topic(
            id=f"t{number}",
            text=self.document.phrase(topic.first, topic.last),
            sectors=topic.sectors,
            raised_by=tuple(ids[person] for person in speakers if person in ids),
            countries=tuple(dict.fromkeys(codes)),
            span=self.document.span(topic.first, topic.last),
            rule=topic.utterance.rule,
        )

    def _commitment(self, number: int, act: Undertaking) -> Commitment:
        """Return a commitment."""
        return Commitment(
            id=f"c{number}",
            kind=act.kind,
            text=self.document.phrase(act.first, act.last),
            action=act.action,
            actors=act.actors,
            recipients=act.recipients,
            sectors=self.lexicon.sectors.find(self.document.folded[act.first : act.last]),
            instrument=act.instrument,
            count=act.count,
            due=act.due,
            status=act.status,
            span=self.document.span(act.first, act.last),
            rule=act.rule,
        )

    def _statement(self, number: int, said: Utterance, ids: Mapping[int, str]) -> Statement:
        """Return a statement."""
        first, last = (said.before[0], said.first) if said.before else (said.verb, max(said.last, said.first))
        named = self._addressees(said, ids)
        return Statement(
            id=f"s{number}",
            act=said.act,
            text=self.document.phrase(first, last),
            speakers=tuple(ids[person] for person in said.speakers if person in ids),
            addressees=named,
            span=self.document.span(first, last),
            rule=said.rule,
        )

    def _addressees(self, said: Utterance, ids: Mapping[int, str]) -> tuple[str, ...]:
        """Return the participants whom a statement names as its first object."""
        stop = min(said.first + 3, said.last)
        for mention in starting_within(self.mentions.people, said.first, stop):
            person = self.person_at.get(mention.first)
            if person is not None and person in ids and person not in said.speakers:
                return (ids[person],)
        return ()

    def _notes(
        self, encounter: Encounter, statements: Sequence[Utterance], commitments: Sequence[Undertaking]
    ) -> Iterator[Note]:
        """Yield the doubts: dates not resolved, sentences not read and why."""
        read = {said.sentence for said in statements} | {encounter.sentence}
        firsts = [self.entities.people[person].mentions[0] for person in self.present]
        introduced = {self.mentions.people[index].sentence for index in firsts}
        for number in encounter.sentences:
            sentence = self.document.sentences[number]
            for date in starting_within(self.dates, sentence.first, sentence.last):
                if date.period is None:
                    yield self._note("unresolved_date", date.first, date.last)
            if number in read or self.document.kind(sentence) is ParagraphKind.HEADLINE:
                continue
            if starting_within(commitments, sentence.first, sentence.last) or number in introduced:
                continue
            reason = reason_unread(number, self.document, self.mentions, self.lexicon)
            if reason:
                yield self._note(reason, sentence.first, sentence.last)

    def _note(self, code: str, first: int, last: int) -> Note:
        """Return a doubt about some tokens."""
        return Note(code=code, text=self.document.phrase(first, last), span=self.document.span(first, last))
