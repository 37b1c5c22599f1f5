"""What a meeting holds as events, each from one party towards another.

The choices that the codebooks leave open are told in `docs/events.md`, the codes in `event_codes`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise, product

import attrs

from diplo.countries import country_rows
from diplo.formats.event_codes import Circumstance, Code, Codes, Part, default_codes
from diplo.model import Commitment, Meeting, MeetingFormat, Participant, Statement
from diplo.span import Span

_WORD = re.compile(r"\w+")
_REMOTE = {
    MeetingFormat.PHONE: Circumstance.PHONE,
    MeetingFormat.VIDEO: Circumstance.VIDEO,
    MeetingFormat.UNSTATED: Circumstance.UNSTATED,
}


@attrs.frozen(kw_only=True)
class Event:
    """One event: who did what to whom, in the terms of PLOVER and of CAMEO.

    Codes, classes and scores are those of the PLOVER manual of 4 February 2024 and of the CAMEO manual 1.1b3.

    Attributes:
        date: the first day of the meeting; `None` when the text names no day.
        end: its last day, where it took more than one; else `None`.
        source: who acts: an ISO 3166-1 alpha-3 code, or the name of an organisation as in the meeting.
        target: towards whom, likewise; `None` when nobody is named.
        mutual: whether the two act alike towards one another, so that CAMEO would have a second row
            with source and target exchanged.
        event: the PLOVER event ("CONSULT"); `None` where PLOVER codes nothing.
        mode: its mode ("visit"), if it has any.
        contexts: the PLOVER contexts ("economic") of the sectors concerned, in the order of the text.
        quad: the quad class of the PLOVER event: 1 verbal cooperation, 2 material cooperation,
            3 verbal conflict, 4 material conflict.
        score: the PLOVER score of event and mode, from -10 (conflict) to 10 (cooperation).
        cameo: the CAMEO code, three or four digits ("042").
        text: the words that tell it; for a meeting the first stretch of a line that names both parties.
        span: their place in the text of the source, in code points.
        meeting_id: the id of the meeting.
        part_id: the id of the statement or the commitment; `None` for the meeting itself.
        rule: the rule that read the statement or the commitment, or took the first person of the source in.
    """

    date: dt.date | None = None
    end: dt.date | None = None
    source: str
    target: str | None = None
    mutual: bool = False
    event: str | None = None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    quad: int | None = None
    score: float | None = None
    cameo: str
    text: str | None = None
    span: Span | None = None
    meeting_id: str
    part_id: str | None = None
    rule: str


@attrs.frozen
class _Dyad:
    """Who acts towards whom."""

    source: str
    target: str | None
    mutual: bool = False


def to_events(meetings: Iterable[Meeting]) -> tuple[Event, ...]:
    """Return the events of meetings: each meeting first, then its statements and commitments as they stand.

    Nobody's events are merged or left out for being alike: what two texts report is there twice.

    Raises:
        KeyError: when a statement refers to a participant whom its meeting does not have.
    """
    codes = default_codes()
    return tuple(event for meeting in meetings for event in _Coder(meeting, codes).events())


class _Coder:
    """Codes one meeting."""

    def __init__(self, meeting: Meeting, codes: Codes) -> None:
        """Find the parties to the meeting."""
        self.meeting = meeting
        self.codes = codes
        self.party_of = {person.id: _party(person) for person in meeting.participants}
        self.principals: dict[str, list[Participant]] = {}
        for person in meeting.participants:
            party = self.party_of[person.id]
            if person.principal and party is not None:
                self.principals.setdefault(party, []).append(person)

    def events(self) -> Iterator[Event]:
        """Yield the meeting, then its statements and commitments in the order of the text."""
        yield from self._meetings()
        parts: list[Statement | Commitment] = [*self.meeting.statements, *self.meeting.commitments]
        for part in sorted(parts, key=lambda part: part.span):
            yield from self._said(part) if isinstance(part, Statement) else self._undertaken(part)

    def _meetings(self) -> Iterator[Event]:
        """Yield an event for each pair of parties that met, the host as target, or for the only party."""
        contexts = self.codes.contexts_of(sector for topic in self.meeting.topics for sector in topic.sectors)
        place = self._place()
        parties = sorted(self.principals, key=lambda party: party == place)
        for dyad in _dyads(parties, (), mutual=True):
            code = self.codes.meetings[self._circumstance(dyad)]
            span = self._naming(dyad)
            text = span.of(self.meeting.source.text) if span else None
            rule = self.principals[dyad.source][0].rule
            pair = attrs.evolve(dyad, mutual=dyad.mutual and code.mutual)
            yield self._event(pair, code, contexts, text, span, None, rule)

    def _circumstance(self, dyad: _Dyad) -> Circumstance:
        """Return how a pair met: one at the other's, or away from both."""
        meeting, place = self.meeting, self._place()
        if meeting.format in _REMOTE:
            return _REMOTE[meeting.format]
        if place is not None and place == dyad.target:
            return Circumstance.VISIT
        venue = meeting.place.venue if meeting.place else None
        words = _WORD.findall(f"{venue or ''} {meeting.occasion or ''}".casefold())
        if not set(words).isdisjoint(self.codes.multilateral.words):
            return Circumstance.MULTILATERAL
        if place is not None and self._is_state(dyad.source) and self._is_state(dyad.target):
            return Circumstance.THIRD_PLACE
        return Circumstance.UNPLACED

    def _place(self) -> str | None:
        """Return the code of the country where they met."""
        place = self.meeting.place
        return _code(place.country.code) if place and place.country else None

    def _is_state(self, party: str | None) -> bool:
        """Tell whether a party is a state; an organisation may have its seat where the meeting is."""
        return party is not None and any(person.country for person in self.principals[party])

    def _naming(self, dyad: _Dyad) -> Span | None:
        """Return the first stretch of a line that names somebody of each party, else of any lines."""
        named = sorted(
            (span, party)
            for party in (dyad.source, dyad.target)
            if party is not None
            for person in self.principals[party]
            for span in person.spans
        )
        if dyad.target is None:
            return named[0][0] if named else None
        stretches = [
            Span(first.start, max(first.end, second.end))
            for (first, one), (second, other) in pairwise(named)
            if one != other
        ]
        text = self.meeting.source.text
        in_line = (span for span in stretches if "\n" not in span.of(text))
        return next(in_line, stretches[0] if stretches else None)

    def _said(self, said: Statement) -> Iterator[Event]:
        """Yield what a statement does, unless another part of the meeting reports the same."""
        code = self.codes.acts[said.act]
        if code.yields_to is Part.MEETING and self.principals:
            return
        if code.yields_to is Part.COMMITMENT and any(
            done.actors and _overlap(said.span, done.span) for done in self.meeting.commitments
        ):
            return
        topics = (topic for topic in self.meeting.topics if _within(topic.span, said.span))
        contexts = self.codes.contexts_of(sector for topic in topics for sector in topic.sectors)
        speakers = self._parties(said.speakers) if said.speakers else tuple(self.principals)
        targets = self._parties(said.addressees)
        if not said.addressees and code.to_hearer:
            others = [party for party in self.principals if party not in speakers]
            targets = tuple(others) if len(others) == 1 else ()
        for dyad in _dyads(speakers, targets, mutual=code.mutual):
            yield self._event(dyad, code, contexts, said.text, said.span, said.id, said.rule)

    def _undertaken(self, done: Commitment) -> Iterator[Event]:
        """Yield an undertaking: towards its recipients, or of its actors towards one another."""
        code = self.codes.of_commitment(done)
        contexts = self.codes.contexts_of(done.sectors)
        actors, recipients = (
            tuple(dict.fromkeys(map(_code, parties))) for parties in (done.actors, done.recipients)
        )
        for dyad in _dyads(actors, recipients, mutual=not recipients):
            yield self._event(dyad, code, contexts, done.text, done.span, done.id, done.rule)

    def _parties(self, people: Iterable[str]) -> tuple[str, ...]:
        """Return the parties of participants, each once."""
        parties = (self.party_of[person] for person in people)
        return tuple(dict.fromkeys(party for party in parties if party is not None))

    def _event(
        self,
        dyad: _Dyad,
        code: Code,
        contexts: tuple[str, ...],
        text: str | None,
        span: Span | None,
        part_id: str | None,
        rule: str,
    ) -> Event:
        """Return an event on the days of the meeting."""
        period = self.meeting.period
        return Event(
            date=period.start if period else None,
            end=period.end if period and period.end != period.start else None,
            source=dyad.source,
            target=dyad.target,
            mutual=dyad.mutual,
            event=code.event,
            mode=code.mode,
            contexts=contexts,
            quad=self.codes.quad(code),
            score=self.codes.score(code),
            cameo=code.cameo,
            text=text,
            span=span,
            meeting_id=self.meeting.id,
            part_id=part_id,
            rule=rule,
        )


def _dyads(sources: Sequence[str], targets: Sequence[str], *, mutual: bool) -> Iterator[_Dyad]:
    """Yield every source with every target; what is mutual once for each pair of all of them.

    A source that is left alone has no target.
    """
    pairs = combinations(dict.fromkeys((*sources, *targets)), 2) if mutual else product(sources, targets)
    found = [_Dyad(source, target, mutual) for source, target in pairs if source != target]
    if sources:
        yield from found or (_Dyad(source, None) for source in sources)


def _party(person: Participant) -> str | None:
    """Return whom a person stands for: a country, else an organisation."""
    return _code(person.country.code) if person.country else person.organisation


def _code(party: str) -> str:
    """Return the alpha-3 code of a country, and the name of an organisation as it is."""
    row = country_rows().get(party)
    return row["alpha_3"] if row else party


def _overlap(one: Span, other: Span) -> bool:
    """Tell whether two stretches share a character."""
    return max(one.start, other.start) < min(one.end, other.end)


def _within(inner: Span, outer: Span) -> bool:
    """Tell whether a stretch lies in another."""
    return outer.start <= inner.start and inner.end <= outer.end
