"""Threads, actors and places: a list of each kind, and a page for each with its events."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from dashboard.briefing.site.event_list import event_section
from dashboard.briefing.site.frame import heading, page
from dashboard.briefing.site.links import SiteLinks
from dashboard.briefing.site.publication import Publication
from dashboard.briefing.site.situation import thread_item
from dashboard.model.geography import country_name
from dashboard.query.questions import track_questions
from dashboard.query.reading import ResolvedEvent
from dashboard.query.threads import thread_statuses
from dashboard.query.wording import count_words, without_hyphens
from dashboard.text.markup import NOTHING, Content, Markup, element, join, join_all, words

KINDS = {"threads": "Threads", "actors": "Actors", "places": "Places"}


@dataclass(frozen=True)
class Names:
    """Everything with a name that published events belong to, by its kind."""

    made: Publication

    @cached_property
    def events(self) -> Mapping[str, Mapping[str, tuple[ResolvedEvent, ...]]]:
        """Kind to id to its events, the newest first; only what has some, in the order of the registry."""
        here = self.made.workspace
        known = {"threads": here.threads, "actors": here.actors, "places": here.places}
        found: dict[str, dict[str, list[ResolvedEvent]]] = {
            kind: {id_: [] for id_ in records} for kind, records in known.items()
        }
        for reading in self.made.newest:
            for kind, id_ in self._named_in(reading):
                if id_ in known[kind]:
                    found[kind][id_].append(reading)
        return {kind: {id_: tuple(own) for id_, own in ids.items() if own} for kind, ids in found.items()}

    def _named_in(self, reading: ResolvedEvent) -> Iterator[tuple[str, str]]:
        yield from (("threads", each) for each in dict.fromkeys(reading.event.threads))
        actors = dict.fromkeys(part.actor for part in self.made.row(reading).actors)
        yield from (("actors", each) for each in actors)
        places = [reading.place.value, *(each.place for each in reading.lines)]
        yield from (("places", each) for each in dict.fromkeys(place.id for place in places if place))

    def name_of(self, kind: str, id_: str) -> str:
        """What it is called."""
        here = self.made.workspace
        return {"threads": here.thread_title, "actors": here.actor_name, "places": here.place_name}[kind](id_)


def name_list(kind: str, names: Names, links: SiteLinks) -> Markup:
    """All of a kind, with how many events each has."""
    made, own = names.made, names.events[kind]
    told = f"{len(own):,} in the events that are published"
    if kind == "threads":
        found = thread_statuses(made.readings, made.workspace.threads, made.evidence, made.mode)
        rows: Markup = element("ul", *(thread_item(each, made, links) for each in found), class_="rows")
        return join(heading(KINDS[kind], told), rows)
    heads = ("Name", "Kind", "Country", "Events")
    head = element("tr", *(element("th", each, scope="col") for each in heads))
    ordered = sorted(own, key=lambda id_: (-len(own[id_]), names.name_of(kind, id_)))
    rows = join_all(_row(kind, id_, names, links) for id_ in ordered)
    table = element("table", element("thead", head), element("tbody", rows), class_="events")
    return join(heading(KINDS[kind], told), element("div", table, class_="scroll", tabindex="0"))


def _row(kind: str, id_: str, names: Names, links: SiteLinks) -> Markup:
    here = names.made.workspace
    record = here.actors[id_] if kind == "actors" else here.places[id_]
    what = here.actors[id_].kind if kind == "actors" else here.places[id_].precision
    cells: tuple[tuple[str, Content], ...] = (
        ("Name", links.record(kind, id_, words(names.name_of(kind, id_)))),
        ("Kind", without_hyphens(what)),
        ("Country", country_name(record.country)),
        ("Events", f"{len(names.events[kind][id_]):,}"),
    )
    return element("tr", *(element("td", each, data_heading=title) for title, each in cells))


def name_page(kind: str, id_: str, names: Names) -> bytes:
    """The page of one thread, actor or place."""
    made, links = names.made, SiteLinks(names.made, "../")
    title, own = names.name_of(kind, id_), names.events[kind][id_]
    asks = f"#thread={id_}" if kind == "threads" else f"#words={quote(title)}"
    about = _about_thread(id_, made) if kind == "threads" else _about_name(kind, id_, made)
    body = join(heading(words(title), count_words(len(own), "event")), about, event_section(own, made, links, asks))
    return page(made, title, body, links=links, current=kind)


def _about_thread(id_: str, made: Publication) -> Markup:
    thread = made.workspace.threads[id_]
    summary = element("p", words(thread.summary), class_="summary") if thread.summary else None
    tracked = track_questions(thread, made.everything, made.evidence, made.mode, made.made.date())
    items = [
        element("li", element("span", words(each.question.text)), element("span", each.stands, class_="level"))
        for each in tracked
    ]
    asked = join(element("h2", "Questions"), element("ul", *items, class_="rows")) if items else NOTHING
    return join(summary, asked)


def _about_name(kind: str, id_: str, made: Publication) -> Markup:
    here = made.workspace
    record = here.actors[id_] if kind == "actors" else here.places[id_]
    facts = [("Also called", ", ".join(record.aliases)), ("Country", country_name(record.country))]
    shown = [element("div", element("dt", name), element("dd", words(told))) for name, told in facts if told]
    return element("dl", *shown, class_="facts") if shown else NOTHING
