"""Questions of threads: when they fall due, how they were answered, how well that was judged."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.query.questions.due import Due, due_questions, with_due_dates
    from dashboard.query.questions.outlook import (
        LEAST_SCORED,
        Bin,
        Calibration,
        Outlook,
        Question,
        Resolved,
        middle_of,
        outlook_of,
    )
    from dashboard.query.questions.questions import Answered, Asked, Judged, Standing, asked_of, judged_by
else:
    __getattr__ = lazy(__name__, __file__)

__all__ = [
    "LEAST_SCORED",
    "Answered",
    "Asked",
    "Bin",
    "Calibration",
    "Due",
    "Judged",
    "Outlook",
    "Question",
    "Resolved",
    "Standing",
    "asked_of",
    "due_questions",
    "judged_by",
    "middle_of",
    "outlook_of",
    "with_due_dates",
]
