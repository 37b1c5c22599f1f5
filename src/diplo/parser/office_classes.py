"""The class of an office, by its titles and the body in which it is held."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from diplo.model import Office
from diplo.parser.complements import Complement
from diplo.parser.grammar import POSSESSIVE
from diplo.parser.known_names import KnownNames

_HEADS_ABROAD = frozenset(
    (Office.HEAD_OF_STATE, Office.HEAD_OF_GOVERNMENT, Office.AMBASSADOR, Office.LEGISLATOR)
)
_PRESIDING = frozenset((Office.HEAD_OF_STATE, Office.DEPUTY_HEAD, Office.OFFICIAL))
_LOWER = frozenset((Office.OFFICIAL, Office.MINISTER, Office.MILITARY))
_MINISTRY_REACH = 4
COUNTERPART = "counterpart"


class OfficeClasses(KnownNames):
    """Finds the class of the offices of one document."""

    def classify(self, role: Sequence[str], head_end: int) -> Office | None:
        """Return the class of a role: that of its best-ranked title."""
        vocabulary = self.words
        words = tuple(role)
        if "foreign" in words and "minister" in words and ("foreign", "and") in pairwise(words):
            return (
                Office.FOREIGN_MINISTER
                if not vocabulary.deputies.intersection(role)
                else Office.DEPUTY_MINISTER
            )
        best: str | None = None
        for index in range(head_end):
            found = vocabulary.titles.longest(role, index, len(role))
            if found is None:
                continue
            office: str = found[1]
            if vocabulary.deputies.intersection(role[:index]):
                office = vocabulary.deputy_of.get(office, office)
                return Office(office)
            if best is None or vocabulary.rank[office] < vocabulary.rank[best]:
                best = office
            if found[0] >= head_end:
                break
        known = (vocabulary.heads.get(w) or self.abbreviations.get(w) for w in reversed(role[:head_end]))
        plain = next((office for office in known if office), COUNTERPART)
        return Office(best or (plain if plain != COUNTERPART else Office.OFFICIAL))

    def in_body(
        self, office: Office | None, noun: str, role: Sequence[str], complement: Complement
    ) -> Office | None:
        """Return the class of an office in a body: its president is no head of state."""
        vocabulary = self.words
        if office in _PRESIDING and self._leads_parliament(office, noun, role):
            return Office.LEGISLATOR
        chair = noun in vocabulary.chairs and "committee" in role
        if office is Office.OFFICIAL and chair and vocabulary.executive.isdisjoint(role):
            return Office.LEGISLATOR
        if office is Office.HEAD_OF_STATE and noun == "president" and self._presides_over_body(role):
            return Office.HEAD_OF_ORGANISATION
        inside = not complement.organisation and complement.role_end > complement.start
        if office is Office.HEAD_OF_ORGANISATION and (inside or complement.names(vocabulary.departments)):
            return Office.OFFICIAL
        if (
            office is Office.MINISTER
            and noun == "secretary"
            and self._is_secretary_of_ministry(role, complement)
        ):
            return Office.OFFICIAL
        if complement.mission and noun in vocabulary.leaders_of_bodies:
            return office if vocabulary.deputies.intersection(role) else Office.AMBASSADOR
        if complement.international:
            return Office.HEAD_OF_ORGANISATION
        if office is Office.OFFICIAL and complement.names(vocabulary.private_bodies):
            return Office.PRIVATE
        if office is Office.PRIVATE and complement.names(vocabulary.public_bodies):
            return Office.OFFICIAL
        if not complement.organisation:
            return office
        if office in _HEADS_ABROAD and noun in vocabulary.heads_of_bodies:
            return Office.HEAD_OF_ORGANISATION
        if office is Office.DEPUTY_HEAD:
            return Office.OFFICIAL
        leading = noun in vocabulary.leaders_of_bodies
        if leading and office in _LOWER:
            return Office.HEAD_OF_ORGANISATION
        return office

    def _leads_parliament(self, office: Office | None, noun: str, role: Sequence[str]) -> bool:
        """Tell whether an office is that of somebody who presides over a parliament or its committee."""
        inside = not self.words.parliaments.isdisjoint(role) and "secretary" not in role
        if not self.words.private_bodies.isdisjoint(role):
            return False
        if office in {Office.HEAD_OF_STATE, Office.DEPUTY_HEAD}:
            return inside and noun in {"president", "vice-president", "speaker"}
        return inside and (noun in self.words.chairs or noun in self.words.parliamentarians)

    def _presides_over_body(self, role: Sequence[str]) -> bool:
        """Tell "President of the Chamber of Commerce", "International President" from the head of a state."""
        return not self.words.presided.isdisjoint(role)

    def _is_secretary_of_ministry(self, role: Sequence[str], complement: Complement) -> bool:
        """Tell an official apart from a minister: "Secretary (Europe)", "the President's Secretary"."""
        head = complement.start - 1
        owned = self.document.folded[head - 1] in POSSESSIVE
        if owned and self.document.folded[head - 2] in self.words.heads:
            return True
        if "ministry" in self.document.folded[max(0, head - _MINISTRY_REACH) : head]:
            return True
        return complement.bracketed or not self.words.of_ministries.isdisjoint(role)
