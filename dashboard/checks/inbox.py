"""The inbox as `dateline validate` checks it: the list of feeds, and what is kept of each item."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dashboard.checks.corpus import Corpus
from dashboard.checks.references import SOURCE_UNKNOWN
from dashboard.model.inbox import InboxItem
from dashboard.model.problem import Problem
from dashboard.store.inbox import FEEDS, ItemsRead, inbox_signature, read_feeds, read_items

_NAMES_A_SOURCE: Final = ("source", "same_as")


@dataclass(frozen=True, slots=True)
class InboxCheck:
    """Findings about an inbox: the files that were looked at, and the problems."""

    files: frozenset[str]
    """Names of the list of feeds and of the records of items, whether or not they can be used."""
    skipped: frozenset[str]
    """Names of files that cannot be used."""
    problems: tuple[Problem, ...]


def check_inbox(corpus: Corpus) -> InboxCheck:
    """Check the inbox of a workspace. Its documents are not opened: the page Inbox and `dateline inbox` read them."""
    root = corpus.workspace.root
    if not inbox_signature(root):
        return InboxCheck(frozenset(), frozenset(), ())
    feeds, items = read_feeds(root), read_items(root)
    problems = (*feeds.problems, *items.problems, *_sources_of_items_are_described(corpus, items))
    broken = {each.file for each in (*feeds.problems, *items.problems)}
    usable = {f"inbox/items/{id_}.yaml" for id_ in items.documents}
    files = usable | broken | ({FEEDS} if feeds.is_there else set())
    skipped = broken - usable - ({FEEDS} if feeds.feeds else set())
    return InboxCheck(frozenset(files), frozenset(skipped), problems)


def _sources_of_items_are_described(corpus: Corpus, items: ItemsRead) -> Iterator[Problem]:
    """Every source that an item became, or says the same as, has a description."""
    known = corpus.known_sources()
    for item in items.items.values():
        for name in _NAMES_A_SOURCE:
            source = getattr(item, name)
            if source and source not in known:
                yield _missing(items, item, name, source)


def _missing(items: ItemsRead, item: InboxItem, name: str, source: str) -> Problem:
    document = items.documents[item.id]
    hint = f"correct the id, or take the decision back: `dateline inbox reopen {item.id}`"
    message = f"there is no source `{source}`"
    return SOURCE_UNKNOWN.at(f"inbox/items/{item.id}.yaml", document.position((name,)), message, hint, (name,))
