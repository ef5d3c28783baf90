"""Entries to paste for what a record names and no registry has, with all that the checks ask of them."""

from typing import Final

from dashboard.model.actor_kinds import likely_kind
from dashboard.model.forms import country_named
from dashboard.model.geography import Town, country_called, nearest_town, towns_called
from dashboard.model.registry import Actor, Office, Place
from dashboard.store.workspace import Workspace
from dashboard.store.yaml import scalar

OPEN: Final = "…"
GAZETTEER: Final = "geonames"
"""The source of the points of towns that an entry is offered with."""
_ROUNDING_KM: Final = 0.2
"""The gazetteer's points are rounded to about 100 m."""


def place_hint(id_: str, workspace: Workspace) -> str:
    """A place as it is registered: a country as an area, a town with its point and its source, or a region."""
    name = name_of(id_)
    start = f"add it to `events/registry/places.yaml`: `{id_}: {{name: {scalar(name)}"
    if country := country_named(name) or country_called(name):
        return f"{start}, country: {country}, precision: country}}`"
    town = _only_town(name)
    source, more = _source_of_point(town, workspace)
    start += f", country: {town.country if town else OPEN}, precision: city, {_point(town)}, sources: [{source}]}}`"
    return f"{start}{more}; or, for an area, without its point: `{id_}: {{name: {scalar(name)}, precision: region}}`"


def point_hint(place: Place, workspace: Workspace) -> str:
    """The point that a registered place lacks, with its source."""
    town = _only_town(place.name)
    near = town if town and place.country in (None, town.country) else None
    source, more = _source_of_point(near, workspace)
    return f"add `{_point(near)}, sources: [{source}]`{more}; or use a coarser `precision`: region, country"


def source_of_point_hint(place: Place, workspace: Workspace) -> str:
    """The source that a registered point lacks: the gazetteer's, where the point is one of its towns."""
    is_whole = place.latitude is not None and place.longitude is not None
    town = nearest_town(place.latitude or 0, place.longitude or 0, _ROUNDING_KM) if is_whole else None
    source, more = _source_of_point(town, workspace)
    return f"add `sources: [{source}]`{more}; the whole entry: `{_place_entry(place, source)}`"


def source_of_office_hint(actor: Actor, office: Office) -> str:
    """The sources that an office of a registered actor lacks, with the office as it is written."""
    when = f', when: "{office.when.text}"' if office.when else ""
    entry = f"offices: [{{title: {scalar(office.title)}{when}, sources: [{OPEN}]}}]"
    return (
        f"add `sources` to the office: `{entry}`, with a source that says so, described in `seeds/ID.yaml` with the "
        f"line `kind: reference`; one source of all offices may stand beside them, in `{actor.id}`"
    )


def actor_hint(id_: str) -> str:
    """An actor as it is registered, of the kind that its name tells."""
    name = name_of(id_)
    kind, country = likely_kind(name)
    entry = f"{id_}: {{name: {scalar(name)}, kind: {kind}{f', country: {country}' if country else ''}}}"
    others = ", ".join(f"`{other}`" for other in ("person", "government", "company") if other != kind)
    return (
        f"add it to `events/registry/actors.yaml`: `{entry}`, or with another `kind` ({others} and so on); for an "
        "unknown speaker, use only `by_as_reported`"
    )


def thread_hint(id_: str) -> str:
    """A thread as it is registered."""
    return f"add it to `events/registry/threads.yaml`: `{id_}: {{title: {scalar(name_of(id_))}}}`"


def source_hint(id_: str) -> str:
    """A source whose text is not held; or the command that adds one with its text."""
    return (
        f"describe it in `seeds/{id_}.yaml`, with the line `kind: article`; or add the document with its text: "
        f"`dateline source add FILE --id {id_}`"
    )


def name_of(id_: str) -> str:
    """What an id stands for, as it may be written: `New York` of `new-york`."""
    return " ".join(word.capitalize() for word in id_.split("-"))


def _place_entry(place: Place, source: str) -> str:
    """A place that has a point, as it is registered with a source."""
    fields = {
        "name": scalar(place.name),
        "aliases": f"[{', '.join(map(scalar, place.aliases))}]" if place.aliases else None,
        "country": place.country,
        "precision": place.precision,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "radius_km": place.radius_km,
        "sources": f"[{source}]",
    }
    return f"{place.id}: {{{', '.join(f'{key}: {value}' for key, value in fields.items() if value is not None)}}}"


def _only_town(name: str) -> Town | None:
    """The town of that name; None where there is none, or several."""
    towns = [each.town for each in towns_called(name) if each.is_main_name]
    return towns[0] if len(towns) == 1 else None


def _point(town: Town | None) -> str:
    return f"latitude: {town.latitude if town else OPEN}, longitude: {town.longitude if town else OPEN}"


def _source_of_point(town: Town | None, workspace: Workspace) -> tuple[str, str]:
    """The source of a town's point, with the description that it needs; of another point, what is to be named."""
    if town is None:
        return OPEN, ", with the source that gives the point: a map, a register or a text, described in `seeds/ID.yaml`"
    if GAZETTEER in workspace.sources:
        return GAZETTEER, ""
    return GAZETTEER, f", and describe the gazetteer in `seeds/{GAZETTEER}.yaml`, with the line `kind: data-set`"
