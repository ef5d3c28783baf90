"""The inbox is checked beside the records: its list of feeds, and what is kept of its items."""

import pytest

from dashboard.checks.inbox import check_inbox
from dashboard.checks.validation import validate

ITEM = "inbox/items/0123456789abcdef.yaml"
FEED = 'port-news: {address: "https://www.example.org/news.xml", outlet: Port News}\n'


@pytest.fixture
def checked(workspace):
    """Check an inbox with these files."""

    def check(files):
        (workspace / "inbox" / "items").mkdir(parents=True)
        for file, text in files.items():
            (workspace / file).write_text(text, encoding="utf-8")
        return check_inbox(validate(workspace).corpus)

    return check


@pytest.mark.parametrize(
    ("file", "text", "code", "place"),
    [
        ("inbox/feeds.yaml", "port-news: {outlet: X}\n", "key-missing", (1, 12)),
        ("inbox/feeds.yaml", "- a\n", "yaml-top-level", (1, 1)),
        ("inbox/feeds.yml", FEED, "file-not-read", (1, 1)),
        (ITEM, "titel: X\n", "key-unknown", (1, 1)),
        (ITEM, "received: 2026-03-03\n", "date-not-quoted", (1, 11)),
        (ITEM, "source: us-troops-ecuador\nset_aside: old\n", "item-decided-twice", (1, 1)),
        (ITEM, 'title: "A"\nsource: no-such-source\n', "source-unknown", (2, 9)),
        (ITEM, 'title: "A"\nsame_as: no-such-source\n', "source-unknown", (2, 10)),
    ],
)
def test_what_is_wrong_is_told_at_its_place(checked, file, text, code, place):
    """The place is that of the key or value, as in any file of the workspace; the file counts as looked at."""
    found = checked({file: text})
    (problem,) = found.problems
    assert (problem.file, problem.code, (problem.line, problem.column)) == (file, code, place)
    assert file in found.files


def test_an_inbox_that_is_right_has_no_problem(checked, workspace):
    """Its documents are not opened, whatever they hold."""
    source = next(iter(sorted(workspace.glob("seeds/*.yaml")))).stem
    found = checked({"inbox/feeds.yaml": FEED, ITEM: f"source: {source}\n", "inbox/a.pdf": "no PDF"})
    assert found.problems == ()
    assert found.files == {"inbox/feeds.yaml", ITEM}
    assert found.skipped == frozenset()


def test_files_that_cannot_be_used_are_counted(checked):
    """A list of which one feed is right can be used."""
    found = checked({"inbox/feeds.yaml": f"bad: {{outlet: X}}\n{FEED}", ITEM: "titel: X\n"})
    assert found.skipped == {ITEM}


def test_two_decisions_name_both_files(checked):
    """And which lines there are to choose from."""
    (problem,) = checked({ITEM: "source: ms-suez\nsame_as: us-troops-ecuador\n"}).problems
    assert "(seeds/ms-suez.yaml)" in problem.message
    assert "(seeds/us-troops-ecuador.yaml)" in problem.message
    assert "`source: ms-suez` or `same_as: us-troops-ecuador`" in problem.hint
    assert ITEM in problem.hint
