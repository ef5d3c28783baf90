"""The section on what changed: of the briefing's own events, told by claims and records."""

import datetime as dt
import shutil

import pytest

from dashboard.briefing.compose.briefing import outline_of
from dashboard.briefing.manifest.manifest import manifest_of
from dashboard.briefing.markdown import markdown
from dashboard.briefing.outline.outline import HeadingBlock, TableBlock
from dashboard.briefing.verify import verify_record, verify_written
from dashboard.checks.validation import validate
from dashboard.model.vocabularies import BRIEFING_SECTIONS
from tests.copying import edit
from tests.worlds import become

SEED = "us-troops-in-ecuador"
NEW_YEAR = dt.date(2026, 1, 6)
ANSWERS = 'answers: [{question: us-ecuador-basing/drones-delivered, outcome: "yes", claims: [told]}]\n'


@pytest.fixture
def root(workspace, committed):
    """The seed as of 5 January 2026, and what came since."""
    committed(workspace, "2026-01-05")
    return become("briefed", workspace)


@pytest.fixture
def made(briefing):
    """A briefing of the thread on Ecuador as of 31 March 2026, with these options."""
    return lambda **options: briefing(as_of="2026-03-31", options=options)


def changes(outline):
    return next(each for each in outline.sections if each.key == "changes")


def tables(section):
    """Heading to the rows below it."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for block in section.blocks:
        if isinstance(block, HeadingBlock):
            title = block.text
        elif isinstance(block, TableBlock):
            found[title] = [row.cells for row in block.rows]
    return found


@pytest.mark.parametrize("has_git", [True, False])
def test_every_sentence_traces_to_claims_or_records(root, made, has_git):
    """With git and by hashes; what verify says of it is about just those records."""
    if not has_git:
        (root / ".git").rename(root / "no-git")
    validation = validate(root)
    briefing = made(since=SEED)
    outline = outline_of(briefing, validation)
    rows = [row for block in changes(outline).blocks if isinstance(block, TableBlock) for row in block.rows]
    assert len(rows) > 5
    assert all(row.statement.records for row in rows)
    assert all(row.statement.claims for row in rows if row.statement.records != ("events/us-base-notice",)
               and not any(key.startswith("threads/") for key in row.statement.records))  # fmt: skip
    seal = manifest_of(outline, validation, briefing)
    told = briefing.model_copy(update={"built_on": seal.built_on})
    assert verify_record(told, validation, validation.workspace.events["left"].when.assessed.date.latest).left == ()


def test_by_hashes_another_who_takes_part_by_assessment_alone_is_told(workspace, made):
    """As a list that is another one, with who is in it now."""
    actor = "  - {actor: donald-trump, role: mentioned, assessed: {basis: external, sources: [voa]}}\n"
    edit(workspace, "events/ecuador/ecuador-referendum.yaml", "amounts:\n", f"{actor}amounts:\n")
    (row,) = tables(changes(outline_of(made(since=SEED), validate(workspace))))["Other changes"]
    assert row[:3] == ("Ecuador votes against foreign bases", "list of who", "unknown")
    assert "donald-trump" in row[3]


@pytest.mark.parametrize("has_git", [True, False])
def test_a_question_of_the_section_falls_once_it_stands_elsewhere(root, made, has_git):
    """As a row of the outlook does; what was answered after the briefing's day is told as it stood on that day."""
    briefing = made(since="2026-01-05" if has_git else SEED)
    if not has_git:
        shutil.rmtree(root / ".git")
    answering = root / "events" / "ecuador" / "far.yaml"
    told = answering.read_text(encoding="utf-8")
    for answers, fallen in (("", 0), (ANSWERS, 1)):
        answering.write_text(told + answers, encoding="utf-8")
        validation = validate(root)
        outline = outline_of(briefing, validation)
        (row,) = tables(changes(outline))["Questions"]
        assert row[1].startswith("fell due: 1 March 2026")
        asked = [
            each for each in verify_record(briefing, validation, dt.date(2026, 9, 2)).findings if each.sentence.stood
        ]
        rows = [each for each in asked if each.sentence.text.startswith(": ".join(row))]
        assert len(rows) == 1
        found = [why for each in rows for why in each.reasons if why == "answered: yes, by event far"]
        assert len(found) == fallen


def test_the_same_input_gives_the_same_bytes(root, made):
    """Whatever day it is, and read from the history once or twice."""
    briefing = made(since="2026-01-05")
    written = set()
    for _ in range(2):
        validation = validate(root)
        outline = outline_of(briefing, validation)
        written.add(markdown(outline, manifest_of(outline, validation, briefing)))
    assert len(written) == 1
    assert "## What changed" in written.pop()


def test_it_is_there_only_where_a_state_is_named(root, made):
    """In its place; sections that are asked for may leave it out."""
    validation = validate(root)
    assert "changes" not in [each.key for each in outline_of(made(), validation).sections]
    assert [each.key for each in outline_of(made(since="HEAD"), validation).sections] == list(BRIEFING_SECTIONS)
    some = outline_of(made(since="HEAD", sections=["happened"]), validation)
    assert [each.key for each in some.sections] == ["happened"]


def test_a_row_that_tells_of_what_is_gone_is_named_by_the_record(workspace, committed, made):
    """Though nothing stood in the briefing of what the row is about; and of a built file, if it is back."""
    committed(workspace, "2026-01-05")
    briefing = made(since="2026-01-05", sections=["changes", "happened"])
    file = workspace / "events/ecuador/us-base-last-flight.yaml"
    whole = file.read_text(encoding="utf-8")
    before = validate(workspace)
    seal = manifest_of(outline_of(briefing, before), before, briefing)
    file.write_text(whole[: whole.index("relations:")], encoding="utf-8")
    now = validate(workspace)
    outline = outline_of(briefing, now)
    rows = {": ".join(filter(None, row)) for row in tables(changes(outline))["Other changes"]}
    assert any("relation" in each for each in rows)
    record = briefing.model_copy(update={"built_on": seal.built_on})
    told = verify_record(record, now, NEW_YEAR)
    assert {each.sentence.text for each in told.with_changes} == rows
    assert all("removed" in why for each in told.with_changes for why in each.reasons)
    assert verify_record(record, before, NEW_YEAR).with_changes == ()
    later = manifest_of(outline, now, briefing)
    assert verify_written(later, now, NEW_YEAR).with_changes == ()
    assert {each.sentence.text for each in verify_written(later, before, NEW_YEAR).with_changes} == rows
