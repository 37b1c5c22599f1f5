"""What is found when records of meetings are laid side by side, as typed and immutable values.

Records are named by the `id` of their `Meeting`, persons, topics, commitments and statements by theirs.
Spans are in code points of the text of that record.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import attrs

from diplo.span import Span


class Part(StrEnum):
    """What of two records is held against one another to see whether they report the same encounter."""

    PEOPLE = "people"
    DATE = "date"
    PLACE = "place"
    FORMAT = "format"


class Section(StrEnum):
    """What a row of a comparison is about.

    `facts`: format, date, place, occasion. `people`: who took part. `topics`: what was talked about.
    `commitments`: what was undertaken, also what one record calls agreed and the other only discussed.
    `attributions`: what a record says that the other side said, with the words in which that side says so.
    """

    FACTS = "facts"
    PEOPLE = "people"
    TOPICS = "topics"
    COMMITMENTS = "commitments"
    ATTRIBUTIONS = "attributions"


class Outcome(StrEnum):
    """What two records say of the same thing."""

    AGREE = "agree"
    DIFFER = "differ"
    ONLY_A = "only_a"
    ONLY_B = "only_b"


class Aspect(StrEnum):
    """In what two sayings of the same thing differ."""

    OFFICE = "office"
    COUNTRY = "country"
    PRESENCE = "presence"
    RAISED_BY = "raised_by"
    ACTORS = "actors"
    RECIPIENTS = "recipients"
    ACT = "act"
    INSTRUMENT = "instrument"
    COUNT = "count"
    DUE = "due"
    FIRMNESS = "firmness"
    STATUS = "status"


@attrs.frozen(kw_only=True)
class Words:
    """What a record says of something.

    Attributes:
        text: the words, or the value where no words stand for it.
        value: what they were read as, where that is shorter or clearer: "2024-03-12", "in_person".
        id: the person, topic, commitment or statement of the record.
        spans: where the words stand; empty when they stand nowhere.
    """

    text: str
    value: str | None = None
    id: str | None = None
    spans: tuple[Span, ...] = ()


@attrs.frozen(kw_only=True)
class Evidence:
    """A reason for or against taking two records as reports of one encounter.

    Attributes:
        likeness: from 0, unlike, to 1, alike. Of people it is that of one person in both records.
        a: what the first record says; `None` for nothing.
        b: what the second record says.
    """

    part: Part
    likeness: float
    a: Words | None = None
    b: Words | None = None


@attrs.frozen(kw_only=True)
class Pair:
    """Two records held against one another.

    The score is the product of the four parts: 1 for records that agree in everything.

    Attributes:
        a: the id of the first record.
        b: the id of the second record.
        score: `people * date * place * format`, from 0 to 1.
        people: how far those who met are the same, from 0 to 1.
        date: 1 for a day in common, less for neighbouring days and for days taken from the publication.
        place: 1 for the same city, less for another city, least for another country.
        format: 1 for the same format, or where one record leaves it open.
        evidence: what the parts rest on, the people first.
    """

    a: str
    b: str
    score: float
    people: float
    date: float
    place: float
    format: float
    evidence: tuple[Evidence, ...] = ()


@attrs.frozen(kw_only=True)
class Match:
    """Records that report the same encounter.

    Attributes:
        meetings: the ids of the records, two or more, in the order in which they were given.
        pairs: why they belong together, the best pair first.
    """

    meetings: tuple[str, ...]
    pairs: tuple[Pair, ...]


@attrs.frozen(kw_only=True)
class Difference:
    """What one record says of an aspect, and what the other says; `None` for nothing."""

    aspect: Aspect
    a: str | None = None
    b: str | None = None


@attrs.frozen(kw_only=True)
class Row:
    """A thing that one record or both report.

    Attributes:
        label: what it is: "date", "topic", "agreement", "urge".
        outcome: `agree` when both report it and contradict one another in nothing.
        likeness: of the words of the two records, from 0 to 1; `None` when only one reports it.
        differences: aspects of which the two do not say the same. One that only one of them gives is among
            them, and leaves the outcome at `agree`.
    """

    section: Section
    label: str
    outcome: Outcome
    a: Words | None = None
    b: Words | None = None
    likeness: float | None = None
    differences: tuple[Difference, ...] = ()


@attrs.frozen(kw_only=True)
class Side:
    """One of two records: its id, and what tells readers whose it is."""

    meeting_id: str
    title: str | None = None
    issuer: str | None = None
    published: dt.date | None = None
    url: str | None = None


@attrs.frozen(kw_only=True)
class Comparison:
    """Two records of one encounter, laid side by side.

    Attributes:
        pair: how far the two report the same encounter at all.
        rows: what they report, section by section.
    """

    a: Side
    b: Side
    pair: Pair
    rows: tuple[Row, ...] = ()

    def section(self, section: Section) -> tuple[Row, ...]:
        """Return the rows of a section: those that the first record reports in its order, then the rest."""
        return tuple(row for row in self.rows if row.section is section)

    @property
    def facts(self) -> tuple[Row, ...]:
        """Format, date, place and occasion."""
        return self.section(Section.FACTS)

    @property
    def people(self) -> tuple[Row, ...]:
        """Who took part."""
        return self.section(Section.PEOPLE)

    @property
    def topics(self) -> tuple[Row, ...]:
        """What was talked about."""
        return self.section(Section.TOPICS)

    @property
    def commitments(self) -> tuple[Row, ...]:
        """What was undertaken."""
        return self.section(Section.COMMITMENTS)

    @property
    def attributions(self) -> tuple[Row, ...]:
        """What each record says that the other side said."""
        return self.section(Section.ATTRIBUTIONS)
