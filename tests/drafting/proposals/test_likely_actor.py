"""What kind of actor some words name, where the registry lacks it."""

import pytest

from dashboard.drafting.people import names_of, text_names
from dashboard.drafting.people.persons import persons_in
from dashboard.drafting.proposals import likely_actor

TEXT = (
    "The U.S. Department of State and the Lebanese Armed Forces met. General Joseph Aoun led the talks. Syria and "
    "the Popular Socialist Party stayed away. An Israeli Air Force plane came."
)


@pytest.mark.parametrize(
    ("words", "likely"),
    [
        ("U.S. Department of State", {"kind": "ministry", "country": "US"}),
        ("the Lebanese Armed Forces", {"kind": "armed-force", "country": "LB"}),
        ("Israeli Air Force", {"kind": "armed-force", "country": "IL"}),
        ("Popular Socialist Party", {"kind": "party"}),
        ("Syria", {"kind": "government", "country": "SY"}),
        ("General Joseph Aoun", {}),
        ("dock workers", {}),
    ],
)
def test_a_kind_is_given_as_far_as_the_words_tell_it(words, likely):
    """Of a person they tell none: that is the first kind of the list."""
    assert likely_actor(words, TEXT) == likely


@pytest.mark.parametrize(
    ("words", "likely"),
    [
        ("MFO", {"kind": "other"}),
        ("Popular Socialist Party", {"kind": "party"}),
        ("General Joseph Aoun", {}),
        ("Bank", {"kind": "company"}),
    ],
)
def test_of_a_long_text_only_what_is_about_the_words_is_read(words, likely, monkeypatch):
    """A text as long as a book, of which all would be read for seconds, tells the same of an actor."""
    filler = "The Bank lent Joseph some money, and nobody came. " * 40_000
    told = f"{filler}General Joseph Aoun left the Meadow Fishing Organisation (MFO).\n{TEXT} {filler}"
    read = []
    monkeypatch.setattr(text_names, "persons_in", lambda text: read.append(len(text)) or persons_in(text))
    text_names.names_of.cache_clear()
    assert likely_actor(words, told) == likely
    assert max(read) < 100_000


def test_a_preposition_is_no_part_of_a_name():
    """“Following Israel’s invasion” tells of nobody who is called Following Israel."""
    names = names_of("Following Israel’s invasion of Lebanon, Peru left. Later, following Israel, Chile left.")
    assert not names.is_name("Following Israel")
