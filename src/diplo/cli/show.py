"""Meetings as lines for a screen."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from diplo.model import Commitment, Meeting, Participant, Topic
from diplo.period import Period
from diplo.span import Span

# A text from elsewhere must not steer the terminal: control characters, marks that turn the direction of
# writing, and what no encoding can write.
_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_WIDTH = 110


def printable(text: str) -> str:
    """Return a text in one line, in which nothing steers a terminal."""
    return _STEERING.sub("\ufffd", " ".join(text.split()))


def table(name: str, meeting: Meeting, width: int | None) -> str:
    """Draw the table of a meeting; `width` is that of the terminal, `None` where there is none."""
    drawn = Table(box=None, show_header=False, pad_edge=False)
    drawn.add_column(style="cyan", no_wrap=True, min_width=10)
    drawn.add_column(overflow="fold", ratio=1)
    last = ""
    for label, content in _rows(meeting):
        drawn.add_row("" if label == last else label, Text(printable(content)))
        last = label
    file = io.StringIO()
    console = Console(
        file=file, width=width or _WIDTH, force_terminal=width is not None, legacy_windows=False
    )
    console.print(Text(f"{printable(name)}: {printable(meeting.title or 'no headline')}", style="bold"))
    console.print(drawn)
    lines = file.getvalue().splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n\n"


def explained(meeting: Meeting) -> Iterator[str]:
    """Yield a line for each value: line and column, what it is, the rule that read it, and the words."""
    text = meeting.source.text
    found: list[tuple[Span, str, str]] = []
    found += [(p.spans[0], "participant", p.rule) for p in meeting.participants if p.spans]
    found += [(p.spans[0], "mentioned", "-") for p in meeting.mentioned if p.spans]
    found += [(day.span, "date", "-") for day in _days(meeting) if day.span]
    found += [(meeting.place.span, "place", "-")] if meeting.place and meeting.place.span else []
    found += [(each.span, "topic", each.rule) for each in meeting.topics]
    found += [(each.span, each.act, each.rule) for each in meeting.statements]
    found += [(each.span, each.kind, each.rule) for each in meeting.commitments]
    found += [(each.span, "note", each.code) for each in meeting.notes]
    for span, kind, rule in sorted(found):
        line = text.count("\n", 0, span.start) + 1
        column = span.start - text.rfind("\n", 0, span.start)
        yield f"{line:3}:{column:<4} {kind:15} {rule:28} {printable(span.of(text))}"


def _days(meeting: Meeting) -> Iterator[Period]:
    """Yield when they met, and when commitments fall due."""
    yield from filter(None, (meeting.period, *(commitment.due for commitment in meeting.commitments)))


def _rows(meeting: Meeting) -> Iterator[tuple[str, str]]:
    """Yield the rows of a table, label and content."""
    names = {person.id: person.name or str(person.office) for person in meeting.participants}
    yield from (("who", _who(person)) for person in meeting.participants)
    if meeting.period:
        yield "when", meeting.period.edtf
    if meeting.place:
        country = meeting.place.country.name if meeting.place.country else None
        yield "where", ", ".join(filter(None, (meeting.place.venue, meeting.place.city, country)))
    yield "format", meeting.format.replace("_", " ")
    if meeting.occasion:
        yield "occasion", meeting.occasion
    yield from (("topic", _topic(topic, names)) for topic in meeting.topics)
    yield from (("commitment", _commitment(commitment)) for commitment in meeting.commitments)


def _who(person: Participant) -> str:
    """Describe a participant."""
    party = person.country.name if person.country else person.organisation
    named = ", ".join(filter(None, (person.name or "(unnamed)", person.role or person.office, party)))
    return named if person.principal else f"{named} (attended)"


def _topic(topic: Topic, names: dict[str, str]) -> str:
    """Describe a topic: its words, its sectors, who raised it."""
    raised = ", ".join(names.get(name, name) for name in topic.raised_by)
    return f"{topic.text} [{', '.join(topic.sectors)}]" + (f" (raised by {raised})" if raised else "")


def _commitment(commitment: Commitment) -> str:
    """Describe a commitment: kind, status, parties, words, day."""
    parties = " → ".join(filter(None, (", ".join(commitment.actors), ", ".join(commitment.recipients))))
    due = f" (due {commitment.due.edtf})" if commitment.due else ""
    facts = ", ".join(filter(None, (commitment.kind, commitment.status, parties)))
    return f"{facts}: {commitment.text}{due}"
