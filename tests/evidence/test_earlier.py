"""Evidence that is computed from what was found before is the evidence that would be computed anew."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.evidence import verdicts
from dashboard.evidence.verdicts import EarlierEvidence, evidence_of
from dashboard.model.event import Event

SOURCES = ("one", "two", "three")
WORDS = st.sampled_from(["the base", "was closed", "in 2009", "“closed”", "the  base was closed in 2009"])
TEXTS = st.dictionaries(st.sampled_from(SOURCES), st.lists(WORDS, max_size=4).map(" ".join))
QUOTES = st.lists(st.fixed_dictionaries({"source": st.sampled_from(SOURCES), "exact": WORDS}), min_size=1, max_size=2)
RECORDS = st.dictionaries(st.sampled_from("abc"), QUOTES, min_size=1)
"""Claim key to its quotes."""
EVENTS = st.dictionaries(st.sampled_from(["first", "second", "third", "fourth"]), RECORDS)


def records(described):
    return {
        id_: Event.model_validate(
            {"id": id_, "title": "T", "claims": {key: {"text": "T", "quotes": quotes} for key, quotes in each.items()}}
        )
        for id_, each in described.items()
    }


ALTERED = st.sets(st.sampled_from(SOURCES))


@given(EVENTS, TEXTS, EVENTS, TEXTS, st.sets(st.sampled_from(["first", "second", "third", "fourth"])), ALTERED, ALTERED)
def test_what_is_kept_is_what_would_be_found_anew(events, texts, changes, later_texts, kept, altered, later):
    """Whatever events, texts and hashes are added, changed or removed, and whichever records stay the same."""
    before = records(events)
    earlier = EarlierEvidence(before, texts, evidence_of(before, texts, altered=altered), altered)
    after = {**records(changes), **{id_: before[id_] for id_ in kept if id_ in before}}
    assert evidence_of(after, later_texts, earlier, later) == evidence_of(after, later_texts, altered=later)


def test_no_claim_is_verified_by_a_text_that_was_altered():
    """What stands in it is not checkable, what does not fails; a claim that quotes another text, too, falls with it."""
    quotes = {
        "stands": [{"source": "one", "exact": "the base"}],
        "fell": [{"source": "one", "exact": "in 2009"}],
        "both": [{"source": "one", "exact": "the base"}, {"source": "two", "exact": "the base"}],
        "other": [{"source": "two", "exact": "the base"}],
    }
    found = evidence_of(records({"e": quotes}), {"one": "the base", "two": "the base"}, altered={"one"})
    verdicts_ = {key: str(evidence.verdict) for key, evidence in found.claims["e"].items()}
    assert verdicts_ == {
        "stands": "not checkable",
        "fell": "quote not found",
        "both": "not checkable",
        "other": "quote found",
    }


def test_only_what_changed_is_looked_up(monkeypatch):
    """A record that was read again, and those that quote a text that is another; not one that quotes the others."""
    quotes = {"first": "one", "second": "two", "third": "two", "fourth": "gone"}
    described = {id_: {"a": [{"source": source, "exact": "the base"}]} for id_, source in quotes.items()}
    before, texts = records(described), {"one": "the base", "two": "the base", "gone": "the base"}
    earlier = EarlierEvidence(before, texts, evidence_of(before, texts))
    looked_up = []
    found = verdicts._event_evidence
    monkeypatch.setattr(
        verdicts, "_event_evidence", lambda event, *rest: looked_up.append(event.id) or found(event, *rest)
    )
    after = {**before, "third": records(described)["third"]}
    evidence_of(after, {**texts}, earlier)
    assert looked_up == ["third"]
    evidence_of(after, {"one": "elsewhere", "two": "the base"}, earlier)
    assert looked_up == ["third", "first", "third", "fourth"]
