"""Drafts that outlive the server: as they were told, whole, and for nobody else."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.store.authoring import DraftNotKept, KeptDraft, drop_draft, keep_draft, read_draft
from dashboard.store.loading import load
from tests.copying import write

FIELDS = {"title": "Der Hafen “schließt” 🚢", "claims": {"a": {"text": "x\ny"}}, "n": 1.5}


def test_a_draft_is_there_again_as_it_was(root):
    """And the next one is in its place."""
    assert read_draft(root, "news") is None
    keep_draft(root, "news", KeptDraft(FIELDS, "an-id", "a-folder", 7))
    assert read_draft(root, "news") == KeptDraft(FIELDS, "an-id", "a-folder", 7)
    keep_draft(root, "news", KeptDraft({}, "", "", 8))
    assert read_draft(root, "news").number == 8
    drop_draft(root, "news")
    drop_draft(root, "news")
    assert read_draft(root, "news") is None


def test_it_is_no_record_and_no_business_of_git(root):
    """Whoever reads the workspace passes over it."""
    keep_draft(root, "news", KeptDraft(FIELDS))
    assert load(root).problems == ()
    assert (root / ".dateline" / ".gitignore").read_text(encoding="utf-8").splitlines()[-1] == "*"


@pytest.mark.parametrize("source", ["../x", "a/b", "", "A", "CON", "x" * 81, "a.b"])
def test_what_is_no_id_is_no_file(root, source):
    """Nothing is written anywhere."""
    with pytest.raises(DraftNotKept, match="not the id"):
        keep_draft(root, source, KeptDraft(FIELDS))
    assert not (root / ".dateline").exists()


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"fields": []}', '{"fields": {}, "number": "x", "id": "", "folder": ""}', "[" * 9999]
)
def test_what_somebody_else_wrote_there_is_no_draft(root, content):
    """It is passed over, and the next draft is written over it."""
    write(root, ".dateline/drafts/news.json", content)
    assert read_draft(root, "news") is None
    keep_draft(root, "news", KeptDraft(FIELDS))
    assert read_draft(root, "news").fields == FIELDS


def test_a_link_out_of_the_workspace_is_neither_read_nor_written(root, tmp_path_factory):
    """A stranger's folder stays as it is."""
    outside = tmp_path_factory.mktemp("outside")
    (root / ".dateline").symlink_to(outside)
    with pytest.raises(DraftNotKept, match="link out of the workspace"):
        keep_draft(root, "news", KeptDraft(FIELDS))
    assert list(outside.iterdir()) == []
    assert read_draft(root, "news") is None


def test_a_draft_that_is_too_large_is_refused_and_the_one_before_stays(root):
    """A record of that size would not be read either."""
    keep_draft(root, "news", KeptDraft(FIELDS))
    with pytest.raises(DraftNotKept, match="limit"):
        keep_draft(root, "news", KeptDraft({"title": "x" * 1_100_000}))
    assert read_draft(root, "news").fields == FIELDS


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.dictionaries(st.text(), JSON, max_size=4))
def test_whatever_a_form_may_hold_comes_back(root, fields):
    """Any text that UTF-8 can write."""
    try:
        repr(fields).encode()
        str(fields).encode("utf-8")
    except UnicodeEncodeError:
        return
    keep_draft(root, "news", KeptDraft(fields))
    assert read_draft(root, "news").fields == fields
