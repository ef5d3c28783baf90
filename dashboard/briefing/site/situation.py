"""The first page: what is known of the events as a whole, where threads stand, and both figures."""

from collections.abc import Iterator, Mapping

from dashboard.briefing.html import DrawnFigure
from dashboard.briefing.site.event_list import date_words
from dashboard.briefing.site.frame import heading
from dashboard.briefing.site.links import SiteLinks
from dashboard.briefing.site.publication import Publication
from dashboard.evidence.corroboration import Corroboration
from dashboard.model import vocabularies
from dashboard.query.ladder import level_of
from dashboard.query.marks import mark_of_reported
from dashboard.query.questions import track_questions
from dashboard.query.reading import ResolvedEvent
from dashboard.query.threads import ThreadStatus, thread_statuses
from dashboard.query.wording import count_words, reliance_words, verdict_counts, without_hyphens
from dashboard.text.markup import NOTHING, Markup, element, join, words
from dashboard.views.card import thread_square

LATEST = 10
MOST_QUESTIONS = 20
"""So many open questions stand there; the page of each thread has all of its own."""


def situation(made: Publication, links: SiteLinks, figures: Mapping[str, Markup]) -> Markup:
    """What stands on it; `figures` by their names."""
    if not made.readings:
        return join(heading(words(made.title)), element("p", "No events match the filters."))
    summary = element("p", words(made.summary), class_="summary") if made.summary else None
    left = element("section", element("h2", "Latest"), _latest(made, links))
    columns = element("div", element("div", _threads(made, links), _questions(made, links)), left, class_="columns")
    front = element("div", figures["map"], columns, figures["timeline"], class_="front")
    return join(heading(words(made.title)), summary, _reliance(made), front, *_not_read(made), *_credits())


def _reliance(made: Publication) -> Markup:
    """What can be relied on, before all that is told."""
    counts = made.trust.all.claims
    if not made.trust.all.total:
        return NOTHING
    told = reliance_words(made.trust.origins[Corroboration.SEVERAL], counts)
    total = count_words(made.trust.all.total, "claim")
    return element("p", element("b", f"{told}."), f" {total}: {verdict_counts(counts)}.", class_="relied")


def _latest(made: Publication, links: SiteLinks) -> Markup:
    dated = [each for each in made.newest if each.date.value is not None][:LATEST]
    return element("ul", *(event_item(each, made, links) for each in dated), class_="rows")


def event_item(reading: ResolvedEvent, made: Publication, links: SiteLinks) -> Markup:
    """An event on a line of a list."""
    event = reading.event
    when = element("span", words(date_words(made.row(reading))), class_="when")
    title = element("span", thread_square(made.thread_index(event)), links.event(event.id, words(event.title)))
    return element("li", when, title, _level(reading, made, links))


def _level(reading: ResolvedEvent, made: Publication, links: SiteLinks) -> Markup | None:
    level = level_of(reading.event, made.evidence, made.mode)
    if level is None or reading.event.commitment is None:
        return None
    mark = links.mark(mark_of_reported(reading.event, reading.event.commitment, made.table))
    return element("span", mark, f" {without_hyphens(level[0])}", class_="level")


def _threads(made: Publication, links: SiteLinks) -> Markup:
    found = thread_statuses(made.readings, made.workspace.threads, made.evidence, made.mode)
    rows = element("ul", *(thread_item(each, made, links) for each in found), class_="rows")
    return element("section", element("h2", "Where threads stand"), rows) if found else NOTHING


def thread_item(status: ThreadStatus, made: Publication, links: SiteLinks) -> Markup:
    """A thread on a line of a list: its latest event that says how far the matter has come."""
    thread, latest = status.thread, status.latest
    number = element("span", f" {status.events:,}", class_="dl-count")
    title = links.record("threads", thread.id, words(thread.title))
    when = element("span", words(date_words(made.row(latest))) if latest else "undated", class_="when")
    square = thread_square(made.index_of_thread(thread.id))
    return element("li", when, element("span", square, title, number), _level(latest, made, links) if latest else None)


def _questions(made: Publication, links: SiteLinks) -> Markup:
    """The questions of published threads that no event answers with yes or no, the first ones."""
    here = {thread for reading in made.readings for thread in reading.event.threads}
    found = [
        (thread, asked)
        for thread in made.workspace.threads.values()
        if thread.id in here
        for asked in track_questions(thread, made.everything, made.evidence, made.mode, made.made.date())
        if asked.deciding is None
    ]
    if not found:
        return NOTHING
    items = [
        element(
            "li",
            element("span", due.words() if (due := asked.question.due) else "no due date", class_="when"),
            element(
                "span",
                thread_square(made.index_of_thread(thread.id)),
                links.record("threads", thread.id, words(asked.question.text)),
            ),
            element("span", asked.stands, class_="level"),
        )
        for thread, asked in found[:MOST_QUESTIONS]
    ]
    head = element("h2", "Open questions ", element("span", f"{len(found):,}", class_="dl-count"))
    return element("section", head, element("ul", *items, class_="rows"))


def _not_read(made: Publication) -> Iterator[Markup]:
    """What the figures do not show, and files that were skipped."""
    undated = sum(each.date.value is None for each in made.readings)
    unplaced = sum(each.place.value is None for each in made.readings)
    if undated or unplaced:
        yield element("p", f"{undated:,} undated, {unplaced:,} without a place: see Events.", class_="dl-muted")
    if aside := len(made.workspace.set_aside):
        yield element("p", f"{count_words(aside, 'event file')} could not be read, and is not here.", class_="dl-muted")


def _credits() -> Iterator[Markup]:
    """Whose words, outlines and letters are used."""
    drawn = (
        "Outlines: United Nations Geodata, and Natural Earth. Names of towns: GeoNames, CC BY 4.0. Font: Inter, OFL."
    )
    return (element("p", words(each), class_="credit") for each in (*vocabularies.CREDITS[:2], drawn))


def figure_section(name: str, title: str, drawn: DrawnFigure, about: str) -> Markup:
    """A drawing with its buttons, which a script shows, and what is said of it."""
    nearer = (("Zoom in", "1.5"), ("Zoom out", "0.6667"), ("Show all", "0"))
    buttons = (element("button", text, type="button", data_zoom=factor) for text, factor in nearer)
    parts = [
        element("p", drawn.lacking, class_="dl-muted") if drawn.lacking else None,
        element("div", *buttons, class_="controls", role="group", aria_label=f"{title}: zoom", hidden=True),
        element("div", drawn.drawings, class_="plot"),
        drawn.lists,
        element("figcaption", words(about), " ", element("a", "As a table", href="events.html")),
    ]
    shown = element("figure", *parts, data_figure=name)
    return element("section", element("h2", title), shown, class_="figure", id=name)
