"""From `encounters.toml` to the values that the stages search."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from diplo.lexicon.build import cue_table, cues, headline_verbs, phrases
from diplo.lexicon.encounter_words import EncounterWords, PlaceWords, SideWords
from diplo.lexicon.verbs import forms
from diplo.lexicon.words import Words
from diplo.model import MeetingFormat
from diplo.phrasetable import PhraseTable
from diplo.tokens import fold_words


def encounters_words(data: Mapping[str, Any], irregular: Mapping[str, list[str]]) -> EncounterWords:
    """Build the vocabulary of encounters."""
    verbs = {group["format"]: group["base"] for group in data["verbs"]}
    report, nouns, future = data["report"], data["nouns"], data["future"]
    plurals = [noun if noun.endswith("s") else noun + "s" for noun in nouns["meeting"]]
    meeting = dict.fromkeys((*nouns["meeting"], *plurals))
    light = {word: form for verb in report["light"] for word, form in forms(verb, irregular)}
    starters = {phrase[0] for phrase, _ in cues(verbs, irregular)} | set(light)
    return EncounterWords(
        **_report(report),
        **_attendance(data["attendance"], data["absence"]),
        verbs=cue_table(verbs, irregular),
        headline_verbs=headline_verbs(verbs, irregular),
        starters=frozenset(starters | _firsts(report["held"]) | _firsts(meeting)),
        light=light,
        formats=PhraseTable(
            (fold_words(phrase), MeetingFormat(name))
            for name, listed in data["words"].items()
            for phrase in listed
        ),
        nouns=phrases(meeting),
        meeting_nouns=frozenset(meeting),
        call_nouns=frozenset(nouns["call"]),
        noun_links=frozenset(nouns["links"]),
        noun_leads=frozenset(nouns["leads"]),
        noun_openers=frozenset(nouns["openers"]),
        future=frozenset(future["words"]),
        denials=frozenset(future["denials"]),
        announcing=frozenset(future["announcing"]),
    )


def _report(report: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the words by which a verb or noun is told to report an encounter, or several."""
    lists = """
    light_stops weak firm_with_guest passive passive_verbs sent_things arrivals speaking no_speaking
    severally each each_after together joining groups open_nouns leading held_stops clause_stops before_verbs
    call_verbs no_call no_call_behind asides background no_verb_after participle_openers granted apart
    guests    programmes in_person
    """
    return {
        "held": phrases(report["held"]),
        "internal": phrases(report["internal"]),
        "report_ends": frozenset(report["ends"]),
        **{name: frozenset(report[name]) for name in lists.split()},
    }


def _attendance(attendance: Mapping[str, Any], absence: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the words by which people are told to have only been present, or not to have been there."""
    return {
        "attendance": phrases(attendance["markers"]),
        "accompanying": frozenset(attendance["accompanying"]),
        "fronted": phrases(attendance["fronted"]),
        "rolls": phrases(attendance["rolls"]),
        "roll_heads": frozenset(attendance["roll_heads"]),
        "list_openers": frozenset(attendance["openers"]),
        "composing": frozenset(attendance["composing"]),
        "all_of_them": frozenset(attendance["all_of_them"]),
        "gatherings": frozenset(attendance["gatherings"]),
        "absence": phrases(absence["before"]),
        "absence_reach": absence["reach"],
        "before_name": frozenset(absence["between"]),
    }


def places_words(data: Mapping[str, Any]) -> PlaceWords:
    """Build the vocabulary of places, days and occasions."""
    venues, places, days, occasions = data["venues"], data["places"], data["days"], data["occasions"]
    lists = "purposes series visiting placing residing elsewhere landmarks"
    return PlaceWords(
        **{name: frozenset(places[name]) for name in lists.split()},
        hosting=_rules(places["hosting"]),
        at_home=_rules(places["at_home"]),
        venue_heads=frozenset(venues["heads"]),
        venue_countries=dict(venues["known"]),
        venue_prepositions=frozenset(venues["prepositions"]),
        venue_joints=frozenset(venues["joints"]),
        owner_joints=frozenset(venues["owner_joints"]),
        events=frozenset(venues["events"]),
        margins=phrases(venues["margins"]),
        attended=phrases(venues["attended"]),
        not_own=frozenset(venues["not_own"]),
        edges=frozenset(venues["edges"]),
        event_ends=frozenset(venues["ends"]),
        day_parts=frozenset(days["day_parts"]),
        no_day_behind=frozenset(days["not_behind"]),
        no_day_before=frozenset(days["not_before"]),
        announced=frozenset(days["announced"]),
        issued=frozenset(days["issued"]),
        sequels=frozenset(days["sequels"]),
        occasions=frozenset(occasions["nouns"]),
        occasion_ends=frozenset(occasions["ends"]),
    )


def sides_words(data: Mapping[str, Any]) -> SideWords:
    """Build the vocabulary of sides and publishers."""
    sides, publisher, issuers = data["sides"], data["publisher"], data["issuers"]
    return SideWords(
        issuers=PhraseTable((fold_words(style), code) for style, code in issuers.items()),
        seats=PhraseTable((fold_words(seat), code) for seat, code in data["venues"]["known"].items()),
        own_nouns=frozenset(publisher["own_nouns"]),
        owning=frozenset(publisher["owning"]),
        publishing_bodies=frozenset(publisher["bodies"]),
        settings=frozenset(publisher["settings"]),
        press=phrases(publisher["press"]),
        journeys=frozenset(publisher["journeys"]),
        side_nouns=frozenset(sides["nouns"]),
        delegations=frozenset(sides["delegations"]),
        side_kinds=frozenset(sides["kinds"]),
        belonging=frozenset(sides["belonging"]),
        side_ends=frozenset(sides["ends"]),
    )


def _rules(verbs: list[str]) -> Words:
    """Return verbs as the rules that are named after them: "receive_in_audience"."""
    return frozenset(verb.replace(" ", "_") for verb in verbs)


def _firsts(listed: Mapping[str, Any] | list[str]) -> Words:
    """Return the first words of phrases."""
    return frozenset(fold_words(phrase)[0] for phrase in listed)
