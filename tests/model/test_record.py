"""Records: strict, frozen, closed."""

import pytest
from pydantic import ValidationError

from dashboard.model.amount import Amount
from dashboard.model.event import Event
from dashboard.model.registry import Place
from dashboard.model.source import Source, shown_date, shown_text

CLAIM = {"text": "The base was closed.", "sources": ["voa"]}
EVENT = {"id": "e", "title": "T", "claims": {"a": CLAIM}}


def codes(model, data):
    with pytest.raises(ValidationError) as caught:
        model.model_validate(data)
    return [error["type"] for error in caught.value.errors()]


def test_a_record_cannot_be_changed():
    """Records are read-only once they are read."""
    event = Event.model_validate(EVENT)
    with pytest.raises(ValidationError, match="frozen"):
        event.title = "Another"


def test_lists_are_kept_as_tuples():
    """So that nobody adds to them."""
    assert Event.model_validate({**EVENT, "threads": ["a", "b"]}).threads == ("a", "b")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"titel": "T"}, "extra_forbidden"),
        ({"title": 5}, "string_type"),
        ({"when": {"lasted": "yes"}}, "bool_type"),
        ({"weight": "huge"}, "value-not-in-vocabulary"),
        ({"claims": {}}, "too_short"),
        ({"claims": {"A b": CLAIM}}, "string_pattern_mismatch"),
        ({"claims": {"a": {**CLAIM, "credibility": 7}}}, "less_than_equal"),
        ({"claims": {"a": {**CLAIM, "credibility": "2"}}}, "int_type"),
        ({"when": {"reported": "2025-02-30"}}, "date-no-such-day"),
        ({"title": "\u200b \n"}, "text-empty"),
        ({"amounts": {"m": {"reported": {"value": True}}}}, "value-wrong-type"),
        ({"amounts": {"m": {"reported": {"value": -5}}}}, "greater_than"),
    ],
)
def test_what_no_record_has_is_refused(fields, code):
    """Unknown keys, other types, other words, values out of range."""
    assert codes(Event, {**EVENT, **fields}) == [code]


def test_a_whole_event_keeps_what_was_written():
    """Every field of the format is read and comes back."""
    data = {
        **EVENT,
        "what": {"type": "retreat", "modes": ["withdraw"], "contexts": ["military"], "reality": "actual"},
        "when": {
            "reported": "2009",
            "claims": ["a"],
            "assessed": {"date": "2009-09-18", "basis": "external", "sources": ["voa"]},
        },
        "toward": [{"place": "south-korea", "as": "about", "claims": ["a"]}],
    }
    written = Event.model_validate(data).model_dump(mode="json", by_alias=True, exclude_unset=True)
    assert written == data


def test_claims_and_assessed_values_are_found_with_their_paths():
    """Checks need to know where each list and each value stands."""
    assessed = {"basis": "external", "sources": ["voa"]}
    event = Event.model_validate(
        {
            **EVENT,
            "when": {"claims": ["a"], "assessed": {**assessed, "date": "2009"}},
            "who": [{"actor": "voa", "role": "initiator", "claims": ["a"], "assessed": assessed}],
            "amounts": {"m": {"claims": ["a"], "assessed": {**assessed, "value": 5, "unit": "ships", "part_of": None}}},
            "answers": [{"question": "t/q", "outcome": "no", "claims": ["a"]}],
        }
    )
    assert [path for path, _ in event.assessed_values()] == [
        ("when", "assessed"),
        ("who", 0, "assessed"),
        ("amounts", "m", "assessed"),
    ]
    named = {path for path, claims in event.claims_named() if claims == ("a",)}
    assert named == {("when", "claims"), ("who", 0, "claims"), ("answers", 0, "claims"), ("amounts", "m", "claims")}


def test_part_of_nothing_is_told_from_not_said():
    """`part_of: null` contradicts the report; leaving it out does not."""
    said = {"basis": "external", "sources": ["voa"], "part_of": None}
    assert Amount.model_validate({"assessed": said}).assessed.says_part_of
    assert not Amount.model_validate({"assessed": {"basis": "external", "sources": ["voa"]}}).assessed.says_part_of


def test_an_amount_is_exact_whatever_its_size():
    """Decimal, not binary fractions."""
    amount = Amount.model_validate({"reported": {"value": 13.1, "currency": "USD"}})
    assert str(amount.reported.value) == "13.1"


@pytest.mark.parametrize(
    ("precision", "point", "area"), [("city", True, False), ("country", True, True), ("city", False, True)]
)
def test_a_place_without_a_point_is_an_area(precision, point, area):
    """Country and region are areas even where a point is given."""
    data = {"id": "p", "name": "P", "precision": precision, **({"latitude": 1, "longitude": 2.5} if point else {})}
    assert Place.model_validate(data).is_area is area


def test_a_source_is_described_as_given_or_as_assessed():
    """A plain value is the document's own; a mapping says what the team holds."""
    described = {"assessed": {"value": "VOA", "basis": "external", "note": "N"}}
    when = {"assessed": {"date": "2025-09-04", "basis": "external", "note": "N"}}
    source = Source.model_validate({"id": "s", "kind": "article", "outlet": described, "published": when, "title": "T"})
    assert (shown_text(source.outlet), shown_text(source.title), str(shown_date(source.published))) == (
        "VOA",
        "T",
        "2025-09-04",
    )
    assert source.name == "T"
    assert Source.model_validate({"id": "s", "kind": "article"}).name == "s"
    assert shown_text(None) is None
    assert shown_date(None) is None
    reported = Source.model_validate(
        {"id": "s", "kind": "article", "outlet": {"reported": "V"}, "published": {"reported": "2025"}}
    )
    assert (shown_text(reported.outlet), str(shown_date(reported.published))) == ("V", "2025")


@pytest.mark.parametrize("text", ["a\x00b", "a\x1b[31mb", "a\x85b", "a\rb"])
def test_a_control_character_is_refused(text):
    """No document that people are given can hold it."""
    assert codes(Event, {**EVENT, "title": text}) == ["text-control-character"]


def test_lines_and_tabs_are_kept():
    """They are white space, not controls."""
    assert Event.model_validate({**EVENT, "title": "a\n\tb"}).title == "a\n\tb"
