"""Who is named together as one side: "met Oman's President A and Minister B"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from diplo.lexicon import Lexicon
from diplo.parser.document import Document, starting_within
from diplo.parser.mentions import PersonMention

_LISTING = frozenset(((",",), ("and",), (",", "and"), ("and", "the"), (",", "the")))
_LONGEST_VERB, _VERB_REACH = 5, 3


def together(
    document: Document, people: Sequence[PersonMention], lexicon: Lexicon
) -> Iterator[tuple[int, int]]:
    """Yield, for each who stands behind another of the same side in a list, the indices of both.

    Only where the list is clearly one side: it is whom somebody met, or it met one of another country.
    """
    listed = False
    for before, index in enumerate(range(1, len(people))):
        one, other = people[before], people[index]
        joint = document.folded[one.last : other.first]
        listed = joint in _LISTING and (
            listed or _is_met(one, document, lexicon) or _meets_somebody(before, people, document, lexicon)
        )
        if listed and not other.plural:
            yield before, index


def _is_met(person: PersonMention, document: Document, lexicon: Lexicon) -> bool:
    """Tell whether a verb of meeting, or "while", stands right before somebody."""
    end = person.first - (document.folded[person.first - 1] == "the")
    verbs = lexicon.encounters.verbs.within(document.folded, max(0, end - _LONGEST_VERB), end)
    return any(last == end for _, last, _ in verbs) or document.folded[end - 1] == "while"


def _meets_somebody(
    index: int, people: Sequence[PersonMention], document: Document, lexicon: Lexicon
) -> bool:
    """Tell whether those listed from somebody on met one of another country: "Oman's A and B met C"."""
    first = people[index]
    end = document.sentences[first.sentence].last
    if first.country is None:
        return False
    here = starting_within(people, first.first, end)
    joints = (document.folded[one.last : other.first] for one, other in pairwise(here))
    last = next((n for n, joint in enumerate(joints) if joint not in _LISTING), len(here) - 1)
    behind = here[last].last
    verbs = lexicon.encounters.verbs.within(document.folded, behind, min(end, behind + _VERB_REACH), end)
    met = {mention.country for mention in here[last + 1 : last + 3]} - {None}
    return bool(met) and first.country not in met and any(verbs)
