"""Whatever the text, there is an answer, and the same text has the same answer."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.soundness import assert_sound
from tests.strategies import ODD, READOUTS, SPACES, odd_texts, reports, texts

import diplo

LONG = {
    "word of 1 MB": "x" * 1_000_000,
    "100,000 brackets": "(" * 100_000,
    "100,000 pairs of brackets": "[" * 50_000 + "]" * 50_000,
    "100,000 line ends": "\r\n" * 50_000,
    "100,000 combining marks": "e" + "\u0301" * 100_000,
    "100,000 quotes": "“" * 100_000,
    "100,000 half surrogates": "\ud800" * 100_000,
    "20,000 words without a stop": "Ana Lima of " * 7000,
}


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text_has_an_answer(text: str) -> None:
    """Arbitrary characters, surrogates and controls included, give sound meetings, most often none."""
    assert_sound(text, diplo.parse_all(text))


@given(odd_texts(), st.none() | st.dates(), st.none() | texts())
@settings(max_examples=150, deadline=None)
def test_any_row_of_diplomatic_words_has_an_answer(
    text: str, published: dt.date | None, issuer: str | None
) -> None:
    """Words of readouts in any order, with odd characters among them, give sound meetings."""
    assert_sound(text, diplo.parse_all(text, published=published, issuer=issuer))


@given(reports(), st.data())
@settings(max_examples=100, deadline=None)
def test_odd_characters_anywhere_in_a_report_leave_a_sound_answer(report: str, data: st.DataObject) -> None:
    """A report into which something odd was put is a sound reading, and what comes of it is kept by JSON."""
    place = data.draw(st.integers(0, len(report)))
    text = report[:place] + data.draw(st.sampled_from(ODD + SPACES)) + report[place:]

    assert_sound(text, diplo.parse_all(text))


@pytest.mark.parametrize("name", LONG)
def test_long_text_has_an_answer(name: str) -> None:
    """No length and no nesting is too much."""
    assert_sound(LONG[name], diplo.parse_all(LONG[name]))


@pytest.mark.parametrize("name", READOUTS)
def test_reading_is_sound(name: str) -> None:
    """Spans of readouts hold their words, ids are unique and references resolve."""
    meetings = diplo.parse_all(READOUTS[name])

    assert meetings
    assert_sound(READOUTS[name], meetings)


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_answer_is_the_same_in_any_process(seed: str) -> None:
    """Neither the process nor the seed of hashes changes anything."""
    program = (
        "import json, sys, diplo\n"
        "texts = json.load(sys.stdin)\n"
        "print(json.dumps([diplo.to_json(diplo.parse_all(text)) for text in texts]))"
    )
    texts = list(READOUTS.values())

    done = subprocess.run(
        [sys.executable, "-c", program],
        check=True,
        capture_output=True,
        env=os.environ | {"PYTHONHASHSEED": seed},
        input=json.dumps(texts).encode(),
    )

    assert json.loads(done.stdout) == [diplo.to_json(diplo.parse_all(text)) for text in texts]


@pytest.mark.parametrize("name", READOUTS)
def test_truncated_and_shuffled_readouts_have_an_answer(name: str) -> None:
    """A readout cut off at any 37th character, or with its lines in another order, is read without error."""
    text = READOUTS[name]
    lines = sorted(text.splitlines())

    readings = [diplo.parse_all(text[:end]) for end in range(0, len(text), 37)]

    assert all(isinstance(meeting, diplo.Meeting) for reading in readings for meeting in reading)
    assert isinstance(diplo.parse_all("\n".join(lines)), tuple)


@pytest.mark.parametrize("name", READOUTS)
def test_a_text_that_breaks_off_behind_a_word_has_an_answer(name: str) -> None:
    """Rules that look a word or two ahead find nothing behind the last word, wherever the text ends."""
    text = READOUTS[name]

    for end in range(1, len(text)):
        if text[end - 1].isalnum() and not text[end].isalnum():
            assert all(isinstance(meeting, diplo.Meeting) for meeting in diplo.parse_all(text[:end]))


@pytest.mark.parametrize(
    "text",
    [
        "Minister Adel Bey of Oman met Minister Bruno Cee of Chad. King Dan received",
        "The Omani delegation was led",
        "The President received Mr. Oumar Bello, Minister of Foreign",
        "Ambassador Ramki met Minister Adel Bey. She was accompanied by",
        "The Kazakh President called the participation of carriers in the Middle",
        "The Prime Minister met Minister Adel Bey of Oman and undertook to",
        "Minister Adel Bey of Oman met Minister Cee of Chad and expressed readiness to",
        "Minister Adel Bey thanked Minister Cee for the welcome and affirms that he",
        "They looked forward to the fifth Dialogue, which Oman will",
        "Minister Adel Bey of Oman met Minister Bruno Cee of Chad on the",
    ],
)
def test_a_sentence_that_breaks_off_has_an_answer(text: str) -> None:
    """A verb without its object, a title without its office, a preposition without its noun are no errors."""
    assert isinstance(diplo.parse_all(text), tuple)


@pytest.mark.parametrize("name", READOUTS)
def test_the_same_text_has_the_same_answer(name: str) -> None:
    """Reading twice gives equal meetings with equal ids."""
    assert diplo.parse_all(READOUTS[name]) == diplo.parse_all(READOUTS[name])


@pytest.mark.parametrize("name", READOUTS)
def test_lines_of_one_width_are_read_as_whole_paragraphs(name: str) -> None:
    """A readout whose paragraphs are broken into lines, as in an e-mail, has the same people and topics."""
    wrapped = "\n".join(
        textwrap.fill(line, 78, break_on_hyphens=False) if line else "" for line in READOUTS[name].split("\n")
    )

    whole, broken = (
        [
            ({p.name for p in m.participants}, [t.text.split() for t in m.topics])
            for m in diplo.parse_all(text)
        ]
        for text in (READOUTS[name], wrapped)
    )

    assert broken == whole


def test_text_without_a_meeting_is_no_error_but_for_parse() -> None:
    """`parse_all` gives an empty tuple where `parse` raises."""
    text = "The Ministry of Foreign Affairs congratulates all citizens on National Day."

    assert diplo.parse_all(text) == ()
    with pytest.raises(diplo.NoMeetingError):
        diplo.parse(text)


@pytest.mark.parametrize("when", ["last", "this", "next", "the coming", "the past"])
@pytest.mark.parametrize("season", ["spring", "summer", "autumn", "winter"])
def test_any_day_of_publication_has_an_answer(season: str, when: str) -> None:
    """Seasons, which cross the year, are told or not, but never an error, in the first year and the last."""
    text = f"Foreign Minister Ana Lima of Chad met Minister Adel Bey of Oman in Lisbon {when} {season}."
    days = [dt.date(year, month, 15) for year in (1, 2, 2021, 9998, 9999) for month in range(1, 13)]

    for day in (dt.date.min, *days, dt.date.max):
        assert_sound(text, diplo.parse_all(text, published=day))


@pytest.mark.parametrize("issuer", ["EU", "G7", "om", "European Union"])
def test_any_publisher_has_an_answer(issuer: str) -> None:
    """A publisher whose name is as short as the code of a country is a body, and no error."""
    text = "The Prime Minister, Ana Sol, received the Foreign Minister of Chad, Abakar Deko, in Muscat."

    (meeting,) = diplo.parse_all(text, issuer=issuer)

    assert [person.country and person.country.code for person in meeting.participants] == [None, "TD"]


def test_a_body_with_a_short_name_is_no_country() -> None:
    """Somebody of the G7 has no country, and no error comes of it."""
    (meeting,) = diplo.parse_all("G7 Foreign Minister Alma Stone met President Ana Sol of Chad in Paris.")

    assert {person.organisation for person in meeting.participants} == {"G7", None}
