"""The tables in which meetings are kept as CSV: one for each type, and what every column holds."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import attrs

from diplo.formats.cells import Kind
from diplo.model import Act, CommitmentKind, CommitmentStatus, MeetingFormat, Office, Sector


@attrs.frozen
class Column:
    """A column: where its values stand in the plain record of a row, and what they are.

    Attributes:
        path: the keys that lead to the value, joined by dots; with "_" for the dots, the name of the column.
        values: the enum whose members are the only values.
    """

    path: str
    kind: Kind
    description: str
    required: bool = False
    values: type[StrEnum] | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that lead to the value."""
        return tuple(self.path.split("."))

    @property
    def name(self) -> str:
        """The name in the header."""
        return self.path.replace(".", "_")


@attrs.frozen
class Table:
    """A table: its rows are told apart by `primary_key`; `foreign_keys` name a column of another table."""

    name: str
    description: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...]
    foreign_keys: Mapping[str, tuple[str, str]] = attrs.field(factory=dict)

    @property
    def file(self) -> str:
        """The name of the file."""
        return f"{self.name}.csv"


def _span(path: str, of: str, *, required: bool = False) -> tuple[Column, ...]:
    """Return the two columns of a span."""
    unit = f"character of {of} in the source text, in Unicode code points from 0."
    return (
        Column(f"{path}.start", Kind.OFFSET, f"The offset of the first {unit}", required),
        Column(f"{path}.end", Kind.OFFSET, f"The offset after the last {unit}", required),
    )


def _country(path: str, of: str) -> tuple[Column, ...]:
    """Return the two columns of a country."""
    return (
        Column(f"{path}.code", Kind.TEXT, f"{of}: its ISO 3166-1 alpha-2 code."),
        Column(f"{path}.name", Kind.TEXT, f"{of}: its usual English name."),
    )


def period_columns(path: str, of: str) -> tuple[Column, ...]:
    """Return the four columns of a period."""
    return (
        Column(f"{path}.start", Kind.DATE, f"The first day of {of}."),
        Column(f"{path}.end", Kind.DATE, f"The last day of {of}, included; equal to the first for one day."),
        *_span(f"{path}.span", "the words that name these days"),
    )


def text_column(path: str, description: str) -> Column:
    """Return a column of text that the source may not give."""
    return Column(path, Kind.TEXT, description)


def known_column(path: str, description: str, values: type[StrEnum] | None = None) -> Column:
    """Return a column of text that is always there."""
    return Column(path, Kind.TEXT, description, required=True, values=values)


def _part_of_meeting(name: str, description: str, key: Column, *columns: Column) -> Table:
    """Return a table whose rows belong to meetings, and stand in the order that they have there."""
    meeting = known_column("meeting_id", "The meeting: id in meetings.csv.")
    return Table(
        name,
        description,
        (meeting, key, *columns),
        (meeting.name, key.name),
        {meeting.name: ("meetings", "id")},
    )


_ORDINAL = Column("ordinal", Kind.INTEGER, "The place in the list of the meeting, from 1.", required=True)
_ID = known_column("id", "The name of the row, unique in its meeting; other tables refer to it by this.")
_RULE = known_column("rule", "The name of the rule by which the row was found.")
_SECTORS = Column(
    "sectors", Kind.LIST, "The fields of policy to which it belongs, in the order of the text.", values=Sector
)
_PERSON = (
    text_column("name", "The fullest form of the name in the text, without honorifics and titles."),
    text_column("honorific", "The honorifics as written: 'Mr.', 'His Excellency'."),
    text_column("role", "The office as written, in the singular and without its country."),
    Column(
        "office",
        Kind.TEXT,
        "The class of the office; official for other servants of a state, private for others.",
        values=Office,
    ),
    *_country("country", "The state that the person represents"),
    text_column("organisation", "The body that the person represents, when it is no state."),
    Column("aliases", Kind.LIST, "Other forms of the name in the text."),
    Column("spans", Kind.SPANS, "Every place where the text names the person, in its order."),
)

SOURCES = Table(
    "sources",
    "The texts in which meetings were read. One text can report several meetings.",
    (
        Column("source_id", Kind.INTEGER, "The number of the text, from 1.", required=True),
        known_column("text", "The text as it was read; all offsets count its Unicode code points, from 0."),
        Column("published", Kind.DATE, "The day of publication."),
        text_column("url", "The address at which the text was found."),
        text_column("issuer", "The publisher: an ISO 3166-1 alpha-2 code, or the name of an organisation."),
    ),
    ("source_id",),
)
MEETINGS = Table(
    "meetings",
    "The encounters that the texts report: meetings, calls, visits. One row each, in the order of writing.",
    (
        known_column(
            "id", "A hash of the text and of the ordinal of the meeting in it, the same in every run."
        ),
        Column("source_id", Kind.INTEGER, "The text: source_id in sources.csv.", required=True),
        text_column("title", "The headline of the text."),
        known_column(
            "format",
            "How the parties met: in person, by phone, by video; unstated where it is left open.",
            MeetingFormat,
        ),
        *period_columns("period", "the encounter"),
        Column(
            "has_place", Kind.BOOLEAN, "Whether the meeting has a place, however little known.", required=True
        ),
        text_column("place.city", "The city where they met, as written."),
        *_country("place.country", "The country where they met"),
        text_column("place.venue", "The building, or the event in whose margins they met, as written."),
        *_span("place.span", "the words that name the place"),
        text_column("occasion", "The event or visit on whose occasion they met, as written."),
    ),
    ("id",),
    {"source_id": ("sources", "source_id")},
)
PARTS = (
    _part_of_meeting(
        "participants",
        "The persons who took part in the meetings.",
        _ID,
        *_PERSON,
        Column(
            "principal", Kind.BOOLEAN, "Whether the person met, true, or only attended, false.", required=True
        ),
        _RULE,
    ),
    _part_of_meeting(
        "topics",
        "What was talked about.",
        _ID,
        known_column("text", "The shortest words of the source text that name the topic."),
        _SECTORS,
        Column("raised_by", Kind.LIST, "Who raised it: ids of participants; empty for both or all sides."),
        Column("countries", Kind.LIST, "The countries that the words name, as ISO 3166-1 alpha-2 codes."),
        *_span("span", "the topic", required=True),
        _RULE,
    ),
    _part_of_meeting(
        "commitments",
        "What a side undertook to do, or what the sides agreed, signed or scheduled.",
        _ID,
        known_column(
            "kind",
            "Agreed by the sides, pledged by one, planned, offered on a condition, or invited.",
            CommitmentKind,
        ),
        known_column(
            "text", "The clause of the source text, from its verb to the end of what is undertaken."
        ),
        text_column("action", "The verb of the act undertaken, in its base form."),
        Column("actors", Kind.LIST, "Who will act: ISO 3166-1 alpha-2 codes or names of organisations."),
        Column("recipients", Kind.LIST, "For or towards whom, as actors; empty when nobody, or when mutual."),
        _SECTORS,
        text_column("instrument", "What is signed or agreed, such as a memorandum of understanding."),
        Column("count", Kind.INTEGER, "The number of instruments, where one is given."),
        *period_columns("due", "the time by which it is due"),
        known_column(
            "status",
            "Whether the act is still to come, is being worked on, or is done: signed, launched.",
            CommitmentStatus,
        ),
        *_span("span", "the clause", required=True),
        _RULE,
    ),
    _part_of_meeting(
        "statements",
        "Who said what, and what the words do.",
        _ID,
        known_column("act", "What the words do.", Act),
        known_column("text", "The clause of the source text, from its verb of saying to its end."),
        Column("speakers", Kind.LIST, "Who speaks: ids of participants; empty when the text names nobody."),
        Column("addressees", Kind.LIST, "To whom: ids of participants; empty when the text names nobody."),
        *_span("span", "the clause", required=True),
        _RULE,
    ),
    _part_of_meeting(
        "mentioned",
        "The persons whom the texts name and who took no part in the meetings.",
        _ORDINAL,
        *_PERSON,
    ),
    _part_of_meeting(
        "notes",
        "Doubts about the reading: what could not be resolved, or read at all.",
        _ORDINAL,
        known_column("code", "The kind of doubt."),
        known_column("text", "The words in doubt."),
        *_span("span", "the words in doubt", required=True),
    ),
)
TABLES = (SOURCES, MEETINGS, *PARTS)
