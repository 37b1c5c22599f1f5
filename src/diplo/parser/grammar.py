"""The closed classes of English, on which all stages rely."""

from __future__ import annotations

from functools import lru_cache

DETERMINERS = frozenset(
    "the a an this that these those their its his her our my your both each every some any".split()
)
PREPOSITIONS = frozenset(
    """of in on at to for from with by about over under between among against during through throughout
    into onto upon within without towards toward across behind beyond near off after before since
    until via amid amidst amongst regarding concerning including following as than per like despite
    except around along alongside""".split()
)
CONJUNCTIONS = frozenset(
    "and or but nor yet so while whereas although though because if unless that which who whom".split()
)
PRONOUNS = frozenset(
    "he she they it we i you him them us me who whom himself herself themselves itself".split()
)
AUXILIARIES = frozenset(
    """is are was were be been being am has have had having do does did will would shall should can could
    may might must""".split()
)
MODALS = frozenset("will would shall should can could may might must".split())
ADVERBS = frozenset(
    """also further again once jointly strongly warmly both already recently particularly especially then
    later earlier additionally moreover furthermore likewise similarly however therefore thus firmly
    clearly briefly specifically extensively fully highly sincerely deeply repeatedly equally always
    never not only still just now meanwhile finally subsequently separately publicly privately
    mutually all greatly broadly candidly largely mainly primarily today yesterday virtually
    directly constructively positively closely unequivocally""".split()
)
OWNERS = frozenset("his her their".split())
SINGLE_OWNERS = frozenset("his her its".split())
DEFINITE = frozenset("the his her".split())
DEFINITE_SINGULAR = SINGLE_OWNERS | {"the"}
POSSESSIVE = frozenset(("'s", "'"))
BE = frozenset("is are was were be been being".split())
FUTURE = frozenset("will would shall".split())
CLOSING_QUOTES = frozenset(('"', "”", "»"))
RELATIVES = frozenset("which who whom whose that where".split())
FUNCTION = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | PRONOUNS | AUXILIARIES | ADVERBS
MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def is_ordinal(word: str) -> bool:
    """Tell whether a word is an ordinal in figures: "6th", "21st"."""
    return word[:1].isdigit() and word.endswith(("st", "nd", "rd", "th"))


@lru_cache(maxsize=1 << 14)
def is_capitalised(word: str) -> bool:
    """Tell whether a word is written as a name: "Hussein", "al-Kadhimi", "d’Escoto"."""
    if word[:1].isupper() or (word[:1] in "ʿʾʻ" and word[1:2].isupper()):
        return True
    if word.isalpha():
        return False
    for mark in "-'’":
        head, found, tail = word.partition(mark)
        if found and len(head) <= 3 and tail.lstrip("ʿʾʻ")[:1].isupper():
            return True
    return False
