"""Who has the floor: speech that goes on without a verb of saying."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from diplo.model import Act
from diplo.parser.clauses import Clause, ClauseReader
from diplo.parser.document import Document
from diplo.parser.encounters import Encounter
from diplo.parser.grammar import CLOSING_QUOTES, POSSESSIVE
from diplo.parser.subjects import Side
from diplo.parser.unnamed import UnnamedReader

_OPENING = frozenset('“"«')
_QUOTES = _OPENING | CLOSING_QUOTES
_TRAILING = frozenset((".", ";", ",", "and", '"', "”", "'", "’", "*"))


@attrs.frozen
class Utterance:
    """What one or several people say in one clause.

    Attributes:
        verb: first token of the clause.
        first: first token of what is said; equal to `last` when nothing is left.
        last: end of the clause.
        speakers: indices of entities; empty for both sides or nobody.
        side: `BOTH` or `NOBODY` when no speaker is named.
        before: what is said, when it stands before the verb.
        lemma: the verb phrase, in its base form.
    """

    sentence: int
    act: Act
    verb: int
    first: int
    last: int
    speakers: tuple[int, ...]
    side: Side | None
    lemma: str
    rule: str
    before: tuple[int, int] | None = None


def is_item(number: int, document: Document) -> bool:
    """Tell whether a sentence opens an item of a list, by the mark before it."""
    sentence = document.sentences[number]
    return document.opens_paragraph(number) and sentence.first > document.paragraphs[sentence.paragraph].first


def goes_on_with_list(number: int, document: Document) -> bool:
    """Tell whether a sentence is an item of a list, by its mark or by the ":" or ";" before its paragraph."""
    if is_item(number, document):
        return True
    if number == 0 or not document.opens_paragraph(number):
        return False
    before = document.sentences[number - 1]
    last = before.last - (document.folded[before.last - 1] in {"and", "or"})
    return document.folded[last - 1] in {":", ";"}


class Floor:
    """Who spoke last, and whether the speech is still open."""

    def __init__(self, reader: ClauseReader, encounters: Sequence[Encounter]) -> None:
        """Start with nobody on the floor."""
        self.document, self.entities = reader.document, reader.entities
        self.words, self.names = reader.lexicon.speech, reader.names_at
        self.person_of = reader.person_of
        self.unnamed = UnnamedReader(reader.document, reader.entities, reader.lexicon)
        self.encounter: Encounter | None = None
        self.principals: tuple[int, ...] = ()
        self.others = tuple(person for encounter in encounters for person in encounter.principals)
        self.person: int | None = None
        self.quoting = False
        self._unnamed: tuple[int, ...] = ()
        self._nameless: list[int] = []
        self._listing: Utterance | None = None
        self._telling: tuple[int, int | None] | None = None

    def turn_to(self, encounter: Encounter) -> None:
        """Go on with the sentences of an encounter."""
        if encounter is not self.encounter:
            self.encounter = encounter
            self.principals = encounter.principals
            if self.person not in self.principals:
                self.person = None

    def of_office(self, clause: Clause) -> tuple[int, ...]:
        """Return who is meant by an office or a part: "the envoy", "the host"."""
        if self.encounter and not clause.subject.shared:
            self._unnamed = self.unnamed.meant(clause.subject.first, clause.verb, self.encounter)
        elif clause.subject.first == clause.verb == self.document.sentences[clause.sentence].first:
            self._unnamed = () if self.person is None else (self.person,)
        return self._unnamed

    def settled(self, people: tuple[int, ...]) -> tuple[int, ...]:
        """Return the principal of a country whom an office of that country without a name means."""
        if len(people) != 1 or people[0] in self.principals:
            return people
        unnamed = self.entities.people[people[0]]
        if unnamed.name is not None or unnamed.country is None:
            return people
        return self.of_country(unnamed.country) or people

    def hear(self, number: int, here: Sequence[Utterance]) -> None:
        """Give the floor to the person who opens a sentence in which nobody is known to speak."""
        sentence = self.document.sentences[number]
        first = sentence.first + (self.document.folded[sentence.first] == "the")
        person = self.person_of.get(first)
        if person in self.principals and not any(utterance.speakers for utterance in here):
            self.person = person

    def rather(self, people: tuple[int, ...], first: int, last: int) -> tuple[int, ...]:
        """Return who has the floor, when "the Minister" can be either of two ministers who met."""
        if len(people) != 1 or self.person not in self.principals or self.person is None:
            return people
        chosen, speaker = self.entities.people[people[0]], self.entities.people[self.person]
        if chosen.office != speaker.office or chosen.country == self.entities.issuer:
            return people
        return (self.person,) if self.unnamed.is_office_of(self.person, first, last) else people

    def not_told(self, people: tuple[int, ...], *told: int | None) -> tuple[int, ...]:
        """Return who speaks: nobody wishes himself success."""
        return self.other_than(*told) or people if len(people) == 1 and people[0] in told else people

    def other_than(self, *people: int | None) -> tuple[int, ...]:
        """Return the one who speaks to the other of two principals."""
        told = set(people) & set(self.principals)
        others = tuple(person for person in self.principals if person not in told)
        return others if told and len(others) == 1 else ()

    def is_own(self, people: Sequence[int], first: int, last: int) -> bool:
        """Tell whether one speaks of what is one's own: "reviewed Egypt's vision"."""
        owner = self.names.get(first)
        if len(people) != 1 or owner is None or owner.last + 1 >= last:
            return False
        return owner.name.code == self.entities.people[people[0]].country and (
            self.document.folded[owner.last] in POSSESSIVE
        )

    def is_part(self, people: Sequence[int]) -> bool:
        """Tell whether people are some of those who met, and not all of them."""
        return set(people) < set(self.principals)

    def meant(self, pronoun: str) -> int | None:
        """Return whom "he" or "she" means: who has the floor, else the first of those who met."""
        known = [self.person, *self.principals]
        people = [person for person in known if person is not None]
        fitting = (p for p in people if self._may_be(p, pronoun))
        return next(fitting, people[0] if people else None)

    def _may_be(self, person: int, pronoun: str) -> bool:
        """Tell whether the honorific of a person allows a pronoun."""
        words = (self.entities.people[person].honorific or "").lower().replace(".", "").split()
        other = self.words.feminine if pronoun == "he" else self.words.masculine
        return pronoun not in {"he", "she"} or other.isdisjoint(words)

    def of_country(self, code: str) -> tuple[int, ...]:
        """Return the principal who stands for a country, here or in another encounter."""
        known = (*self.principals, *self.others)
        return tuple(p for p in known if code in self._parties(p))[:1]

    def _parties(self, person: int) -> tuple[str | None, str | None]:
        """Return the country and the organisation of a person."""
        entity = self.entities.people[person]
        return entity.country, entity.organisation

    def continued(self, number: int) -> list[Utterance]:
        """Return a sentence without a verb of saying as speech that goes on."""
        sentence = self.document.sentences[number]
        if self._nameless or self._opens_quotation(number):
            self._nameless.append(number)
            return []
        paragraph = self.document.paragraphs[sentence.paragraph]
        opens = self.document.words[sentence.first] in _OPENING or sentence.first > paragraph.first
        if self.quoting and opens and self.person is not None:
            return [self._speech(number, (self.person,), "quotation")]
        if self._listing and goes_on_with_list(number, self.document):
            told = self._listing
            item = attrs.evolve(
                told,
                sentence=number,
                verb=sentence.first,
                first=sentence.first,
                last=self._end(number),
                rule="list_item",
                before=None,
            )
            return [item]
        speaker = self._country_speaks(number)
        return [self._speech(number, speaker, "speech_goes_on")] if speaker else []

    def _opens_quotation(self, number: int) -> bool:
        """Tell whether a sentence opens a quotation whose speaker comes later."""
        first = self.document.sentences[number].first
        words = self.document.words[first : self.document.sentences[number].last]
        return not self.quoting and words[0] in _OPENING and not any(w in CLOSING_QUOTES for w in words[1:])

    def _country_speaks(self, number: int) -> tuple[int, ...]:
        """Return who speaks in "China will ..." behind "the Minister said that"."""
        sentence = self.document.sentences[number]
        if not self._telling or sentence.paragraph - self._telling[0] > 1:
            return ()
        folded = self.document.folded
        first = sentence.first + (folded[sentence.first] == "the")
        name = self.names.get(first)
        if name is None or name.name.code is None:
            together = folded[sentence.first] in self.words.plural_subjects or (
                self.words.both.longest(folded, sentence.first, sentence.last) is not None
            )
            return (self._telling[1],) if self._telling[1] is not None and together else ()
        return self.of_country(name.name.code)

    def _speech(self, number: int, speakers: tuple[int, ...], rule: str) -> Utterance:
        """Return a whole sentence as what somebody says."""
        first = self.document.sentences[number].first
        return Utterance(number, Act.INFORM, first, first, self._end(number), speakers, None, "say", rule)

    def _end(self, number: int) -> int:
        """Return the end of a sentence without its closing marks."""
        sentence = self.document.sentences[number]
        last = sentence.last
        while last > sentence.first + 1 and self.document.folded[last - 1] in _TRAILING:
            last -= 1
        return last

    def keep(self, number: int, here: Sequence[Utterance]) -> Iterator[Utterance]:
        """Note whether a quotation or a list goes on; yield quoted sentences whose speaker is now known."""
        sentence = self.document.sentences[number]
        words = self.document.words[sentence.first : sentence.last]
        if self.document.opens_paragraph(number) and words[0] not in _OPENING:
            self.quoting = False
        for word in words if not _QUOTES.isdisjoint(words) else ():
            if word in _OPENING and not (word == '"' and self.quoting):
                self.quoting = True
            elif word in CLOSING_QUOTES:
                self.quoting = False
        last = number + 1 == len(self.document.sentences)
        named = next((u for u in here if u.before and u.speakers), None)
        if self._nameless and (named or last or not self.quoting):
            speakers = named.speakers if named else (self.person,) if self.person is not None else ()
            if speakers:
                yield from (self._speech(n, speakers, "quotation") for n in self._nameless)
            self._nameless = []
        if words[-1] == ":" and here:
            self._listing = here[-1]
        elif not goes_on_with_list(number, self.document):
            self._listing = None
        telling = [u for u in here if u.lemma in self.words.telling and u.speakers]
        if any(u.rule == "speech_goes_on" for u in here) and self._telling:
            self._telling = (sentence.paragraph, self._telling[1])
        if telling:
            self._telling = (sentence.paragraph, telling[-1].speakers[0])
