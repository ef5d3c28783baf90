"""The head of a thread: its title, what it is about, and counts that add up."""

from dashboard.app.parts.links import help_link
from dashboard.app.parts.signs import evidence_mark, thread_square
from dashboard.app.parts.source_words import strength_of_sources
from dashboard.app.shown import Shown
from dashboard.evidence.verdicts import Verdict
from dashboard.query.origins import sources_of
from dashboard.query.reading import Mode
from dashboard.query.threads import Story
from dashboard.query.wording import counted
from dashboard.text.markup import NOTHING, Markup, element, every, joined, words


def thread_head(story: Story, number: int, shown: Shown) -> Markup:
    """`number` is how many of the thread's events there are, filtered out or not."""
    threads = list(shown.workspace.threads)
    index = threads.index(story.thread.id)
    place = f"Thread, {index + 1:,} of {len(threads):,}"
    title = joined(
        element("p", thread_square(index), place, class_="dl-muted"),
        element("h1", words(story.thread.title)),
        element("p", words(story.thread.summary)) if story.thread.summary else None,
    )
    return element("header", element("div", title), _sums(story, number, shown), class_="dl-thread-head")


def left_out(story: Story, number: int, shown: Shown) -> Markup:
    """What of the thread the ladder and the sums do not go by, and why; nothing where they go by all of it."""
    told = [
        (number - len(story.readings), "event", "of the thread filtered out"),
        (story.retracted, "event", "retracted: listed, and counted for nothing"),
        (story.rungs_left_out, "level", "not on the ladder: as reported, no quote carries it"),
        (_undated(story), "event", f"with a level and no {_date(shown)}: in the list only"),
    ]
    said = [f"{counted(count, noun)} {rest}" for count, noun, rest in told if count]
    return element("p", ". ".join(said), ".", class_="dl-left-out") if said else NOTHING


def _undated(story: Story) -> int:
    return sum(step.reading.date.value is None for step in story.steps)


def _date(shown: Shown) -> str:
    return "reported date" if shown.mode is Mode.REPORTED else "date"


def _sums(story: Story, number: int, shown: Shown) -> Markup:
    counts = shown.evidence.count(reading.id for reading in story.readings)
    sources = {source for reading in story.readings for source in sources_of(reading.event)}
    verdicts = [(joined(evidence_mark(each.value), " ", each.value.capitalize()), counts[each]) for each in Verdict]
    events = f"{len(story.readings):,}" if number == len(story.readings) else f"{len(story.readings):,} of {number:,}"
    cells = [
        (joined("Events"), events),
        (joined("Claims"), f"{sum(counts.values()):,}"),
        *((name, f"{count:,}") for name, count in verdicts),
    ]
    rests = joined("Rests on", help_link("words-strength", "the strength of a thread"))
    strength = element(
        "div", element("dt", rests), element("dd", strength_of_sources(shown, sources), class_="dl-in-words")
    )
    sums = every(element("div", element("dt", name), element("dd", value)) for name, value in cells)
    return element("dl", sums, strength)
