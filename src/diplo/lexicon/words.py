"""What each file of the vocabulary holds, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from diplo.lexicon.verbs import Form
from diplo.model import Act, MeetingFormat, Office
from diplo.phrasetable import PhraseTable

Words = frozenset[str]
Phrases = PhraseTable[str]


def _clause_triggers(words: SpeechWords) -> Words:
    """Return the words at which a clause of saying can open."""
    tables = (words.verbs, words.holding, words.passive_after, words.passive_before)
    return frozenset().union(*(table.firsts for table in tables))


def _endings(words: TopicWords) -> Words:
    """Return the words at which a phrase can end."""
    return words.ends | words.modifiers | words.stop_phrases.firsts


def _act_triggers(words: UndertakingWords) -> Words:
    """Return the words at which an undertaking can stand."""
    sets = (words.readiness, words.intending, words.invitations, words.accepting, words.scheduled)
    return frozenset(("to",)).union(words.signing.firsts, *sets)


@attrs.frozen
class Cue:
    """A verb that opens a clause, in one of its forms.

    Attributes:
        value: what the verb means to its table: an act of speech, or a format of meeting.
        lemma: the phrase with its verb in the base form.
    """

    value: str
    lemma: str
    form: Form


@attrs.frozen
class OfficeWords:
    """What offices and the neighbourhood of names are made of."""

    honorifics: Phrases
    honorific_starts: Words
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
    heads: Mapping[str, str]
    abbreviations: Mapping[str, str]
    callings: Mapping[str, str]
    heads_alone: Words
    head_tails: Phrases
    nations: Phrases
    heads_of_bodies: Words
    leaders_of_bodies: Words
    departments: Words
    chairs: Words
    private_bodies: Words
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


@attrs.frozen
class EncounterWords:
    """What tells of an encounter.

    Attributes:
        starters: the first words of everything that can report an encounter.
        light: the forms of verbs that take a noun of meeting: "held a meeting".
        weak: verbs that report an encounter only where nothing firmer does.
        report_ends: words with which a report turns to what was said.
    """

    verbs: PhraseTable[Cue]
    headline_verbs: Words
    starters: Words
    light: Mapping[str, Form]
    light_stops: Words
    weak: Words
    firm_with_guest: Words
    passive: Words
    passive_verbs: Words
    speaking: Words
    no_speaking: Words
    severally: Words
    meeting_nouns: Words
    joining: Words
    groups: Words
    day_parts: Words
    purposes: Words
    internal: Phrases
    open_nouns: Words
    leading: Words
    each: Words
    held: Phrases
    call_verbs: Words
    call_nouns: Words
    no_call: Words
    noun_links: Words
    noun_leads: Words
    noun_openers: Words
    report_ends: Words
    asides: Words
    hosting: Words
    at_home: Words
    visiting: Words
    placing: Words
    elsewhere: Words
    residing: Words
    not_own: Words
    event_ends: Words
    background: Words
    denials: Words
    announcing: Words
    no_verb_after: Words
    participle_openers: Words
    apart: Words
    guests: Words
    in_person: Words
    formats: PhraseTable[MeetingFormat]
    nouns: Phrases
    venue_heads: Words
    venue_countries: Mapping[str, str]
    events: Words
    margins: Phrases
    attendance: Phrases
    attendance_starters: Words
    fronted: Phrases
    list_openers: Words
    rolls: Phrases
    absence: Phrases
    absence_reach: int
    before_name: Words
    future: Words
    issuers: PhraseTable[str]
    issuer_starters: Words
    own_nouns: Words


@attrs.frozen
class SpeechWords:
    """What tells that somebody speaks, and what the words do."""

    verbs: PhraseTable[Cue]
    headline_verbs: Words
    discussing: Words
    never_participles: Words
    light_only: Words
    solo: Words
    light: Words
    nouns: PhraseTable[Act]
    both: Phrases
    events: Words
    event_verbs: Words
    spokespersons: Phrases
    speakers: Words
    groups: Words
    plural_subjects: Words
    first_person: Words
    feminine: Words
    masculine: Words
    own_bodies: Words
    telling: Words
    openers: Words
    holding: PhraseTable[Cue]
    talks: Words
    views: Words
    about: Words
    chairing: Words
    occasions: Words
    passive_acts: Words
    passive_after: Phrases
    passive_before: Phrases
    turns: Phrases
    opinions: Words
    signing: Words
    attending: Words
    travelling: Words
    triggers: Words = attrs.field(init=False, default=attrs.Factory(_clause_triggers, takes_self=True))


@attrs.frozen
class TopicWords:
    """How the words that name a topic are cut out of a clause."""

    leads: Mapping[str, Phrases]
    praise: Words
    determiners: Words
    verbs: Phrases
    ends: Words
    modifiers: Words
    stop_phrases: Phrases
    includes: Phrases
    areas: Phrases
    empty: Words
    tails: Phrases
    binomials: Phrases
    finite: Words
    adjective_endings: tuple[str, ...]
    not_adjectives: Words
    not_adverbs: Words
    adjectives: Words
    participles: Words
    shared_heads: Words
    nesting: Words
    vague: Words
    relational: Words
    introducing: Words
    subordinating: Words
    somebody: Words
    willing: Words
    aiming: Words
    working: Words
    openers_of_lists: Words
    reporting: Words
    clausal_rules: Words
    after_addressee: Words
    thanked_for: Words
    telling: Words
    told_about: Words
    calling_on: Words
    congratulated: Words
    congratulating: Words
    courtesies: Words
    serving: Words
    feasts: Words
    work_goals: Words
    times: Words
    dating: Words
    times_of: Words
    nearest: Words
    spans: Words
    void: Words
    enabling: Words
    joining_dates: Words
    occasions: Words
    ending: Words = attrs.field(init=False, default=attrs.Factory(_endings, takes_self=True))
    dropped: Words = attrs.field(
        init=False, default=attrs.Factory(lambda words: words.determiners | words.praise, takes_self=True)
    )


@attrs.frozen
class UndertakingWords:
    """What tells that somebody undertakes to do something."""

    plan_acts: Phrases
    mutual: Words
    base_verbs: Words
    planned_promises: Words
    effects: Words
    states: Words
    relational: Words
    ready: Words
    readiness: Words
    scheduled: Words
    events: Words
    forward_acts: Words
    coming: Words
    visits: Words
    signatures: Words
    journeys: Words
    holding: Words
    starts: Words
    done: Words
    moved: Words
    stative: Words
    telling: Words
    pledging: Words
    granting: Words
    offering: Words
    tasking: Words
    intending: Words
    ideals: Words
    vows: Words
    accepting: Words
    invitations: Words
    invited_acts: Words
    going_on: Words
    instruments: Phrases
    signing: PhraseTable[Cue]
    numbers: Mapping[str, int]
    negations: Words
    conditions: Words
    triggers: Words = attrs.field(init=False, default=attrs.Factory(_act_triggers, takes_self=True))
