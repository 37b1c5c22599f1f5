"""Who is who: joins the mentions of one person, and finds the person behind "the Minister"."""

from __future__ import annotations

from collections import Counter

import attrs

from diplo.countries import is_country
from diplo.lexicon import Lexicon, NameKind
from diplo.model import Office
from diplo.parser.delegations import body_of_delegation, country_of_delegation, country_of_host
from diplo.parser.document import Document
from diplo.parser.issuer import find_issuer
from diplo.parser.mentions import Mentions
from diplo.parser.name_joining import Cluster
from diplo.parser.resolver import Resolver
from diplo.tokens import fold_words

_NOT_OF_A_STATE = frozenset((Office.PRIVATE, Office.HEAD_OF_ORGANISATION))


@attrs.frozen
class Entity:
    """A person of the text.

    Attributes:
        name: the fullest form; `None` for somebody known by office and country only.
        mentions: indices into the mentions of people, in the order of the text.
        own: the country was not said: it is that of the issuer.
    """

    name: str | None
    aliases: tuple[str, ...]
    honorific: str | None
    role: str | None
    office: Office | None
    country: str | None
    organisation: str | None
    mentions: tuple[int, ...]
    spokesperson: bool
    own: bool

    @property
    def party(self) -> str | None:
        """Return the country or the organisation that the person represents."""
        return self.country or self.organisation


@attrs.frozen
class Entities:
    """The people of a text, in the order in which they appear.

    Attributes:
        of_mention: for each mention of a person, the index of its entity; `None` when unknown.
        issuer: ISO code or organisation of the publisher, given or found.
    """

    people: tuple[Entity, ...]
    of_mention: tuple[int | None, ...]
    issuer: str | None


def resolve_entities(
    document: Document, mentions: Mentions, lexicon: Lexicon, issuer: str | None
) -> Entities:
    """Join the mentions of a text into people."""
    resolver = Resolver(document, mentions, lexicon)
    resolver.join_names()
    for cluster in resolver.clusters:
        if cluster.role and cluster.unplaced:
            first = mentions.people[cluster.mentions[0]]
            cluster.country = country_of_host(first, document, mentions, lexicon.sides)
    own = sum(1 for cluster in resolver.clusters if cluster.role and cluster.unplaced)
    found = issuer or find_issuer(document, resolver.informed(mentions), lexicon, own=own)
    resolver.join_offices(found)
    people = [_entity(cluster, mentions, document, lexicon, found) for cluster in resolver.clusters]
    order = sorted(range(len(people)), key=lambda number: people[number].mentions[0])
    place = {old: new for new, old in enumerate(order)}
    of_mention = tuple(None if number is None else place[number] for number in resolver.of_mention)
    return Entities(tuple(people[number] for number in order), of_mention, found)


def _entity(
    cluster: Cluster, mentions: Mentions, document: Document, lexicon: Lexicon, issuer: str | None
) -> Entity:
    """Close a person: fullest name, aliases, office, country, organisation."""
    names = sorted(dict.fromkeys(cluster.names), key=len, reverse=True)
    first = mentions.people[cluster.mentions[0]]
    delegation = country_of_delegation(first, document, mentions, lexicon.sides)
    office, country, own = _style(cluster, lexicon)
    if country is None and cluster.role is None and delegation and cluster.honorific:
        country = delegation
    office = _in_country(office, cluster.role, country or issuer, lexicon)
    if own and is_country(issuer):
        country = issuer
    if own and delegation:
        country, own = delegation, False
    organisation = cluster.organisation
    if country is None and cluster.role is None and organisation is None:
        organisation = body_of_delegation(first, document, mentions, lexicon.sides)
    of_one_named = " of " in (cluster.role or "")
    if cluster.office is Office.HEAD_OF_ORGANISATION and organisation is None and not of_one_named:
        organisation = _body_of_text(mentions) if issuer is None or is_country(issuer) else issuer
    return Entity(
        name=names[0] if names else None,
        aliases=tuple(names[1:]),
        honorific=cluster.honorific,
        role=cluster.role,
        office=office,
        country=country,
        organisation=organisation,
        mentions=tuple(sorted(cluster.mentions)),
        spokesperson=cluster.credited or _is_spokesperson(cluster, mentions, document, lexicon),
        own=own,
    )


def _style(cluster: Cluster, lexicon: Lexicon) -> tuple[Office | None, str | None, bool]:
    """Return office and country as titles and honorifics tell them, and whether it is the publisher's."""
    office, country, honorific = (
        cluster.office,
        cluster.country,
        " ".join(fold_words(cluster.honorific or "")),
    )
    foreign = country is not None or cluster.organisation is not None
    own = not foreign and office not in _NOT_OF_A_STATE and cluster.role is not None
    if cluster.role is None and honorific.startswith(tuple(lexicon.offices.princely)):
        office = office or Office.ROYAL
        own = own or (office is Office.ROYAL and country is None)
    if honorific in lexicon.offices.papal:
        office, country = Office.HEAD_OF_STATE, "VA"
    return office, country, own


def _is_spokesperson(cluster: Cluster, mentions: Mentions, document: Document, lexicon: Lexicon) -> bool:
    """Tell whether somebody speaks for the publisher rather than takes part."""
    people, spoken = mentions.people, lexicon.speech.spokespersons
    return any(
        found
        for m in cluster.mentions
        for found in spoken.within(document.folded, people[m].first, people[m].last)
    )


def _in_country(
    office: Office | None, role: str | None, country: str | None, lexicon: Lexicon
) -> Office | None:
    """Return the class of a title that means something else in some countries."""
    for special, titles in lexicon.offices.by_country.items():
        if role and country and " ".join(fold_words(role)) in titles.get(country, ()):
            return Office(special)
    return office


def _body_of_text(mentions: Mentions) -> str | None:
    """Return the organisation that a text names most: that of "the Secretary-General"."""
    named = Counter(m.name.label for m in mentions.names if m.name.kind is NameKind.ORGANISATION)
    return named.most_common(1)[0][0] if named else None
