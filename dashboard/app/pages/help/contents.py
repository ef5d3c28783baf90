"""Help as it stands on the page: the topics with their entries, and the guides that come with the program."""

from collections.abc import Iterable
from typing import Final

from dashboard.app.pages.help.topics import FIGURES, TOPICS, HelpEntry, Topic
from dashboard.app.parts import place_link
from dashboard.app.shell import PageContext
from dashboard.model import vocabularies
from dashboard.text.markup import NOTHING, Markup, element, join, join_all

GUIDE_TITLES: Final = {
    "records": "Record format",
    "writing": "From article to record",
    "problems": "Problems and fixes",
    "sources": "Adding sources",
    "inbox": "The inbox",
    "commands": "Commands",
    "since": "Comparing",
    "imports": "Import formats",
    "exports": "Export formats",
    "deploy": "Running a server",
}
"""The titles of the guides, by the names that `dateline docs` has for them."""


def help_page(page: PageContext, about: str | None, place: str) -> tuple[Markup, Markup]:
    """What stands before the figure of signs, and what stands behind it. `about` is the anchor that was asked for."""
    contents = element(
        "nav",
        *(_link(topic, page) for topic in TOPICS),
        *guide_links(page),
        class_="dl-contents",
        aria_label="Contents",
    )
    asked = about if about in anchors() else None
    missed = NOTHING
    if about and asked is None:
        missed = element("p", "Help has no entry for ", element("code", about), ".", role="status")
    at = TOPICS.index(FIGURES)
    head = element("header", element("h1", "Help"), contents, missed)
    first = join_all(_section(topic, asked) for topic in TOPICS[:at])
    signs = element("section", _head(FIGURES, asked))
    before = element("div", head, first, signs, class_="dl-help", data_place=place)
    rest = join_all(_section(topic, asked) for topic in TOPICS[at + 1 :])
    return before, element("div", _list(FIGURES, asked), rest, _credits(), class_="dl-help")


def guide_links(page: PageContext) -> Iterable[Markup]:
    """Links to the pages that come with the program, which `dateline docs` prints, too."""
    for name, title in GUIDE_TITLES.items():
        yield place_link("help", title, mode=page.mode, about=f"docs-{name}")


def guide_asked(about: str | None) -> str | None:
    """The guide that the address asks for; None where it asks for none."""
    name = (about or "").removeprefix("docs-")
    return name if name in GUIDE_TITLES and name != about else None


def guide_head(name: str, page: PageContext, place: str) -> Markup:
    """What stands above a guide: the way back, and the other guides."""
    links = (place_link("help", "Help", mode=page.mode), *guide_links(page))
    contents = element("nav", *links, class_="dl-contents", aria_label="Guides")
    command = element("p", "The same in a terminal: ", element("code", f"dateline docs {name}"), class_="dl-muted")
    head = element("header", element("h1", GUIDE_TITLES[name]), contents, command)
    return element("div", head, class_="dl-help", data_place=place)


def anchors() -> frozenset[str]:
    """Every anchor that a link may name."""
    return frozenset(
        anchor for topic in TOPICS for anchor in (topic.anchor, *(_anchor(topic, entry) for entry in topic.entries()))
    )


def _anchor(topic: Topic, entry: HelpEntry) -> str:
    return f"{topic.anchor}-{entry.key.replace(' ', '-').replace('_', '-').lower()}"


def _link(topic: Topic, page: PageContext) -> Markup:
    return place_link("help", topic.title, mode=page.mode, about=topic.anchor)


def _section(topic: Topic, asked: str | None) -> Markup:
    return element("section", _head(topic, asked), _list(topic, asked))


def _head(topic: Topic, asked: str | None) -> Markup:
    title = element("h2", topic.title, id=topic.anchor, **_arrives(topic.anchor, asked))
    return join(title, element("p", topic.lead, class_="dl-muted"))


def _list(topic: Topic, asked: str | None) -> Markup:
    return element("dl", *(_entry(_anchor(topic, entry), entry, asked) for entry in topic.entries()))


def _entry(anchor: str, entry: HelpEntry, asked: str | None) -> Markup:
    parts = (element("dt", entry.term), element("dd", entry.meaning))
    return element("div", *parts, id=anchor, **_arrives(anchor, asked))


def _arrives(anchor: str, asked: str | None) -> dict[str, str | None]:
    return {"data_arrive": "start", "tabindex": "-1"} if anchor == asked else {}


def _credits() -> Markup:
    head = element("h2", "Credits", id="credits")
    return element("section", head, *(element("p", credit) for credit in vocabularies.CREDITS))
