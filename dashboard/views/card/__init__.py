"""The card of an event as markup, drawn from its model: the dashboard's pages and published ones are made of it.

Where its names and marks lead is each page's own affair: it gives `CardLinks`.
"""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.views.card.claims import CLAIMS, claim_list, lead
    from dashboard.views.card.header import dateline, facts
    from dashboard.views.card.icons import evidence_mark, problem_mark, thread_color, thread_square
    from dashboard.views.card.quotes import quote_in_sentence
    from dashboard.views.card.relations import links_of_card
    from dashboard.views.card.source_words import reliability_line, said_by, strength_line
    from dashboard.views.card.value_table import comparison, differing
    from dashboard.views.card.value_words import basis_words, parts_with_marks, words_behind
else:
    __getattr__ = lazy(__name__, __file__)
