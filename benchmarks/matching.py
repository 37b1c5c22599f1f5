"""How well and how fast `diplo.match` finds the records of one encounter in an invented corpus.

python benchmarks/matching.py [RECORDS] [SEED]

Invented officials of sixty countries meet. Most encounters are reported by two or three publishers, who spell
names in their own way, leave out middle names, countries and days, and are a day apart. The same people meet
again in other weeks, and one visitor meets several hosts on one day. Printed are the pairs found and missed,
precision, recall, F1, and the seconds; 2,000 records unless said otherwise.
"""

from __future__ import annotations

import datetime as dt
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from random import Random

import attrs

import diplo
from diplo.countries import country_rows
from diplo.model import Country, Meeting, MeetingFormat, Office, Participant, Place, Source
from diplo.period import Period

FIRST_DAY = dt.date(2023, 1, 2)
WEEK = 7
STARTS = (
    "Ab Al An Bo Da De El Fa Gu Ha Ho Hu Ib Ja Jo Ka Kha Li Ma Mi Mu Na No Ou Pe Qa Ra Ro Sa Shi Ta Vo Yu Za"
)
MIDDLES = "ba da di fi ge hi kha ko la li ma mi mou na no ra ri ro sa shi ta ti va ya zi"
ENDS = "d dh f i ko l m n ne r s sh t v wi y z"
# What spellings exchange. Some of it the matcher knows of, some not.
SPELLINGS = (
    *(("kh", "h"), ("kh", "k"), ("ou", "u"), ("sh", "sch"), ("q", "k"), ("i", "y"), ("y", "i"), ("w", "v")),
    *(("dh", "d"), ("a", "e"), ("o", "u"), ("z", "s"), ("v", "w"), ("f", "ph"), ("ge", "je"), ("l", "ll")),
    *(("m", "mm"), ("e", "i"), ("s", "ss"), ("t", "th"), ("n", "nn")),
)
OFFICES = (
    *(Office.HEAD_OF_STATE, Office.HEAD_OF_GOVERNMENT, Office.FOREIGN_MINISTER, Office.MINISTER),
    *(Office.MINISTER, Office.MINISTER, Office.MINISTER, Office.DEPUTY_MINISTER, Office.DEPUTY_MINISTER),
    *(Office.AMBASSADOR, Office.AMBASSADOR, Office.AMBASSADOR),
)


@attrs.frozen(kw_only=True)
class Encounter:
    """What really happened: who met, when, where and how."""

    number: int
    people: tuple[Participant, ...]
    day: dt.date
    country: Country
    format: MeetingFormat


def corpus(records: int, seed: int = 1) -> tuple[list[Meeting], dict[str, int]]:
    """Return records, shuffled, and by the id of each the number of the encounter that it reports."""
    random = Random(seed)  # noqa: S311 - an invented corpus keeps no secrets
    found: list[Meeting] = []
    truth: dict[str, int] = {}
    for encounter in _encounters(random, days=max(120, records // 70)):
        houses = [person.country.code for person in encounter.people if person.country] + ["XW"]
        number = random.choices((1, 2, 3), weights=(35, 50, 15))[0]
        for issuer in random.sample(houses, min(number, len(houses))):
            meeting = _told(encounter, issuer, random)
            truth[meeting.id] = encounter.number
            found.append(meeting)
        if len(found) >= records:
            break
    random.shuffle(found)
    return found, truth


def _encounters(random: Random, days: int) -> Iterator[Encounter]:
    """Yield encounters: alone, in another week again, or several of one visitor on one day."""
    countries = [Country(code=code, name=row["name"]) for code, row in list(country_rows().items())[::4][:60]]
    officials = {country.code: [_official(country, o, random) for o in OFFICES] for country in countries}
    number = 0
    while True:
        host, guest = random.sample(countries, 2)
        visitor = random.choice(officials[guest.code])
        day = FIRST_DAY + dt.timedelta(days=random.randrange(days))
        form = random.choices(list(MeetingFormat)[:3], weights=(70, 25, 5))[0]
        hosts = random.sample(officials[host.code], random.choices((1, 2, 3), weights=(80, 15, 5))[0])
        for met in hosts:
            people = (met, visitor)
            yield Encounter(number=number, people=people, day=day, country=host, format=form)
            number += 1
        if random.random() < 0.25:
            again = day + dt.timedelta(days=WEEK * random.randint(1, 4))
            people = (hosts[0], visitor)
            yield Encounter(number=number, people=people, day=again, country=guest, format=form)
            number += 1


def _official(country: Country, office: Office, random: Random) -> Participant:
    """Invent somebody."""
    words = [
        random.choice(STARTS.split()) + random.choice(MIDDLES.split()) * random.randint(0, 1)
        + random.choice(MIDDLES.split()) + random.choice(ENDS.split())
        for _ in range(random.choices((2, 3), weights=(70, 30))[0])
    ]  # fmt: skip
    if random.random() < 0.2:
        words.insert(-1, random.choice(("bin", "Al", "van", "de")))
    name = " ".join(words)
    return Participant(
        id="p0", name=name, role=str(office), office=office, country=country, principal=True, rule="invented"
    )


def _told(encounter: Encounter, issuer: str, random: Random) -> Meeting:
    """Report an encounter as one publisher does."""
    people = [_named(person, random) for person in encounter.people]
    random.shuffle(people)
    if random.random() < 0.1:
        people.append(_official(encounter.country, Office.OFFICIAL, random))
    if random.random() < 0.02:
        people.pop(0)
    late = random.random() < 0.15
    day = encounter.day + dt.timedelta(days=late)
    text = f"{encounter.number} {issuer}"
    return Meeting(
        id=text.replace(" ", "-"),
        format=encounter.format if random.random() < 0.9 else MeetingFormat.UNSTATED,
        period=None if random.random() < 0.05 else Period(start=day, end=day),
        place=Place(country=encounter.country) if random.random() < 0.7 else None,
        participants=tuple(attrs.evolve(each, id=f"p{n}") for n, each in enumerate(people, 1)),
        source=Source(text=text, published=day + dt.timedelta(days=random.randint(0, 1)), issuer=issuer),
    )


def _named(person: Participant, random: Random) -> Participant:
    """Write a person as one publisher does."""
    words = (person.name or "").split()
    words = [_spelled(word, random) if random.random() < 0.5 and len(word) > 4 else word for word in words]
    change = random.random()
    if change < 0.1 and len(words) > 2:
        words = [words[0], words[-1]]
    elif change < 0.15:
        words = [words[0][0] + ".", *words[1:]]
    elif change < 0.2:
        words = [*words[1:], words[0]]
    elif change < 0.25:
        words = words[-1:]
    if random.random() < 0.03:
        return attrs.evolve(person, name=None)
    return attrs.evolve(
        person,
        name=("-" if random.random() < 0.05 else " ").join(words),
        country=person.country if random.random() < 0.95 else None,
        office=person.office if random.random() < 0.95 else Office.OFFICIAL,
    )


def _spelled(word: str, random: Random) -> str:
    """Spell a word otherwise."""
    for _ in range(random.randint(1, 2)):
        plain = word.lower()
        fitting = [each for each in SPELLINGS if each[0] in plain and each[1] not in plain] or [("", "")]
        word = plain.replace(*random.choice(fitting), 1).capitalize()
    return word


def pairs(groups: Iterable[Sequence[str]]) -> set[tuple[str, str]]:
    """Return every two members of each group."""
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def quality(found: set[tuple[str, str]], right: set[tuple[str, str]]) -> tuple[float, float, float]:
    """Return precision, recall and F1."""
    hits = len(found & right)
    precision, recall = hits / len(found), hits / len(right)
    return precision, recall, 2 * precision * recall / (precision + recall)


def main(records: str = "2000", seed: str = "1") -> None:
    """Print how well and how fast."""
    meetings, truth = corpus(int(records), int(seed))
    reports: dict[int, list[str]] = {}
    for name, number in truth.items():
        reports.setdefault(number, []).append(name)
    right = pairs(reports.values())
    start = time.perf_counter()
    matches = diplo.match(meetings)
    seconds = time.perf_counter() - start
    found = pairs(match.meetings for match in matches)
    precision, recall, f1 = quality(found, right)
    print(f"{len(meetings)} records, {len(reports)} encounters, {len(right)} pairs, {len(found)} found")
    print(f"precision {precision:.4f}, recall {recall:.4f}, F1 {f1:.4f}, {seconds:.1f} s")


if __name__ == "__main__":
    main(*sys.argv[1:])
