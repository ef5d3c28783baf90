"""Whatever is asked for, the numbers add up: on the page, in the tables of the figures, in the file."""

import csv
import datetime as dt
import io
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.app.card.card import card_of
from dashboard.app.pages.situation.overview import overview
from dashboard.app.pages.situation.trays import sentence, trays
from dashboard.app.parts import PageLinks
from dashboard.app.shell.catalogues import catalogue
from dashboard.app.shell.page_context import PageContext
from dashboard.app.trust import trust_line, trust_panel
from dashboard.checks.validation import validate
from dashboard.evidence.verdicts import VERDICTS
from dashboard.query.fields import FACETS, table_of
from dashboard.query.fields.table import csv_text
from dashboard.query.filters import FilterQuery, Filters
from dashboard.query.reading import Mode
from dashboard.query.sources import Sources
from dashboard.query.tally import tallies
from dashboard.query.trust import trust_of
from dashboard.views.card import claim_list
from dashboard.views.drawing.palette import LIGHT
from dashboard.views.map import MapInput, event_map
from dashboard.views.timeline.figure import event_timeline

VALIDATION = validate(Path(__file__).resolve().parents[2])
CATALOGUES = {mode: catalogue(VALIDATION, mode) for mode in Mode}
VALUES = {key: sorted(CATALOGUES[Mode.ASSESSED].known_values(key) | {"nothing-has-this"}) for key in FACETS}
DAYS = st.none() | st.dates(dt.date(1998, 1, 1), dt.date(2026, 12, 31))
FILTERS = st.builds(
    Filters,
    st.fixed_dictionaries({}, optional={key: st.frozensets(st.sampled_from(values)) for key, values in VALUES.items()}),
    DAYS,
    DAYS,
    st.sampled_from(["", "base", "Ecuador", "drones navy", "zzz"]),
)
NUMBERS = re.compile(
    r"([\d,]+) of ([\d,]+) events(?: · ([\d,]+) hidden by filters)?"
    r" · ([\d,]+) undated · ([\d,]+) without a place"
)


@pytest.mark.parametrize("mode", list(Mode))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(filters=FILTERS)
def test_shown_and_filtered_out_are_all_everywhere(read, mode, filters):
    """The sentence, the trays, both figures' tables and the CSV tell of the same events, in the same number."""
    shown = PageContext(VALIDATION, mode, asked=FilterQuery(filters), prepared=CATALOGUES[mode])
    titles = sorted(reading.event.title for reading in shown.readings)
    numbers = [int(number or 0) for number in NUMBERS.search(read(sentence(shown)).text).groups()]
    assert numbers[0] == len(titles)
    assert numbers[0] + numbers[2] == numbers[1] == len(VALIDATION.workspace.events)
    assert numbers[3:] == [len(shown.undated_events), len(shown.unplaced_events)]
    in_trays = read(trays(shown)).text
    assert all(reading.event.title in in_trays for reading in (*shown.undated_events, *shown.unplaced_events))
    on_map = event_map(MapInput(shown.readings, tuple(VALIDATION.workspace.threads), width=912, height=458), LIGHT)
    on_line = event_timeline(
        shown.readings, threads=VALIDATION.workspace.threads, palette=LIGHT, width=1392, today=dt.date(2026, 11, 25)
    )
    for drawing in (on_map, on_line):
        assert sorted(row["Event"] for row in drawing.rows) == titles
    reachable = {event for mark in on_line.marks for event in mark.events}
    assert reachable == {reading.id for reading in shown.readings if reading.date.value}
    assert {event for mark in on_map.marks for event in mark.events} == {
        reading.id for reading in shown.readings if reading.place.value
    }
    rows = list(csv.DictReader(io.StringIO(csv_text(shown.readings, shown.table).lstrip("\ufeff"))))
    assert sorted(row["title"] for row in rows) == titles


SUMS = re.compile(r"quote found ([\d,]+)\D+?questioned ([\d,]+)\D+?quote not found ([\d,]+)\D+?not checkable ([\d,]+)")


@pytest.mark.parametrize("mode", list(Mode))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(filters=FILTERS)
def test_the_four_verdicts_are_all_claims_wherever_a_sum_is_shown(read, mode, filters):
    """On Situation, on Data, in Trust as a whole and in each of its rows; so are its origins and its reviews."""
    shown = PageContext(VALIDATION, mode, asked=FilterQuery(filters), prepared=CATALOGUES[mode])
    number = sum(len(reading.event.claims) for reading in shown.readings)
    workspace = VALIDATION.workspace
    found_trust = trust_of(shown.readings, workspace.threads, table_of(VALIDATION, mode))
    reports = found_trust.by_report.values()
    rows = (found_trust.all, *found_trust.by_thread.values(), *found_trust.by_source.values(), *reports)
    assert number <= sum(row.total for row in reports) <= sum(row.total for row in found_trust.by_source.values())
    assert all(row.total == sum(row.claims[verdict] for verdict in VERDICTS) for row in rows)
    assert found_trust.all.total == sum(found_trust.origins.values()) == number
    assert found_trust.events == len(shown.readings)
    assert number <= sum(row.total for row in found_trust.by_thread.values())
    (claims,) = [tally for tally in tallies(VALIDATION, shown.readings) if tally.title.startswith("Claims")]
    assert claims.total == number
    pages = [overview(shown, dt.date(2026, 11, 25)), trust_line(shown), trust_panel(shown)]
    for text in (read(page).text for page in pages if number):
        found = [[int(each.replace(",", "")) for each in sums] for sums in SUMS.findall(text)]
        assert all(sum(each) == number for each in found)
        assert found or "Claims" in text
    for sums in re.findall(r"each once (\d+) (\d+) (\d+) (\d+) (\d+)", read(trust_panel(shown)).text):
        assert sum(map(int, sums[:4])) == int(sums[4]) == number


@pytest.mark.parametrize("event", sorted(VALIDATION.workspace.events))
def test_the_four_verdicts_of_a_card_are_its_claims(read, event):
    """Of every event, the line above the claims."""
    shown = PageContext(VALIDATION, Mode.ASSESSED, prepared=CATALOGUES[Mode.ASSESSED])
    record = VALIDATION.workspace.events[event]
    text = read(claim_list(card_of(record, shown), PageLinks(shown))).text
    number, *sums = map(
        int,
        re.search(
            r"Claims (\d+): quote found (\d+), questioned (\d+), quote not found (\d+), not checkable (\d+)", text
        ).groups(),
    )
    assert number == sum(sums) == len(record.claims)


def test_the_four_verdicts_of_a_source_are_its_claims():
    """Of every source, whatever rests on it."""
    for entry in Sources(VALIDATION).entries.values():
        assert sum(map(entry.resting.count, VERDICTS)) == len(entry.resting.claims)


def test_trust_is_counted_once_for_what_is_asked_alike():
    """And anew for another filter, another mode, another validation."""
    first = PageContext(VALIDATION, prepared=CATALOGUES[Mode.ASSESSED]).trust
    assert PageContext(VALIDATION, prepared=CATALOGUES[Mode.ASSESSED]).trust is first
    assert PageContext(VALIDATION, Mode.REPORTED, prepared=CATALOGUES[Mode.REPORTED]).trust is not first
    asked = FilterQuery(Filters({"verdict": frozenset({"failed"})}))
    assert PageContext(VALIDATION, asked=asked, prepared=CATALOGUES[Mode.ASSESSED]).trust.events == 0
    assert PageContext(validate(Path(__file__).resolve().parents[2])).trust is not first


def test_every_exception_is_listed_with_what_it_is_of(read, tmp_path):
    """A claim's, a relation's and a place's: counted, each with its guard and its reason."""
    root = Path(__file__).resolve().parents[2]
    for part in ("events", "seeds"):
        shutil.copytree(root / part, tmp_path / part)
    (tmp_path / "events" / "registry" / "places.yaml").write_text(
        'pole:\n  name: "The <b>pole</b>"\n  precision: region\n'
        '  allow: {coordinates-outside-country: {words: "90, 0", reason: Nobody has it.}}\n'
    )
    claims = (
        "claims:\n  a: {text: So it is., basis: inferred, note: Ours.,\n"
        "     allow: {name-not-quoted: {words: <i>Odd</i>, reason: It is a joke.}}}\n"
    )
    relations = (
        "relations:\n  - {type: leads-to, event: odd, note: Ours.,\n"
        "     allow: {effect-before-cause: {words: ['2010', undated], reason: A loop.}}}\n"
    )
    (tmp_path / "events" / "odd").mkdir()
    (tmp_path / "events" / "odd" / "odd.yaml").write_text(f"title: Odd one\n{claims}{relations}")
    told = read(trust_panel(PageContext(validate(tmp_path)))).text
    for words in (
        "Odd one not checkable a allows name-not-quoted for “<i>Odd</i>” It is a joke.",
        "Odd one Its relation to Odd one allows effect-before-cause for “2010”, “undated” A loop.",
        "The <b>pole</b> The place pole allows coordinates-outside-country for “90, 0” Nobody has it.",
    ):
        assert words in " ".join(told.split())
    number = int(re.search(r"Suppressed checks (\d+)", told)[1])
    assert f"{number} checks suppressed" in read(trust_line(PageContext(validate(tmp_path)))).text
