"""Quotes with words of somebody's own in square brackets."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.evidence.finding import Finding, find
from dashboard.evidence.folding import fold_with_offsets
from dashboard.evidence.insertion import has_insertion, without_insertions
from dashboard.model.claim import Quote

TEXT = (
    "On Monday he said that the base was closed. The president of Ecuador visited it. She told us they would not renew "
    "the lease. “We will leave,” he added. He ordered the attack on the port, and he praised it. [Sic] is a word."
)


def found(exact: str, text: str = TEXT, prefix: str = "", suffix: str = "") -> Finding:
    quote = Quote.model_construct(source="s", exact=exact, prefix=prefix, suffix=suffix)
    return find(quote, text, fold_with_offsets(text))


def words(finding: Finding, text: str = TEXT) -> list[str]:
    return [text[start:end] for start, end in finding.spans]


@pytest.mark.parametrize(
    ("exact", "parts"),
    [
        ("he [Noboa] said that the base was closed", ["he", "said that the base was closed"]),
        ("[Noboa] said that the base was closed", ["said that the base was closed"]),
        ("said that [the facility] was closed", ["said that", "was closed"]),
        ("said that the base was closed [in 2009]", ["said that the base was closed"]),
        ("The president [Noboa] visited it", ["The president", "visited it"]),
        ("She told us they [the government] would not renew", ["She told us they", "would not renew"]),
        ("he said … [t]he president of Ecuador visited", ["he said", "The president of Ecuador visited"]),
        ("On Monday … closed [by Correa]. The president", ["On Monday", "closed", ". The president"]),
        ('we will leave," he [Noboa] added', ["We will leave,” he", "added"]),
    ],
)
def test_what_stands_beside_the_words_in_brackets_is_found(exact: str, parts: list[str]) -> None:
    """They are added, or stand for a pronoun or a name; the letter of a case that was changed belongs to its word."""
    finding = found(exact)
    assert words(finding) == parts
    assert finding.beside_insertions
    assert not finding.exactly


@pytest.mark.parametrize(
    "exact",
    [
        "they would [certainly] renew the lease",
        "She told us [that] renew the lease",
        "He [denied] the attack on the port",
        "the [un]said base was closed",
        "he [Noboa] was closed",
        "the base [ ] was closed",
    ],
)
def test_brackets_hide_no_word_that_says_something(exact: str) -> None:
    """A verb, a “not”, a part of a word, or more than a few words in their place: the quote is not found."""
    assert found(exact).places == ()


def test_brackets_of_the_source_are_its_own_words() -> None:
    """The quote is found as it is."""
    finding = found("[Sic] is a word")
    assert words(finding) == ["[Sic] is a word"]
    assert not finding.beside_insertions


def test_the_nearest_words_are_meant_and_two_places_are_ambiguous() -> None:
    """`he` stands before `praised` once as near as that; what stands twice is told as ever, and a prefix helps."""
    assert words(found("he [Noboa] praised it")) == ["he", "praised it"]
    twice = "In May he said it was closed. In June he said it was closed."
    assert len(found("he [Noboa] said it was closed", twice).places) == 2
    assert found("he [Noboa] said it was closed", twice, prefix="In June").spans[0][0] == twice.rindex("he")


def test_words_in_brackets_are_taken_off() -> None:
    """And a letter in brackets stays where its word is."""
    assert without_insertions("[T]he base [at Manta] was … closed [by [Correa]") == "The base was … closed [by"
    assert not has_insertion("the base […] was closed [...]")


@given(st.text("ab [].…\n", max_size=40), st.text("ab [].…\n", max_size=60))
def test_whatever_stands_in_brackets_each_part_is_in_the_text(exact: str, text: str) -> None:
    """In order, and without overlap."""
    for place in found(exact, text).places:
        ends = [at for span in place for at in span]
        assert ends == sorted(ends)
        assert ends[-1] <= len(text)


def test_hostile_texts_are_searched_in_a_moment() -> None:
    """Letters and words that stand everywhere: nothing is found, in far less than the square of their number."""
    for text, exact in (
        ("a" * 300_000, "aaaaaa [b] aaaaaa … aaaaaa [c] b"),
        ("he said that it was so and " * 10_000, "he [x] said that it … he [y] said … [z] nothing"),
    ):
        began = time.process_time()
        assert found(exact, text).places == ()
        assert time.process_time() - began < 10
