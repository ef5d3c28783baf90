"""The list of feeds, `inbox/feeds.yaml`: written by hand, and read as strictly as a registry."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, cast

from dashboard.model.inbox import Feed
from dashboard.model.problem import Problem
from dashboard.store.record_file import read_registry
from dashboard.store.tree import NOT_READ, OUTSIDE, is_inside

FEEDS: Final = "inbox/feeds.yaml"
_OTHER_ENDING: Final = "inbox/feeds.yml"


@dataclass(frozen=True, slots=True)
class FeedList:
    """The feeds of a workspace."""

    feeds: Mapping[str, Feed] = field(default_factory=dict)
    """By their keys; only those that are right."""
    problems: tuple[Problem, ...] = ()
    is_there: bool = False
    """Whether there is such a file."""


def read_feeds(root: Path) -> FeedList:
    """The feeds that the team lists; none where there is no such file."""
    other: tuple[Problem, ...] = ()
    if (root / _OTHER_ENDING).exists():
        other = (NOT_READ.at(_OTHER_ENDING, (1, 1), f"the list of feeds is {FEEDS}", f"rename it to {FEEDS}"),)
    if not (root / FEEDS).exists() and not (root / FEEDS).is_symlink():
        return FeedList(problems=other)
    if not is_inside(root, FEEDS):
        outside = OUTSIDE.at(FEEDS, (1, 1), "this link leads out of the workspace, or to nothing")
        return FeedList(problems=(outside, *other))
    read = read_registry(root, FEEDS, Feed)
    return FeedList(cast(Mapping[str, Feed], read.records), (*read.problems, *other), is_there=True)
