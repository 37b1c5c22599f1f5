"""Joins mentions of offices without a name to people: "the Minister", "his Russian counterpart"."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from diplo.model import Office
from diplo.parser.document import ParagraphKind
from diplo.parser.mentions import Mentions, PersonMention
from diplo.parser.name_joining import Cluster, NameJoiner
from diplo.tokens import fold_words

_NEAR = 3
_REACH_OF_AS = 3
# Offices of which a text that names no country has one only.
_SINGLE = frozenset(
    (
        Office.HEAD_OF_STATE,
        Office.HEAD_OF_GOVERNMENT,
        Office.FOREIGN_MINISTER,
        Office.DEPUTY_HEAD,
        Office.HEAD_OF_ORGANISATION,
    )
)


class Resolver(NameJoiner):
    """Joins mentions, named ones first, offices when the publisher is known."""

    def informed(self, mentions: Mentions) -> Mentions:
        """Return the mentions, each with the country that another mention of the person states."""
        people = []
        for mention, number in zip(self.people, self.of_mention, strict=True):
            if number is None:
                people.append(mention)
                continue
            cluster = self.clusters[number]
            country, office = mention.country or cluster.country, mention.office or cluster.office
            told = (country, office) == (mention.country, mention.office)
            people.append(mention if told else attrs.evolve(mention, country=country, office=office))
        return Mentions(tuple(people), mentions.names)

    def join_offices(self, issuer: str | None) -> None:
        """Join the mentions that name an office only: "the Minister", "his Russian counterpart"."""
        for cluster in self.clusters:
            if cluster.role and cluster.unplaced:
                cluster.own = True
        for index, mention in enumerate(self.people):
            near = self.document.folded[max(0, mention.first - _REACH_OF_AS) : mention.first]
            if mention.name is None and "as" in near:
                number = self._installed(mention) if near[-1] == "as" else self._described(index)
                if number is not None:
                    self.add(index, mention, (), number)
        for index, mention in enumerate(self.people):
            if mention.name is not None or mention.plural or self.of_mention[index] is not None:
                continue
            if mention.office is None and not mention.counterpart:
                self._join_reverential(index, mention)
                continue
            office = mention.office or (self.inherited(mention)[0] if mention.counterpart else None)
            if office is None:
                continue
            number = self._holder(mention, office, issuer)
            if number is None:
                number = self._untitled(mention)
            if number is None and not self._stands_alone(mention, office):
                continue
            self.add(index, mention, (), number)
            cluster = self.clusters[self.of_mention[index] or 0]
            if number is None and cluster.unplaced:
                cluster.own = True

    def _join_reverential(self, index: int, mention: PersonMention) -> None:
        """Join "His Majesty" to the last person before who bears that style."""
        style = fold_words(mention.honorific or "")
        for number in sorted(range(len(self.clusters)), key=lambda n: -self.clusters[n].first):
            cluster = self.clusters[number]
            if cluster.first < mention.first and fold_words(cluster.honorific or "")[: len(style)] == style:
                self.add(index, mention, (), number)
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

    def _untitled(self, mention: PersonMention) -> int | None:
        """Return "Mr A" whom "the Swiss Ambassador" means later on: the only one near without an office."""
        if mention.country is None or mention.counterpart:
            return None
        near = [
            number
            for number, cluster in enumerate(self.clusters)
            if cluster.honorific
            and not (cluster.role or cluster.country or cluster.organisation)
            and any(0 < mention.sentence - self.people[i].sentence <= _NEAR for i in cluster.mentions)
        ]
        return near[0] if len(near) == 1 else None

    def _installed(self, mention: PersonMention) -> int | None:
        """Return who "presented his credentials as Ambassador": the first named, without an office."""
        for index, other in enumerate(self.people):
            number = self.of_mention[index]
            if other.sentence == mention.sentence and other.first < mention.first and number is not None:
                return number if self.clusters[number].role is None else None
        return None

    def _described(self, index: int) -> int | None:
        """Return who came "as the first Mongolian Prime Minister": the last named before, of that office."""
        mention = self.people[index]
        for before in range(index - 1, -1, -1):
            number = self.of_mention[before]
            if self.people[before].sentence != mention.sentence:
                return None
            if number is not None:
                cluster = self.clusters[number]
                same = mention.country and not cluster.country and cluster.office == mention.office
                return number if same else None
        return None

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
        if {cluster.office, office} == {Office.DEPUTY_HEAD, Office.FOREIGN_MINISTER}:
            return self.is_foreign_minister(cluster.role)
        if {cluster.office, office} == {Office.ENVOY, Office.AMBASSADOR}:
            return mention.country is not None
        known = fold_words(cluster.role)
        short, long = sorted((words, known), key=len)
        return len(short) == 1 and short[0] in long and (short is words or mention.country is not None)

    def _of_country(self, mention: PersonMention) -> int | None:
        """Return the only person of a country, for whom a headline has a looser title: "Saudi minister".

        "The Swiss diplomat" is whoever of that country was named last.
        """
        found = [n for n, cluster in enumerate(self.clusters) if cluster.country == mention.country]
        if mention.role is None and not mention.counterpart:
            return next((n for n in reversed(found) if self.clusters[n].first < mention.first), None)
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

    def _stands_alone(self, mention: PersonMention, office: Office) -> bool:
        """Tell whether an office that nobody named holds is a person of its own."""
        if mention.counterpart:
            return mention.country is not None
        if mention.country is not None:
            return office is not Office.OFFICIAL
        return office in _SINGLE and self.document.folded[mention.first - 1] == "the"
