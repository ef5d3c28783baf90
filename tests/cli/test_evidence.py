"""`dateline evidence`: claims, their verdicts, and where their words stand."""

import json
from collections.abc import Callable

import pytest

from dashboard.evidence.folding import fold

Dateline = Callable[..., object]

EVENT = """title: Things said
claims:
  parts:
    text: The harbour was opened, and works cost much.
    quotes: [{source: dispatch, exact: "The harbour of Lorne … had cost $12 million"}]
  folded:
    text: They kept their word.
    quotes: [{source: dispatch, exact: "million. 'We kept our word,' Ruiz"}]
  elsewhere:
    text: It was told.
    quotes: [{source: gazette, exact: Nobody can look these words up}]
  guessed: {text: It may be., basis: inferred, note: Nobody says so.}
"""
FAILING = """title: Wrong
claims:
  wrong:
    text: The works had cost $13 million.
    quotes: [{source: dispatch, exact: works had cost $13 million}]
  twice:
    text: The harbour.
    quotes: [{source: dispatch, exact: The harbour}]
"""


@pytest.fixture
def said(base_workspace):
    """The small workspace with an event that rests on words left out, folded, not held and on none."""
    (base_workspace / "events" / "base" / "said.yaml").write_text(EVENT, encoding="utf-8")
    return base_workspace


def test_json_has_every_claim_with_its_quotes_and_spans(dateline, said):
    """Exactly these keys; offsets are half-open, in code points; one span for each part."""
    ended = dateline("evidence", "said", "--format", "json", "--workspace", said)
    text = (said / "seeds" / "dispatch.txt").read_text(encoding="utf-8")
    found = json.loads(ended.out)
    assert set(found) == {"claims", "counts"}
    assert all(set(claim) == {"event", "claim", "verdict", "quotes"} for claim in found["claims"])
    assert all(set(quote) == {"source", "exact", "spans"} for claim in found["claims"] for quote in claim["quotes"])
    quotes = {claim["claim"]: claim["quotes"] for claim in found["claims"]}
    assert [text[start:end] for start, end in quotes["parts"][0]["spans"]] == [
        "The harbour of Lorne",
        "had cost $12 million",
    ]
    ((start, end),) = quotes["folded"][0]["spans"]
    assert fold(text[start:end]) == fold(quotes["folded"][0]["exact"])
    assert quotes["elsewhere"][0]["spans"] == quotes["guessed"] == []
    assert {claim["claim"]: claim["verdict"] for claim in found["claims"]} == {
        "parts": "verified",
        "folded": "verified",
        "elsewhere": "not-checkable",
        "guessed": "not-checkable",
    }
    assert found["counts"] == {"verified": 2, "failed": 0, "not-checkable": 2}
    assert ended.code == 0
    assert ended.out.isascii()


def test_counts_add_up_to_all_claims_of_the_workspace(dateline, workspace):
    """Of the seed; and every span of a verified claim has the quote's own words."""
    found = json.loads(dateline("evidence", "--format", "json", "--workspace", workspace).out)
    assert sum(found["counts"].values()) == len(found["claims"]) > 40
    for claim in found["claims"]:
        for quote in claim["quotes"]:
            text = (workspace / "seeds" / f"{quote['source']}.txt").read_text(encoding="utf-8")
            assert [fold(text[start:end]) for start, end in quote["spans"]] == [fold(quote["exact"])]


def test_text_says_where_the_words_stand(dateline, said):
    """By event: verdict, statement, quote, line and characters; then a sum that adds up."""
    ended = dateline("evidence", "said", "--workspace", said)
    assert ended.out == (
        "said: Things said\n  parts: verified. The harbour was opened, and works cost much.\n    “The harbour of "
        "Lorne … had cost $12 million”\n      dispatch: line 1, characters 0-20 and line 1, characters 93-113\n  "
        "folded: verified. They kept their word.\n    “million. 'We kept our word,' Ruiz”\n      dispatch: line 1, "
        "characters 106-139 (typed differently there)\n  elsewhere: not checkable. It was told.\n    “Nobody can look "
        "these words up”\n      gazette: text not held\n  guessed: not checkable. It may be.\n    inferred: Nobody "
        "says so.\n4 claims of 1 event: 2 verified, 0 failed, 2 not checkable\n"
    )


def test_a_source_has_the_claims_that_quote_or_name_it(dateline, said):
    """And no others; a source that nothing rests on has none."""
    out = dateline("evidence", "gazette", "--workspace", said).out
    assert "elsewhere: not checkable" in out
    assert "parts:" not in out


def test_a_failing_claim_is_told_and_exits_with_1(dateline, said):
    """Words that do not stand, and words that stand more than once: no spans for either."""
    (said / "events" / "base" / "failing.yaml").write_text(FAILING, encoding="utf-8")
    ended = dateline("evidence", "failing", "--workspace", said)
    assert ended.code == 1
    assert "dispatch: not found\n" in ended.out
    assert "dispatch: found 2 times\n" in ended.out
    found = json.loads(dateline("evidence", "failing", "--format", "json", "--workspace", said).out)
    assert [quote["spans"] for claim in found["claims"] for quote in claim["quotes"]] == [[], []]
    assert found["counts"] == {"verified": 0, "failed": 2, "not-checkable": 0}


def test_an_unknown_id_is_refused_with_the_nearest(dateline, said):
    """2: it could not run."""
    ended = dateline("evidence", "dispach", "--workspace", said)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "dateline: There is no event or source dispach; did you mean `dispatch`?\n"
    assert "lists all events" in dateline("evidence", "zzzz", "--workspace", said).err


def test_an_event_that_cannot_be_read_is_named(dateline, said):
    """Its id is no unknown one; and a sum says that it was left out."""
    (said / "events" / "base" / "broken.yaml").write_text("titel: Broken\n", encoding="utf-8")
    ended = dateline("evidence", "broken", "--workspace", said)
    assert ended.code == 2
    assert "events/base/broken.yaml could not be read" in ended.err
    assert dateline("evidence", "--workspace", said).out.endswith(
        "not counted: 1 file that could not be read (see `dateline validate`)\n"
    )


def test_an_empty_workspace_has_no_claims(dateline, empty_workspace):
    """Still an object, with three counts."""
    ended = dateline("evidence", "--format", "json", "--workspace", empty_workspace)
    assert json.loads(ended.out) == {"claims": [], "counts": {"verified": 0, "failed": 0, "not-checkable": 0}}
    assert (
        dateline("evidence", "--workspace", empty_workspace).out
        == "0 claims of 0 events: 0 verified, 0 failed, 0 not checkable\n"
    )
