"""The vocabulary of encounters: who met whom, where and when, and on which side they were."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from diplo.lexicon.verbs import Form
from diplo.lexicon.words import Cue, Phrases, Words
from diplo.model import MeetingFormat
from diplo.phrasetable import PhraseTable


@attrs.frozen(eq=False, repr=False)
class EncounterWords:
    """What tells of an encounter.

    Attributes:
        verbs: verbs of meeting in all their forms, each with the format that it tells.
        headline_verbs: the same as headlines write them: "meets".
        starters: the first words of everything that can report an encounter.
        light: the forms of verbs that take a noun of meeting: "held a meeting"; `light_stops` end
            the search for it.
        weak: verbs that report an encounter only where nothing firmer does: "welcome".
        firm_with_guest: those of them that report one all the same with the guest right behind:
            "welcomed B".
        passive: auxiliaries of the passive, and `passive_verbs` that report an encounter in it.
        sent_things: what may be received without an encounter: "message".
        arrivals: where a guest is met by protocol: "airport".
        speaking: verbs that report none before one of `no_speaking`: "spoke about".
        severally: words that make one verb several encounters: "separately".
        each: nouns in the plural that tell of one encounter with each: "held meetings with B and
            C".
        each_after: words of the next sentence that tell the same.
        together: words of the noun that tell of one encounter with all: "trilateral".
        meeting_nouns: nouns of meeting; `nouns` finds them, and `open_nouns` leave open whether
            in person.
        joining: what may stand between a verb and its subject further ahead.
        groups: nouns that can be the subject of such a verb: "the two sides".
        internal: bodies of a state, whose session is no encounter: "of the cabinet".
        leading: words between "by" and a name: who leads a delegation that was met.
        held: what a noun of meeting needs behind it to report one: "took place"; `held_stops` end
            the search.
        clause_stops: words at which the look back for a future ends.
        before_verbs: what may stand between a name and its verb: "A also met".
        call_verbs: verbs, and `call_nouns`, that telephone only without `no_call` behind or
            `no_call_behind` before.
        noun_links: what may stand between a noun of meeting and those who met; `noun_leads` stand
            before the noun.
        noun_openers: what opens the phrase of such a noun: "During his meeting with B".
        report_ends: words with which a report turns to what was said.
        asides: words that open an aside in which others are named than those who met.
        background: words near a verb or noun that make it an encounter of the past: "last".
        denials: words of `future` that deny an encounter: "never".
        announcing: words before a noun of meeting that announce an encounter.
        no_verb_after: words after which a form is no verb: "the call".
        participle_openers: what may stand before a participle that reports one: "Upon receiving
            B".
        granted: what stands before "to" and a verb that reports one: "was pleased to receive B".
        apart: words that set an encounter apart from the main one: "later".
        guests: what the visitor is called: "the guest".
        programmes: what the meetings of a visitor are part of: "programme".
        in_person: words by which those who talked met in person.
        formats: words that settle the format wherever they stand in a report: "by phone".
        attendance: what introduces those who were only present: "attended by".
        accompanying: the first words of those markers that tell whom somebody came with.
        fronted: what introduces them at the head of a report: "In the presence of".
        list_openers: the last words of markers whose list follows.
        composing: markers that tell so only behind the leader of a delegation: "including".
        all_of_them: words near a marker by which it holds for all encounters: "both", with one of
            `gatherings`: "meetings".
        rolls: heads of a list of those who took part: "Participants included"; one of `roll_heads`
            may open it with words between.
        absence: what introduces people who were not there: "message from"; the name stands within
            `absence_reach` words.
        before_name: words that may stand between such a marker and the name.
        future: words before a verb that make it no report: "will".
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
    sent_things: Words
    arrivals: Words
    speaking: Words
    no_speaking: Words
    severally: Words
    meeting_nouns: Words
    joining: Words
    groups: Words
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
    background: Words
    denials: Words
    announcing: Words
    no_verb_after: Words
    participle_openers: Words
    granted: Words
    apart: Words
    guests: Words
    programmes: Words
    in_person: Words
    formats: PhraseTable[MeetingFormat]
    nouns: Phrases
    attendance: Phrases
    fronted: Phrases
    list_openers: Words
    composing: Words
    all_of_them: Words
    gatherings: Words
    rolls: Phrases
    roll_heads: Words
    absence: Phrases
    absence_reach: int
    before_name: Words
    future: Words
    each_after: Words
    together: Words
    held_stops: Words
    clause_stops: Words
    before_verbs: Words
    no_call_behind: Words
    accompanying: Words


@attrs.frozen(eq=False, repr=False)
class PlaceWords:
    """What tells where and when an encounter was held, and on what occasion.

    Attributes:
        venue_heads: nouns that close the name of a venue: "Palace".
        venue_countries: codes of the countries for which some venues stand: "Kremlin".
        venue_prepositions: words before the name of a venue: "at".
        venue_joints: words that join the parts of its name; `owner_joints` those of the name of
            its owner.
        events: nouns of events in whose margins people meet: "summit".
        margins: what says that they met beside an event: "on the sidelines of".
        attended: what says that somebody was at an event when they met: "attended".
        edges: the words among the margins that leave no doubt that an event follows: "sidelines".
        not_own: venues that are nobody's seat: "hotel".
        event_ends: words at which the name of an event ends.
        purposes: words by which an event is still to come: "ahead".
        hosting: rules by which somebody of the publisher's country receives a guest at home.
        at_home: rules whose subject is at home.
        visiting: words of a journey before the name of a place: "arrived".
        placing: words right before the name of a city where something is held: "near".
        residing: words by which a city is where somebody lives or is posted: "residence".
        elsewhere: words by which a country after "in" is a matter of talk: "the situation in".
        landmarks: words that stand for the city before its name: "the capital".
        day_parts: parts of a day, whose "of" leads to the day: "the evening of 3 May".
        no_day_behind: words right before a date, and `no_day_before` right behind it, that make
            it another one's.
        series: words of several encounters that one sentence announces.
        sequels: words that open a report of the same day as the one before: "then".
        announced: words between the verb of meeting and a date of something to come: "scheduled".
        occasions: nouns of the journeys on whose occasion people meet: "during his visit".
        occasion_ends: words at which the name of an occasion ends.
    """

    venue_heads: Words
    venue_countries: Mapping[str, str]
    events: Words
    margins: Phrases
    attended: Phrases
    edges: Words
    not_own: Words
    event_ends: Words
    purposes: Words
    hosting: Words
    at_home: Words
    visiting: Words
    placing: Words
    residing: Words
    elsewhere: Words
    day_parts: Words
    venue_prepositions: Words
    venue_joints: Words
    owner_joints: Words
    landmarks: Words
    no_day_behind: Words
    no_day_before: Words
    announced: Words
    sequels: Words
    series: Words
    issued: Words
    occasions: Words
    occasion_ends: Words


@attrs.frozen(eq=False, repr=False)
class SideWords:
    """What tells on which side somebody is, and who publishes.

    Attributes:
        issuers: house styles, agencies and names of oneself that tell the publisher.
        seats: buildings that are known by their name, with the country in which they stand.
        own_nouns: what a publisher states of its own country: "commitment".
        side_nouns: nouns behind the name of a country that make it a side: "the Omani side".
        delegations: those of them that need a word of `belonging` between them and the person.
        side_kinds: what may stand before such a noun: "parliamentary".
        side_ends: words with which another side begins: "while".
        owning: what follows the name of a country that acts or owns, as a publisher does: "will".
        publishing_bodies: what follows the adjective of a country that publishes: "ministry".
        settings: what stands before the name of a country where things happen: "in".
        press: who reports in the name of a publisher: "the press service of".
        journeys: words of a journey abroad with which a text opens: "arrived".
    """

    issuers: PhraseTable[str]
    seats: PhraseTable[str]
    own_nouns: Words
    side_nouns: Words
    delegations: Words
    side_kinds: Words
    belonging: Words
    side_ends: Words
    owning: Words
    publishing_bodies: Words
    settings: Words
    press: Phrases
    journeys: Words
