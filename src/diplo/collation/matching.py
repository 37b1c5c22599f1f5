"""Records that report the same encounter, found among many.

Only records that share a day, give or take one, and two parties are held against one another. Where a record
leaves a party open, one party in common is enough, or the first letters of a name. So the work grows with the
number of records and not with its square.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from diplo.collation.evidence import SAME, date_part, hold_together, people_part
from diplo.collation.names import words_of
from diplo.collation.records import Record
from diplo.comparison import Match, Pair
from diplo.model import Meeting

_DAY = dt.timedelta(days=1)
_MOST_PARTIES = 8  # of a conference; who was left out would be found by other pairs of parties
_JOINS = 0.4  # a record joins a group when it is no less alike than this to every record in it


class _Scores(dict[tuple[int, int], Pair]):
    """The pairs that tell something, and any other that is asked for, by the places of two records."""

    def __init__(self, records: Sequence[Record]) -> None:
        """Keep the records."""
        super().__init__()
        self.records = records

    def __missing__(self, key: tuple[int, int]) -> Pair:
        """Hold two more records together."""
        self[key] = hold_together(self.records[key[0]], self.records[key[1]])
        return self[key]


def match(meetings: Iterable[Meeting]) -> tuple[Match, ...]:
    """Group the records that report the same encounter.

    Records of one text report different encounters. Every two records of a group are alike, so that a
    record of a whole visit, with several hosts, stands in a group with the record of each meeting of that
    visit, which are not alike among themselves. A record that has no like stands in no group, nor does one
    that has no day and no day of publication.

    Args:
        meetings: parsed or read back; of several with the same id the first counts.

    Returns:
        The groups, in the order of their first records.

    Raises:
        MissingExtraError: without the extra `collate`.
    """
    by_id: dict[str, Meeting] = {}
    for meeting in meetings:
        by_id.setdefault(meeting.id, meeting)
    records = [Record.of(meeting, key) for key, meeting in enumerate(by_id.values())]
    scores = _Scores(records)
    groups = _groups(records, scores)
    return tuple(_match(records, scores, group) for group in sorted(groups, key=sorted))


def _likely(records: Sequence[Record], scores: _Scores) -> list[tuple[int, int]]:
    """Hold together whatever could be the same; return the pairs that are, the likeliest first."""
    found: list[tuple[float, int, int]] = []
    for i, j in _candidates(records):
        if date_part(records[i], records[j]) * people_part(records[i], records[j])[0] >= SAME:
            score = scores[i, j].score
            if score >= SAME:
                found.append((-score, i, j))
    return [(i, j) for _, i, j in sorted(found)]


def _candidates(records: Sequence[Record]) -> Iterator[tuple[int, int]]:
    """Yield every two records that could report the same encounter, and are of different texts, once."""
    between: dict[tuple[dt.date, str, str], list[int]] = defaultdict(list)
    marked: dict[tuple[dt.date, str], list[int]] = defaultdict(list)
    partial: dict[tuple[dt.date, str], list[int]] = defaultdict(list)
    for record in records:
        couples = list(combinations(sorted(record.parties)[:_MOST_PARTIES], 2))
        marks = _marks(record)
        partners: set[int] = set()
        for day in _days(record, margin=1):
            for mark in marks:
                partners.update((marked if record.partial else partial).get((day, mark), ()))
            for couple in couples:
                partners.update(between.get((day, *couple), ()))
        for day in _days(record):
            for mark in marks:
                marked[day, mark].append(record.key)
                if record.partial:
                    partial[day, mark].append(record.key)
            for couple in couples:
                between[day, *couple].append(record.key)
        for partner in sorted(partners):
            if records[partner].meeting.source.text != record.meeting.source.text:
                yield partner, record.key


def _marks(record: Record) -> frozenset[str]:
    """Return by what a record is found when not both parties are known: one of them, the start of a name."""
    return record.parties | {word[:3] for each in record.principals for word in words_of(each.name or "")}


def _days(record: Record, margin: int = 0) -> Iterator[dt.date]:
    """Yield the days of a record, and some before and after."""
    if record.days:
        first, last = (day.toordinal() for day in record.days)
        for ordinal in range(max(first - margin, 1), min(last + margin, dt.date.max.toordinal()) + 1):
            yield dt.date.fromordinal(ordinal)


def _groups(records: Sequence[Record], scores: _Scores) -> list[set[int]]:
    """Join the likeliest pairs first, as long as all within a group are alike."""
    groups: dict[int, list[set[int]]] = defaultdict(list)
    for i, j in _likely(records, scores):
        if any(j in group for group in groups[i]):
            continue
        if _merged(groups, i, j, scores):
            continue
        for whole, part in ((i, j), (j, i)):
            if _holds_several(records[whole]) and _taken_in(groups, whole, part, scores):
                break
    return list({id(group): group for homes in groups.values() for group in homes}.values())


def _merged(groups: dict[int, list[set[int]]], i: int, j: int, scores: _Scores) -> bool:
    """Make one group of those of two records, where all of them are alike."""
    for one in groups[i] or [{i}]:
        for other in groups[j] or [{j}]:
            if all(_alike(x, y, scores) for x in one for y in other):
                for member in one | other:
                    homes = [group for group in groups[member] if group is not one and group is not other]
                    groups[member] = [*homes, one]
                one.update(other)
                return True
    return False


def _taken_in(groups: dict[int, list[set[int]]], whole: int, part: int, scores: _Scores) -> bool:
    """Let the record of a whole visit stand in one more group."""
    for group in groups[part] or [{part}]:
        if all(_alike(whole, member, scores) for member in group):
            group.add(whole)
            groups[whole].append(group)
            groups[part] = groups[part] or [group]
            return True
    return False


def _alike(x: int, y: int, scores: _Scores) -> bool:
    """Tell whether two records may stand in one group."""
    if x == y:
        return True
    a, b = scores.records[min(x, y)], scores.records[max(x, y)]
    return a.meeting.source.text != b.meeting.source.text and scores[a.key, b.key].score >= _JOINS


def _holds_several(record: Record) -> bool:
    """Tell whether a record may be of a whole visit: of several days, or with several hosts."""
    several_days = record.days is not None and record.dated and record.days[0] < record.days[1]
    return several_days or len(record.principals) > 2


def _match(records: Sequence[Record], scores: _Scores, group: set[int]) -> Match:
    """Return a group with its evidence."""
    members = sorted(group)
    pairs = [scores[pair] for pair in combinations(members, 2)]
    return Match(
        meetings=tuple(records[key].meeting.id for key in members),
        pairs=tuple(sorted(pairs, key=lambda pair: -pair.score)),
    )
