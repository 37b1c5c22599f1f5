"""Dates in the words of press texts, and words that only look like dates."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo.parser.dates import DateKind, DateMention, find_dates
from diplo.parser.document import Document, read_document

WEDNESDAY = dt.date(2021, 6, 16)

WRITTEN = [
    ("They met on Wednesday, November 25, 2020, in Lisbon.", "Wednesday, November 25, 2020 = 2020-11-25"),
    ("Talks were held on 25 November 2020.", "25 November 2020 = 2020-11-25"),
    ("on the 25th of November, 2020", "25th of November, 2020 = 2020-11-25"),
    ("on the 3rd day of September 2021", "3rd day of September 2021 = 2021-09-03"),
    ("They spoke on Nov. 25 about water.", "Nov. 25 = 2021-11-25"),
    ("They spoke on Nov 25,2020 about water.", "Nov 25,2020 = 2020-11-25"),
    ("They spoke on January 5.", "January 5 = 2021-01-05"),
    ("ON 9 DECEMBER 2019", "9 DECEMBER 2019 = 2019-12-09"),
    ("Signed on 9 december 2019 in Bern", "9 december 2019 = 2019-12-09"),
    ("a visit on 5-7 May 2023", "5-7 May 2023 = 2023-05-05/2023-05-07"),
    ("a visit from 10-12 June 2023", "10-12 June 2023 = 2023-06-10/2023-06-12"),
    ("a visit from 10 to 12 June", "10 to 12 June = 2021-06-10/2021-06-12"),
    ("a visit from the 10th to the 12th of June", "10th to the 12th of June = 2021-06-10/2021-06-12"),
    ("May 30 - June 2, 2023", "May 30 - June 2, 2023 = 2023-05-30/2023-06-02"),
    ("from 30 May to 2 June 2023", "30 May to 2 June 2023 = 2023-05-30/2023-06-02"),
    ("in Hobart (27 February-8 March)", "27 February-8 March = 2021-02-27/2021-03-08"),
    ("from 30 December to 2 January 2023", "30 December to 2 January 2023 = 2022-12-30/2023-01-02"),
    ("from December 30 to January 2", "December 30 to January 2 = 2020-12-30/2021-01-02"),
    ("between 3 and 5 May", "3 and 5 May = 2021-05-03/2021-05-05"),
    ("between May 30 and June 2", "May 30 and June 2 = 2021-05-30/2021-06-02"),
    ("rounds on 5, 6 and 7 May 2023", "5, 6 and 7 May 2023 = 2023-05-05/2023-05-07"),
    ("rounds on May 5, 6 and 7, 2023", "May 5, 6 and 7, 2023 = 2023-05-05/2023-05-07"),
    ("on May 5 and June 6 2023", "May 5 = 2021-05-05; June 6 2023 = 2023-06-06"),
    ("from Thursday 11 to Tuesday 16 June", "Thursday 11 to Tuesday 16 June = 2021-06-11/2021-06-16"),
    ("In June 2021 both visited Oslo.", "June 2021 = 2021-06"),
    ("In June both visited Oslo.", "June = 2021-06"),
    ("It was signed in December.", "December = 2020-12"),
    ("It will be signed in January.", "January = 2022-01"),
    ("a summit planned for May", "May = 2022-05"),
    ("in May and June", "May = 2021-05; June = 2021-06"),
    ("January-March 2024", "January-March 2024 = 2024-01/2024-03"),
    ("between May and July 2023", "May and July 2023 = 2023-05/2023-07"),
    ("in May last year", "May last year = 2020-05"),
    ("on 4 January this year", "4 January this year = 2021-01-04"),
    ("during his March 2020 visit", "March 2020 = 2020-03"),
    ("during her July trip", "July = 2021-07"),
    ("on 2021-06-15 and 2021/06/16", "2021-06-15 = 2021-06-15; 2021/06/16 = 2021-06-16"),
    ("15/06/2021 or 15.06.2021 or 15-06-2021", "15/06/2021; 15.06.2021; 15-06-2021 = 2021-06-15"),
    ("06/15/2021", "06/15/2021 = 2021-06-15"),
    ("25-Nov-2020", "25-Nov-2020 = 2020-11-25"),
    ("25/11/20", "25/11/20 = 2020-11-25"),
    ("on Tuesday (16 Jan.) in Doha", "Tuesday (16 Jan.) = 2021-01-16"),
    ("on 16 June 2021 (Wednesday) at noon", "16 June 2021 (Wednesday) = 2021-06-16"),
    ("on Monday, 16 June 2021", "Monday, 16 June 2021 = 2021-06-16"),
    ("February 29, 2021 and February 31, 2021", "February 29, 2021 = ?; February 31, 2021 = ?"),
    ("31/02/2021", "31/02/2021 = ?"),
    ("last seen on 29 February", "29 February = 2020-02-29"),
]
YEARS = [
    ("During 2021 they met often.", "2021 = 2021"),
    ("Since 2009, trade has doubled; ties date from 1980.", "2009 = 2009; 1980 = 1980"),
    ("in 2019, 2020 and 2021", "2019 = 2019; 2020 = 2020; 2021 = 2021"),
    ("the programme for 2024-2025", "2024-2025 = 2024/2025"),
    ("in 2010-11", "2010-11 = 2010/2011"),
    ("between 2021 and 2025", "2021 and 2025 = 2021/2025"),
    ("membership in 2013/2014", "2013/2014 = 2013/2014"),
    ("in the year 2022", "2022 = 2022"),
    ("early 2024, mid-2025, end-2026", "early 2024 = 2024; mid-2025 = 2025; end-2026 = 2026"),
    ("the resolution of 2006", "2006 = 2006"),
    ("in 2021 ministers met", "2021 = 2021"),
]
PARTS = [
    ("in the first half of 2024", "first half of 2024 = 2024-01/2024-06"),
    ("the second quarter of 2025", "second quarter of 2025 = 2025-04/2025-06"),
    ("in the third quarter", "third quarter = 2021-07/2021-09"),
    ("the last quarter of next year", "last quarter of next year = 2022-10/2022-12"),
    ("Q3 2024 or H1 of next year", "Q3 2024 = 2024-07/2024-09; H1 of next year = 2022-01/2022-06"),
    ("the second half of June", "second half of June = 2021-06-16/2021-06-30"),
    ("in the first week of July", "first week of July = 2021-07-01/2021-07-07"),
    ("in the last week of May 2022", "last week of May 2022 = 2022-05-25/2022-05-31"),
    ("in the summer of 2024", "summer of 2024 = 2024-06/2024-08"),
    ("in winter 2024", "winter 2024 = 2024-12/2025-02"),
    ("elections will be held in the autumn", "autumn = 2021-09/2021-11"),
    ("last summer and next spring", "last summer = 2020-06/2020-08; next spring = 2022-03/2022-05"),
    ("in mid-June 2024 and late December", "mid-June 2024 = 2024-06; late December = 2020-12"),
    ("at the end of this month", "end of this month = 2021-06"),
    ("at the beginning of the year", "beginning of the year = 2021"),
    ("early next year", "early next year = 2022"),
    ("later in 2024", "later in 2024 = 2024"),
    ("later this year", "later this year = 2021"),
]
RELATIVE = [
    ("Today, the two met.", "Today = 2021-06-16"),
    ("met today (07) in Kandy", "today (07) = 2021-06-07"),
    ("met this afternoon (29) in Kandy", "this afternoon (29) = 2021-06-29"),
    ("met last evening (11) in Kandy", "last evening (11) = 2021-06-11"),
    ("this morning, tonight", "this morning = 2021-06-16; tonight = 2021-06-16"),
    ("yesterday or last night", "yesterday = 2021-06-15; last night = 2021-06-15"),
    ("Leaders To Meet Tomorrow", "Tomorrow = 2021-06-17"),
    ("tomorrow evening (April 4)", "tomorrow evening (April 4) = 2021-04-04"),
    ("today, Thursday, 17 June 2021", "today, Thursday, 17 June 2021 = 2021-06-17"),
    ("he arrived today, Thursday, for talks", "today, Thursday = 2021-06-17"),
    ("later today; earlier this morning", "later today = 2021-06-16; earlier this morning = 2021-06-16"),
    ("the day before yesterday", "day before yesterday = 2021-06-14"),
    ("the day after tomorrow", "day after tomorrow = 2021-06-18"),
    ("received him on Sunday", "Sunday = 2021-06-13"),
    ("received him on Wednesday", "Wednesday = 2021-06-16"),
    ("will receive him on Sunday", "Sunday = 2021-06-20"),
    ("on Sunday (12)", "Sunday (12) = 2021-06-12"),
    ("next Sunday; last Wednesday", "next Sunday = 2021-06-20; last Wednesday = 2021-06-09"),
    (
        "this coming Friday; this past Sunday",
        "this coming Friday = 2021-06-18; this past Sunday = 2021-06-13",
    ),
    ("this Monday", "this Monday = 2021-06-14"),
    ("on Tuesday of next week", "Tuesday of next week = 2021-06-22"),
    ("last week", "last week = 2021-06-07/2021-06-13"),
    ("next week's summit", "next week = 2021-06-21/2021-06-27"),
    ("this weekend", "this weekend = 2021-06-19/2021-06-20"),
    ("next month; this year; last year", "next month = 2021-07; this year = 2021; last year = 2020"),
    ("next June; last June", "next June = 2022-06; last June = 2020-06"),
    ("the 12th of this month", "12th of this month = 2021-06-12"),
    ("on the 12th, they met", "12th = 2021-06-12"),
    ("two weeks ago", "two weeks ago = 2021-05-31/2021-06-06"),
    ("They will meet in two weeks.", "in two weeks = 2021-06-28/2021-07-04"),
    ("over the next three years", "next three years = 2021-06-16/2024-06-16"),
]
DEADLINES = [
    ("by the end of the year", "by the end of the year = 2021"),
    ("by the end of the year 2022", "by the end of the year 2022 = 2022"),
    ("by the end of 2022", "by the end of 2022 = 2022"),
    ("by the end of March", "by the end of March = 2022-03"),
    ("by year-end", "by year-end = 2021"),
    ("before 1 October 2021", "before 1 October 2021 = 2021-10-01"),
    ("no later than the end of September", "no later than the end of September = 2021-09"),
    ("prior to 5 July", "prior to 5 July = 2021-07-05"),
    ("until February", "until February = 2022-02"),
    ("by Friday", "by Friday = 2021-06-18"),
    ("within 90 days", "within 90 days = 2021-06-16/2021-09-14"),
    ("within the next two weeks", "within the next two weeks = 2021-06-16/2021-06-30"),
    ("within six to nine months", "within six to nine months = 2021-06-16/2022-03-16"),
    ("within 48 hours", "within 48 hours = 2021-06-16/2021-06-18"),
    ("within 30 days of the signing", "within 30 days = ?"),
]
HIJRI = [
    ("on Safar 12, 1444 H, September 8, 2022", "Safar 12, 1444 H, September 8, 2022 = 2022-09-08"),
    (
        "12 Safar 1444 AH corresponding to 8 September 2022",
        "12 Safar 1444 AH corresponding to 8 September 2022 = 2022-09-08",
    ),
    ("8 September 2022 (12 Safar 1444 H)", "8 September 2022 (12 Safar 1444 H) = 2022-09-08"),
    (
        "Monday 15 Rajab 1443 AH, 14 February 2022",
        "Monday 15 Rajab 1443 AH, 14 February 2022 = 2022-02-14",
    ),
    ("on Sunday, 2 Dhu al-Qadah 1442", "Sunday, 2 Dhu al-Qadah 1442 = 2021-06-13"),
    ("on 12/02/1444 and 1444/02/13 AH", "12/02/1444 = ?; 1444/02/13 AH = ?"),
    ("the pilgrimage of 1444 AH", "1444 AH = ?"),
]
FOUND = [*WRITTEN, *YEARS, *PARTS, *RELATIVE, *DEADLINES, *HIJRI]

NOTHING = [
    "The talks began at 3:30 p.m. and lasted for approximately 40 minutes, until 15:00 hours.",
    "a two-day visit under a three-year programme, after the past four years and 25 years of ties",
    "the 60th anniversary, the 5th Joint Committee Meeting, the 77th session, the 21st century",
    "over 4,000 Afghans, 2,030 schools, $2000 and $100 million",
    "Resolution 2254, Vision 2030, Agenda 2063, COP28, F-35, article 1996, page 2000, Expo 2020",
    "Vision 2021-2030 and the 2024-2026 Action Plan",
    "the goals of 2030 Agenda",
    "a force of 2000 troops, for 2000 families and in 2000 villages",
    "at 2030 hours, by 2030 GMT",
    "the 2023 summit and the 1951 Convention",
    "Teams will meet in the coming months, over the coming days, and shortly.",
    "over the last year, in the last month, in the next few weeks",
    "the first visit in ten years, and trade has doubled in two years",
    "once in a month, in two days of talks",
    "the Sunday Times, Easter Sunday, the Good Friday Agreement, Friday prayers",
    "every Friday, on Fridays, each Monday",
    "Helena May said that they may march on; May told March so.",
    "an august body, a long march, a statement by August Weber to April Jones",
    "with Jan Novak, Mar Elias and Dec Byrne",
    "in today's world and today's challenges",
    "the fall of the wall, the Winter Olympics, the spring in his step",
    "the first half of the meeting, by the end of the visit, by the end of the day",
    "on the 5th floor, ranked the 12th among peers",
    "the month of Ramadan, greetings for Ramadan",
    "paths such as releases/2024/06/17/fact",
    "day 99, 0 May 2021x, 45 May and May 45",
    "version 1.2.3, 10.20.30.40, section 1/2/3",
    "this is next to the last of the current ones",
    "three days later, a short while ago, many years ago",
]


def words_and_days(
    text: str, published: dt.date | None = WEDNESDAY
) -> tuple[Document, tuple[DateMention, ...], list[tuple[str, str]]]:
    """Return the dates of a text, and each of them as its words and its days."""
    document = read_document(text)
    mentions = find_dates(document, published)
    shown = [
        (document.phrase(each.first, each.last), each.period.edtf if each.period else "?")
        for each in mentions
    ]
    return document, mentions, shown


def as_written(expected: str) -> list[tuple[str, str]]:
    """Read "a = 2021; b; c = 2022" of the tables above: words without days share those of the next."""
    pairs: list[tuple[str, str]] = []
    days = ""
    for part in reversed(expected.split("; ")):
        words, equals, written = part.partition(" = ")
        days = written if equals else days
        pairs.append((words, days))
    return pairs[::-1]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_dates_are_found_with_their_days(text: str, expected: str) -> None:
    """The words of each date and its days are what a reader would take them for."""
    assert words_and_days(text)[2] == as_written(expected)


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    """Names, counts, durations and clock times give no date."""
    assert words_and_days(text)[2] == []


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_the_span_of_a_period_covers_its_words(text: str, expected: str) -> None:
    """A resolved date knows where it stands in the text."""
    document, mentions, _ = words_and_days(text)
    assert len(mentions) == len(as_written(expected))
    for each in mentions:
        if each.period is not None:
            assert each.period.span == document.span(each.first, each.last)


@pytest.mark.parametrize(("text", "_expected"), DEADLINES)
def test_a_deadline_includes_the_word_that_sets_it(text: str, _expected: str) -> None:
    """Words such as "by" and "within" make a deadline and belong to its words."""
    (mention,) = words_and_days(text)[1]
    assert mention.deadline
    assert mention.first == 0


@pytest.mark.parametrize("text", ["on 5 May", "in June", "homes destroyed by the April 2007 earthquake"])
def test_other_dates_set_no_deadline(text: str) -> None:
    """A plain date, and a date that only qualifies who did something, are no limit."""
    (mention,) = words_and_days(text)[1]
    assert not mention.deadline


@pytest.mark.parametrize(
    "text",
    [
        "Talks in Tunis\n\nTUNIS, 3 May 2023 (XNA) -- The minister said",
        "Tunis: 3 May 2023: The minister said",
        "(Tunis, 3 May 2023) The minister said",
        "Riyadh, Ramadan 3, 1445 H, March 13, 2024, XNA -- The minister said",
        "Washington, D.C., 3 May 2023\nThe minister said",
        "The minister said\n\n5 AUGUST 2024",
        "Date: 05/08/2024",
        "Published on 5 May 2023, 14:30",
        "The minister said so. (Harare/September 13/2025)",
    ],
)
def test_datelines_and_letterheads_are_marked(text: str) -> None:
    """A date over a text is told from one inside it."""
    (mention,) = words_and_days(text)[1]
    assert mention.dateline


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May 2023 the minister said",
        "The Minister arrived in Tunis, 3 May 2023 - a first visit",
        "The two ministers met in Tunis on 3 May 2023",
    ],
)
def test_dates_inside_a_sentence_are_no_datelines(text: str) -> None:
    """A date that a sentence holds says when something happened."""
    (mention,) = words_and_days(text)[1]
    assert not mention.dateline


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("on 5 May", DateKind.DAY),
        ("from 5 to 7 May", DateKind.RANGE),
        ("within 90 days", DateKind.RANGE),
        ("next week", DateKind.WEEK),
        ("in June", DateKind.MONTH),
        ("in the summer of 2024", DateKind.PART_OF_YEAR),
        ("the first half of 2024", DateKind.PART_OF_YEAR),
        ("in 2024", DateKind.YEAR),
    ],
)
def test_a_date_knows_how_much_it_covers(text: str, kind: DateKind) -> None:
    """The kind is that of the words, not of the days: "next week" is a week."""
    (mention,) = words_and_days(text)[1]
    assert mention.kind is kind


def test_only_what_the_anchor_decides_is_relative() -> None:
    """A date with its year stands by itself, one without is counted from the anchor."""
    _, mentions, _ = words_and_days("on 5 May 2021, on 6 May, in 2022, and today")
    assert [each.relative for each in mentions] == [False, True, False, True]


@pytest.mark.parametrize(
    ("text", "today"),
    [
        ("TUNIS, 3 May 2023 (XNA) -- They met today, as on 1 April 2020.", "2023-05-03"),
        ("They met today.\n\n5 AUGUST 2024", "2024-08-05"),
        ("Call of 2 May 2022\n\nThey met today, as on 1 April 2020.", "2020-04-01"),
        ("Call of 2 May 2022\n\nThey met today.", "2022-05-02"),
        ("They met today, as on 1 April and in 2020.", "?"),
    ],
)
def test_without_a_day_of_publication_the_text_gives_the_anchor(text: str, today: str) -> None:
    """The dateline comes first, then the first full date of the body, then that of the headline."""
    assert ("today", today) in words_and_days(text, None)[2]


def test_the_day_of_publication_goes_before_the_dateline() -> None:
    """What the caller knows is the anchor."""
    shown = words_and_days("TUNIS, 3 May 2023 (XNA) -- They met today.", dt.date(2023, 5, 4))[2]
    assert shown == [("3 May 2023", "2023-05-03"), ("today", "2023-05-04")]


def test_dates_do_not_reach_over_a_paragraph() -> None:
    """A day at the end of a line and a month at the start of the next are two things."""
    assert words_and_days("The list ends with 5\n\nMay 2020 was busy")[2] == [("May 2020", "2020-05")]


@pytest.mark.parametrize("published", [dt.date.min, dt.date.max])
def test_the_ends_of_the_calendar_raise_nothing(published: dt.date) -> None:
    """Days before the first or after the last one there is are not resolved."""
    for text, _ in FOUND:
        for each in words_and_days(text, published)[1]:
            assert each.period is None or each.period.start <= each.period.end


@given(
    st.lists(
        st.one_of(
            st.sampled_from(sorted({word for text, _ in FOUND for word in text.split()})),
            st.sampled_from(
                [",", "-", "/", "(", ")", "of", "the", "by", "in", "\n\n", "0", "99", "9999", "²"]
            ),
            st.text(max_size=8),
        ),
        max_size=40,
    ),
    st.one_of(st.none(), st.dates()),
)
def test_any_text_gives_dates_in_order_and_in_range(parts: list[str], published: dt.date | None) -> None:
    """Nothing raises; the dates stand one after the other inside the text."""
    document, mentions, _ = words_and_days(" ".join(parts), published)
    last = 0
    for each in mentions:
        assert last <= each.first < each.last <= len(document.words)
        last = each.last


@pytest.mark.parametrize(
    "unit", ["early ", "1, 2, 3, ", "May 5 - ", "today, Sunday, ", "first half of ", "by the "]
)
def test_time_is_linear_in_the_length_of_the_text(unit: str) -> None:
    """Words that begin a date again and again do not make the reading of each of them longer."""
    short, long = (read_document(unit * count) for count in (500, 5000))

    def took(document: Document) -> float:
        start = time.process_time()
        find_dates(document, WEDNESDAY)
        return time.process_time() - start

    assert min(took(long) for _ in range(3)) < 40 * min(took(short) for _ in range(3)) + 0.01


def test_dateutil_loads_with_the_first_date_only() -> None:
    """Importing the stage stays light."""
    command = "import sys, diplo.parser.dates; sys.exit('dateutil' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", command], check=False).returncode == 0
