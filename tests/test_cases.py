"""The cases of `tests/cases/`: short texts that say themselves what is to be read in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import ndiff
from pathlib import Path

import pytest
from tests.case_files import Case, CaseError, Mark, read_cases

import diplo
from diplo import Meeting, Person
from diplo.parser.dates import find_dates
from diplo.parser.document import read_document
from diplo.parser.entities import Entity, resolve_entities
from diplo.parser.mentions import find_mentions

FOLDER = Path(__file__).parent / "cases"
Lines = Iterable[str]
FORMATS = frozenset(("in_person", "phone", "video", "unstated"))
ATTENDANCE = {"principal": True, "attended": False}


def meetings_of(case: Case) -> tuple[Meeting, ...]:
    """Read a case as a user does."""
    return diplo.parse_all(case.text, published=case.published, issuer=case.issuer)


def joined(*parts: object) -> str:
    """Return the parts of a line that say something."""
    return " ".join(str(part) for part in parts if part)


def bare(words: str) -> str:
    """Return words in lower case, on one line, and without an article before them."""
    parts = words.lower().split()
    return " ".join(parts[1:] if parts and parts[0] in {"the", "a", "an"} else parts)


def asked(case: Case, name: str, value: object) -> str:
    """Return a named value, where the marks of the case hold that name."""
    return f"{name}={value}" if value and any(name in mark.named for mark in case.marks) else ""


def short_name(case: Case, person: Person) -> str:
    """Return a person's name in the form that the labels of the case use."""
    if person.name is None:
        return joined(person.office, person.country and person.country.code)
    used = [value for mark in case.marks for value in (*mark.values, *mark.named.values())]
    return next((value for value in used if f" {value} " in f" {person.name} "), person.name)


def names_of(case: Case, meeting: Meeting, ids: Iterable[str]) -> list[str]:
    """Return the names behind ids; none where all sides speak."""
    people = {person.id: person for person in meeting.participants}
    principals = {person.id for person in meeting.participants if person.principal}
    chosen = list(ids)
    return (
        [] if len(chosen) > 1 and principals <= set(chosen) else [short_name(case, people[i]) for i in chosen]
    )


def marked_people(case: Case) -> Iterator[str]:
    """Yield the names of a case, each with office and country."""
    for mark in case.marks:
        facts = [asked(case, name, mark.named.get(name)) for name in ("role", "org")]
        yield joined(f"{mark.words}:", mark.kind, *mark.values, *facts)


def read_people(case: Case) -> Iterator[str]:
    """Yield the names that are read, each with office and country."""
    lexicon = diplo.default_lexicon()
    document = read_document(case.text)
    mentions = find_mentions(document, lexicon)
    entities = resolve_entities(document, mentions, lexicon, case.issuer)
    seen: list[Entity] = []
    for mention, number in zip(mentions.people, entities.of_mention, strict=True):
        if not mention.name or number is None:
            continue
        person, words = entities.people[number], document.phrase(*mention.name)
        facts = [asked(case, "role", person.role), asked(case, "org", person.organisation)]
        told = "again" if person in seen else joined("person", person.office, person.country, *facts)
        seen.append(person)
        yield f"{words}: {told}"


def marked_dates(case: Case) -> Iterator[str]:
    """Yield the dates of a case."""
    for mark in case.marks:
        yield f"{mark.words}: {' '.join(mark.values)}"


def read_dates(case: Case) -> Iterator[str]:
    """Yield the dates that are read."""
    document = read_document(case.text)
    for date in find_dates(document, case.published):
        yield f"{document.phrase(date.first, date.last)}: {date.period.edtf if date.period else '?'}"


def marked_entities(case: Case) -> Iterator[str]:
    """Yield the people of a case with all forms of their names, and the words that stand for them."""
    firsts = [mark for mark in case.marks if mark.kind in {"person", "mentioned", "unnamed"}]
    for first in firsts:
        told = f"({joined(first.kind, *first.values)})"
        if first.kind == "unnamed":
            yield told
            continue
        own = {m.words for m in case.marks if m.kind == "again" and m.values[0] in first.words}
        yield joined(*forms({first.words, *own}), told)
    for mark in case.marks:
        if mark.kind == "speaker":
            yield f"{mark.words} -> {' '.join(mark.values)}"


def read_entities(case: Case) -> Iterator[str]:
    """Yield the people that are read, and the speakers of the statements that are asked for."""
    meetings = meetings_of(case)
    lines: dict[str, None] = {}
    for kind, people in (
        ("person", [p for meeting in meetings for p in meeting.participants]),
        ("mentioned", [p for meeting in meetings for p in meeting.mentioned]),
    ):
        for person in people:
            facts = joined(person.office, person.country.code if person.country else person.organisation)
            told = (
                "(mentioned)"
                if kind == "mentioned"
                else f"({joined(kind if person.name else 'unnamed', facts)})"
            )
            lines[joined(*forms({person.name, *person.aliases} if person.name else ()), told)] = None
    yield from lines
    said = [(s.span.start, m, s) for m in meetings for s in m.statements]
    for mark in case.marks:
        if mark.kind == "speaker":
            after = min(
                (each for each in said if each[0] >= mark.end), key=lambda each: each[0], default=None
            )
            names = names_of(case, after[1], after[2].speakers) if after else ["no statement"]
            yield f"{mark.words} -> {' '.join(names)}"


def forms(names: Iterable[str]) -> list[str]:
    """Return the forms of a name, the longest first."""
    return [" / ".join(sorted(names, key=lambda name: (-len(name), name)))]


def marked_encounters(case: Case) -> Iterator[str]:
    """Yield the facts of each meeting of a case."""
    for mark in case.marks:
        for number in mark.named.get("in", "1").split(","):
            start = f"meeting {number}:"
            if mark.kind in ATTENDANCE:
                yield joined(start, mark.kind, *(mark.values or [mark.words]))
            elif mark.kind in FORMATS:
                yield joined(start, mark.kind)
            elif mark.kind == "date":
                yield joined(start, "date", *mark.values)
            else:
                yield from (joined(start, "country", code) for code in mark.values)
                if mark.kind != "country":
                    yield joined(start, mark.kind, bare(mark.words))


def read_encounters(case: Case) -> Iterator[str]:
    """Yield the facts of each meeting that is read."""
    for number, meeting in enumerate(meetings_of(case), 1):
        start = f"meeting {number}:"
        yield joined(start, meeting.format)
        for person in meeting.participants:
            facts = person.name or joined(person.office, person.country and person.country.code)
            yield joined(start, "principal" if person.principal else "attended", facts)
        if meeting.period:
            yield joined(start, "date", meeting.period.edtf)
        if meeting.place:
            place = meeting.place
            if place.country:
                yield joined(start, "country", place.country.code)
            yield from (
                joined(start, kind, bare(words))
                for kind, words in (("city", place.city), ("venue", place.venue))
                if words
            )


def marked_statements(case: Case) -> Iterator[str]:
    """Yield the statements of a case: what they do, and who speaks."""
    for mark in case.marks:
        told = joined(mark.kind, *sorted(mark.values), asked(case, "to", mark.named.get("to")))
        yield f"{mark.words}: {told}"


def read_statements(case: Case) -> Iterator[str]:
    """Yield the statements that are read, each in the marked words where it starts."""
    for meeting in meetings_of(case):
        for said in meeting.statements:
            marks = [mark.words for mark in case.marks if mark.start <= said.span.start < mark.end]
            addressees = ",".join(names_of(case, meeting, said.addressees))
            speakers = sorted(names_of(case, meeting, said.speakers))
            told = joined(said.act, *speakers, asked(case, "to", addressees))
            yield f"{(marks or [said.text])[-1]}: {told}"


def marked_topics(case: Case) -> Iterator[str]:
    """Yield the topics of a case, with those who raised them."""
    for mark in case.marks:
        told = joined(*sorted(mark.values), asked(case, "sectors", mark.named.get("sectors")))
        yield f"{bare(mark.words)}: {told}"


def read_topics(case: Case) -> Iterator[str]:
    """Yield the topics that are read."""
    for meeting in meetings_of(case):
        for topic in meeting.topics:
            told = joined(
                *sorted(names_of(case, meeting, topic.raised_by)),
                asked(case, "sectors", ",".join(topic.sectors)),
            )
            yield f"{bare(topic.text)}: {told}"


def undertaking(words: str, kind: str, facts: dict[str, str]) -> str:
    """Return the line of a commitment."""
    return joined(
        f"{bare(words)}: {kind}", *(f"{name}={value}" for name, value in sorted(facts.items()) if value)
    )


def marked_commitments(case: Case) -> Iterator[str]:
    """Yield the commitments of a case."""
    for mark in case.marks:
        yield undertaking(mark.words, mark.kind, {"status": "planned", **mark.named})


def read_commitments(case: Case) -> Iterator[str]:
    """Yield the commitments that are read, in the words of the mark where half of the words are the same."""
    for meeting in meetings_of(case):
        for act in meeting.commitments:
            facts = {
                "actors": ",".join(act.actors),
                "recipients": ",".join(act.recipients),
                "due": act.due.edtf if act.due else "",
                "count": str(act.count or ""),
                "status": str(act.status),
            }
            words = next(
                (mark.words for mark in case.marks if alike(mark, act.text, act.span.start)), act.text
            )
            yield undertaking(words, act.kind, facts)


def alike(mark: Mark, text: str, start: int) -> bool:
    """Tell whether a phrase overlaps a mark, and half of the words of both stand in either."""
    one, other = set(mark.words.lower().split()), set(text.lower().split())
    overlap = mark.start < start + len(text) and start < mark.end
    return overlap and 2 * len(one & other) >= len(one | other)


STAGES: dict[str, tuple[Callable[[Case], Lines], Callable[[Case], Lines]]] = {
    "people": (marked_people, read_people),
    "dates": (marked_dates, read_dates),
    "entities": (marked_entities, read_entities),
    "encounters": (marked_encounters, read_encounters),
    "statements": (marked_statements, read_statements),
    "topics": (marked_topics, read_topics),
    "commitments": (marked_commitments, read_commitments),
}


def expected(case: Case) -> tuple[pytest.MarkDecorator, ...]:
    """Return what marks a case that is known to be misread."""
    return (pytest.mark.xfail(reason=case.missed, strict=True),) if case.missed else ()


CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}: {case.title}", marks=expected(case))
    for path in sorted(FOLDER.glob("*.txt"))
    for case in read_cases(path)
]


@pytest.mark.parametrize(("stage", "case"), CASES)
def test_all_that_is_marked_is_read_and_nothing_else(stage: str, case: Case) -> None:
    """A case fails on what is missed, on what is wrong, and on what is read without a mark."""
    marked, read = (sorted(lines(case)) for lines in STAGES[stage])

    assert read == marked, "\n".join((case.place, "- marked, + read", *ndiff(marked, read)))


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("A title\n.\nA text without an end", "broken.txt:1: a case without the two lines that hold a dot"),
        ("A title\nday: 2024\n.\nText.\n.", "broken.txt:2: no setting, and no dot: 'day: 2024'"),
        ("A title\npublished: May\n.\nText.\n.", "broken.txt:2: Invalid isoformat string: 'May'"),
        (
            "A title\n.\nOne.\n.\n\nA title\n.\nTwo.\n.",
            "broken.txt:6: a second case with the title 'A title'",
        ),
        ("A title\n.\nOne\n[Ana Lima] two.\n.", "broken.txt:4: a bracket that belongs to no mark"),
        ("A title\n.\n[Ana Lima two.\n.", "broken.txt:3: a bracket that is not closed"),
        ("A title\n.\n[Ana Lima]() two.\n.", "broken.txt:3: a mark without a label"),
        ("A title\n.\n[Ana Lima](person 'PT) two.\n.", 'broken.txt:3: No closing quotation: "person \'PT"'),
    ],
)
def test_a_broken_case_names_its_file_and_line(tmp_path: Path, source: str, message: str) -> None:
    """Who writes a case is told where it is broken."""
    path = tmp_path / "broken.txt"
    path.write_text(source, encoding="utf-8")

    with pytest.raises(CaseError) as caught:
        list(read_cases(path))

    assert str(caught.value) == message


def test_marks_leave_the_plain_text_behind(tmp_path: Path) -> None:
    """Nested marks give spans in the text without them."""
    path = tmp_path / "good.txt"
    path.write_text(
        "T\nissuer: OM\n.\nHe [met [Ana Lima](person PT) today](in_person).\n.\n", encoding="utf-8"
    )

    (case,) = read_cases(path)

    assert case.text == "He met Ana Lima today."
    assert [(m.words, m.kind, m.values) for m in case.marks] == [
        ("met Ana Lima today", "in_person", ()),
        ("Ana Lima", "person", ("PT",)),
    ]
    assert all(case.text[m.start : m.end] == m.words for m in case.marks)
