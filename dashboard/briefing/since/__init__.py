"""What changed since a day, a revision or a briefing."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.briefing.since.changes import changed
    from dashboard.briefing.since.comparison import (
        BriefingUnreadable,
        ByHashes,
        check_has_come,
        check_name,
        state_before,
    )
    from dashboard.briefing.since.hash_comparison import CANNOT_TELL, QuestionNow, StoredChanges, stored_changes
    from dashboard.briefing.since.hash_comparison_sections import stored_sections, stored_summary
else:
    __getattr__ = lazy(__name__, __file__)

__all__ = [
    "CANNOT_TELL",
    "BriefingUnreadable",
    "ByHashes",
    "QuestionNow",
    "StoredChanges",
    "changed",
    "check_has_come",
    "check_name",
    "state_before",
    "stored_changes",
    "stored_sections",
    "stored_summary",
]
