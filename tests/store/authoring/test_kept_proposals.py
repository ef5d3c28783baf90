"""What was decided about proposals: remembered, whole, and no record."""

import pytest

from dashboard.store.authoring import ACCEPTED, REFUSED, decide_proposal, keep_answers, keep_proposals, read_proposals
from dashboard.store.authoring.kept_proposals import KeptProposals, ProposalsNotKept
from dashboard.store.loading import load
from tests.copying import write

PROPOSALS = ({"key": "abc", "title": "Der Hafen “schließt” 🚢"},)


def test_decisions_and_proposals_are_kept_beside_each_other(root):
    """Neither writes over the other, and the last decision counts."""
    assert read_proposals(root, "news") == KeptProposals()
    decide_proposal(root, "news", "abc", REFUSED)
    keep_proposals(root, "news", PROPOSALS)
    decide_proposal(root, "news", "def", ACCEPTED)
    decide_proposal(root, "news", "abc", ACCEPTED)
    assert read_proposals(root, "news") == KeptProposals({"abc": ACCEPTED, "def": ACCEPTED}, PROPOSALS)


def test_what_a_model_answered_is_kept_beside_the_decisions(root):
    """The next answers are in its place."""
    decide_proposal(root, "news", "abc", REFUSED)
    keep_answers(root, "news", [{"quote": "a"}], "m")
    keep_answers(root, "news", [{"quote": "b"}], "n")
    kept = read_proposals(root, "news")
    assert (kept.decided, kept.answers, kept.model) == ({"abc": REFUSED}, ({"quote": "b"},), "n")


def test_they_are_no_records_and_no_business_of_git(root):
    """Whoever reads the workspace passes over them."""
    keep_proposals(root, "news", PROPOSALS)
    assert load(root).problems == ()
    assert (root / ".dateline" / ".gitignore").read_text(encoding="utf-8").splitlines()[-1] == "*"


@pytest.mark.parametrize("source", ["../x", "a/b", "", "A", "x" * 81, "a.b"])
def test_what_is_no_id_is_no_file_of_proposals(root, source):
    """Nothing is written anywhere, and nothing is found."""
    with pytest.raises(ProposalsNotKept, match="not the id"):
        keep_proposals(root, source, PROPOSALS)
    assert read_proposals(root, source) == KeptProposals()
    assert not (root / ".dateline").exists()


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"decided": []}', '{"decided": {}, "proposals": 3}', '{"decided": 1}', "[" * 9999]
)
def test_what_somebody_else_wrote_there_decides_nothing(root, content):
    """It is passed over, and what is decided next is written over it."""
    write(root, ".dateline/proposals/news.json", content)
    assert read_proposals(root, "news") == KeptProposals()
    decide_proposal(root, "news", "abc", REFUSED)
    assert read_proposals(root, "news").decided == {"abc": REFUSED}


def test_a_link_out_of_the_workspace_is_not_followed(root, tmp_path_factory):
    """Nothing is written at its end."""
    outside = tmp_path_factory.mktemp("outside")
    (root / ".dateline").mkdir()
    (root / ".dateline" / "proposals").symlink_to(outside, target_is_directory=True)
    with pytest.raises(ProposalsNotKept, match="link out of the workspace"):
        decide_proposal(root, "news", "abc", REFUSED)
    assert list(outside.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told(root):
    """A file stands where the folder should be."""
    write(root, ".dateline/proposals", "")
    with pytest.raises(ProposalsNotKept, match="could not be written"):
        decide_proposal(root, "news", "abc", REFUSED)
