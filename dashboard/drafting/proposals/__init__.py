"""Events proposed from a text: by rules, or by a language model that somebody asks; all by the same checks.

A clause tells of an event where its verb says that something happened. Its date, place, actors and amounts are filled
where the words of the clause give them, and left open, with the reason, where they may be of something else.
"""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.drafting.proposals.accepting import accept_proposal
    from dashboard.drafting.proposals.actor_entries import likely_actor
    from dashboard.drafting.proposals.candidates import Candidate, candidate_of
    from dashboard.drafting.proposals.proposal import FieldWords, Proposal
    from dashboard.drafting.proposals.proposing import (
        MOST_CHARACTERS,
        Proposed,
        pass_candidates,
        propose_events,
        read_source,
    )
else:
    __getattr__ = lazy(__name__, __file__)
