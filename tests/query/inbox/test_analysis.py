"""A text beside a workspace: sources that share most with it come first, and names that several have name nobody."""

import pytest

from dashboard.checks.validation import validate
from dashboard.query.inbox import WorkspaceIndex, group_copies
from dashboard.store.source_description import description
from dashboard.store.source_files import store_source

PORT = (
    "The council of Lorne voted to lengthen the pier by forty metres, so that larger ships can land grain in winter. "
)
FERRY = (
    "The ferries of Balmore stay in port until Friday, and the company says that nobody was hurt in the storm at all. "
)


@pytest.fixture
def index(empty_workspace):
    """A workspace with two texts, and two people of one name."""
    for id_, text in (("ferry", FERRY * 3), ("port", PORT * 3)):
        store_source(empty_workspace, id_, text, description({"kind": "article"}, text))
    (empty_workspace / "events" / "registry").mkdir()
    (empty_workspace / "events" / "registry" / "actors.yaml").write_text(
        "ana-ruiz: {name: Ana Ruiz, kind: person}\nivan-ruiz: {name: Ivan Ruiz, kind: person}\n"
    )
    return WorkspaceIndex(validate(empty_workspace))


def test_sources_that_share_more_come_first(index):
    """And what neither has is the share that is new."""
    found = index.analyse("1", PORT + FERRY + PORT)
    assert found.overlaps == ("port", "ferry") or found.overlaps == ("ferry", "port")
    assert found.new_share == 0.0
    assert index.analyse("2", FERRY + "x" * 10).overlaps == ("ferry",)


def test_a_short_text_is_compared_too(index):
    """Many entries of feeds have one sentence."""
    assert index.analyse("1", PORT).new_share == 0.0
    assert index.analyse("2", "Nothing of this was ever said before by anybody in any text here.").new_share == 1.0


def test_a_name_of_several_names_nobody(index):
    """“Ruiz” alone may be either."""
    assert index.analyse("1", "Ruiz spoke.").actors == ()
    assert index.analyse("2", "Ana Ruiz spoke. Ivan Ruiz did not. Ana Ruiz left.").actors == ("ana-ruiz", "ivan-ruiz")


def test_an_empty_workspace_has_nothing_in_common(empty_workspace):
    """Everything is new."""
    found = WorkspaceIndex(validate(empty_workspace)).analyse("1", PORT)
    assert (found.new_share, found.overlaps, found.actors, found.threads) == (1.0, (), (), ())


def test_groups_name_items_and_sources_apart(index):
    """A group without an item is none of the inbox."""
    copy = (PORT * 3).replace("forty", "fifty")
    groups, compared = group_copies({"a": copy, "b": copy + "More.", "c": "Other words."}, index.validation)
    assert groups == ((("a", "b"), ("port",)),)
    again, _ = group_copies({"a": copy}, index.validation, compared)
    assert again == ((("a",), ("port",)),)
