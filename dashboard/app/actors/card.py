"""What stands beside the network: the selected event, the events of a tie, one actor, or the list of all."""

from dashboard.app import state
from dashboard.app.actors.list import actor_list
from dashboard.app.actors.profile import profile
from dashboard.app.card.card import event_card
from dashboard.app.card.missing_event import missing_event
from dashboard.app.shown import Shown
from dashboard.app.situation.overview import event_list
from dashboard.query.actors import Cast, Dossier
from dashboard.query.wording import counted
from dashboard.text.markup import Markup


def actor_card(cast: Cast, dossier: Dossier | None, shown: Shown) -> Markup:
    """The narrowest thing that the reader has chosen."""
    if shown.selected is not None:
        event = shown.workspace.events.get(shown.selected)
        return event_card(event, shown) if event else missing_event(shown.selected, shown)
    if behind := shown.events(state.listed(shown.by_id)):
        return event_list(behind, shown, f"{counted(len(behind), 'event')} behind this tie")
    if dossier is not None:
        return profile(dossier, shown)
    return actor_list(cast, shown, _part(state.chosen("part")))


def _part(told: str | None) -> int:
    """Counts from 1 in the address, from 0 here; the first where the address has none."""
    return int(told) - 1 if told and told.isascii() and told.isdigit() and len(told) < 9 else 0
