"""Records that are being written: what would be wrong with their files."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.checks.drafts.briefing_draft import DraftResult, check_draft
    from dashboard.checks.drafts.event_draft import EventDraftResult, check_event_draft
    from dashboard.checks.drafts.record_draft import MODELS, RecordDraftResult, check_record_draft
    from dashboard.checks.drafts.surroundings import prepare_ties
else:
    __getattr__ = lazy(__name__, __file__)
