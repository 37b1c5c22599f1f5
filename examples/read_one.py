"""Read one text and print what it says."""

from __future__ import annotations

import datetime as dt

import diplo

TEXT = """Foreign Minister Lima Receives Her Kenyan Counterpart

Foreign Minister Ana Lima of Portugal received her Kenyan counterpart, Peter Otieno, in Lisbon today.
The two ministers discussed renewable energy, maritime security and the situation in the Sahel.
They agreed to sign a memorandum of understanding on ports in June 2024.
Minister Otieno invited Minister Lima to visit Nairobi.
"""


def main() -> None:
    """Print who met, when and where, on what, and what was undertaken."""
    meeting = diplo.parse(TEXT, published=dt.date(2024, 3, 12))

    for person in meeting.participants:
        country = person.country.name if person.country else person.organisation
        print(f"who:    {person.name}, {person.office}, {country}")
    if meeting.period:
        print(f"when:   {meeting.period.edtf}")
    if meeting.place:
        print(f"where:  {meeting.place.city}")
    for topic in meeting.topics:
        print(f"topic:  {topic.text} ({', '.join(topic.sectors)})")
    for commitment in meeting.commitments:
        due = f", due {commitment.due.edtf}" if commitment.due else ""
        print(f"{commitment.kind}: {commitment.text}{due}")


if __name__ == "__main__":
    main()
