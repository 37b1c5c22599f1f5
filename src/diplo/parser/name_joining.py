"""Joins the mentions of one person by name: "Khalid bin Salman Al Rashid", "Prince Khalid"."""

from __future__ import annotations

import attrs

from diplo.lexicon import Lexicon
from diplo.model import Office
from diplo.parser.company import together
from diplo.parser.document import Document, ParagraphKind
from diplo.parser.grammar import POSSESSIVE
from diplo.parser.likeness import likeness
from diplo.parser.mentions import Mentions, PersonMention
from diplo.tokens import fold_words

_LONGEST_CREDIT = 6


@attrs.define
class Cluster:
    """The mentions that are one person's, while they are collected.

    `foreign` holds, by sentence, the last token where name and country stand together; `credited` tells who
    wrote or photographed; `inherits`, that the office is only that of whose counterpart somebody is.
    """

    names: list[str]
    keys: list[tuple[str, ...]]
    fathers: set[str]
    mentions: list[int]
    office: Office | None = None
    country: str | None = None
    organisation: str | None = None
    role: str | None = None
    honorific: str | None = None
    own: bool = False
    credited: bool = False
    inherits: bool = False
    first: int = 0
    foreign: dict[int, int] = attrs.field(factory=dict)

    @property
    def unplaced(self) -> bool:
        """Whether nothing has told which country or body the person represents."""
        return self.country is None and self.organisation is None


class NameJoiner:
    """Joins mentions with a name, and keeps what each tells of its person."""

    def __init__(self, document: Document, mentions: Mentions, lexicon: Lexicon) -> None:
        """Start with nobody."""
        self.document, self.people, self.lexicon = document, mentions.people, lexicon
        self.clusters: list[Cluster] = []
        self.of_mention: list[int | None] = [None] * len(mentions.people)
        self._by_word: dict[str, list[int]] = {}

    def join_names(self) -> None:
        """Join the mentions with a name; bare words count only when they are known from elsewhere."""
        for titled in (True, False):
            for index, mention in enumerate(self.people):
                if mention.name is None or mention.titled is not titled:
                    continue
                key = self._key(mention)
                number = self._same(key, mention)
                if number is None and not titled and not self._is_bare_person(mention, key):
                    continue
                self.add(index, mention, key, number)
                if number is None:
                    self.clusters[-1].credited = self._is_credited(mention)
        for owner, index in enumerate(range(1, len(self.people))):
            self._inherit(owner, index)
        self._inherit_in_lists()

    def _inherit_in_lists(self) -> None:
        """Give those who are named together, as one side, the country of the first."""
        for before, index in together(self.document, self.people, self.lexicon):
            owner, number = self.of_mention[before], self.of_mention[index]
            if owner is None or number is None:
                continue
            cluster = self.clusters[number]
            if cluster.role and cluster.unplaced and cluster.mentions[0] == index:
                cluster.country = self.clusters[owner].country

    def _inherit(self, owner: int, index: int) -> None:
        """Give an officer without a country that of the one served: "the French President's envoy A"."""
        served, serving = self.of_mention[owner], self.of_mention[index]
        first, last = self.people[index].first, self.people[owner].last
        owned = first == last + 1 and self.document.folded[last] in POSSESSIVE
        if not owned or serving is None or self.clusters[serving].role is None:
            return
        country = self.people[owner].country or (
            self.clusters[served].country if served is not None else None
        )
        self.clusters[serving].country = self.clusters[serving].country or country

    def _key(self, mention: PersonMention) -> tuple[str, ...]:
        """Return the folded words of a name, without initials, particles and suffixes."""
        first, last = mention.name or (0, 0)
        offices = self.lexicon.offices
        words = [
            word
            for word in self.document.folded[first:last]
            if len(word) > 1
            and word not in offices.suffixes
            and word not in offices.particles
            and word[-1] != "."
        ]
        return tuple(words or self.document.folded[first:last])

    def _fathers(self, mention: PersonMention) -> set[str]:
        """Return the words of a name that name the father: "Salman" of "Khalid bin Salman"."""
        first, last = mention.name or (0, 0)
        folded = self.document.folded
        return {
            folded[i + 1] for i in range(first, last - 1) if folded[i] in self.lexicon.offices.patronymics
        }

    def _same(self, key: tuple[str, ...], mention: PersonMention) -> int | None:
        """Return the person whom a name already names, the likeliest of several."""
        best: tuple[int, int] | None = None
        for number in {n for word in key for n in self._by_word.get(word, ())}:
            cluster = self.clusters[number]
            alike = likeness(key, max(cluster.keys, key=len))
            if len(key) == 1 and key[0] in cluster.fathers:
                alike = 0
            if alike <= 0:
                continue
            if mention.office and cluster.office:
                alike += 2 if mention.office == cluster.office else -1
            if mention.country and cluster.country and mention.country != cluster.country:
                alike -= 4
            if alike > 0 and (best is None or (alike, number) > best):
                best = (alike, number)
        return best[1] if best else None

    def _is_bare_person(self, mention: PersonMention, key: tuple[str, ...]) -> bool:
        """Tell whether an unknown name without a title is a person's: it speaks, or is met."""
        known = mention.country is not None or self._is_credited(mention)
        if len(key) < 2 or not (known or self._acts(mention) or self._signs(mention)):
            return False
        return not any(word in self.lexicon.offices.portfolio for word in key)

    def _signs(self, mention: PersonMention) -> bool:
        """Tell whether a name fills a line of its own above a line that opens with an office: a signature."""
        sentence = self.document.sentences[mention.sentence]
        alone = (sentence.first, sentence.last) == (mention.first, mention.last)
        following = self.document.folded[mention.last : mention.last + 2]
        return alone and any(word in self.lexicon.offices.heads for word in following)

    def _is_credited(self, mention: PersonMention) -> bool:
        """Tell whether a name is that of a writer or photographer: "By A B", "Photo: A B"."""
        folded, sentence = self.document.folded, self.document.sentences[mention.sentence]
        before = folded[max(sentence.first, mention.first - 2) : mention.first]
        opens = before == ("by",) and sentence.last - mention.last <= _LONGEST_CREDIT
        return opens or (before[-1:] in {(":",), ("by",)} and before[0] in self.lexicon.offices.credits)

    def _acts(self, mention: PersonMention) -> bool:
        """Tell whether a verb of meeting or saying follows the words, or "with" stands before them."""
        folded, lexicon = self.document.folded, self.lexicon
        sentence = self.document.sentences[mention.sentence]
        if self.document.kind(sentence) is ParagraphKind.HEADLINE:
            return False
        after = mention.last
        while after < sentence.last and folded[after] in lexicon.encounters.before_verbs:
            after += 1
        if after < sentence.last and (
            lexicon.encounters.verbs.longest(folded, after, sentence.last)
            or lexicon.speech.verbs.longest(folded, after, sentence.last)
        ):
            return True
        before = folded[max(sentence.first, mention.first - 2) : mention.first]
        led = before[-1:] == ("by",) and before[0] in lexicon.encounters.leading
        return led or before[-1:] == ("with",)

    def add(self, index: int, mention: PersonMention, key: tuple[str, ...], number: int | None) -> None:
        """Add a mention to a person, or make a new one."""
        if number is None:
            number = len(self.clusters)
            self.clusters.append(Cluster([], [], set(), [], first=mention.first))
        cluster = self.clusters[number]
        cluster.first = min(cluster.first, mention.first)
        if mention.name and mention.country:
            cluster.foreign[mention.sentence] = mention.first
        if mention.name:
            cluster.fathers |= self._fathers(mention)
            self._note_name(cluster, number, " ".join(self.document.phrase(*mention.name).split()), key)
        cluster.mentions.append(index)
        self.of_mention[index] = number
        self._learn(cluster, mention)

    def _note_name(self, cluster: Cluster, number: int, name: str, key: tuple[str, ...]) -> None:
        """Keep a form of a name, and by which words it is found."""
        if name in cluster.names:
            return
        cluster.names.append(name)
        cluster.keys.append(key)
        for word in key:
            known = self._by_word.setdefault(word, [])
            if number not in known:
                known.append(number)

    def _learn(self, cluster: Cluster, mention: PersonMention) -> None:
        """Take from a mention what is not yet known of its person."""
        office, role = mention.office, mention.role
        inherits = mention.counterpart and office is None
        if inherits:
            office, role = self.inherited(mention)
        full = mention.name is not None or mention.country is not None
        own = cluster.inherits and mention.name is not None and office == cluster.office
        told = own and role is not None and " " in role
        if cluster.role is None or told or (full and self._says_more(cluster, role, office)):
            cluster.inherits = inherits
            cluster.role = role or cluster.role
            cluster.office = office or cluster.office
        cluster.honorific = cluster.honorific or mention.honorific
        cluster.country = cluster.country or mention.country
        cluster.organisation = cluster.organisation or mention.organisation

    def _says_more(self, cluster: Cluster, role: str | None, office: Office | None) -> bool:
        """Tell whether a mention names an office more fully: "Secretary of State" after "Secretary"."""
        if role is None or office is None or cluster.role is None or role[0].islower():
            return False
        if cluster.office is Office.OFFICIAL and office is not Office.OFFICIAL:
            return True
        if cluster.role.lower() in self.lexicon.offices.abbreviations and " " in role:
            return True
        known, told = set(fold_words(cluster.role)), set(fold_words(role))
        return known < told and not told & self.lexicon.offices.deputies - known

    def inherited(self, mention: PersonMention) -> tuple[Office | None, str | None]:
        """Return the office and role of the one whose counterpart is named: the last before of elsewhere."""
        for index in reversed(range(len(self.people))):
            other = self.people[index]
            if other.first >= mention.first or other.counterpart or other.sentence < mention.sentence - 1:
                continue
            number = self.of_mention[index]
            known = other.country or (self.clusters[number].country if number is not None else None)
            if known is not None and known == mention.country:
                continue
            if other.office:
                return self._as_counterpart(other.office, other.role), other.role
            if number is not None and self.clusters[number].office:
                cluster = self.clusters[number]
                return self._as_counterpart(cluster.office, cluster.role), cluster.role
        return None, None

    def _as_counterpart(self, office: Office | None, role: str | None) -> Office | None:
        """Return the office whose counterpart one is: of a deputy premier for foreign affairs, the latter."""
        minister = office is Office.DEPUTY_HEAD and self.is_foreign_minister(role)
        return Office.FOREIGN_MINISTER if minister else office

    def is_foreign_minister(self, role: str | None) -> bool:
        """Tell whether a role names a foreign minister, first or beside a higher office."""
        words = fold_words(role or "")
        titles = self.lexicon.offices.titles.within(words, 0, len(words))
        return any(office == Office.FOREIGN_MINISTER for _, _, office in titles)
