"""What changed in an event is told in sentences that a reader need not decode."""

import pytest

from dashboard.evidence.verdicts import Verdict
from dashboard.model.event import Event
from dashboard.model.source import Source
from dashboard.query.changes.change import EventChange, VerdictChange, Why
from dashboard.query.changes.fields import UNKNOWN, FieldChange, field_changes
from dashboard.query.changes.sentences import sentences_of
from dashboard.store.workspace import Workspace

QUOTE = {"source": "voa", "exact": "The base was closed"}
OTHER = {"source": "ap", "exact": "the base closed on Friday"}
CLAIMS = {"end": {"text": "It closed.", "quotes": [QUOTE]}, "notice": {"text": "It was told.", "quotes": [OTHER]}}
EVENT = {
    "title": "A base closes",
    "when": {"reported": "2009", "claims": ["end"]},
    "where": {"reported": "manta", "claims": ["end"]},
    "claims": CLAIMS,
    "amounts": {"fee": {"reported": {"value": 1500, "unit": "people"}, "claims": ["end"]}},
}
SOURCES = {id_: Source.model_validate({"id": id_, "outlet": id_.upper(), "kind": "article"}) for id_ in ("voa", "ap")}
DATE = "The reported date is now September 2009; it was 2009."
FOUND, LOST, DOUBT, LOOSE = Verdict.FOUND, Verdict.NOT_FOUND, Verdict.QUESTIONED, Verdict.NOT_CHECKABLE
WORKSPACE = Workspace(None, sources=SOURCES)
PLACES = {"manta": "Manta", "quito": "Quito"}


def event(**changed):
    return Event.model_validate({**EVENT, "id": "closed", **changed})


def told(after, before=None, verdicts=()):
    before = before or event()
    change = EventChange(before, after, field_changes(before, after), verdicts)
    return [each.text for each in sentences_of(change, WORKSPACE, PLACES)]


def claims(**changed):
    return {"claims": {**CLAIMS, **changed}}


@pytest.mark.parametrize(
    ("changed", "sentences"),
    [
        (
            {"when": {"reported": "2009-09", "claims": ["end"]}},
            [DATE],
        ),
        (
            {"when": {"reported": "2009", "claims": ["end", "notice"]}},
            ["The date now also rests on claim notice (AP)."],
        ),
        (
            {"where": {"reported": "quito", "claims": ["notice"]}},
            [
                "The place now also rests on claim notice (AP) and no longer rests on claim end (VOA).",
                "The reported place is now Quito; it was Manta.",
            ],
        ),
        (
            {"commitment": {"level": "agreed", "claims": ["end"]}},
            ["The commitment is now agreed.", "The commitment now rests on claim end (VOA)."],
        ),
        (
            {"claims": {**CLAIMS, "end": {"text": "It closed.", "quotes": [QUOTE, OTHER]}}},
            ["Claim end now also quotes AP."],
        ),
        (
            {
                "claims": {
                    **CLAIMS,
                    "end": {"text": "It closed.", "quotes": [{**QUOTE, "exact": "Manta was closed then"}]},
                }
            },
            ["Claim end quotes other words of VOA."],
        ),
        (
            {"claims": {**CLAIMS, "more": {"text": "A third.", "sources": ["ap"]}}},
            ["There is a new claim more: A third."],
        ),
        ({"amounts": {}}, ["Amount fee was removed: 1,500."]),
        ({"title": "The base closes"}, ["The title is now The base closes; it was A base closes."]),
        ({"title": "A base closes " * 8}, ["The title reads otherwise."]),
        ({"tags": ["bases"]}, ["The tags is now bases."]),
    ],
)
def test_a_field_is_told_in_a_sentence(changed, sentences):
    """Values of today beside those of before, by their names."""
    assert told(event(**changed)) == sentences


@pytest.mark.parametrize(
    ("before", "after", "why", "sentence"),
    [
        (
            FOUND,
            LOST,
            Why.TEXT,
            "A quote of claims end and notice is no longer found: the text changed.",
        ),
        (
            LOST,
            FOUND,
            Why.QUOTE,
            "The quotes of claims end and notice are now found: its quotes changed.",
        ),
        (FOUND, DOUBT, None, "A check now objects to claims end and notice."),
        (DOUBT, FOUND, None, "No check objects to claims end and notice any more."),
        (
            FOUND,
            LOOSE,
            Why.SOURCE,
            "Claims end and notice can no longer be checked: its sources changed.",
        ),
    ],
)
def test_verdicts_that_fared_alike_are_one_sentence(before, after, why, sentence):
    """With the reason, where one is known."""
    verdicts = tuple(VerdictChange(key, before, after, (why,) if why else ()) for key in CLAIMS)
    assert told(event(), verdicts=verdicts) == [sentence]


def test_what_is_not_known_is_said():
    """A briefing's hashes tell that something changed, and not what it was."""
    fields = (
        FieldChange((), UNKNOWN, "changed"),
        FieldChange(("when", "reported"), UNKNOWN, "2009-09"),
        FieldChange(("claims", "end", "quotes"), UNKNOWN, [QUOTE]),
    )
    change = EventChange(UNKNOWN, event(), fields, ())
    assert [each.text for each in sentences_of(change, WORKSPACE, PLACES)] == [
        "Something of it changed; what was there before is not known.",
        "The reported date is now September 2009; what it was is not known.",
        "What claim end quotes changed; what it was is not known.",
    ]


def test_a_field_is_called_as_in_a_sentence():
    """Not by its steps in the file: a note, the reality of an event, and the name that a source gives an actor."""
    outside = {"basis": "external", "sources": ["ap"]}
    who = {"actor": "rafael-correa", "role": "mentioned", "claims": ["end"]}
    before = event(
        what={"reality": "actual"},
        when={**EVENT["when"], "assessed": {**outside, "date": "2009-09-18", "note": "One."}},
        who=[{**who, "as_reported": "then-President"}],
    )
    after = event(
        what={"reality": "historical"},
        when={
            **EVENT["when"],
            "assessed": {"basis": "external", "sources": ["ap", "voa"], "date": "2009-09-18", "note": "Two."},
        },
        who=[who],
    )
    found = told(after, before)
    assert "The reality is now historical; it was actual." in found
    assert "The note on the assessed date is now Two.; it was One." in found
    assert "The assessed date now also rests on VOA." in found
    assert any(
        each.startswith("The name in the source of actor rafael-correa, mentioned was removed") for each in found
    )
