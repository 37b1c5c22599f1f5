"""Why nothing was read from a sentence: what it is, as far as its form tells."""

from __future__ import annotations

from diplo.lexicon import Lexicon
from diplo.parser.document import Document, Sentence, starting_within
from diplo.parser.floor import is_item
from diplo.parser.grammar import ADVERBS, AUXILIARIES, DETERMINERS, MONTHS, PREPOSITIONS
from diplo.parser.mentions import Mentions

_STOPS = frozenset((".", "!", "?", ";", "”", '"', ":", "…"))
_QUOTES = frozenset(("“", '"', "‘", "«"))
_LONGEST_HEADING = 16
_REACH_OF_SUBJECT = 12


def reason_unread(number: int, document: Document, mentions: Mentions, lexicon: Lexicon) -> str | None:
    """Return the code of a note on a sentence from which nothing was read; `None` for mere marks.

    `heading`, `dateline`, `list_item`, `attendance`, `programme`, `quotation` and `background` name
    sentences that by their form hold no statement and no undertaking; `unread_sentence` is the doubt:
    somebody acts, and no rule knows how.
    """
    sentence = document.sentences[number]
    folded = document.folded[sentence.first : sentence.last]
    if not any(word[0].isalpha() for word in folded):
        return None
    words = frozenset(folded)
    if folded[-1] not in _STOPS and len(folded) <= _LONGEST_HEADING:
        return "dateline" if words & MONTHS or any(word.isdigit() for word in folded) else "heading"
    if is_item(number, document):
        return "list_item"
    if words & lexicon.speech.attending:
        return "attendance"
    if words & lexicon.speech.travelling:
        return "programme"
    if document.words[sentence.first] in _QUOTES:
        return "quotation"
    return "unread_sentence" if _acts(sentence, document, mentions, lexicon) else "background"


def _acts(sentence: Sentence, document: Document, mentions: Mentions, lexicon: Lexicon) -> bool:
    """Tell whether somebody is the subject of a sentence, and does something."""
    folded = document.folded
    stop = min(sentence.last, sentence.first + _REACH_OF_SUBJECT)
    people = [m.last for m in starting_within(mentions.people, sentence.first, stop) if m.titled or m.name]
    end = max(people, default=0)
    for index in range(sentence.first, stop):
        both = lexicon.speech.both.longest(folded, index, stop)
        if both or folded[index] in {"he", "she", "they", "we"}:
            end = max(end, both[0] if both else index + 1)
    while end < sentence.last and (folded[end] in ADVERBS or folded[end] == ","):
        end += 1
    if not end or end >= sentence.last:
        return False
    word = folded[end]
    return not (word in AUXILIARIES or word in DETERMINERS or word in PREPOSITIONS or not word.isalpha())
