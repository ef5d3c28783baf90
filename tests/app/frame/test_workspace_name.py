"""The workspace's name and summary, as the page shows them."""

import json

import pytest

from dashboard.app.frame.workspace_name import SHORT, name_and_summary, tab_title, wordmark
from dashboard.store.loading import load

HOSTILE = {
    "markup": "</h2><script>alert(1)</script> **bold** [a](javascript:b) &amp;",
    "right to left": "אקוודור חתמה על הסכם",
    "override": "gnp\u202eexe",
    "emoji": "👩‍👩‍👧‍👦 🇪🇨 bases",
    "long": "Donaudampfschifffahrt" * 20,
}


def name(workspace, title, summary=None):
    """Write the file."""
    told = {"title": title} | ({"summary": summary} if summary else {})
    (workspace / "events/workspace.yaml").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_whatever_the_name_it_is_shown_as_text(page, read, workspace, words):
    """In the bar, at the head and in the overview, whole; with what turns or hides written out."""
    name(workspace, words, words)
    shown = words.replace("\u202e", "[U+202E]")
    seen = page(workspace)
    for part in ("bar", "filters", "card"):
        assert shown in seen.text(part)
        assert "script" not in read(seen.data(part)["html"]).tags
    assert tab_title("Events", words) == f"Events · {shown}"


def test_without_a_file_the_folder_names_the_workspace(page, workspace):
    """And there is no summary."""
    (workspace / "events/workspace.yaml").unlink()
    seen = page(workspace)
    assert all(workspace.name in seen.text(part) for part in ("bar", "filters", "card"))
    assert "dl-summary" not in seen.data("card")["html"]


def test_the_counts_come_after_what_the_workspace_is_about(page, root):
    """The name, the summary, how many events there are, where threads stand, what is new and open; then the claims."""
    text = page(root).text("card")
    told = (
        "U.S. bases abroad", "The U.S. base in Ecuador that", "events in 2 threads", "Where threads stand 2",
        "U.S. troops in Ecuador 12", "underway", "values differ", "Latest", "Open questions", "Claims 52",
    )  # fmt: skip
    order = [text.index(each) for each in told]
    assert order == sorted(order)


def test_every_page_has_the_name_in_its_bar(page, root):
    """While an event is selected, too."""
    for where in ("", "events", "data", "help"):
        assert "U.S. bases abroad" in page(root, page=where, event="us-base-closed").text("bar")


@pytest.mark.parametrize(("length", "folds"), [(SHORT, False), (SHORT + 1, True)])
def test_a_long_summary_is_folded_and_whole(workspace, read, length, folds):
    """A press shows what was cut; all of it is there to be read out and searched."""
    name(workspace, "Bases", "x" * length)
    seen = read(name_and_summary(load(workspace)).html)
    assert ("details" in seen.tags) is folds
    assert "x" * length in seen.text


def test_a_name_that_the_bar_cuts_is_told_whole_by_its_title(read):
    """For whoever points at it."""
    assert ("title", "Bases " * 30 + "abroad") in read(wordmark("Bases " * 30 + "abroad").html).attributes
