"""Where sources differ from each other: dates, places and amounts that are reported in several ways."""

from collections.abc import Iterator, Sequence
from typing import Final

from dashboard.briefing.outline import BriefingInput, TableRow, basis, value_basis
from dashboard.model.amount import Amount
from dashboard.model.time_and_place import When, Where
from dashboard.query.disagreements import differ, label_of, said_by_sources
from dashboard.query.reading import ResolvedEvent, path_of_part

HEADINGS_OF_SOURCES: Final = ("Event", "Value", "Reported")


def rows_of_sources(reading: ResolvedEvent, chosen: BriefingInput) -> Iterator[TableRow]:
    """A row for each of the values that several sources give, with the claims that give it."""
    event, workspace = reading.event, chosen.workspace
    parts: Sequence[When | Where | Amount] = (event.when, event.where, *event.amounts.values())
    for part in parts:
        if part.also_reported:
            label, path = label_of(event, part), path_of_part(event, part)
            name = f"{label}, in dispute" if differ(part, workspace.places) else label
            for text, value in said_by_sources(part, workspace):
                named = [f"{event.id}/{key}" for key in value.claims]
                rests_on = (*basis.of_title(event), *value_basis.of_one_source(event, path, value))
                yield chosen.numbering.row((event.title, name, text), named, rests_on)
