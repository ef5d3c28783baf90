"""Words that mean about the same are related, by any of their forms; words that only stand together are not."""

import pytest

from dashboard.evidence.thesaurus import are_related, has_related
from dashboard.evidence.words import root_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("quickly", "rapid"),
        ("goals", "aims"),
        ("voted", "ballot"),
        ("insurgents", "rebels"),
        ("reduced", "cut"),
        ("freed", "release"),
        ("told", "telling"),
        ("bought", "purchase"),
        ("improving", "better"),
    ],
)
def test_synonyms_are_related_whatever_their_form(one, other):
    """Plural, past and other parts of speech."""
    assert are_related(root_of(one), root_of(other))
    assert are_related(root_of(other), root_of(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("minister", "army"),
        ("money", "war"),
        ("cat", "dog"),
        ("harbour", "vote"),
        ("dismissed", "employer"),
        ("", "vote"),
    ],
)
def test_words_of_one_field_are_not(one, other):
    """Nor are two kinds of one thing."""
    assert not are_related(root_of(one), root_of(other))


def test_one_pair_is_enough():
    """Of all words of a clause and all of a quote."""
    assert has_related(map(root_of, ["quick", "army"]), {root_of("rapid"), root_of("money")})
    assert not has_related([], {root_of("rapid")})
