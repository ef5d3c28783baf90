"""Words of other alphabets in the letters of ASCII."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.text.transliteration import transliterate


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Совет Лорна", "sovet lorna"),
        ("Щука, ёж и чай", "shchuka, yozh i chay"),
        ("Київ і Ґалаґан", "kiyiv i galagan"),
        ("Љубав Џон", "ljubav dzon"),
        ("Αθήνα Ψυχή", "athina psychi"),
        ("Łódź Straße Ærø İstanbul Đurđa", "lodz strasse aero istanbul durda"),
        ("São Tomé’s", "sao tomes"),
        ("ﬁn ５", "fin 5"),
        ("桟橋 Pier", " pier"),
        ("رصيف", ""),
        ("🏳️‍🌈", ""),
    ],
)
def test_letters_are_written_as_one_would_read_them(text, plain):
    """Latin without accents, Cyrillic and Greek by letter; what has no letters in ASCII is left out."""
    assert transliterate(text) == plain


@given(st.text())
def test_nothing_but_small_ascii_is_left(text):
    """Whatever it was; and written so, it is written so again."""
    plain = transliterate(text)
    assert plain.isascii()
    assert plain == plain.lower()
    assert transliterate(plain) == plain.replace("'", "")
