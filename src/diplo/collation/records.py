"""What of a record says which encounter it reports: its people, its parties, its days."""

from __future__ import annotations

import datetime as dt

import attrs

from diplo.countries import is_country
from diplo.model import Meeting, Participant, Person

_LONGEST = 14  # days; a longer period tells too little of when people met
_DAY = dt.timedelta(days=1)


@attrs.frozen(kw_only=True)
class Record:
    """A meeting, prepared for being held against others.

    Attributes:
        principals: those who met, or all participants when the record sets nobody apart.
        parties: the countries and organisations for which they met, the publisher's country among them.
        days: the first and last day of the encounter, or, when `dated` is false, the days on which its
            publication lets one look for it.
        partial: whether it leaves open for whom somebody met.
        key: its place in the row of records.
    """

    key: int
    meeting: Meeting
    principals: tuple[Participant, ...]
    parties: frozenset[str]
    partial: bool
    days: tuple[dt.date, dt.date] | None
    dated: bool

    @classmethod
    def of(cls, meeting: Meeting, key: int = 0) -> Record:
        """Prepare a meeting."""
        principals = tuple(each for each in meeting.participants if each.principal) or meeting.participants
        parties = {party for each in principals if (party := party_of(each))}
        issuer = meeting.source.issuer
        if is_country(issuer) and len(parties) < 2:
            parties.add(issuer)
        days, dated = days_of(meeting)
        return cls(
            key=key,
            meeting=meeting,
            principals=principals,
            parties=frozenset(parties),
            partial=len(parties) < 2 or None in map(party_of, principals),
            days=days,
            dated=dated,
        )


def party_of(person: Person) -> str | None:
    """Return the code of the state that a person represents, or the name of the organisation."""
    return person.country.code if person.country else person.organisation


def day_of(meeting: Meeting) -> dt.date | None:
    """Return the day on which a record counts: the first of the encounter, else that of publication."""
    days, dated = days_of(meeting)
    return days[0] if days and dated else meeting.source.published


def days_of(meeting: Meeting) -> tuple[tuple[dt.date, dt.date] | None, bool]:
    """Return the days of an encounter, and whether the record states them.

    A record without a day, or with a period of more than two weeks, is looked for on the day of its
    publication and the two before.
    """
    period = meeting.period
    if period and (period.end - period.start).days < _LONGEST:
        return (period.start, period.end), True
    published = meeting.source.published
    if published is None or published.toordinal() < 3:
        return None, False
    return (published - 2 * _DAY, published), False
