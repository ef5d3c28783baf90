"""The events as a table: in parts that are read without a script, and a form by which a script filters all of them."""

from collections import Counter
from collections.abc import Iterator, Mapping

from dashboard.briefing.site.event_list import event_table, type_words
from dashboard.briefing.site.frame import heading, page
from dashboard.briefing.site.links import SiteLinks
from dashboard.briefing.site.publication import Publication
from dashboard.evidence.verdicts import Verdict
from dashboard.model.geography import country_name
from dashboard.query.wording import count_words
from dashboard.text.markup import NOTHING, Markup, element, join

PART_EVENTS = 200
"""So many events stand on a page."""


def event_pages(made: Publication) -> Iterator[tuple[str, bytes]]:
    """Each page of the table by its file: `events.html`, `events-2.html`."""
    parts = max(1, -(-len(made.newest) // PART_EVENTS))
    links = SiteLinks(made)
    for part in range(parts):
        own = made.newest[part * PART_EVENTS : (part + 1) * PART_EVENTS]
        first = part * PART_EVENTS + 1
        told = f"{first:,} to {first + len(own) - 1:,} of {len(made.newest):,}, newest first" if own else "None"
        listed = element("div", event_table(own, made, links), _pager(part, parts), id="listed")
        told_of = element("p", told, id="told", role="status")
        table_file = element("p", element("a", "All of them as CSV", href="events.csv", download=True))
        form = _form(made) if part == 0 else None
        body = join(heading(count_words(len(made.newest), "event")), form, told_of, listed, table_file)
        title = "Events" if part == 0 else f"Events, part {part + 1}"
        yield (
            _file(part),
            page(made, title, body, links=links, current="events", scripts=("events.js",), every_mark=part == 0),
        )


def _file(part: int) -> str:
    return f"events-{part + 1}.html" if part else "events.html"


def _pager(part: int, parts: int) -> Markup:
    if parts < 2:
        return NOTHING
    steps = (("First", 0), ("Previous", part - 1), ("Next", part + 1), ("Last", parts - 1))
    links = [element("a", name, href=_file(to)) for name, to in steps if 0 <= to < parts and to != part]
    return element("nav", f"Part {part + 1:,} of {parts:,} ", *links, class_="pager", aria_label="Parts of the table")


def _form(made: Publication) -> Markup:
    """The filters, which a script shows."""
    rows = [made.row(reading) for reading in made.readings]
    threads = Counter(thread for row in rows for thread in dict.fromkeys(row.event.threads))
    types = Counter(filter(None, map(type_words, rows)))
    countries = Counter(
        place.country for row in rows if (place := row.reading.place.value) is not None and place.country
    )
    verdicts = Counter(verdict.value for row in rows for verdict, number in row.verdicts.items() if number)
    named = {each: made.workspace.thread_title(each) for each in threads}
    states = {each.value: each.value for each in Verdict if verdicts[each.value]}
    choices = (
        _choice("thread", "Thread", named, threads),
        _choice("type", "Type", {each: each for each in types}, types),
        _choice("country", "Country", {each: country_name(each) for each in countries}, countries),
        _choice("verdict", "A claim is", states, verdicts),
    )
    fields = (
        _field("words", "Words in title, place, actors", "search"),
        *choices,
        _field("from", "From", "text", "2024-05"),
        _field("to", "To", "text", "2025"),
    )
    clear = element("button", "Show all", type="reset")
    return element("form", *fields, clear, id="filters", hidden=True, aria_label="Filters", class_="filters")


def _field(name: str, label: str, kind: str, example: str | None = None) -> Markup:
    told = {"name": name, "type": kind, "placeholder": example, "autocomplete": "off", "spellcheck": "false"}
    return element("label", element("span", label), element("input", **told))


def _choice(name: str, label: str, values: Mapping[str, str], counts: Counter[str]) -> Markup | None:
    """A list of values with how many events have each; nothing where there is nothing to choose."""
    if len(values) < 2:
        return None
    ordered = sorted(values, key=lambda each: (-counts[each], values[each]))
    options = [
        element("option", f"{' '.join(values[each].split())} ({counts[each]:,})", value=each) for each in ordered
    ]
    select = element("select", element("option", "any", value=""), *options, name=name)
    return element("label", element("span", label), select)
