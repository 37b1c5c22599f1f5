"""Measure the reading of a body against its own headline, which names who met and how.

python benchmarks/headlines.py [FILE.jsonl]

Of each text whose headline reads "... Call with Prime Minister A of B", the body alone is read, and its main
meeting must hold A, with the country B, in that format. The labels are free: nobody wrote them for this test.
Lists every miss with its kind, and ends with the shares of right counterparts and formats.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import attrs

import diplo

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "us-white-house.jsonl"
ENCOUNTER = re.compile(
    r"\b(?P<noun>Virtual Meeting|Video Call|Calls?|Meetings?|Pull Aside|Engagement)"
    r"\s+With\s+(?P<others>.+)",
    re.IGNORECASE,
)
# Another counterpart starts where a title follows a comma or "and".
NEXT = re.compile(
    r"(?:, and |, | and )(?=(?:President|Prime Minister|Chancellor|King|Diplomatic Advisor)\b)",
)
TITLES = frozenset(
    """
    acting advisor affairs amir chancellor chief chinese communist coordinating crown defence defense deputy
    diplomatic director economy elect emir executive federal finance for foreign general head highness his
    her investment king majesty maritime member minister ministers national office party politburo premier
    president prime prince department relations commission administration presidential secretary security
    sheikh state taoiseach the to of vice and council leader royal in a
    """.split()
)
GROUPS = frozenset(
    "leaders leadership counterparts partners ambassadors families members g7 officials".split()
)


@attrs.frozen
class Counterpart:
    """Who a headline says was met: the words of the name, and the codes of the countries named with it."""

    name: tuple[str, ...]
    countries: frozenset[str]


def plain(text: str) -> str:
    """Return a text in lower case without marks on its letters, its hyphens and apostrophes taken out."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"['`-]", "", bare)


def country_forms() -> dict[str, str]:
    """Return the code of a country by each of its names and adjectives, the longest first."""
    table = files("diplo").joinpath("data/countries.csv").read_text(encoding="utf-8")
    forms = {
        form: row["code"]
        for row in csv.DictReader(table.splitlines())
        for column in ("name", "official", "forms", "adjectives")
        for form in row[column].split("|")
        if form
    }
    return dict(sorted(forms.items(), key=lambda item: -len(item[0])))


def counterparts(others: str, forms: dict[str, str]) -> Iterator[Counterpart]:
    """Yield the named people of the part of a headline behind "with"."""
    for part in NEXT.split(others.replace("’", "'")):
        codes = set()
        for form, code in forms.items():
            if re.search(rf"\b{re.escape(form)}\b", part):
                codes.add(code)
                part = re.sub(rf"\b{re.escape(form)}\b", " ", part)  # noqa: PLW2901 - what is left is the name
        words = [word for word in re.findall(r"[a-z]+", plain(part.split(",")[0])) if word not in TITLES]
        if words and not GROUPS.intersection(words) and codes:
            yield Counterpart(tuple(words), frozenset(codes))


def headline_format(noun: str) -> diplo.MeetingFormat:
    """Return the format that the noun of a headline tells."""
    word = noun.lower()
    if word in {"virtual meeting", "video call"}:
        return diplo.MeetingFormat.VIDEO
    return diplo.MeetingFormat.PHONE if word.startswith("call") else diplo.MeetingFormat.IN_PERSON


def is_named(person: diplo.Participant, counterpart: Counterpart) -> bool:
    """Tell whether a participant bears the last word of the name that the headline gives."""
    words = re.findall(r"[a-z]+", plain(person.name or ""))
    return bool(words) and (counterpart.name[-1] in words or set(words) <= set(counterpart.name))


def miss_of_person(counterpart: Counterpart, meetings: tuple[diplo.Meeting, ...], body: str) -> str | None:
    """Return the kind of error with a counterpart; `None` when the reading is right."""
    if not meetings:
        return "no meeting read in the body"
    people = [person for meeting in meetings for person in meeting.participants]
    found = [person for person in people if is_named(person, counterpart)]
    if not found:
        named = counterpart.name[-1] in plain(body)
        return "named in the body, not read as participant" if named else "not named in the body"
    codes = {person.country.code for person in found if person.country}
    if not codes & counterpart.countries:
        return f"read with another country: {', '.join(sorted(codes)) or 'none'}"
    return None


def main() -> None:
    """Read the bodies, list the misses, print the shares."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS
    if not path.exists():
        sys.exit(f"{path} is not here: give a file of JSON lines with title, text and published")
    forms = country_forms()
    kinds: Counter[str] = Counter()
    people = formats = right_people = right_formats = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        told = ENCOUNTER.search(row["title"])
        named = tuple(counterparts(told["others"], forms)) if told else ()
        if not told or not named:
            continue
        body = row["text"].removeprefix(row["title"]).lstrip()
        meetings = diplo.parse_all(body, published=dt.date.fromisoformat(row["published"]))
        wanted, read = headline_format(told["noun"]), meetings[0].format if meetings else None
        misses = [miss for c in named if (miss := miss_of_person(c, meetings, body))]
        people, formats = people + len(named), formats + 1
        right_people += len(named) - len(misses)
        right_formats += wanted == read
        if wanted != read:
            misses.append(f"format {read}, headline {wanted}")
        for miss in misses:
            kinds[miss] += 1
            print(f"{row['id']}  {miss}\n    {row['title']}\n    {body[:160]!r}")
    print(f"counterparts {right_people}/{people} = {right_people / people:.3f}")
    print(f"formats      {right_formats}/{formats} = {right_formats / formats:.3f}")
    for kind, count in kinds.most_common():
        print(f"{count:4}  {kind}")


if __name__ == "__main__":
    main()
