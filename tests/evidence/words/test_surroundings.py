"""Names at their place in a text."""

from dashboard.evidence.words import NamesAbout


def test_a_name_at_the_end_of_a_text_ends_with_it():
    """However long the other names are that begin alike."""
    names = NamesAbout({"actor/us": ["U.S."], "actor/usa": ["U.S. Air Force"]})
    (found,) = names.named_in("the U.S.")
    assert (found.text, found.start, found.end) == ("U.S.", 4, 8)
