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
    from dashboard.query.disagreements.sides import (
        NOT_KNOWN,
        amount_label,
        amount_sides,
        difference,
        other_amount,
        participant_sides,
    )
else:
    __getattr__ = lazy(__name__, __file__)
