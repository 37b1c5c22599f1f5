"""What a fuzzer starts from keeps every promise that it is there to break."""

from __future__ import annotations

import pytest
from tests.fuzz.targets import TARGETS, seeds


@pytest.mark.parametrize("target", TARGETS)
def test_seeds_keep_every_promise(target: str) -> None:
    """What fuzzing starts from is as it should be, so that whatever it reports is news."""
    inputs = list(seeds(target))

    assert inputs
    for data in inputs[:30]:
        TARGETS[target](data)
