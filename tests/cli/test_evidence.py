"""`dateline evidence`: claims, their verdicts, and where their words stand."""

import json

from dashboard.evidence.folding import fold


def test_json_has_every_claim_with_its_quotes_and_spans(dateline, world):
    """Exactly these keys; offsets are half-open, in code points; one span for each part."""
    said = world("said")
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
        "parts": "quote-found",
        "folded": "quote-found",
        "elsewhere": "not-checkable",
        "guessed": "not-checkable",
    }
    assert found["counts"] == {"quote-found": 2, "questioned": 0, "quote-not-found": 0, "not-checkable": 2}
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
