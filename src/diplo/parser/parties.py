"""Who undertakes, for whom, by when, with how many instruments."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import attrs

from diplo.lexicon import Lexicon
from diplo.model import CommitmentKind, CommitmentStatus
from diplo.parser.acts import Draft
from diplo.parser.dates import DateMention
from diplo.parser.document import Document, starting_within
from diplo.parser.encounters import Encounter
from diplo.parser.entities import Entities
from diplo.parser.grammar import DETERMINERS, PREPOSITIONS
from diplo.parser.mentions import Mentions
from diplo.parser.subjects import Side
from diplo.period import Period

_COUNT_REACH = 6


@attrs.frozen
class Undertaking:
    """One undertaking, as tokens `[first, last)`."""

    first: int
    last: int
    kind: CommitmentKind
    status: CommitmentStatus
    action: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    instrument: str | None
    count: int | None
    due: Period | None
    rule: str


class UndertakingCloser:
    """Looks up the parties, the dates and the instruments of an undertaking."""

    def __init__(
        self,
        document: Document,
        mentions: Mentions,
        entities: Entities,
        encounter: Encounter,
        dates: Sequence[DateMention],
        lexicon: Lexicon,
        published: dt.date | None,
    ) -> None:
        """Keep what is needed at hand."""
        self.document, self.folded, self.mentions, self.entities = (
            document,
            document.folded,
            mentions,
            entities,
        )
        self.dates, self.words, self.published, self.lexicon = dates, lexicon.undertakings, published, lexicon
        self.person_at = dict(zip((m.first for m in mentions.people), entities.of_mention, strict=True))
        principals = [a.person for a in encounter.attendance if a.principal]
        self.sides = tuple(dict.fromkeys(party for person in principals if (party := self._party(person))))

    def _party(self, person: int) -> str | None:
        """Return the country or the organisation that a person represents."""
        entity = self.entities.people[person]
        return entity.country or entity.organisation

    def close(self, draft: Draft) -> Undertaking:
        """Return the undertaking of a draft."""
        actors = self._actors(draft)
        recipients = self._recipients(draft, actors)
        if draft.swapped and draft.kind is CommitmentKind.PLAN:
            actors, recipients = self._traveller(draft, actors)
        under_way = self.folded[draft.act] in self.words.going_on
        status = (
            CommitmentStatus.CONCLUDED
            if draft.concluded
            else CommitmentStatus.UNDER_WAY
            if under_way
            else CommitmentStatus.PLANNED
        )
        instrument = self._instrument(draft)
        return Undertaking(
            draft.first,
            draft.last,
            draft.kind,
            status,
            self._action(draft),
            actors,
            recipients,
            instrument[1] if instrument else None,
            self._count(instrument[0], draft) if instrument else None,
            self._due(draft),
            draft.rule,
        )

    def _actors(self, draft: Draft) -> tuple[str, ...]:
        """Return who will act."""
        subject = draft.subject
        if subject is None or subject.side is Side.BOTH or (subject.side is Side.NOBODY):
            return self.sides
        if subject.country:
            return (subject.country,)
        parties = tuple(dict.fromkeys(party for person in subject.people if (party := self._party(person))))
        return parties or self.sides

    def _recipients(self, draft: Draft, actors: tuple[str, ...]) -> tuple[str, ...]:
        """Return for whom: the other side, when one side alone acts."""
        others = tuple(side for side in self.sides if side not in actors)
        if draft.kind is CommitmentKind.INVITATION and len(actors) == 1:
            return self._invited(draft, actors) or (others if len(others) == 1 else ())
        if draft.kind is CommitmentKind.AGREEMENT or len(actors) != 1:
            return ()
        if len(others) == 1 or draft.kind is CommitmentKind.PLAN:
            return others
        named = starting_within(self.mentions.names, draft.act, draft.last)
        codes = dict.fromkeys(m.name.code for m in named if m.name.code and m.name.code not in actors)
        return tuple(code for code in codes if code)[:1]

    def _invited(self, draft: Draft, actors: tuple[str, ...]) -> tuple[str, ...]:
        """Return who is invited: the first person named in the invitation."""
        return next(((party,) for party in self._named(draft.first, draft.last) if party not in actors), ())

    def _named(self, first: int, last: int) -> Iterator[str]:
        """Yield the parties of the people who are named between two tokens."""
        for mention in starting_within(self.mentions.people, first + 1, last):
            person = self.person_at.get(mention.first)
            party = self._party(person) if person is not None else None
            if party:
                yield party

    def _traveller(self, draft: Draft, speaker: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return visitor and host of a visit that somebody looks forward to."""
        for party in self._named(draft.act, draft.last):
            return (party,), tuple(side for side in self.sides if side != party)[:1]
        others = tuple(side for side in self.sides if side not in speaker)
        return (others, speaker) if len(others) == 1 else (speaker, others)

    def _action(self, draft: Draft) -> str | None:
        """Return the verb of the act, in its base form."""
        word = self.folded[draft.act]
        for table in (
            self.lexicon.speech.verbs,
            self.words.signing,
            self.lexicon.topics.verbs,
            self.lexicon.encounters.verbs,
        ):
            found = table.longest(self.folded, draft.act, draft.act + 1)
            if found:
                return found[1] if isinstance(found[1], str) else found[1].lemma.partition(" ")[0]
        if word.endswith("ing") and len(word) > 5:
            return word[:-3]
        return None if word in DETERMINERS or word in PREPOSITIONS else word

    def _instrument(self, draft: Draft) -> tuple[int, str] | None:
        """Return the place and name of the instrument."""
        for index in range(draft.first, draft.last):
            found = self.words.instruments.longest(self.folded, index, draft.last)
            if found:
                return index, found[1]
        return None

    def _count(self, place: int, draft: Draft) -> int | None:
        """Return the number of instruments."""
        for index in range(place - 1, max(draft.first, place - _COUNT_REACH) - 1, -1):
            word = self.folded[index]
            number = (
                int(word)
                if word.isascii() and word.isdigit() and len(word) < 4
                else self.words.numbers.get(word)
            )
            if number:
                return number
        return None

    def _due(self, draft: Draft) -> Period | None:
        """Return by when: the last date of the clause that lies ahead."""
        inside = [d for d in starting_within(self.dates, draft.first, draft.last) if d.period]
        ahead = [d for d in inside if self._is_ahead(d)]
        if draft.concluded or not ahead:
            return None
        deadlines = [d for d in ahead if d.deadline]
        chosen = (deadlines or ahead)[-1]
        within = (
            chosen.deadline
            and chosen.period
            and chosen.period.start == self.published
            and self.folded[chosen.first] == "within"
        )
        return (
            Period(start=chosen.period.end, end=chosen.period.end)
            if within and chosen.period
            else chosen.period
        )

    def _is_ahead(self, date: DateMention) -> bool:
        """Tell whether a date is not over on the day of publication."""
        if date.period is None or self.folded[date.first - 1] == "since":
            return False
        words = set(self.folded[date.first : date.last])
        if words & {"today", "yesterday", "last", "evening", "morning", "afternoon"}:
            return False
        return self.published is None or date.period.end >= self.published
