"""What changed since a day, a revision or a briefing."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.briefing.since.changes import changes_section
    from dashboard.briefing.since.comparison import (
        BriefingUnreadable,
        ByHashes,
        check_has_come,
        check_name,
        state_before,
    )
    from dashboard.briefing.since.hash_comparison import CANNOT_TELL, ChangedQuestion, HashComparison, compare_hashes
    from dashboard.briefing.since.hash_comparison_sections import hash_sections, hash_summary
else:
    __getattr__ = lazy(__name__, __file__)

__all__ = [
    "CANNOT_TELL",
    "BriefingUnreadable",
    "ByHashes",
    "ChangedQuestion",
    "HashComparison",
    "changes_section",
    "check_has_come",
    "check_name",
    "compare_hashes",
    "hash_sections",
    "hash_summary",
    "state_before",
]
