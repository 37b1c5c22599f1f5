"""The tables of matches, comparisons and lives of undertakings, and what every column holds."""

from __future__ import annotations

from diplo.comparison import Aspect, Outcome, Part, Section
from diplo.formats.cells import Kind
from diplo.formats.datapackage import Package
from diplo.formats.nested import Level
from diplo.formats.tables import Column, Table, known_column, period_columns, text_column
from diplo.life import Turn


def _number(name: str, of: str) -> Column:
    """Return a column with the number of a row in a list."""
    return Column(
        name, Kind.INTEGER, f"The number of the {of}, from 1 in the list that holds it.", required=True
    )


def _likeness(path: str, description: str, *, required: bool = True) -> Column:
    """Return a column of a measure between 0 and 1."""
    return Column(path, Kind.NUMBER, f"{description}, from 0 to 1.", required)


def _words(path: str, of: str, *, required: bool = False) -> tuple[Column, ...]:
    """Return the four columns of what a record says."""
    return (
        Column(f"{path}.text", Kind.TEXT, f"The words of {of}.", required),
        text_column(f"{path}.value", f"What {of} was read as, where that is shorter or clearer."),
        text_column(f"{path}.id", f"The person, topic, commitment or statement of {of}."),
        Column(f"{path}.spans", Kind.SPANS, f"Where the words of {of} stand in its source text."),
    )


def _pair(path: str) -> tuple[Column, ...]:
    """Return the columns of two records held against one another."""
    return (
        known_column(f"{path}a", "The id of the first record."),
        known_column(f"{path}b", "The id of the second record."),
        _likeness(f"{path}score", "The product of the four parts"),
        _likeness(f"{path}people", "How far those who met are the same"),
        _likeness(f"{path}date", "How far the days agree"),
        _likeness(f"{path}place", "How far the places agree"),
        _likeness(f"{path}format", "How far the formats agree"),
    )


def _side(path: str, of: str) -> tuple[Column, ...]:
    """Return the columns that tell whose record it is."""
    return (
        known_column(f"{path}.meeting_id", f"The id of {of}."),
        text_column(f"{path}.title", f"The headline of {of}."),
        text_column(f"{path}.issuer", f"The publisher of {of}."),
        Column(f"{path}.published", Kind.DATE, f"The day of publication of {of}."),
        text_column(f"{path}.url", f"The address of {of}."),
    )


def _table(name: str, description: str, numbers: tuple[str, ...], *columns: Column) -> Table:
    """Return a table whose rows are told apart by the numbers of their holders and their own."""
    first = (_number(column, column.replace("_", " ")) for column in numbers)
    return Table(name, description, (*first, *columns), numbers)


_FIRST, _SECOND = "the first record", "the second record"
_BOTH = (*_words("a", _FIRST), *_words("b", _SECOND))
_EVIDENCE = (
    known_column("part", "What of the records is held against one another.", Part),
    _likeness("likeness", "How alike the two are in this"),
    *_BOTH,
)
_MATCHES = _table(
    "matches",
    "Records that report the same encounter.",
    ("match",),
    Column("meetings", Kind.LIST, "The ids of the records, two or more."),
)
_PAIRS = _table("pairs", "Why two records belong together.", ("match", "pair"), *_pair(""))
_PAIR_EVIDENCE = _table("pair_evidence", "What a pair rests on.", ("match", "pair", "evidence"), *_EVIDENCE)
_COMPARISONS = _table(
    "comparisons",
    "Two records laid side by side.",
    ("comparison",),
    *_side("a", _FIRST),
    *_side("b", _SECOND),
    *_pair("pair."),
)
_COMPARISON_EVIDENCE = _table(
    "comparison_evidence",
    "Whether two records that are compared report the same encounter.",
    ("comparison", "evidence"),
    *_EVIDENCE,
)
_ROWS = _table(
    "rows",
    "Things that one record or both report.",
    ("comparison", "row"),
    known_column("section", "What the row is about.", Section),
    known_column("label", "What it is: date, topic, agreement, urge."),
    known_column("outcome", "Whether both report it, and whether they contradict one another.", Outcome),
    *_BOTH,
    _likeness("likeness", "How alike the words are", required=False),
)
_DIFFERENCES = _table(
    "differences",
    "Aspects of which the two records do not say the same.",
    ("comparison", "row", "difference"),
    known_column("aspect", "What differs.", Aspect),
    text_column("a", "What the first record says of it."),
    text_column("b", "What the second record says of it."),
)
_LIVES = _table(
    "lives",
    "Undertakings, from the first record that reports each to the last.",
    ("life",),
    known_column("id", "The ids of the record and of the commitment with which it begins."),
    Column("actors", Kind.LIST, "Who is to act: ISO 3166-1 alpha-2 codes or names of organisations."),
    Column("recipients", Kind.LIST, "For or towards whom, likewise."),
)
_EVENTS = _table(
    "life_events",
    "Records that speak of an undertaking.",
    ("life", "event"),
    known_column("turn", "What the record does for the undertaking.", Turn),
    Column("date", Kind.DATE, "The first day of the encounter, else that of publication."),
    known_column("meeting_id", "The id of the record."),
    text_column("issuer", "The publisher: an ISO 3166-1 alpha-2 code, or the name of an organisation."),
    *_words("words", "the record", required=True),
    *period_columns("due", "the time by which it is due"),
    Column("count", Kind.INTEGER, "The number of instruments, where one is given."),
)

_WORDS = ("a", "b")
LEVELS = (
    Level(
        _MATCHES,
        ("matches",),
        "match",
        (
            Level(
                _PAIRS,
                ("pairs",),
                "pair",
                (Level(_PAIR_EVIDENCE, ("evidence",), "evidence", optional=_WORDS),),
            ),
        ),
    ),
    Level(
        _COMPARISONS,
        ("comparisons",),
        "comparison",
        (
            Level(_COMPARISON_EVIDENCE, ("pair", "evidence"), "evidence", optional=_WORDS),
            Level(
                _ROWS,
                ("rows",),
                "row",
                (Level(_DIFFERENCES, ("differences",), "difference"),),
                optional=_WORDS,
            ),
        ),
    ),
    Level(_LIVES, ("lives",), "life", (Level(_EVENTS, ("events",), "event"),)),
)
PACKAGE = Package(
    "diplo-collation",
    "Diplomatic meetings, collated",
    "Records that report the same encounter, comparisons of two records, and undertakings followed"
    " over many.",
    (
        *(_MATCHES, _PAIRS, _PAIR_EVIDENCE),
        *(_COMPARISONS, _COMPARISON_EVIDENCE, _ROWS, _DIFFERENCES),
        *(_LIVES, _EVENTS),
    ),
)
