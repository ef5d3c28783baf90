"""The card of an event or a question, and the page that has one beside a list."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.app.card.card import card_of, selected_card
    from dashboard.app.card.master_detail import beside_card
    from dashboard.app.card.questions import question_card, thread_questions
else:
    __getattr__ = lazy(__name__, __file__)
