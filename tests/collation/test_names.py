"""Names of one person are alike across spellings, and those of two are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo.collation.names import likeness
from diplo.collation.people import pair_people, same_person
from diplo.model import Country, Office, Person

SAME = (
    ("Mustafa Al-Khadhimi", "Mustafa al-Kadhimi"),
    ("Hussein Amir-Abdollahian", "Hossein Amir Abdollahian"),
    ("Hussein Amir-Abdollahian", "Hossein Amirabdollahian"),
    ("Sergey Lavrov", "Sergei V. Lavrov"),
    ("Lavrov", "Sergey Lavrov"),
    ("Mohammed bin Salman", "Muhammad bin Salman bin Abdulaziz Al Saud"),
    ("Volodymyr Zelenskyy", "Vladimir Zelensky"),
    ("J. Smith", "John Smith"),
    ("Yoko Kamikawa", "KAMIKAWA Yoko"),
    ("Ahmed Aboul Gheit", "Ahmad Abu al-Ghait"),
    ("Nguyễn Văn An", "Nguyen Van An"),
    ("Khaled Yousef", "Haled Yusuf"),
    ("José Manuel Albares", "Jose Manuel Albares Bueno"),
)
OTHERS = (
    ("Mohammed bin Salman", "Mohammed bin Zayed"),
    ("Kim Jong Un", "Kim Yong Nam"),
    ("Wang Yi", "Yang Yi"),
    ("Ana Lima", "Ana Silva"),
    ("Peter Otieno", "Paul Otieno"),
    ("Jorge Diaz", "Juan Diaz"),
    ("Xi Jinping", "Li Qiang"),
)
KENYA, CHAD = Country(code="KE", name="Kenya"), Country(code="TD", name="Chad")


@pytest.mark.parametrize(("a", "b"), SAME)
def test_spellings_of_one_name(a: str, b: str) -> None:
    """Transliteration, order, initials, particles and missing names leave a name alike."""
    assert likeness(a, b) >= 0.9


@pytest.mark.parametrize(("a", "b"), OTHERS)
def test_names_of_two_people(a: str, b: str) -> None:
    """A name in common does not make one person of two."""
    assert likeness(a, b) <= 0.4


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_names(a: str, b: str) -> None:
    """Whatever stands there, likeness lies between 0 and 1, and is the same both ways."""
    assert 0 <= likeness(a, b) <= 1
    assert likeness(a, b) == likeness(b, a)
    assert likeness(a, a) == 1


def test_office_helps_a_garbled_name() -> None:
    """A country has one foreign minister at a time, and many ministers."""

    def person(name: str | None, office: Office, country: Country = KENYA) -> Person:
        """Return somebody with an office."""
        return Person(name=name, office=office, country=country)

    names = ("Tom Okot", "Tomas Akoth")
    plain = likeness(*names)
    single = same_person(*(person(name, Office.FOREIGN_MINISTER) for name in names))
    several = same_person(*(person(name, Office.MINISTER) for name in names))
    assert plain < several < single
    assert same_person(person(None, Office.AMBASSADOR), person("A. B.", Office.AMBASSADOR)) == 0.7
    assert same_person(person(None, Office.AMBASSADOR), person("A. B.", Office.AMBASSADOR, CHAD)) == 0


def test_people_are_paired_one_with_one() -> None:
    """The likeliest pair comes first, and nobody stands in two."""
    a = [Person(name="Ana Lima"), Person(name="Lima")]
    b = [Person(name="Ana Lima"), Person(name="Peter Otieno")]

    assert pair_people(a, b) == [(0, 0, 1.0)]
