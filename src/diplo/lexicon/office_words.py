"""The vocabulary of offices, and of what stands around a name."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from diplo.lexicon.words import Phrases, Words
from diplo.model import Office
from diplo.phrasetable import PhraseTable


def _office_starts(words: OfficeWords) -> Words:
    """Return heads, abbreviations, and what may stand before a head."""
    return words.modifiers.union(words.heads, words.portfolio, words.abbreviations)


def _honorific_starts(words: OfficeWords) -> Words:
    """Return the words with which honorifics start, an article included."""
    return words.honorifics.firsts | {"the"}


def _person_starts(words: OfficeWords) -> Words:
    """Return what opens an office, callings and particles."""
    return words.office_starts.union(words.callings, words.particles)


@attrs.frozen(eq=False, repr=False)
class OfficeWords:
    """What offices and the neighbourhood of names are made of.

    Attributes:
        honorifics: words of respect before a name: "His Excellency", "Dr."
        royal_styles: titles before a name that are also offices of their own: "Prince".
        suffixes: what follows a name as part of it: "Jr."; `dotted_suffixes` may close with a
            full stop.
        post_nominals: degrees, decorations and ranks behind a name, in capitals: "MP".
        particles: what joins the parts of a name: "bin", "van".
        patronymics: particles behind which the name of the father stands.
        short_names: first names that are written short, with a full stop: "Mohd."
        short_words: names that are also words of grammar: "So", "An".
        ordinals: ordinals, also as the end of a word, which are no names.
        noun_endings: endings of common nouns, which no family name has.
        synonyms: the usual word of an office by a rarer one: "premier" for "minister".
        capital_honorifics: honorifics that are one only in capitals: "HE", not "he".
        reverential: honorifics that stand alone for somebody named before: "His Majesty".
        princely: honorifics of princes, who may have no office.
        papal: honorifics of the Pope.
        things: what is named after people: the "Airport" of "King Hamad Airport".
        never_in_names: honorifics that stand before a name and never inside one.
        never_names: capitalised words that belong to no name.
        countries_in_names: countries that are given names as well.
        heads_in_names: heads of an office that may be part of a name: "Sultan".
        heads: the nouns around which an office is built, with the class when no title says more.
        abbreviations: abbreviations of an office in capitals, with its class: "FM".
        headline_verbs: verbs in title case behind an office: "Concludes".
        credits: words before the name of who wrote or photographed: "Photo: A B".
        callings: what people without an office are called, with the class: "journalist".
        heads_alone: heads that open a new office rather than close one of several words.
        head_tails: what may follow a head as part of the title: "ad interim".
        nations: titles of one country only, with its code: "Taoiseach".
        heads_of_bodies: who leads an organisation under the title of the head of a state or
            parliament.
        presided: what a president presides over who is no head of state.
        leaders_of_bodies: who leads an organisation under the title of an official.
        departments: words by which the secretary general of a department is told from that of an
            organisation.
        missions: posts of an organisation in a country, whose heads are ambassadors.
        chairs: chairs of a committee, who are legislators unless the committee is `executive`.
        private_bodies: bodies of business, learning and belief.
        public_bodies: bodies of a state, whose chief executives are officials.
        posted: who is posted to a city: "Ambassador in Lima".
        parliaments: words by which a body is told to be a parliament; `parliamentarians` belong
            to one.
        of_ministries: words by which the secretary of a ministry is told from a minister.
        royal_leads: what may stand before "prince" in an office: "Crown".
        no_office_after: words after which a head in lower case is no office: "to head".
        surely_offices: heads that are one even there.
        honorific_starts: all words that can open honorifics.
        office_starts: all words that can open an office.
        person_starts: these, callings and particles: what can open a person phrase in lower case.
        titles: whole titles, with their class.
        rank: the place of each class among those of one role: the lowest decides.
        told_apart: classes whose holders are told apart by the word of the office: "the King" is
            not "the Emir".
        bodies: titles that belong to one organisation: "High Representative".
        sovereigns: styles of a sovereign that stand for the country.
        bodies_nouns: nouns that close the name of a body: "Council".
        styles: classes that may stand before a name as a mere style, with the weightier office
            around.
        deputies: words before a head that make it a deputy; `deputy_of` gives the class that each
            class becomes.
        by_country: titles of another class in some countries, by that class and the code.
        modifiers: what stands before a head as part of the office, besides fields: "acting".
        portfolio: words of the fields of ministries and offices: "Trade".
        joints: words that join the parts of a field: "and".
        newly: words between the owner and the office: "Oman's new president".
        courteous: what is said of a country out of courtesy: "sisterly".
        links: what joins a title behind a name to it: "who is currently the".
        complements: prepositions that open a part of what follows a head: "for", "to".
        origins: those behind which the country of the office stands: "of".
        placing: those that open no further part of a field behind a comma: ", in".
        appended: bodies that may follow an office behind a comma: ", Ministry of Finance".
        body_joints: what joins the words of the name of a body; `long_joints` those of its longer
            form.
        owning_groups: who owns a body inside of its name: "People's Assembly".
        regions: regions that may stand in brackets behind an office: "(East)".
    """

    honorifics: Phrases
    royal_styles: Phrases
    suffixes: Words
    post_nominals: Words
    particles: Words
    patronymics: Words
    short_names: Words
    short_words: Words
    ordinals: Words
    noun_endings: tuple[str, ...]
    synonyms: Mapping[str, str]
    capital_honorifics: Words
    reverential: Words
    princely: Words
    papal: Words
    things: Words
    never_in_names: Words
    never_names: Words
    heads_in_names: Words
    countries_in_names: Words
    heads: Mapping[str, str]
    abbreviations: Mapping[str, str]
    headline_verbs: Words
    credits: Words
    callings: Mapping[str, str]
    heads_alone: Words
    head_tails: Phrases
    nations: Phrases
    heads_of_bodies: Words
    presided: Words
    leaders_of_bodies: Words
    departments: Words
    missions: Words
    chairs: Words
    private_bodies: Words
    public_bodies: Words
    posted: Words
    parliaments: Words
    royal_leads: Words
    executive: Words
    no_office_after: Words
    surely_offices: Words
    titles: PhraseTable[Office]
    rank: Mapping[str, int]
    told_apart: frozenset[Office]
    bodies: Phrases
    sovereigns: Phrases
    bodies_nouns: Words
    styles: Words
    deputies: Words
    deputy_of: Mapping[str, str]
    by_country: Mapping[str, Mapping[str, list[str]]]
    modifiers: Words
    portfolio: Words
    joints: Words
    newly: Words
    courteous: Words
    dotted_suffixes: Words
    parliamentarians: Words
    of_ministries: Words
    links: Words
    complements: Words
    origins: Words
    placing: Words
    appended: Words
    body_joints: Words
    owning_groups: Words
    long_joints: Words
    regions: Words
    honorific_starts: Words = attrs.field(
        init=False, default=attrs.Factory(_honorific_starts, takes_self=True)
    )
    office_starts: Words = attrs.field(init=False, default=attrs.Factory(_office_starts, takes_self=True))
    person_starts: Words = attrs.field(init=False, default=attrs.Factory(_person_starts, takes_self=True))
