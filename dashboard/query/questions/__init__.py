"""Questions of threads: when they fall due, how they were answered, how well that was judged."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.query.questions.outlook import (
        LEAST_SCORED,
        Calibration,
        CalibrationBin,
        Outlook,
        OutlookQuestion,
        ResolvedQuestion,
        middle_of,
        outlook_of,
    )
    from dashboard.query.questions.questions import (
        Due,
        QuestionStatus,
        RecordedAnswer,
        RecordedJudgement,
        TrackedQuestion,
        due_questions,
        names_question,
        track_questions,
        with_due_dates,
        with_judgements_by,
    )
else:
    __getattr__ = lazy(__name__, __file__)
