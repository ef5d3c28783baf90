"""Sentences read for what happened: the clauses whose verb tells of an event, and what denies or supposes it.

Rules of English: which verbs tell of an event and in which sense, where a clause begins, and how far its words reach.
What stands in a quotation, a condition, a plan or a doubt is not taken for what happened.
"""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.drafting.clauses.clause_finding import clause_with, event_clauses
    from dashboard.drafting.clauses.denials import is_told_by_somebody
    from dashboard.drafting.clauses.event_clause import EventClause
    from dashboard.drafting.clauses.trigger_words import MOST_TYPES
else:
    __getattr__ = lazy(__name__, __file__)
