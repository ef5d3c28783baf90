"""Values in words."""

from decimal import Decimal

import pytest

from dashboard.evidence.corroboration import Strength
from dashboard.model.amount import Amount, Quantity
from dashboard.model.claim import Claim
from dashboard.query.wording import (
    amount_words,
    count_words,
    credibility_words,
    likelihood_words,
    reported_amount_words,
    scaled_number,
    sentence,
    speaker_pieces,
    speaker_words,
    strength_words,
)


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        ({"value": 13500000, "currency": "USD"}, "$13.5 million"),
        ({"value": 87, "to": 107, "unit": "people"}, "87 to 107 people"),
        (
            {"value": 10000000, "to": 15000000, "currency": "USD", "qualifier": "about"},
            "about $10 million to $15 million",
        ),
        ({"value": 6000000, "currency": "USD", "qualifier": "about"}, "about $6 million"),
        ({"value": 1200000000, "currency": "EUR", "qualifier": "at-least"}, "at least €1.2 billion"),
        ({"value": 1234567, "currency": "CHF"}, "1,234,567 CHF"),
        ({"value": 6422640, "unit": "votes"}, "6,422,640 votes"),
        ({"value": 2000000, "unit": "people", "qualifier": "at-most"}, "at most 2,000,000 people"),
        ({"value": 0.5, "currency": "USD"}, "$0.5"),
    ],
)
def test_amounts_read_as_in_a_newspaper(quantity, words):
    """Money is scaled where nothing is lost; what is counted keeps its digits."""
    assert amount_words(Quantity.model_validate(quantity)) == words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ({"as_reported": "hundreds of pilgrims"}, "“hundreds of pilgrims”"),
        ({"as_reported": "hundreds", "reported": {"value": 345, "unit": "pilgrims"}}, "345 pilgrims"),
        ({"assessed": {"value": 345, "unit": "pilgrims", "basis": "inferred", "note": "N"}}, ""),
    ],
)
def test_an_amount_without_a_number_reads_in_the_words_of_its_source(amount, words):
    """In quotation marks; nothing where the source gives none."""
    assert reported_amount_words(Amount.model_validate(amount)) == words


@pytest.mark.parametrize(
    ("fields", "short", "full"),
    [
        ({}, "", ""),
        ({"by": "noboa"}, "Daniel Noboa", "Daniel Noboa"),
        ({"by": "noboa", "by_as_reported": "Novoa"}, "Daniel Noboa", "Daniel Noboa, in the words “Novoa”"),
        ({"by_as_reported": "Analysts"}, "“Analysts”", "“Analysts”"),
        ({"by": ["noboa", "rubio"]}, "Daniel Noboa and Marco Rubio", "Daniel Noboa and Marco Rubio"),
        ({"by": ["noboa", "rubio", "x"]}, "Daniel Noboa, Marco Rubio and x", "Daniel Noboa, Marco Rubio and x"),
        (
            {"by": ["noboa", "rubio"], "by_as_reported": "both men"},
            "Daniel Noboa and Marco Rubio",
            "Daniel Noboa and Marco Rubio, in the words “both men”",
        ),
        (
            {"by": ["noboa", "rubio"], "by_as_reported": ["Novoa", "Rubio", "an aide"]},
            "Daniel Noboa, Marco Rubio and “an aide”",
            "Daniel Noboa (“Novoa”), Marco Rubio (“Rubio”) and “an aide”",
        ),
        ({"by": "rubio", "quoted_by": "noboa"}, *["Marco Rubio, quoted by Daniel Noboa"] * 2),
        (
            {"by": "rubio", "quoted_by": "noboa", "quoted_by_as_reported": "Novoa"},
            "Marco Rubio, quoted by Daniel Noboa",
            "Marco Rubio, quoted by Daniel Noboa (“Novoa”)",
        ),
        ({"by": "rubio", "quoted_by_as_reported": "an aide"}, *["Marco Rubio, quoted by “an aide”"] * 2),
    ],
)
def test_speakers_are_named_in_their_order_and_then_who_quotes_them(fields, short, full):
    """In full, the source's words stand behind each, or behind all."""
    names = {"noboa": "Daniel Noboa", "rubio": "Marco Rubio"}
    claim = Claim.model_validate({"text": "T", **fields})
    assert speaker_words(claim, lambda actor: names.get(actor, actor)) == short
    pieces = speaker_pieces(claim, lambda actor: names.get(actor, actor), in_full=True)
    assert "".join(text for text, _ in pieces) == full


@pytest.mark.parametrize(
    ("value", "words"),
    [("1000000", "1 million"), ("1234000", "1.234 million"), ("1234500", "1,234,500"), ("999", "999")],
)
def test_scaling_loses_nothing(value, words):
    """More than three decimals are written out instead."""
    assert scaled_number(Decimal(value)) == words


def test_grades_are_words_and_unknown_is_not_middling():
    """Absent is not graded; 6 says that it cannot be judged."""
    assert credibility_words(None) == "not graded"
    assert credibility_words(6) == "truth cannot be judged (6)"
    assert likelihood_words("roughly-even-chance") == "roughly even chance (45 to 55\u00a0%)"


def test_counts_and_sentences_are_english():
    """One is not plural, and a sentence ends once."""
    assert [count_words(1, "event"), count_words(2, "event"), count_words(1200, "event")] == [
        "1 event",
        "2 events",
        "1,200 events",
    ]
    assert [sentence("So"), sentence("So?")] == ["So.", "So?"]


@pytest.mark.parametrize(
    ("strength", "words"),
    [
        (Strength(1, 4, 0, 4), "1 original report, 4 outlets"),
        (Strength(2, 3, 0, 3), "2 original reports, 3 outlets"),
        (Strength(1, 1, 0, 1), "1 original report, 1 outlet"),
        (Strength(2, 2, 0, 1), "2 original reports, 1 outlet"),
        (Strength(1, 2), "1 original report, 2 sources"),
        (Strength(12, 14, 0, 14), "12 original reports, 14 outlets"),
        (Strength(0, 2, 2), "origin unknown"),
        (Strength(1, 3, 2, 1), "1 original report, 3 sources, 2 of unknown origin"),
        (Strength(0, 0), "no source"),
    ],
)
def test_strength_is_told_in_words(strength, words):
    """Origins first, then what they came through; what is not known is told as not known, and is no number."""
    assert strength_words(strength) == words
