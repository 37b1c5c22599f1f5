"""What anybody undertakes to do: agreements, pledges, plans, offers, invitations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import attrs

from diplo.lexicon import Form, Lexicon
from diplo.model import Act, CommitmentKind, CommitmentStatus
from diplo.parser.clauses import ClauseReader, Side, Subject
from diplo.parser.dates import DateMention
from diplo.parser.document import Document, ParagraphKind, Sentence
from diplo.parser.encounters import Encounter
from diplo.parser.entities import Entities
from diplo.parser.grammar import ADVERBS, DETERMINERS, PREPOSITIONS
from diplo.parser.mentions import Mentions
from diplo.parser.statements import Utterance
from diplo.period import Period

_WILL = frozenset(("will", "would", "shall"))
_BE = frozenset(
    ("is", "are", "was", "were", "be", "been", "being", "stands", "stand", "stood", "remains", "remain")
)
_TRAILING = frozenset((".", ",", ";", "and", "while", "”", '"'))
_COUNT_REACH = 6
_SHORTEST_ACT = 4
_TELLING = frozenset(
    (
        "announce",
        "confirm",
        "assure",
        "reassure",
        "affirm",
        "reaffirm",
        "state",
        "pledge",
        "promise",
        "convey",
        "inform",
    )
)

Range = tuple[int, int]


@attrs.frozen
class Undertaking:
    """One undertaking, as tokens `[first, last)`."""

    first: int
    last: int
    kind: CommitmentKind
    status: CommitmentStatus
    action: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    instrument: str | None
    count: int | None
    due: Period | None
    rule: str


@attrs.frozen
class _Draft:
    """An undertaking before its parties and dates are looked up."""

    first: int
    act: int
    last: int
    kind: CommitmentKind
    subject: Subject | None
    rule: str
    sentence: Sentence
    concluded: bool = False
    swapped: bool = False


def find_commitments(
    document: Document,
    mentions: Mentions,
    entities: Entities,
    encounter: Encounter,
    statements: Sequence[Utterance],
    dates: Sequence[DateMention],
    lexicon: Lexicon,
    published: dt.date | None,
) -> tuple[Undertaking, ...]:
    """Find the undertakings in the sentences of one encounter, in the order of the text."""
    finder = _Finder(document, mentions, entities, encounter, lexicon)
    drafts = [draft for number in encounter.sentences for draft in finder.drafts(number, statements)]
    drafts.sort(key=lambda draft: (draft.first, -draft.last))
    closer = _Closer(document, mentions, entities, encounter, dates, lexicon, published)
    found: list[Undertaking] = []
    kept: list[_Draft] = []
    for draft in drafts:
        if kept and draft.first < kept[-1].last:
            if draft.act - kept[-1].act < _SHORTEST_ACT or draft.first - kept[-1].first < _SHORTEST_ACT:
                continue
            kept[-1] = finder.shortened(kept[-1], draft.first)
        kept.append(draft)
    signed: set[str | None] = set()
    for draft in kept:
        act = closer.close(draft)
        if draft.concluded and act.count is None and act.instrument in signed:
            continue
        if draft.concluded:
            signed.add(act.instrument)
        found.append(act)
    return tuple(found)


class _Finder:
    """Finds where somebody undertakes something."""

    def __init__(
        self,
        document: Document,
        mentions: Mentions,
        entities: Entities,
        encounter: Encounter,
        lexicon: Lexicon,
    ) -> None:
        """Keep what is needed at hand."""
        self.document, self.folded = document, document.folded
        self.words, self.lexicon, self.encounter, self.entities = (
            lexicon.undertakings,
            lexicon,
            encounter,
            entities,
        )
        self.reader = ClauseReader(document, mentions, entities, lexicon)

    def drafts(self, number: int, statements: Sequence[Utterance]) -> Iterator[_Draft]:
        """Yield the undertakings of a sentence, rule by rule."""
        sentence = self.document.sentences[number]
        if self.document.kind(sentence) is ParagraphKind.HEADLINE:
            return
        here = [u for u in statements if u.sentence == number and u.rule != "list_item"]
        for utterance in here:
            yield from self._uttered(utterance, sentence)
        for index in range(sentence.first, sentence.last):
            word = self.folded[index]
            speaker = self._speaker(index, here)
            if word in _WILL:
                yield from self._will(index, sentence, speaker)
            elif word in _BE:
                yield from self._ready_or_scheduled(index, sentence, speaker)
            elif word in self.words.readiness:
                yield from self._readiness(index, sentence, speaker)
            else:
                yield from self._signed(index, sentence, speaker)

    def shortened(self, draft: _Draft, last: int) -> _Draft:
        """Return an undertaking that ends where another one starts."""
        while last > draft.act + 1 and (
            self.folded[last - 1] in _TRAILING or self.folded[last - 1] in {"that", "the"}
        ):
            last -= 1
        return attrs.evolve(draft, last=last)

    def _speaker(self, index: int, here: Sequence[Utterance]) -> Utterance | None:
        """Return the utterance in which a token stands."""
        return next((u for u in reversed(here) if u.verb <= index < max(u.last, u.first + 1)), None)

    def _uttered(self, utterance: Utterance, sentence: Sentence) -> Iterator[_Draft]:
        """Read "agreed to", "pledged to", "invited", "looks forward to welcoming"."""
        subject = Subject(utterance.verb, utterance.speakers, utterance.side)
        first = utterance.first
        if first >= utterance.last:
            return
        if utterance.act is Act.AGREE or (
            utterance.act is Act.PLEDGE
            and utterance.lemma in {"pledge", "promise", "vow", "commit", "commit to", "undertake"}
        ):
            joint = utterance.side is not None
            kind = CommitmentKind.AGREEMENT if joint else CommitmentKind.PLEDGE
            yield from self._agreed(utterance, sentence, subject, kind)
        elif utterance.act is Act.INVITE and not self._is_denied(utterance.verb, sentence):
            yield _Draft(
                utterance.verb, first, utterance.last, CommitmentKind.INVITATION, subject, "invited", sentence
            )
        elif utterance.lemma == "look forward to":
            yield from self._looked_forward(utterance, sentence, subject)

    def _agreed(
        self, utterance: Utterance, sentence: Sentence, subject: Subject, kind: CommitmentKind
    ) -> Iterator[_Draft]:
        """Read what follows "agreed": "to act", "that X would act", "on a plan"."""
        folded, first = self.folded, utterance.first
        head = folded[first]
        if self._is_denied(utterance.verb, sentence):
            return
        lemma = utterance.lemma
        if head == "that":
            if not any(word in _WILL for word in folded[first : utterance.last]):
                return
            kind = CommitmentKind.PLAN if self._is_plan(first, utterance.last) else kind
            yield _Draft(
                utterance.verb,
                self._after_will(first, utterance.last),
                utterance.last,
                kind,
                subject,
                "agreed_that",
                sentence,
            )
            return
        onto = lemma.endswith((" to", "commit")) or head == "to"
        start = first + (head == "to")
        if not onto:
            if (
                folded[first - 1] in {"on", "upon"}
                and not set(folded[first : first + 4]) & self.lexicon.speech.opinions
            ):
                yield _Draft(utterance.verb, first, utterance.last, kind, subject, "agreed_on", sentence)
            return
        if lemma.startswith("commit") and not self._is_act(start, committed=True):
            return
        for place, (begin, act, end) in enumerate(self._acts(start, utterance.last)):
            chosen = (
                CommitmentKind.PLAN
                if self._is_plan(act, min(end, act + 4)) and kind is CommitmentKind.AGREEMENT and place >= 0
                else kind
            )
            yield _Draft(
                utterance.verb if place == 0 else begin, act, end, chosen, subject, "agreed_to", sentence
            )

    def _acts(self, start: int, last: int) -> Iterator[tuple[int, int, int]]:
        """Split "to cooperate on A and to promote B" into its acts: first token, verb, end."""
        begin = act = start
        for index in range(start + 1, last - 1):
            if self.folded[index] not in {"and", ","}:
                continue
            after = index + 1 + (self.folded[index + 1] == "and")
            marked = after < last and self.folded[after] == "to"
            verb = after + marked
            while verb < last and self.folded[verb] in ADVERBS:
                verb += 1
            if (
                verb < last - 1
                and (marked or self._is_base_verb(verb))
                and self.folded[index - 1] not in {"including", "by"}
            ):
                yield begin, act, index
                begin = act = verb
        yield begin, act, last

    def _is_base_verb(self, index: int) -> bool:
        """Tell whether a token is a verb in its base form, and no noun."""
        found = self.lexicon.topics.verbs.longest(self.folded, index, len(self.folded))
        cue = self.lexicon.speech.verbs.longest(self.folded, index, len(self.folded))
        base = (found is not None and not self.folded[index].endswith("ing")) or (
            cue is not None and cue[1].form is Form.BASE
        )
        following = self.folded[index + 1]
        noun = following in {"of", "and", ",", ".", "in", "for", "with", "between"} and self.folded[
            index
        ] not in {"cooperate", "continue", "collaborate", "work", "participate"}
        return base and not noun

    def _is_plan(self, first: int, last: int) -> bool:
        """Tell whether an act is a visit, a session, a signing."""
        words = [w for w in self.folded[first:last] if w not in ADVERBS and w not in {"to", "that", "be"}]
        return (
            any(w in {"meet", "convene", "hold", "visit", "host"} for w in words[:2])
            and bool(set(self.folded[first : last + 8]) & self.words.events)
        ) or any(w in {"lead", "visit", "convene"} for w in words)

    def _after_will(self, first: int, last: int) -> int:
        """Return the token after the first "will"."""
        return next((i + 1 for i in range(first, last - 1) if self.folded[i] in _WILL), first)

    def _looked_forward(self, utterance: Utterance, sentence: Sentence, subject: Subject) -> Iterator[_Draft]:
        """Read "looks forward to welcoming", "to the visit of", "to the next session"."""
        first = utterance.first
        act = first + (self.folded[first] in DETERMINERS)
        while act < utterance.last and (
            self.folded[act] in ADVERBS
            or self.folded[act]
            in {"next", "upcoming", "forthcoming", "official", "state", "planned", "first"}
            or self.folded[act].endswith(("th", "nd", "rd"))
        ):
            act += 1
        if act < utterance.last and (
            self.folded[act] in self.words.forward_acts or self.folded[act] in self.words.events
        ):
            visit = self.folded[act] in {"visit", "visits", "welcoming", "hosting", "receiving"}
            yield _Draft(
                utterance.verb,
                act,
                utterance.last,
                CommitmentKind.PLAN,
                subject,
                "looks_forward_to",
                sentence,
                swapped=visit and self.folded[act] in {"visit", "visits"},
            )

    def _will(self, index: int, sentence: Sentence, speaker: Utterance | None) -> Iterator[_Draft]:
        """Read "X will act", "which will be signed", "the next session will be held"."""
        act = self._skip_adverbs(index + 1, sentence)
        if act >= sentence.last or self._is_denied(act, sentence) or self._is_conditional(index, sentence):
            return
        word = self.folded[act]
        last = self._clause_end(index, sentence, speaker)
        first = index
        told = speaker is not None and self.folded[speaker.first : speaker.first + 1] == ("that",)
        if speaker and told and speaker.first <= index and speaker.lemma in _TELLING:
            first = speaker.verb
        if word == "be":
            verb = self._skip_adverbs(act + 1, sentence)
            passive = verb < sentence.last and self.folded[verb].endswith(("ed", "held", "nt", "wn", "de"))
            if not passive or self.folded[verb] in {"determined", "required", "needed", "limited", "based"}:
                return
            held = self.folded[verb] in {
                "held",
                "signed",
                "convened",
                "launched",
                "exchanged",
                "hosted",
                "organized",
                "organised",
                "opened",
                "inaugurated",
                "scheduled",
                "handed",
                "delivered",
                "established",
                "concluded",
                "resumed",
                "completed",
            }
            if held:
                start = (
                    self._head_of_relative(index, sentence)
                    if self.folded[index - 1] in {"which", "that"}
                    else self._subject_start(index, sentence)
                )
                end = self._before_event(verb, last)
                if end < last:
                    yield _Draft(
                        end + 1,
                        end + 1,
                        last,
                        CommitmentKind.PLAN,
                        Subject(index, side=Side.BOTH),
                        "event_named",
                        sentence,
                    )
                    last = end
                yield _Draft(
                    start,
                    verb,
                    last,
                    CommitmentKind.PLAN,
                    Subject(index, side=Side.BOTH),
                    "will_be_done",
                    sentence,
                )
            return
        event = self.reader.document.folded[index - 1] in self.words.events
        subject = self.reader.named_subject(self._back_over_adverbs(index, sentence), sentence)
        if subject is None and event:
            subject = Subject(index, side=Side.BOTH)
        elif subject is None and first != index and word not in self.words.effects and speaker:
            subject = Subject(index, speaker.speakers, speaker.side)
        if subject is None or word in self.words.states:
            return
        if subject.pronoun and speaker:
            subject = attrs.evolve(subject, people=speaker.speakers, side=speaker.side)
        continued = word == "continue"
        plan = word in self.words.plan_acts and not continued
        kind = (
            CommitmentKind.PLAN
            if plan
            else CommitmentKind.AGREEMENT
            if subject.side is Side.BOTH
            else CommitmentKind.PLEDGE
        )
        yield _Draft(first, act, last, kind, subject, "will_act", sentence)

    def _before_event(self, first: int, last: int) -> int:
        """Return where "and a meeting of the Committee" starts behind another plan; `last` when nowhere."""
        for index in range(first + 1, last - 2):
            if self.folded[index] == "and" and self.folded[index + 1] in {"a", "the"}:
                nouns = self.folded[index + 2 : min(last, index + 5)]
                if any(noun in self.words.events for noun in nouns):
                    return index
        return last

    def _subject_start(self, index: int, sentence: Sentence) -> int:
        """Return where the noun phrase before "will" starts."""
        start = index
        while start > sentence.first and self.folded[start - 1] not in {
            ",",
            ";",
            "that",
            "and",
            "which",
            ":",
        }:
            start -= 1
        return start

    def _head_of_relative(self, index: int, sentence: Sentence) -> int:
        """Return where the instruments stand that ", which will be signed" speaks of."""
        for place in range(index - 1, max(sentence.first, index - 40), -1):
            found = self.words.instruments.longest(self.folded, place, index)
            if found and self.folded[place - 1] not in {"of", "and"}:
                return self._number_start(place, sentence)
        return self._subject_start(index - 1, sentence)

    def _number_start(self, place: int, sentence: Sentence) -> int:
        """Return where the number before an instrument stands."""
        for index in range(place - 1, max(sentence.first, place - _COUNT_REACH) - 1, -1):
            if self._number(index) is not None:
                return index
        return place

    def _number(self, index: int) -> int | None:
        """Return the number that a token writes."""
        word = self.folded[index]
        if word.isascii() and word.isdigit() and len(word) < 4:
            return int(word)
        return self.words.numbers.get(word)

    def _ready_or_scheduled(
        self, index: int, sentence: Sentence, speaker: Utterance | None
    ) -> Iterator[_Draft]:
        """Read "is ready to act", "is committed to helping", "is scheduled to visit"."""
        adjective = self._skip_adverbs(index + 1, sentence)
        if (
            adjective + 2 >= sentence.last
            or self.folded[adjective + 1] not in {"to", "for"}
            or self._is_denied(adjective, sentence)
        ):
            return
        act = self._skip_adverbs(adjective + 2, sentence)
        word = self.folded[adjective]
        subject = self.reader.named_subject(self._back_over_adverbs(index, sentence), sentence)
        last = self._clause_end(index, sentence, speaker)
        if word in self.words.scheduled and self.folded[act] not in {
            "be",
            "have",
            "become",
            "increase",
            "grow",
        }:
            yield _Draft(
                index,
                act,
                last,
                CommitmentKind.PLAN,
                subject or Subject(index, side=Side.BOTH),
                "is_scheduled_to",
                sentence,
            )
        elif word in self.words.ready and subject and self._is_act(act, committed=word == "committed"):
            if subject.pronoun and speaker:
                subject = attrs.evolve(subject, people=speaker.speakers, side=speaker.side)
            conditional = "if" in self.folded[act:last]
            kind = (
                CommitmentKind.OFFER
                if conditional
                else CommitmentKind.AGREEMENT
                if subject.side is Side.BOTH
                else CommitmentKind.PLEDGE
            )
            yield _Draft(index, act, last, kind, subject, "is_ready_to", sentence)

    def _readiness(self, index: int, sentence: Sentence, speaker: Utterance | None) -> Iterator[_Draft]:
        """Read "expressed readiness to act", "reaffirmed its commitment to providing"."""
        if (
            speaker is None
            or index + 2 >= sentence.last
            or self.folded[index + 1] not in {"to", "for"}
            or index - speaker.verb > 10
        ):
            return
        act = self._skip_adverbs(index + 2, sentence)
        word = self.folded[index]
        if self._is_denied(index, sentence) or not self._is_act(
            act, committed=word in {"commitment", "determination", "resolve", "aspiration", "support"}
        ):
            return
        if speaker.act in {Act.PRAISE, Act.WELCOME, Act.THANK}:
            return
        subject = Subject(speaker.verb, speaker.speakers, speaker.side)
        last = self._clause_end(index, sentence, speaker)
        joint = speaker.side is Side.BOTH
        signing = self.folded[act] in {"sign", "signing"}
        kind = (
            CommitmentKind.PLAN if signing else CommitmentKind.AGREEMENT if joint else CommitmentKind.PLEDGE
        )
        if "if" in self.folded[act:last] and kind is CommitmentKind.PLEDGE:
            kind = CommitmentKind.OFFER
        yield _Draft(speaker.verb, act, last, kind, subject, "readiness_to", sentence)

    def _is_act(self, index: int, *, committed: bool) -> bool:
        """Tell whether a concrete act follows, and not the deepening of a relationship."""
        word = self.folded[index]
        if word in {"continue", "continuing"}:
            return self.folded[self._word_after(index)] not in self.words.relational
        if word in DETERMINERS or word in PREPOSITIONS:
            return False
        if not committed:
            return True
        return word not in self.words.relational and (word.endswith("ing") or self._is_base_verb(index))

    def _word_after(self, index: int) -> int:
        """Return the index of the verb after "continue" or "continue to"."""
        return index + 1 + (self.folded[index + 1] == "to")

    def _signed(self, index: int, sentence: Sentence, speaker: Utterance | None) -> Iterator[_Draft]:
        """Read "signed two agreements", "four documents were signed"."""
        cue = self.words.signing.longest(self.folded, index, sentence.last)
        if not cue or cue[1].form not in {Form.PAST, Form.PRESENT} or self._is_denied(index, sentence):
            return
        previous = self.folded[index - 1] if index > sentence.first else ""
        if previous in {"was", "were", "been"} or self.folded[index - 2 : index] in {
            ("were", "also"),
            ("was", "also"),
        }:
            if not self._instrument_in(sentence.first, index):
                return
            yield _Draft(
                self._passive_start(index, sentence),
                index,
                self._clause_end(index, sentence, None),
                CommitmentKind.AGREEMENT,
                Subject(index, side=Side.BOTH),
                "were_signed",
                sentence,
                concluded=True,
            )
            return
        subject = self.reader.named_subject(self._back_over_adverbs(index, sentence), sentence) or (
            Subject(index, side=Side.BOTH) if previous in {",", "and", ")"} else None
        )
        if subject and self._instrument_in(index, min(sentence.last, index + 14)):
            yield _Draft(
                index,
                index,
                self._clause_end(index, sentence, speaker),
                CommitmentKind.AGREEMENT,
                attrs.evolve(subject, side=Side.BOTH, people=()),
                "signed",
                sentence,
                concluded=True,
            )

    def _passive_start(self, index: int, sentence: Sentence) -> int:
        """Return where the instruments before "were signed" start."""
        for place in range(sentence.first, index):
            if self.words.instruments.longest(self.folded, place, index):
                return self._number_start(place, sentence)
        return sentence.first

    def _instrument_in(self, first: int, last: int) -> bool:
        """Tell whether an instrument is named in a stretch."""
        return any(self.words.instruments.longest(self.folded, index, last) for index in range(first, last))

    def _skip_adverbs(self, index: int, sentence: Sentence) -> int:
        """Return the first token from `index` on that is no adverb."""
        while index < sentence.last and (
            self.folded[index] in ADVERBS and self.folded[index] not in {"not", "never"}
        ):
            index += 1
        return index

    def _back_over_adverbs(self, index: int, sentence: Sentence) -> int:
        """Return the end of what stands before `index` and its adverbs."""
        while index > sentence.first and self.folded[index - 1] in ADVERBS:
            index -= 1
        return index

    def _is_denied(self, index: int, sentence: Sentence) -> bool:
        """Tell whether a negation stands just before a token."""
        return bool(set(self.folded[max(sentence.first, index - 3) : index + 1]) & self.words.negations)

    def _is_conditional(self, index: int, sentence: Sentence) -> bool:
        """Tell whether "would" stands under a condition."""
        return self.folded[index] == "would" and bool(
            set(self.folded[sentence.first : sentence.last]) & {"if", "hoped", "whether"}
        )

    def _clause_end(self, index: int, sentence: Sentence, speaker: Utterance | None) -> int:
        """Return where an undertaking ends: with its clause."""
        last = sentence.last
        if speaker and index < speaker.last:
            last = speaker.last
        for place in range(index + 1, last - 1):
            if self.folded[place] == ";" or (
                self.folded[place] in {",", "and"} and self._new_clause(place + 1, last)
            ):
                last = place
                break
        while last > index + 1 and self.folded[last - 1] in _TRAILING:
            last -= 1
        return self._with_list(last, sentence)

    def _with_list(self, last: int, sentence: Sentence) -> int:
        """Return the end of the list that a colon at the end of an undertaking opens."""
        if last < sentence.last - 1 or self.folded[sentence.last - 1] != ":":
            return last
        for following in self.document.sentences:
            if following.first < sentence.last:
                continue
            if following.first == self.document.paragraphs[following.paragraph].first:
                break
            last = following.last
        while self.folded[last - 1] in _TRAILING:
            last -= 1
        return last

    def _new_clause(self, index: int, last: int) -> bool:
        """Tell whether another speaker or verb of saying starts at a token."""
        if self.folded[index] in {"and", "which"} and index + 1 < last:
            index += 1
        cue = self.lexicon.speech.verbs.longest(self.folded, index, last)
        if (
            cue
            and cue[1].form is Form.PARTICIPLE
            and cue[1].lemma not in self.lexicon.speech.never_participles
        ):
            return True
        return self.folded[index] in {"he", "she", "they"} or any(
            word in _WILL for word in self.folded[index + 1 : index + 2]
        )


class _Closer:
    """Looks up the parties, the dates and the instruments of an undertaking."""

    def __init__(
        self,
        document: Document,
        mentions: Mentions,
        entities: Entities,
        encounter: Encounter,
        dates: Sequence[DateMention],
        lexicon: Lexicon,
        published: dt.date | None,
    ) -> None:
        """Keep what is needed at hand."""
        self.document, self.folded, self.mentions, self.entities = (
            document,
            document.folded,
            mentions,
            entities,
        )
        self.dates, self.words, self.published, self.lexicon = dates, lexicon.undertakings, published, lexicon
        principals = [a.person for a in encounter.attendance if a.principal]
        self.sides = tuple(dict.fromkeys(party for person in principals if (party := self._party(person))))

    def _party(self, person: int) -> str | None:
        """Return the country or the organisation that a person represents."""
        entity = self.entities.people[person]
        return entity.country or entity.organisation

    def close(self, draft: _Draft) -> Undertaking:
        """Return the undertaking of a draft."""
        actors = self._actors(draft)
        recipients = self._recipients(draft, actors)
        if draft.swapped and draft.kind is CommitmentKind.PLAN:
            actors, recipients = self._traveller(draft, actors)
        under_way = self.folded[draft.act] in {"continue", "continuing", "continued"}
        status = (
            CommitmentStatus.CONCLUDED
            if draft.concluded
            else CommitmentStatus.UNDER_WAY
            if under_way
            else CommitmentStatus.PLANNED
        )
        instrument = self._instrument(draft)
        return Undertaking(
            draft.first,
            draft.last,
            draft.kind,
            status,
            self._action(draft),
            actors,
            recipients,
            instrument[1] if instrument else None,
            self._count(instrument[0], draft) if instrument else None,
            self._due(draft),
            draft.rule,
        )

    def _actors(self, draft: _Draft) -> tuple[str, ...]:
        """Return who will act."""
        subject = draft.subject
        if subject is None or subject.side is Side.BOTH or (subject.side is Side.NOBODY):
            return self.sides
        if subject.country:
            return (subject.country,)
        parties = tuple(dict.fromkeys(party for person in subject.people if (party := self._party(person))))
        return parties or self.sides

    def _recipients(self, draft: _Draft, actors: tuple[str, ...]) -> tuple[str, ...]:
        """Return for whom: the other side, when one side alone acts."""
        others = tuple(side for side in self.sides if side not in actors)
        if draft.kind is CommitmentKind.INVITATION and len(actors) == 1:
            return self._invited(draft, actors) or (others if len(others) == 1 else ())
        if draft.kind is CommitmentKind.AGREEMENT or len(actors) != 1 or len(others) != 1:
            return ()
        return others

    def _invited(self, draft: _Draft, actors: tuple[str, ...]) -> tuple[str, ...]:
        """Return who is invited: the first person named in the invitation."""
        for index, mention in enumerate(self.mentions.people):
            person = self.entities.of_mention[index]
            party = self._party(person) if person is not None else None
            if draft.first < mention.first < draft.last and party and party not in actors:
                return (party,)
        return ()

    def _traveller(self, draft: _Draft, speaker: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return visitor and host of a visit that somebody looks forward to."""
        for index, mention in enumerate(self.mentions.people):
            person = self.entities.of_mention[index]
            if (
                draft.act < mention.first < draft.last
                and person is not None
                and (party := self._party(person))
            ):
                return (party,), tuple(side for side in self.sides if side != party)[:1]
        others = tuple(side for side in self.sides if side not in speaker)
        return (others, speaker) if len(others) == 1 else (speaker, others)

    def _action(self, draft: _Draft) -> str | None:
        """Return the verb of the act, in its base form."""
        word = self.folded[draft.act]
        for table in (
            self.lexicon.speech.verbs,
            self.words.signing,
            self.lexicon.topics.verbs,
            self.lexicon.encounters.verbs,
        ):
            found = table.longest(self.folded, draft.act, draft.act + 1)
            if found:
                return found[1] if isinstance(found[1], str) else found[1].lemma.partition(" ")[0]
        if word.endswith("ing") and len(word) > 5:
            return word[:-3]
        return None if word in DETERMINERS or word in PREPOSITIONS else word

    def _instrument(self, draft: _Draft) -> tuple[int, str] | None:
        """Return the place and name of the instrument."""
        for index in range(draft.first, draft.last):
            found = self.words.instruments.longest(self.folded, index, draft.last)
            if found:
                return index, found[1]
        return None

    def _count(self, place: int, draft: _Draft) -> int | None:
        """Return the number of instruments."""
        for index in range(place - 1, max(draft.first, place - _COUNT_REACH) - 1, -1):
            word = self.folded[index]
            number = (
                int(word)
                if word.isascii() and word.isdigit() and len(word) < 4
                else self.words.numbers.get(word)
            )
            if number:
                return number
        return None

    def _due(self, draft: _Draft) -> Period | None:
        """Return by when: the last date of the clause that lies ahead."""
        inside = [d for d in self.dates if draft.first <= d.first < draft.last and d.period]
        ahead = [d for d in inside if self._is_ahead(d)]
        if draft.concluded or not ahead:
            return None
        deadlines = [d for d in ahead if d.deadline]
        return (deadlines or ahead)[-1].period

    def _is_ahead(self, date: DateMention) -> bool:
        """Tell whether a date is not over on the day of publication."""
        if date.period is None or self.folded[date.first - 1] == "since":
            return False
        words = set(self.folded[date.first : date.last])
        if words & {"today", "yesterday", "last", "evening", "morning", "afternoon"}:
            return False
        return self.published is None or date.period.end >= self.published
