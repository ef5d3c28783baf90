"""A briefing's file: begun, read back, and given its state with nothing else touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.briefing import Briefing, BuiltOn
from dashboard.store.briefing_files import (
    BriefingChanged,
    BriefingNotWritten,
    file_of,
    fingerprint,
    new_briefing,
    save_briefing,
    set_built_on,
    with_built_on,
)
from dashboard.store.loading import load
from dashboard.store.yaml.strict_yaml import read_document

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


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co", "Zl", "Zp"]), min_size=1, max_size=40))
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
    with pytest.raises(BriefingNotWritten, match="already exists"):
        new_briefing(empty_workspace, made(title="Another"))
    assert load(empty_workspace).briefings["base"].title == "T"
    new_briefing(empty_workspace, made(title="Another"), force=True)
    assert load(empty_workspace).briefings["base"].title == "Another"
    assert [each.name for each in (empty_workspace / "events/briefings").iterdir()] == ["base.yaml"]


@pytest.mark.parametrize("id_", ["../out", "a/b", "A", "", "a--b", "x" * 81, "a.b"])
def test_an_id_is_no_path(id_):
    """What is none is refused before anything is written."""
    with pytest.raises(BriefingNotWritten, match="is not an id"):
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
    with pytest.raises(BriefingNotWritten, match="cannot be changed safely"):
        with_built_on(written, STATE)


def test_a_state_is_written_into_the_file(empty_workspace):
    """Whole or not at all; a file that is not there says so."""
    new_briefing(empty_workspace, made())
    assert set_built_on(empty_workspace, load(empty_workspace).briefings["base"], STATE) == "events/briefings/base.yaml"
    assert load(empty_workspace).briefings["base"].built_on == STATE
    with pytest.raises(BriefingNotWritten, match="cannot be read"):
        set_built_on(empty_workspace, made().model_copy(update={"id": "none"}), STATE)


def saved(root, before, **fields):
    """The seed file of the test, saved with other fields; what the file then says, and whether it was kept."""
    folder = root / "events" / "briefings"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "base.yaml").write_text(before, encoding="utf-8")
    briefing = made(**{"title": "A: base", "marking": "RED", "as_of": "2025-12-31", **fields})
    kept = save_briefing(root, briefing, fingerprint(root, "base"))
    return (folder / "base.yaml").read_text(encoding="utf-8"), kept


OURS = """\
# ours
title: "A: base"   # kept
marking: RED
as_of: "2025-12-31"  # the day

# of the selection
selection: {events: [a]}
# the end
"""


def test_saving_changes_the_lines_of_what_changed_and_no_other(empty_workspace):
    """Comments stay, and a field that was not there comes where the format has it."""
    after, kept = saved(empty_workspace, OURS, scope="All", selection={"events": ["b", "a"]})
    assert kept
    changed = OURS.replace("{events: [a]}", '\n  events:\n    - "b"\n    - "a"').replace(
        "selection: \n", "selection:\n"
    )
    assert after == changed.replace("the day\n", 'the day\nscope: "All"\n')


def test_a_field_that_goes_takes_its_lines_along(empty_workspace):
    """And no others."""
    after, kept = saved(empty_workspace, OURS.replace("\n\n", "\nscope: >-\n  All\n  of it\n\n"))
    assert (after, kept) == (OURS, True)


def test_a_file_that_cannot_be_changed_line_by_line_is_written_anew(empty_workspace):
    """And whoever saves is told."""
    before = '{title: "A: base", marking: RED, as_of: "2025-12-31", selection: {events: [a]}} # ours\n'
    after, kept = saved(empty_workspace, before, scope="All")
    assert not kept
    assert "# ours" not in after
    assert load(empty_workspace).briefings["base"].scope == "All"


def test_nothing_is_saved_over_what_somebody_else_wrote_meanwhile(empty_workspace):
    """Not over a changed file, not over a new one, not into one that is gone."""
    saved(empty_workspace, OURS)
    file = empty_workspace / "events" / "briefings" / "base.yaml"
    opened = fingerprint(empty_workspace, "base")
    file.write_text(f"{OURS}# theirs\n", encoding="utf-8")
    for known in (opened, ""):
        with pytest.raises(BriefingChanged, match="changed by somebody else"):
            save_briefing(empty_workspace, made(title="Mine"), known)
    assert "# theirs" in file.read_text(encoding="utf-8")
    file.unlink()
    with pytest.raises(BriefingChanged):
        save_briefing(empty_workspace, made(title="Mine"), opened)
    assert not file.exists()
    assert save_briefing(empty_workspace, made(title="Mine"), fingerprint(empty_workspace, "base"))
    assert load(empty_workspace).briefings["base"].title == "Mine"


def test_a_briefing_that_could_not_be_read_again_is_not_written(empty_workspace):
    """It is refused before, with its size, and what is there stays."""
    new_briefing(empty_workspace, made())
    file = empty_workspace / "events/briefings/base.yaml"
    before = file.read_bytes()
    long = made(bottom_line=[{"text": "a" * 4_000, "by": "AB"}] * 260)
    with pytest.raises(BriefingNotWritten, match="the limit is 1,000,000"):
        new_briefing(empty_workspace, long, force=True)
    assert file.read_bytes() == before
