"""For whom something is undertaken: whoever is named in the act, else the other side."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from diplo.lexicon import NameKind
from diplo.model import CommitmentKind
from diplo.parser.acts import Draft
from diplo.parser.clauses import ClauseReader
from diplo.parser.document import starting_within
from diplo.parser.grammar import is_ordinal
from diplo.parser.mentions import NameMention

_REACH_OF_PREPOSITION = 3
_REACH_OF_MANY = 4
_TOWARDS = frozenset(("to", "for", "into", "towards", "in"))
_NOT_TOWARDS = frozenset(("against", "on", "with", "from", "between", "and", ","))
_WHERE = frozenset(("in", "at", "near"))
_PLACES = frozenset((NameKind.CITY, NameKind.COUNTRY))


class RecipientReader:
    """Finds the recipients of the undertakings of one encounter."""

    def __init__(self, reader: ClauseReader, sides: Sequence[str]) -> None:
        """Keep what is needed at hand."""
        self.folded, self.mentions, self.entities = reader.document.folded, reader.mentions, reader.entities
        self.words, self.person_of, self.sides = reader.lexicon.undertakings, reader.person_of, sides

    def sides_but(self, parties: Collection[str]) -> tuple[str, ...]:
        """Return the sides of the encounter without some."""
        return tuple(side for side in self.sides if side not in parties)

    def of_draft(self, draft: Draft, actors: tuple[str, ...]) -> tuple[str, ...]:
        """Return for whom the actors undertake something; nobody when they do so for each other."""
        others = self.sides_but(actors)
        if draft.kind is CommitmentKind.INVITATION and len(actors) == 1:
            return self._invited(draft, actors) or (others if len(others) == 1 else ())
        if draft.kind is CommitmentKind.AGREEMENT or len(actors) != 1:
            return ()
        names = starting_within(self.mentions.names, draft.act, draft.last)
        named = {name.party for name in names} | set(self.people_named(draft.act, draft.last))
        theirs = tuple(side for side in others if side in named)
        if theirs:
            return theirs
        if self._is_own_affair(draft) or self._is_for_many(draft):
            return ()
        third = next((code for name in names if (code := self._third(name, draft, actors))), None)
        if third:
            return (third,)
        places = set(self.places_in(draft))
        if draft.kind is CommitmentKind.PLAN:
            return others
        return others if len(others) == 1 and not (places and places <= set(actors)) else ()

    def places_in(self, draft: Draft) -> Iterator[str]:
        """Yield the countries where an act takes place: "in Oman", "at Muscat"."""
        for name in starting_within(self.mentions.names, draft.first, draft.last):
            if name.name.code and name.name.kind in _PLACES and self.folded[name.first - 1] in _WHERE:
                yield name.name.code

    def people_named(self, first: int, last: int) -> Iterator[str]:
        """Yield the parties of the people who are named between two tokens."""
        for mention in starting_within(self.mentions.people, first, last):
            person = self.person_of.get(mention.first)
            party = self.entities.people[person].party if person is not None else None
            if party:
                yield party

    def _invited(self, draft: Draft, actors: tuple[str, ...]) -> tuple[str, ...]:
        """Return who is invited: the first person named in the invitation."""
        named = self.people_named(draft.first + 1, draft.last)
        return next(((party,) for party in named if party not in actors), ())

    def _is_own_affair(self, draft: Draft) -> bool:
        """Tell whether an act concerns nobody else: "will ratify the convention", "will host a forum"."""
        if self.folded[draft.act] in self.words.hosting:
            words = self.folded[draft.first : draft.last]
            joint = any(w in self.words.joint or w in self.words.ordinals or is_ordinal(w) for w in words)
            return not joint and not self.words.events.isdisjoint(words)
        return bool(self.words.own_affairs.longest(self.folded, draft.act, draft.last))

    def _is_for_many(self, draft: Draft) -> bool:
        """Tell whether an act goes towards many: "to African countries"."""
        for index in range(draft.act, draft.last - 1):
            if self.folded[index] in {"to", "for"}:
                behind = self.folded[index + 1 : min(draft.last, index + _REACH_OF_MANY)]
                if "the" not in behind[:1] and not self.words.many.isdisjoint(behind):
                    return True
        return False

    def _third(self, name: NameMention, draft: Draft, actors: tuple[str, ...]) -> str | None:
        """Return a third party towards whom an act goes: "to Ukraine", "Haitian officers"."""
        party, kind = name.party, name.name.kind
        travels = draft.kind is CommitmentKind.PLAN and kind is not NameKind.COUNTRY
        if party is None or party in actors or kind is NameKind.CITY or travels:
            return None
        if name.first == draft.act + 1 and kind is NameKind.COUNTRY:
            return party
        before = self.folded[name.first - _REACH_OF_PREPOSITION : name.first]
        if not _NOT_TOWARDS.isdisjoint(before[-2:]):
            return None
        if kind is NameKind.ADJECTIVE:
            return party if before[-1] not in _TOWARDS and name.last < draft.last else None
        return None if _TOWARDS.isdisjoint(before) else party
