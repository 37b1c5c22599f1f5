"""Joins the mentions of one person: by name, by title, by office and country."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from diplo.lexicon import Lexicon
from diplo.model import Office
from diplo.parser.document import Document, ParagraphKind
from diplo.parser.mentions import Mentions, PersonMention
from diplo.tokens import fold_words


@attrs.define
class Cluster:
    """The mentions that are one person's, while they are collected.

    `foreign` holds, by sentence, the last token where name and country stand together.
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
    first: int = 0
    foreign: dict[int, int] = attrs.field(factory=dict)


class Resolver:
    """Joins mentions, named ones first."""

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
                self._add(index, mention, key, number)

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
            likeness = _likeness(key, max(cluster.keys, key=len))
            if len(key) == 1 and key[0] in cluster.fathers:
                likeness = 0
            if likeness <= 0:
                continue
            if mention.office and cluster.office:
                likeness += 2 if mention.office == cluster.office else -1
            if mention.country and cluster.country and mention.country != cluster.country:
                likeness -= 4
            if likeness > 0 and (best is None or (likeness, number) > best):
                best = (likeness, number)
        return best[1] if best else None

    def _is_bare_person(self, mention: PersonMention, key: tuple[str, ...]) -> bool:
        """Tell whether an unknown name without a title is a person's: it speaks, or is met."""
        if len(key) < 2 or (mention.country is None and not self._acts(mention) and not self._signs(mention)):
            return False
        return not any(word in self.lexicon.offices.portfolio for word in key)

    def _signs(self, mention: PersonMention) -> bool:
        """Tell whether a name fills a line of its own above a line that opens with an office: a signature."""
        sentence = self.document.sentences[mention.sentence]
        alone = (sentence.first, sentence.last) == (mention.first, mention.last)
        following = self.document.folded[mention.last : mention.last + 2]
        return alone and any(word in self.lexicon.offices.heads for word in following)

    def _acts(self, mention: PersonMention) -> bool:
        """Tell whether a verb of meeting or saying follows the words, or "with" stands before them."""
        folded, lexicon = self.document.folded, self.lexicon
        sentence = self.document.sentences[mention.sentence]
        if self.document.kind(sentence) is ParagraphKind.HEADLINE:
            return False
        after = mention.last
        while after < sentence.last and folded[after] in {"also", ",", "today", "has"}:
            after += 1
        if after < sentence.last and (
            lexicon.encounters.verbs.longest(folded, after, sentence.last)
            or lexicon.speech.verbs.longest(folded, after, sentence.last)
        ):
            return True
        return folded[mention.first - 1] == "with" if mention.first > sentence.first else False

    def _add(self, index: int, mention: PersonMention, key: tuple[str, ...], number: int | None) -> None:
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
        if mention.counterpart and office is None:
            office, role = self._inherited(mention)
        full = mention.name is not None or mention.country is not None
        if cluster.role is None or (full and self._says_more(cluster, role, office)):
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
        known, told = set(fold_words(cluster.role)), set(fold_words(role))
        return known < told and not told & self.lexicon.offices.deputies - known

    def _inherited(self, mention: PersonMention) -> tuple[Office | None, str | None]:
        """Return the office and role of the one whose counterpart is named: the last before."""
        for index in reversed(range(len(self.people))):
            other = self.people[index]
            if other.first >= mention.first or other.counterpart or other.sentence < mention.sentence - 1:
                continue
            number = self.of_mention[index]
            if other.office:
                return other.office, other.role
            if number is not None and self.clusters[number].office:
                return self.clusters[number].office, self.clusters[number].role
        return None, None

    def informed(self, mentions: Mentions) -> Mentions:
        """Return the mentions, each with the country that another mention of the person states."""
        people = []
        for mention, number in zip(self.people, self.of_mention, strict=True):
            if number is None:
                people.append(mention)
                continue
            cluster = self.clusters[number]
            country, office = mention.country or cluster.country, mention.office or cluster.office
            people.append(attrs.evolve(mention, country=country, office=office))
        return Mentions(tuple(people), mentions.names)

    def join_offices(self, issuer: str | None) -> None:
        """Join the mentions that name an office only: "the Minister", "his Russian counterpart"."""
        for cluster in self.clusters:
            if cluster.country is None and cluster.organisation is None and cluster.role:
                cluster.own = True
        for index, mention in enumerate(self.people):
            if mention.name is not None or mention.plural:
                continue
            if mention.office is None and not mention.counterpart:
                self._join_reverential(index, mention)
                continue
            office = mention.office or (self._inherited(mention)[0] if mention.counterpart else None)
            if office is None:
                continue
            number = self._holder(mention, office, issuer)
            if number is None and not self._stands_alone(mention, office, issuer):
                continue
            self._add(index, mention, (), number)
            cluster = self.clusters[self.of_mention[index] or 0]
            if number is None and cluster.country is None and cluster.organisation is None:
                cluster.own = True

    def _join_reverential(self, index: int, mention: PersonMention) -> None:
        """Join "His Majesty" to the last person before who bears that style."""
        style = fold_words(mention.honorific or "")
        for number in sorted(range(len(self.clusters)), key=lambda n: -self.clusters[n].first):
            cluster = self.clusters[number]
            if cluster.first < mention.first and fold_words(cluster.honorific or "")[: len(style)] == style:
                self._add(index, mention, (), number)
                return

    def _holder(self, mention: PersonMention, office: Office, issuer: str | None) -> int | None:
        """Return the person who holds an office that is named without a name."""
        fitting = [
            n for n, cluster in enumerate(self.clusters) if self._fits(cluster, mention, office, issuer)
        ]
        if not mention.country and not mention.organisation and not mention.counterpart:
            own = [n for n in fitting if self.clusters[n].own or self.clusters[n].country == issuer]
            if own:
                return own[0]
            if fitting and self._meets_another(mention, fitting):
                return None
        if not fitting and mention.country:
            return self._of_country(mention)
        if mention.country:
            fitting = [n for n in fitting if self.clusters[n].country == mention.country] or fitting
        before = [n for n in fitting if self.clusters[n].first < mention.first]
        return before[-1] if before else fitting[0] if fitting else None

    def _fits(self, cluster: Cluster, mention: PersonMention, office: Office, issuer: str | None) -> bool:
        """Tell whether a person can be the one whose office is named."""
        country = cluster.country or (issuer if cluster.own else None)
        if mention.country and mention.country != country and not (country is None and cluster.own):
            return False
        if mention.organisation and cluster.organisation != mention.organisation:
            return False
        if (
            mention.organisation is None
            and mention.country is None
            and cluster.organisation
            and mention.counterpart
        ):
            return False
        return self._same_office(cluster, mention, office)

    def _same_office(self, cluster: Cluster, mention: PersonMention, office: Office) -> bool:
        """Tell whether two titles can be those of one office: "the Minister", "Foreign Minister"."""
        if cluster.office is None or cluster.role is None:
            return False
        words = fold_words(mention.role or "")
        if cluster.office == office:
            if office not in self.lexicon.offices.told_apart or mention.counterpart or not words:
                return True
            synonyms = self.lexicon.offices.synonyms
            last = synonyms.get(words[-1], words[-1])
            return last in {synonyms.get(word, word) for word in fold_words(cluster.role)}
        if {cluster.office, office} == {Office.ENVOY, Office.AMBASSADOR}:
            return mention.country is not None
        known = fold_words(cluster.role)
        short, long = sorted((words, known), key=len)
        return len(short) == 1 and short[0] in long and (short is words or mention.country is not None)

    def _of_country(self, mention: PersonMention) -> int | None:
        """Return the only person of a country, for whom a headline has a looser title: "Saudi minister"."""
        found = [n for n, cluster in enumerate(self.clusters) if cluster.country == mention.country]
        if mention.counterpart:
            return next((n for n in found if self.clusters[n].office is not Office.AMBASSADOR), None)
        headline = self.document.kind(self.document.sentences[mention.sentence]) is ParagraphKind.HEADLINE
        return found[0] if headline and len(found) == 1 else None

    def _meets_another(self, mention: PersonMention, holders: Sequence[int]) -> bool:
        """Tell whether an unnamed office is not the named holder's: it comes before, or beside."""
        for number in holders:
            if self.clusters[number].foreign.get(mention.sentence, 0) > mention.first:
                return True
        return all(self.clusters[number].first > mention.first for number in holders)

    def _stands_alone(self, mention: PersonMention, office: Office, issuer: str | None) -> bool:
        """Tell whether an office that nobody named holds is a person of its own."""
        if mention.counterpart:
            return mention.country is not None
        if mention.country is not None:
            return office is not Office.OFFICIAL
        heads = {
            Office.HEAD_OF_STATE,
            Office.HEAD_OF_GOVERNMENT,
            Office.FOREIGN_MINISTER,
            Office.DEPUTY_HEAD,
            Office.HEAD_OF_ORGANISATION,
        }
        return (
            office in heads
            and (issuer is not None or mention.organisation is not None)
            and self.document.folded[mention.first - 1] == "the"
        )


def _is_within(short: Sequence[str], long: Sequence[str]) -> bool:
    """Tell whether the words of one name stand in the other in the same order."""
    rest = iter(long)
    return all(word in rest for word in short)


def _likeness(key: Sequence[str], known: Sequence[str]) -> int:
    """Return how surely two names are one person's; 0 when they are not."""
    if tuple(key) == tuple(known):
        return 6
    short, long = sorted((key, known), key=len)
    if set(short) <= set(long):
        if len(short) > 2 and not _is_within(short, long):
            return 0
        if short[-1] == long[-1]:
            return 4 if len(short) > 1 else 3
        if len(short) > 1:
            return 3
        return 2 if short[0] in {long[0], *long[-2:]} else 1
    if short[-1] == long[-1] and len(short) == len(long):
        differing = [(a, b) for a, b in zip(short, long, strict=True) if a != b]
        if len(differing) == 1 and differing[0][0][0] == differing[0][1][0]:
            return 2
    return 0
