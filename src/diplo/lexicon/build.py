"""From the tables of a TOML file to the values that the stages search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from diplo.lexicon.verbs import Form, forms
from diplo.lexicon.words import (
    Cue,
    Phrases,
    SpeechWords,
    TopicWords,
    UndertakingWords,
    Words,
)
from diplo.model import Act, Office
from diplo.phrasetable import PhraseTable
from diplo.tokens import fold_words

# Lists of words whose name in the file is that of the attribute.
_TOPIC_SETS = """
    praise determiners ends modifiers empty not_adjectives not_adverbs adjectives
    participles shared_heads nesting vague relational introducing subordinating somebody
    willing aiming working openers_of_lists feasts deciding heights stances kinds work_goals times dating
    times_of nearest spans void enabling joining_dates occasions
""".split()


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
        progressive=frozenset(data["subjects"]["progressive"]),
        light_only=frozenset(data["light"]["only"]),
        solo=frozenset(data["raising"]["solo"]),
        onto=frozenset(data["raising"]["onto"]),
        nouns=PhraseTable(nouns),
        both=phrases(data["subjects"]["both"]),
        events=frozenset(data["subjects"]["event"]),
        event_verbs=frozenset(data["subjects"]["event_verbs"]),
        spokespersons=phrases(data["subjects"]["spokespersons"]),
        speakers=frozenset(data["subjects"]["speakers"]),
        groups=frozenset(data["subjects"]["groups"]),
        plural_subjects=frozenset(data["subjects"]["plural"]),
        first_person=frozenset(data["subjects"]["first_person"]),
        hosts=frozenset(data["subjects"]["hosts"]),
        guests=frozenset(data["subjects"]["guests"]),
        office_nouns=PhraseTable(
            (fold_words(noun), frozenset(map(Office, held))) for noun, held in data["unnamed"].items()
        ),
        feminine=frozenset(data["subjects"]["feminine"]),
        masculine=frozenset(data["subjects"]["masculine"]),
        own_bodies=frozenset(data["subjects"]["own_bodies"]),
        telling=frozenset(data["floor"]["telling"]),
        openers=frozenset(data["subjects"]["openers"]),
        holding=cue_table({"discuss": data["talks"]["holding"]}, data["irregular"]),
        talks=frozenset(data["talks"]["nouns"]),
        views=frozenset(data["talks"]["views"]),
        devoting=cue_table({"discuss": data["talks"]["devoting"]}, data["irregular"]),
        heads=frozenset(data["talks"]["heads"]),
        about=frozenset(data["talks"]["about"]),
        chairing=frozenset(data["talks"]["chairing"]),
        occasions=frozenset(data["talks"]["occasions"]),
        passive_acts=frozenset(data["passive"]["acts"]),
        passive_after=PhraseTable(
            (fold_words(phrase), act) for act, listed in data["passive"]["after"].items() for phrase in listed
        ),
        passive_before=phrases(data["passive"]["before"]),
        passive_nouns=frozenset(data["passive"]["nouns"]),
        turning={preposition: frozenset(verbs) for preposition, verbs in data["passive"]["turning"].items()},
        turns=phrases(data["floor"]["turns"]),
        inserted=phrases((*data["floor"]["turns"], *data["floor"]["inserted"])),
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
        fronting=phrases(words["fronting"]),
        tails=phrases(words["tails"]),
        binomials=phrases(words["binomials"]),
        finite=frozenset(
            form
            for verb in (*words["finite"], *words["verbs"])
            if " " not in verb
            for form, kind in forms(verb, irregular)
            if kind in {Form.PRESENT, Form.PAST}
        ),
        bases=frozenset(words["finite"]),
        adjective_endings=tuple(words["adjective_endings"]),
        reporting=frozenset(data["reporting"]["verbs"]),
        attributing=frozenset(data["reporting"]["attributing"]),
        clausal_rules=frozenset(data["reporting"]["rules"]),
        media=frozenset(data["reporting"]["media"]),
        after_addressee=frozenset(data["addressee"]["after"]),
        thanked_for=frozenset(data["addressee"]["thanked_for"]),
        telling=frozenset(data["addressee"]["telling"]),
        drawing=frozenset(data["addressee"]["drawing"]),
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
        base_of={form: verb for verb in irregular for form, _ in forms(verb, irregular)},
        planned_promises=frozenset(data["acts"]["planned_promises"]),
        effects=frozenset(data["acts"]["effects"]),
        provisos=frozenset(data["doubt"]["provisos"]),
        beliefs=frozenset(data["doubt"]["beliefs"]),
        states=frozenset(data["acts"]["states"]),
        relational=frozenset(data["acts"]["relational"]),
        relations=frozenset(data["acts"]["relations"]),
        offers=frozenset(data["readiness"]["offers"]),
        settled=frozenset(data["readiness"]["settled"]),
        giving=_all_forms(data["readiness"]["giving"], irregular),
        ready=frozenset(data["readiness"]["adjectives"]),
        readiness=frozenset(data["readiness"]["nouns"]),
        scheduled=frozenset(data["schedule"]["adjectives"]),
        events=frozenset(data["schedule"]["events"]),
        forward_acts=frozenset(data["schedule"]["forward_acts"]),
        coming=frozenset(data["schedule"]["coming"]),
        coming_soon=frozenset(data["schedule"]["coming_soon"]),
        taking_place=phrases(data["schedule"]["taking_place"]),
        backgrounds=phrases(data["schedule"]["backgrounds"]),
        visits=frozenset(data["schedule"]["visits"]),
        signatures=frozenset(data["schedule"]["signatures"]),
        journeys=frozenset(data["acts"]["journeys"]),
        holding=frozenset(data["acts"]["holding"]),
        gatherings=frozenset(data["schedule"]["gatherings"]),
        ordinals=frozenset(data["acts"]["ordinals"]),
        many=frozenset(data["acts"]["many"]),
        hosting=frozenset(data["acts"]["hosting"]),
        own_affairs=phrases(data["acts"]["own_affairs"]),
        joint=frozenset(data["acts"]["joint"]),
        starts=frozenset(data["acts"]["starts"]),
        done=frozenset(data["acts"]["done"]),
        led=frozenset(data["acts"]["led"]),
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
        invited=frozenset(data["invitation"]["invited"]),
        handing=frozenset(data["invitation"]["handing"]),
        invited_acts=frozenset(data["invitation"]["acts"]),
        going_on=phrases(data["acts"]["going_on"]),
        instruments=phrases(data["instruments"]["names"]),
        reached=frozenset(data["verbs"]["reached"]),
        understandings=frozenset(data["verbs"]["understandings"]),
        announcing=frozenset(data["verbs"]["announcing"]),
        helping=frozenset(data["acts"]["helping"]),
        launching=frozenset(data["verbs"]["launching"]),
        agreed=frozenset(data["verbs"]["agreed"]),
        signing=cue_table({"agreement": data["instruments"]["verbs"]}, irregular),
        numbers=dict(data["numbers"]),
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
