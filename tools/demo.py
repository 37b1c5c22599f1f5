"""Read the examples and show what they say: `make demo`.

Prints a table for each text of `examples/readouts`, and writes JSON and CSV to `build/demo`.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import shutil
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import diplo

ROOT = Path(__file__).resolve().parents[1]
READOUTS = ROOT / "examples" / "readouts"
OUT = ROOT / "build" / "demo"
LABEL = 12


def readings() -> Iterator[tuple[str, tuple[diplo.Meeting, ...]]]:
    """Yield each file of the index with its meetings."""
    with (READOUTS / "index.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            text = (READOUTS / row["file"]).read_text(encoding="utf-8")
            published = dt.date.fromisoformat(row["published"]) if row["published"] else None
            yield row["file"], diplo.parse_all(text, published=published, issuer=row["issuer"] or None)


def who(person: diplo.Participant) -> str:
    """Describe a participant in one line."""
    party = person.country.name if person.country else person.organisation
    named = [person.name or "(unnamed)", person.role or person.office, party]
    return ", ".join(str(part) for part in named if part) + ("" if person.principal else "  (attended)")


def where(meeting: diplo.Meeting) -> str:
    """Describe a place in one line."""
    place = meeting.place or diplo.Place()
    country = place.country.name if place.country else None
    return ", ".join(part for part in (place.venue, place.city, country) if part) or "-"


def what(topic: diplo.Topic, names: dict[str, str]) -> str:
    """Describe a topic in one line: its sectors, its words, who raised it."""
    raised = ", ".join(names[name] for name in topic.raised_by)
    return f"{topic.text} [{', '.join(topic.sectors)}]" + (f"  (raised by {raised})" if raised else "")


def undertaking(commitment: diplo.Commitment) -> str:
    """Describe a commitment in one line: kind, status, who, what, by when."""
    parties = ", ".join(commitment.actors) or "?"
    if commitment.recipients:
        parties += " -> " + ", ".join(commitment.recipients)
    due = f"  (due {commitment.due.edtf})" if commitment.due else ""
    count = f"  ({commitment.count} in number)" if commitment.count else ""
    return f"{commitment.kind}, {commitment.status}, {parties}: {commitment.text}{count}{due}"


def rows(meeting: diplo.Meeting) -> Iterator[tuple[str, str]]:
    """Yield the table of a meeting, label and content."""
    names = {person.id: person.name or str(person.office) for person in meeting.participants}
    yield from (("who", who(person)) for person in meeting.participants)
    yield "when", meeting.period.edtf if meeting.period else "-"
    yield "where", where(meeting)
    yield "format", meeting.format
    if meeting.occasion:
        yield "occasion", meeting.occasion
    yield from (("topic", what(topic, names)) for topic in meeting.topics)
    yield from (("commitment", undertaking(commitment)) for commitment in meeting.commitments)


def show(meeting: diplo.Meeting, width: int) -> None:
    """Print the table of a meeting; a label that repeats is printed once."""
    last = ""
    for label, content in rows(meeting):
        lead = "" if label == last else label
        lines = textwrap.wrap(content, width - LABEL - 2, subsequent_indent="  ", break_on_hyphens=False)
        for number, line in enumerate(lines):
            print(f"  {'' if number else lead:{LABEL}}{line}")
        last = label
    print()


def main() -> None:
    """Show every text, then write all meetings."""
    width = max(72, min(shutil.get_terminal_size((110, 24)).columns, 130))
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    every: list[diplo.Meeting] = []
    for file, meetings in readings():
        print(f"{file}  ".ljust(width, "─"))
        if not meetings:
            print("  reports no meeting\n")
        for meeting in meetings:
            show(meeting, width)
        every += meetings
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "meetings.json").write_text(diplo.to_json(every, indent=2), encoding="utf-8")
    diplo.write_csv(every, OUT)
    print(f"{len(every)} meetings, written to {OUT.relative_to(ROOT)}:")
    print(*(f"  {path.name}" for path in sorted(OUT.iterdir())), sep="\n")


if __name__ == "__main__":
    main()
