"""Readouts in many house styles are matched, compared and followed as a reader would."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.collation.case_files import Case, faults, groups_found, read_cases

import diplo

CASES = read_cases("cases")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_groups(case: Case) -> None:
    """The records of one encounter stand in one group, and no others."""
    assert groups_found(case) == sorted(sorted(group) for group in case.expected["groups"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_comparison(case: Case) -> None:
    """What both say, what differs and what only one says is found."""
    assert faults(case) == []


@pytest.mark.parametrize(
    "case", [case for case in CASES if "lives" in case.expected], ids=lambda case: case.name
)
def test_lives(case: Case) -> None:
    """Undertakings are followed from record to record, and stand on each day as they should."""
    lives = diplo.follow(case.meetings.values())

    for expected in case.expected["lives"]:
        [life] = [life for life in lives if expected["says"] in life.events[0].words.text]
        assert [event.turn for event in life.events] == expected["turns"]
        standings = {day: life.standing(dt.date.fromisoformat(day)) or "" for day in expected["standings"]}
        assert standings == expected["standings"]


RETOLD = read_cases("retold")


@pytest.mark.parametrize("case", RETOLD, ids=lambda case: case.name)
def test_groups_of_retold_encounters(case: Case) -> None:
    """Encounters that two governments reported, retold with other names, are found to be one."""
    assert groups_found(case) == case.expected["groups"]


def test_comparisons_of_retold_encounters() -> None:
    """Of what a reader sees in them, nine in ten are found; the rest says the same in other words."""
    expected = sum(len(rows) for case in RETOLD for name, rows in case.expected.items() if name != "groups")
    missing = [f"{case.name}, {fault}" for case in RETOLD for fault in faults(case)]

    assert expected >= 75
    assert len(missing) <= 0.12 * expected, missing
