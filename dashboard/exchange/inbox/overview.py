"""The inbox as it is shown: each item beside the workspace, and near copies of one report in one group."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dashboard.evidence.corroboration import origin_of
from dashboard.evidence.near_duplicates import NearDuplicates
from dashboard.exchange.inbox.contents import InboxContents, InboxEntry
from dashboard.query.inbox import ItemAnalysis, WorkspaceIndex, group_copies


@dataclass(frozen=True, slots=True)
class ItemOverview:
    """An item, and what it has to do with the workspace and with other items."""

    entry: InboxEntry
    analysis: ItemAnalysis
    stored_as: str = ""
    """The source that has this very text; empty where none has."""
    copies: tuple[str, ...] = ()
    """Ids of other items whose text is nearly the same."""
    like_sources: tuple[str, ...] = ()
    """Ids of sources whose text is nearly the same."""
    origins: tuple[str, ...] = ()
    """The origins by which these sources are counted."""

    @property
    def new_percent(self) -> int:
        """The share of its letters that no stored text has, in whole percent; 0 and 100 only where that is all."""
        share = self.analysis.new_share
        return min(max(round(100 * share), int(share > 0)), 100 if share == 1 else 99)


@dataclass(frozen=True, slots=True)
class InboxOverview:
    """What an inbox holds, made ready to be shown."""

    contents: InboxContents
    groups: tuple[tuple[ItemOverview, ...], ...]
    """The items listed, near copies in one group: the earliest first in it, groups by their newest item."""
    compared: NearDuplicates = field(default_factory=NearDuplicates, repr=False)
    """What was compared, so that less has to be the next time."""

    @property
    def items(self) -> tuple[ItemOverview, ...]:
        """All items, group after group."""
        return tuple(item for group in self.groups for item in group)


def overview_of(
    contents: InboxContents,
    index: WorkspaceIndex,
    *,
    entries: Iterable[InboxEntry] | None = None,
    earlier: NearDuplicates | None = None,
) -> InboxOverview:
    """The overview of the open items, or of those in `entries`."""
    listed = tuple(contents.open_entries if entries is None else entries)
    validation = index.validation
    found, compared = group_copies({entry.id: entry.text for entry in listed}, validation, earlier)
    group_of = {id_: group for group in found for id_ in group[0]}
    stored = {sha256[:16]: id_ for id_, sha256 in validation.workspace.hashes.items()}
    items = {entry.id: _item(entry, group_of.get(entry.id), stored.get(entry.id, ""), index) for entry in listed}
    groups, seen = [], set[str]()
    for entry in listed:
        if entry.id in seen:
            continue
        ids = group_of.get(entry.id, ((entry.id,), ()))[0]
        seen.update(ids)
        groups.append(tuple(items[each.id] for each in reversed(listed) if each.id in ids))
    return InboxOverview(contents, tuple(groups), compared)


def _item(
    entry: InboxEntry, group: tuple[tuple[str, ...], tuple[str, ...]] | None, stored: str, index: WorkspaceIndex
) -> ItemOverview:
    items, sources = group or ((), ())
    counted = index.validation.corpus.sources_as_counted
    origins = dict.fromkeys(origin_of(counted[id_]) for id_ in sources if id_ in counted)
    copies = tuple(id_ for id_ in items if id_ != entry.id)
    return ItemOverview(entry, index.analyse(entry.id, entry.text), stored, copies, sources, tuple(origins))
