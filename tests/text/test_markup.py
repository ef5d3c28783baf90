"""HTML that cannot be broken out of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.text.markup import Markup, element, join, join_all, words
from dashboard.text.visible import visible


@given(st.text())
def test_any_text_stays_text(text):
    """No sign of a record opens a tag, an attribute or a character reference."""
    html = element("p", text, title=text).html
    assert html.count("<") == html.count(">") == 2
    assert html.count('"') == 2


def test_markup_is_kept_and_text_is_escaped():
    """What was made by `element` is not escaped a second time."""
    assert join("a < b ", element("b", "&")).html == "a &lt; b <b>&amp;</b>"


def test_empty_content_leaves_no_separator():
    """A part that says nothing is not joined."""
    assert join_all(["a", None, "", Markup(""), "b"], by=", ").html == "a, b"


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200b", "\ufeff", "\x00", "\x1b", "\u2028", "\u00ad"])
def test_what_cannot_be_seen_is_written_out(sign):
    """Overrides, zero-width and control characters are shown by their code point."""
    assert visible(f"a{sign}b") == f"a[U+{ord(sign):04X}]b"


@pytest.mark.parametrize("text", ["مرحبا", "שלום", "한국", "👩\u200d🚀", "می\u200cخواهم", "two\nlines"])
def test_every_script_is_left_as_it_is(text):
    """Joiners that scripts and emoji need are no danger in an isolate."""
    assert visible(text) == text


def test_text_of_a_record_has_a_direction_of_its_own():
    """A bidirectional isolate keeps it from turning what stands beside it."""
    assert words("שלום").html == '<bdi dir="auto">שלום</bdi>'


def test_attributes_are_left_out_or_bare():
    """None and False are left out, True is bare, names have hyphens."""
    assert element("a", class_=None, hidden=True, data_press="x", open=False).html == '<a hidden data-press="x"></a>'
