"""The commitment ladder of a thread on the page, with what is said of it."""

import datetime as dt

from dashboard.app.parts import help_link, show_figure
from dashboard.app.shell import PageContext, state
from dashboard.model.problem import Severity
from dashboard.query.threads import Story
from dashboard.text.markup import Markup, element, join
from dashboard.views.drawing import Drawing
from dashboard.views.ladder import event_ladder
from dashboard.views.palette import Palette


def ladder_figure(story: Story, page: PageContext, today: dt.date) -> Drawing:
    """The ladder, for the width that the page has."""
    width, troubled = state.width("ladder"), _worst_problems(page)
    color_index = list(page.workspace.threads).index(story.thread.id)
    selected = page.selected_id if page.selected_id in {step.id for step in story.steps} else None

    def draw(palette: Palette) -> Drawing:
        return event_ladder(
            story.steps,
            story.joins,
            title=story.thread.title,
            color_index=color_index,
            palette=palette,
            width=width,
            today=today,
            selected=selected,
            troubled=troubled,
        )

    return show_figure(draw, "ladder", selected=selected)


def ladder_head(ladder: Drawing, left_out: Markup) -> Markup:
    """What the figure is, what was done to it, and what is not on it."""
    done = element("p", ". ".join(ladder.sentences), ".", class_="dl-muted")
    return element("div", _title(), done, left_out, class_="dl-ladder-head")


def no_ladder(left_out: Markup) -> Markup:
    """The sentence shown in place of the figure if no event has both a level and a date."""
    told = element("p", "No event here has both a level and a date, so there is no ladder.", class_="dl-muted")
    return element("div", _title(), told, left_out, class_="dl-ladder-head")


def _title() -> Markup:
    return element("h2", join("How far it has come", help_link("commitment", "the ladder"), by=" "))


def _worst_problems(page: PageContext) -> dict[str, Severity]:
    """Event ids to the worst problem of each."""
    return {
        event: Severity.ERROR if any(each.severity is Severity.ERROR for each in problems) else Severity.WARNING
        for event, problems in page.problems_of.items()
    }
