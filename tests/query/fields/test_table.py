"""The table of events: order, parts, and the CSV that is read back."""

import csv
import datetime as dt
import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dashboard.evidence.corroboration import origin_count
from dashboard.evidence.verdicts import evidence_of
from dashboard.model.event import Event
from dashboard.model.problem import Problem, Severity
from dashboard.model.registry import Actor, Place, Thread
from dashboard.model.source import Source
from dashboard.query.fields.csv_writing import BYTE_ORDER_MARK, escape_formula
from dashboard.query.fields.event_row import EventRow, EventTable
from dashboard.query.fields.table import (
    COLUMNS,
    CSV_COLUMNS,
    PAGE_ROWS,
    Order,
    columns_of,
    csv_text,
    order_of,
    page_of,
    sort_events,
)
from dashboard.query.origins import sources_of
from dashboard.query.reading import Mode, resolve_events
from dashboard.query.wording import strength_words
from dashboard.store.workspace import Workspace

TEXTS = {"held": "The base was closed in 2009. It cost 5 million."}
QUOTED = {"text": "T", "quotes": [{"source": "held", "exact": "closed in 2009"}]}
FAILED = {"text": "T", "quotes": [{"source": "held", "exact": "opened in 2009"}]}
OUTSIDE = {"text": "T", "sources": ["voa", "voa-again"]}
EXTERNAL = {"basis": "external", "sources": ["ap"]}
RECORDS = {
    "base": {
        "title": "Base closes",
        "claims": {"c": QUOTED, "d": OUTSIDE},
        "threads": ["basing"],
        "what": {"type": "retreat", "modes": ["withdraw"]},
        "commitment": {"level": "ended"},
        "when": {
            "reported": "2009",
            "as_reported": "that year",
            "claims": ["c"],
            "assessed": {**EXTERNAL, "date": "2009-09-18"},
        },
        "where": {"reported": "ecuador", "claims": ["c"], "assessed": {**EXTERNAL, "place": "manta"}},
        "who": [
            {"actor": "correa", "role": "mentioned", "claims": ["c"]},
            {"actor": "usa", "role": "initiator", "as_reported": "Yanks", "assessed": {**EXTERNAL, "actor": "us"}},
        ],
        "amounts": {
            "cost": {
                "reported": {"value": 5000000, "currency": "USD", "qualifier": "about"},
                "claims": ["c"],
                "assessed": {**EXTERNAL, "value": 6000000, "currency": "USD"},
            }
        },
    },
    "denial": {"title": "a denial", "claims": {"c": FAILED}, "when": {"reported": "2010", "claims": ["c"]}},
    "rumour": {
        "title": "Rumour",
        "claims": {"c": OUTSIDE},
        "commitment": {"level": "floated"},
        "amounts": {"votes": {"reported": {"value": 7, "unit": "votes"}, "claims": ["c"]}},
        "review": {"status": "reviewed", "by": "AB", "on": "2026-01-01"},
    },
}
PLACES = {
    "ecuador": {"name": "Ecuador", "country": "EC", "precision": "country"},
    "manta": {"name": "Manta", "country": "EC", "precision": "city", "latitude": -1, "longitude": -81},
}
WORKSPACE = Workspace(
    Path("none"),
    events={id_: Event.model_validate({"id": id_, **fields}) for id_, fields in RECORDS.items()},
    sources={
        id_: Source.model_validate({"id": id_, "kind": "article", "origin": origin})
        for id_, origin in {"voa": "agency", "voa-again": "agency", "held": None}.items()
    },
    places={id_: Place.model_validate({"id": id_, **fields}) for id_, fields in PLACES.items()},
    actors={"us": Actor.model_validate({"id": "us", "name": "United States", "kind": "government"})},
    threads={"basing": Thread.model_validate({"id": "basing", "title": "Basing"})},
    files={id_: f"events/{id_}.yaml" for id_ in RECORDS},
)
EVIDENCE = evidence_of(WORKSPACE.events, TEXTS)
PROBLEMS = {"denial": (Problem("events/denial.yaml", 1, 1, Severity.ERROR, "quote-not-found", "No.", ""),)}


def table(mode=Mode.ASSESSED, workspace=WORKSPACE):
    return EventTable(workspace, EVIDENCE, mode, PROBLEMS)


def row(reading, mode=Mode.ASSESSED):
    return EventRow(reading, table(mode))


def read(mode=Mode.ASSESSED, events=None):
    return resolve_events((events or WORKSPACE.events).values(), WORKSPACE.places, EVIDENCE, mode)


def ids(sort, mode=Mode.ASSESSED):
    return [reading.id for reading in sort_events(read(mode), table(mode), order_of(sort))]


def rows(text):
    """As a spreadsheet reads it: one mapping a row."""
    return list(csv.DictReader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline="")))


def unguarded(cell):
    """What was written before it was guarded."""
    return cell[1:] if cell.startswith("'") and escape_formula(cell[1:]) != cell[1:] else cell


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (None, "denial base rumour"),
        ("-date", "base denial rumour"),
        ("title", "denial base rumour"),
        ("-title", "rumour base denial"),
        ("place", "base denial rumour"),
        ("commitment", "rumour base denial"),
        ("-commitment", "base rumour denial"),
        ("amounts", "base rumour denial"),
        ("-amounts", "rumour base denial"),
        ("claims", "denial base rumour"),
        ("-claims", "rumour base denial"),
        ("sources", "base denial rumour"),
        ("review", "base denial rumour"),
        ("-review", "rumour base denial"),
        ("problems", "denial base rumour"),
        ("-file", "rumour denial base"),
        ("no-such-column", "denial base rumour"),
    ],
)
def test_rows_are_sorted_by_any_column_and_what_has_no_value_comes_last(sort, expected):
    """Ties by date; the undated, unplaced and the like last, whichever way it is sorted."""
    assert ids(sort) == expected.split()


def test_the_order_follows_the_switch():
    """As reported, the first event has another date, and is still dated."""
    assert ids("-date", Mode.REPORTED) == ["base", "denial", "rumour"]
    assert [COLUMNS["date"].sort_key(row(read(mode)[0], mode))[0] for mode in Mode] == [
        dt.date(2009, 9, 18),
        dt.date(2009, 1, 1),
    ]


@given(st.sampled_from([sign + key for key in COLUMNS for sign in ("", "-")]), st.permutations(list(WORKSPACE.events)))
def test_every_order_is_total(sort, shuffled):
    """However the events come, each stands once, and in the same place."""
    events = {id_: WORKSPACE.events[id_] for id_ in shuffled}
    found = [reading.id for reading in sort_events(tuple(read(events=events)), table(), order_of(sort))]
    assert sorted(found) == sorted(events)
    assert found == ids(sort)


def test_a_row_tells_who_how_much_and_on_what_it_rests_as_the_mode_has_it():
    """Roles in their order; amounts with a value; verdicts that add up; origins, not links."""
    base, denial, _ = (row(each) for each in read())
    reported = row(read(Mode.REPORTED)[0], Mode.REPORTED)
    assert [part.actor for part in base.actors] == ["us", "correa"]
    assert [part.actor for part in reported.actors] == ["correa"]
    assert {key: amount.value for key, amount in base.amounts.items()} == {"cost": 6000000}
    assert {key: amount.value for key, amount in reported.amounts.items()} == {"cost": 5000000}
    assert sum(base.verdicts.values()) == 2
    assert strength_words(base.strength) == "2 original reports, 4 sources, 1 of unknown origin"
    assert denial.problems == {"error": 1, "warning": 0}


def test_an_amount_in_words_comes_behind_every_number():
    """Its words stand in quotation marks, and in a column of their own in the CSV; where it has a number, there too."""
    words = {"as_reported": "hundreds of votes", "claims": ["c"]}
    events = {
        "words": {"amounts": {"votes": words}},
        "both": {"amounts": {"votes": {**words, "reported": {"value": 300, "unit": "votes"}}}},
        "neither": {},
    }
    made = {
        id_: Event.model_validate({"id": id_, "title": id_, "claims": {"c": OUTSIDE}, **fields})
        for id_, fields in events.items()
    }
    readings = resolve_events(made.values(), {}, evidence_of(made, TEXTS), Mode.ASSESSED)
    found = table(workspace=replace(WORKSPACE, events=made))
    for sort in ("amounts", "-amounts"):
        assert next(reading.id for reading in sort_events(readings, found, order_of(sort))) == "both"
    shown = {reading.id: COLUMNS["amounts"].texts(EventRow(reading, found)) for reading in readings}
    assert shown == {"words": ["“hundreds of votes”"], "both": ["300 votes"], "neither": []}
    written = {each["id"]: each for each in rows(csv_text(readings, found))}
    assert [written[id_]["amounts_in_words"] for id_ in made] == ["votes: hundreds of votes"] * 2 + [""]
    assert [written[id_]["amounts_reported"] for id_ in made] == ["", "votes: 300 votes", ""]


def test_sources_with_one_origin_count_once():
    """Those that repeat the same reporting are one; an unknown source is its own."""
    assert sources_of(WORKSPACE.events["base"]) == {"held", "voa", "voa-again", "ap"}
    assert origin_count(["voa", "voa-again", "ap"], WORKSPACE.sources) == 2
    assert origin_count([], WORKSPACE.sources) == 0


@given(st.integers(0, 175), st.integers(-3, 10))
def test_parts_follow_one_another_and_leave_nothing_out(count, asked):
    """Each has fifty rows, the last one the rest; what lies beyond is the last."""
    some = (read()[0],) * count
    page = page_of(some, asked)
    assert 0 <= page.part < page.parts
    assert sum(len(page_of(some, part).readings) for part in range(page.parts)) == count == page.total
    first, last = page.span
    assert len(page.readings) == (last - first + 1 if count else 0)
    assert len(page.readings) <= PAGE_ROWS
    assert page_of(some, page.parts + 5).part == page.parts - 1


def test_columns_are_those_chosen_in_the_order_of_the_page():
    """The title always; unknown ones never; none where nothing known is chosen."""
    assert columns_of(["file", "date", "nonsense"]) == ("date", "title", "file")
    assert columns_of(["nonsense"]) == columns_of([]) == ()
    assert columns_of(["title"]) == ("title",)


def test_an_order_is_written_as_it_is_read():
    """A minus is the other way round; numbers begin with the largest, dates with the newest."""
    assert order_of("-claims") == Order("claims", other_way=True)
    assert order_of("-claims").text == "-claims"
    assert order_of("-claims").rising
    assert not order_of("claims").rising
    assert not order_of("date").rising
    assert order_of("-date").rising


def test_the_csv_has_both_sides_the_ids_and_the_file():
    """One row an event; what is reported and what is assessed stand side by side."""
    (base, denial, rumour) = rows(csv_text(read(), table()))
    told = {
        "id": "base",
        "file": "events/base.yaml",
        "date": "2009-09-18",
        "date_carried": "external",
        "date_reported": "2009",
        "date_in_words": "that year",
        "date_assessed": "2009-09-18",
        "place": "Manta",
        "place_reported": "Ecuador",
        "place_reported_id": "ecuador",
        "place_assessed_id": "manta",
        "threads": "Basing",
        "actors": "United States (initiator); correa (mentioned)",
        "actors_reported": "correa; Yanks",
        "actors_assessed": "United States",
        "actor_ids": "us; correa",
        "amounts_reported": "cost: about 5000000 USD",
        "amounts_assessed": "cost: 6000000 USD",
        "claims_quote_found": "1",
        "claims_questioned": "0",
        "claims_quote_not_found": "0",
        "claims_not_checkable": "1",
        "origins": "2",
        "strength": "2 original reports, 4 sources, 1 of unknown origin",
        "source_ids": "ap; held; voa; voa-again",
    }
    assert {key: base[key] for key in told} == told
    assert (denial["errors"], denial["claims_quote_not_found"]) == ("1", "1")
    assert (rumour["amounts_reported"], rumour["date"], rumour["review"]) == ("votes: 7 votes", "", "reviewed")


def test_the_csv_keeps_its_columns_and_its_form():
    """Names that others build on, with new ones behind, a byte order mark for Excel, lines ended as RFC 4180 has it."""
    text = csv_text([], table())
    assert text.encode().startswith(b"\xef\xbb\xbfid,file,title,read_as,date,")
    assert list(CSV_COLUMNS)[33:37] == ["review", "errors", "warnings", "strength"]
    assert text.endswith("\r\n")
    assert rows(csv_text(read(Mode.REPORTED), table(Mode.REPORTED)))[0]["read_as"] == "reported"


def test_the_csv_tells_what_did_not_happen():
    """Who counts rows would count a denial, a plan and a rumour as what happened."""
    base = WORKSPACE.events["base"]
    what = base.what.model_copy(update={"reality": "negation", "contexts": ("military", "diplomatic")})
    event = base.model_copy(update={"what": what, "when": base.when.model_copy(update={"lasted": True})})
    (denied,) = resolve_events([event], WORKSPACE.places, EVIDENCE, Mode.ASSESSED)
    (row,) = rows(csv_text([denied], table()))
    assert (row["reality"], row["lasted"], row["contexts"]) == ("negation", "yes", "military; diplomatic")
    assert rows(csv_text(read(), table()))[0]["reality"] == "actual"


HOSTILE = st.text(max_size=60) | st.text(alphabet="=+-@＝＋－＠'\" \u00a0\u200b\t\r\n,;a\u202e", max_size=12)


@given(st.lists(HOSTILE, max_size=8), st.sampled_from(sorted(COLUMNS)))
@example(titles=["'=1", "=1", "''=1", '"', "a\r\nb", "a,b", "\n", ""], sort="title")
def test_the_csv_has_one_row_for_each_shown_event_in_its_order(titles, sort):
    """Whatever the titles are, reading it back gives them, one for one, and no cell can be run."""
    base = WORKSPACE.events["base"]
    events = {f"e{n}": base.model_copy(update={"id": f"e{n}", "title": title}) for n, title in enumerate(titles)}
    shown = sort_events(
        resolve_events(events.values(), WORKSPACE.places, EVIDENCE, Mode.ASSESSED), table(), order_of(sort)
    )
    found = rows(csv_text(shown, table()))
    assert [row["id"] for row in found] == [reading.id for reading in shown]
    assert [unguarded(row["title"]) for row in found] == [reading.event.title for reading in shown]
    begin = tuple("=+-@\t\r\n＝＋－＠")
    assert not any(cell.startswith(begin) or cell.strip().startswith(begin) for row in found for cell in row.values())
