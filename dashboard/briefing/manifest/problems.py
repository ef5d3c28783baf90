"""What is wrong with briefings that only filters can tell: they stand on a higher floor than the checks."""

from dashboard.briefing.outline import choose_events
from dashboard.checks.briefings import SELECTION_EMPTY
from dashboard.checks.validation import Validation
from dashboard.model.briefing import Briefing
from dashboard.model.problem import Problem


def problems_of(validation: Validation) -> tuple[Problem, ...]:
    """Problems of all briefings that validation does not look for."""
    return tuple(
        problem
        for briefing in validation.workspace.briefings.values()
        for problem in problems_of_one(briefing, validation)
    )


def problems_of_one(briefing: Briefing, validation: Validation) -> tuple[Problem, ...]:
    """A filter lets an event through."""
    if not briefing.selection.is_filter or briefing.selection.events or choose_events(briefing, validation).readings:
        return ()
    file = f"events/briefings/{briefing.id}.yaml"
    position = validation.workspace.position(file, ("selection",))
    return (SELECTION_EMPTY.at(file, position, "no events match the filters"),)
