"""Items of the inbox are kept one file each, whole or not at all, and what was decided about them is read back."""

import os
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.store.inbox import InboxNotChanged, change_item, item_id, item_text, read_items, store_item
from dashboard.store.inbox.item_files import item_of

TEXT = "The pier opens. Größe 東京 😀\n"


def test_an_item_is_stored_once(empty_workspace):
    """The text is byte for byte what was given, beside what is known of it; a second time nothing is written."""
    known = {"title": "The pier", "published": "2025-09-04", "received": "2025-09-05"}
    assert store_item(empty_workspace, TEXT, known)
    assert not store_item(empty_workspace, TEXT, {"title": "Another"})
    id_ = item_id(TEXT)
    files = {path.name for path in (empty_workspace / "inbox" / "items").iterdir()}
    assert files == {f"{id_}.txt", f"{id_}.yaml"}
    assert (empty_workspace / "inbox" / "items" / f"{id_}.txt").read_bytes() == TEXT.encode()
    read = read_items(empty_workspace)
    assert read.problems == ()
    assert read.items[id_].title == "The pier"
    assert item_text(empty_workspace, id_) == TEXT


def test_what_a_description_refuses_is_left_out(empty_workspace):
    """A document may say anything of itself: a bad date or an empty title is no reason to lose its text."""
    known = {
        "title": " ",
        "published": "yesterday",
        "language": "Engl!",
        "url": "javascript:alert(1)",
        "outlet": "Post",
    }
    assert store_item(empty_workspace, TEXT, known)
    item = read_items(empty_workspace).items[item_id(TEXT)]
    assert item.model_dump(exclude_defaults=True, exclude={"id"}) == {"outlet": "Post"}


def test_a_decision_stands_until_it_is_taken_back(empty_workspace):
    """An item is set aside, or the same as a source, or neither; what else is known of it stays."""
    store_item(empty_workspace, TEXT, {"title": "The pier"})
    id_ = item_id(TEXT)
    change_item(empty_workspace, id_, {}, set_aside="Opinion")
    change_item(empty_workspace, id_, {}, set_aside="Opinion")
    with pytest.raises(InboxNotChanged, match=f"decided already, as set aside: Opinion.*dateline inbox reopen {id_}"):
        change_item(empty_workspace, id_, {}, same_as="gazette")
    change_item(empty_workspace, id_, {})
    change_item(empty_workspace, id_, {}, same_as="gazette")
    item = read_items(empty_workspace).items[id_]
    assert (item.title, item.set_aside, item.same_as, item.is_open) == ("The pier", None, "gazette", False)
    change_item(empty_workspace, id_, {})
    assert read_items(empty_workspace).items[id_].is_open


@settings(max_examples=60)
@given(reason=st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=300))
def test_a_reason_is_read_back_as_it_was(tmp_path_factory, reason):
    """Whatever somebody writes is either refused with a sentence, or stands in the file as it was written."""
    root = tmp_path_factory.mktemp("inbox")
    for folder in ("seeds", "events"):
        (root / folder).mkdir()
    is_refused = False
    try:
        change_item(root, "0123456789abcdef", {"title": "x"}, set_aside=reason)
    except InboxNotChanged:
        is_refused = True
    if is_refused:
        assert not reason.strip() or not reason.isprintable()
        assert not (root / "inbox").exists()
        return
    read = read_items(root)
    assert read.problems == ()
    assert read.items["0123456789abcdef"].set_aside == reason


def test_a_record_with_two_decisions_is_refused_with_its_line(empty_workspace):
    """A merge of two people's decisions is a question for them, and not for the program."""
    folder = empty_workspace / "inbox" / "items"
    folder.mkdir(parents=True)
    (folder / "0123456789abcdef.yaml").write_text('set_aside: "no"\nsame_as: gazette\n')
    read = read_items(empty_workspace)
    (problem,) = read.problems
    assert "set aside: “no”" in problem.message
    assert problem.file == "inbox/items/0123456789abcdef.yaml"
    assert read.items == {}
    with pytest.raises(InboxNotChanged, match="Fix it first"):
        change_item(empty_workspace, "0123456789abcdef", {}, set_aside="x")
    assert (folder / "0123456789abcdef.yaml").read_text() == 'set_aside: "no"\nsame_as: gazette\n'


def test_a_text_that_was_altered_is_not_the_items(empty_workspace):
    """The item is named after its text: another text is another item."""
    store_item(empty_workspace, TEXT, {})
    (empty_workspace / "inbox" / "items" / f"{item_id(TEXT)}.txt").write_text("Other words")
    assert item_text(empty_workspace, item_id(TEXT)) is None


@pytest.mark.parametrize("link", ["inbox", "inbox/items"])
def test_nothing_is_written_out_of_the_workspace(empty_workspace, tmp_path, link):
    """A link that leads out is refused, and what it leads to stays empty."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (empty_workspace / link).parent.mkdir(exist_ok=True)
    (empty_workspace / link).symlink_to(outside)
    with pytest.raises(InboxNotChanged, match="link out of the workspace"):
        store_item(empty_workspace, TEXT, {})
    assert list(outside.iterdir()) == []
    assert read_items(empty_workspace).items == {}


@pytest.mark.parametrize("file", ["inbox", "inbox/items"])
def test_a_file_in_place_of_the_folder_is_a_sentence(empty_workspace, file):
    """It is not touched."""
    (empty_workspace / file).parent.mkdir(exist_ok=True)
    (empty_workspace / file).write_text("mine")
    with pytest.raises(InboxNotChanged, match="is a file, but has to be a folder"):
        store_item(empty_workspace, TEXT, {})
    assert (empty_workspace / file).read_text() == "mine"
    assert read_items(empty_workspace).items == {}


@pytest.mark.parametrize("id_", ["../../x", "con", "", "0123456789ABCDEF", "a" * 300])
def test_only_the_id_of_an_item_names_a_file(empty_workspace, id_):
    """Nothing else reaches the name of a file."""
    with pytest.raises(InboxNotChanged, match="not the id of an item"):
        change_item(empty_workspace, id_, {}, set_aside="x")
    assert not (empty_workspace / "inbox").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_a_sentence(empty_workspace):
    """Nothing is left behind."""
    (empty_workspace / "inbox").mkdir()
    (empty_workspace / "inbox").chmod(0o500)
    try:
        with pytest.raises(InboxNotChanged, match="permission denied"):
            store_item(empty_workspace, TEXT, {})
    finally:
        (empty_workspace / "inbox").chmod(0o700)
    assert list((empty_workspace / "inbox").iterdir()) == []


def test_a_record_that_cannot_be_written_leaves_no_text_behind(empty_workspace, monkeypatch):
    """Both files are there, or neither."""
    from dashboard.store.inbox import item_files

    written = []

    def write_new(path, content):
        written.append(path.name)
        if path.suffix == ".yaml":
            raise OSError(28, "No space left on device")
        path.write_text(content)

    monkeypatch.setattr(item_files, "write_new", write_new)
    with pytest.raises(InboxNotChanged, match="the disk is full"):
        store_item(empty_workspace, TEXT, {})
    assert len(written) == 2
    assert list((empty_workspace / "inbox" / "items").iterdir()) == []


def test_two_who_decide_at_once_lose_nothing(empty_workspace):
    """Each item has a file of its own, and the lock lets one write at a time."""
    texts = [f"Text {number}\n" for number in range(20)]
    threads = [threading.Thread(target=store_item, args=(empty_workspace, text, {"title": text})) for text in texts * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    read = read_items(empty_workspace)
    assert {*read.items} == {item_id(text) for text in texts} == read.with_text
    assert read.problems == ()


def test_a_decision_that_cannot_be_written_is_told_and_not_left_out():
    """What a document says may be dropped; what somebody decided never is."""
    with pytest.raises(InboxNotChanged, match="same as"):
        item_of("0123456789abcdef", {"same_as": "Not An Id"})


def test_a_text_without_its_record_is_an_item_all_the_same(empty_workspace, monkeypatch):
    """A process may have been killed between both; and the text stays if the record cannot be written then."""
    from dashboard.store.inbox import item_files

    folder = empty_workspace / "inbox" / "items"
    folder.mkdir(parents=True)
    (folder / f"{item_id(TEXT)}.txt").write_text(TEXT)
    assert read_items(empty_workspace).items[item_id(TEXT)].is_open

    def refuse(*_args):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(item_files, "write_new", refuse)
        with pytest.raises(InboxNotChanged):
            store_item(empty_workspace, TEXT, {"title": "x"})
    assert (folder / f"{item_id(TEXT)}.txt").read_text() == TEXT
    assert store_item(empty_workspace, TEXT, {"title": "x"})
    assert read_items(empty_workspace).items[item_id(TEXT)].title == "x"
