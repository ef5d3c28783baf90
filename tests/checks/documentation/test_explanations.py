"""What `dateline explain` says: every code, field and word, and nothing that turns a meaning round."""

import pytest

from dashboard.checks.documentation.explanations import explanations_of, known_names, nearest_name
from dashboard.checks.documentation.vocabulary_words import vocabulary_words
from dashboard.model.problem import KINDS
from dashboard.model.vocabularies import LIKELIHOOD, OPPOSITES, VOCABULARIES
from dashboard.store.yaml import read_document
from tests.checks import problem_examples


def test_every_name_is_explained():
    """It has a meaning that is a sentence, and lines that say what to write where anything can be written."""
    found = {name: explanations_of(name) for name in known_names()}
    assert len(found) > 500
    assert [name for name, explained in found.items() if not explained] == []
    every = [(name, each) for name, explained in found.items() for each in explained]
    assert [name for name, each in every if not each.meaning.endswith((".", "`"))] == []
    unwritten = [(name, each.what) for name, each in every if not each.write]
    assert [name for name, what in unwritten if "filter" not in what and "computed" not in what] == []


def test_every_word_that_a_field_may_take_has_a_meaning():
    """No word of a vocabulary is left to be guessed."""
    known = {each.word for each in vocabulary_words() if each.meaning}
    assert {word for words in VOCABULARIES for word in words} <= known


def test_the_example_of_a_word_has_the_word():
    """It is YAML that is read strictly, with this word in it and not another of the list."""
    words = [each for each in vocabulary_words() if each.fields]
    assert len(words) > 200
    for word in words:
        found = next(each for each in explanations_of(word.word) if each.what == word.of)
        document = read_document(f"{found.example}\n".encode())
        assert document.problems == (), word
        assert f"'{word.word}'" in repr(document.data) or word.word in "123456", word


def test_the_examples_of_problems_are_those_of_the_tests():
    """What no rule finds any more is stale; `python -m tests.checks.problem_examples` writes the file anew."""
    assert problem_examples.FILE.read_text(encoding="utf-8") == problem_examples.text()


def test_most_problems_have_an_example():
    """Those that have none are about a whole file, or a line that says nothing by itself."""
    without = [code for code in KINDS if not explanations_of(code)[0].example]
    assert len(without) < len(KINDS) / 10


def test_a_word_of_several_vocabularies_has_each_meaning():
    """`about` is said of an amount and of a place, `statement` of a claim and of a source."""
    assert len(explanations_of("about")) == 2
    assert len(explanations_of("statement")) == 2
    assert explanations_of("DELIVERED") == explanations_of("`delivered`") != ()


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("deliverd", "delivered"),
        ("unliky", "unlikely"),
        ("quote-not-foun", "quote-not-found"),
        ("claims.quote.exact", "claims.quotes.exact"),
        ("when.reportd", "when.reported"),
        ("horse", ""),
    ],
)
def test_a_slip_of_the_pen_is_told(asked, meant):
    """The nearest name, and none where there is none."""
    assert nearest_name(asked) == (f"did you mean `{meant}`?" if meant else "")


@pytest.mark.proof
def test_no_suggestion_turns_a_meaning_round():
    """Of a word with a negation before it, the word without is never offered; nor the opposite of a word."""
    for name in known_names():
        for negation in ("un", "in", "im", "dis", "non-", "not-", "no-", "never-", "de", "mis"):
            assert nearest_name(f"{negation}{name}") != f"did you mean `{name}`?"
    for one, others in OPPOSITES:
        for word in one.split():
            assert not any(f"`{other}`" in nearest_name(word) for other in others.split())
    assert "`likely`" not in nearest_name("unlikly")
    assert set(LIKELIHOOD) <= set(known_names())
