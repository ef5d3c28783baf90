"""Counts add up, whatever is wrong and whatever is filtered out; groups hold every problem once."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.checks.validation import validate
from dashboard.evidence.verdicts import Verdict
from dashboard.model.event import Event
from dashboard.model.problem import Problem, Severity
from dashboard.query.problem_groups import COLUMNS, GroupBy, groups, in_order, problems_csv
from dashboard.query.reading import Mode, resolve_events
from dashboard.query.tally import suppressed_in_event, tallies

TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
PROBLEMS = st.lists(
    st.builds(
        Problem,
        file=st.sampled_from(["events/a/b.yaml", "events/a/c.yaml", "seeds/d.yaml"]),
        line=st.integers(1, 5),
        column=st.integers(1, 5),
        severity=st.sampled_from(Severity),
        code=st.sampled_from(["key-unknown", "quote-not-found"]),
        message=TEXTS,
        hint=TEXTS,
    )
)


@pytest.fixture
def broken(workspace):
    """One event set aside, one drawn with a failed claim, one file not read, one text changed, one exception."""
    folder = workspace / "events" / "ecuador"
    closing = folder / "us-base-closed.yaml"
    closing.write_text(closing.read_text(encoding="utf-8").replace("threads:", "thread:", 1), encoding="utf-8")
    (folder / "notes.yml").write_text("title: x\n", encoding="utf-8")
    (folder / "made-up.yaml").write_text(
        "title: Made up\nclaims:\n  said:\n    text: Said.\n"
        "    allow: {number-not-quoted: {words: '15', reason: It is rounded}}\n"
        "    quotes: [{source: us-troops-ecuador, exact: never said at all}]\n",
        encoding="utf-8",
    )
    text = workspace / "seeds" / "us-troops-ecuador.txt"
    text.write_text(text.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    return validate(workspace)


def tables(validation, keep=lambda _: True):
    shown = resolve_events(
        validation.workspace.events.values(), validation.workspace.places, validation.evidence, Mode.ASSESSED
    )
    return {tally.title: tally for tally in tallies(validation, [each for each in shown if keep(each)])}


def test_every_event_file_is_counted_once(broken):
    """Drawn, drawn with a problem, set aside, not read: together all files that lie there."""
    files = tables(broken)["Event files"]
    assert files.parts["set aside"] == 1
    assert files.parts["not read"] == 1
    assert files.parts["drawn, marked with a problem"] >= 1
    root = broken.workspace.root
    lying = [path for path in root.glob("events/*/*.y*ml") if path.parent.name not in ("registry", "briefings")]
    assert files.total == len(lying)


def test_events_add_up_whatever_is_filtered_out(broken):
    """Shown in four ways, and filtered out: together every event; the claims are those of the events shown."""
    every = tables(broken)
    some = tables(broken, lambda reading: reading.date.value is None)
    number = len(broken.workspace.events)
    assert every["Events"].total == some["Events"].total == number
    assert every["Events"].parts["filtered out"] == 0
    assert (
        some["Events"].parts["filtered out"]
        == number - some["Events"].parts["undated, on the map only"] - (some["Events"].parts["undated and unplaced"])
    )
    claims = [len(event.claims) for event in broken.workspace.events.values()]
    assert every["Claims, of events shown"].total == sum(claims) > some["Claims, of events shown"].total
    assert every["Claims, of events shown"].parts[Verdict.NOT_FOUND] == 1


def test_a_changed_text_is_counted_as_changed(broken, workspace):
    """Each source once, by the state of its text."""
    sources = tables(broken)["Sources, by their text"]
    assert sources.parts["changed"] == 1
    assert sources.total == len(broken.workspace.sources)


def test_exceptions_are_listed_with_their_reason(broken):
    """Which event, which claim, which guard, for which words, and why."""
    (found,) = suppressed_in_event(broken.workspace.events["made-up"])
    assert (found.claim, found.guard) == ("said", "number-not-quoted")
    assert (found.allowance.words, found.allowance.reason) == (("15",), "It is rounded")


@given(PROBLEMS, st.sampled_from(GroupBy))
def test_every_problem_is_in_one_group(problems, by):
    """And a group holds only what shares its key; errors come before warnings."""
    found = groups(problems, by)
    assert sorted(in_order(problems, by), key=str) == sorted(problems, key=str)
    assert all(str(getattr(problem, by.value)) == key for key, group in found.items() for problem in group)
    if by is GroupBy.SEVERITY:
        assert list(found) == [str(each) for each in Severity if any(each is problem.severity for problem in problems)]


@given(PROBLEMS)
def test_the_csv_is_read_back_as_it_was(problems):
    """One row a problem; a cell that a spreadsheet would run has an apostrophe in front."""
    rows = list(csv.DictReader(io.StringIO(problems_csv(problems).removeprefix("\ufeff"), newline="")))
    assert len(rows) == len(problems)
    for row, problem in zip(rows, problems, strict=True):
        for column in COLUMNS:
            written = str(getattr(problem, column))
            assert row[column] == written or row[column] == f"'{written}"
            assert not row[column].startswith(("=", "+", "-", "@"))


def test_exceptions_of_assessed_values_are_listed():
    """By the value that they are of, as those of claims and relations are."""
    event = Event.model_validate(
        {
            "id": "made-up",
            "title": "Made up",
            "when": {
                "assessed": {
                    "date": "2017",
                    "basis": "external",
                    "sources": ("voa",),
                    "allow": {"external-not-in-text": {"words": "2017", "reason": "By its photograph"}},
                }
            },
            "claims": {"said": {"text": "Said."}},
        }
    )
    (found,) = suppressed_in_event(event)
    assert (found.event, found.value, found.guard) == ("made-up", "date", "external-not-in-text")
