"""A briefing's file: begun, read back, and given its state with nothing else touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.briefing import Briefing, BuiltOn
from dashboard.store.briefing_files import BriefingNotWritten, file_of, new_briefing, set_built_on, with_built_on
from dashboard.store.loading import load
from dashboard.store.strict_yaml import read_document

STATE = BuiltOn(records={"events/a": "0" * 64, "texts/b-1": "1e" * 32}, verdicts={"a/b": "not checkable"})
WRITTEN = """\
# ours
title: "A: base"   # kept
selection: {events: [a]}

as_of: "2025-12-31"
"""
BLOCK = """\
built_on:
  records: {events/z: "%s"}
  verdicts: {}
""" % ("2" * 64)


def made(id_="base", **fields):
    return Briefing.model_validate(
        {"id": id_, "title": "T", "marking": "RED", "as_of": "2025", "selection": {"events": ["a"]}, **fields}
    )


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), min_size=1, max_size=40))
def test_a_briefing_is_read_back_as_it_was_begun(tmp_path_factory, text):
    """Every field, whatever its texts hold."""
    root = tmp_path_factory.mktemp("w")
    (root / "seeds").mkdir()
    (root / "events").mkdir()
    text = f"a{text}"
    begun = made(
        title=text,
        marking={"text": text},
        bottom_line=[{"text": text, "by": text}],
        words={"outlook": [{"text": text, "claims": ["a/b"]}]},
        built_on=STATE.model_dump(),
        **{"for": text},
    )
    file = new_briefing(root, begun)
    workspace = load(root)
    assert (file, dict(workspace.briefings), workspace.problems) == ("events/briefings/base.yaml", {"base": begun}, ())


def test_nothing_is_written_over_but_by_force(empty_workspace):
    """The file that is there stays."""
    new_briefing(empty_workspace, made())
    with pytest.raises(BriefingNotWritten, match="is there already"):
        new_briefing(empty_workspace, made(title="Another"))
    assert load(empty_workspace).briefings["base"].title == "T"
    new_briefing(empty_workspace, made(title="Another"), force=True)
    assert load(empty_workspace).briefings["base"].title == "Another"
    assert [each.name for each in (empty_workspace / "events/briefings").iterdir()] == ["base.yaml"]


@pytest.mark.parametrize("id_", ["../out", "a/b", "A", "", "a--b", "x" * 81, "a.b"])
def test_an_id_is_no_path(id_):
    """What is none is refused before anything is written."""
    with pytest.raises(BriefingNotWritten, match="is no id"):
        file_of(id_)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (WRITTEN, WRITTEN),
        (WRITTEN.rstrip("\n"), WRITTEN),
        (WRITTEN + BLOCK, WRITTEN),
        (BLOCK + WRITTEN.removeprefix("# ours\n"), WRITTEN.removeprefix("# ours\n")),
        (WRITTEN.replace("\n", "\r\n"), WRITTEN.replace("\n", "\r\n")),
    ],
)
def test_a_state_takes_the_place_of_the_one_before(written, kept):
    """At the end, or where it stood; every other line stays as it was, comments included."""
    changed = with_built_on(written, STATE)
    assert read_document(changed.encode()).data["built_on"] == STATE.model_dump(mode="json")
    block = with_built_on("title: a\n", STATE).removeprefix("title: a\n")
    assert changed.replace(block, "") == kept


@pytest.mark.parametrize("written", ["{title: a}", "", "- a\n", "title: [a\n", "title: a\n..."])
def test_a_file_that_is_not_changed_safely_stays(written):
    """In flow style, empty, or broken: it is said, and nothing is guessed."""
    with pytest.raises(BriefingNotWritten, match="not changed safely"):
        with_built_on(written, STATE)


def test_a_state_is_written_into_the_file(empty_workspace):
    """Whole or not at all; a file that is not there says so."""
    new_briefing(empty_workspace, made())
    assert set_built_on(empty_workspace, "base", STATE) == "events/briefings/base.yaml"
    assert load(empty_workspace).briefings["base"].built_on == STATE
    with pytest.raises(BriefingNotWritten, match="cannot be read"):
        set_built_on(empty_workspace, "none", STATE)
