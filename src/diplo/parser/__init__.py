"""The way from a text to its meetings, stage by stage."""

from __future__ import annotations

import datetime as dt

from diplo.errors import NoMeetingError
from diplo.lexicon import Lexicon, default_lexicon
from diplo.model import Meeting
from diplo.parser.assemble import Assembler
from diplo.parser.circumstances import find_circumstances
from diplo.parser.claims import claim_sentences
from diplo.parser.clauses import ClauseReader
from diplo.parser.commitments import find_commitments
from diplo.parser.dates import find_dates
from diplo.parser.document import read_document
from diplo.parser.encounters import find_encounters
from diplo.parser.entities import resolve_entities
from diplo.parser.mentions import find_mentions
from diplo.parser.reported import SpeechReader
from diplo.parser.sides import settle_sides
from diplo.parser.statements import Utterance, find_statements
from diplo.parser.topics import find_topics


def parse_all(
    text: str, *, published: dt.date | None = None, issuer: str | None = None, lexicon: Lexicon | None = None
) -> tuple[Meeting, ...]:
    """Read every meeting that a text reports, the main one first; `()` when it reports none.

    Never raises for any `str`.

    Args:
        text: the readout; spans of the result are in code points of this string.
        published: day of publication, against which "today" and "on Sunday" are read.
        issuer: ISO 3166-1 alpha-2 code or organisation of the publisher, for "the Prime Minister"
            whom nobody names; found from the text where it is not given.
        lexicon: a vocabulary of one's own; `default_lexicon()` when not given.
    """
    lexicon = lexicon or default_lexicon()
    document = read_document(text)
    mentions = find_mentions(document, lexicon)
    entities = resolve_entities(document, mentions, lexicon, issuer)
    encounters = find_encounters(document, mentions, entities, lexicon)
    if not encounters:
        return ()
    entities = settle_sides(document, mentions, entities, encounters, lexicon)
    dates = find_dates(document, published)
    circumstances = find_circumstances(document, mentions, dates, encounters, lexicon, entities)
    clauses = ClauseReader(document, mentions, entities, lexicon)
    things = SpeechReader(document, mentions, lexicon)
    by_sentence: dict[int, list[Utterance]] = {}
    for utterance in find_statements(clauses, encounters):
        by_sentence.setdefault(utterance.sentence, []).append(utterance)
    encounters = claim_sentences(document, mentions, entities, encounters, by_sentence)
    assembler = Assembler(document, mentions, entities, dates, encounters, lexicon, published, issuer)
    meetings = []
    for ordinal, encounter in enumerate(encounters):
        statements = [u for number in sorted(encounter.sentences) for u in by_sentence.get(number, ())]
        topics = find_topics(things, statements)
        commitments = find_commitments(clauses, encounter, statements, dates, published)
        meetings.append(assembler.meeting(ordinal, circumstances[ordinal], statements, topics, commitments))
    return tuple(meetings)


def parse(
    text: str, *, published: dt.date | None = None, issuer: str | None = None, lexicon: Lexicon | None = None
) -> Meeting:
    """Read the main meeting of a text; the arguments are those of `parse_all`.

    Raises:
        NoMeetingError: when the text reports no meeting.
    """
    meetings = parse_all(text, published=published, issuer=issuer, lexicon=lexicon)
    if not meetings:
        raise NoMeetingError
    return meetings[0]
