"""What is no part of the message does not change the reading: other paragraphs, spaces, kinds of quotes."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from tests.strategies import READOUTS, reports, unrelated_paragraphs

import diplo
from diplo.model import Meeting

UNRELATED = "The library of the museum is closed on Mondays, and the café opens at nine."
SAME_QUOTES = str.maketrans("‘’“”", "''\"\"")


def unchanged(text: str) -> str:
    """Return a text as it is."""
    return text


def spaced(text: str) -> str:
    """Return a text with one space wherever there is any white space."""
    return " ".join(text.split())


def composed(text: str) -> str:
    """Return a text in composed characters."""
    return unicodedata.normalize("NFC", text)


def straight(text: str) -> str:
    """Return a text with the quotes of a typewriter."""
    return text.translate(SAME_QUOTES)


def curly(text: str) -> str:
    """Return a text with the quotes of a printer."""
    return re.sub(r"\B\"\b", "“", re.sub(r"(?<=[\w.,!?])\"", "”", re.sub(r"(?<=\w)'", "’", text)))


def told(meeting: Meeting, fold: Callable[[str], str] = unchanged) -> Any:
    """Return what a meeting says, words in place of spans, all folded, without what names the text."""

    def worded(value: Any) -> Any:
        """Put words in place of spans."""
        match value:
            case {"start": int(start), "end": int(end)}:
                return fold(meeting.source.text[start:end])
            case dict():
                return {key: worded(member) for key, member in value.items()}
            case list():
                return [worded(member) for member in value]
            case str():
                return fold(value)
        return value

    document = json.loads(diplo.to_json(meeting))["meeting"]
    return worded({key: value for key, value in document.items() if key not in {"id", "source"}})


def without_notes_on(paragraph: str, meeting: Meeting) -> Any:
    """Return what a meeting says, without the doubt about a paragraph from which nothing was read."""
    said = told(meeting)
    said["notes"] = [note for note in said["notes"] if note["text"] not in paragraph]
    return said


@given(reports(), unrelated_paragraphs())
@settings(max_examples=60, deadline=None)
def test_paragraphs_around_a_report_change_nothing(report: str, paragraph: str) -> None:
    """Whether an unrelated paragraph comes before, after or not at all, the spans hold the same words."""
    alone = told(diplo.parse(report))

    assert without_notes_on(paragraph, diplo.parse(f"{report}\n\n{paragraph}")) == alone
    assert without_notes_on(paragraph, diplo.parse(f"{paragraph}\n\n{report}")) == alone


@pytest.mark.parametrize("name", READOUTS)
def test_paragraph_at_the_end_changes_nothing(name: str) -> None:
    """A footer that is about something else leaves the main meeting as it is."""
    text = READOUTS[name]

    longer = diplo.parse(f"{text.rstrip()}\n\n{UNRELATED}\n")

    assert without_notes_on(UNRELATED, longer) == told(diplo.parse(text))


@pytest.mark.parametrize("name", READOUTS)
def test_paragraph_behind_the_headline_changes_nothing(name: str) -> None:
    """A notice between headline and text leaves the main meeting as it is."""
    text = READOUTS[name]
    headline, _, body = text.partition("\n")

    longer = diplo.parse(f"{headline}\n\n{UNRELATED}\n{body}")

    assert without_notes_on(UNRELATED, longer) == told(diplo.parse(text))


@pytest.mark.parametrize(
    ("change", "fold"),
    [
        (lambda text: re.sub(r"(?<=\S) (?=\S)", "  ", text), spaced),
        (lambda text: re.sub(r"(?<=\S) (?=\S)", "\xa0", text), spaced),
        (lambda text: re.sub(r"(?<=\S) (?=\S)", "\u2003", text), spaced),
        (lambda text: text.replace("\n", "\r\n"), spaced),
        (lambda text: text.replace("\n", "\r"), spaced),
        (lambda text: text.replace("\n", " \t\n"), spaced),
        (lambda text: f"\n \n\t{text}\n\n \n", spaced),
        (lambda text: unicodedata.normalize("NFD", text), composed),
        (lambda text: unicodedata.normalize("NFC", text), composed),
        (straight, straight),
        (curly, straight),
    ],
    ids="double no-break em CRLF CR trailing around NFD NFC straight curly".split(),
)
@pytest.mark.parametrize("name", READOUTS)
def test_form_of_characters_changes_nothing(
    name: str, change: Callable[[str], str], fold: Callable[[str], str]
) -> None:
    """White space, composition of characters and style of quotes are no part of the message."""
    text = READOUTS[name]

    meetings = diplo.parse_all(change(text))

    assert [told(meeting, fold) for meeting in meetings] == [
        told(meeting, fold) for meeting in diplo.parse_all(text)
    ]
