"""What stands beside the network: the selected event, the events of a tie, one actor, or the list of all."""

from dashboard.app import state
from dashboard.app.actor_list import actor_list
from dashboard.app.actor_profile import profile
from dashboard.app.card import event_card
from dashboard.app.markup import Markup
from dashboard.app.overview import event_list, unknown_event
from dashboard.app.shown import Shown
from dashboard.app.wording import counted
from dashboard.query.actors import Cast, Dossier


def actor_card(cast: Cast, dossier: Dossier | None, shown: Shown) -> Markup:
    """The narrowest thing that the reader has chosen."""
    if shown.selected is not None:
        event = shown.workspace.events.get(shown.selected)
        return event_card(event, shown) if event else unknown_event(shown.selected)
    if behind := shown.events(state.listed()):
        return event_list(behind, shown, f"{counted(len(behind), 'event')} behind this tie")
    if dossier is not None:
        return profile(dossier, shown)
    return actor_list(cast, shown, _part(state.chosen("part")))


def _part(told: str | None) -> int:
    """Counts from 1 in the address, from 0 here; the first where the address has none."""
    return int(told) - 1 if told and told.isascii() and told.isdigit() and len(told) < 9 else 0
