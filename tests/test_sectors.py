"""Sectors of phrases, and the file of terms that tells them."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from diplo.errors import LexiconError
from diplo.model import Sector
from diplo.parser.document import read_document
from diplo.sectors import SectorTable

TEXT = files("diplo").joinpath("data/sectors.toml").read_text(encoding="utf-8")
TABLE = SectorTable.from_toml(TEXT)
LISTS = {
    (sector, key): terms for sector, table in tomllib.loads(TEXT).items() for key, terms in table.items()
}
SPELLINGS = (
    ("isation", "ization"), ("organisation", "organization"), ("defence", "defense"), ("labour ", "labor "),
    ("programme", "program"), ("centre", "center"), ("dialogue", "dialog"), ("neighbour", "neighbor"),
    ("licence", "license"), ("armour", "armor"), ("fibre", "fiber"), ("jewellery", "jewelry"),
)  # fmt: skip

PHRASES = [
    # one plain term
    ("our warm bilateral relations", "bilateral_relations"),
    ("the latest events in the Middle East", "regional_affairs"),
    ("reform of the United Nations", "multilateral_affairs"),
    ("a lasting ceasefire", "peace_and_security"),
    ("the scourge of terrorism", "counter_terrorism"),
    ("joint military exercises", "defence"),
    ("denuclearisation", "nuclear_and_arms_control"),
    ("the volume of trade", "trade_and_investment"),
    ("relief of sovereign debt", "finance"),
    ("imports of natural gas and electricity", "trade_and_investment energy"),
    ("emissions and rising seas", "climate_and_environment"),
    ("fisheries", "water_and_agriculture"),
    ("a second railway bridge", "transport_and_infrastructure"),
    ("quantum research", "science_and_technology"),
    ("ransomware", "cyber_and_digital"),
    ("a crewed mission to the Moon", "space"),
    ("scholarships for nurses", "education health"),
    ("an exhibition of folklore", "culture_and_sport"),
    ("hospitals in the provinces", "health"),
    ("visas for pensioners", "migration_and_consular"),
    ("freedom of assembly", "human_rights_and_democracy"),
    ("victims of the earthquake", "humanitarian_aid"),
    ("poverty in the highlands", "development"),
    ("extradition", "law_and_justice"),
    ("the coming municipal elections", "elections_and_government"),
    ("cruise ships and hotels", "tourism"),
    ("exchange of television programmes", "media"),
    ("the lifting of sanctions", "sanctions"),
    ("the pleasant weather", "other"),
    # a longer term hides its parts
    ("food security", "water_and_agriculture"),
    ("energy security", "energy"),
    ("health security", "health"),
    ("cyber security", "cyber_and_digital"),
    ("economic security", "trade_and_investment"),
    ("human security", "human_rights_and_democracy"),
    ("social security", "development"),
    ("border security", "migration_and_consular"),
    ("maritime security", "peace_and_security"),
    ("the Security Council", "multilateral_affairs"),
    ("security assistance", "defence"),
    ("nuclear energy", "energy"),
    ("the nuclear programme", "nuclear_and_arms_control"),
    ("ballistic missile tests", "nuclear_and_arms_control"),
    ("air-defence missiles", "defence"),
    ("climate finance", "climate_and_environment finance"),
    ("the business climate", "trade_and_investment"),
    ("economic sanctions", "sanctions"),
    ("economic development", "development"),
    ("bilateral trade", "trade_and_investment"),
    ("fiscal space", "finance"),
    ("the trade war", "trade_and_investment"),
    ("legal aid", "law_and_justice"),
    ("think tanks", "education"),
    ("political prisoners", "human_rights_and_democracy"),
    ("regional developments", "regional_affairs"),
    ("development needs", "development"),
    # words that only sound like a sector
    ("a culture of peace", "peace_and_security"),
    ("a favourable environment for exporters", "trade_and_investment"),
    ("the greetings of the People's Democratic Republic", "other"),
    ("a call by the Defence Minister", "other"),
    # a term of several sectors
    ("clean energy", "energy climate_and_environment"),
    ("critical minerals", "trade_and_investment energy"),
    ("semiconductors", "trade_and_investment science_and_technology"),
    ("social media", "cyber_and_digital media"),
    ("money laundering", "finance law_and_justice"),
    ("refugees", "migration_and_consular humanitarian_aid"),
    ("free and fair elections", "human_rights_and_democracy elections_and_government"),
    # weak terms count alone
    ("cooperation", "bilateral_relations"),
    ("cooperation in agriculture", "water_and_agriculture"),
    ("training of diplomats", "education"),
    ("training of the armed forces", "defence"),
    ("the situation in the country", "regional_affairs"),
    ("the humanitarian situation", "humanitarian_aid"),
    ("an ongoing project", "development"),
    # the order of the text, and three at most
    ("justice, migration and tourism", "law_and_justice migration_and_consular tourism"),
    ("tourism, migration and justice", "tourism migration_and_consular law_and_justice"),
    ("health, sport, energy, media and space", "health culture_and_sport energy"),
    # how words are written
    ("counter-terrorism", "counter_terrorism"),
    ("counter terrorism", "counter_terrorism"),
    ("counterterrorism", "counter_terrorism"),
    ("technical co-operation", "science_and_technology"),
    ("technical cooperation", "science_and_technology"),
    ("a climate-resilient port", "climate_and_environment transport_and_infrastructure"),
    ("women’s education", "education"),
    ("U.N. agencies", "multilateral_affairs"),
    ("R&D", "science_and_technology"),
    ("DAESH", "counter_terrorism"),
    ("neighbouring countries", "regional_affairs"),
    ("economic crises", "trade_and_investment"),
]


def find(phrase: str, table: SectorTable = TABLE) -> str:
    """Return the sectors of a phrase, in one string."""
    return " ".join(table.find(read_document(phrase).folded))


@pytest.mark.parametrize(("phrase", "sectors"), PHRASES)
def test_phrase_has_its_sectors(phrase: str, sectors: str) -> None:
    """A phrase gets the sectors of its terms, in the order of the text."""
    assert find(phrase) == sectors


def test_sectors_follow_the_text() -> None:
    """The sector that is named first comes first."""
    assert find("visas and fisheries") == "migration_and_consular water_and_agriculture"
    assert find("fisheries and visas") == "water_and_agriculture migration_and_consular"


def test_nothing_to_read_is_other() -> None:
    """A phrase without words has no known sector."""
    assert TABLE.find([]) == (Sector.OTHER,)
    assert TABLE.find(["-", "'", "..."]) == (Sector.OTHER,)


def test_every_sector_has_terms() -> None:
    """The file has a table for each sector, in the order of the enumeration, and many terms in all."""
    assert list(dict.fromkeys(sector for sector, _ in LISTS)) == [str(sector) for sector in Sector]
    assert min(len(terms) for (_, key), terms in LISTS.items() if key == "terms") >= 20
    assert sum(map(len, LISTS.values())) >= 1400


def test_no_term_twice_in_a_sector() -> None:
    """A term stands once in its sector, and is either weak or not."""
    for sector in Sector:
        terms = [term.replace("-", " ") for key in ("terms", "weak") for term in LISTS.get((sector, key), ())]
        assert len(terms) == len(set(terms)), sector


def test_no_term_is_weak_and_strong() -> None:
    """A term that is strong in one sector is never reached as a weak one of another."""
    strong, weak = (
        {term for (_, key), terms in LISTS.items() if key == wanted for term in terms}
        for wanted in ("terms", "weak")
    )
    assert not strong & weak


@pytest.mark.parametrize("listed", LISTS, ids="-".join)
def test_terms_are_folded_and_sorted(listed: tuple[str, str]) -> None:
    """Terms are lower-case words with single spaces and straight apostrophes, in alphabetical order."""
    terms = LISTS[listed]
    assert all(term == " ".join(term.lower().split()) and term.isascii() for term in terms)
    keys = [
        term.replace("-", " ").replace("'s", "").replace(".", "").replace("&", "and").split()
        for term in terms
    ]
    assert keys == sorted(keys)


@pytest.mark.parametrize("listed", LISTS, ids="-".join)
def test_every_term_is_found(listed: tuple[str, str]) -> None:
    """A term that is read as a text gives its sector, so no term is out of reach."""
    for term in LISTS[listed]:
        assert listed[0] in find(term).split(), term


@pytest.mark.parametrize("listed", LISTS, ids="-".join)
def test_no_term_is_the_plural_of_another(listed: tuple[str, str]) -> None:
    """A regular plural is made from its singular, not listed beside it."""
    terms = set(LISTS[listed])
    assert not terms & {f"{term}s" for term in terms}


@pytest.mark.parametrize("listed", LISTS, ids="-".join)
def test_both_spellings_are_known(listed: tuple[str, str]) -> None:
    """A term in British spelling has the same sectors in American spelling, and the reverse."""
    for term in LISTS[listed]:
        british = american = term
        for one, other in SPELLINGS:
            british = british if one in british else british.replace(other, one)
            american = american.replace(one, other)
        assert find(british) == find(american), term


def test_plurals_are_made() -> None:
    """The regular plural of the last word of a term is a term too, unless it stands elsewhere by itself."""
    table = SectorTable.from_toml("""
        [health]
        terms = ["sick bay", "remedy", "crisis", "bus", "box", "toy", "mass"]
        [media]
        terms = ["remedies"]
    """)
    for plural in ("sick bays", "crises", "bus", "boxes", "toys", "masses"):
        assert find(plural, table) == "health", plural
    assert find("remedies", table) == "media"
    assert find("buss", table) == "other"


def test_other_hides_terms() -> None:
    """A term of `other` hides strong and weak terms inside it and gives no sector."""
    table = SectorTable.from_toml("""
        [health]
        terms = ["health"]
        weak = ["good"]
        [other]
        terms = ["good health"]
    """)
    assert find("good health", table) == "other"
    assert find("health is good", table) == "health"
    assert find("good news", table) == "health"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('[healing]\nterms = ["a"]', 1, "healing"),
        ('[media]\nterms = ["a"]\n\n[healing]\nterms = ["b"]', 4, "healing"),
        ("media = 3", 1, "media"),
        ('[media]\nterm = ["a"]', 1, "media.term"),
        ('[media]\nterms = "a"', 1, "media.terms"),
        ('[media]\nterms = [\n  "a",\n  31,\n]', 4, "31"),
        ('[media]\nterms = ["a",\n "-"]', 3, "'-'"),
        ('[media]\nterms = [""]', 1, "''"),
        ('[media]\nterms = ["a" "b"]', 2, "array"),
    ],
)
def test_faults_are_located(text: str, line: int, words: str) -> None:
    """A fault in the file is reported with its name and, where it can be told, its line."""
    with pytest.raises(LexiconError, match="terms-of-mine") as caught:
        SectorTable.from_toml(text, "terms-of-mine")
    assert (caught.value.file, caught.value.line) == ("terms-of-mine", line)
    assert words in str(caught.value)


def test_a_broken_end_has_no_line() -> None:
    """A file that ends too early is a fault in no single line."""
    with pytest.raises(LexiconError) as caught:
        SectorTable.from_toml("[media")
    assert caught.value.line is None
