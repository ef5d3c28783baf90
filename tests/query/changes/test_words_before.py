"""The words of an earlier state, and what has become of them."""

import pytest

from dashboard.checks.validation import validate
from dashboard.query.changes.earlier_words import words_before

TEXT = "The base was closed in 2009. The base was quiet, and it was cold."
EVENT = """\
title: It closes
claims:
  closed:
    text: It was closed.
    quotes:
      - {source: dispatch, exact: The base was closed in 2009}
      - {source: dispatch, exact: was quiet, suffix: ", and it"}
"""


@pytest.fixture
def state(tmp_path):
    """A workspace of one text, or none, and one event."""

    def make(name, text=TEXT, event=EVENT):
        root = tmp_path / name
        for folder in ("seeds", "events/a"):
            (root / folder).mkdir(parents=True)
        (root / "seeds/dispatch.yaml").write_text("kind: article\n", encoding="utf-8")
        if text:
            (root / "seeds/dispatch.txt").write_text(text, encoding="utf-8")
        (root / "events/a/closes.yaml").write_text(event, encoding="utf-8")
        return validate(root)

    return make


def test_the_very_same_quote_is_named(state):
    """Words of another claim or number are others."""
    before, now = state("before"), state("now", event=EVENT.replace("title: It", "title: The base"))
    found = words_before("closes/closed/0", "dispatch", before, now)
    assert found.same == "closes/closed/0"
    assert found.event.title == "It closes"
    assert [TEXT[start:end] for start, end in found.spans] == ["The base was closed in 2009"]


def test_a_quote_that_the_records_have_no_more_is_looked_up_in_the_text(state):
    """What stood around its words may be another by now; of words that stand twice, each place is told."""
    now = state("now", text=TEXT.replace(", and it", " and"), event="title: It closes\n")
    found = words_before("closes/closed/1", "dispatch", state("before"), now)
    assert (found.same, found.verdict) == (None, "questioned")
    assert len(found.spans) == 1
    twice = words_before(
        "closes/closed/1", "dispatch", state("then"), state("twice", text="It was quiet. He was quiet.")
    )
    assert len(twice.spans) == 2


def test_words_that_are_gone_stand_nowhere(state):
    """Whether the text is another, or is not held any more."""
    before = state("before")
    altered = words_before("closes/closed/0", "dispatch", before, state("altered", text=TEXT.replace("2009", "2010")))
    assert (altered.spans, altered.was_held, altered.is_held) == ((), True, True)
    gone = words_before("closes/closed/0", "dispatch", before, state("gone", text=""))
    assert (gone.spans, gone.was_held, gone.is_held) == ((), True, False)


@pytest.mark.parametrize(
    "reference", ["closes/closed/2", "closes/closed/x", "closes/open/0", "opens/closed/0", "", "closes"]
)
def test_what_the_state_does_not_have_is_told_so(state, reference):
    """Anybody may write an address."""
    now = state("now")
    assert words_before(reference, "dispatch", now, now) is None
    assert words_before("closes/closed/0", "other", now, now) is None
