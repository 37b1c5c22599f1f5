"""What anybody undertakes to do, by whom, for whom, by when."""

from __future__ import annotations

import datetime as dt

import pytest

import diplo

OPENING = (
    "Foreign Minister Ana Serra of Portugal met today with her Chilean counterpart, Foreign Minister "
    "Pedro Rojas, in Lisbon. "
)
DAY = dt.date(2021, 5, 3)


def commitments(text: str) -> list[tuple[str, str, str, str | None]]:
    """Return kind, actors, recipients and due date of each commitment behind a common opening."""
    meeting = diplo.parse(OPENING + text, published=DAY)
    return [
        (str(c.kind), ",".join(c.actors), ",".join(c.recipients), c.due.edtf if c.due else None)
        for c in meeting.commitments
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They agreed to open a ferry line by the end of the year.", [("agreement", "PT,CL", "", "2021")]),
        ("They agreed to share charts and to train pilots.", [("agreement", "PT,CL", "", None)] * 2),
        ("It was agreed to set up a joint fund.", [("agreement", "PT,CL", "", None)]),
        ("Minister Serra pledged to send two icebreakers in 2022.", [("pledge", "PT", "CL", "2022")]),
        ("Minister Rojas announced that Chile will donate ten boats.", [("pledge", "CL", "PT", None)]),
        (
            "Minister Rojas said that Chile would build a pier, and would dredge the port.",
            [("pledge", "CL", "PT", None)] * 2,
        ),
        ("Minister Serra expressed Portugal's readiness to train pilots.", [("pledge", "PT", "CL", None)]),
        (
            "Minister Serra expressed the willingness of Portugal to host the archive.",
            [("pledge", "PT", "CL", None)],
        ),
        ("Minister Rojas offered to lend a ship.", [("offer", "CL", "PT", None)]),
        ("Minister Serra invited Minister Rojas to visit Porto.", [("invitation", "PT", "CL", None)]),
        ("They agreed to meet again in 2022.", [("plan", "PT,CL", "", "2022")]),
        ("The next session of the committee will be held in 2022.", [("plan", "PT,CL", "", "2022")]),
        ("The two ministers instructed their teams to draft a treaty.", [("agreement", "PT,CL", "", None)]),
    ],
)
def test_commitments(text: str, wanted: list[tuple[str, str, str, str | None]]) -> None:
    """An undertaking has its kind, its parties and the date by which it is due."""
    assert commitments(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Minister Serra urged Chile to ratify the convention.",
        "Minister Serra hoped that Chile would ratify the convention.",
        "Minister Serra refused to sell the ships.",
        "Chile did not agree to share charts.",
        "They agreed on the importance of lighthouses.",
        "Minister Serra reaffirmed the commitment to deepening relations.",
        "They had agreed to share charts in 2015.",
        "Minister Serra said that this treaty will strengthen the friendship of both peoples.",
        "They praised the plan of the commission.",
    ],
)
def test_no_commitments(text: str) -> None:
    """Requests, wishes, refusals, opinions and effects are no commitments."""
    assert commitments(text) == []


def test_signed_instruments_are_counted() -> None:
    """A signature is an agreement that is concluded, with the number of its instruments."""
    (signed,) = diplo.parse(OPENING + "The two ministers signed three agreements on ports.").commitments

    assert (signed.count, str(signed.status), signed.actors) == (3, "concluded", ("PT", "CL"))


def test_a_list_of_another_mark_is_not_part_of_an_undertaking() -> None:
    """The list behind a colon ends where the paragraphs are marked in another way."""
    text = (
        "Two documents were signed:\n(i) Treaty on ports;\n(ii) Treaty on charts.\n\n"
        "4. Minister Rojas visited Porto."
    )
    (signed,) = diplo.parse(OPENING + "\n\n" + text).commitments

    assert signed.text.endswith("Treaty on charts")
