"""Readouts of one or several encounters, with what should be found when they are laid side by side.

A case is a TOML file with readouts and what is expected. Words are given in part. `groups` are those of
`diplo.match`; `both`, `only_a` and `only_b` are topics, `commitments` the words of both and the aspects that
differ, `attributed` what one side says that the other said, in each case of the first two readouts.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import attrs

import diplo
from diplo.comparison import Outcome, Row
from diplo.model import Meeting

HERE = Path(__file__).parent


@attrs.frozen
class Case:
    """A case: the meetings of its readouts by their names, and what is expected of them."""

    name: str
    meetings: dict[str, Meeting]
    expected: dict[str, Any]

    @property
    def first_two(self) -> tuple[Meeting, Meeting]:
        """The two that are compared."""
        first, second, *_ = self.meetings.values()
        return first, second


def read_cases(folder: str) -> list[Case]:
    """Read all cases of a folder."""
    return [_read(path) for path in sorted((HERE / folder).glob("*.toml"))]


def _read(path: Path) -> Case:
    """Read a case; every readout reports one meeting."""
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    meetings = {
        each["name"]: diplo.parse(
            each["text"].strip(), published=each.get("published"), issuer=each["issuer"]
        )
        for each in content["readout"]
    }
    return Case(path.stem, meetings, content["expect"])


def groups_found(case: Case) -> list[list[str]]:
    """Return the groups of readouts that report the same encounter, by their names."""
    names = {meeting.id: name for name, meeting in case.meetings.items()}
    matches = diplo.match(case.meetings.values())
    return sorted(sorted(names[each] for each in match.meetings) for match in matches)


def faults(case: Case) -> list[str]:
    """Return what is expected of the comparison of the first two readouts and not found."""
    comparison = diplo.compare(*case.first_two)
    expected = case.expected
    missing = [
        f"both: {a} | {b}"
        for a, b in expected.get("both", ())
        if not _rows(comparison.topics, a, b, {Outcome.AGREE, Outcome.DIFFER})
    ]
    for outcome in (Outcome.ONLY_A, Outcome.ONLY_B):
        for words in expected.get(outcome.value, ()):
            a, b = (words, "") if outcome is Outcome.ONLY_A else ("", words)
            if not _rows(comparison.topics, a, b, {outcome}):
                missing.append(f"{outcome}: {words}")
    for a, b, aspects in expected.get("commitments", ()):
        rows = _rows(comparison.commitments, a, b, set(Outcome))
        differing = {difference.aspect.value for row in rows for difference in row.differences}
        if not rows or not differing.issuperset(aspects):
            missing.append(f"commitment: {a} | {b} {aspects}, found {sorted(differing)}")
    for a, b in expected.get("attributed", ()):
        if not _rows(comparison.attributions, a, b, set(Outcome)):
            missing.append(f"attributed: {a} | {b}")
    for label, outcome in expected.get("facts", ()):
        if not any(row.label == label and row.outcome == outcome for row in comparison.facts):
            missing.append(f"fact: {label} {outcome}")
    return missing


def _rows(rows: Iterable[Row], a: str, b: str, outcomes: set[Outcome]) -> list[Row]:
    """Return the rows that hold these words; no words stand for a side that says nothing."""
    return [
        row
        for row in rows
        if row.outcome in outcomes
        and (a in row.a.text if row.a and a else not a and (row.a is None or not b))
        and (b in row.b.text if row.b and b else not b and (row.b is None or not a))
    ]
