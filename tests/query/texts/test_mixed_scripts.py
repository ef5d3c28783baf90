"""Words of two scripts that look alike."""

import pytest

from dashboard.query.texts.read_text import mixed_words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("p\u0430ypal and paypal", [("p\u0430ypal", ("Latin", "Cyrillic"))]),
        ("\u041cosc\u03bfw", [("\u041cosc\u03bfw", ("Latin", "Greek", "Cyrillic"))]),
        ("Москва, Αθήνα, Quito, école", []),
        ("東京Tokyo 대한민국 قاعدة", []),
        ("µg x1", []),
    ],
)
def test_only_words_that_mix_look_alikes_are_told(text, found):
    """With the names of their scripts; a text in several languages is none of it."""
    assert [(text[start:end], scripts) for (start, end), scripts in mixed_words(text)] == found
