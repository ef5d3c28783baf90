"""The page that searches events, claims, quotes and names, by a script."""

from dashboard.briefing.site.frame import heading, page
from dashboard.briefing.site.links import SiteLinks
from dashboard.briefing.site.publication import Publication
from dashboard.text.markup import element, join


def search_page(made: Publication, links: SiteLinks) -> bytes:
    """A field, and below it what is found."""
    field = element("input", name="words", type="search", autocomplete="off", spellcheck="false")
    label = element("label", element("span", "Words in titles, claims, quotes and names"), field)
    form = element("form", label, id="search", hidden=True, role="search", class_="filters")
    without = element(
        "p", "The search needs JavaScript. Lists of all events, names and sources are above.", id="without"
    )
    told = element("p", id="told", role="status")
    body = join(heading("Search"), form, without, told, element("div", id="found"))
    return page(made, "Search", body, links=links, current="search", scripts=("search.js",), every_mark=True)
