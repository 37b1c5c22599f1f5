"""Damaged texts have a sound reading, and the damage is what the table in the documentation says."""

from __future__ import annotations

import attrs
import pytest
from tests.scripts import load_script
from tests.soundness import assert_sound
from tests.strategies import READOUTS, sample

import diplo

damage = load_script("benchmarks/damage.py")


@pytest.mark.parametrize("kind", damage.KINDS)
def test_damaged_text_has_a_sound_reading(kind: str) -> None:
    """Whatever befell a readout, spans hold the words of the damaged text, and nothing is raised."""
    for name in sorted(READOUTS):
        text = damage.damaged(READOUTS[name], kind)
        assert_sound(text, diplo.parse_all(text))


@pytest.mark.parametrize("kind", damage.KINDS)
def test_each_kind_does_damage(kind: str) -> None:
    """Every kind changes some readout, and does the same each time."""
    changed = [name for name, text in READOUTS.items() if damage.damaged(text, kind) != text]

    assert changed
    assert all(damage.damaged(READOUTS[n], kind) == damage.damaged(READOUTS[n], kind) for n in changed)


@pytest.mark.parametrize("name", READOUTS)
def test_text_cut_off_anywhere_has_a_sound_reading(name: str) -> None:
    """A readout that ends at any 50th character is read as far as it goes."""
    text = READOUTS[name]

    for end in range(0, len(text), 50):
        assert_sound(text[:end], diplo.parse_all(text[:end]))


def test_score_counts_the_same_people() -> None:
    """A letter too few in one of two names is still the same person; another country is not."""
    lima, otieno = sample().participants
    misspelt = attrs.evolve(lima, name="Ana Lma")
    elsewhere = attrs.evolve(lima, country=None)

    assert damage.compare([misspelt, otieno], [lima, otieno]).f1 == 1
    assert damage.compare([elsewhere], [lima, otieno]) == damage.Score(found=1, wanted=2, right=0)
    assert damage.compare([lima, lima], [lima, otieno]).f1 == 0.5
