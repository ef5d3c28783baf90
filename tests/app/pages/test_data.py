"""What the Data page says: groups, counts, how it was loaded; and that nothing is written where nothing may be."""

import datetime as dt
import html

import pytest

import dashboard.app.shell.workspace_cache as cached
from dashboard.app.pages.data.page import duration, moment
from dashboard.app.parts.problems import with_difference
from dashboard.checks.inbox import check_inbox
from dashboard.checks.validation import validate
from dashboard.text.markup import with_code


@pytest.fixture
def broken(workspace):
    """A workspace with one event set aside and one file that is not read."""
    file = workspace / "events" / "ecuador" / "us-base-closed.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("threads:", "thread:", 1), encoding="utf-8")
    (workspace / "events" / "ecuador" / "<b>.yml").write_text("title: x\n", encoding="utf-8")
    return workspace


def test_all_problems_can_be_copied_and_taken_away(page, broken):
    """As `dateline validate` prints them, and as CSV."""
    seen = page(broken, page="data").data("data")["html"]
    assert 'data-press="copy" data-value="events/ecuador/us-base-closed.yaml:3:1: error key-unknown' in seen
    assert seen.count('data-press="copy"') == 3
    assert 'href="data:text/csv;charset=utf-8,%EF%BB%BFfile%2Cline' in seen
    assert 'download="problems.csv"' in seen


def test_the_inbox_is_checked_as_dateline_validate_does(page, workspace):
    """Its problems stand among the others, in the same words; once the file is right, they are gone."""
    (workspace / "inbox" / "items").mkdir(parents=True)
    before = page(workspace, page="data").text("data")
    assert "inbox/" not in before
    item = workspace / "inbox" / "items" / "0123456789abcdef.yaml"
    item.write_text("source: no-such-source\nset_aside: <b>old</b>\n", encoding="utf-8")
    seen = page(workspace, page="data").data("data")["html"]
    (problem,) = check_inbox(validate(workspace).corpus).problems
    assert f'data-value="{html.escape(str(problem))}' in seen
    assert problem.code == "item-decided-twice"
    assert "skipped" in seen
    item.write_text("set_aside: old\n", encoding="utf-8")
    assert page(workspace, page="data").text("data").partition("Loaded")[0] == before.partition("Loaded")[0]


@pytest.mark.parametrize(
    ("hint", "told"),
    [
        ("cost [text: $12 | quote: $13] million", "cost <del>$13</del> <ins>$12</ins> million"),
        ("a [text: <b> | quote: –] c", "a <ins>&lt;b&gt;</ins> c"),
        ("[text: – | quote: x]", "<del>x</del>"),
        ("did you mean `threads`?", 'did you mean <code><bdi dir="auto">threads</bdi></code>?'),
    ],
)
def test_where_a_quote_differs_its_words_are_struck_out(hint, told):
    """Those of the source stand in their place; what is missing on either side is left out."""
    assert with_difference(hint).html == f'<bdi dir="auto">{told}</bdi>'


def test_it_says_when_it_was_loaded_and_what_was_read_anew(page, workspace):
    """At first every file; after a change of one, one."""
    first = page(workspace, page="data").text("data")
    assert f"{cached.latest().files} files read." in first
    file = workspace / "events" / "ecuador" / "us-base-closed.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "# end\n", encoding="utf-8")
    assert f"1 file read, {cached.latest(look=True).files - 1} unchanged and reused." in page(
        workspace, page="data"
    ).text("data")


def test_a_reload_reads_every_file_anew(workspace, monkeypatch):
    """Whether or not it changed, and pages then draw themselves anew."""
    monkeypatch.setenv("DATELINE_WORKSPACE", str(workspace))
    before = cached.latest()
    assert cached.latest() is before
    cached.reload()
    after = cached.latest()
    assert (after.files_read, after.version) == (before.files, before.version + 1)
    assert after.validation == before.validation


def test_a_folder_that_becomes_a_workspace_is_shown(page, tmp_path, workspace):
    """What stopped the loading does not stay."""
    target = tmp_path / "later"
    target.mkdir()
    assert "No workspace here" in page(target).text("stopped")
    for folder in ("seeds", "events"):
        (workspace / folder).rename(target / folder)
    assert "18 of 18" in page(target).text("sentence")


@pytest.mark.parametrize(("value", "read_only"), [("", False), ("1", True), ("0", False)])
def test_one_place_knows_whether_anything_may_be_written(value, read_only, monkeypatch):
    """The setting of --read-only."""
    monkeypatch.setenv("DATELINE_READ_ONLY", value)
    assert cached.read_only() is read_only


def test_words_and_numbers():
    """Times as people say them; what stands between backticks as code, and a single backtick as it is."""
    assert moment(dt.datetime(2026, 11, 5, 9, 2, 7, tzinfo=dt.UTC)) == "5 November 2026, 09:02:07"
    assert (duration(0.0384), duration(1.25)) == ("38 ms", "1.2 s")
    assert with_code("no `a<b` here").html == '<bdi dir="auto">no <code><bdi dir="auto">a&lt;b</bdi></code> here</bdi>'
    assert "`" in with_code("one ` alone").html


def test_the_line_of_a_file_outside_the_workspace_is_not_shown(page, workspace, tmp_path):
    """A link that is refused is not read for its problem either."""
    (tmp_path / "secret.yaml").write_text("nobody may see this", encoding="utf-8")
    (workspace / "events" / "ecuador" / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    html = page(workspace, page="data").data("data")["html"]
    assert "events/ecuador/link.yaml" in html
    assert "nobody may see this" not in html


def test_a_registry_that_cannot_be_read_is_not_called_read(page, workspace):
    """And who wants to save a view is led to what is wrong."""
    (workspace / "events" / "views.yaml").write_text("korea: [\n", encoding="utf-8")
    assert "events/views.yaml could not be read" in page(workspace, page="data").text("data")
    menu = page(workspace).text("filters")
    assert "Fix events/views.yaml before you save views: its problems" in menu
    assert "No saved views yet" not in menu
