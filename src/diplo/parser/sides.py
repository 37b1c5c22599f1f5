"""Which side somebody is on whose country nobody says."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from diplo.countries import is_country
from diplo.lexicon import Lexicon
from diplo.model import Office
from diplo.parser.document import Document, starting_within
from diplo.parser.encounters import Encounter
from diplo.parser.entities import Entities, Entity
from diplo.parser.issuer import find_other_side
from diplo.parser.mentions import Mentions

_PAIR = 2
_VISIT_REACH = 5
_TOP = frozenset((Office.HEAD_OF_STATE, Office.HEAD_OF_GOVERNMENT, Office.ROYAL))


def settle_sides(
    document: Document,
    mentions: Mentions,
    entities: Entities,
    encounters: Sequence[Encounter],
    lexicon: Lexicon,
) -> Entities:
    """Give a counterpart of whom no country is said the other country of the text.

    A publisher leaves out its own country, so that everybody without one counts as its own at first. When
    both sides of an encounter do so, the one whom the verb has as its object is the guest.
    """
    people = list(entities.people)
    other = find_other_side(document, mentions, lexicon, entities.issuer)
    abroad = (people[person] for person in encounters[0].principals)
    other = next((p.country for p in abroad if p.country != entities.issuer and not p.own), None) or other
    known: str | None = None
    for number, encounter in enumerate(encounters):
        same = number > 0 and encounters[number - 1].sentence == encounter.sentence
        _settle_company(encounter, people)
        sides = [people[person] for person in encounter.principals]
        if any(side.country not in {None, entities.issuer} and not side.own for side in sides) or (
            is_country(entities.issuer) and any(side.organisation for side in sides)
        ):
            known = _settle_colleagues(encounter, entities, people, known if same else None)
            continue
        there = _country_of_place(document, mentions, encounter, lexicon)
        hosted = encounter.attendance[0].rule in lexicon.places.at_home
        guests = _Guests(encounter, people, main=number == 0)
        if hosted and there not in {None, entities.issuer} and all(side.own for side in sides):
            guests.settle(entities.issuer, host=there)
        else:
            away = not hosted and (there != entities.issuer or bool(encounter.objects))
            guests.settle((there if away else None) or other)
    return attrs.evolve(entities, people=tuple(people))


class _Guests:
    """Those whom a verb of meeting has as its object, of whom nobody says from where they come."""

    def __init__(self, encounter: Encounter, people: list[Entity], *, main: bool) -> None:
        """Tell the guests from their hosts."""
        self.people, self.main, self.encounter = people, main, encounter
        principals = encounter.principals
        pair = principals[1:] if len(principals) == _PAIR else ()
        self.guests = encounter.objects or pair
        self.hosts = [person for person in principals if person not in self.guests]

    def settle(self, country: str | None, host: str | None = None) -> None:
        """Give the guests a country, and the hosts `host`, where somebody meets an equal."""
        people = self.people
        peers = {*_TOP, *(people[person].office for person in self.hosts)}
        equal = any(people[person].office in peers for person in self.guests)
        equal = equal or (not self.main and bool(self.encounter.objects)) or host is not None
        for person in self.guests if country and self.hosts else ():
            guest = people[person]
            foreign = guest.own or (guest.role is None and guest.country is None)
            if foreign and (equal or guest.role is None):
                people[person] = attrs.evolve(guest, country=country, own=False)
        for person in self.hosts if host else ():
            people[person] = attrs.evolve(people[person], country=host, own=False)


def _country_of_place(
    document: Document, mentions: Mentions, encounter: Encounter, lexicon: Lexicon
) -> str | None:
    """Return the country where the sentence of an encounter sets it: "In Tajikistan, she met with"."""
    sentence = document.sentences[encounter.sentence]
    for name in starting_within(mentions.names, sentence.first, sentence.last):
        before = document.folded[max(sentence.first, name.first - _VISIT_REACH) : name.first]
        visited = before[-1:] == ("to",) and not lexicon.places.visiting.isdisjoint(before)
        if name.name.code and (visited or before[-1:] == ("in",)):
            return name.name.code
    return None


def _settle_colleagues(
    encounter: Encounter, entities: Entities, people: list[Entity], known: str | None
) -> str | None:
    """Give a guest without a country that of the guest before: "the President of X and the Minister".

    `known`: the country of the guest whom the sentence names before; returns that of the last.
    """
    hosts = [person for person in encounter.principals if person not in encounter.objects]
    if is_country(entities.issuer) and not any(people[person].own for person in hosts):
        return None
    for person in encounter.objects:
        if people[person].own and known:
            people[person] = attrs.evolve(people[person], country=known, own=False)
        known = people[person].country or known
    return known


def _settle_company(encounter: Encounter, people: list[Entity]) -> None:
    """Give those who accompany a guest the country of the guest."""
    principals = {a.person for a in encounter.attendance if a.principal}
    for attendance in encounter.attendance:
        person = attendance.person
        if attendance.principal or attendance.host is None or not people[person].own:
            continue
        host = people[attendance.host]
        if attendance.host in principals and not host.own and (host.country or host.organisation):
            people[person] = attrs.evolve(
                people[person], country=host.country, organisation=host.organisation, own=False
            )
