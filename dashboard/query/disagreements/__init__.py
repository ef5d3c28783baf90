"""Where sources differ, and where the team differs from them."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.query.disagreements.disagreements import Disagreement, disagreements_of, doubted, is_claim
    from dashboard.query.disagreements.disputes import Contradicted, Dispute, Said, contradictions_of, disputes_of
    from dashboard.query.disagreements.ledger import Kind, Ledger, Left, Line, Side, Total, ledger_of
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

__all__ = [
    "NOT_KNOWN",
    "Contradicted",
    "Disagreement",
    "Dispute",
    "Kind",
    "Ledger",
    "Left",
    "Line",
    "Said",
    "Side",
    "Total",
    "amount_label",
    "amount_sides",
    "contradictions_of",
    "difference",
    "disagreements_of",
    "disputes_of",
    "doubted",
    "is_claim",
    "ledger_of",
    "other_amount",
    "participant_sides",
]
