"""How changed values are carried."""

import pytest

from dashboard.evidence.verdicts import evidence_of
from dashboard.model.event import Event
from dashboard.query.changes.carrying import ValueSupport, support_of_field
from dashboard.query.citations import Citation
from dashboard.query.reading import Support

EVENT = Event.model_validate(
    {
        "id": "closed",
        "title": "It closes",
        "when": {
            "reported": "2009",
            "claims": ["quoted"],
            "assessed": {"date": "2009-09-18", "basis": "external", "sources": ["ap"]},
        },
        "where": {"reported": "manta", "claims": ["failing"]},
        "commitment": {"level": "ended", "claims": ["elsewhere"]},
        "who": [
            {"actor": "nato", "role": "mediator", "claims": ["quoted"]},
            {"actor": "quito", "role": "initiator", "assessed": {"basis": "inferred", "note": "So."}},
        ],
        "amounts": {"aid": {"reported": {"value": 5, "currency": "USD"}, "claims": ["quoted"]}},
        "claims": {
            "quoted": {"text": "It was closed.", "quotes": [{"source": "dispatch", "exact": "was closed"}]},
            "failing": {"text": "It was opened.", "quotes": [{"source": "dispatch", "exact": "was opened"}]},
            "elsewhere": {"text": "It was told.", "sources": ["ap"]},
            "thought": {"text": "It was so.", "basis": "inferred", "note": "So."},
        },
    }
)
EVIDENCE = evidence_of({"closed": EVENT}, {"dispatch": "The base was closed."})


WORDS = Citation("dispatch", "closed/quoted/0")
FAILING = Citation("dispatch", "closed/failing/0")
OUTSIDE = Citation("ap")


@pytest.mark.parametrize(
    ("path", "carrying"),
    [
        ("when/reported", ValueSupport(Support.QUOTED, WORDS)),
        ("when/assessed/date", ValueSupport(Support.EXTERNAL, OUTSIDE)),
        ("where/reported", ValueSupport(Support.NOT_FOUND, FAILING)),
        ("where/assessed/place", None),
        ("commitment/level", ValueSupport(Support.NOT_CHECKABLE, OUTSIDE)),
        ("who/nato.mediator", ValueSupport(Support.QUOTED, WORDS)),
        ("who/nato.mediator/as_reported", ValueSupport(Support.QUOTED, WORDS)),
        ("who/quito.initiator", ValueSupport(Support.INFERRED)),
        ("who/nobody.initiator", None),
        ("amounts/aid/reported/value", ValueSupport(Support.QUOTED, WORDS)),
        ("amounts/none", None),
        ("claims/quoted/text", ValueSupport(Support.QUOTED, WORDS)),
        ("claims/failing", ValueSupport(Support.NOT_FOUND, FAILING)),
        ("claims/elsewhere", ValueSupport(Support.NOT_CHECKABLE, OUTSIDE)),
        ("claims/thought/text", ValueSupport(Support.INFERRED)),
        ("claims/gone/text", None),
        ("title", None),
        ("threads", None),
        ("review/status", None),
    ],
)
def test_a_value_has_the_mark_of_what_carries_it_and_leads_there(path, carrying):
    """The team's own words have none, and neither has what is not there."""
    assert support_of_field(EVENT, tuple(path.split("/")), EVIDENCE) == carrying
