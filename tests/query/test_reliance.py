"""How far a claim can be relied on: independent sources, disputes and the team's grades."""

from pathlib import Path

import pytest

from dashboard.evidence.verdicts import evidence_of
from dashboard.model.event import Event
from dashboard.model.source import Source
from dashboard.query.fields import EventTable
from dashboard.query.marks import mark_of_claims
from dashboard.query.reading import Mode
from dashboard.query.reliance import Reliance
from dashboard.store.workspace import Workspace

TEXTS = {"paper": "It was closed. It was sold.", "radio": "It was closed.", "copy": "It was closed."}
SOURCES = {
    id_: Source.model_validate({"id": id_, "kind": "article", **fields})
    for id_, fields in {"paper": {}, "radio": {}, "copy": {"origin": "paper"}, "agency": {}}.items()
}


def quotes(*sources, words="It was closed."):
    return [{"source": source, "exact": words} for source in sources]


def table(mode=Mode.ASSESSED, **claims):
    event = Event.model_validate(
        {"id": "e", "title": "E", "claims": {k: {"text": "T", **v} for k, v in claims.items()}}
    )
    workspace = Workspace(Path(), {"e": event}, SOURCES)
    return EventTable(workspace, evidence_of(workspace.events, TEXTS), mode, {})


def word(key, found):
    """What the mark of a claim says."""
    return mark_of_claims(found.workspace.events["e"], [key], found).word


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ({"quotes": quotes("paper")}, "quote found"),
        ({"quotes": quotes("paper", "radio")}, "found, relied on"),
        ({"quotes": quotes("paper", "copy")}, "quote found"),
        ({"quotes": quotes("paper", "radio"), "credibility": 4}, "found, in doubt"),
        ({"quotes": quotes("paper", "radio"), "credibility": 6}, "found, relied on"),
        ({"quotes": quotes("paper", words="It was never so.")}, "quote not found"),
        ({"sources": ["agency", "radio"]}, "not checkable"),
    ],
)
def test_the_word_of_a_claim_tells_both_what_was_found_and_how_far_it_goes(claim, said):
    """Copies of one report are one source; two sources for a doubtful claim do not make it relied on."""
    assert word("c", table(c=claim)) == said


def test_both_sides_of_a_dispute_are_in_doubt():
    """Whoever of the two names the other."""
    found = table(
        one={"quotes": quotes("paper", "radio"), "disputed_by": ["other"]},
        other={"quotes": quotes("paper", words="It was sold.")},
    )
    assert {word(key, found) for key in ("one", "other")} == {"found, in doubt"}


def test_a_value_is_relied_on_by_all_its_claims_together():
    """Two claims of one source each are two sources; one that is in doubt adds nothing as long as another stands."""
    found = table(
        one={"quotes": quotes("paper")},
        two={"quotes": quotes("radio")},
        odd={"quotes": quotes("radio"), "credibility": 5},
    ).reliances
    assert found.of([("e", "one"), ("e", "two")]) is Reliance.RELIED_ON
    assert found.of([("e", "one"), ("e", "odd")]) is Reliance.FOUND
    assert found.of([("e", "odd")]) is Reliance.IN_DOUBT


def test_as_reported_only_quoted_sources_count():
    """One that is named without its words stands behind the claim for the team alone."""
    claim = {"quotes": quotes("paper"), "sources": ["agency"]}
    assert word("c", table(c=claim)) == "found, relied on"
    assert word("c", table(Mode.REPORTED, c=claim)) == "quote found"
