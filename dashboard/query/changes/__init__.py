"""What changed between two states of the workspace."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.query.changes.asked import snapshot_of
    from dashboard.query.changes.carrying import ValueSupport, support_of_field, support_of_verdict
    from dashboard.query.changes.change import (
        Changes,
        EventChange,
        NewEvent,
        QuestionChange,
        QuestionSnapshot,
        VerdictChange,
    )
    from dashboard.query.changes.comparison import changes_between
    from dashboard.query.changes.earlier_words import WordsBefore, words_before
    from dashboard.query.changes.fields import KEYED, FieldChange, Json, fields_of
    from dashboard.query.changes.kept import keeping
    from dashboard.query.changes.known import known_moments
    from dashboard.query.changes.named import NamedState, state_at, state_now, state_of
    from dashboard.query.changes.novelty import Novelty, date_of, is_ahead, novelty_of
    from dashboard.query.changes.sections import (
        FIXED_PROBLEMS,
        GONE,
        NEW_PROBLEMS,
        NOT_COMPARED,
        ChangeLine,
        ChangeSection,
        new_line,
        new_titles,
        overdue_on,
        sections_of,
        sources_of,
        stands_now,
    )
    from dashboard.query.changes.state import ALL, Key, State, unreadable
    from dashboard.query.changes.summary_text import counts_of, summary
    from dashboard.query.changes.wording import (
        NOTHING,
        both_words,
        change_words,
        field_words,
        question_words,
        value_words,
    )
else:
    __getattr__ = lazy(__name__, __file__)

__all__ = [
    "ALL",
    "FIXED_PROBLEMS",
    "GONE",
    "KEYED",
    "NEW_PROBLEMS",
    "NOTHING",
    "NOT_COMPARED",
    "ChangeLine",
    "ChangeSection",
    "Changes",
    "EventChange",
    "FieldChange",
    "Json",
    "Key",
    "NamedState",
    "NewEvent",
    "Novelty",
    "QuestionChange",
    "QuestionSnapshot",
    "State",
    "ValueSupport",
    "VerdictChange",
    "WordsBefore",
    "both_words",
    "change_words",
    "changes_between",
    "counts_of",
    "date_of",
    "field_words",
    "fields_of",
    "is_ahead",
    "keeping",
    "known_moments",
    "new_line",
    "new_titles",
    "novelty_of",
    "overdue_on",
    "question_words",
    "sections_of",
    "snapshot_of",
    "sources_of",
    "stands_now",
    "state_at",
    "state_now",
    "state_of",
    "summary",
    "support_of_field",
    "support_of_verdict",
    "unreadable",
    "value_words",
    "words_before",
]
