"""What a readout says, as typed and immutable values.

The meaning of every field follows the labelling guide of the project (`docs/`).
Tuples stand for lists, `None` for what the text does not say.
Spans are in code points of the text that was parsed.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import attrs

from diplo.countries import country_rows
from diplo.period import Period
from diplo.span import Span


class MeetingFormat(StrEnum):
    """How the parties met."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    VIDEO = "video"
    UNSTATED = "unstated"


class Office(StrEnum):
    """The class of a person's office."""

    HEAD_OF_STATE = "head_of_state"
    HEAD_OF_GOVERNMENT = "head_of_government"
    DEPUTY_HEAD = "deputy_head"
    FOREIGN_MINISTER = "foreign_minister"
    MINISTER = "minister"
    DEPUTY_MINISTER = "deputy_minister"
    AMBASSADOR = "ambassador"
    ENVOY = "envoy"
    SECURITY_ADVISER = "security_adviser"
    LEGISLATOR = "legislator"
    HEAD_OF_ORGANISATION = "head_of_organisation"
    MILITARY = "military"
    ROYAL = "royal"
    OFFICIAL = "official"
    PRIVATE = "private"


class Sector(StrEnum):
    """The field of policy to which a topic or a commitment belongs."""

    BILATERAL_RELATIONS = "bilateral_relations"
    REGIONAL_AFFAIRS = "regional_affairs"
    MULTILATERAL_AFFAIRS = "multilateral_affairs"
    PEACE_AND_SECURITY = "peace_and_security"
    COUNTER_TERRORISM = "counter_terrorism"
    DEFENCE = "defence"
    NUCLEAR_AND_ARMS_CONTROL = "nuclear_and_arms_control"
    TRADE_AND_INVESTMENT = "trade_and_investment"
    FINANCE = "finance"
    ENERGY = "energy"
    CLIMATE_AND_ENVIRONMENT = "climate_and_environment"
    WATER_AND_AGRICULTURE = "water_and_agriculture"
    TRANSPORT_AND_INFRASTRUCTURE = "transport_and_infrastructure"
    SCIENCE_AND_TECHNOLOGY = "science_and_technology"
    CYBER_AND_DIGITAL = "cyber_and_digital"
    SPACE = "space"
    EDUCATION = "education"
    CULTURE_AND_SPORT = "culture_and_sport"
    HEALTH = "health"
    MIGRATION_AND_CONSULAR = "migration_and_consular"
    HUMAN_RIGHTS_AND_DEMOCRACY = "human_rights_and_democracy"
    HUMANITARIAN_AID = "humanitarian_aid"
    DEVELOPMENT = "development"
    LAW_AND_JUSTICE = "law_and_justice"
    ELECTIONS_AND_GOVERNMENT = "elections_and_government"
    TOURISM = "tourism"
    MEDIA = "media"
    SANCTIONS = "sanctions"
    OTHER = "other"


class CommitmentKind(StrEnum):
    """How firm and how shared an undertaking is."""

    AGREEMENT = "agreement"
    PLEDGE = "pledge"
    PLAN = "plan"
    OFFER = "offer"
    INVITATION = "invitation"


class CommitmentStatus(StrEnum):
    """How far the act undertaken has come."""

    PLANNED = "planned"
    UNDER_WAY = "under_way"
    CONCLUDED = "concluded"


class Act(StrEnum):
    """What the words of a statement do."""

    PRAISE = "praise"
    THANK = "thank"
    CONGRATULATE = "congratulate"
    CONDOLE = "condole"
    WELCOME = "welcome"
    SUPPORT = "support"
    AFFIRM = "affirm"
    CALL_FOR = "call_for"
    URGE = "urge"
    PROPOSE = "propose"
    INVITE = "invite"
    PLEDGE = "pledge"
    INFORM = "inform"
    EXPRESS_CONCERN = "express_concern"
    CONDEMN = "condemn"
    WARN = "warn"
    REJECT = "reject"
    DISCUSS = "discuss"
    AGREE = "agree"


@attrs.frozen(kw_only=True)
class Country:
    """A country: its ISO 3166-1 alpha-2 code and its usual English name."""

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
    """Where a meeting was held: city and venue as written, the country of both."""

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
        raised_by: ids of participants; empty when both or all sides discussed it.
        countries: ISO 3166-1 alpha-2 codes of the countries that the words name.
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

    Attributes:
        text: the clause, from its verb to the end of what is undertaken.
        action: the verb of the act undertaken, in its base form ("sign").
        actors: who will act: ISO 3166-1 alpha-2 codes or names of organisations.
        recipients: for or towards whom; empty when nobody is named, or when it is mutual.
        instrument: what is signed or agreed ("memorandum of understanding").
        count: number of instruments.
        due: by when.
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
        text: the clause, from its verb of saying to its end.
        speakers: ids of participants; empty when the text names no speaker.
        addressees: ids of participants; empty when none is named.
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
    """A doubt about the reading: `code` says of what kind, `text` holds the words."""

    code: str
    text: str
    span: Span


@attrs.frozen(kw_only=True)
class Source:
    """Where a meeting was read: the text itself and what is known about it.

    Attributes:
        published: the day of publication.
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
        period: the day or days of the encounter.
        occasion: the event or visit on whose occasion it took place, as written.
        mentioned: the persons who are named in the text and took no part.
        notes: doubts; nothing is dropped in silence.
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
