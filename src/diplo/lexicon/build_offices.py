"""From `offices.toml` to the values that the stages search."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from diplo.lexicon.build import phrases
from diplo.lexicon.office_words import OfficeWords
from diplo.model import Office
from diplo.phrasetable import PhraseTable
from diplo.tokens import fold_words


def offices_words(data: Mapping[str, Any]) -> OfficeWords:
    """Build the vocabulary of offices."""
    grammar, complement, deputies = data["grammar"], data["complement"], data["deputies"]
    return OfficeWords(
        **_around_names(data),
        **_heads(data["nouns"]),
        heads=dict(data["heads"]),
        abbreviations=dict(data["abbreviations"]),
        callings={word: office for office, listed in data["callings"].items() for word in listed},
        titles=PhraseTable(
            (fold_words(title), Office(office))
            for office, listed in data["titles"].items()
            for title in listed
        ),
        nations=_table(data["nations"]),
        bodies=_table(data["bodies"]),
        sovereigns=_table(data["sovereigns"]),
        told_apart=frozenset(Office(office) for office in data["told_apart"]),
        rank={Office(office): number for number, office in enumerate(data["rank"])},
        synonyms=dict(data["synonyms"]),
        styles=frozenset(data["styles"]),
        deputies=frozenset(deputies["words"]),
        deputy_of=dict(deputies["of"]),
        by_country={office: dict(titles) for office, titles in data["countries"].items()},
        modifiers=frozenset(grammar["modifiers"]),
        portfolio=frozenset(grammar["portfolio"]),
        bodies_nouns=frozenset(grammar["bodies"]),
        joints=frozenset(grammar["joints"]),
        newly=frozenset(grammar["newly"]),
        courteous=frozenset(grammar["courteous"]),
        links=frozenset(data["apposition"]["links"]),
        complements=frozenset(complement["prepositions"]),
        origins=frozenset(complement["origins"]),
        placing=frozenset(complement["placing"]),
        appended=frozenset(complement["appended"]),
        body_joints=frozenset(complement["body_joints"]),
        owning_groups=frozenset(complement["owning_groups"]),
        long_joints=frozenset(complement["long_joints"]),
        regions=frozenset(complement["regions"]),
    )


def _around_names(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what stands before, in and behind names."""
    lists = """
    suffixes dotted_suffixes post_nominals particles patronymics short_names short_words ordinals
    capital_honorifics headline_verbs credits reverential princely papal things never_in_names never_names
    heads_in_names countries_in_names
    """
    return {
        "honorifics": phrases(data["honorifics"]),
        "royal_styles": phrases(data["royal_styles"]),
        "noun_endings": tuple(data["noun_endings"]),
        **{name: frozenset(data[name]) for name in lists.split()},
    }


def _heads(nouns: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the heads of offices and of bodies that mean something of their own."""
    lists = """
    heads_of_bodies presided leaders_of_bodies departments missions chairs private_bodies public_bodies posted
    parliaments parliamentarians of_ministries royal_leads executive no_office_after surely_offices
    """
    return {
        "heads_alone": frozenset(nouns["alone"]),
        "head_tails": phrases(nouns["tails"]),
        **{name: frozenset(nouns[name]) for name in lists.split()},
    }


def _table(codes: Mapping[str, str]) -> PhraseTable[str]:
    """Build a table of phrases from what they stand for."""
    return PhraseTable((fold_words(phrase), code) for phrase, code in codes.items())
