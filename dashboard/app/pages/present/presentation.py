"""What is presented: a briefing, or the events that the filters show as if they were one; and a step of it."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal

from dashboard.app.filters import facet_lines
from dashboard.app.shell import PageContext
from dashboard.briefing.compose import outline_of
from dashboard.briefing.outline import BriefingInput, Outline, choose_events
from dashboard.clock import today
from dashboard.model.briefing import Briefing
from dashboard.query.reading import Mode
from dashboard.query.wording import count_words
from dashboard.text.markup import NOTHING, Markup

UNMARKED = "No marking"
AS_REPORTED = "As reported: dates, places and commitment levels are as the sources give them."
_SECTIONS = ("happened", "commitment", "disputed", "unknown", "outlook", "figures", "sources")
Kind = Literal["title", "section", "event", "figures"]


@dataclass(frozen=True)
class Presentation:
    """A briefing with the workspace that it is read from."""

    briefing: Briefing
    page: PageContext
    is_view: bool = False
    """Whether it is the events that are shown, and no briefing of the workspace."""
    until: dt.date | None = None
    """The day until which time is played on Situation: what is presented does not go by it."""

    @property
    def mode(self) -> Mode:
        """A briefing tells what the team holds; the events that are shown, what the page's switch says."""
        return self.page.mode if self.is_view else Mode.ASSESSED

    @cached_property
    def outline(self) -> Outline:
        """All that it says."""
        return outline_of(self.briefing, self.page.validation, self.mode, draws=False)

    @cached_property
    def briefing_input(self) -> BriefingInput:
        """The events of the presentation."""
        return choose_events(self.briefing, self.page.validation, mode=self.mode)


def presentation_of(asked: str | None, page: PageContext, until: dt.date | None = None) -> Presentation | None:
    """The presentation of the briefing `asked`, None if there is none; with None, that of the events shown.

    Made once for all sessions, while these files are asked for the same on the same day.
    """
    day = today()
    whoever = replace(page, selected=None)
    return page.once(("presented", asked, until, day), lambda: _make_presentation(asked, whoever, until, day))


def _make_presentation(
    asked: str | None, page: PageContext, until: dt.date | None, today: dt.date
) -> Presentation | None:
    if asked is not None:
        briefing = page.workspace.briefings.get(asked)
        return Presentation(briefing, page, until=until) if briefing else None
    return Presentation(_of_view(page, today), page, is_view=True, until=until) if page.readings else None


def _of_view(page: PageContext, today: dt.date) -> Briefing:
    """Nobody has said who may see it, and it says so."""
    asked = page.asked
    count = count_words(len(page.readings), "event")
    words = f"With the words “{asked.filters.words}”. " if asked.filters.words else ""
    dates = f"Dates {asked.start or '…'} to {asked.end or '…'}. " if asked.start or asked.end else ""
    filters = "".join(f"{told}. " for told in facet_lines(page))
    read = f"{AS_REPORTED} " if page.mode is Mode.REPORTED else ""
    fields = {
        "id": "current-view",
        "title": f"{_title(page) or count}{', as reported' if read else ''}",
        "marking": {"text": UNMARKED, "meaning": "Nobody has set who may see this"},
        "as_of": today.isoformat(),
        "scope": f"{read}{words}{dates}{filters}{count} of {len(page.all_readings):,}.",
        "selection": {"events": [reading.id for reading in page.readings]},
        "options": {"sections": list(_SECTIONS)},
    }
    return Briefing.model_validate(fields)


def _title(page: PageContext) -> str:
    """The thread's, where one alone is asked for."""
    threads = page.asked.filters.chosen.get("thread", frozenset())
    found = [page.workspace.threads[thread].title for thread in threads if thread in page.workspace.threads]
    return found[0] if len(found) == 1 else ""


@dataclass(frozen=True, slots=True)
class StepContent:
    """The page shows the blocks one below the other; those that find no room stand on the step's next sheet."""

    head: Markup
    """Stands on each of its sheets."""
    blocks: tuple[Markup, ...] = ()
    more: tuple[Markup, ...] = ()
    """Stand below them as far as there is room; the rest is told of in a number, and stands among the notes."""
    notes: Markup = NOTHING


@dataclass(frozen=True)
class WallStep:
    """A step, whose content is written when somebody comes near it: of thousands few are ever seen."""

    kind: Kind
    name: str
    """Short, in plain text: what the speaker sees of the next one."""
    write: Callable[[], StepContent] = field(repr=False, compare=False)
    event: str | None = None
    size: str = ""
    """`large` for the few words that are to be read first."""
    figures: tuple[str, ...] = ()

    @cached_property
    def content(self) -> StepContent:
        """Written once."""
        return self.write()

    @property
    def outline(self) -> dict[str, Any]:
        """The step as JSON for the page while it is far away: its kind alone."""
        return {"kind": self.kind}

    def data(self) -> dict[str, Any]:
        """The step as JSON for the page, in full."""
        content = self.content
        return {
            "kind": self.kind,
            "name": self.name,
            "head": content.head.html,
            "blocks": [block.html for block in content.blocks],
            "more": [block.html for block in content.more],
            "notes": content.notes.html,
            "size": self.size,
        }
