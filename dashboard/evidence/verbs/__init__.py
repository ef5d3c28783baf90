"""English verbs: whether what one text says was done is only planned in another, and who does it to whom."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.evidence.verbs.agents import agent_spans, shared_deeds
    from dashboard.evidence.verbs.contrary_deeds import without_contrary_deeds, without_undone
    from dashboard.evidence.verbs.contrary_phrases import contrary_pair, lasts_until
    from dashboard.evidence.verbs.converses import (
        done_by_another,
        exchanged_in_other_words,
        may_tell_one_deed,
        tell_the_same_deed,
    )
    from dashboard.evidence.verbs.faint_plans import faint_plan
    from dashboard.evidence.verbs.forms import bases_of, gerunds_of, present_of
    from dashboard.evidence.verbs.headlines import change_in_title, planned_in_title, undone_in_title
    from dashboard.evidence.verbs.main_clauses import MainDeed, heads_of, main_deeds
    from dashboard.evidence.verbs.named_parties import exchanged_names_of_deed, suffers_the_same
    from dashboard.evidence.verbs.onlookers import MEDIATION, mediates, only_tells
    from dashboard.evidence.verbs.open_deeds import is_open, open_deed_in_title
    from dashboard.evidence.verbs.parties import MUTUAL, exchanged_doers, exchanged_parties, keep_their_order
    from dashboard.evidence.verbs.planned_things import is_only_talked_of, planned_sum, planned_thing, way_cleared
    from dashboard.evidence.verbs.plans import planning_word
    from dashboard.evidence.verbs.tellers import exchanged_tellers
    from dashboard.evidence.verbs.transfers import exchanged_transfer, tells_the_same_transfer
    from dashboard.evidence.verbs.typed_agents import does_it, is_blamed, suffers_it
    from dashboard.evidence.verbs.typed_deeds import (
        IN_SUBSTANCE,
        bases_in_text,
        main_words,
        may_be_headline_of,
        tells_as_done,
        types_in_headline,
        types_with_words_in,
    )
    from dashboard.evidence.verbs.undone_deeds import undone_deed
else:
    __getattr__ = lazy(__name__, __file__)
