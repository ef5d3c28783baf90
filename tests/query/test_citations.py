"""Where a mark leads."""

import pytest

from dashboard.evidence.verdicts import evidence_of
from dashboard.model.event import Event
from dashboard.query.citations import Citation, citation_of_claim

GOOD = {"source": "held", "exact": "was closed in 2009"}
BAD = {"source": "held", "exact": "was opened in 2009"}
ELSEWHERE = {"source": "report", "exact": "it was closed"}
TEXTS = {"held": "The base was closed in 2009."}


def ground(altered=frozenset(), **claim):
    """Of one claim, `altered` being sources whose text is not the one that was described."""
    event = Event.model_validate({"id": "e", "title": "T", "claims": {"c": {"text": "T", **claim}}})
    return citation_of_claim(event, "c", evidence_of({"e": event}, TEXTS, altered=altered))


@pytest.mark.parametrize(
    ("claim", "leads"),
    [
        ({"quotes": [GOOD]}, Citation("held", "e/c/0")),
        ({"quotes": [GOOD, BAD]}, Citation("held", "e/c/1")),
        ({"quotes": [GOOD, ELSEWHERE]}, Citation("report", "e/c/1")),
        ({"sources": ["voa"]}, Citation("voa")),
        ({"quotes": [GOOD], "sources": ["voa"]}, Citation("held", "e/c/0")),
        ({"basis": "inferred", "note": "So."}, None),
    ],
)
def test_a_mark_leads_to_what_decides(claim, leads):
    """The quote that fails, the one that cannot be looked up, else the first; the source where there is no quote."""
    assert ground(**claim) == leads


@pytest.mark.parametrize("sources", [[], ["voa"]])
def test_in_a_text_that_was_changed_it_leads_to_the_words_all_the_same(sources):
    """They are not checkable, as the text is not the one that was described; it says so there."""
    assert ground(quotes=[GOOD], sources=sources, altered={"held"}) == Citation("held", "e/c/0")
