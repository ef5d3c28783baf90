"""What is typed into the search box, as terms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.query.search.search_query import MOST_TERMS, read_query


@pytest.mark.parametrize(
    ("typed", "expression"),
    [
        ("quito", '"quito"*'),
        ("Rubio Quito", '"rubio"* AND "quito"*'),
        ("noboá", '"noboa"*'),
        ('"long-term basis" quito', '"long term basis" AND "quito"*'),
        ("„long-term basis“", '"long term basis"'),
        ("2025-09-04", '"2025 09 04"'),
        ("quito -rubio", '("quito"*) NOT ("rubio"*)'),
        ('quito -"marco rubio"', '("quito"*) NOT ("marco rubio")'),
        ("-rubio", ""),
        ("a", '"a"'),
        ("O'Neill", '"oneill"*'),
        ("Moscow’s", '"moscow"*'),
        ("Путин", '("путин"* OR "putin"*)'),
        ("長期駐軍", '"長 期 駐 軍"'),
        ("345", '"345"'),
        ("—", ""),
        ("", ""),
        ('"', ""),
        ('quito "', '"quito"*'),
    ],
)
def test_words_phrases_and_what_must_not_be_there(typed, expression):
    """Accents, case and apostrophes make no difference; the last letters of a word may be missing, not of a phrase."""
    assert read_query(typed).expression == expression


def test_what_is_found_is_lit_where_it_stands():
    """In code points of the text as it is written: astral characters, composed and decomposed letters."""
    text = "😀 O’Neill met Путин (Putin) and Noboa\u0301 in 韓国の長期駐軍."
    lit = ["O’Neill", "met", "Путин", "Putin", "Noboa\u0301", "長期駐軍"]
    query = read_query("oneill putin noboa 長期駐軍 met")
    assert [text[start:end] for start, end in query.spans_in(text)] == lit
    assert [text[start:end] for start, end in read_query("путин").spans_in(text)] == ["Путин", "Putin"]


def test_a_word_is_not_lit_inside_another():
    """`port` is the beginning of `ports`, and no part of `airport`."""
    text = "airport ports report"
    assert [text[start:end] for start, end in read_query("port").spans_in(text)] == ["ports"]


@given(st.text(max_size=200))
def test_whatever_is_typed_is_read(typed):
    """No more terms than are looked for, each with a word."""
    query = read_query(typed)
    assert len(query.terms) <= MOST_TERMS
    assert all(word for term in query.terms for word in term.words)
    assert bool(query.expression) == bool(query.wanted_terms)
