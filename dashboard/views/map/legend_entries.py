"""What the map's legend says: only what is there."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from dashboard.model.problem import Severity
from dashboard.query.reading import Support
from dashboard.views.drawing import WEIGHT_AREAS, fit_text, one_line
from dashboard.views.map.basemap import disputed_in_sight
from dashboard.views.map.legend import TEXT_PX, LegendEntry
from dashboard.views.map.marks import Ink, size_of, worst_problem
from dashboard.views.map.panel import Panel

MOST_THREADS: Final = 4
"""So many threads' colours are named."""

_THREAD_PX: Final = 224.0
"""A longer title is cut: the key stands in a corner."""

SIZE_SIGNS: Final = ("sizes", "unset")
"""What a map on which size means something says in any case."""

_CLEAR: Final = "rgba(0,0,0,0)"
_HOLLOW: Final = {
    Support.EXTERNAL: "place from another source",
    Support.NOT_CHECKABLE: "place not checkable",
    Support.INFERRED: "place inferred",
    Support.QUESTIONED: "place questioned by a check",
    Support.CHECKING: "place being checked",
}


def entries(panel: Panel, troubled: Mapping[str, Severity]) -> tuple[LegendEntry, ...]:
    """What the panel has that needs saying, in the order of the eye."""
    carried = {support for group in panel.groups for support in group.supports}
    hollow = [text for kind, text in _HOLLOW.items() if kind in carried]
    several = "place not quoted, or questioned" if Support.QUESTIONED in carried else "place not quoted"
    several = "place being checked, or not quoted" if Support.CHECKING in carried else several
    words = hollow[0] if len(hollow) == 1 else several
    precisions = {spot.place.precision for spot in panel.spots if spot.place.is_area}
    area = "only the country is known" if precisions <= {"country"} else "only the region is known"
    about = {word for arc in panel.arcs for word in arc.arc.as_}
    severities = {worst_problem(group, troubled) for group in panel.groups}
    found = {
        LegendEntry("ring", words): bool(hollow),
        LegendEntry("disc", "place quoted"): Support.QUOTED in carried,
        LegendEntry("crossed", "quote of the place not found"): Support.NOT_FOUND in carried,
        LegendEntry("count", "events in or near one place"): any(group.count > 1 for group in panel.groups),
        LegendEntry(
            "sizes",
            "weight:",
            steps=tuple((word, _CLEAR) for word in WEIGHT_AREAS),
            diameters=tuple(size_of(1, load) for load in WEIGHT_AREAS.values()),
        ): any(group.by_weight for group in panel.groups),
        LegendEntry("unset", "weight not given: as normal"): any(group.lacks_weight for group in panel.groups),
        LegendEntry("shares", "ring: shares of threads"): any(len(group.threads) > 1 for group in panel.groups),
        LegendEntry("area" if panel.areas else "corners", area): bool(precisions),
        LegendEntry("around", "somewhere inside"): bool(panel.rings),
        LegendEntry(
            "arc", "statement made here, about there" if about == {"about"} else "from here, toward there"
        ): bool(panel.arcs),
    }
    return (*(entry for entry, there in found.items() if there), *problem_entries(severities))


def problem_entries(severities: Collection[Severity | None]) -> tuple[LegendEntry, ...]:
    """What the signs of problems mean, of those that are there."""
    found = {
        LegendEntry("error", "an error in the record"): Severity.ERROR in severities,
        LegendEntry("warning", "a warning in the record"): Severity.WARNING in severities,
    }
    return tuple(entry for entry, there in found.items() if there)


def disputed_entry(panel: Panel) -> tuple[LegendEntry, ...]:
    """The entry that says whose borders these are, if states dispute some of those in sight; also on narrow maps."""
    return (LegendEntry("border", "disputed; borders as the UN draws them"),) if disputed_in_sight(panel.frame) else ()


def thread_entries(panel: Panel, ink: Ink, titles: Mapping[str, str]) -> tuple[LegendEntry, ...]:
    """Entries for the threads' colours, those of most events first; none if all are of one thread or have no title.

    A mark of several threads has the colour of none, in a ring of their shares.
    """
    count: Counter[str] = Counter()
    for group in panel.groups:
        count.update({thread or "": number for thread, number in group.count_by_thread.items()})
    known = sorted((id_ for id_ in count if id_ in titles), key=lambda id_: (-count[id_], ink.threads.get(id_, 0)))
    if len(count) < 2 or not known:
        return ()
    named = [
        LegendEntry("thread", fit_text(one_line(titles[id_]), _THREAD_PX, TEXT_PX), ink.of_threads([id_]))
        for id_ in known[:MOST_THREADS]
    ]
    more = len(known) - len(named)
    return (
        *named,
        *([LegendEntry("rest", f"and {more:,} more thread{'s' if more > 1 else ''}")] if more else []),
    )


def found_by_now(
    found: Sequence[LegendEntry], now: Panel, ink: Ink, troubled: Mapping[str, Severity]
) -> tuple[LegendEntry, ...]:
    """The entries, out of all that the map comes to need, that it needs on the day that is played."""
    signs = {entry.sign for entry in entries(now, troubled)} | {"border"}
    threads = {thread or "" for group in now.groups for thread in group.count_by_thread}
    named = {entry.color for entry in found if entry.sign == "thread"}
    colors = {ink.of_threads([thread]) for thread in threads}
    if colors - named:
        signs.add("rest")  # more threads than are named
    return tuple(entry for entry in found if (entry.color in colors if entry.sign == "thread" else entry.sign in signs))
