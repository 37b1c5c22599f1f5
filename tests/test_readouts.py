"""How much of what careful readers label in the project's own readouts is read."""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import diplo

TESTS = Path(__file__).parent
EXAMPLES = TESTS.parent / "examples" / "readouts"
LABELS = {
    path: (path.with_suffix(".txt") if path.parent.name == "releases" else EXAMPLES / f"{path.stem}.txt")
    for folder in ("releases", "gold_examples")
    for path in sorted((TESTS / folder).glob("*.json"))
}
# Shares of the labels that are read today, rounded down; they only rise.
FLOORS = {"meetings": 0.89, "people": 0.94, "countries": 0.97, "topics": 0.66, "commitments": 0.84}


def words(text: str) -> set[str]:
    """Return the words of a phrase."""
    return set(text.lower().split())


def alike(one: str, other: str) -> bool:
    """Tell whether half of the words of two phrases stand in both."""
    a, b = words(one), words(other)
    return 2 * len(a & b) >= len(a) + len(b) - len(a & b)


def found(wanted: list[dict[str, Any]], read: list[str]) -> int:
    """Count the labelled phrases that were read."""
    return sum(any(alike(label["text"], text) for text in read) for label in wanted)


@cache
def shares() -> dict[str, float]:
    """Read every labelled text, and measure what was found of each kind."""
    right: dict[str, list[int]] = {kind: [0, 0] for kind in FLOORS}
    for label, source in LABELS.items():
        gold = json.loads(label.read_text(encoding="utf-8"))
        published = dt.date.fromisoformat(gold["published"]) if gold["published"] else None
        meetings = diplo.parse_all(source.read_text(encoding="utf-8"), published=published)
        people = {p.name: p.country.code if p.country else None for m in meetings for p in m.participants}
        labelled = [p for m in gold["meetings"] for p in m["participants"] if p["name"]]
        named = [p for p in labelled if p["name"] in people]
        topics = [t for m in gold["meetings"] for t in m["topics"]]
        acts = [c for m in gold["meetings"] for c in m["commitments"]]
        counts = {
            "meetings": (len(gold["meetings"]) == len(meetings), 1),
            "people": (len(named), len(labelled)),
            "countries": (sum(people[p["name"]] == p["country"] for p in named), len(named)),
            "topics": (found(topics, [t.text for m in meetings for t in m.topics]), len(topics)),
            "commitments": (found(acts, [c.text for m in meetings for c in m.commitments]), len(acts)),
        }
        for kind, (hits, wanted) in counts.items():
            right[kind][0] += hits
            right[kind][1] += wanted
    return {kind: hits / wanted for kind, (hits, wanted) in right.items()}


@pytest.mark.parametrize("kind", FLOORS)
def test_no_share_falls_below_its_floor(kind: str) -> None:
    """What was read once stays read."""
    assert shares()[kind] >= FLOORS[kind]


@pytest.mark.parametrize(("label", "source"), LABELS.items(), ids=lambda path: path.stem)
def test_texts_that_report_no_meeting_give_none(label: Path, source: Path) -> None:
    """Condolences, appointments and announced visits make no meeting; reports of one make at least one."""
    gold = json.loads(label.read_text(encoding="utf-8"))

    meetings = diplo.parse_all(source.read_text(encoding="utf-8"))

    assert bool(meetings) is bool(gold["meetings"])
