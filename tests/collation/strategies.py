"""Hypothesis strategies for what records laid side by side give."""

from __future__ import annotations

from hypothesis import strategies as st
from tests.strategies import periods, spans, texts, tuples_of

from diplo.comparison import (
    Aspect,
    Comparison,
    Difference,
    Evidence,
    Match,
    Outcome,
    Pair,
    Part,
    Row,
    Section,
    Side,
    Words,
)
from diplo.formats.collation import Collation
from diplo.life import Life, LifeEvent, Turn

MEASURES = st.floats(0, 1)
WORDS = st.builds(
    Words, text=texts(), value=st.none() | texts(), id=st.none() | texts(), spans=tuples_of(spans(99), 2)
)
EVIDENCE = st.builds(
    Evidence, part=st.sampled_from(Part), likeness=MEASURES, a=st.none() | WORDS, b=st.none() | WORDS
)
PAIRS = st.builds(
    Pair,
    a=texts(),
    b=texts(),
    **dict.fromkeys(("score", "people", "date", "place", "format"), MEASURES),
    evidence=tuples_of(EVIDENCE, 2),
)
DIFFERENCES = st.builds(
    Difference, aspect=st.sampled_from(Aspect), a=st.none() | texts(), b=st.none() | texts()
)
ROWS = st.builds(
    Row,
    section=st.sampled_from(Section),
    label=texts(),
    outcome=st.sampled_from(Outcome),
    a=st.none() | WORDS,
    b=st.none() | WORDS,
    likeness=st.none() | MEASURES,
    differences=tuples_of(DIFFERENCES, 2),
)
SIDES = st.builds(
    Side,
    meeting_id=texts(),
    title=st.none() | texts(),
    issuer=st.none() | texts(),
    published=st.none() | st.dates(),
    url=st.none() | texts(),
)
COMPARISONS = st.builds(Comparison, a=SIDES, b=SIDES, pair=PAIRS, rows=tuples_of(ROWS))
EVENTS = st.builds(
    LifeEvent,
    turn=st.sampled_from(Turn),
    date=st.none() | st.dates(),
    meeting_id=texts(),
    issuer=st.none() | texts(),
    words=WORDS,
    due=st.none() | periods(99),
    count=st.none() | st.integers(-(2**63), 2**63 - 1),
)
LIVES = st.builds(
    Life,
    id=texts(),
    actors=tuples_of(texts()),
    recipients=tuples_of(texts()),
    events=st.lists(EVENTS, min_size=1, max_size=3).map(tuple),
)
MATCHES = st.builds(Match, meetings=tuples_of(texts()), pairs=tuples_of(PAIRS, 2))
COLLATIONS = st.builds(
    Collation,
    matches=tuples_of(MATCHES, 2),
    comparisons=tuples_of(COMPARISONS, 2),
    lives=tuples_of(LIVES, 2),
)
