"""Quotes that have half of a number or of a word."""

import pytest

from dashboard.checks.context.edges import CUTS_NUMBER, CUTS_WORD, cut_at


@pytest.mark.parametrize(
    ("before", "behind", "kind"),
    [
        ("1", "3 million", CUTS_NUMBER),
        ("13", ".5 million", CUTS_NUMBER),
        ("13.", "5 million", CUTS_NUMBER),
        ("1", ",350", CUTS_NUMBER),
        ("at 12", ":30", CUTS_NUMBER),
        ("٢", "٠٠٩", CUTS_NUMBER),
        ("im", "possible", CUTS_WORD),
        ("base", "s", CUTS_WORD),
        ("they can", "'t", CUTS_WORD),
        ("they can", "’t come", CUTS_WORD),
        ("non-", "nuclear", CUTS_WORD),
        ("не", "возможно", CUTS_WORD),
        ("αδύ", "νατο", CUTS_WORD),
        ("in 2009", ". He", None),
        ("in 2009", ", 13 of", None),
        ("in 2009", "¹ and", None),
        ("in 2009", "년에", None),
        ("Ruiz", "'s word", None),
        ("Ruiz", "’ton", None),
        ("then-", "President", None),
        ("(", "base", None),
        ("港口", "预计", None),
        ("미군 기지", "는", None),
        ("و", "قال", None),
        ("", "base", None),
        ("base", "", None),
    ],
)
def test_a_cut_is_told_by_what_stands_on_both_sides(before, behind, kind):
    """In alphabets with spaces, and in numbers of any script; an ending that is no part of the word is none."""
    found = cut_at(before + behind, len(before))
    assert (found[0] if found else None) is kind


def test_the_whole_word_is_shown():
    """Bounded, where it never ends."""
    assert cut_at("It cost $13.5 million", 11) == (CUTS_NUMBER, "$13.5")
    found = cut_at("x" * 500, 250)
    assert found is not None
    assert len(found[1]) == 80
