"""What was talked about, in the shortest words that name it."""

from __future__ import annotations

import pytest

import diplo

OPENING = (
    "Foreign Minister Ana Serra of Portugal met today with her Chilean counterpart, Foreign Minister "
    "Pedro Rojas, in Lisbon. "
)


def topics(text: str) -> list[str]:
    """Return the topics behind a common opening."""
    return [topic.text for topic in diplo.parse(OPENING + text).topics]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They discussed trade, energy security and the drought.", ["trade", "energy security", "drought"]),
        (
            "They discussed political, economic and commercial relations.",
            ["political, economic and commercial relations"],
        ),
        ("They discussed efforts to strengthen port security.", ["port security"]),
        (
            "They discussed a range of issues, including whaling and the law of the sea.",
            ["whaling", "law of the sea"],
        ),
        (
            "They discussed cooperation in the mining, timber and dairy sectors.",
            ["cooperation in the mining, timber and dairy sectors"],
        ),
        ("They reviewed Portugal's efforts to combat forest fires in October.", ["forest fires"]),
        (
            "They discussed the provision of tents, blankets, and other supplies.",
            ["provision of tents, blankets, and other supplies"],
        ),
        (
            "They discussed the agreements reached during the visit of the President to Santiago.",
            ["agreements reached during the visit of the President to Santiago"],
        ),
        (
            "Minister Serra thanked Chile for the rescue of Portuguese sailors.",
            ["rescue of Portuguese sailors"],
        ),
        ("Minister Serra stressed that whaling threatens the ocean.", ["whaling"]),
        ("Minister Serra said that Portugal supports the ban on whaling.", ["ban on whaling"]),
        ("Minister Serra stated that her country would open a maritime academy.", ["maritime academy"]),
        ("Minister Serra urged Chile to protect the blue whale.", ["blue whale"]),
        ("They talked about how the two navies can share sonar data.", ["sonar data"]),
        ("They discussed the need for the neighbouring states to ban drift nets.", ["drift nets"]),
        (
            "The two ministers signed a memorandum of understanding on lighthouse maintenance.",
            ["lighthouse maintenance"],
        ),
        ("They discussed whaling. Minister Rojas raised whaling again.", ["whaling"]),
        (
            "Minister Serra congratulated Minister Rojas on the clearance of the minefields.",
            ["clearance of the minefields"],
        ),
    ],
)
def test_topics(text: str, wanted: list[str]) -> None:
    """A topic is cut to what names it, and a list is split where each part is a thing."""
    assert topics(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "They discussed a number of issues of mutual interest.",
        "Minister Serra congratulated Minister Rojas on his appointment.",
        "Minister Serra thanked Minister Rojas for his warm hospitality.",
        "Minister Serra invited Minister Rojas to visit Porto.",
        "Minister Serra conveyed the greetings of the President.",
        "They agreed to remain in close contact.",
        "Trade between the two countries has doubled.",
    ],
)
def test_no_topics(text: str) -> None:
    """Courtesies, empty words and what the author tells are no topics."""
    assert topics(text) == []


def test_a_topic_belongs_to_who_raised_it() -> None:
    """What one side alone brings up is raised by it, what both discuss by nobody."""
    meeting = diplo.parse(OPENING + "They discussed trade. Minister Rojas, in turn, raised visas.")
    names = {person.id: person.name for person in meeting.participants}

    assert [[names[i] for i in topic.raised_by] for topic in meeting.topics] == [[], ["Pedro Rojas"]]
