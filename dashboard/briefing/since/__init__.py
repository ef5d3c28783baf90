"""What changed since a day, a revision or a briefing."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.briefing.since.changes import changes_section
    from dashboard.briefing.since.comparison import (
        Baseline,
        BriefingUnreadable,
        StateComparison,
        baseline,
        compare,
        lasting_name,
        state_seen,
    )
else:
    __getattr__ = lazy(__name__, __file__)
