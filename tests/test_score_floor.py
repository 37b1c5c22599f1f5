"""The floors of the scorer only rise."""

from __future__ import annotations

from types import ModuleType

import pytest
from tests.scripts import load_script


@pytest.fixture
def score_floor() -> ModuleType:
    """Load the script as a module."""
    return load_script("tools/score_floor.py")


def figure(f1: float) -> dict[str, float]:
    """Return a row as the scorer prints it."""
    return {"p": f1, "r": f1, "f1": f1}


def test_floors_rise_and_never_fall(score_floor: ModuleType) -> None:
    """A higher figure lifts its floor, rounded down; a lower one leaves it; a new one gets one."""
    figures = {"TOPICS": figure(0.619), "MEETINGS": figure(0.5), "new": figure(1.0)}

    lifted = score_floor.raised(figures, {"TOPICS": 0.55, "MEETINGS": 0.9, "gone": 0.4})

    assert lifted == {"MEETINGS": 0.9, "TOPICS": 0.61, "gone": 0.4, "new": 1.0}


def test_what_is_measured_on_pairs_alone_gets_no_floor(score_floor: ModuleType) -> None:
    """Such a figure is 1 when nothing was found, and may fall when more is."""
    assert score_floor.raised({"topic: sectors": figure(1.0)}, {}) == {}


def test_a_figure_at_its_floor_passes(score_floor: ModuleType) -> None:
    """Decimal figures such as 0.29 are not lost to binary rounding."""
    figures = {"TOPICS": figure(0.29)}

    assert score_floor.shortfalls(figures, score_floor.raised(figures, {})) == []


def test_a_figure_below_its_floor_or_missing_is_named(score_floor: ModuleType) -> None:
    """Every shortfall is a line of its own."""
    faults = score_floor.shortfalls({"TOPICS": figure(0.54)}, {"TOPICS": 0.55, "gone": 0.4})

    assert faults == ["TOPICS: F1 0.540 < 0.55", "gone: F1 0.000 < 0.40"]
