"""What a claim's quotes stand in: who speaks, in which passage, of whom and of what."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.checks.context import edges
    from dashboard.checks.context.antecedents import is_called_by_kind, kinds_of, stands_for_antecedent
    from dashboard.checks.context.claim_context import (
        ClaimContext,
        is_english,
        is_in_latin,
        relative_dates_of,
        words_of_quotes,
        worked_out_dates,
    )
    from dashboard.checks.context.event_context import EventContext
    from dashboard.checks.context.inserted_words import without_inserted_words
    from dashboard.checks.context.measures import BOUND, NUMBER, Measure
    from dashboard.checks.context.name_signs import SignedTexts, adjectives_in
    from dashboard.checks.context.named_places import NamedPlaces
    from dashboard.checks.context.new_entries import (
        actor_hint,
        place_hint,
        point_hint,
        source_hint,
        source_of_office_hint,
        source_of_point_hint,
        thread_hint,
    )
    from dashboard.checks.context.offices import OfficeMention, Offices
    from dashboard.checks.context.quote_hints import deciding_context, difference, nearest_words
    from dashboard.checks.context.registry_names import RegistryNames
    from dashboard.checks.context.reported_words import another_actor, another_place
    from dashboard.checks.context.shared_words import share_a_word
    from dashboard.checks.context.speakers import (
        Speaking,
        is_only_addressed,
        quotings,
        speaking_in_quotes,
        speaking_in_text,
    )
    from dashboard.checks.context.subjects import is_body_of_country
else:
    __getattr__ = lazy(__name__, __file__)
