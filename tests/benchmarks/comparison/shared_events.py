"""The events of a workspace as any program could take them: a title, a text, days, a thread and a point."""

from dataclasses import asdict, dataclass
from pathlib import Path

from dashboard.model.dates import EventDate
from dashboard.model.event import Event
from dashboard.model.registry import Place
from dashboard.store.loading import load
from dashboard.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class SharedEvent:
    """One event. What is unknown is None."""

    id: str
    title: str
    text: str
    """Of its first claim."""
    thread: str
    start: str | None
    """The earliest day that its date allows, as `2009-09-17`."""
    end: str | None
    latitude: float | None
    longitude: float | None


def shared_events(root: Path) -> list[dict[str, object]]:
    """Every event of the workspace at `root`, in the order of their ids."""
    workspace = load(root)
    return [asdict(_shared(event, workspace)) for _id, event in sorted(workspace.events.items())]


def _shared(event: Event, workspace: Workspace) -> SharedEvent:
    start, end = days_of(event)
    place = place_of(event, workspace)
    claim = next(iter(event.claims.values()))
    thread = workspace.thread_title(event.threads[0])
    point = (place.latitude, place.longitude) if place else (None, None)
    return SharedEvent(event.id, event.title, claim.text, thread, start, end, *point)


def days_of(event: Event) -> tuple[str | None, str | None]:
    """First and last day that the event's date allows, as the team has it; an open end is the other one."""
    date: EventDate | None = event.when.assessed.date if event.when.assessed else event.when.reported
    if date is None:
        return None, None
    days = [day.isoformat() for day in (date.earliest, date.latest) if day is not None]
    return (days[0], days[-1]) if days else (None, None)


def place_of(event: Event, workspace: Workspace) -> Place | None:
    """The registered place, as the team has it."""
    where = event.where
    id_ = where.assessed.place if where.assessed else where.reported
    return workspace.places.get(id_ or "")
