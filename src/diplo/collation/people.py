"""Who of one record is who of another."""

from __future__ import annotations

from collections.abc import Sequence

from diplo.collation.names import likeness
from diplo.collation.records import party_of
from diplo.collation.wording import align
from diplo.model import Office, Person

# Of these a country has one at a time.
_SINGLE = {Office.HEAD_OF_STATE, Office.HEAD_OF_GOVERNMENT, Office.FOREIGN_MINISTER}
_LEAST = 0.45


def same_person(a: Person, b: Person) -> float:
    """Return how likely two persons are the same, from 0 to 1.

    * The names alone, where both are named, in the forms that are most alike.
    * Another country, where both are known: 0.8 of that.
    * The same office for the same party: a seventh of what is missing is added. Where a country has one such
      office at a time it is half, for names that a text garbles or shortens, and less for names below 0.4.
    * Somebody unnamed is whoever holds the same office for the same party: 0.85, or 0.7 when there can be
      several; 0.5 when one record tells no class of office. Where one record tells no party: 0.6 for an
      office of which there is one at a time, else 0.
    """
    parties = party_of(a), party_of(b)
    same_office = a.office is not None and a.office == b.office
    same_party = parties[0] is not None and parties[0] == parties[1]
    single = a.office in _SINGLE
    if not a.name or not b.name:
        return _unnamed(a, b, same_party=same_party) if same_party or None in parties else 0.0
    found = max(likeness(one, other) for one in _full_names(a.name, a) for other in _full_names(b.name, b))
    if same_party and same_office:
        return found + (1 - found) * (0.5 * min(1.0, found / 0.4) if single else 0.15)
    return found if same_party or None in parties else 0.8 * found


def _full_names(name: str, person: Person) -> list[str]:
    """Return the names of a person without the surname alone, which is like many a given name."""
    return [name, *(alias for alias in person.aliases if " " in alias)]


def _unnamed(a: Person, b: Person, *, same_party: bool) -> float:
    """Return how likely somebody unnamed is another person, of the same party or of one that is not told."""
    if a.office == b.office and a.office in _SINGLE:
        return 0.85 if same_party else 0.6
    if a.office == b.office and a.office is not None:
        return 0.7 if same_party else 0.0
    return 0.5 if same_party and {a.office, b.office} & {None, Office.OFFICIAL} else 0.0


def pair_people(a: Sequence[Person], b: Sequence[Person]) -> list[tuple[int, int, float]]:
    """Return the places of those who stand in both rows, and how likely they are the same."""
    return align(a, b, same_person, _LEAST)
