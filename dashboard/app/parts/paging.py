"""Steps through what is shown in parts."""

from dashboard.app.parts.links import place_link
from dashboard.query.reading import Mode
from dashboard.text.markup import NOTHING, Markup, element


def pager(
    page: str, part: int, parts: int, told: str, *, mode: Mode, name: str | None = None, **places: str | None
) -> Markup:
    """`Part 3 of 250` with steps to the first, previous, next and last; nothing where there is one part.

    `name` tells it from another on the page; `part` counts from 0; in the address it counts from 1.
    """
    if parts < 2:
        return NOTHING
    steps = (("First", 0), ("Previous", part - 1), ("Next", part + 1), ("Last", parts - 1))
    links = [
        place_link(page, label, mode=mode, part=str(to + 1), **places)
        if 0 <= to < parts and to != part
        else element("span", label)
        for label, to in steps
    ]
    text = element("span", f"Part {part + 1:,} of {parts:,}{', ' + told if told else ''}")
    return element("nav", text, *links, class_="dl-pager", aria_label=name or "Parts")
