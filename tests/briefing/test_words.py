"""What a briefing says of evidence and sources, in words."""

import pytest

from dashboard.briefing.outline.words import source_words
from dashboard.model.source import Source


@pytest.mark.parametrize(
    ("outlet", "words"),
    [
        ("El Universo", "El Universo, 4 September 2025"),
        ("القدس العربي", "القدس العربي, \u200e4 September 2025"),
        ("הארץ", "הארץ, \u200e4 September 2025"),
    ],
)
def test_the_day_of_a_source_stands_beside_its_month(outlet, words):
    """Behind Arabic and Hebrew, too, where a number would go to the other side of the name."""
    source = Source.model_validate({"id": "a", "kind": "article", "outlet": outlet, "published": "2025-09-04"})
    assert source_words("a", source) == words
