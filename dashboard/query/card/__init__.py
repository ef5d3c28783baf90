"""The card of an event as plain data: what it says, from whom, and where its marks lead. Pages only draw it."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.query.card.claims import CardClaim, CardQuote, CardSource, claim_of
    from dashboard.query.card.disputes import CardDispute, DisputedKind
    from dashboard.query.card.event_card import CardAnswer, CardFact, CardJudgement, CardRelation, EventCard
    from dashboard.query.card.sheet import ClaimSheet, SheetOf, SheetValue, claim_sheet
else:
    __getattr__ = lazy(__name__, __file__)
