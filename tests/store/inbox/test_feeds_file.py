"""The list of feeds is read as strictly as a registry, with file, line and column of what is wrong."""

import pytest

from dashboard.store.inbox import FEEDS, dropped_files, read_feeds

FEED = 'port-news: {address: "https://www.example.org/news.xml", outlet: Port News}\n'


@pytest.fixture
def listed(empty_workspace):
    """Read a list of feeds."""

    def read(text):
        (empty_workspace / "inbox").mkdir(exist_ok=True)
        (empty_workspace / FEEDS).write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_feeds(empty_workspace)

    return read


def test_without_a_list_there_are_no_feeds(empty_workspace):
    """That is nothing wrong."""
    assert read_feeds(empty_workspace).feeds == {}
    assert read_feeds(empty_workspace).problems == ()


@pytest.mark.parametrize("text", [FEED, FEED.replace("\n", "\r\n"), f"\ufeff{FEED}", f"# Ours\n{FEED}"])
def test_a_list_is_read(listed, text):
    """With a byte order mark or ends of lines of Windows as well."""
    found = listed(text)
    assert found.problems == ()
    assert found.feeds["port-news"].outlet == "Port News"
    assert not found.feeds["port-news"].articles


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("port-news: {outlet: X}\n", (1, 12), "key-missing"),
        ('a: {address: "ftp://x.org/f", outlet: X}\n', (1, 14), "value-malformed"),
        ('a: {address: "https://x.org", outlet: X, adress: y}\n', (1, 42), "key-unknown"),
        ('a: {address: "https://x.org", outlet: NO, articles: "yes"}\n', (1, 53), "value-wrong-type"),
        ('A b: {address: "https://x.org", outlet: X}\n', (1, 1), "id-malformed"),
        ('a: {address: "https://x.org", outlet: X, reliability: {grade: Z}}\n', (1, 63), "value-not-in-vocabulary"),
        ("a: &x {}\nb: *x\n", (1, 4), "yaml-anchor"),
        (b"a: {outlet: caf\xe9}\n", (1, 16), "yaml-encoding"),
        ("- a\n", (1, 1), "yaml-top-level"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(listed, text, place, code):
    """The other feeds are read all the same."""
    found = listed(text)
    first = found.problems[0]
    assert first.file == FEEDS
    assert (first.line, first.column) == place
    assert first.code == code
    assert first.hint


def test_one_wrong_feed_takes_none_of_the_others(listed):
    """Each stands on its own."""
    found = listed(f"bad: {{outlet: X}}\n{FEED}")
    assert list(found.feeds) == ["port-news"]
    assert len(found.problems) == 1


def test_a_list_that_leads_out_is_not_read(empty_workspace, tmp_path):
    """A link could name any file."""
    (tmp_path / "feeds.yaml").write_text(FEED)
    (empty_workspace / "inbox").mkdir()
    (empty_workspace / FEEDS).symlink_to(tmp_path / "feeds.yaml")
    found = read_feeds(empty_workspace)
    assert found.feeds == {}
    assert [each.code for each in found.problems] == ["file-outside"]


def test_a_list_with_the_other_ending_is_told_of(empty_workspace):
    """It is not read, and it is no document that waits to be read either."""
    (empty_workspace / "inbox").mkdir()
    (empty_workspace / "inbox" / "feeds.yml").write_text(FEED)
    (problem,) = read_feeds(empty_workspace).problems
    assert (problem.file, problem.code) == ("inbox/feeds.yml", "file-not-read")
    assert "inbox/feeds.yaml" in problem.hint
    assert dropped_files(empty_workspace) == ((), ())
