"""Who undertakes, for whom, by when, with how many instruments."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import attrs

from diplo.lexicon import base_form
from diplo.model import CommitmentKind, CommitmentStatus
from diplo.parser.act_words import written_number
from diplo.parser.acts import Draft
from diplo.parser.clauses import ClauseReader
from diplo.parser.dates import DateMention
from diplo.parser.document import starting_within
from diplo.parser.encounters import Encounter
from diplo.parser.grammar import FUTURE, PREPOSITIONS
from diplo.parser.recipients import RecipientReader
from diplo.parser.subjects import Side
from diplo.period import Period

_COUNT_REACH = 6
_REACH_OF_OPENING = 12
_EVENTS = frozenset(("event_to_come", "hosted_event", "will_be_done"))
_BEFORE_OPENING = frozenset(("that", "“", '"', ",", "and"))
_LONG_AGO = dt.timedelta(days=60)


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
        reader: ClauseReader,
        encounter: Encounter,
        dates: Sequence[DateMention],
        published: dt.date | None,
    ) -> None:
        """Keep what is needed at hand."""
        self.folded, self.entities = reader.document.folded, reader.entities
        self.dates, self.published, self.lexicon = dates, published, reader.lexicon
        self.words = reader.lexicon.undertakings
        self.sides = self._parties(encounter.principals)
        self.recipients = RecipientReader(reader, self.sides)

    def _parties(self, people: Sequence[int]) -> tuple[str, ...]:
        """Return the countries and organisations that people represent."""
        parties = (self.entities.people[person].party for person in people)
        return tuple(dict.fromkeys(party for party in parties if party))

    def close(self, draft: Draft) -> Undertaking:
        """Return the undertaking of a draft."""
        actors = self._actors(draft)
        if draft.kind is CommitmentKind.INVITATION and len(actors) > 1:
            actors = self._inviting(draft) or actors
        recipients = self.recipients.of_draft(draft, actors)
        if draft.swapped and draft.kind is CommitmentKind.INVITATION:
            actors, recipients = self.recipients.sides_but(actors), actors
        if draft.swapped and draft.kind is CommitmentKind.PLAN:
            actors, recipients = self._traveller(draft, actors)
        elif draft.rule in _EVENTS and (host := self._host(draft)):
            actors, recipients = (host,), ()
        following = self.folded[draft.act + 1] if draft.act + 1 < draft.last else ""
        keeps_on = self.folded[draft.act] == "keep" and following.endswith("ing")
        under_way = keeps_on or self.words.going_on.longest(self.folded, draft.act, draft.last)
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
        return self._parties(subject.people) or self.sides

    def _host(self, draft: Draft) -> str | None:
        """Return in whose country a gathering of many takes place: "the forum, to be held in Oman"."""
        words = self.folded[draft.first : draft.last]
        joint = self.words.joint | self.words.ordinals
        if self.words.gatherings.isdisjoint(words) or not joint.isdisjoint(words):
            return None
        return next((code for code in self.recipients.places_in(draft) if code in self.sides), None)

    def _inviting(self, draft: Draft) -> tuple[str, ...]:
        """Return the one side that is not invited, when nobody says who invites."""
        invited = set(self.recipients.people_named(draft.first, draft.last))
        others = self.recipients.sides_but(invited)
        return others if invited and len(others) == 1 else ()

    def _traveller(self, draft: Draft, speaker: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return visitor and host of a visit that somebody looks forward to."""
        for party in self.recipients.people_named(draft.act, draft.last):
            return (party,), self.recipients.sides_but((party,))[:1]
        others = self.recipients.sides_but(speaker)
        return (others, speaker) if len(others) == 1 else (speaker, others)

    def _action(self, draft: Draft) -> str | None:
        """Return the verb of the act, in its base form; for the name of an event, what is done with it."""
        if draft.kind is CommitmentKind.INVITATION:
            return "invite"
        plain, act = self.lexicon.topics.not_adverbs, draft.act
        while act + 1 < draft.last and self.folded[act].endswith("ly") and self.folded[act] not in plain:
            act += 1
        for table in (
            self.lexicon.speech.verbs,
            self.words.signing,
            self.lexicon.topics.verbs,
            self.lexicon.encounters.verbs,
        ):
            found = table.longest(self.folded, act, act + 1)
            if found:
                return found[1] if isinstance(found[1], str) else found[1].lemma.partition(" ")[0]
        word, before = self.folded[act], self.folded[act - 1]
        if word in self.lexicon.topics.determiners or word in PREPOSITIONS or not word.isalpha():
            return None
        acting = before in {"to", "and", ","} or before in FUTURE or before.endswith("ly")
        return "hold" if word in self.words.events and not acting else base_form(word, self.words.base_of)

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
            number = written_number(word, self.words.numbers)
            if number and self.folded[index + 1] not in {'"', "”"}:
                return number
            if word in FUTURE or word in PREPOSITIONS or word == "to":
                return None
        return None

    def is_long_ago(self, draft: Draft) -> bool:
        """Tell whether a sentence speaks of months before the publication only: "In 2017 they signed"."""
        inside = starting_within(self.dates, draft.sentence.first, draft.sentence.last)
        ends = [date.period.end for date in inside if date.period]
        published = self.published
        return bool(published and ends and max(ends) < published - _LONG_AGO)

    def _due(self, draft: Draft) -> Period | None:
        """Return by when: the last date of the clause that lies ahead, else the one that opens it."""
        inside = starting_within(self.dates, draft.first, draft.last)
        opening = starting_within(self.dates, draft.sentence.first, draft.first)
        ahead = [d for d in inside if d.period and self._is_ahead(d)]
        if not ahead and self.folded[draft.last : draft.last + 2] == (",", "which"):
            behind = starting_within(self.dates, draft.last, draft.sentence.last)
            ahead = [d for d in behind if self._is_ahead(d)][:1]
        ahead = ahead or [d for d in opening if self._opens(d, draft) and self._is_ahead(d)]
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

    def _opens(self, date: DateMention, draft: Draft) -> bool:
        """Tell whether a date opens the clause of an act: "On Thursday the Minister will travel"."""
        first = date.first - (self.folded[date.first - 1] in PREPOSITIONS)
        near = draft.first - date.last < _REACH_OF_OPENING
        return near and (first <= draft.sentence.first or self.folded[first - 1] in _BEFORE_OPENING)

    def _is_ahead(self, date: DateMention) -> bool:
        """Tell whether a date is not over on the day of publication."""
        if date.period is None or self.folded[date.first - 1] == "since":
            return False
        words = set(self.folded[date.first : date.last])
        if words & {"today", "yesterday", "last", "evening", "morning", "afternoon"}:
            return False
        return self.published is None or date.period.end >= self.published
