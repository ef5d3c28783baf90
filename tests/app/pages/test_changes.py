"""What the Changes page says, in each state."""

import datetime as dt
import shutil
from html.parser import HTMLParser

import pytest

from dashboard.query.changes import named_state
from tests.clock import NOW
from tests.copying import edit

TODAY = NOW.date()  # of the history: in UTC
WEEK = TODAY - dt.timedelta(days=7)
BRIEFING = "us-troops-in-ecuador"
CLOSED = "events/ecuador/us-base-closed.yaml"
NEW = """\
title: %s
commitment: {level: underway, claims: [told]}
when: {assessed: {date: %r, basis: external, sources: [voa]}}
claims: {told: {text: It was told., sources: [voa]}}
"""


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


def later(root):
    """What happens to the seed."""
    folder = root / "events" / "ecuador"
    (folder / "left.yaml").write_text(NEW % ("It goes <b>on</b>", TODAY.isoformat()), encoding="utf-8")
    (folder / "late.yaml").write_text(NEW % ("Learned late", "2008"), encoding="utf-8")
    (folder / "us-base-notice.yaml").unlink()
    edit(root, CLOSED, 'date: "2009-09-18"', 'date: "2009-09-17"')
    edit(root, "events/ecuador/us-troop-talks.yaml", "level: discussed", "level: agreed")
    edit(root, "events/ecuador/us-troop-talks.yaml", "exact: >-\n", "exact: >-\n          Surely\n")


@pytest.fixture
def root(workspace, committed):
    """The seed as it was two weeks ago, with a file that could not be read then, and as it became since."""
    (workspace / "events" / "ecuador" / "broken.yaml").write_text("title: [", encoding="utf-8")
    committed(workspace, (TODAY - dt.timedelta(days=14)).isoformat())
    (workspace / "events" / "ecuador" / "broken.yaml").write_text(NEW % ("Mended", "2008"), encoding="utf-8")
    later(workspace)
    return workspace


def changes(page, workspace, **query):
    return page(workspace, page="changes", **query)


def test_without_a_choice_the_last_week_is_told(page, root):
    """What happened since apart from what was learned since, with the state that is compared with, and sums."""
    seen = changes(page, root)
    assert f'value="{WEEK.isoformat()}"' in seen.data("since")["html"]
    head = seen.text("head")
    assert "What changed Since the end of " in head
    assert "Happened since 1 Learned since 1 Changed 2 Removed 1 Questions 0" in head
    told = seen.text("changes")
    assert "Happened since: after" in told
    assert "It goes <b>on</b> not checkable underway" in told
    assert "Learned since: happened by" in told
    assert "Removed 1 us-base-notice: Ecuador gives notice" in told
    assert "Not compared 1 events/ecuador/broken.yaml: could not be read then" in told
    assert f"./changes?event=left&amp;since={WEEK.isoformat()}" in seen.data("changes")["html"]
    assert [each.proto.label for each in seen.test.get("download_button")] == ["Changes (Atom)"]


def test_before_and_after_stand_side_by_side_with_their_marks(page, root):
    """What differs is underlined; verdicts that fared alike stand together."""
    seen = changes(page, root)
    told = seen.text("changes")
    assert "commitment verified discussed failed agreed" in told
    assert "assessed date external 18 September 2009 external 17 September 2009" in told
    fallen = 7
    before, after = (" ".join([word] * (fallen + 1)) for word in ("verified", "failed"))
    assert f": verdict its quotes changed {before} {after}" in told
    assert '<span class="dl-differs">17</span>' in seen.data("changes")["html"]


def test_marks_of_both_states_lead_to_words(page, root):
    """Those of now to the quote in its text, those of before to the quote as it was; each claim's has its name."""
    links = Links(changes(page, root, since="HEAD").data("changes")["html"]).found
    of_source = "page=sources&source=us-troops-ecuador&quote=us-troop-talks%2F"
    assert links["verified, observers, before: to the words as they were"] == f"{of_source}observers%2F0&since=HEAD"
    assert links["failed, observers: to the words"] == f"{of_source}observers%2F0"
    assert links["external, before: to the source"] == "page=sources&source=ap-2009-09-18&since=HEAD"


def test_a_place_leads_to_the_source_that_says_where_it_is(page, root):
    """There is no page of places."""
    edit(root, "events/registry/places.yaml", "latitude: -0.9461", "latitude: -0.9462")
    links = Links(changes(page, root, since="HEAD").data("changes")["html"]).found
    assert links["external, OurAirports: to the source"] == "page=sources&source=ourairports"


def test_the_words_of_before_are_told_with_what_became_of_them(page, root):
    """A quote that was changed stands in the text: there it is marked. A text that was changed, or is gone, says so."""
    asked = {"page": "sources", "source": "us-troops-ecuador", "since": "HEAD", "quote": "us-troop-talks/observers/0"}
    seen = page(root, **asked)
    told = seen.text("sources")
    assert "Before As of " in told
    assert "Rubio and Sommerfeld meet the press, verified then. “The announcement has sparked" in told
    assert "The words are in the current text: they are marked below." in told
    assert "dl-target" in seen.data("sources")["html"].partition('data-arrive="center"')[0].rpartition("<")[2]
    edit(root, "seeds/us-troops-ecuador.txt", "has sparked immediate", "sparked immediate")
    told = page(root, **asked).text("sources")
    assert "verified then. “The announcement has sparked" in told
    assert "The text has changed since: these words are no longer in it." in told
    (root / "seeds/us-troops-ecuador.txt").unlink()
    assert "The text is no longer held" in page(root, **asked).text("sources")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"quote": "us-troop-talks/observers/7"}, "There was no such quote of this source then."),
        (
            {"quote": "us-troop-talks/observers/0", "since": "nowhere"},
            "“nowhere” is not a revision in this repository",
        ),
        ({"source": "voa"}, "it was described as: Helping Ecuador Fight Narcoterrorists, article, Sept 2025"),
    ],
)
def test_words_of_before_that_cannot_be_had_are_told(page, root, asked, told):
    """No such quote, no such state, and a source that is not described any more."""
    (root / "seeds" / "voa.yaml").unlink()
    given = {"page": "sources", "source": "us-troops-ecuador", "since": "HEAD", **asked}
    assert told in page(root, **given).text("sources")


def test_the_card_opens_beside_the_lists(page, root):
    """The address has both."""
    seen = changes(page, root, event="left", since="HEAD")
    assert "It goes <b>on</b>" in seen.text("card")
    assert seen.data("bar")["escapes"]
    assert "event=left&amp;since=HEAD" in seen.data("changes")["html"]


def test_the_field_takes_a_day_a_revision_or_a_briefing(page, root, git):
    """Presets that there is no state for are not offered; commits and briefings are."""
    head = git(root, "rev-parse", "HEAD").strip()
    assert f"commit {head[:12]}" in changes(page, root, since=head[:12]).text("head")
    since = changes(page, root, since=TODAY.isoformat()).text("since")
    assert "Last week The last commit The first commit Briefings 1" in since
    assert "Last month" not in since
    assert "Commits 1 As of " in since
    of_briefing = changes(page, root, since=BRIEFING).text("head")
    assert f"Since the briefing {BRIEFING}, as of 31 December 2025: commit {head[:12]}" in of_briefing


@pytest.mark.parametrize("since", ["<b>no</b>", "2001-01-01"])
def test_what_no_state_answers_to_is_said_calmly(page, root, since):
    """And the field keeps what was written."""
    seen = changes(page, root, since=since)
    assert since in seen.text("head")
    assert "changes" not in seen.keys
    assert "First" not in seen.text("head")


def test_nothing_changed_is_said(page, workspace, committed):
    """Since when."""
    committed(workspace, "2026-01-05")
    assert changes(page, workspace, since="HEAD").text("changes") == "Nothing changed since 5 January 2026."


@pytest.mark.parametrize("since", [WEEK.isoformat(), BRIEFING])
def test_a_question_is_told_in_words_and_leads_to_its_thread_and_answer(page, root, since):
    """From the history, and by a briefing's hashes."""
    answers = 'answers: [{question: us-ecuador-basing/drones-delivered, outcome: "yes", claims: [told]}]\n'
    came = root / "events" / "ecuador" / "came.yaml"
    came.write_text(NEW % ("The drones came", TODAY.isoformat()) + "threads: [us-ecuador-basing]\n" + answers)
    seen = changes(page, root, since=since)
    told = "Will the drones for Ecuador’s navy be delivered? not checkable Answered: yes, by The drones came"
    assert f"{told} · U.S. troops in Ecuador" in seen.text("changes")
    assert "us-ecuador-basing/drones-delivered" not in seen.text("changes")
    html = seen.data("changes")["html"]
    assert "./threads?thread=us-ecuador-basing" in html
    assert f"./changes?event=came&amp;since={since}" in html


def test_without_git_it_says_what_to_do_and_takes_a_briefing(page, workspace):
    """Its hashes tell what is new, gone and changed; not what it was."""
    seen = changes(page, workspace)
    assert "This workspace is not in a git repository" in seen.text("head")
    assert f"since={BRIEFING}" in seen.data("head")["html"]
    assert "Briefings 1" in seen.text("since")
    assert "`" not in seen.text("head")
    file = workspace / "events" / "briefings" / f"{BRIEFING}.yaml"
    stored = file.read_text(encoding="utf-8")
    (file.parent / "stores-nothing.yaml").write_text(stored.partition("built_on:")[0], encoding="utf-8")
    assert "stores-nothing" not in changes(page, workspace).data("head")["html"]
    (file.parent / "stores-nothing.yaml").unlink()
    assert "Commits" not in seen.text("since")
    nothing = "Nothing that the briefing is based on changed since 31 December 2025."
    assert changes(page, workspace, since=BRIEFING).text("changes") == nothing
    later(workspace)
    seen = changes(page, workspace, since=BRIEFING, event="us-base-closed")
    assert "They do not show what a changed record said before" in seen.text("head")
    told = seen.text("changes")
    assert "Removed 1 us-base-notice (title unknown)" in told
    assert "The U.S. base in Ecuador closes Before After assessed date unknown external 17 September 2009" in told
    assert "Rubio and Sommerfeld meet the press Before After" in told
    assert "commitment unknown failed agreed" in told
    assert "The U.S. base in Ecuador closes" in seen.text("card")


@pytest.mark.proof
def test_a_shallow_clone_says_where_it_begins(page, root, git, tmp_path, committed):
    """The first commit that it has is offered as such."""
    committed(root, (TODAY - dt.timedelta(days=10)).isoformat())
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{root}", tmp_path / "shallow")
    seen = changes(page, tmp_path / "shallow", since="2020-01-01")
    assert "this clone is shallow and goes back only to" in seen.text("head")
    assert "The first commit in this shallow clone" in seen.text("since")


def test_filters_hold_for_what_is_new_or_changed(page, root):
    """What is gone cannot be filtered, and is told."""
    seen = changes(page, root, show="thread:us-ecuador-basing")
    told = seen.text("changes")
    assert "The filters apply to new and changed events only" in seen.text("head")
    assert "It goes" not in told
    assert "The U.S. base in Ecuador closes" in told
    assert "Removed 1" in told


def test_a_state_of_the_history_is_read_once(page, root, monkeypatch):
    """However often the page is drawn; a change of the files is compared with what is kept."""
    read = []
    kept = named_state.validate
    monkeypatch.setattr(named_state, "validate", lambda *given: read.append(given) or kept(*given))
    changes(page, root)
    changes(page, root, event="left")
    edit(root, CLOSED, "title: ", "title: Really, ")
    assert "Really, The U.S. base" in changes(page, root).text("changes")
    assert len(read) == 1


def test_a_workspace_that_git_does_not_have_yet_says_so(page, root, tmp_path, git):
    """A repository without a commit, or with none of these files."""
    shutil.rmtree(root / ".git")
    git(root, "init", "--quiet")
    assert "Nothing in this workspace is committed yet" in changes(page, root).text("head")


def test_as_reported_dates_are_told_as_assessed(page, root):
    """What is new in the world goes by them, and so do their marks; it says so."""
    seen = changes(page, root, as_="reported")
    assert "are shown as assessed" in seen.text("head")
    assert "external 2008 Learned late not checkable underway" in seen.text("changes")
