"""What each file of the vocabulary holds, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import attrs

from diplo.lexicon.verbs import Form
from diplo.model import Act, Office
from diplo.phrasetable import PhraseTable

Words = frozenset[str]
Phrases = PhraseTable[str]


def _clause_triggers(words: SpeechWords) -> Words:
    """Return the words at which a clause of saying can open."""
    tables = (words.verbs, words.holding, words.devoting, words.passive_after, words.passive_before)
    return frozenset().union(*(table.firsts for table in tables))


def _endings(words: TopicWords) -> Words:
    """Return the words at which a phrase can end."""
    return words.ends | words.modifiers | words.stop_phrases.firsts


def _act_triggers(words: UndertakingWords) -> Words:
    """Return the words at which an undertaking can stand."""
    sets = (
        words.readiness,
        words.intending,
        words.invitations,
        words.accepting,
        words.scheduled,
        words.coming_soon,
        words.agreed,
        words.launching,
        words.understandings,
    )
    return frozenset(("to",)).union(words.signing.firsts, *sets)


class Cue(NamedTuple):
    """A verb that opens a clause, in one of its forms.

    Attributes:
        value: what the verb means to its table: an act of speech, or a format of meeting.
        lemma: the phrase with its verb in the base form.
    """

    value: str
    lemma: str
    form: Form


@attrs.frozen(eq=False, repr=False)
class SpeechWords:
    """What tells that somebody speaks, and what the words do."""

    verbs: PhraseTable[Cue]
    headline_verbs: Words
    discussing: Words
    never_participles: Words
    progressive: Words
    light_only: Words
    solo: Words
    onto: Words
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
    hosts: Words
    guests: Words
    office_nouns: PhraseTable[frozenset[Office]]
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
    passive_nouns: Words
    turning: Mapping[str, Words]
    devoting: PhraseTable[Cue]
    heads: Words
    turns: Phrases
    inserted: Phrases
    opinions: Words
    signing: Words
    attending: Words
    travelling: Words
    triggers: Words = attrs.field(init=False, default=attrs.Factory(_clause_triggers, takes_self=True))


@attrs.frozen(eq=False, repr=False)
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
    fronting: Phrases
    empty: Words
    tails: Phrases
    binomials: Phrases
    finite: Words
    bases: Words
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
    attributing: Words
    clausal_rules: Words
    media: Words
    after_addressee: Words
    thanked_for: Words
    telling: Words
    drawing: Words
    told_about: Words
    calling_on: Words
    congratulated: Words
    congratulating: Words
    courtesies: Words
    serving: Words
    feasts: Words
    deciding: Words
    heights: Words
    stances: Words
    kinds: Words
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


@attrs.frozen(eq=False, repr=False)
class UndertakingWords:
    """What tells that somebody undertakes to do something."""

    plan_acts: Phrases
    mutual: Words
    base_verbs: Words
    base_of: Mapping[str, str]
    planned_promises: Words
    effects: Words
    provisos: Words
    beliefs: Words
    states: Words
    relational: Words
    relations: Words
    offers: Words
    settled: Words
    giving: Words
    ready: Words
    readiness: Words
    scheduled: Words
    events: Words
    forward_acts: Words
    coming: Words
    coming_soon: Words
    taking_place: Phrases
    backgrounds: Phrases
    visits: Words
    signatures: Words
    journeys: Words
    holding: Words
    gatherings: Words
    ordinals: Words
    many: Words
    hosting: Words
    own_affairs: Phrases
    joint: Words
    starts: Words
    done: Words
    led: Words
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
    invited: Words
    handing: Words
    invited_acts: Words
    going_on: Phrases
    instruments: Phrases
    reached: Words
    understandings: Words
    announcing: Words
    helping: Words
    launching: Words
    agreed: Words
    signing: PhraseTable[Cue]
    numbers: Mapping[str, int]
    negations: Words
    conditions: Words
    triggers: Words = attrs.field(init=False, default=attrs.Factory(_act_triggers, takes_self=True))
