"""Who is who: joins the mentions of one person, and finds the person behind "the Minister"."""

from __future__ import annotations

from collections import Counter

import attrs

from diplo.lexicon import Lexicon, NameKind
from diplo.model import Office
from diplo.parser.document import Document, starting_within
from diplo.parser.issuer import find_issuer
from diplo.parser.mentions import Mentions
from diplo.parser.resolver import Cluster, Resolver
from diplo.tokens import fold, fold_words

_NOT_OF_A_STATE = frozenset((Office.PRIVATE, Office.HEAD_OF_ORGANISATION))


_SIDES = frozenset(("delegation", "officials", "team", "side", "part"))
_DELEGATIONS = frozenset(("delegation", "officials", "team"))
_BELONGING = frozenset(
    """led leads headed heading heads leading included includes including comprised comprises composed
    consisting other by were was with representing""".split()
)
_KINDS = frozenset(("parliamentary", "presidential", "official", "government", "ministerial", "accompanying"))
_CLAUSE_ENDS = frozenset((";", "while", "and", "whereas"))


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
    own = sum(1 for c in resolver.clusters if c.role and not c.country and not c.organisation)
    found = issuer or find_issuer(document, resolver.informed(mentions), lexicon, own=own)
    resolver.join_offices(found)
    people = [_entity(cluster, mentions, document, lexicon, found) for cluster in resolver.clusters]
    order = sorted(range(len(people)), key=lambda number: people[number].mentions[0])
    place = {old: new for new, old in enumerate(order)}
    of_mention = tuple(None if number is None else place[number] for number in resolver.of_mention)
    return Entities(tuple(people[number] for number in order), of_mention, found)


def _entity(
    cluster: Cluster,
    mentions: Mentions,
    document: Document,
    lexicon: Lexicon,
    issuer: str | None,
) -> Entity:
    """Close a person: fullest name, aliases, country."""
    people = mentions.people
    names = sorted(dict.fromkeys(cluster.names), key=len, reverse=True)
    name = names[0] if names else None
    country = cluster.country
    delegation = _delegation(cluster, mentions, document)
    own = (
        country is None
        and cluster.organisation is None
        and cluster.office not in _NOT_OF_A_STATE
        and cluster.role is not None
    )
    organisation, office = cluster.organisation, cluster.office
    if cluster.role is None and fold(cluster.honorific or "").startswith(tuple(lexicon.offices.princely)):
        office = office or Office.ROYAL
        own = own or (office is Office.ROYAL and country is None)
    if fold(cluster.honorific or "") in lexicon.offices.papal:
        office, country = Office.HEAD_OF_STATE, "VA"
    if country is None and cluster.role is None and delegation and cluster.honorific:
        country = delegation
    office = _in_country(office, cluster.role, country or issuer, lexicon)
    if own and issuer is not None and len(issuer) == 2:
        country = issuer
    if own and delegation:
        country, own = delegation, False
    if cluster.office is Office.HEAD_OF_ORGANISATION and organisation is None:
        organisation = issuer if issuer and len(issuer) > 2 else _body_of_text(mentions)
    folded = document.folded
    spoken = lexicon.speech.spokespersons
    spokesperson = any(
        spoken.longest(folded, index, people[m].last)
        for m in cluster.mentions
        for index in range(people[m].first, people[m].last)
    )
    return Entity(
        name,
        tuple(names[1:]),
        cluster.honorific,
        cluster.role,
        office,
        country,
        organisation,
        tuple(sorted(cluster.mentions)),
        spokesperson,
        own,
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


def _delegation(cluster: Cluster, mentions: Mentions, document: Document) -> str | None:
    """Return the country of "the Chinese delegation included A", "A led the Omani side"."""
    first = mentions.people[cluster.mentions[0]]
    sentence = document.sentences[first.sentence]
    found: dict[int, str] = {}
    for name in starting_within(mentions.names, sentence.first, sentence.last):
        after = document.folded[name.last] if name.last < sentence.last else ""
        if after in _KINDS:
            after = document.folded[name.last + 1]
        if not name.name.code or (after not in _SIDES and document.folded[name.first - 1] != "representing"):
            continue
        near, far = (
            sorted((name.last + 1, first.first)) if name.first < first.first else (first.last, name.first)
        )
        if after not in _DELEGATIONS or not _BELONGING.isdisjoint(document.folded[near:far]):
            found[name.first] = name.name.code
    if len(set(found.values())) == 1:
        return next(iter(found.values()))
    before = [place for place in found if place < first.first]
    behind = [place for place in found if place > first.first]
    if not found:
        return None
    if behind and not (before and _CLAUSE_ENDS.isdisjoint(document.folded[before[-1] : first.first])):
        return found[behind[0]]
    return found[before[-1]] if before else None
