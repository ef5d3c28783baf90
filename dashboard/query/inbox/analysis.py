"""One text beside a workspace: the share of it that no stored text has, and the names of the registry in it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from dashboard.cache import SharedCache
from dashboard.checks.context import RegistryNames
from dashboard.checks.validation import Validation
from dashboard.evidence.near_duplicates import LEAST_LETTERS, Hashes, kept_runs, share_covered
from dashboard.model.event import Event

MOST_COMPARED: Final = 8
"""A text is compared in full with so many stored ones: those that seem to share most with it."""
MOST_THREADS: Final = 3
LEAST_SHARED: Final = 2
"""A thread is named where so many of the actors and places of its events are."""
_MOST_CHARACTERS: Final = 1_000_000
"""The most characters in which names are looked for."""


@dataclass(frozen=True, slots=True)
class ThreadMatch:
    """A thread, some of whose actors and places a text names."""

    thread: str
    """Its id."""
    number: int
    """How many of them are named."""


@dataclass(frozen=True, slots=True)
class ItemAnalysis:
    """What a text has to do with a workspace."""

    new_share: float
    """The share of its letters, 0 to 1, in runs that no stored text has."""
    overlaps: tuple[str, ...] = ()
    """Ids of the sources that share most with it, the first of them most."""
    actors: tuple[str, ...] = ()
    """Ids of the actors of the registry that it names, most often named first."""
    places: tuple[str, ...] = ()
    threads: tuple[ThreadMatch, ...] = ()


@dataclass
class WorkspaceIndex:
    """A workspace made ready for texts to be looked at beside it."""

    validation: Validation
    _made: SharedCache[ItemAnalysis] = field(default_factory=lambda: SharedCache(2_000), repr=False)

    def analyse(self, id_: str, text: str) -> ItemAnalysis:
        """What the text has to do with the workspace. Made once for each id, which stands for the text."""
        return self._made.get(id_, self, lambda: self._analyse(text))

    def _analyse(self, text: str) -> ItemAnalysis:
        sources = self._sharing(text)
        texts = self.validation.workspace.texts
        share = share_covered(text, [texts[id_] for id_ in sources]) if sources else 0.0
        bearers = self._bearers(text)
        threads = ((id_, len(own & bearers.keys())) for id_, own in self._of_threads.items())
        matches = sorted((ThreadMatch(*each) for each in threads if each[1] >= LEAST_SHARED), key=lambda m: -m.number)
        return ItemAnalysis(
            1.0 - share,
            tuple(sources),
            _ids_of("actor", bearers),
            _ids_of("place", bearers),
            tuple(matches[:MOST_THREADS]),
        )

    def _bearers(self, text: str) -> Counter[str]:
        """`actor/ID` and `place/ID` to how often the text names them. A name that several have names none for sure."""
        found = self._names.about.named_in(text[:_MOST_CHARACTERS])
        return Counter(next(iter(each.bearers)) for each in found if len(each.bearers) == 1)

    def _sharing(self, text: str) -> list[str]:
        """Ids of the sources that share runs with a text, the most first."""
        own = kept_runs(text)
        runs, owners = self._runs
        begins, ends = np.searchsorted(runs, own, "left"), np.searchsorted(runs, own, "right")
        found = [owners[begin:end] for begin, end in zip(begins, ends, strict=True) if end > begin]
        counts = np.bincount(np.concatenate(found)) if found else np.empty(0, np.int64)
        most = np.argsort(-counts, kind="stable")[:MOST_COMPARED]
        return [self._ids[number] for number in most if counts[number]]

    @cached_property
    def _names(self) -> RegistryNames:
        return RegistryNames.of(self.validation.corpus)

    @cached_property
    def _ids(self) -> list[str]:
        return list(self.validation.workspace.texts)

    @cached_property
    def _runs(self) -> tuple[Hashes, npt.NDArray[np.int64]]:
        """The kept runs of all stored texts, rising, and whose each is, as a place in `_ids`."""
        workspace = self.validation.workspace
        sketches = self.validation.likeness.sketches
        kept = []
        for id_ in self._ids:
            known = sketches.get(workspace.hashes.get(id_, ""))
            text = workspace.texts[id_]
            kept.append(known if known is not None and len(text) > LEAST_LETTERS * 2 else kept_runs(text))
        if not kept:
            return np.empty(0, np.uint32), np.empty(0, np.int64)
        runs, owners = np.concatenate(kept), np.repeat(np.arange(len(kept)), [each.size for each in kept])
        order = np.argsort(runs, kind="stable")
        return runs[order], owners[order]

    @cached_property
    def _of_threads(self) -> Mapping[str, frozenset[str]]:
        """By thread, the actors and places of its events, as `_bearers` has them."""
        found: dict[str, set[str]] = {id_: set() for id_ in self.validation.workspace.threads}
        for event in self.validation.workspace.events.values():
            for thread in event.threads:
                found.setdefault(thread, set()).update(_bearers_of(event))
        return {id_: frozenset(own) for id_, own in found.items()}


def _bearers_of(event: Event) -> set[str]:
    """The actors and places of an event, reported or assessed."""
    actors = {f"actor/{part.actor}" for part in event.who}
    where = event.where
    assessed = where.assessed.place if where and where.assessed else None
    places = {where.reported if where else None, assessed} - {None}
    return actors | {f"place/{place}" for place in places}


def _ids_of(kind: str, bearers: Counter[str]) -> tuple[str, ...]:
    return tuple(bearer.partition("/")[2] for bearer, _ in bearers.most_common() if bearer.startswith(f"{kind}/"))
