"""Filters and their counts."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.checks.validation import validate
from dashboard.evidence.verdicts import evidence_of
from dashboard.model.dates.event_date import EventDate
from dashboard.model.event import Event
from dashboard.model.problem import Problem, Severity
from dashboard.model.registry import Place
from dashboard.query.fields import FACETS, FIELDS, NONE, EventRow, EventTable, table_of
from dashboard.query.filters.filtering import MOST_RESULTS, Filters, catalogue_of, counts_in_ranges, in_range
from dashboard.query.reading import Mode, has_sides, resolve_again, resolve_events
from dashboard.store.workspace import Workspace

TEXTS = {"held": "The base was closed in 2009."}
PLACES = {
    "quito": Place.model_validate(
        {"id": "quito", "name": "Quito", "country": "EC", "precision": "city", "latitude": 0, "longitude": -78}
    ),
    "seoul": Place.model_validate(
        {"id": "seoul", "name": "Seoul", "country": "KR", "precision": "city", "latitude": 37, "longitude": 127}
    ),
}
QUOTED = {"text": "T", "quotes": [{"source": "held", "exact": "closed in 2009"}]}
EXTERNAL = {"basis": "external", "sources": ["ap"]}
OUTSIDE = {"text": "T", "sources": ["voa"], "by": "rubio", "kind": "statement"}
EVENTS = [
    Event.model_validate({"id": id_, "title": f"Title {id_}", **fields})
    for id_, fields in {
        "a": {
            "claims": {"c": QUOTED},
            "threads": ["basing", "navy"],
            "what": {"type": "retreat"},
            "commitment": {"level": "ended"},
            "when": {"reported": "2009", "claims": ["c"]},
            "where": {"reported": "quito", "claims": ["c"]},
            "tags": ["base"],
        },
        "b": {
            "claims": {"c": OUTSIDE, "d": QUOTED},
            "threads": ["basing"],
            "who": [{"actor": "usa", "role": "initiator", "assessed": {**EXTERNAL, "actor": "us"}}],
            "when": {"assessed": {"date": "2025-09-04", "basis": "external", "sources": ["voa"]}},
            "toward": [{"place": "seoul", "as": "about", "claims": ["c"]}],
        },
        "c": {
            "claims": {"c": {**OUTSIDE, "by": ["ruiz", "rubio"], "quoted_by": "noboa"}},
            "review": {"status": "reviewed", "by": "AB", "on": "2026-01-01"},
        },
    }.items()
]  # fmt: skip
EVIDENCE = evidence_of({event.id: event for event in EVENTS}, TEXTS)
PROBLEMS = {"c": (Problem("events/c.yaml", 1, 1, Severity.ERROR, "quote-not-found", "No.", ""),)}
CATALOGUE = catalogue_of(
    resolve_events(EVENTS, PLACES, EVIDENCE, Mode.ASSESSED),
    EventTable(Workspace(Path("none")), EVIDENCE, Mode.ASSESSED, PROBLEMS),
)


def shown(**chosen):
    filters = Filters({key: frozenset(values.split("|") if values else ()) for key, values in chosen.items()})
    return "".join(reading.id for reading in CATALOGUE.matching(filters))


@pytest.mark.parametrize(
    ("chosen", "ids"),
    [
        ({}, "abc"),
        ({"thread": "navy"}, "a"),
        ({"thread": "navy|none"}, "ac"),
        ({"thread": "-navy"}, "bc"),
        ({"thread": "navy|-basing"}, ""),
        ({"country": "EC|-KR"}, "a"),
        ({"actor": "rubio|-ruiz"}, "b"),
        ({"tag": "-base", "review": "-reviewed"}, "b"),
        ({"type": "retreat"}, "a"),
        ({"actor": "us"}, "b"),
        ({"actor": "rubio"}, "bc"),
        ({"actor": "ruiz"}, "c"),
        ({"actor": "noboa"}, "c"),
        ({"country": "KR"}, "b"),
        ({"country": "EC|KR"}, "ab"),
        ({"area": "-80,-1,-70,1"}, "a"),
        ({"area": "-80,-1,-70,1|120,30,130,40"}, "a"),
        ({"area": "0,0,1,1"}, ""),
        ({"source": "ap"}, "b"),
        ({"source": "held"}, "ab"),
        ({"commitment": "ended"}, "a"),
        ({"tag": "base"}, "a"),
        ({"verdict": "quote found"}, "ab"),
        ({"verdict": "quote not found"}, ""),
        ({"review": "reviewed"}, "c"),
        ({"problems": "with"}, "c"),
        ({"thread": "basing", "verdict": "not checkable"}, "b"),
        ({"thread": "basing", "type": "none"}, "b"),
        ({"no-such-facet": "x"}, "abc"),
        ({"thread": None}, "abc"),
        ({"thread": "no-such-thread"}, ""),
    ],
)
def test_an_event_passes_by_any_value_of_every_facet(chosen, ids):
    """Or within a facet, and between facets."""
    assert shown(**chosen) == ids


@pytest.mark.parametrize(
    ("start", "end", "ids"),
    [("2010-01-01", None, "b"), (None, "2009-06-01", "a"), ("2009-12-31", "2025-09-04", "ab"), (None, None, "abc")],
)
def test_a_range_of_dates_keeps_what_may_have_happened_in_it(start, end, ids):
    """A year passes by any of its days; the undated pass no range."""
    filters = Filters(start=start and dt.date.fromisoformat(start), end=end and dt.date.fromisoformat(end))
    assert "".join(reading.id for reading in CATALOGUE.matching(filters)) == ids


@pytest.mark.parametrize("text", ["2009-09-18/..", "2009-09-18/", "../2009-09-18", "/2009-09-18"])
def test_an_open_end_reaches_anywhere(text):
    """What nobody bounded is not bounded by a filter."""
    far = dt.date(2300, 1, 1) if text[0] == "2" else dt.date(1000, 1, 1)
    assert in_range(EventDate.parse(text), far, far)


def test_words_filter_too():
    """Every word must occur."""
    assert [reading.id for reading in CATALOGUE.matching(Filters(words="title b"))] == ["b"]
    assert CATALOGUE.matching(Filters(words="title zzz")) == ()


def test_counts_say_what_a_value_would_show():
    """All other filters kept, the facet's own left out."""
    filters = Filters({"thread": frozenset({"navy"}), "verdict": frozenset({"quote found"})})
    assert CATALOGUE.counts("thread", filters) == {"basing": 2, "navy": 1}
    assert CATALOGUE.counts("review", Filters()) == {"draft": 2, "reviewed": 1}
    assert CATALOGUE.counts("type", Filters()) == {"retreat": 1, NONE: 2}


def test_whether_anything_is_asked_for():
    """An empty choice is none."""
    assert not Filters({"thread": frozenset()}, words=" ").are_set
    assert Filters({"thread": frozenset("a")}).are_set
    assert Filters(start=dt.date(2009, 1, 1)).are_set


VALUES = {key: sorted(CATALOGUE.known_values(key) | {"zzz"}) for key in FACETS}
SOME_FILTERS = st.builds(
    Filters,
    st.fixed_dictionaries({}, optional={key: st.frozensets(st.sampled_from(values)) for key, values in VALUES.items()}),
    st.none() | st.dates(dt.date(2000, 1, 1)),
    st.none() | st.dates(dt.date(2000, 1, 1)),
    st.sampled_from(["", "title", "a", "zzz"]),
)


@given(SOME_FILTERS)
def test_a_value_shows_as_many_events_as_its_count_says(filters):
    """Whatever else is set: no filter leads into an emptier page than it announced."""
    for key in (key for key, facet in FACETS.items() if not facet.matcher):
        counts = CATALOGUE.counts(key, filters)
        for value in VALUES[key]:
            alone = Filters({**filters.chosen, key: frozenset({value})}, filters.start, filters.end, filters.words)
            assert len(CATALOGUE.matching(alone)) == counts[value]


@given(SOME_FILTERS)
def test_with_a_value_and_without_it_are_all(filters):
    """No event is in both, and none in neither, whatever else is set."""
    for key in (key for key, facet in FACETS.items() if not facet.matcher):
        others = len(CATALOGUE.matching(filters.without(key)))
        for value in VALUES[key]:
            both = (
                Filters({**filters.chosen, key: frozenset({each})}, filters.start, filters.end, filters.words)
                for each in (value, f"-{value}")
            )
            assert sum(len(CATALOGUE.matching(each)) for each in both) == others


@given(SOME_FILTERS)
def test_shown_is_a_part_of_all_in_their_order(filters):
    """Nothing is shown twice, and nothing that is not there."""
    ids = [reading.id for reading in CATALOGUE.matching(filters)]
    assert ids == [reading.id for reading in CATALOGUE.readings if reading.id in ids]


def test_a_facet_has_the_values_that_its_field_has(workspace):
    """Its own way to them is a short one, not another one."""
    validation = validate(workspace)
    table = table_of(validation, Mode.ASSESSED)
    events = validation.workspace.events.values()
    read = resolve_events(events, validation.workspace.places, validation.evidence, Mode.ASSESSED)
    keys = {"thread", "type", "commitment", "verdict", "tag", "review"}
    facets = {field.facet.key: (field, FACETS[field.facet.key]) for field in FIELDS.values() if field.facet}
    for key in keys:
        field, facet = facets[key]
        for row in (EventRow(reading, table) for reading in (*read, *CATALOGUE.readings)):
            assert facet.values_of(row) == (frozenset(field.values(row)) or {NONE})


@pytest.mark.parametrize("mode", list(Mode))
def test_the_other_mode_finds_anew_only_what_differs_and_comes_to_the_same(mode):
    """The switch of the page is pressed with 100,000 events as well, of which few read otherwise."""
    tables = {each: replace(CATALOGUE.table, mode=each) for each in Mode}
    alone = {each: catalogue_of(resolve_events(EVENTS, PLACES, EVIDENCE, each), tables[each]) for each in Mode}
    first, expected = alone[mode.other], alone[mode]
    table = replace(first.table, mode=mode, beside=first.table)
    with_sides = {each.id for each in EVENTS if has_sides(each)}
    again = resolve_again(first.readings, PLACES, EVIDENCE, mode, with_sides)
    found = catalogue_of(again, table, first.values)
    assert found.readings == expected.readings
    for key in FACETS:
        assert found.values.of(key, found.readings) == expected.values.of(key, expected.readings)
    assert [each.id for each in found.readings if each is first.by_id[each.id]] == ["a", "c"]
    assert table.reliances is first.table.reliances


def test_a_facet_is_made_when_it_is_asked_for_and_events_share_its_values():
    """A page that filters nothing needs none of them; 100,000 events have few kinds of values."""
    catalogue = catalogue_of(CATALOGUE.readings, CATALOGUE.table)
    assert catalogue.matching(Filters()) == catalogue.readings
    assert not catalogue.values.facets_in_use
    assert catalogue.matching(Filters({"review": frozenset({"draft"}), "area": frozenset({"0 0 1 1"})})) == ()
    assert catalogue.values.facets_in_use == {"review"}
    one, other, _ = catalogue.values.of("review", catalogue.readings)
    assert one is other
    assert catalogue.known_values("review") == {"draft", "reviewed"}


@given(st.lists(st.tuples(st.dates(dt.date(1990, 1, 1)), st.dates(dt.date(1990, 1, 1))).map(sorted)))
def test_counts_in_ranges_are_those_of_each_range(ranges):
    """Also of dates with an open end, and of events without a date."""
    events = [
        Event.model_validate({"id": f"e{number}", "title": "T", "claims": {"c": QUOTED}, "when": {"reported": text}})
        for number, text in enumerate(("2009", "2009-09-18", "1999/2009", "../2005", "2012/..", "2020-02"))
    ]
    readings = (*resolve_events(events, {}, EVIDENCE, Mode.REPORTED), *CATALOGUE.readings)
    expected = [sum(in_range(each.date.value, *days) for each in readings) for days in ranges]
    assert counts_in_ranges(readings, [(first, last) for first, last in ranges]) == expected


def test_of_many_events_fewer_results_are_kept():
    """Each list of 100,000 events takes room; of a few, all that one presses is kept."""
    table = CATALOGUE.table

    def kept(events):
        results = catalogue_of(CATALOGUE.readings * events, table).results
        for number in range(1000):
            results.get(number, None, lambda: ())
        return len(results)

    assert kept(1) == MOST_RESULTS
    assert MOST_RESULTS > kept(3_000) > kept(40_000) >= 40
