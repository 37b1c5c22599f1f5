"""Who says what, and what the words do."""

from __future__ import annotations

import pytest

import diplo

OPENING = (
    "Foreign Minister Ana Serra of Portugal met today with her Chilean counterpart, Foreign Minister "
    "Pedro Rojas, in Lisbon. "
)


def said(text: str) -> list[tuple[str, str]]:
    """Return act and speakers of each statement behind a common opening."""
    meeting = diplo.parse(OPENING + text)
    names = {person.id: (person.name or "?").split()[-1] for person in meeting.participants}
    return [(str(s.act), " ".join(names[speaker] for speaker in s.speakers)) for s in meeting.statements]


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("The two ministers discussed trade.", [("discuss", "")]),
        (
            "Minister Serra praised the reforms, stressing the importance of ports.",
            [("praise", "Serra"), ("affirm", "Serra")],
        ),
        ("Minister Rojas, for his part, thanked Portugal for its help.", [("thank", "Rojas")]),
        (
            "Minister Serra raised fisheries. She also condemned piracy.",
            [("discuss", "Serra"), ("condemn", "Serra")],
        ),
        ("Energy security was discussed.", [("discuss", "")]),
        ("It was noted that trade had grown.", [("inform", "")]),
        ("Both sides held a frank exchange of views on fisheries.", [("discuss", "")]),
        ('"Our ports are open to all," Minister Rojas said.', [("inform", "Rojas")]),
        ("Minister Serra took the opportunity to thank Chile for its rescue teams.", [("thank", "Serra")]),
        ("The participants welcomed the ceasefire.", [("welcome", "")]),
        (
            "Minister Rojas conveyed to Minister Serra the greetings of his President.",
            [("congratulate", "Rojas")],
        ),
        (
            "Minister Serra said that ports matter, and Minister Rojas agreed to visit them.",
            [("inform", "Serra"), ("agree", "Rojas")],
        ),
    ],
)
def test_statements(text: str, statements: list[tuple[str, str]]) -> None:
    """Each clause of saying is a statement, with its act and its speakers."""
    assert said(text) == statements


@pytest.mark.parametrize(
    "text",
    [
        "The delegation visited the old harbour.",
        "Trade between the two countries has doubled since 2010.",
        "Minister Rojas called on the Speaker of Parliament.",
        "Lisbon, 3 May 2021",
    ],
)
def test_no_statements(text: str) -> None:
    """Where nobody says anything, there is no statement."""
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Trade between the two countries is worth two billion euros.", "background"),
        ("Minister Rojas visited the shipyard.", "programme"),
        ("Minister Rojas juggled three oranges.", "unread_sentence"),
        ("\n\nLisbon, 3 May 2021\n", "dateline"),
        ("\n\nMINISTRY OF FOREIGN AFFAIRS\n", "heading"),
    ],
)
def test_notes_say_why_nothing_was_read(text: str, code: str) -> None:
    """A sentence from which nothing was read leaves a note with its reason."""
    notes = diplo.parse(OPENING + text).notes

    assert [note.code for note in notes if note.code != "unresolved_date"] == [code]


def test_mere_marks_leave_no_note() -> None:
    """A row of marks is no sentence."""
    assert [n.code for n in diplo.parse(OPENING + "\n\n###\n").notes if n.code != "unresolved_date"] == []
