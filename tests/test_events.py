"""Meetings become the events that the codebooks name, and come back from CSV as they were."""

from __future__ import annotations

import datetime as dt
import json
import re
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import NASTY, meetings, sample, spans, texts, tuples_of

import diplo
from diplo.errors import LexiconError, SchemaError
from diplo.formats.event_codes import Code, default_codes, read_codes
from diplo.formats.events import Event, as_dicts, read_events, to_events, write_events
from diplo.model import (
    Act,
    Commitment,
    CommitmentKind,
    CommitmentStatus,
    Country,
    Meeting,
    MeetingFormat,
    Participant,
    Place,
    Sector,
    Source,
    Statement,
    Topic,
)
from diplo.period import Period
from diplo.span import Span

ROOT = Path(__file__).resolve().parents[1]
CODEBOOKS = ROOT.parent / "shared" / "plover_cameo.json"
SHIPPED = files("diplo").joinpath("data/events.toml").read_text(encoding="utf-8")

_SAID, _DONE = Span(12, 15), Span(20, 25)

VISIT = """President Ana Lima of Portugal received President Peter Otieno of Kenya in Lisbon on 4 May 2024.
The two presidents discussed renewable energy. They agreed to open a joint research centre in 2025."""
CALL = """President Ana Lima of Portugal spoke by phone with President Peter Otieno of Kenya on 4 May 2024.
President Otieno thanked President Lima for the gift of vaccines."""
SIGNING = """President Ana Lima of Portugal met President Peter Otieno of Kenya in Geneva on 4 May 2024.
The two presidents signed an agreement on fisheries."""

# Facts of the codebooks: the PLOVER event and mode into which each CAMEO code in use is translated.
TRANSLATED: dict[str, tuple[str, str | None] | None] = {
    "010": None,
    "012": None,
    "018": None,
    "019": None,
    "020": None,
    "030": ("AGREE", None),
    "032": ("AGREE", None),
    "036": ("AGREE", None),
    "040": ("CONSULT", None),
    "041": ("CONSULT", "phone"),
    "042": ("CONSULT", "visit"),
    "044": ("CONSULT", "third-party"),
    "046": ("CONSULT", None),
    "050": ("SUPPORT", None),
    "051": ("SUPPORT", None),
    "057": ("SUPPORT", None),
    "111": ("ACCUSE", "disapprove"),
    "120": ("REJECT", None),
    "130": ("THREATEN", None),
}
# Where the code and the event are chosen apart, for the reasons in docs/events.md.
CHOSEN_APART = {
    "meetings.multilateral",
    "acts.call_for",
    "acts.urge",
    "acts.propose",
    "acts.agree",
}


def every_code() -> dict[str, Code]:
    """Return all codes by their place in the file."""
    codes = default_codes()
    return {
        **{f"meetings.{key}": code for key, code in codes.meetings.items()},
        **{f"acts.{key}": code for key, code in codes.acts.items()},
        **{
            f"commitments.{kind}.{status}": code
            for kind, by_status in codes.commitments.items()
            for status, code in by_status.items()
        },
        **{f"signings.{key}": code for key, code in codes.signings.items()},
    }


def person(
    number: int, code: str | None = None, organisation: str | None = None, *, principal: bool = True
) -> Participant:
    """Return the participant of this number, who is named once in the text of `met`."""
    return Participant(
        name=f"P{number}",
        country=Country(code=code, name=code) if code else None,
        organisation=organisation,
        spans=(Span(3 * number, 3 * number + 2),),
        id=f"p{number}",
        principal=principal,
        rule=f"rule_{number}",
    )


def met(*people: Participant, **fields: Any) -> Meeting:
    """Return a meeting in person of these people."""
    source = Source(text="P0 P1 P2 P3 and what they said")
    given: dict[str, Any] = {"format": MeetingFormat.IN_PERSON} | fields
    return Meeting(id="m", participants=people, source=source, **given)


def said(act: Act, *, by: str = "", to: str = "", at: Span = _SAID) -> Statement:
    """Return a statement of the participants whose ids are named."""
    speakers, addressees = tuple(by.split()), tuple(to.split())
    return Statement(
        id="s1", act=act, text="said", speakers=speakers, addressees=addressees, span=at, rule="says"
    )


def done(
    kind: CommitmentKind,
    status: CommitmentStatus,
    actors: str,
    recipients: str = "",
    *,
    at: Span = _DONE,
    **fields: Any,
) -> Commitment:
    """Return a commitment of these parties."""
    return Commitment(
        id="c1",
        kind=kind,
        status=status,
        text="do",
        actors=tuple(actors.split()),
        recipients=tuple(recipients.split()),
        span=at,
        rule="does",
        **fields,
    )


def place(code: str | None, venue: str | None = None) -> Place:
    """Return a place in a country."""
    return Place(country=Country(code=code, name=code) if code else None, venue=venue)


def dyads(events: tuple[Event, ...]) -> list[tuple[str, str | None, bool]]:
    """Return who acts towards whom, and whether it is mutual."""
    return [(event.source, event.target, event.mutual) for event in events]


def coded(events: tuple[Event, ...]) -> list[tuple[str | None, str | None, str]]:
    """Return event, mode and code."""
    return [(event.event, event.mode, event.cameo) for event in events]


def any_event() -> st.SearchStrategy[Event]:
    """Any event, whether or not a codebook knows it."""
    return st.builds(
        Event,
        date=st.none() | st.dates(),
        end=st.none() | st.dates(),
        source=texts(),
        target=st.none() | texts(),
        mutual=st.booleans(),
        event=st.none() | texts(),
        mode=st.none() | texts(),
        contexts=tuples_of(texts()),
        quad=st.none() | st.integers(),
        score=st.none() | st.floats(allow_nan=False, allow_infinity=False),
        cameo=texts(),
        text=st.none() | texts(),
        span=st.none() | spans(40),
        meeting_id=texts(),
        part_id=st.none() | texts(),
        rule=texts(),
    )


@settings(max_examples=50, deadline=None)
@given(st.lists(any_event(), max_size=3))
def test_events_come_back(events: list[Event]) -> None:
    """Any events are read as they were written, in their order."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "events.csv"
        write_events(iter(events), path)

        assert read_events(path) == tuple(events)


@settings(max_examples=25, deadline=None)
@given(meetings())
def test_any_meeting_has_events(meeting: Meeting) -> None:
    """Whatever a meeting holds, nobody acts towards themselves, and the events come back from CSV."""
    events = to_events(iter([meeting]))

    assert [event for event in events if event.source == event.target] == []
    assert [event for event in events if event.mutual and event.target is None] == []
    assert {event.meeting_id for event in events} <= {meeting.id}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "events.csv"
        write_events(events, path)
        assert read_events(path) == events


@pytest.mark.parametrize("text", NASTY, ids=ascii)
def test_any_text_comes_back(text: str, tmp_path: Path) -> None:
    """Whatever a text holds is kept, and no cell starts as a formula does."""
    event = Event(source=text, contexts=(text,), cameo="010", text=text, meeting_id=text, rule=text)

    write_events([event], tmp_path / "events.csv")

    assert read_events(tmp_path / "events.csv") == (event,)
    assert not re.search(r'(^|,)"?\s*[=+@]', (tmp_path / "events.csv").read_text(encoding="utf-8"))


def test_dicts_are_plain_and_flat() -> None:
    """A dict has the columns of the file, in their order, and nothing but JSON's values."""
    meeting, commitment, *_ = as_dicts(to_events([sample()]))

    assert json.loads(json.dumps(commitment)) == commitment
    assert list(commitment) == list(meeting)
    assert (meeting["date"], meeting["end"], meeting["part_id"]) == ("2024-03-12", None, None)
    assert (commitment["span_start"], commitment["span_end"]) == (69, 99)
    assert commitment["contexts"] == ["economic"]


def test_file_has_one_row_an_event_under_a_header(tmp_path: Path) -> None:
    """The first line names the columns, and the folder is made."""
    events = to_events([sample()])
    path = tmp_path / "new" / "events.csv"

    write_events(events, path)

    header, *rows = path.read_text(encoding="utf-8").splitlines()
    assert header.split(",")[:7] == ["date", "end", "source", "target", "mutual", "event", "mode"]
    assert len(rows) == len(events) > 1
    assert [file.name for file in path.parent.iterdir()] == ["events.csv"]


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        ("date", "12.3.2024", "a date"),
        ("date", "20240312", "a date"),
        ("end", "2024-02-30", "a date"),
        ("source", "", "not empty"),
        ("mutual", "yes", "true or false"),
        ("quad", "1.0", "a whole number"),
        ("score", "2", "a decimal number"),
        ("score", "inf", "a decimal number"),
        ("cameo", "", "not empty"),
        ("span_start", "", "other end"),
        ("span_start", "99", "not before the start"),
        ("span_start", "-1", "not before the start"),
    ],
)
def test_fault_is_placed(column: str, cell: str, expected: str, tmp_path: Path) -> None:
    """What is wrong in a cell is reported with the file, the row and the column."""
    path = tmp_path / "mine.csv"
    write_events(to_events([met(person(0, "PT"), person(1, "KE"), place=place("PT"))]), path)
    header, row = (line.split(",") for line in path.read_text(encoding="utf-8").splitlines())
    row[header.index(column)] = cell
    path.write_text("\n".join((",".join(header), ",".join(row))), encoding="utf-8")

    with pytest.raises(SchemaError, match=expected) as caught:
        read_events(path)

    assert re.fullmatch(r"mine\.csv, row 2, column (\w+)", caught.value.path)


def test_columns_are_all_needed(tmp_path: Path) -> None:
    """A missing column is named."""
    path = tmp_path / "events.csv"
    path.write_text("date,source\n", encoding="utf-8")

    with pytest.raises(SchemaError, match=r"events\.csv, row 1, column end"):
        read_events(path)


@pytest.mark.parametrize("name", ["events", "events.tsv", "events.CSV"])
def test_only_csv_is_written(name: str, tmp_path: Path) -> None:
    """A file of another name is refused before anything is written."""
    with pytest.raises(ValueError, match=re.escape(name)):
        write_events([], tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_code_and_event_translate_each_other() -> None:
    """Every CAMEO code stands with the PLOVER event into which it is translated, but for the choices."""
    apart = {
        where
        for where, code in every_code().items()
        if TRANSLATED[code.cameo] != (None if code.event is None else (code.event, code.mode))
    }

    assert apart == CHOSEN_APART


@pytest.mark.parametrize(
    ("where", "event", "mode", "cameo"),
    [
        ("commitments.plan.planned", "AGREE", None, "036"),
        ("commitments.invitation.planned", "AGREE", None, "036"),
        ("signings.planned", "AGREE", None, "032"),
        ("signings.concluded", "SUPPORT", None, "057"),
        ("commitments.pledge.planned", "AGREE", None, "030"),
        ("meetings.visit", "CONSULT", "visit", "042"),
        ("meetings.phone", "CONSULT", "phone", "041"),
        ("meetings.third_place", "CONSULT", "third-party", "044"),
        ("acts.praise", "SUPPORT", None, "051"),
        ("acts.condemn", "ACCUSE", "disapprove", "111"),
        ("acts.condole", None, None, "018"),
        ("acts.agree", "AGREE", None, "019"),
    ],
)
def test_code_is_that_of_the_codebook(where: str, event: str | None, mode: str | None, cameo: str) -> None:
    """The cases of which the codebooks speak are coded as they say."""
    code = every_code()[where]

    assert (code.event, code.mode, code.cameo) == (event, mode, cameo)


@pytest.mark.skipif(not CODEBOOKS.exists(), reason="no codebooks beside the checkout")
def test_codebooks_know_every_code() -> None:
    """Every code, event, mode, context, class and score in use stands in the codebooks."""
    books = json.loads(CODEBOOKS.read_text(encoding="utf-8"))
    cameo = books["cameo"]["codes"]
    plover = {event["name"]: event for event in books["plover"]["events"]}
    contexts = {context["name"] for context in books["plover"]["contexts"]}
    codes = default_codes()

    used = {code.cameo for code in every_code().values()}
    assert used == set(TRANSLATED)
    for code in used:
        book = cameo[code]["plover"]
        assert (book and (book["event"], book["mode"])) == TRANSLATED[code]
    for name, scale in codes.events.items():
        scores = {mode["name"]: mode["score"] for mode in plover[name]["modes"]}
        assert scale.modes.items() <= scores.items()
        assert scale.score in {plover[name]["score"], None}
        assert {1: "V-Coop", 2: "M-Coop", 3: "V-Conf", 4: "M-Conf"}[scale.quad] == plover[name]["quad"]
    assert {context for found in codes.contexts.values() for context in found} <= contexts


def test_page_shows_the_codes() -> None:
    """The tables of docs/events.md and the file of codes agree."""
    page = (ROOT / "docs" / "events.md").read_text(encoding="utf-8")
    rows = [
        [cell.strip("` ") for cell in line.split("|")[1:]] for line in page.splitlines() if line[:1] == "|"
    ]
    shown = {(cells[0], len(cells)): cells[1:] for cells in rows}
    codes = default_codes()

    for key, code in (*codes.meetings.items(), *codes.acts.items()):
        assert shown[key, 6][:3] == [code.event or "", code.mode or "", code.cameo]
    for name, table in (*codes.commitments.items(), ("a signing", codes.signings)):
        planned, concluded = table[CommitmentStatus.PLANNED], table[CommitmentStatus.CONCLUDED]
        assert shown[name, 4][:2] == [f"{code.event} {code.cameo}" for code in (planned, concluded)]
        assert table[CommitmentStatus.UNDER_WAY] == planned


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('cameo = "051" }', "cameo = 51 }", "acts['praise'].cameo"),
        ('cameo = "051" }', 'cameo = "5" }', "acts['praise']"),
        ('cameo = "051" }', 'cameo = "051", mood = "" }', "mood"),
        ('cameo = "051" }', 'mode = "loud", cameo = "051" }', "acts.praise.mode: 'loud'"),
        ('cameo = "018"', 'mode = "loud", cameo = "018"', "acts.condole.mode"),
        ('"SUPPORT", cameo = "051" }', '"SUPORT", cameo = "051" }', "acts.praise.event: 'SUPORT'"),
        ("praise =", "prays =", "acts['prays']"),
        ('praise = { event = "SUPPORT", cameo = "051" }\n', "", "acts.praise is missing"),
        ("[signings]\nplanned", "[signings]\nplan", "signings['plan']"),
        ("to_hearer = true }\nwelcome", "to_hearer = 1 }\nwelcome", "acts['condole'].to_hearer"),
        ("quad = 1", "quad = 5", "events['AGREE']"),
        ('space = ["technology"]', 'space = "technology"', "contexts['space']"),
        ("media = []\n", "", "contexts.media is missing"),
        ("[multilateral]\nwords", "[multilateral]\nword", "multilateral.words"),
        ("[acts]", "[acts", "line 29"),
    ],
)
def test_fault_in_the_codes_is_placed(old: str, new: str, fault: str) -> None:
    """A file of codes that lacks something or holds anything else is refused, and the place is named."""
    assert old in SHIPPED

    with pytest.raises(LexiconError, match=re.escape(fault)) as caught:
        read_codes(SHIPPED.replace(old, new, 1), "mine.toml")

    assert str(caught.value).startswith("mine.toml")


@pytest.mark.parametrize(
    ("fields", "code", "dyad"),
    [
        ({"place": place("PT")}, ("CONSULT", "visit", "042"), ("KEN", "PRT", False)),
        ({"place": place("KE")}, ("CONSULT", "visit", "042"), ("PRT", "KEN", False)),
        ({"place": place("CH")}, ("CONSULT", "third-party", "044"), ("PRT", "KEN", True)),
        ({"place": place(None)}, ("CONSULT", None, "040"), ("PRT", "KEN", True)),
        ({}, ("CONSULT", None, "040"), ("PRT", "KEN", True)),
        (
            {"place": place("US", "the General Assembly")},
            ("CONSULT", "multilateral", "044"),
            ("PRT", "KEN", True),
        ),
        ({"occasion": "Ocean Summit"}, ("CONSULT", "multilateral", "044"), ("PRT", "KEN", True)),
        (
            {"occasion": "Ocean Summit", "place": place("KE")},
            ("CONSULT", "visit", "042"),
            ("PRT", "KEN", False),
        ),
        ({"occasion": "summitry"}, ("CONSULT", None, "040"), ("PRT", "KEN", True)),
        ({"format": MeetingFormat.PHONE}, ("CONSULT", "phone", "041"), ("PRT", "KEN", True)),
        ({"format": MeetingFormat.VIDEO}, ("CONSULT", "phone", "041"), ("PRT", "KEN", True)),
        ({"format": MeetingFormat.UNSTATED}, ("CONSULT", None, "040"), ("PRT", "KEN", True)),
    ],
)
def test_meeting_is_coded_by_its_place(
    fields: dict[str, Any], code: tuple[str, str | None, str], dyad: tuple[str, str, bool]
) -> None:
    """The visitor is the source and the host the target; elsewhere nobody is host."""
    events = to_events([met(person(0, "PT"), person(1, "KE"), **fields)])

    assert coded(events) == [code]
    assert dyads(events) == [dyad]
    assert events[0].text == "P0 P1"
    assert events[0].rule == ("rule_0" if dyad[0] == "PRT" else "rule_1")


def test_each_pair_meets_for_itself() -> None:
    """In the country of one of three, two visit it, and meet one another at a third place."""
    people = (person(0, "PT"), person(1, "KE"), person(2, "SN"), person(3, "KE"))

    events = to_events([met(*people, place=place("KE"))])

    assert [(event.source, event.target, event.mode) for event in events] == [
        ("PRT", "SEN", "third-party"),
        ("PRT", "KEN", "visit"),
        ("SEN", "KEN", "visit"),
    ]
    assert [event.text for event in events] == ["P0 P1 P2", "P0 P1", "P1 P2"]


def test_organisations_keep_their_names() -> None:
    """An organisation has no code, and may have its seat in a third country."""
    african_union = person(0, organisation="African Union")

    assert dyads(to_events([met(african_union, person(1, "KE"), place=place("KE"))])) == [
        ("African Union", "KEN", False)
    ]
    assert coded(to_events([met(african_union, person(1, "KE"), place=place("ET"))])) == [
        ("CONSULT", None, "040")
    ]


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ((person(0, "PT"), person(1)), [("PRT", None, False)]),
        ((person(0, "PT"), person(1, "PT")), [("PRT", None, False)]),
        ((person(0, "PT"), person(1, "KE", principal=False)), [("PRT", None, False)]),
        ((person(0), person(1)), []),
        ((), []),
    ],
)
def test_one_party_alone_has_no_target(
    people: tuple[Participant, ...], expected: list[tuple[str, str | None, bool]]
) -> None:
    """Who has no country, only attends, or is of the same country is no other party."""
    assert dyads(to_events([met(*people, place=place("PT"))])) == expected


def test_unknown_country_keeps_its_code() -> None:
    """A code that ISO does not list is left as it is."""
    assert dyads(to_events([met(person(0, "ZZ"), person(1, "XK"))])) == [("ZZ", "XKX", True)]


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (said(Act.CONDEMN, by="p0"), [("PRT", None, False)]),
        (said(Act.CONDEMN, by="p0", to="p1"), [("PRT", "KEN", False)]),
        (said(Act.CONDEMN), [("PRT", None, False), ("KEN", None, False)]),
        (said(Act.CONDEMN, by="p0 p1"), [("PRT", None, False), ("KEN", None, False)]),
        (said(Act.THANK, by="p0"), [("PRT", "KEN", False)]),
        (said(Act.THANK, by="p0 p1"), [("PRT", None, False), ("KEN", None, False)]),
        (said(Act.THANK, by="p0", to="p2"), [("PRT", None, False)]),
        (said(Act.AGREE), [("PRT", "KEN", True)]),
        (said(Act.AGREE, by="p0"), [("PRT", "KEN", True)]),
        (said(Act.AGREE, by="p1", to="p0"), [("KEN", "PRT", True)]),
        (said(Act.PRAISE, by="p2"), []),
        (said(Act.AGREE, by="p2", to="p0 p1"), []),
        (said(Act.DISCUSS), []),
    ],
)
def test_statement_goes_from_speaker_to_addressee(
    statement: Statement, expected: list[tuple[str, str | None, bool]]
) -> None:
    """Words go to whom they name, to the other side where they need a hearer, else to nobody."""
    meeting = met(person(0, "PT"), person(1, "KE"), person(2), statements=(statement,))

    assert dyads(to_events([meeting])[1:]) == expected


def test_hearer_is_nobody_among_several() -> None:
    """With two other sides, thanks without an addressee have no target."""
    people = (person(0, "PT"), person(1, "KE"), person(2, "SN"))

    events = to_events([met(*people, statements=(said(Act.THANK, by="p0"),))])

    assert dyads(events)[3:] == [("PRT", None, False)]


@pytest.mark.parametrize(
    ("commitment", "expected"),
    [
        (done(CommitmentKind.AGREEMENT, CommitmentStatus.PLANNED, "PT KE"), [("PRT", "KEN", True)]),
        (done(CommitmentKind.PLEDGE, CommitmentStatus.PLANNED, "PT", "KE"), [("PRT", "KEN", False)]),
        (done(CommitmentKind.PLEDGE, CommitmentStatus.PLANNED, "PT"), [("PRT", None, False)]),
        (
            done(CommitmentKind.PLEDGE, CommitmentStatus.PLANNED, "PT SN", "KE"),
            [("PRT", "KEN", False), ("SEN", "KEN", False)],
        ),
        (
            done(CommitmentKind.AGREEMENT, CommitmentStatus.PLANNED, "PT SN NATO"),
            [("PRT", "SEN", True), ("PRT", "NATO", True), ("SEN", "NATO", True)],
        ),
        (done(CommitmentKind.AGREEMENT, CommitmentStatus.PLANNED, ""), []),
    ],
)
def test_commitment_goes_from_actors_to_recipients(
    commitment: Commitment, expected: list[tuple[str, str | None, bool]]
) -> None:
    """Each actor acts for each recipient; without recipients the actors act for one another."""
    assert dyads(to_events([met(commitments=(commitment,))])) == expected


@pytest.mark.parametrize("status", CommitmentStatus)
@pytest.mark.parametrize("kind", CommitmentKind)
def test_instrument_makes_a_signing(kind: CommitmentKind, status: CommitmentStatus) -> None:
    """To sign is to support, to promise to sign is to agree, whatever the kind."""
    [event] = to_events([met(commitments=(done(kind, status, "PT", "KE", instrument="treaty"),))])

    signed = ("SUPPORT", "057") if status is CommitmentStatus.CONCLUDED else ("AGREE", "032")
    assert (event.event, event.cameo) == signed


@pytest.mark.parametrize(
    ("act", "at", "parts"),
    [
        (Act.INFORM, Span(18, 25), ["c1"]),
        (Act.AGREE, Span(20, 22), ["c1"]),
        (Act.PRAISE, Span(18, 25), ["s1", "c1"]),
        (Act.INFORM, Span(25, 28), ["c1", "s1"]),
        (Act.INFORM, Span(16, 20), ["s1", "c1"]),
    ],
)
def test_statement_yields_to_the_commitment_in_its_words(act: Act, at: Span, parts: list[str]) -> None:
    """One row for "said that he would", two for praise; and the rows stand in the order of the text."""
    pledge = done(CommitmentKind.PLEDGE, CommitmentStatus.PLANNED, "PT", "KE")
    meeting = met(person(0, "PT"), person(1, "KE"), statements=(said(act, by="p0", at=at),))

    events = to_events([attrs.evolve(meeting, commitments=(pledge,))])

    assert [event.part_id for event in events] == [None, *parts]


def test_statement_yields_to_no_commitment_without_rows() -> None:
    """A commitment of which nobody knows who will act hides nothing."""
    pledge = done(CommitmentKind.PLEDGE, CommitmentStatus.PLANNED, "")
    told = said(Act.INFORM, by="p0", at=pledge.span)

    events = to_events([met(person(0, "PT"), person(1, "KE"), statements=(told,), commitments=(pledge,))])

    assert [event.part_id for event in events] == [None, "s1"]


def test_context_is_that_of_the_words() -> None:
    """A meeting has the contexts of all topics, a statement those of the topics in it."""
    topics = tuple(
        Topic(id=f"t{start}", text="", sectors=sectors, span=Span(start, start + 1), rule="")
        for start, sectors in ((12, (Sector.DEFENCE, Sector.FINANCE)), (18, (Sector.TOURISM, Sector.MEDIA)))
    )
    meeting = met(person(0, "PT"), person(1, "KE"), topics=topics, statements=(said(Act.PRAISE, by="p0"),))

    assert [event.contexts for event in to_events([meeting])] == [("military", "economic")] * 2
    assert to_events([attrs.evolve(meeting, topics=topics[1:])])[1].contexts == ()


def test_days_are_those_of_the_meeting() -> None:
    """Every row has the first day, and the last one where there are several; a due date is no date."""
    first, last = dt.date(2024, 3, 12), dt.date(2024, 3, 14)
    due = Period(start=last, end=last)
    pledge = done(CommitmentKind.PLEDGE, CommitmentStatus.PLANNED, "PT", "KE", due=due)
    meeting = met(person(0, "PT"), person(1, "KE"), commitments=(pledge,))
    days = [
        {(event.date, event.end) for event in to_events([attrs.evolve(meeting, period=period)])}
        for period in (Period(start=first, end=last), Period(start=first, end=first), None)
    ]

    assert days == [{(first, last)}, {(first, None)}, {(None, None)}]


def test_words_of_a_meeting_stand_in_one_line() -> None:
    """The stretch that names both is looked for inside a line first, then across lines."""
    one, other = person(0, "PT"), person(1, "KE")
    source = Source(text="P0\nP1 P0")
    both = attrs.evolve(one, spans=(Span(0, 2), Span(6, 8)))

    assert to_events([attrs.evolve(met(both, other), source=source)])[0].text == "P1 P0"
    assert to_events([attrs.evolve(met(one, other), source=source)])[0].text == "P0\nP1"
    assert to_events([met(attrs.evolve(one, spans=()), other)])[0].span is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (VISIT, [("KEN", "PRT", "CONSULT", "042"), ("PRT", "KEN", "AGREE", "030")]),
        (CALL, [("PRT", "KEN", "CONSULT", "041"), ("KEN", "PRT", "SUPPORT", "051")]),
        (SIGNING, [("PRT", "KEN", "CONSULT", "044"), ("PRT", "KEN", "SUPPORT", "057")]),
        ("The embassy will be closed on Friday.", []),
    ],
)
def test_a_readout_becomes_events(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    """From the words to the rows."""
    events = to_events(diplo.parse_all(text))

    assert [(event.source, event.target, event.event, event.cameo) for event in events] == expected
    assert [event for event in events if event.span and event.span.of(text) != event.text] == []
