"""Who takes part in a thread, how often, and as what."""

from typing import Final

from dashboard.app.parts.links import place_link
from dashboard.app.shown import Shown
from dashboard.query.reading import Mode
from dashboard.query.threads import Part
from dashboard.query.wording import counted
from dashboard.text.markup import Markup, element, every, words

IN_SIGHT: Final = 12
"""So many actors stand in the list; the others are behind a press."""


def thread_actors(parts: tuple[Part, ...], shown: Shown) -> Markup:
    """Those who took part most often first, each with its roles and how often it is quoted as saying something."""
    head = element("h2", "Actors ", element("span", f"{len(parts):,}", class_="dl-count"))
    if not parts:
        reported = shown.mode is Mode.REPORTED
        told = "As reported, no quote names an actor." if reported else "No event here names an actor."
        return element("section", head, element("p", told, class_="dl-muted"))
    rest = parts[IN_SIGHT:]
    more = None
    if rest:
        summary = element("summary", f"{counted(len(rest), 'more actor')}")
        more = element("details", summary, _list(rest, shown), id="thread-actors")
    return element("section", head, _list(parts[:IN_SIGHT], shown), more)


def _list(parts: tuple[Part, ...], shown: Shown) -> Markup:
    return element("ul", every(_row(part, shown) for part in parts), class_="dl-rows dl-parts")


def _row(part: Part, shown: Shown) -> Markup:
    name = place_link("actors", words(shown.actor_name(part.actor)), mode=shown.mode, actor=part.actor)
    did = [f"{role} {count:,}" for role, count in part.roles.items()]
    if part.said:
        did.append(counted(part.said, "statement"))
    return element("li", name, element("span", " ", ", ".join(did), class_="dl-level"))
