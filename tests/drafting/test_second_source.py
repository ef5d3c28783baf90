"""What another source says, added to an event that is there."""

import copy

from dashboard.drafting.second_source import join_event

EVENT = {
    "title": "The port closes",
    "when": {"reported": "2025-09-02", "claims": ["closed"]},
    "where": {"reported": "guayaquil", "claims": ["closed"]},
    "who": [{"actor": "ana", "role": "initiator", "claims": ["closed"]}],
    "amounts": {"cost": {"reported": {"value": 5, "currency": "USD"}, "purpose": "repairs", "claims": ["closed"]}},
    "claims": {"closed": {"text": "It closed.", "quotes": [{"source": "a", "exact": "closed"}]}},
}
CLAIMS = {
    "closed": {"text": "It shut.", "quotes": [{"source": "b", "exact": "shut"}]},
    "denied": {"text": "It did not.", "quotes": [{"source": "b", "exact": "not"}], "disputed_by": ["closed", "x/y"]},
}


def test_every_claim_gets_a_free_key_and_all_that_names_it_follows():
    """Values, disputes and amounts; claims of other events keep their names."""
    draft = {
        "title": "Shut",
        "claims": CLAIMS,
        "when": {"reported": "2025-09-02", "claims": ["closed"]},
        "amounts": {
            "cost": {"reported": {"value": 9, "currency": "USD"}, "claims": ["denied"]},
            "part": {"reported": {"value": 4, "currency": "USD"}, "part_of": "cost", "claims": ["closed"]},
        },
        "relations": [{"type": "repeats", "event": "other", "claims": ["closed"]}],
    }
    before = copy.deepcopy(EVENT)
    made = join_event(EVENT, draft)
    assert before == EVENT
    assert made.added == ["closed-2", "denied"]
    assert made.fields["claims"]["denied"]["disputed_by"] == ["closed-2", "x/y"]
    assert made.fields["title"] == "The port closes"
    assert made.fields["when"] == {"reported": "2025-09-02", "claims": ["closed", "closed-2"]}
    assert made.fields["amounts"]["cost"] == EVENT["amounts"]["cost"]
    assert made.fields["amounts"]["cost-2"]["claims"] == ["denied"]
    assert made.fields["amounts"]["part"] | {"reported": 0} == {
        "reported": 0,
        "part_of": "cost-2",
        "claims": ["closed-2"],
    }
    assert made.fields["relations"] == [{"type": "repeats", "event": "other", "claims": ["closed-2"]}]
    assert (made.differ, made.left) == ([], [])


def test_what_differs_stands_beside_the_first_value():
    """A date and a place; the second source that gives the same again is named with it."""
    draft = {
        "claims": CLAIMS,
        "when": {"reported": "2025-09-03", "as_reported": "on Wednesday", "claims": ["closed"]},
        "where": {"reported": "quito", "as_reported": "the capital", "claims": ["closed"]},
        "who": [{"actor": "ana", "claims": ["denied"]}, {"actor": "bo", "claims": ["closed"]}],
        "commitment": {"level": "floated"},
        "tags": ["strike"],
    }
    made = join_event({**EVENT, "commitment": {"level": "ended"}, "tags": ["port"]}, draft)
    assert made.fields["when"]["also_reported"] == [{"reported": "2025-09-03", "claims": ["closed-2"]}]
    other = {"reported": "quito", "as_reported": "the capital", "claims": ["closed-2"]}
    assert made.fields["where"]["also_reported"] == [other]
    assert made.fields["who"] == [
        {"actor": "ana", "role": "initiator", "claims": ["closed", "denied"]},
        {"actor": "bo", "claims": ["closed-2"]},
    ]
    assert (made.differ, made.left, made.fields["tags"]) == (["date", "place"], ["commitment"], ["port", "strike"])
    third = {"claims": {"again": {"text": "Again."}}, "when": {"reported": "2025-09-03", "claims": ["again"]}}
    again = join_event(made.fields, third)
    assert again.fields["when"]["also_reported"] == [{"reported": "2025-09-03", "claims": ["closed-2", "again"]}]


def test_what_the_event_has_already_is_not_added_twice():
    """As after a press that is said once more: nothing of the event changes."""
    draft = {
        "claims": CLAIMS,
        "when": {"reported": "2025-09-03", "claims": ["closed"]},
        "amounts": {"money": {"reported": {"value": 5, "currency": "USD"}, "claims": ["closed"]}},
    }
    once = join_event(EVENT, draft)
    assert once.fields["amounts"]["cost"]["claims"] == ["closed", "closed-2"]
    draft["claims"] = {"closed": CLAIMS["closed"]}
    twice = join_event(once.fields, draft)
    assert (twice.fields, twice.added) == (once.fields, [])


def test_an_event_without_a_date_takes_the_one_of_the_second_source():
    """And the words for it; an assessed date that it has stays."""
    event = {**EVENT, "when": {"assessed": {"date": "2025", "basis": "unknown"}}}
    when = {"reported": "2025-09-03", "as_reported": "on Wednesday", "claims": ["closed"]}
    made = join_event(event, {"claims": CLAIMS, "when": when})
    assert made.fields["when"] == {**when, "claims": ["closed-2"], "assessed": {"date": "2025", "basis": "unknown"}}
    other = {"assessed": {"date": "2024", "basis": "unknown"}}
    assert join_event(event, {"claims": CLAIMS, "when": other}).left == ["assessed date"]
