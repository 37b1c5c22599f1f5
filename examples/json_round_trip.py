"""Keep readings as JSON, and ask them later without the texts being parsed again.

python examples/json_round_trip.py [FILE]
"""

from __future__ import annotations

import sys
from pathlib import Path

import diplo

CALL = """President Ana Lima of Portugal spoke by phone with President Peter Otieno of Kenya on 4 May 2024.
The two presidents discussed food security and debt relief."""
VISIT = """President Ana Lima of Portugal met President Mariam Sow of Senegal in Dakar on 9 May 2024.
They discussed fisheries and agreed to open a joint research centre in 2025."""


def main(file: str = "build/meetings.json") -> None:
    """Write two meetings to a file, read them back, and filter them."""
    meetings = [diplo.parse(text) for text in (CALL, VISIT)]
    path = Path(file)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(diplo.to_json(meetings, indent=2), encoding="utf-8")

    again = diplo.from_json(path.read_text(encoding="utf-8"))
    print("equal:", again == tuple(meetings))
    for meeting in (again,) if isinstance(again, diplo.Meeting) else again:
        if meeting.format is diplo.MeetingFormat.PHONE:
            print("by phone:", ", ".join(topic.text for topic in meeting.topics))
        for commitment in meeting.commitments:
            print("from", commitment.span.start, "on:", commitment.span.of(meeting.source.text))


if __name__ == "__main__":
    main(*sys.argv[1:])
