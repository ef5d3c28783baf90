"""Verdicts: found, not found or not checkable, adding up to all claims; questioned come with the checks."""

from dashboard.evidence.verdicts import Verdict, evidence_of
from dashboard.model.event import Event

TEXTS = {"held": "The base was closed in 2009."}


def event(**claims):
    return Event.model_validate({"id": "e", "title": "T", "claims": claims})


def verdict(claim):
    return evidence_of({"e": event(c={"text": "T", **claim})}, TEXTS).of("e", "c").verdict


def test_quotes_that_all_stand_verify_a_claim():
    """Verified: it has quotes, and all are of held texts."""
    assert verdict({"quotes": [{"source": "held", "exact": "closed in 2009"}]}) is Verdict.FOUND


def test_one_quote_that_does_not_stand_fails_a_claim():
    """Failed outweighs everything else."""
    quotes = [{"source": "held", "exact": "closed in 2009"}, {"source": "held", "exact": "closed in 2008"}]
    assert verdict({"quotes": quotes}) is Verdict.NOT_FOUND
    assert verdict({"quotes": [*quotes, {"source": "elsewhere", "exact": "x y"}]}) is Verdict.NOT_FOUND


def test_an_ambiguous_quote_fails_a_claim():
    """A quote must stand once."""
    assert verdict({"quotes": [{"source": "held", "exact": "e"}]}) is Verdict.NOT_FOUND


def test_a_text_that_is_not_held_is_not_checkable():
    """No quote found, even beside a quote that stands; and no failure either."""
    elsewhere = {"source": "elsewhere", "exact": "x y"}
    assert verdict({"quotes": [elsewhere]}) is Verdict.NOT_CHECKABLE
    assert verdict({"quotes": [elsewhere, {"source": "held", "exact": "2009"}]}) is Verdict.NOT_CHECKABLE


def test_sources_alone_and_inference_are_not_checkable():
    """Nothing of them can be looked up."""
    assert verdict({"sources": ["elsewhere"]}) is Verdict.NOT_CHECKABLE
    assert verdict({"basis": "inferred", "note": "N"}) is Verdict.NOT_CHECKABLE


def test_verdicts_add_up_to_all_claims():
    """Four counts, no claim left out."""
    events = {
        "e": event(a={"text": "T", "quotes": [{"source": "held", "exact": "2009"}]}, b={"text": "T", "sources": ["x"]})
    }
    counts = evidence_of(events, TEXTS).count(events)
    assert counts == {Verdict.FOUND: 1, Verdict.QUESTIONED: 0, Verdict.NOT_FOUND: 0, Verdict.NOT_CHECKABLE: 1}


def test_an_unknown_claim_is_not_checkable():
    """A reference that leads nowhere finds nothing."""
    assert evidence_of({}, {}).of("no-event", "no-claim").verdict is Verdict.NOT_CHECKABLE


def test_before_the_checks_a_quote_that_stands_is_being_checked():
    """Of the events named alone; what is not found or not checkable by now stays so, and each claim is counted once."""
    claims = {
        "stands": {"text": "T", "quotes": [{"source": "held", "exact": "closed in 2009"}]},
        "fails": {"text": "T", "quotes": [{"source": "held", "exact": "closed in 2008"}]},
        "named": {"text": "T", "sources": ["elsewhere"]},
    }
    events = {id_: Event.model_validate({"id": id_, "title": "T", "claims": claims}) for id_ in ("new", "known")}
    found = evidence_of(events, TEXTS)
    early = found.before_checks({"new"})
    assert {key: early.of("new", key).verdict for key in claims} == {
        "stands": Verdict.CHECKING,
        "fails": Verdict.NOT_FOUND,
        "named": Verdict.NOT_CHECKABLE,
    }
    assert early.claims["known"] == found.claims["known"]
    assert early.count(events) == {
        Verdict.FOUND: 1,
        Verdict.QUESTIONED: 0,
        Verdict.NOT_FOUND: 2,
        Verdict.NOT_CHECKABLE: 2,
        Verdict.CHECKING: 1,
    }
    assert Verdict.CHECKING not in found.count(events)
