"""What a timeline says in words: names of marks, the sentence about it, what was done to it, and its table."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from datetime import date
from typing import Final, Literal

from dashboard.model.dates import EventDate
from dashboard.model.problem import Severity
from dashboard.model.registry import Thread
from dashboard.query.lanes import WITHOUT, LaneBy, lane_values
from dashboard.query.questions import Due
from dashboard.query.reading import ResolvedEvent, Support
from dashboard.query.wording import count_words
from dashboard.views.drawing import EventRows, memoize, one_line
from dashboard.views.timeline.axis import Axis, is_full, years_in_words
from dashboard.views.timeline.bars import DAYS_OF, EventBin, cuts_a_bar, ends_of
from dashboard.views.timeline.lane_layout import MOST_MARKS, Lane
from dashboard.views.timeline.signs import Sign
from dashboard.views.timeline.spans import dates_of

Scale = Literal["auto", "all", "busy", "even"]

CARRIED_WORDS: Final[Mapping[Support, str]] = {
    Support.QUOTED: "date quoted",
    Support.EXTERNAL: "date from another source",
    Support.NOT_CHECKABLE: "date not checkable",
    Support.INFERRED: "date inferred",
    Support.QUESTIONED: "date questioned",
    Support.NOT_FOUND: "quote of the date not found",
    Support.CHECKING: "date being checked",
    Support.UNKNOWN: "no date",
}
NOTHING_SHOWN: Final = "No events shown"
_SEVERAL: Final = {
    LaneBy.THREAD: "An event of several threads is in the lane of its first",
    LaneBy.ACTOR: "Each event is shown once, in the lane of who did it",
    LaneBy.TYPE: "",
    LaneBy.COUNTRY: "Each event is shown once, in the lane of the country where it happened",
}
_HOLLOW: Final = {
    Support.EXTERNAL: "from another source",
    Support.NOT_CHECKABLE: "not checkable",
    Support.INFERRED: "inferred",
    Support.QUESTIONED: "questioned by a check",
    Support.CHECKING: "being checked",
}


def mark_name(reading: ResolvedEvent, *, is_troubled: bool) -> str:
    """The event's title, its date in words and how that is carried; and whether a problem is on the record."""
    when = reading.date.value
    parts = [one_line(reading.event.title), when.words() if when else "undated", CARRIED_WORDS[reading.date.carried]]
    return ", ".join([*parts, "has a problem"] if is_troubled else parts)


def count_name(readings: Sequence[ResolvedEvent], lane: Lane, where: str = "") -> str:
    """`12 events in THREAD, 2023 to 2024`, or with `where` instead of the dates: `4 events in THREAD, earlier`."""
    return f"{count_words(len(readings), 'event')} in {lane.title}, {where or _span_words(*ends_of(readings))}"


def bin_name(each: EventBin, lane: Lane) -> str:
    """The name of a count of a lane."""
    return f"{count_words(len(each.signs), 'event')} in {lane.title}, {_span_words(*each.ends)}"


def _span_words(first: EventDate, last: EventDate) -> str:
    one, other = first.short_words(), last.short_words()
    return one if one == other else f"{one} to {other}"


def description_of(readings: Sequence[ResolvedEvent], lanes: Sequence[Lane], by: LaneBy = LaneBy.THREAD) -> str:
    """What the timeline shows, with its counts."""
    dated, span = _dates_in_words(tuple(readings))
    undated = len(readings) - dated
    rest = (
        f" {count_words(undated, 'event')} without a date {'is' if undated == 1 else 'are'} not on the line."
        if undated
        else ""
    )
    if not dated:
        return f"Timeline without dated events.{rest}" if undated else f"Timeline. {NOTHING_SHOWN}."
    counts = "; ".join(f"{lane.title} {lane.dated_count:,}" for lane in lanes if lane.dated_count)
    return f"Timeline of {count_words(dated, 'event')}, {span}, in lanes by {by}: {counts}.{rest}"


@memoize(8)
def _dates_in_words(readings: Sequence[ResolvedEvent]) -> tuple[int, str]:
    """How many have a date, and the years of these in words."""
    dates = dates_of(readings)
    return sum(dates.values()), _from_to(dates) if dates else ""


def sentences_of(
    lanes: Sequence[Lane],
    axis: Axis,
    scale: Scale,
    troubled: Mapping[str, Severity],
    *,
    is_split: bool,
    highest: int = 0,
    fitted: Axis | None = None,
) -> tuple[str, ...]:
    """What was done to the figure of some events, and what its signs mean: only what applies. Without full stops.

    `is_split` says whether the axis has busy time at all; `highest`, how many events the highest bar stands for;
    `fitted`, all the time that the reader asks for.
    """
    if not any(lane.dated_count for lane in lanes):
        return ("No event here has a date",)
    return (
        *_about_scale(lanes, axis, scale, is_split=is_split),
        *_about_kinds(sum((lane.signs.kinds for lane in lanes), Counter[tuple[Support, bool, bool]]())),
        *_about_bars(lanes, highest, fitted or axis),
        *_about_counts(lanes),
        *_about_severities({troubled[id_] for lane in lanes for id_ in lane.signs.ids & troubled.keys()}),
    )


def about_signs(signs: Sequence[Sign]) -> Iterator[str]:
    """What fill and outline of the signs say: only what there is. Without full stops."""
    return _about_kinds(Counter((sign.reading.date.carried, sign.span.is_dashed, sign.span.fades) for sign in signs))


def _about_kinds(kinds: Counter[tuple[Support, bool, bool]]) -> Iterator[str]:
    carried: Counter[Support] = Counter()
    for (how, _, _), number in kinds.items():
        carried[how] += number
    yield from _about_fill(carried)
    if any(is_dashed for _, is_dashed, _ in kinds):
        yield "Dashed: uncertain, approximate, or some time in it"
    if any(fades for _, _, fades in kinds):
        yield "Fading: continues, or its end is not known"


def about_problems(signs: Sequence[Sign], troubled: Mapping[str, Severity]) -> Iterator[str]:
    """What octagon and triangle say, where there is one."""
    return _about_severities({troubled[sign.reading.id] for sign in signs if sign.reading.id in troubled})


def _about_severities(found: Set[Severity]) -> Iterator[str]:
    if Severity.ERROR in found:
        yield "Octagon: an error in the record"
    if Severity.WARNING in found:
        yield "Triangle: a warning in the record"


@memoize(4)
def about_several(by: LaneBy, readings: Sequence[ResolvedEvent]) -> tuple[str, ...]:
    """A sentence on the lane of events with several threads, actors or countries; nothing if there are none."""
    return (_SEVERAL[by],) if any(len(lane_values(reading, by)) > 1 for reading in readings) else ()


def about_questions(dues: Sequence[Due], drawn: int) -> Iterator[str]:
    """What the ring with a question mark is, and how many are not on this scale."""
    if drawn:
        yield "Ring: due date of an open question"
    if left := min(len(dues) - drawn, sum(not due.is_past for due in dues)):
        yield f"{left:,} open {'question is' if left == 1 else 'questions are'} due later than this shows"


def due_name(due: Due) -> str:
    """The name for a screen reader: the question, and when it is due."""
    by = due.question.due.words() if due.question.due else "no date"
    return f"Open question: {one_line(due.question.text)}, due {by}{', overdue' if due.is_past else ''}"


def about_axis(axis: Axis) -> Iterator[str]:
    """What was widened and narrowed on an axis of all time."""
    narrowed = any(piece.kind == "empty years" for piece in axis.pieces)
    if axis.busy and narrowed:
        yield "Time axis stretched where events cluster, empty years narrowed"
    elif axis.busy:
        yield "Time axis stretched where events cluster"
    elif narrowed:
        yield "Empty years are narrowed"


@memoize(4)
def rows_of(readings: Sequence[ResolvedEvent], threads: Mapping[str, Thread]) -> EventRows:
    """The timeline as a table: title, date in words, thread, how the date is carried."""

    def row(reading: ResolvedEvent) -> Mapping[str, str]:
        thread = threads.get(reading.thread or "")
        return {
            "Event": one_line(reading.event.title),
            "Date": reading.date.value.words() if reading.date.value else "undated",
            "Thread": one_line(thread.title) if thread else WITHOUT[LaneBy.THREAD],
            "Evidence": reading.date.carried.value,
        }

    return EventRows(readings, row)


def _from_to(dates: Collection[EventDate]) -> str:
    first = min((each.earliest or each.latest or date.max).year for each in dates)
    last = max((each.latest or each.earliest or date.min).year for each in dates)
    return years_in_words(first, last)


def _about_scale(lanes: Sequence[Lane], axis: Axis, scale: Scale, *, is_split: bool) -> Iterator[str]:
    if scale == "busy" and not is_split:
        yield "No period is busier than the rest, so all of it is shown"
    elif scale == "busy":
        before, after = (sum(len(part) for part in parts) for parts in _beyond(lanes))
        counts = [f"{count:,} {words}" for count, words in ((before, "earlier"), (after, "later")) if count]
        edges = "edges" if len(counts) > 1 else "edge"
        yield f"Only the busiest period: {' and '.join(counts)} at its {edges}" if counts else "Only the busiest period"
    elif scale == "even":
        yield "True to scale"
    else:
        yield from about_axis(axis)
        if is_full(axis):
            yield "Time is not to one scale: events close together need not be frequent"


def _beyond(lanes: Sequence[Lane]) -> tuple[list[tuple[ResolvedEvent, ...]], list[tuple[ResolvedEvent, ...]]]:
    return [lane.signs.before for lane in lanes], [lane.signs.after for lane in lanes]


def _about_fill(carried: Counter[Support]) -> Iterator[str]:
    hollow = [words for how, words in _HOLLOW.items() if carried[how]]
    checking = carried[Support.CHECKING]
    if not checking and carried[Support.EXTERNAL] and carried[Support.INFERRED] and not carried[Support.NOT_CHECKABLE]:
        hollow = ["not quoted", *hollow[2:]]
    if hollow:
        yield f"Hollow: date {' or '.join([', '.join(hollow[:-1]), hollow[-1]] if len(hollow) > 1 else hollow)}"
    if hollow and carried[Support.QUOTED]:
        yield "Solid: date quoted"
    if carried[Support.NOT_FOUND]:
        yield "Crossed: quote of the date not found"


def _about_bars(lanes: Sequence[Lane], highest: int, fitted: Axis) -> Iterator[str]:
    """What lanes of bars show: their unit and scale, what stands on them, and what no bar of its own tells."""
    barred = [lane for lane in lanes if lane.unit]
    if not barred:
        return
    unit, fewer = barred[0].unit, any(len(lane.signs.shown) <= MOST_MARKS for lane in barred)
    others = f"; in lanes of {MOST_MARKS} or fewer, all that have room" if fewer else ""
    yield f"Bars: events per {unit}, one scale, highest {highest:,}. On them: major, latest and chosen events{others}"
    if unit and fitted.is_part and cuts_a_bar(fitted, unit):
        yield f"The dates asked for cut a {unit}: its bar counts only events within them"
    lengths = sum((lane.signs.lengths for lane in barred), Counter[float]())
    coarse = sum(number for length, number in lengths.items() if length > DAYS_OF[unit])
    if coarse:
        yield f"{count_words(coarse, 'event')} with a long or inexact date, counted at its middle"


def _about_counts(lanes: Sequence[Lane]) -> Iterator[str]:
    counted = sum(len(each.signs) for lane in lanes if not lane.unit for each in lane.bins)
    if counted:
        drawn = "is drawn as a count" if counted == 1 else "are drawn as counts"
        yield f"{count_words(counted, 'event')} where marks crowd {drawn}"
