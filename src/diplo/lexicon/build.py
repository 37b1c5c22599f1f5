"""From the tables of a TOML file to the values that the stages search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from diplo.lexicon.verbs import Form, forms
from diplo.lexicon.words import (
    Cue,
    EncounterWords,
    OfficeWords,
    Phrases,
    SpeechWords,
    TopicWords,
    UndertakingWords,
    Words,
)
from diplo.model import Act, MeetingFormat, Office
from diplo.phrasetable import PhraseTable
from diplo.tokens import fold_words

# Lists of words whose name in the file is that of the attribute.
_TOPIC_SETS = """
    praise determiners ends modifiers empty not_adjectives not_adverbs adjectives
    participles shared_heads nesting vague relational introducing subordinating somebody
    willing aiming working openers_of_lists feasts work_goals times dating
    times_of nearest spans void enabling joining_dates occasions
""".split()


def offices_words(data: Mapping[str, Any]) -> OfficeWords:
    """Build the vocabulary of offices."""
    titles = (
        (fold_words(title), Office(office)) for office, listed in data["titles"].items() for title in listed
    )
    return OfficeWords(
        honorifics=phrases(data["honorifics"]),
        honorific_starts=frozenset(fold_words(style)[0] for style in data["honorifics"]),
        royal_styles=phrases(data["royal_styles"]),
        suffixes=frozenset(data["suffixes"]),
        post_nominals=frozenset(data["post_nominals"]),
        particles=frozenset(data["particles"]),
        capital_honorifics=frozenset(data["capital_honorifics"]),
        reverential=frozenset(data["reverential"]),
        papal=frozenset(data["papal"]),
        princely=frozenset(data["princely"]),
        short_words=frozenset(data["short_words"]),
        short_names=frozenset(data["short_names"]),
        noun_endings=tuple(data["noun_endings"]),
        ordinals=frozenset(data["ordinals"]),
        synonyms=data["synonyms"],
        patronymics=frozenset(data["patronymics"]),
        things=frozenset(data["things"]),
        never_in_names=frozenset(data["never_in_names"]),
        never_names=frozenset(data["never_names"]),
        heads_in_names=frozenset(data["heads_in_names"]),
        heads=data["heads"],
        abbreviations=data["abbreviations"],
        callings={word: office for office, listed in data["callings"].items() for word in listed},
        head_tails=phrases(data["nouns"]["tails"]),
        nations=PhraseTable((fold_words(title), code) for title, code in data["nations"].items()),
        heads_alone=frozenset(data["nouns"]["alone"]),
        heads_of_bodies=frozenset(data["nouns"]["heads_of_bodies"]),
        leaders_of_bodies=frozenset(data["nouns"]["leaders_of_bodies"]),
        royal_leads=frozenset(data["nouns"]["royal_leads"]),
        posted=frozenset(data["nouns"]["posted"]),
        parliaments=frozenset(data["nouns"]["parliaments"]),
        private_bodies=frozenset(data["nouns"]["private_bodies"]),
        chairs=frozenset(data["nouns"]["chairs"]),
        executive=frozenset(data["nouns"]["executive"]),
        departments=frozenset(data["nouns"]["departments"]),
        no_office_after=frozenset(data["nouns"]["no_office_after"]),
        surely_offices=frozenset(data["nouns"]["surely_offices"]),
        titles=PhraseTable(titles),
        told_apart=frozenset(Office(office) for office in data["told_apart"]),
        rank={office: number for number, office in enumerate(data["rank"])},
        bodies=PhraseTable((fold_words(title), body) for title, body in data["bodies"].items()),
        sovereigns=PhraseTable((fold_words(name), code) for name, code in data["sovereigns"].items()),
        bodies_nouns=frozenset(data["grammar"]["bodies"]),
        styles=frozenset(data["styles"]),
        deputies=frozenset(data["deputies"]["words"]),
        deputy_of=data["deputies"]["of"],
        by_country=data["countries"],
        modifiers=frozenset(data["grammar"]["modifiers"]),
        portfolio=frozenset(data["grammar"]["portfolio"]),
        joints=frozenset(data["grammar"]["joints"]),
    )


def encounters_words(data: Mapping[str, Any], irregular: Mapping[str, list[str]]) -> EncounterWords:
    """Build the vocabulary of encounters."""
    verbs = {group["format"]: group["base"] for group in data["verbs"]}
    formats = (
        (fold_words(phrase), MeetingFormat(name))
        for name, phrases in data["words"].items()
        for phrase in phrases
    )
    report, nouns, attendance = data["report"], data["nouns"], data["attendance"]
    plurals = [noun if noun.endswith("s") else noun + "s" for noun in nouns["meeting"]]
    meeting = dict.fromkeys((*nouns["meeting"], *plurals))
    light = {word: form for verb in report["light"] for word, form in forms(verb, irregular)}
    starters = {phrase[0] for phrase, _ in cues(verbs, irregular)} | set(light)
    starters |= {fold_words(phrase)[0] for phrase in (*report["held"], *meeting)}
    return EncounterWords(
        verbs=cue_table(verbs, irregular),
        headline_verbs=headline_verbs(verbs, irregular),
        starters=frozenset(starters),
        light=light,
        light_stops=frozenset(report["light_stops"]),
        weak=frozenset(report["weak"]),
        firm_with_guest=frozenset(report["firm_with_guest"]),
        passive=frozenset(report["passive"]),
        passive_verbs=frozenset(report["passive_verbs"]),
        speaking=frozenset(report["speaking"]),
        no_speaking=frozenset(report["no_speaking"]),
        severally=frozenset(report["severally"]),
        meeting_nouns=frozenset(meeting),
        joining=frozenset(report["joining"]),
        groups=frozenset(report["groups"]),
        day_parts=frozenset(report["day_parts"]),
        purposes=frozenset(data["places"]["purposes"]),
        internal=phrases(report["internal"]),
        open_nouns=frozenset(report["open_nouns"]),
        leading=frozenset(data["places"]["leading"]),
        each=frozenset(report["each"]),
        held=phrases(report["held"]),
        call_verbs=frozenset(report["call_verbs"]),
        call_nouns=frozenset(nouns["call"]),
        no_call=frozenset(report["no_call"]),
        noun_links=frozenset(nouns["links"]),
        noun_leads=frozenset(nouns["leads"]),
        noun_openers=frozenset(nouns["openers"]),
        report_ends=frozenset(report["ends"]),
        asides=frozenset(report["asides"]),
        at_home=frozenset(verb.replace(" ", "_") for verb in data["places"]["at_home"]),
        hosting=frozenset(verb.replace(" ", "_") for verb in data["places"]["hosting"]),
        visiting=frozenset(data["places"]["visiting"]),
        placing=frozenset(data["places"]["placing"]),
        residing=frozenset(data["places"]["residing"]),
        elsewhere=frozenset(data["places"]["elsewhere"]),
        not_own=frozenset(data["venues"]["not_own"]),
        event_ends=frozenset(data["venues"]["ends"]),
        background=frozenset(report["background"]),
        denials=frozenset(data["future"]["denials"]),
        announcing=frozenset(data["future"]["announcing"]),
        no_verb_after=frozenset(report["no_verb_after"]),
        participle_openers=frozenset(report["participle_openers"]),
        apart=frozenset(report["apart"]),
        guests=frozenset(report["guests"]),
        in_person=frozenset(report["in_person"]),
        formats=PhraseTable(formats),
        nouns=phrases(meeting),
        venue_heads=frozenset(data["venues"]["heads"]),
        venue_countries=data["venues"]["known"],
        events=frozenset(data["venues"]["events"]),
        margins=phrases(data["venues"]["margins"]),
        attendance=phrases(attendance["markers"]),
        fronted=phrases(attendance["fronted"]),
        attendance_starters=frozenset(fold_words(marker)[0] for marker in attendance["markers"]),
        rolls=phrases(attendance["rolls"]),
        list_openers=frozenset(attendance["openers"]),
        absence=phrases(data["absence"]["before"]),
        absence_reach=data["absence"]["reach"],
        before_name=frozenset(data["absence"]["between"]),
        future=frozenset(data["future"]["words"]),
        issuers=PhraseTable((fold_words(style), code) for style, code in data["issuers"].items()),
        own_nouns=frozenset(data["report"]["own_nouns"]),
        issuer_starters=frozenset(fold_words(style)[0] for style in data["issuers"]),
    )


def speech_words(data: Mapping[str, Any]) -> SpeechWords:
    """Build the vocabulary of saying."""
    nouns = ((fold_words(noun), Act(act)) for act, listed in data["nouns"].items() for noun in listed)
    light = {form for verb in data["light"]["verbs"] for form, _ in forms(verb, data["irregular"])}
    return SpeechWords(
        verbs=cue_table(data["verbs"], data["irregular"]),
        headline_verbs=headline_verbs(data["verbs"], data["irregular"]),
        discussing=frozenset(
            phrase[0] for phrase, _ in cues({"discuss": data["verbs"]["discuss"]}, data["irregular"])
        ),
        never_participles=frozenset(data["participles"]["never"]),
        light=frozenset(light),
        light_only=frozenset(data["light"]["only"]),
        solo=frozenset(data["raising"]["solo"]),
        nouns=PhraseTable(nouns),
        both=phrases(data["subjects"]["both"]),
        events=frozenset(data["subjects"]["event"]),
        event_verbs=frozenset(data["subjects"]["event_verbs"]),
        spokespersons=phrases(data["subjects"]["spokespersons"]),
        speakers=frozenset(data["subjects"]["speakers"]),
        groups=frozenset(data["subjects"]["groups"]),
        plural_subjects=frozenset(data["subjects"]["plural"]),
        first_person=frozenset(data["subjects"]["first_person"]),
        feminine=frozenset(data["subjects"]["feminine"]),
        masculine=frozenset(data["subjects"]["masculine"]),
        own_bodies=frozenset(data["subjects"]["own_bodies"]),
        telling=frozenset(data["floor"]["telling"]),
        openers=frozenset(data["subjects"]["openers"]),
        holding=cue_table({"discuss": data["talks"]["holding"]}, data["irregular"]),
        talks=frozenset(data["talks"]["nouns"]),
        views=frozenset(data["talks"]["views"]),
        about=frozenset(data["talks"]["about"]),
        chairing=frozenset(data["talks"]["chairing"]),
        occasions=frozenset(data["talks"]["occasions"]),
        passive_acts=frozenset(data["passive"]["acts"]),
        passive_after=PhraseTable(
            (fold_words(phrase), act) for act, listed in data["passive"]["after"].items() for phrase in listed
        ),
        passive_before=phrases(data["passive"]["before"]),
        turns=phrases(data["floor"]["turns"]),
        opinions=frozenset(data["opinion"]["nouns"]),
        signing=frozenset(data["raising"]["signing"]),
        attending=frozenset(data["unread"]["attending"]),
        travelling=_all_forms(data["unread"]["travelling"], data["irregular"]),
    )


def topics_words(data: Mapping[str, Any], irregular: Mapping[str, list[str]]) -> TopicWords:
    """Build the vocabulary of topics."""
    words = data["words"]
    verbs = (
        (fold_words(phrase), verb)
        for verb in words["verbs"]
        for phrase, form in _phrase_forms(verb, irregular)
        if form in {Form.BASE, Form.PARTICIPLE}
    )
    return TopicWords(
        leads={preposition: phrases(nouns) for preposition, nouns in data["leads"].items()},
        verbs=PhraseTable(verbs),
        stop_phrases=phrases(words["stop_phrases"]),
        includes=phrases((*words["includes"], *words["areas"])),
        areas=phrases(words["areas"]),
        tails=phrases(words["tails"]),
        binomials=phrases(words["binomials"]),
        finite=frozenset(
            form
            for verb in (*words["finite"], *words["verbs"])
            if " " not in verb
            for form, kind in forms(verb, irregular)
            if kind in {Form.PRESENT, Form.PAST}
        ),
        adjective_endings=tuple(words["adjective_endings"]),
        reporting=frozenset(data["reporting"]["verbs"]),
        clausal_rules=frozenset(data["reporting"]["rules"]),
        after_addressee=frozenset(data["addressee"]["after"]),
        thanked_for=frozenset(data["addressee"]["thanked_for"]),
        telling=frozenset(data["addressee"]["telling"]),
        told_about=frozenset(data["addressee"]["told_about"]),
        calling_on=frozenset(data["addressee"]["calling_on"]),
        congratulated=frozenset(data["addressee"]["congratulated"]),
        congratulating=frozenset(data["addressee"]["congratulating"]),
        courtesies=frozenset(data["addressee"]["courtesies"]),
        serving=frozenset(data["clauses"]["serving"]),
        **_sets(words, _TOPIC_SETS),
    )


def undertakings_words(data: Mapping[str, Any], irregular: Mapping[str, list[str]]) -> UndertakingWords:
    """Build the vocabulary of undertakings."""
    return UndertakingWords(
        plan_acts=phrases(data["acts"]["plan"]),
        mutual=frozenset(data["acts"]["mutual"]),
        base_verbs=frozenset(data["acts"]["base_verbs"]),
        planned_promises=frozenset(data["acts"]["planned_promises"]),
        effects=frozenset(data["acts"]["effects"]),
        states=frozenset(data["acts"]["states"]),
        relational=frozenset(data["acts"]["relational"]),
        ready=frozenset(data["readiness"]["adjectives"]),
        readiness=frozenset(data["readiness"]["nouns"]),
        scheduled=frozenset(data["schedule"]["adjectives"]),
        events=frozenset(data["schedule"]["events"]),
        forward_acts=frozenset(data["schedule"]["forward_acts"]),
        coming=frozenset(data["schedule"]["coming"]),
        visits=frozenset(data["schedule"]["visits"]),
        signatures=frozenset(data["schedule"]["signatures"]),
        journeys=frozenset(data["acts"]["journeys"]),
        holding=frozenset(data["acts"]["holding"]),
        starts=frozenset(data["acts"]["starts"]),
        done=frozenset(data["acts"]["done"]),
        moved=frozenset(data["acts"]["moved"]),
        stative=frozenset(data["acts"]["stative"]),
        telling=frozenset(data["verbs"]["telling"]),
        pledging=frozenset(data["verbs"]["pledging"]),
        granting=frozenset(data["verbs"]["granting"]),
        offering=frozenset(data["verbs"]["offering"]),
        tasking=frozenset(data["verbs"]["tasking"]),
        intending=_all_forms(data["verbs"]["intending"], irregular),
        ideals=frozenset(data["acts"]["ideals"]),
        vows=frozenset(data["readiness"]["vows"]),
        accepting=_all_forms(data["verbs"]["accepting"], irregular),
        invitations=frozenset(data["invitation"]["nouns"]),
        invited_acts=frozenset(data["invitation"]["acts"]),
        going_on=frozenset(data["acts"]["going_on"]),
        instruments=phrases(data["instruments"]["names"]),
        signing=cue_table({"agreement": data["instruments"]["verbs"]}, irregular),
        numbers=data["numbers"],
        negations=frozenset(data["doubt"]["negations"]),
        conditions=frozenset(data["doubt"]["conditions"]),
    )


def _sets(section: Mapping[str, Iterable[str]], names: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return some lists of a section as sets."""
    return {name: frozenset(section[name]) for name in names}


def phrases(listed: Iterable[str]) -> Phrases:
    """Build a table of phrases whose value is the phrase itself."""
    return PhraseTable((fold_words(phrase), phrase) for phrase in listed)


def cue_table(verbs: Mapping[str, Iterable[str]], irregular: Mapping[str, list[str]]) -> PhraseTable[Cue]:
    """Build a table of verb phrases in all their forms."""
    return PhraseTable(cues(verbs, irregular))


def cues(
    verbs: Mapping[str, Iterable[str]], irregular: Mapping[str, list[str]]
) -> Iterator[tuple[tuple[str, ...], Cue]]:
    """Yield verb phrases in all their forms, each with what it means."""
    for value, bases in verbs.items():
        for base in bases:
            for phrase, form in _phrase_forms(base, irregular):
                yield fold_words(phrase), Cue(value, base, form)


def headline_verbs(verbs: Mapping[str, Iterable[str]], irregular: Mapping[str, list[str]]) -> Words:
    """Return the verbs of a table as headlines write them: "meets", "receives"."""
    found = cues(verbs, irregular)
    return frozenset(phrase[0] for phrase, cue in found if cue.form is Form.PRESENT)


def head_of(title: tuple[str, ...]) -> str:
    """Return the noun around which a title is built: "minister" of "minister of state"."""
    for index, word in enumerate(title):
        if word in {"of", "for", "to"} and index:
            return title[index - 1]
    return title[-1]


def _all_forms(verbs: Iterable[str], irregular: Mapping[str, list[str]]) -> frozenset[str]:
    """Return verbs in all their forms."""
    return frozenset(form for verb in verbs for form, _ in forms(verb, irregular))


def _phrase_forms(base: str, irregular: Mapping[str, list[str]]) -> Iterator[tuple[str, Form]]:
    """Yield a verb phrase with its first word in all its forms."""
    verb, space, rest = base.partition(" ")
    for word, form in forms(verb, irregular):
        yield word + space + rest, form
