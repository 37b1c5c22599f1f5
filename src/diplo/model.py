"""What a readout says, as typed and immutable values.

The meaning of every field follows the labelling rules of the project (`docs/labelling.md`).
Tuples stand for lists, `None` for what the text does not say.
Spans are in code points of the text that was parsed.
"""

from __future__ import annotations

import datetime as dt

import attrs

from diplo.countries import country_rows
from diplo.enums import Act, CommitmentKind, CommitmentStatus, MeetingFormat, Office, Sector
from diplo.period import Period
from diplo.span import Span

__all__ = [
    "Act",
    "Commitment",
    "CommitmentKind",
    "CommitmentStatus",
    "Country",
    "Meeting",
    "MeetingFormat",
    "Note",
    "Office",
    "Participant",
    "Person",
    "Place",
    "Sector",
    "Source",
    "Statement",
    "Topic",
]


@attrs.frozen(kw_only=True)
class Country:
    """A country, as ISO 3166-1 lists it, or Kosovo.

    Attributes:
        code: the ISO 3166-1 alpha-2 code; "XK" for Kosovo.
        name: the usual English name.
    """

    code: str
    name: str

    @property
    def alpha_3(self) -> str:
        """The ISO 3166-1 alpha-3 code.

        Raises:
            KeyError: when `code` is not in the table of countries.
        """
        return country_rows()[self.code]["alpha_3"]


@attrs.frozen(kw_only=True)
class Place:
    """Where a meeting was held.

    Attributes:
        city: the city, as written.
        country: the country of city and venue.
        venue: the building, or the event beside which they met, as written.
        span: the words that name the place.
    """

    city: str | None = None
    country: Country | None = None
    venue: str | None = None
    span: Span | None = None


@attrs.frozen(kw_only=True)
class Person:
    """Somebody whom the text names, or whose office and country it states.

    Attributes:
        name: the fullest form in the text, without honorifics and titles; `None` when only
            the office and the country are stated.
        honorific: "Mr.", "His Excellency", "Dr.", as written.
        role: the office as written, in the singular and without its country.
        office: the class of that office.
        country: the state that the person represents.
        organisation: the body that the person represents, when it is no state.
        aliases: other forms of the name in the text.
        spans: every place where the person is named, in the order of the text.
    """

    name: str | None
    honorific: str | None = None
    role: str | None = None
    office: Office | None = None
    country: Country | None = None
    organisation: str | None = None
    aliases: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


@attrs.frozen(kw_only=True)
class Participant(Person):
    """A person who took part in a meeting.

    Attributes:
        id: unique in the meeting ("p1"); topics and statements refer to it.
        principal: `True` for those who met, `False` for those who only attended.
        rule: the rule that took the person in.
    """

    id: str
    principal: bool
    rule: str


@attrs.frozen(kw_only=True)
class Topic:
    """A thing that was talked about, in the shortest words that name it.

    Attributes:
        id: unique in the meeting ("t1").
        text: the words, as written.
        sectors: one to three fields of policy, the first three of the text where there are more.
        raised_by: ids of participants; empty when both or all sides discussed it.
        countries: ISO 3166-1 alpha-2 codes of the countries that the words name.
        span: where the words stand.
        rule: the rule that read the topic.
    """

    id: str
    text: str
    sectors: tuple[Sector, ...]
    raised_by: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    span: Span
    rule: str


@attrs.frozen(kw_only=True)
class Commitment:
    """An undertaking: discrete, specific, and about the future or just signed.

    After Kokotsis, *Keeping International Commitments* (1999), and the coding manual of the G8 and G20
    Research Groups; `docs/what-a-commitment-is.md` says where diplo departs from them.

    Attributes:
        id: unique in the meeting ("c1").
        kind: how firm and how shared it is.
        text: the clause, from its verb to the end of what is undertaken.
        action: the verb of the act undertaken, in its base form ("sign").
        actors: who will act: ISO 3166-1 alpha-2 codes or names of organisations.
        recipients: for or towards whom; empty when nobody is named, or when it is mutual.
        sectors: up to three fields of policy.
        instrument: what is signed or agreed ("memorandum of understanding").
        count: number of instruments, where the text gives one.
        due: the days by which, or during which, it is to be done.
        status: how far the act has come.
        span: where the clause stands.
        rule: the rule that read the commitment.
    """

    id: str
    kind: CommitmentKind
    text: str
    action: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    sectors: tuple[Sector, ...] = ()
    instrument: str | None = None
    count: int | None = None
    due: Period | None = None
    status: CommitmentStatus
    span: Span
    rule: str


@attrs.frozen(kw_only=True)
class Statement:
    """What somebody said, or what several said together.

    Attributes:
        id: unique in the meeting ("s1").
        act: what the words do.
        text: the clause, from its verb of saying to its end.
        speakers: ids of participants; empty when the text names no speaker.
        addressees: ids of participants; empty when none is named.
        span: where the clause stands.
        rule: the rule that read the statement.
    """

    id: str
    act: Act
    text: str
    speakers: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    span: Span
    rule: str


@attrs.frozen(kw_only=True)
class Note:
    """A doubt about the reading, or words from which nothing was read.

    Attributes:
        code: of what kind it is; `docs/how-it-reads.md` lists the codes.
        text: the words.
        span: where they stand.
    """

    code: str
    text: str
    span: Span


@attrs.frozen(kw_only=True)
class Source:
    """Where a meeting was read: the text itself and what is known about it.

    Attributes:
        text: the text that was parsed, unaltered; all spans count its code points.
        published: the day of publication.
        url: the address at which the text was found.
        issuer: the publisher, as given by the caller or found in the text: an ISO 3166-1
            alpha-2 code or the name of an organisation.
    """

    text: str
    published: dt.date | None = None
    url: str | None = None
    issuer: str | None = None


@attrs.frozen(kw_only=True)
class Meeting:
    """One encounter that a readout reports.

    Attributes:
        id: a hash of the text and of the ordinal of the meeting in it; the same in every run.
        title: the headline.
        format: how they met.
        period: the day or days of the encounter.
        place: where it was held; a call has none.
        occasion: the event or visit on whose occasion it took place, as written.
        participants: those who took part, principals and others.
        topics: what was talked about, in the order of the text.
        commitments: what was undertaken, in the order of the text.
        statements: who said what, in the order of the text.
        mentioned: the persons who are named in the text and took no part.
        notes: doubts; nothing is dropped in silence.
        source: the text, and what is known about it.
    """

    id: str
    title: str | None = None
    format: MeetingFormat = MeetingFormat.UNSTATED
    period: Period | None = None
    place: Place | None = None
    occasion: str | None = None
    participants: tuple[Participant, ...] = ()
    topics: tuple[Topic, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    statements: tuple[Statement, ...] = ()
    mentioned: tuple[Person, ...] = ()
    notes: tuple[Note, ...] = ()
    source: Source
