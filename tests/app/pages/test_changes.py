"""The Changes page: where its words lead, which states it offers, and how often it reads one."""

import datetime as dt
import shutil
from html.parser import HTMLParser

import pytest

from dashboard.query.changes import states
from tests.clock import NOW
from tests.copying import edit

WEEK = NOW.date() - dt.timedelta(days=7)  # the history's days are in UTC
BRIEFING = "us-troops-in-ecuador"
CLOSED = "events/ecuador/us-base-closed.yaml"


class Links(HTMLParser):
    """Where links with a name of their own lead, by that name."""

    def __init__(self, html):
        super().__init__()
        self.found = {}
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "a" and "aria-label" in given:
            self.found[given["aria-label"]] = given["data-value"]


@pytest.fixture
def root(world, git):
    """The seed as it was in November 2026, with a file that could not be read then, and as it became since."""
    return world("later")


def changes(page, workspace, **query):
    return page(workspace, page="changes", **query)


def test_without_a_choice_the_last_week_is_compared_with(page, root):
    """It stands in the field and in every link; what differs is underlined; the feed can be taken away."""
    seen = changes(page, root)
    assert 'value="7 days"' in seen.data("since")["html"]
    html = seen.data("changes")["html"]
    assert "./changes?event=left&amp;since=7+days" in html
    assert "./threads?thread=us-ecuador-basing" in html
    assert '<span class="dl-differs">17</span>' in html
    assert [each.proto.label for each in seen.test.get("download_button")] == ["Changes (Atom)"]


def test_marks_of_both_states_lead_to_words(page, root):
    """Those of now to the quote in its text, those of before to the quote as it was; a place's to its source."""
    edit(root, "events/registry/places.yaml", "latitude: -0.9461", "latitude: -0.9462")
    links = Links(changes(page, root, since="HEAD").data("changes")["html"]).found
    of_source = "page=sources&source=us-troops-ecuador&quote=us-troop-talks%2F"
    assert links["quote found, observers, before: to the words as they were"] == f"{of_source}observers%2F0&since=HEAD"
    assert links["quote not found, observers: to the words"] == f"{of_source}observers%2F0"
    assert links["from another source, before: to the source"] == "page=sources&source=ap-2009-09-18&since=HEAD"
    assert links["from another source, OurAirports: to the source"] == "page=sources&source=ourairports"


def test_words_of_before_that_stand_in_the_text_are_arrived_at(page, root):
    """The golden pages hold what is told of them."""
    asked = {"page": "sources", "source": "us-troops-ecuador", "since": "HEAD", "quote": "us-troop-talks/observers/0"}
    html = page(root, **asked).data("sources")["html"]
    assert "dl-target" in html.partition('data-arrive="center"')[0].rpartition("<")[2]


def test_the_card_opens_beside_the_lists(page, root):
    """The address has both."""
    seen = changes(page, root, event="left", since="HEAD")
    assert "It goes <b>on</b>" in seen.text("card")
    assert seen.data("bar")["escapes"]
    assert "event=left&amp;since=HEAD" in seen.data("changes")["html"]


def test_the_field_takes_a_revision(page, root, git):
    """In short, too."""
    head = git(root, "rev-parse", "HEAD").strip()
    assert f"commit {head[:12]}" in changes(page, root, since=head[:9]).text("head")


def test_without_git_only_briefings_that_store_their_state_are_offered(page, workspace):
    """As links, and nothing is set as code."""
    file = workspace / "events" / "briefings" / f"{BRIEFING}.yaml"
    stored = file.read_text(encoding="utf-8").partition("built_on:")[0]
    (file.parent / "stores-nothing.yaml").write_text(stored, encoding="utf-8")
    head = changes(page, workspace).data("head")["html"]
    assert [f"since={BRIEFING}" in head, "stores-nothing" in head, "`" in head] == [True, False, False]


@pytest.mark.proof
def test_a_shallow_clone_says_where_it_begins(page, root, git, tmp_path, committed):
    """The first commit that it has is offered as such."""
    committed(root, "2026-11-20")
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{root}", tmp_path / "shallow")
    seen = changes(page, tmp_path / "shallow", since="2020-01-01")
    assert "this clone is shallow and goes back only to" in seen.text("head")
    assert "The first commit in this shallow clone" in seen.text("since")


def test_a_state_of_the_history_is_read_once(page, root, monkeypatch):
    """However often the page is drawn; a change of the files is compared with what is kept."""
    read = []
    kept = states.validate
    monkeypatch.setattr(states, "validate", lambda *given: read.append(given) or kept(*given))
    changes(page, root)
    changes(page, root, event="left")
    edit(root, CLOSED, "title: ", "title: Really, ")
    assert "Really, The U.S. base" in changes(page, root).text("changes")
    assert len(read) == 1


def test_a_workspace_that_git_does_not_have_yet_says_so(page, root, git):
    """A repository without a commit, or with none of these files."""
    shutil.rmtree(root / ".git")
    git(root, "init", "--quiet")
    assert "Nothing in this workspace is committed yet" in changes(page, root).text("head")
