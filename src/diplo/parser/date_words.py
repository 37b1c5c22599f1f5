"""The words of the calendar and of the clock, in the form in which a text is searched."""

from __future__ import annotations

from typing import Final


def _ordinal(number: int) -> str:
    """Return "1st", "2nd", "11th"."""
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


LONG_MONTHS: Final = {
    name: number
    for number, name in enumerate(
        """january february march april may june july august september october november december""".split(), 1
    )
}
SHORT_MONTHS: Final = {name[:3]: number for name, number in LONG_MONTHS.items() if len(name) > 3} | {
    "sept": 9
}
MONTHS: Final = LONG_MONTHS | SHORT_MONTHS
JOINED_MONTHS: Final = {
    f"{first}-{last}": (MONTHS[first], MONTHS[last]) for first in MONTHS for last in MONTHS
}
VERB_OR_NAME: Final = frozenset({"may", "march"})

LONG_WEEKDAYS: Final = {
    name: number
    for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
SHORT_WEEKDAYS: Final = {name[:3]: number for name, number in LONG_WEEKDAYS.items()} | {
    "tues": 1,
    "thur": 3,
    "thurs": 3,
}
WEEKDAYS: Final = LONG_WEEKDAYS | SHORT_WEEKDAYS
NAMED_WEEKDAYS: Final = frozenset("ash bloody black cyber easter fat good holy maundy palm super".split())
AFTER_WEEKDAY_NAMES: Final = frozenset(
    "express herald mail mirror mosque prayer prayers sermon telegraph times".split()
)
HABITS: Final = frozenset({"all", "any", "each", "every", "most"})

DAYS: Final = (
    {str(day): day for day in range(1, 32)}
    | {f"{day:02}": day for day in range(1, 10)}
    | {_ordinal(day): day for day in range(1, 32)}
    | {f"0{_ordinal(day)}": day for day in range(1, 10)}
)
ORDINAL_DAYS: Final = {_ordinal(day): day for day in range(1, 32)}
YEARS: Final = {str(year): year for year in range(1900, 2101)}

_NUMBER_WORDS: Final = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen twenty""".split()
_ROUND_NUMBERS: Final = {"thirty": 30, "forty": 40, "forty-five": 45, "fifty": 50, "sixty": 60, "ninety": 90}
NUMBERS: Final = (
    {str(number): number for number in range(1, 1000)}
    | {word: number for number, word in enumerate(_NUMBER_WORDS, 1)}
    | _ROUND_NUMBERS
    | {"a": 1, "an": 1}
)
RANKS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
LAST_RANKS: Final = frozenset({"last", "final"})
NUMBERED_PARTS: Final = {
    f"{part}{rank}": (part, rank) for part, most in (("q", 4), ("h", 2)) for rank in range(1, most + 1)
}

UNITS: Final = {
    form: unit for unit in ("hour", "day", "week", "month", "year", "quarter") for form in (unit, f"{unit}s")
}
SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
RELATIVE_DAYS: Final = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
DAY_PARTS: Final = frozenset("morning noon midday afternoon evening night".split())
SHIFTS: Final = {"this": 0, "current": 0, "last": -1, "previous": -1, "next": 1}
QUALIFIERS: Final = frozenset(
    "beginning close conclusion earlier early end later late mid middle outset start".split()
)
QUALIFIED_MONTHS: Final = {
    f"{word}-{month}": number for word in ("early", "mid", "late", "end") for month, number in MONTHS.items()
}
QUALIFIED_YEARS: Final = {
    f"{word}-{name}": year for word in ("early", "mid", "late", "end") for name, year in YEARS.items()
}

DASHES: Final = frozenset("-–—")
TO: Final = DASHES | {"to", "until", "till", "through", "thru"}
DAY_JOINERS: Final = TO | {"and", "&", "/"}
DEADLINES: Final = frozenset({"before", "by", "until", "till", "within"})
BEFORE_MONTH: Final = frozenset(
    """after before between by during early end ending for from in late mid of since start starting through
    throughout till to until""".split()
)
WEAK_BEFORE_MONTH: Final = frozenset({"by", "for", "from", "of", "to"})
OWNERS_OF_MONTHS: Final = frozenset("'s her his its our the their".split())
NAME_BEFORE_MONTH: Final = frozenset({"for", "from", "to"})
BEFORE_YEAR: Final = frozenset(
    """after before between beyond by during early end ending for from fy in into late mid of period since
    start starting through throughout till timeframe to until year years""".split()
)
WEAK_BEFORE_YEAR: Final = frozenset({"after", "before", "by", "for", "from", "of", "to"})
NAME_BEFORE_YEAR: Final = frozenset({"for", "from", "of", "to"})
AFTER_DAY: Final = frozenset(
    """after and as at before by during for from here in inclusive into last local next of on or this to under
    when where which while with""".split()
)
NO_PLURAL: Final = frozenset("as does has is its overseas perhaps plus this thus towards was".split())
COUNTED: Final = frozenset(
    "% billion children hrs km men million mw people per percent personnel police staff women".split()
)
CLOCKS: Final = frozenset("am a.m. gmt hours hrs p.m. pm utc".split())
TODAY_AS_AGE: Final = frozenset(
    """age challenges climate context environment era geopolitical global landscape reality security society
    strategic world""".split()
)

AHEAD: Final = frozenset(
    "expected forthcoming planned planning plans scheduled shall slated upcoming will would".split()
)
BEHIND: Final = frozenset("following had was were".split())
ASIDE: Final = frozenset("after during has have said since told".split())

HIJRI_MONTHS: Final = frozenset(
    """dhu dhul dhul-hijja dhul-hijjah dhul-qa'dah dhul-qadah dhul-qi'dah jamada jumad jumada jumadi muharram
    rabi rabi' rabia rajab ramadan ramadhan ramazan safar sha'aban sha'ban shaaban shaban shawal shawwal
    thul thul-hijjah thul-qadah thul-qi'dah zilhaj zul-hijjah""".split()
)
HIJRI_TAILS: Final = frozenset(
    """' - al al-akhar al-akhir al-akhira al-akhirah al-awal al-awwal al-hijja al-hijjah al-oula al-qa'dah
    al-qadah al-qaeda al-qi'dah al-qida al-thani al-ukhra al-ula ath-thani awal awwal hijjah i ii qadah
    qi'dah thani ul ula ’""".split()
)
HIJRI_ERAS: Final = frozenset({"h", "ah", "a.h.", "hijri"})
HIJRI_YEARS: Final = frozenset(f"{year}{era}" for year in range(1300, 1500) for era in ("", "h", "ah"))
LINKS: Final = frozenset("( , / - – corresponding equivalent i.e. to".split())

DATE_LINE_WORDS: Final = frozenset(
    """a.m. am cest cet date dated edt ends est for gmt immediate issued no of on p.m. pm posted press
    published release released statement time updated utc""".split()
)
