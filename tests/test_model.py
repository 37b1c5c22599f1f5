"""The values themselves: stretches of text, days, countries, and the words of the labelling guide."""

from __future__ import annotations

import datetime as dt
import pickle
from enum import StrEnum

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import periods, sample, spans

from diplo import errors, model
from diplo.errors import DiploError, LexiconError, NoMeetingError, SchemaError
from diplo.model import Country
from diplo.period import Period
from diplo.span import Span

# The values of the labelling guide, in its order.
GUIDE = {
    model.MeetingFormat: "in_person phone video unstated",
    model.Office: """head_of_state head_of_government deputy_head foreign_minister minister deputy_minister
        ambassador envoy security_adviser legislator head_of_organisation military royal official private""",
    model.Sector: """bilateral_relations regional_affairs multilateral_affairs peace_and_security
        counter_terrorism defence nuclear_and_arms_control trade_and_investment finance energy
        climate_and_environment water_and_agriculture transport_and_infrastructure science_and_technology
        cyber_and_digital space education culture_and_sport health migration_and_consular
        human_rights_and_democracy humanitarian_aid development law_and_justice elections_and_government
        tourism media sanctions other""",
    model.CommitmentKind: "agreement pledge plan offer invitation",
    model.CommitmentStatus: "planned under_way concluded",
    model.Act: """praise thank congratulate condole welcome support affirm call_for urge propose invite pledge
        inform express_concern condemn warn reject discuss agree""",
}
CLASSES = [value for value in vars(model).values() if attrs.has(value)]


@pytest.mark.parametrize(("words", "values"), GUIDE.items(), ids=lambda each: getattr(each, "__name__", ""))
def test_enum_has_the_values_of_the_guide(words: type[StrEnum], values: str) -> None:
    """Each enum has the values of the guide, in its order, and each member is named after its value."""
    assert [member.value for member in words] == values.split()
    assert [member.name.lower() for member in words] == values.split()


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_value_cannot_be_changed(kind: type[attrs.AttrsInstance]) -> None:
    """Every class of the model is frozen, so that its values can be shared and be keys."""
    value = object.__new__(kind)
    name = attrs.fields(kind)[0].name

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, name, None)


def test_equal_meetings_have_equal_hashes() -> None:
    """A meeting can be the key of a dictionary, for all that it holds can."""
    assert {sample(): "found"}[sample()] == "found"


def test_span_covers_code_points() -> None:
    """Offsets count code points and neither bytes nor UTF-16 units."""
    assert Span(1, 3).of("\U0001f600Türkiye") == "Tü"


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (2, 1), (-2, -1)])
def test_span_refuses_what_no_text_holds(start: int, end: int) -> None:
    """A span never starts before the text nor ends before it starts."""
    with pytest.raises(ValueError, match=f"{start}, {end}"):
        Span(start, end)


@given(st.lists(spans(50)))
def test_spans_sort_by_start(many: list[Span]) -> None:
    """Spans sort in the order in which one reads."""
    assert [(span.start, span.end) for span in sorted(many)] == sorted(
        (span.start, span.end) for span in many
    )


EDTF = [
    ("2021", (2021, 1, 1), (2021, 12, 31)),
    ("2021-06", (2021, 6, 1), (2021, 6, 30)),
    ("2024-02", (2024, 2, 1), (2024, 2, 29)),
    ("2020-11-25", (2020, 11, 25), (2020, 11, 25)),
    ("2021-06/2021-08", (2021, 6, 1), (2021, 8, 31)),
    ("2021/2023", (2021, 1, 1), (2023, 12, 31)),
    ("2024-07-08/2024-07-14", (2024, 7, 8), (2024, 7, 14)),
    ("2024-07-01/2024-08-15", (2024, 7, 1), (2024, 8, 15)),
    ("0001-01-01/9999-12-30", (1, 1, 1), (9999, 12, 30)),
]


@pytest.mark.parametrize(("edtf", "start", "end"), EDTF)
def test_edtf_names_a_period(edtf: str, start: tuple[int, int, int], end: tuple[int, int, int]) -> None:
    """A period and its EDTF tell the same days, in either direction."""
    period = Period(start=dt.date(*start), end=dt.date(*end))

    assert period.edtf == edtf
    assert Period.from_edtf(edtf) == period


@given(periods(50))
def test_edtf_loses_no_day(period: Period) -> None:
    """Every period can be written in EDTF and read again."""
    assert Period.from_edtf(period.edtf, span=period.span) == period


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2021-01/2021-12", (2021, 1, 1), (2021, 12, 31)),
        ("2021-06-01/2021-06", (2021, 6, 1), (2021, 6, 30)),
        ("2021-06/2021", (2021, 6, 1), (2021, 12, 31)),
    ],
)
def test_edtf_need_not_be_the_shortest(
    edtf: str, start: tuple[int, int, int], end: tuple[int, int, int]
) -> None:
    """An interval is read at whatever precision its ends have."""
    assert Period.from_edtf(edtf) == Period(start=dt.date(*start), end=dt.date(*end))


@pytest.mark.parametrize(
    "edtf",
    [
        "",
        "/",
        "2021/",
        "/2021",
        "../2021",
        "2021/2022/2023",
        "2021-21",
        "2021-13",
        "2021-00",
        "2021-02-30",
        "2021-06-00",
        "0000",
        "2021~",
        "202X",
        "21",
        "2021-6",
        "20210601",
        " 2021",
        "2021\n",
        "٢٠٢١",
        "2022/2021",
    ],
)
def test_edtf_beyond_days_is_refused(edtf: str) -> None:
    """Seasons, open ends, doubts and days that never were are errors."""
    with pytest.raises(ValueError, match=r"EDTF|period"):
        Period.from_edtf(edtf)


def test_period_ends_after_it_starts() -> None:
    """The days of a period cannot run backwards."""
    with pytest.raises(ValueError, match="2021-01-01"):
        Period(start=dt.date(2021, 1, 2), end=dt.date(2021, 1, 1))


def test_same_days_are_equal_wherever_they_are_named() -> None:
    """The wording of a period takes no part in comparisons."""
    day = dt.date(2021, 1, 1)

    assert Period(start=day, end=day, span=Span(0, 1)) == Period(start=day, end=day)


def test_country_knows_its_longer_code() -> None:
    """The alpha-3 code comes from the table of countries."""
    assert Country(code="PT", name="Portugal").alpha_3 == "PRT"


def test_unknown_country_has_no_longer_code() -> None:
    """A code that is in no table is an error, and no made-up answer."""
    with pytest.raises(KeyError):
        _ = Country(code="??", name="nowhere").alpha_3


@pytest.mark.parametrize(
    "error",
    [
        NoMeetingError(),
        SchemaError("$.meeting.id", 3, "text"),
        LexiconError("offices.toml", 7, "no such office"),
        LexiconError("offices.toml", None, "no such office"),
    ],
    ids=repr,
)
def test_error_survives_the_way_between_processes(error: DiploError) -> None:
    """Errors of worker processes reach the caller with all that they know."""
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes

    assert type(again) is type(error)
    assert (str(again), vars(again)) == (str(error), vars(error))


def test_message_stays_short_whatever_was_found() -> None:
    """A long, deep or endless value does not flood the message."""
    deep: list[object] = []
    for _ in range(5000):
        deep = [deep]

    for value in ("x" * 10**6, deep, list(range(10**5)), {"key": "x" * 1000}):
        assert len(str(SchemaError("$", value, "text"))) < 120


def test_every_error_is_caught_as_one() -> None:
    """Whoever catches `DiploError` catches all that diplo raises on purpose."""
    raised = [
        value
        for value in vars(errors).values()
        if isinstance(value, type) and value.__module__ == errors.__name__
    ]

    assert len(raised) >= 5
    assert all(issubclass(error, DiploError) for error in raised)
