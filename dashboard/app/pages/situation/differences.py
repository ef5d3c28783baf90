"""Differences: values whose assessed differs from their reported, or that sources give differently, with both."""

from collections.abc import Sequence
from typing import Final

from dashboard.app.parts import PageLinks, button, event_link, mark_link, page_link
from dashboard.app.shell import PageContext
from dashboard.query.values import Difference, EventValue
from dashboard.query.wording import count_words
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words
from dashboard.views.card import basis_words, parts_with_marks, thread_color

MOST_LISTED: Final = 100
"""So many are listed; the page of disagreements has all of them, in parts."""
PLACE: Final = "differences"
"""Id of the section."""


def differences_line(found: Sequence[Difference]) -> Markup:
    """The number of differences, with a link down to them; nothing if there are none."""
    if not found:
        return NOTHING
    differing = "differs" if len(found) == 1 else "differ"
    among = " or between sources" if any(each.reported.differs for each in found) else ""
    told = f"{count_words(len(found), 'value')} {differing} from the source{among}"
    return element("p", button("reach", PLACE, told, class_="dl-text-button"), class_="dl-differing")


def differences_section(found: Sequence[Difference], page: PageContext) -> Markup:
    """What the source says and what the team holds, where they are not the same; nothing where they all agree."""
    if not found:
        return NOTHING
    all_ = page_link("disagreements", "All with their quotes")
    head = element("h2", "Differences ", element("span", f"{len(found):,} · ", all_, class_="dl-count"))
    items = join_all(_item(each, page) for each in found[:MOST_LISTED])
    left = len(found) - MOST_LISTED
    more = element("p", f"{left:,} more not listed here.", class_="dl-muted") if left > 0 else None
    told = {"class_": "dl-differences", "aria_label": "Differences", "id": PLACE, "tabindex": "-1"}
    return element("section", head, element("ul", items), more, **told)


def _item(difference: Difference, page: PageContext) -> Markup:
    event, reported, assessed = difference.event, difference.reported, difference.assessed
    link = event_link(event.id, words(event.title), mode=page.mode)
    arrow = join(element("span", " →", aria_hidden="true"), element("span", ", assessed as", class_="dl-hidden"))
    if reported.parts:
        said = join(parts_with_marks(reported, PageLinks(page)))
    else:
        said = _side(reported, join(words(reported.text), arrow), page)
    if assessed is not None:
        basis = element("p", basis_words(assessed.basis, PageLinks(page)), class_="dl-muted")
        held = join(_side(assessed, element("b", words(assessed.text)), page), basis)
    else:
        held = element("p", "Sources differ. The team has assessed nothing yet.", class_="dl-muted")
    about = element("p", f"{difference.label}, ", link, class_="dl-muted")
    return element("li", about, said, held, style=f"--dl-own:{thread_color(page.thread_index(event))}")


def _side(cell: EventValue, value: Markup, page: PageContext) -> Markup:
    """A value with its mark, on a line of its own: the reported one above the assessed one."""
    return element("p", mark_link(cell.mark, page), " ", value, class_="dl-kept")
