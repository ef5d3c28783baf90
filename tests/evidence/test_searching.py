"""Searching a long text by its index gives what reading it through gives."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.evidence import searching
from dashboard.evidence.searching import SearchedText


def read_through(text: str, words: str) -> list[int]:
    """The plain way."""
    return [match.start() for match in re.finditer(f"(?={re.escape(words)})", text)]


@pytest.fixture(autouse=True)
def _index_from_the_first_search_of_any_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "LONG_TEXT", 0)
    monkeypatch.setattr(searching, "MANY_QUOTES", 1)


@given(text=st.text(alphabet="ab", max_size=400), length=st.integers(1, 90), data=st.data())
def test_the_index_finds_every_place(text: str, length: int, data: st.DataObject) -> None:
    """Each place at which words stand, overlapping ones too, in order, whatever the offset and the length."""
    start = data.draw(st.integers(0, max(0, len(text) - length)))
    words = text[start : start + length] or "a"
    assert list(SearchedText(text).starts(words)) == read_through(text, words)


@pytest.mark.parametrize("words", ["c" * 40, "ab" * 20 + "c", "b" + "ab" * 20])
def test_words_that_do_not_stand_are_not_found(words: str) -> None:
    """Neither words of which no block stands, nor words of which all but the last letter do."""
    text = "ab" * 100
    assert list(SearchedText(text).starts(words)) == read_through(text, words)


def test_a_text_that_repeats_itself_is_read_through(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a block stands almost everywhere, candidates are not gathered without end."""
    monkeypatch.setattr(searching, "MOST_CANDIDATES", 10)
    text = "a" * 2_000
    assert list(SearchedText(text).starts("a" * 40)) == list(range(1_961))


def test_many_quotes_are_found_faster_than_by_reading_through(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once the index is made, no search reads the text: the plain search is not called at all."""
    chance = random.Random(7)
    text = "".join(chance.choices("abcdefgh ", k=20_000))
    searched = SearchedText(text)
    monkeypatch.setattr(SearchedText, "_read_through", lambda _self, _words: pytest.fail("the text was read through"))
    for start in range(0, 19_900, 97):
        assert list(searched.starts(text[start : start + 60])) == [start]
