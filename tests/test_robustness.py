"""Whatever the text, there is an answer, and the same text has the same answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import diplo

READOUTS = Path(__file__).parents[1] / "examples" / "readouts"
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(READOUTS.glob("*.txt"))}
WORDS = sorted({word for text in TEXTS.values() for word in text.split()})


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text_has_an_answer(text: str) -> None:
    """Arbitrary characters, surrogates and controls included, give a tuple."""
    assert isinstance(diplo.parse_all(text), tuple)


@given(st.lists(st.sampled_from(WORDS), max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_row_of_diplomatic_words_has_an_answer(words: list[str]) -> None:
    """Words of readouts in any order give meetings whose spans hold their texts."""
    text = " ".join(words)

    for meeting in diplo.parse_all(text):
        values: list[diplo.Topic | diplo.Commitment | diplo.Statement | diplo.Note] = []
        values += [*meeting.topics, *meeting.commitments, *meeting.statements, *meeting.notes]
        for value in values:
            assert value.span.of(text) == value.text


@pytest.mark.parametrize("name", TEXTS)
def test_truncated_and_shuffled_readouts_have_an_answer(name: str) -> None:
    """A readout cut off at any 37th character, or with its lines in another order, is read without error."""
    text = TEXTS[name]
    lines = sorted(text.splitlines())

    readings = [diplo.parse_all(text[:end]) for end in range(0, len(text), 37)]

    assert all(isinstance(meeting, diplo.Meeting) for reading in readings for meeting in reading)
    assert isinstance(diplo.parse_all("\n".join(lines)), tuple)


@pytest.mark.parametrize("name", TEXTS)
def test_the_same_text_has_the_same_answer(name: str) -> None:
    """Reading twice gives equal meetings with equal ids."""
    assert diplo.parse_all(TEXTS[name]) == diplo.parse_all(TEXTS[name])


def test_text_without_a_meeting_is_no_error_but_for_parse() -> None:
    """`parse_all` gives an empty tuple where `parse` raises."""
    text = "The Ministry of Foreign Affairs congratulates all citizens on National Day."

    assert diplo.parse_all(text) == ()
    with pytest.raises(diplo.NoMeetingError):
        diplo.parse(text)
