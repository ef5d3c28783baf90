"""Who finds or counts it is who does so in the quotes."""

import pytest

from tests.checks.wording.one_claim import objections


@pytest.mark.parametrize(
    ("quote", "claim", "by"),
    [
        ("The interior ministry put the number at nine.", "The rights league speaks of nine.", None),
        ("The hospital counted 14 dead.", "The police counted 14 dead.", None),
        ("According to the port authority, nine cranes broke.", "The coast guard found nine broken cranes.", None),
        ("The army said that nine boats sank.", "According to the navy, nine boats sank.", None),
        ("Kenya found no sign of arms.", "Nothing that Egypt found was a sign of arms.", "kenya"),
        ("Kenya counted 14 boats.", "Egypt counted 14 boats.", "kenya"),
    ],
)
def test_what_another_found_is_told(quote, claim, by):
    """A body that no quote names, or an actor who does not speak."""
    fields = {"kind": "statement", "by": by} if by else {}
    assert "speaker-differs" in objections(quote, claim, **fields)


@pytest.mark.parametrize(
    ("quote", "claim", "by"),
    [
        ("The interior ministry put the number at nine.", "The ministry speaks of nine.", None),
        ("The interior ministry put the number at nine.", "The authorities speak of nine.", None),
        ("The hospital counted 14 dead, and the police said 15.", "The police counted 15 dead.", None),
        ("The police league counted 14 boats.", "The police counted 14 boats.", None),
        ("A spokesman for the navy said that a boat sank.", "The navy reported that a boat sank.", None),
        ("Kenya found no sign of arms.", "Nothing that Kenya found was a sign of arms.", "kenya"),
        ("Nairobi counted 14 boats.", "Kenya says that Nairobi counted 14 boats.", "kenya"),
    ],
)
def test_who_finds_it_may_be_named_otherwise(quote, claim, by):
    """In less exact words, beside another, or by a part of the name."""
    fields = {"kind": "statement", "by": by} if by else {}
    assert "speaker-differs" not in objections(quote, claim, **fields)
