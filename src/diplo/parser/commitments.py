"""What anybody undertakes to do: agreements, pledges, plans, offers, invitations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import attrs

from diplo.parser.acts import Draft
from diplo.parser.clauses import ClauseReader
from diplo.parser.dates import DateMention
from diplo.parser.encounters import Encounter
from diplo.parser.grammar import CLOSING_QUOTES
from diplo.parser.parties import Undertaking, UndertakingCloser
from diplo.parser.statements import Utterance
from diplo.parser.undertakings import UndertakingReader

__all__ = ["Undertaking", "find_commitments"]

_SHORTEST_ACT = 4
_OPENING_QUOTES, _CLOSING_QUOTES = frozenset("“«"), CLOSING_QUOTES - {'"'}
# Events to come, no undertakings of their own inside of another: "invited him to the forum to be held".
_CIRCUMSTANCES = frozenset(("event_to_come", "upcoming_visit", "hosted_event"))


def find_commitments(
    reader: ClauseReader,
    encounter: Encounter,
    statements: Sequence[Utterance],
    dates: Sequence[DateMention],
    published: dt.date | None,
) -> tuple[Undertaking, ...]:
    """Find the undertakings in the sentences of one encounter, in the order of the text."""
    finder = UndertakingReader(reader)
    said: dict[int, list[Utterance]] = {}
    for utterance in statements:
        if utterance.rule != "list_item":
            said.setdefault(utterance.sentence, []).append(utterance)
    drafts: list[Draft] = []
    latest: tuple[int, ...] = ()
    for number in encounter.sentences:
        here = said.get(number, [])
        drafts.extend(_meant(draft, latest) for draft in finder.drafts(number, here))
        latest = next((u.speakers for u in reversed(here) if len(u.speakers) == 1), latest)
    drafts = [_within_quotation(draft, reader) for draft in drafts]
    drafts = [draft for draft in drafts if max(draft.first, draft.act) < draft.last]
    drafts.sort(key=lambda draft: (draft.first, -draft.last))
    closer = UndertakingCloser(reader, encounter, dates, published)
    found: list[Undertaking] = []
    kept: list[Draft] = []
    for draft in drafts:
        if kept and draft.first < kept[-1].last:
            if draft.act - kept[-1].act < _SHORTEST_ACT or draft.first - kept[-1].first < _SHORTEST_ACT:
                continue
            if draft.rule in _CIRCUMSTANCES:
                continue
            kept[-1] = finder.shortened(kept[-1], draft.first)
        kept.append(draft)
    signed: set[str | None] = set()
    for draft in kept:
        if draft.concluded and closer.is_long_ago(draft):
            continue
        act = closer.close(draft)
        if draft.concluded and act.count is None and act.instrument in signed:
            continue
        if draft.concluded:
            signed.add(act.instrument)
        found.append(act)
    return tuple(found)


def _within_quotation(draft: Draft, reader: ClauseReader) -> Draft:
    """Return an undertaking that ends with the quotation in which it stands."""
    words = reader.document.words
    for index in range(draft.act, draft.last):
        if words[index] in _OPENING_QUOTES:
            break
        if words[index] in _CLOSING_QUOTES:
            return attrs.evolve(draft, last=index)
    return draft


def _meant(draft: Draft, latest: tuple[int, ...]) -> Draft:
    """Return an undertaking of "she" as one of whoever spoke last, when nobody says whom that means."""
    subject = draft.subject
    if subject is None or not subject.pronoun or subject.people or subject.side or subject.country:
        return draft
    return attrs.evolve(draft, subject=attrs.evolve(subject, people=latest))
