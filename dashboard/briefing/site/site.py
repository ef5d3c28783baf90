"""All files of a published folder."""

from collections.abc import Iterator
from importlib.resources import files

from dashboard.briefing.figures import STATIC
from dashboard.briefing.site.appearance import site_style
from dashboard.briefing.site.data import data_files
from dashboard.briefing.site.event_page import event_page
from dashboard.briefing.site.events import event_pages
from dashboard.briefing.site.figures import TITLES, SiteFigures, draw_figures
from dashboard.briefing.site.frame import page
from dashboard.briefing.site.links import SiteLinks
from dashboard.briefing.site.names import KINDS, Names, name_list, name_page
from dashboard.briefing.site.publication import Publication
from dashboard.briefing.site.search import search_page
from dashboard.briefing.site.situation import figure_section, situation
from dashboard.briefing.site.sources import source_list, source_pages
from dashboard.briefing.site.trust import trust_page
from dashboard.query.fields import csv_text

_SCRIPTS = {"site.js": "site_page.js", "events.js": "site_events.js", "search.js": "site_search.js"}
_FIGURES = "html_page.js"
"""What zooms drawings: that of briefings."""


def site_files(made: Publication) -> tuple[Iterator[tuple[str, bytes]], str]:
    """Every file by its path, one after the other, for they may be many; and why no figure is drawn, if none is."""
    figures = draw_figures(made)
    return _files(made, figures), figures.lacking


def _files(made: Publication, figures: SiteFigures) -> Iterator[tuple[str, bytes]]:
    links, names = SiteLinks(made), Names(made)
    drawn = {name: figure_section(name, TITLES[name], *each) for name, each in figures.draw().items()}
    own = files("dashboard.briefing")
    yield "assets/style.css", site_style(figures.colors)
    for name, file in {**_SCRIPTS, "figures.js": _FIGURES}.items():
        yield f"assets/{name}", (own / file).read_bytes()
    yield "assets/FONT-LICENSE.txt", (STATIC / "fonts" / "LICENSE").read_bytes()
    yield (
        "index.html",
        page(
            made,
            made.title,
            situation(made, links, drawn),
            links=links,
            current="index",
            scripts=("figures.js",),
        ),
    )
    yield from event_pages(made)
    yield "sources.html", page(made, "Sources", source_list(made, links), links=links, current="sources")
    yield "trust.html", page(made, "Trust", trust_page(made, links), links=links, current="trust")
    yield "search.html", search_page(made, links)
    for kind, title in KINDS.items():
        yield f"{kind}.html", page(made, title, name_list(kind, names, links), links=links, current=kind)
        for id_ in names.events[kind]:
            yield f"{kind}/{id_}.html", name_page(kind, id_, names)
    for id_ in made.source_ids:
        yield from source_pages(id_, made)
    ids = (None, *(reading.id for reading in made.readings), None)
    for place, reading in enumerate(made.readings):
        yield f"events/{reading.id}.html", event_page(reading, made, ids[place], ids[place + 2])
    yield "events.csv", csv_text(made.readings, made.table).encode()
    yield from data_files(made, names, figures.lists)
