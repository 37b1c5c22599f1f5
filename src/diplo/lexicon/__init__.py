"""The vocabulary of diplomacy: reads and checks `data/` into one frozen, cached `Lexicon`."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import attrs

from diplo.countries import country_rows
from diplo.errors import LexiconError
from diplo.lexicon.names import Name, NameKind, Rows, name_table
from diplo.lexicon.verbs import Form, forms
from diplo.model import Act, Country, MeetingFormat, Office
from diplo.phrasetable import PhraseTable
from diplo.sectors import SectorTable
from diplo.tokens import fold_words

__all__ = ["Cue", "Form", "Lexicon", "Name", "NameKind", "OfficeWords", "default_lexicon"]

Words = frozenset[str]
Phrases = PhraseTable[str]


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
    royal_styles: Phrases
    suffixes: Words
    post_nominals: Words
    particles: Words
    heads: Mapping[str, str]
    titles: PhraseTable[Office]
    rank: Mapping[str, int]
    deputies: Words
    deputy_of: Mapping[str, str]
    by_country: Mapping[str, Mapping[str, list[str]]]
    modifiers: Words
    portfolio: Words
    joints: Words


@attrs.frozen
class EncounterWords:
    """What tells of an encounter."""

    verbs: PhraseTable[Cue]
    formats: PhraseTable[MeetingFormat]
    nouns: Phrases
    venue_heads: Words
    venue_countries: Mapping[str, str]
    events: Words
    margins: Phrases
    attendance: Phrases
    absence: Phrases
    future: Words
    issuers: PhraseTable[str]


@attrs.frozen
class SpeechWords:
    """What tells that somebody speaks, and what the words do."""

    verbs: PhraseTable[Cue]
    never_participles: Words
    light_only: Words
    solo: Words
    light: Words
    nouns: PhraseTable[Act]
    both: Phrases
    events: Words
    event_verbs: Words
    spokespersons: Phrases
    passive_after: Phrases
    passive_before: Phrases
    turns: Phrases
    opinions: Words


@attrs.frozen
class TopicWords:
    """How the words that name a topic are cut out of a clause."""

    leads: Mapping[str, Phrases]
    praise: Words
    determiners: Words
    verbs: Phrases
    stops: Words
    includes: Phrases
    empty: Words
    tails: Phrases
    binomials: Phrases
    finite: Words
    adjective_endings: tuple[str, ...]
    not_adjectives: Words


@attrs.frozen
class UndertakingWords:
    """What tells that somebody undertakes to do something."""

    agreement: PhraseTable[Cue]
    pledge: PhraseTable[Cue]
    plan_acts: Words
    effects: Words
    states: Words
    relational: Words
    ready: Words
    readiness: Words
    scheduled: Words
    events: Words
    forward: PhraseTable[Cue]
    forward_acts: Words
    instruments: Phrases
    signing: PhraseTable[Cue]
    numbers: Mapping[str, int]
    negations: Words
    conditions: Words


@attrs.frozen
class Lexicon:
    """All vocabulary that the parser knows; `extend` gives a larger one."""

    names: PhraseTable[Name] = attrs.field(repr=False)
    offices: OfficeWords = attrs.field(repr=False)
    encounters: EncounterWords = attrs.field(repr=False)
    speech: SpeechWords = attrs.field(repr=False)
    topics: TopicWords = attrs.field(repr=False)
    undertakings: UndertakingWords = attrs.field(repr=False)
    sectors: SectorTable = attrs.field(repr=False)

    @staticmethod
    def country(code: str) -> Country:
        """Return the country of an ISO 3166-1 alpha-2 code.

        Raises:
            KeyError: when there is no such country.
        """
        return Country(code=code, name=country_rows()[code]["name"])


@cache
def default_lexicon() -> Lexicon:
    """Return the vocabulary that is shipped with diplo, read once in a process.

    Raises:
        LexiconError: when a file of the vocabulary cannot be used.
    """
    offices, encounters, speech, topics, undertakings = (
        _read_toml(f"{name}.toml") for name in ("offices", "encounters", "speech", "topics", "undertakings")
    )
    irregular = speech["irregular"]
    rows: list[Rows] = [[dict(row) for row in country_rows().values()]]
    rows += [_read_csv(f"{name}.csv") for name in ("cities", "organisations")]
    return Lexicon(
        names=name_table(*rows),
        offices=_offices(offices),
        encounters=_encounters(encounters, irregular),
        speech=_speech(speech),
        topics=_topics(topics, irregular),
        undertakings=_undertakings(undertakings, irregular),
        sectors=SectorTable.from_toml(_read("sectors.toml")),
    )


def _offices(data: Mapping[str, Any]) -> OfficeWords:
    """Build the vocabulary of offices."""
    titles = (
        (fold_words(title), Office(office)) for office, listed in data["titles"].items() for title in listed
    )
    return OfficeWords(
        honorifics=_phrases(data["honorifics"]),
        royal_styles=_phrases(data["royal_styles"]),
        suffixes=frozenset(data["suffixes"]),
        post_nominals=frozenset(data["post_nominals"]),
        particles=frozenset(data["particles"]),
        heads=data["heads"],
        titles=PhraseTable(titles),
        rank={office: number for number, office in enumerate(data["rank"])},
        deputies=frozenset(data["deputies"]["words"]),
        deputy_of=data["deputies"]["of"],
        by_country=data["countries"],
        modifiers=frozenset(data["grammar"]["modifiers"]),
        portfolio=frozenset(data["grammar"]["portfolio"]),
        joints=frozenset(data["grammar"]["joints"]),
    )


def _encounters(data: Mapping[str, Any], irregular: Mapping[str, list[str]]) -> EncounterWords:
    """Build the vocabulary of encounters."""
    verbs = {group["format"]: group["base"] for group in data["verbs"]}
    formats = (
        (fold_words(phrase), MeetingFormat(name))
        for name, phrases in data["words"].items()
        for phrase in phrases
    )
    return EncounterWords(
        verbs=_cues(verbs, irregular),
        formats=PhraseTable(formats),
        nouns=_phrases(data["nouns"]["meeting"]),
        venue_heads=frozenset(data["venues"]["heads"]),
        venue_countries=data["venues"]["known"],
        events=frozenset(data["venues"]["events"]),
        margins=_phrases(data["venues"]["margins"]),
        attendance=_phrases(data["attendance"]["markers"]),
        absence=_phrases(data["absence"]["before"]),
        future=frozenset(data["future"]["words"]),
        issuers=PhraseTable((fold_words(style), code) for style, code in data["issuers"].items()),
    )


def _speech(data: Mapping[str, Any]) -> SpeechWords:
    """Build the vocabulary of saying."""
    nouns = ((fold_words(noun), Act(act)) for act, listed in data["nouns"].items() for noun in listed)
    light = {form for verb in data["light"]["verbs"] for form, _ in forms(verb, data["irregular"])}
    return SpeechWords(
        verbs=_cues(data["verbs"], data["irregular"]),
        never_participles=frozenset(data["participles"]["never"]),
        light=frozenset(light),
        light_only=frozenset(data["light"]["only"]),
        solo=frozenset(data["raising"]["solo"]),
        nouns=PhraseTable(nouns),
        both=_phrases(data["subjects"]["both"]),
        events=frozenset(data["subjects"]["event"]),
        event_verbs=frozenset(data["subjects"]["event_verbs"]),
        spokespersons=_phrases(data["subjects"]["spokespersons"]),
        passive_after=_phrases(data["passive"]["after"]),
        passive_before=_phrases(data["passive"]["before"]),
        turns=_phrases(data["floor"]["turns"]),
        opinions=frozenset(data["opinion"]["nouns"]),
    )


def _topics(data: Mapping[str, Any], irregular: Mapping[str, list[str]]) -> TopicWords:
    """Build the vocabulary of topics."""
    words = data["words"]
    verbs = (
        (fold_words(phrase), verb)
        for verb in words["verbs"]
        for phrase, form in _phrase_forms(verb, irregular)
        if form in {Form.BASE, Form.PARTICIPLE}
    )
    return TopicWords(
        leads={preposition: _phrases(nouns) for preposition, nouns in data["leads"].items()},
        praise=frozenset(words["praise"]),
        determiners=frozenset(words["determiners"]),
        verbs=PhraseTable(verbs),
        stops=frozenset(words["stops"]),
        includes=_phrases(words["includes"]),
        empty=frozenset(words["empty"]),
        tails=_phrases(words["tails"]),
        binomials=_phrases(words["binomials"]),
        finite=frozenset(
            form
            for verb in (*words["finite"], *words["verbs"])
            if " " not in verb
            for form, kind in forms(verb, irregular)
            if kind in {Form.PRESENT, Form.PAST}
        ),
        adjective_endings=tuple(words["adjective_endings"]),
        not_adjectives=frozenset(words["not_adjectives"]),
    )


def _undertakings(data: Mapping[str, Any], irregular: Mapping[str, list[str]]) -> UndertakingWords:
    """Build the vocabulary of undertakings."""
    return UndertakingWords(
        agreement=_cues({"agreement": data["verbs"]["agreement"]}, irregular),
        pledge=_cues({"pledge": data["verbs"]["pledge"]}, irregular),
        plan_acts=frozenset(data["acts"]["plan"]),
        effects=frozenset(data["acts"]["effects"]),
        states=frozenset(data["acts"]["states"]),
        relational=frozenset(data["acts"]["relational"]),
        ready=frozenset(data["readiness"]["adjectives"]),
        readiness=frozenset(data["readiness"]["nouns"]),
        scheduled=frozenset(data["schedule"]["adjectives"]),
        events=frozenset(data["schedule"]["events"]),
        forward=_cues({"plan": data["schedule"]["forward"]}, irregular),
        forward_acts=frozenset(data["schedule"]["forward_acts"]),
        instruments=_phrases(data["instruments"]["names"]),
        signing=_cues({"agreement": data["instruments"]["verbs"]}, irregular),
        numbers=data["numbers"],
        negations=frozenset(data["doubt"]["negations"]),
        conditions=frozenset(data["doubt"]["conditions"]),
    )


def _phrases(phrases: Iterable[str]) -> Phrases:
    """Build a table of phrases whose value is the phrase itself."""
    return PhraseTable((fold_words(phrase), phrase) for phrase in phrases)


def _cues(verbs: Mapping[str, Iterable[str]], irregular: Mapping[str, list[str]]) -> PhraseTable[Cue]:
    """Build a table of verb phrases in all their forms."""
    return PhraseTable(
        (fold_words(phrase), Cue(value, base, form))
        for value, bases in verbs.items()
        for base in bases
        for phrase, form in _phrase_forms(base, irregular)
    )


def _phrase_forms(base: str, irregular: Mapping[str, list[str]]) -> Iterator[tuple[str, Form]]:
    """Yield a verb phrase with its first word in all its forms."""
    verb, space, rest = base.partition(" ")
    for word, form in forms(verb, irregular):
        yield word + space + rest, form


def _read(name: str) -> str:
    """Return the text of a file of the vocabulary."""
    return files("diplo").joinpath("data", name).read_text(encoding="utf-8")


def _read_toml(name: str) -> dict[str, Any]:
    """Return the content of a TOML file of the vocabulary."""
    try:
        return tomllib.loads(_read(name))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(name, None, str(error)) from error


def _read_csv(name: str) -> Rows:
    """Return the rows of a CSV file of the vocabulary."""
    return list(csv.DictReader(_read(name).splitlines()))
