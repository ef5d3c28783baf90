"""What of a text is used by claims, set aside, or left."""

import time
from pathlib import Path

import pytest

from dashboard.checks.validation import validate
from dashboard.evidence.coverage import Passage, Use, coverage, passages_of, stretches
from dashboard.model.source import Source
from dashboard.query.sources import Sources

ROOT = Path(__file__).resolve().parents[2]
TEXT = "A headline\n\nOne is used. Two is not.\nThree is set aside! Four is."


def span(words):
    return TEXT.index(words), TEXT.index(words) + len(words)


def test_each_sentence_is_used_or_set_aside_or_not():
    """The three add up; a sentence that is both is used; a paragraph counts those that begin in it."""
    aside = [Passage(span("Three is set aside!"), "Opinion."), Passage(span("One is used."), "Never seen.")]
    found = coverage(TEXT, [span("is used")], [*aside, Passage(span("A headline"), "headline", "headline")])
    uses = [sentence.use for sentence in found.sentences]
    assert uses == [Use.SET_ASIDE, Use.USED, Use.UNUSED, Use.SET_ASIDE, Use.UNUSED]
    assert [sentence.reason for sentence in found.of(Use.SET_ASIDE)] == ["headline", "Opinion."]
    assert [[paragraph.count(use) for use in Use] for paragraph in found.paragraphs] == [
        [0, 1, 0],
        [1, 0, 1],
        [0, 1, 1],
    ]
    assert found.share == 3 / 5


def test_a_quote_that_ends_at_a_stop_does_not_use_the_next_sentence():
    """Only a letter or digit counts; one that runs over a stop uses both."""
    beyond = (span("One is used.")[0], span("Two is not.")[0])
    assert [sentence.use for sentence in coverage(TEXT, [beyond]).sentences][1:3] == [Use.USED, Use.UNUSED]
    both = (span("is used.")[0], span("Two")[1])
    assert [sentence.use for sentence in coverage(TEXT, [both]).sentences][1:3] == [Use.USED, Use.USED]


def test_a_long_quote_is_found_behind_short_ones():
    """However the quotes lie, none is overlooked."""
    whole = (0, len(TEXT))
    found = coverage(TEXT, [whole, span("One"), span("Two")])
    assert len(found.of(Use.USED)) == len(found.sentences)


def test_a_text_without_sentences_is_covered():
    """Nothing is left to use."""
    assert coverage(" \n", []).share == 1.0


def test_stretches_are_few_and_lose_no_sentence():
    """Short paragraphs are put together, long ones divided between sentences."""
    many = coverage("One is here.\n\n" * 50, []).paragraphs
    assert [len(each.sentences) for each in stretches(many, 20, 100)] == [3] * 16 + [2]
    (long,) = coverage("One is here. " * 50, []).paragraphs
    divided = stretches([long], 20, 100)
    assert [len(each.sentences) for each in divided] == [8] * 6 + [2]
    assert [each.span[0] for each in divided[1:]] == [each.span[1] for each in divided[:-1]]
    assert stretches([], 20, 100) == ()


def test_passages_are_found_as_quotes_are():
    """Folded on both sides; what does not stand is left out, for a problem names it."""
    source = Source.model_validate(
        {
            "id": "s",
            "kind": "article",
            "set_aside": [{"exact": "Three  is set aside!", "reason": "Opinion."}, {"exact": "Nowhere", "reason": "x"}],
            "parts": [{"as": "headline", "exact": "A headline"}],
        }
    )
    found = passages_of(source, TEXT)
    assert [(TEXT[slice(*each.span)], each.reason, each.part) for each in found] == [
        ("Three is set aside!", "Opinion.", ""),
        ("A headline", "headline", "headline"),
    ]


def test_of_the_article_most_sentences_are_used_or_set_aside():
    """At least 85 %, and each that is set aside says why."""
    validation = validate(ROOT)
    entry = Sources(validation).entries["us-troops-ecuador"]
    text = validation.workspace.texts[entry.id]
    used = [span for quote in entry.resting.standing for span in quote.spans]
    found = coverage(text, used, passages_of(entry.source, text))
    assert len(found.sentences) == 21
    assert found.share >= 0.85
    assert all(sentence.reason for sentence in found.of(Use.SET_ASIDE))


@pytest.mark.proof
def test_a_text_of_five_million_characters_takes_as_much_longer_as_it_is():
    """One line, and a quote in every tenth sentence: ten times the text in some ten times the time."""

    def seconds(sentences):
        text = "Sentence 100000 of a text without line breaks. " * sentences
        used = [(start, start + 20) for start in range(0, len(text), 470)]
        began = time.process_time()
        found = coverage(text, used)
        assert len(found.sentences) == sentences
        return time.process_time() - began

    seconds(100)  # what is made once
    assert seconds(106_000) < 40 * seconds(10_600)  # were it by the square, a hundred times
