"""What a ladder says in words: names of marks, the sentences about it, and its table."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dashboard.model.problem import Severity
from dashboard.query.ladder import OVER, RISING, Join, LadderStep
from dashboard.query.reading import Support
from dashboard.query.wording import count_words
from dashboard.views.drawing import one_line
from dashboard.views.ladder.rungs import LadderSpot
from dashboard.views.timeline import Axis, about_axis, about_problems, about_signs, mark_name

LEVEL_WORDS: Final[Mapping[Support, str]] = {
    Support.QUOTED: "level quoted",
    Support.NOT_CHECKABLE: "level not checkable",
    Support.QUESTIONED: "level questioned",
    Support.CHECKING: "level being checked",
    Support.NOT_FOUND: "quote of the level not found",
}


def spot_name(spot: LadderSpot, steps: Mapping[str, LadderStep], troubled: Mapping[str, Severity]) -> str:
    """The name of a mark: an event's title, date, support and level, or a count: `2 events pledged: A; B`."""
    if spot.is_count:
        titles = "; ".join(one_line(steps[id_].reading.event.title) for id_ in spot.ids)
        return f"{count_words(len(spot.ids), 'event')} {spot.level}: {titles}"
    step = steps[spot.ids[0]]
    name = mark_name(step.reading, is_troubled=step.id in troubled)
    return f"{name}, {step.level}, {LEVEL_WORDS[step.carried]}"


def spot_label(spot: LadderSpot, steps: Mapping[str, LadderStep]) -> str:
    """What stands beside a mark: the title, or both of two; beside a count of more nothing, since it has its number."""
    titles = [one_line(steps[id_].reading.event.title) for id_ in spot.ids]
    return "; ".join(titles) if len(titles) <= 2 else ""


def description_of(title: str, steps: Sequence[LadderStep], joins: Sequence[Join]) -> str:
    """What the ladder shows, with its counts."""
    drawn = [step for step in steps if step.reading.date.value is not None]
    undated = len(steps) - len(drawn)
    rest = (
        f" {count_words(undated, 'event')} with a level but no date {'is' if undated == 1 else 'are'} not on it."
        if undated
        else ""
    )
    if not drawn:
        return f"Commitment ladder of {one_line(title)}, without events.{rest}"
    counts = Counter(step.level for step in drawn)
    levels = "; ".join(f"{level} {counts[level]:,}" for level in (*reversed(RISING), *OVER) if counts[level])
    joined = (
        f" {len(joins):,} {'line joins' if len(joins) == 1 else 'lines join'} events of one matter." if joins else ""
    )
    return f"Commitment ladder of {one_line(title)}, {count_words(len(drawn), 'event')}: {levels}.{joined}{rest}"


def sentences_of(
    spots: Sequence[LadderSpot], joins: Sequence[Join], axis: Axis, troubled: Mapping[str, Severity], *, shows_all: bool
) -> Iterator[str]:
    """What was done to the figure, and what its signs mean: only what applies. Without full stops.

    `shows_all` tells whether every join is drawn, or those of the selected event alone.
    """
    signs = [sign for spot in spots for sign in spot.signs]
    if not signs:
        yield "No event here has both a level and a date"
        return
    yield from about_axis(axis)
    yield from about_signs(signs)
    if any(spot.is_count for spot in spots):
        yield "Number: events at one spot"
    if joins:
        yield from _about_joins(joins)
    if joins and not shows_all:
        yield f"Too many lines to draw at once ({len(joins):,}): only those of the selected event are drawn"
    yield from about_problems(signs, troubled)


def rows_of(steps: Sequence[LadderStep]) -> tuple[Mapping[str, str], ...]:
    """The ladder as a table, in the order of the events; those without a date, too."""
    return tuple(
        {
            "title": one_line(step.reading.event.title),
            "date": step.reading.date.value.words() if step.reading.date.value else "undated",
            "level": step.level,
            "level evidence": step.carried.value,
            "date evidence": step.reading.date.carried.value,
        }
        for step in steps
    )


def _about_joins(joins: Sequence[Join]) -> Iterator[str]:
    whys = {join.why for join in joins}
    if "relation" in whys:
        yield "A line: according to a record, one event led to the other"
    if "same day" in whys:
        other = "Another line" if "relation" in whys else "A line"
        yield f"{other}: it lasted until the event that ended it"
