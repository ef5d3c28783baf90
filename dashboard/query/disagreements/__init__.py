"""Where sources differ, and where the team differs from them."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.query.disagreements.disputes import (
        DOUBTED,
        ClaimOfEvent,
        Disagreement,
        Dispute,
        DisputeGroup,
        contradictions_of,
        disagreements_of,
        disputed_claims,
        disputes_of,
        doubtful_claims,
        is_claim,
    )
    from dashboard.query.disagreements.ledger import Kind, Ledger, LedgerLine, Left, Side, Total, ledger_of
    from dashboard.query.disagreements.reported_values import differ, opponents_of
    from dashboard.query.disagreements.sides import (
        NOT_KNOWN,
        amount_label,
        amount_sides,
        difference,
        in_words,
        label_of,
        other_amount,
        participant_sides,
        said_by_sources,
    )
else:
    __getattr__ = lazy(__name__, __file__)
