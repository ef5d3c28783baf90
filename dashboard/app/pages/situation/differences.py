"""Differences: every value whose assessed differs from its reported, with both words and who says so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dashboard.app.card import basis_words, parts_with_marks
from dashboard.app.parts import button, event_link, mark_link, thread_color
from dashboard.app.shell import PageContext
from dashboard.model.event import Event
from dashboard.query.disagreements import difference
from dashboard.query.event_values import EventValue, rows_of
from dashboard.query.wording import count_words
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words

PLACE: Final = "differences"
"""Id of the section."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One value of one event, in two words, or in those of several sources."""

    event: Event
    label: str
    reported: EventValue
    """Its text is what of it differs; it has parts where sources differ from each other."""
    assessed: EventValue | None
    """None where sources differ and the team has assessed nothing."""


def differences(page: PageContext) -> Iterator[Difference]:
    """The differences of the events shown, in their order. A value that only one side gives is no difference."""
    for reading in page.readings:
        event = reading.event
        if next(event.assessed_values(), None) is None and next(event.other_values(), None) is None:
            continue  # most of thousands
        for row in rows_of(event, page.table):
            if row.reported.differs:
                yield Difference(event, row.label, row.reported, row.assessed)
            elif row.assessed and (found := difference(row.reported.text, row.assessed.text)):
                sides = replace(row.reported, text=found[0]), replace(row.assessed, text=found[1])
                yield Difference(event, row.label, *sides)


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
    head = element("h2", "Differences ", element("span", f"{len(found):,}", class_="dl-count"))
    items = join_all(_item(each, page) for each in found)
    told = {"class_": "dl-differences", "aria_label": "Differences", "id": PLACE, "tabindex": "-1"}
    return element("section", head, element("ul", items), **told)


def _item(difference: Difference, page: PageContext) -> Markup:
    event, reported, assessed = difference.event, difference.reported, difference.assessed
    link = event_link(event.id, words(event.title), mode=page.mode)
    arrow = join(element("span", " →", aria_hidden="true"), element("span", ", assessed as", class_="dl-hidden"))
    if reported.parts:
        said = join(parts_with_marks(reported, page))
    else:
        said = _side(reported, join(words(reported.text), arrow), page)
    if assessed is not None:
        basis = element("p", basis_words(assessed.basis, page), class_="dl-muted")
        held = join(_side(assessed, element("b", words(assessed.text)), page), basis)
    else:
        held = element("p", "Sources differ. The team has assessed nothing yet.", class_="dl-muted")
    about = element("p", f"{difference.label}, ", link, class_="dl-muted")
    return element("li", about, said, held, style=f"--dl-own:{thread_color(page.thread_index(event))}")


def _side(cell: EventValue, value: Markup, page: PageContext) -> Markup:
    """A value with its mark, on a line of its own: the reported one above the assessed one."""
    return element("p", mark_link(cell.mark, page), " ", value, class_="dl-kept")
