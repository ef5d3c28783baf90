"""An item becomes a source when somebody accepts it: once, with what is known of it, and nothing half done."""

import pytest

from dashboard.checks.validation import validate
from dashboard.errors import DatelineError
from dashboard.exchange.documents import GivenDocument
from dashboard.exchange.inbox import accept_item, fetch_article, fetch_feeds, read_inbox, set_aside, take_in
from dashboard.model.inbox import Feed
from dashboard.store.tree import tree_of
from tests.exchange.inbox.conftest import DISPATCH
from tests.exchange.inbox.feeds import ANSWERS

TEXT = "The pier of Lorne opens again.\n"


def test_a_source_has_what_is_known_of_the_item(stored):
    """And of the feed that brought it, how reliable that is."""
    about = {
        "title": "Pier opens",
        "outlet": "Port News",
        "published": "2025-09-04",
        "url": "https://www.example.org/1",
    }
    take_in(stored, GivenDocument("", TEXT.encode()), {**about, "kind": "article", "language": "en", "feed": "port"})
    (entry,) = read_inbox(stored).entries
    feed = Feed.model_validate(
        {
            "id": "port",
            "address": "https://x.org",
            "outlet": "Port News",
            "reliability": {"grade": "C", "reason": 'A "bias".'},
        }
    )
    made = accept_item(stored, entry, feed)
    assert made.id == "pier-opens"
    assert made.files == ("seeds/pier-opens.txt", "seeds/pier-opens.yaml")
    validation = validate(stored)
    assert [problem for problem in validation.problems if "pier-opens" in problem.file] == []
    source = validation.workspace.sources["pier-opens"]
    assert (source.title, source.outlet, source.published.text) == ("Pier opens", "Port News", "2025-09-04")
    assert (source.kind, source.language, source.url) == ("article", "en", "https://www.example.org/1")
    assert (source.reliability.grade, source.reliability.reason) == ("C", 'A "bias".')
    assert source.accessed is not None
    assert validation.workspace.texts["pier-opens"] == TEXT
    assert read_inbox(stored).entries[0].item.source == "pier-opens"


def test_a_text_that_is_stored_makes_no_second_source(stored):
    """The item says which source has it."""
    take_in(stored, GivenDocument("again.txt", DISPATCH.encode()))
    (entry,) = read_inbox(stored).entries
    made = accept_item(stored, entry)
    assert (made.id, made.files) == ("dispatch", ())
    assert tree_of(stored).texts == ["seeds/dispatch.txt"]
    assert read_inbox(stored).entries[0].item.source == "dispatch"


def test_a_near_copy_is_told_of(stored):
    """Two outlets with one dispatch are one origin: somebody should say so."""
    take_in(stored, GivenDocument("copy.txt", DISPATCH.replace("Tuesday", "Monday").encode()))
    made = accept_item(stored, read_inbox(stored).entries[0])
    assert any("dispatch" in remark for remark in made.remarks)


@pytest.mark.parametrize("name", ["CON", "../../x", "😀", "n" * 300, "東京.txt"])
def test_a_source_has_a_name_that_every_system_takes(stored, name):
    """Whatever the document was called."""
    take_in(stored, GivenDocument(name, TEXT.encode(), "txt"))
    made = accept_item(stored, read_inbox(stored).entries[0])
    assert made.id not in ("con", "x/..")
    assert (stored / "seeds" / f"{made.id}.txt").read_text() == TEXT
    assert len(made.id) <= 80


def test_a_wrong_id_is_refused_before_anything_is_written(stored):
    """The item stays open."""
    take_in(stored, GivenDocument("a.txt", TEXT.encode()))
    (entry,) = read_inbox(stored).entries
    for id_ in ("A b", "con", "dispatch"):
        with pytest.raises(DatelineError):
            accept_item(stored, entry, None, id_)
    assert tree_of(stored).texts == ["seeds/dispatch.txt"]
    assert read_inbox(stored).entries[0].item.is_open


def test_the_article_of_an_item_stands_in_its_place(stored, hostile):
    """The feed's words are listed no more, and what the feed says of it is kept."""
    feed = Feed(id="port", address=hostile.url("/feed/articles"), outlet="Port News")
    fetch_feeds(stored, [feed], allow_private=True)
    entry = next(each for each in read_inbox(stored).entries if each.title == "Pier")
    taken = fetch_article(stored, entry, allow_private=True)
    items = {each.id: each.item for each in read_inbox(stored).entries}
    assert items[entry.id].article == taken.id
    assert items[taken.id].is_open
    assert (items[taken.id].title, items[taken.id].outlet, items[taken.id].feed) == (
        "The pier opens",
        "Port News",
        "port",
    )
    assert "/article" in ANSWERS


def test_an_article_that_cannot_be_fetched_changes_nothing(stored, hostile):
    """The item stays as it was."""
    take_in(stored, GivenDocument("", TEXT.encode()), {"url": hostile.url("/missing")})
    (entry,) = read_inbox(stored).entries
    with pytest.raises(DatelineError, match="404"):
        fetch_article(stored, entry, allow_private=True)
    assert read_inbox(stored).entries == (entry,)


def test_a_decided_item_makes_no_source(stored):
    """What the team set aside is opened again first."""
    take_in(stored, GivenDocument("a.txt", TEXT.encode()))
    set_aside(stored, read_inbox(stored).entries[0], "Opinion")
    before = sorted(stored.rglob("*"))
    with pytest.raises(DatelineError, match=r"decided already\. Open it again first"):
        accept_item(stored, read_inbox(stored).entries[0])
    assert sorted(stored.rglob("*")) == before


def test_a_source_stays_where_the_item_cannot_be_marked(stored, monkeypatch):
    """It is told of, and the list says that the text is stored."""
    from dashboard.exchange.inbox import accepting
    from dashboard.store.inbox import InboxNotChanged

    def refuse(*_args, **_more):
        raise InboxNotChanged("the disk is full.")

    take_in(stored, GivenDocument("a.txt", TEXT.encode()))
    monkeypatch.setattr(accepting, "change_item", refuse)
    made = accept_item(stored, read_inbox(stored).entries[0])
    assert made.files
    assert "could not be marked as decided: the disk is full." in made.remarks[-1]
    assert (stored / "seeds" / f"{made.id}.txt").read_text() == TEXT
