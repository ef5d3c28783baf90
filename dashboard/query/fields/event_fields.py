"""The fields of an event, each declared once: table, sorting, CSV, facets, search, card and briefings go by it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any, Final

from dashboard.evidence.corroboration import Corroboration
from dashboard.evidence.verdicts import Verdict
from dashboard.model import vocabularies
from dashboard.model.geography import BoundingBox, alpha_3, country_name, short_name
from dashboard.query.fields.amounts import also_reported, amount_entries, amount_key, amounts_in_words, quantities
from dashboard.query.fields.event_row import EventRow, EventTable
from dashboard.query.fields.field import Facet, Field, FieldEntry
from dashboard.query.location import anchor
from dashboard.query.origins import sources_of
from dashboard.query.reading import ResolvedEvent
from dashboard.query.wording import source_date, strength_words, through_words, without_hyphens

DRAWN_BY_SEVERAL: Final = "date-and-place"
"""The value of an event whose mark, on map and timeline, words of several independent origins carry."""
_ORIGINS: Final[Mapping[str, str]] = {
    Corroboration.ONE: "one independent source",
    Corroboration.SEVERAL: "several independent sources",
    Corroboration.UNKNOWN: "origin unknown",
    Corroboration.NONE: "no source",
    Corroboration.UNCOUNTED: "not counted: no quote found",
    DRAWN_BY_SEVERAL: "date and place by several independent sources",
}


def _date(row: EventRow) -> list[FieldEntry]:
    date, when = row.reading.date.value, row.event.when
    if date is not None:
        return [FieldEntry(date.short_words(), date.text, when)]
    if when.as_reported:
        as_reported = when.model_copy(update={"assessed": None})
        return [FieldEntry(f"undated “{when.as_reported}”", carried_by=as_reported, is_missing=True)]
    return [FieldEntry("undated", is_missing=True)]


def _date_key(row: EventRow) -> Any:
    return row.reading.date.value.sort_key if row.reading.date.value else None


def _place(row: EventRow) -> list[FieldEntry]:
    place = row.reading.place.value
    return [FieldEntry(place.name, place.id, row.event.where) if place else FieldEntry("unplaced", is_missing=True)]


def _assessed_place(row: EventRow) -> str:
    return (row.event.where.assessed.place if row.event.where.assessed else None) or ""


def _countries(row: EventRow) -> Iterable[str]:
    places = (row.reading.place.value, *(line.place for line in row.reading.lines))
    return (place.country for place in places if place and place.country)


def _places(row: EventRow) -> Iterable[str]:
    places = (row.reading.place.value, *(line.place for line in row.reading.lines))
    return (place.id for place in places if place)


def _area_matcher(areas: Iterable[str]) -> Callable[[ResolvedEvent], bool]:
    """Whether its mark on the map stands in one of the areas; none does in what is no area."""
    boxes = [box for area in areas if (box := BoundingBox.parse(area))]
    known: dict[str, bool] = {}  # by place: many events share one

    def lies_in_one(reading: ResolvedEvent) -> bool:
        place = reading.place.value
        if place is None:
            return False
        if place.id not in known:
            where = anchor(place)
            known[place.id] = where is not None and any(box.holds(*where) for box in boxes)
        return known[place.id]

    return lies_in_one


def _area_name(area: str, _: EventTable) -> str:
    box = BoundingBox.parse(area)
    return box.words if box else area


def _country_of_actor(id_: str, table: EventTable) -> str:
    actor = table.workspace.actors.get(id_)
    return country_name(actor.country) if actor else "Not in the registry"


def _country_name(country: str, _: EventTable) -> str:
    code = alpha_3(country)
    return short_name(code) if code else country


def _threads(row: EventRow) -> list[FieldEntry]:
    return [FieldEntry(row.workspace.thread_title(thread), thread) for thread in row.event.threads]


def _type(row: EventRow) -> list[FieldEntry]:
    what = row.event.what
    modes = f" ({', '.join(map(without_hyphens, what.modes))})" if what.modes else ""
    return [FieldEntry(without_hyphens(what.type), what.type, on_card=f"{what.type}{modes}")] if what.type else []


def _actors(row: EventRow) -> Iterator[FieldEntry]:
    """By, `→` to, then the others with their role."""
    for part in row.actors:
        before = "→ " if part.role == "recipient" else ""
        behind = f" ({without_hyphens(part.role)})" if part.role not in ("initiator", "recipient") else ""
        name = row.workspace.actor_name(part.actor)
        yield FieldEntry(name, part.actor, part.recorded, role=part.role, before=before, behind=behind)


def _reported_actors(row: EventRow) -> list[str]:
    """The reported actors, as the words name them."""
    named = [each for each in row.event.who if each.claims or each.as_reported]
    return [each.as_reported or row.workspace.actor_name(each.actor) for each in named]


def _assessed_actors(row: EventRow) -> list[str]:
    return [row.workspace.actor_name(each.assessed.actor or each.actor) for each in row.event.who if each.assessed]


def _everybody(row: EventRow) -> Iterable[str]:
    """Who takes part by the words or by the assessment, and who says a claim or passes it on."""
    event = row.event
    assessed = (each.assessed.actor for each in event.who if each.assessed and each.assessed.actor)
    speaking = (actor for claim in event.claims.values() for _, actor in claim.actors_named())
    return {*(each.actor for each in event.who), *assessed, *speaking}


def _level(row: EventRow) -> list[FieldEntry]:
    commitment = row.event.commitment
    return [FieldEntry(without_hyphens(commitment.level), commitment.level, commitment)] if commitment else []


def _counts(counts: Mapping[Any, int]) -> list[FieldEntry]:
    return [FieldEntry(f"{count}", f"{name}", icon=f"{name}") for name, count in counts.items() if count]


def _problems(row: EventRow) -> list[FieldEntry]:
    return _counts(row.problems)


def _problems_key(row: EventRow) -> Any:
    return tuple(row.problems.values())


def _claims(row: EventRow) -> list[FieldEntry]:
    return _counts(row.verdicts)


def _claims_key(row: EventRow) -> Any:
    verdicts = row.verdicts
    return [verdicts[each] for each in (Verdict.NOT_FOUND, Verdict.QUESTIONED, Verdict.NOT_CHECKABLE, Verdict.FOUND)]


def _sources(row: EventRow) -> list[FieldEntry]:
    """The number of independent sources and of outlets, in figures: easier to compare than words."""
    strength = row.strength
    if strength.origins:
        return [FieldEntry(f"{strength.origins:,}", behind=f" · {through_words(strength)}")]
    icon = "unknown" if strength.corroboration is Corroboration.UNKNOWN else ""
    return [FieldEntry(strength_words(strength), icon=icon)]


def _source_name(source: str, table: EventTable) -> str:
    """Its outlet and its day: what it is called on every page, told from the others of that outlet."""
    found = table.workspace.sources.get(source)
    return ", ".join(filter(None, (table.workspace.source_name(source), source_date(found) if found else "")))


def _origins(row: EventRow) -> Iterable[str]:
    """What its claims rest on; and whether its mark may stay where only what several origins carry is drawn."""
    if row.is_being_checked:
        yield Verdict.CHECKING.value
        return
    yield from row.table.corroborations.of_event(row.event)
    if row.is_drawn_by_several:
        yield DRAWN_BY_SEVERAL


def _origins_name(value: str, _table: EventTable) -> str:
    return _ORIGINS.get(value) or without_hyphens(value)


def _review(row: EventRow) -> list[FieldEntry]:
    review = row.event.review
    return [FieldEntry(f"{review.status} by {review.by}" if review.by else review.status, review.status)]


def _problem_values(row: EventRow) -> list[str]:
    if row.event.id in row.table.problems_of:
        return ["with"]
    return [Verdict.CHECKING.value if row.is_being_checked else "without"]


def _problems_name(value: str, _table: EventTable) -> str:
    return value if value == Verdict.CHECKING else f"{value} problems"


_RUNGS: Final = tuple(vocabularies.COMMITMENT)
_RANK: Final = attrgetter("strength.rank")
_COUNTRY: Final = Facet("country", "no country", _country_name, "Country", _countries)
_AREA: Final = Facet("area", "", _area_name, matcher=_area_matcher, is_in_bar=False)
_PLACE: Final = Facet(
    "place", "unplaced", lambda place, table: table.workspace.place_name(place), "Place", _places, is_in_bar=False
)
_LEVEL: Final = Facet(
    "commitment", "no commitment level", values=lambda row: [row.event.commitment.level] if row.event.commitment else ()
)
_TAG: Final = Facet("tag", "no tag", title="Tag", values=lambda row: row.event.tags)
_VERDICT: Final = Facet(
    "verdict",
    "no claims",
    title="Verdict",
    values=lambda row: [each.verdict.value for each in row.table.evidence.claims.get(row.event.id, {}).values()],
)
_THREAD: Final = Facet(
    "thread",
    "no thread",
    lambda thread, table: table.workspace.thread_title(thread),
    values=lambda row: row.event.threads,
)
_TYPE: Final = Facet("type", "no type", values=lambda row: filter(None, [row.event.what.type]))
_REVIEW: Final = Facet("review", values=lambda row: [row.event.review.status])
_ACTOR: Final = Facet(
    "actor",
    "no actor",
    lambda actor, table: table.workspace.actor_name(actor),
    "Actor",
    _everybody,
    group=_country_of_actor,
)
_SOURCE: Final = Facet("source", "no source", _source_name, "Source", lambda row: sources_of(row.event))
_PROBLEMS: Final = Facet("problems", name=_problems_name, values=_problem_values)

_ALL: Final = (
    Field("id", "Id", lambda row: [FieldEntry(row.reading.id)]),
    Field("date", "Date", _date, "always", "value", _date_key, has_sides=True).in_csv(
        date=lambda row: row.reading.date.value,
        date_carried=lambda row: row.reading.date.carried.value,
        date_reported=lambda row: row.event.when.reported,
        date_in_words=lambda row: row.event.when.as_reported,
        date_assessed=lambda row: row.event.when.assessed and row.event.when.assessed.date,
    ),
    Field("title", "Title", lambda row: [FieldEntry(row.event.title)], "always", is_searched=True),
    Field("read_as", "Read as", lambda row: [FieldEntry(row.table.mode.value)]),
    Field("place", "Place", _place, "always", "value", facet=_COUNTRY, help="precisions", has_sides=True).in_csv(
        place=lambda row: row.reading.place.value.name if row.reading.place.value else "",
        place_carried=lambda row: row.reading.place.carried.value,
        place_reported=lambda row: row.workspace.place_name(row.event.where.reported or ""),
        place_reported_id=lambda row: row.event.where.reported,
        place_in_words=lambda row: row.event.where.as_reported,
        place_assessed=lambda row: row.workspace.place_name(_assessed_place(row)),
        place_assessed_id=_assessed_place,
    ),
    Field("places", "Places", _places, csv={}, facet=_PLACE),
    Field("area", "Area", lambda _: (), csv={}, facet=_AREA),
    Field("thread", "Thread", _threads, "filled", "threads", facet=_THREAD, help="words-thread").in_csv(
        threads=lambda row: list(map(row.workspace.thread_title, row.event.threads)),
        thread_ids=lambda row: row.event.threads,
    ),
    Field("type", "Type", _type, "filled, wide", facet=_TYPE, card="head", help="event-types").in_csv(
        type=lambda row: row.event.what.type,
        modes=lambda row: row.event.what.modes,
    ),
    Field("actors", "Actors", _actors, "filled, wide", "roles", facet=_ACTOR, has_sides=True).in_csv(
        actors=lambda row: [f"{row.workspace.actor_name(part.actor)} ({part.role})" for part in row.actors],
        actors_reported=_reported_actors,
        actors_assessed=_assessed_actors,
        actor_ids=lambda row: [part.actor for part in row.actors],
    ),
    Field("commitment", "Commitment", _level, "filled", sort=_RUNGS, facet=_LEVEL, card="first", help="commitment"),
    Field("amounts", "Amounts", amount_entries, "filled, wide", sort=amount_key, has_sides=True).in_csv(
        amounts_reported=lambda row: quantities(row, "reported"),
        amounts_assessed=lambda row: quantities(row, "assessed"),
    ),
    Field("claims", "Claims", _claims, "always", "counts", _claims_key, _VERDICT, help="verdicts").in_csv(
        claims_quote_found=lambda row: row.verdicts[Verdict.FOUND],
        claims_questioned=lambda row: row.verdicts[Verdict.QUESTIONED],
        claims_quote_not_found=lambda row: row.verdicts[Verdict.NOT_FOUND],
        claims_not_checkable=lambda row: row.verdicts[Verdict.NOT_CHECKABLE],
    ),
    Field(
        "sources", "Independent sources", _sources, "always, wide", "number", _RANK, _SOURCE, help="words-origin"
    ).in_csv(
        origins=lambda row: row.strength.origins,
        source_ids=lambda row: sorted(sources_of(row.event)),
    ),
    Field("corroboration", "Corroboration", _origins, csv={}, facet=Facet("origins", "", _origins_name)),
    Field("review", "Review", _review, "chosen", sort=vocabularies.REVIEW, facet=_REVIEW, is_of_team=True),
    Field(
        "problems", "Problems", _problems, "filled, wide", "counts", _problems_key, _PROBLEMS, help="words-problem"
    ).in_csv(
        errors=lambda row: row.problems["error"],
        warnings=lambda row: row.problems["warning"],
    ),
    Field("file", "File", lambda row: [FieldEntry(row.file)] if row.file else [], "chosen"),
    Field("strength", "Strength", lambda row: [FieldEntry(strength_words(row.strength))]),
    Field("reality", "Reality", lambda row: {row.event.what.reality} - {"actual"}, csv={}, card="head", help="reality"),
    Field("weight", "Weight", lambda row: {row.event.weight} - {"normal"}, csv={}, card="head", is_of_team=True),
    Field("contexts", "Contexts", lambda row: row.event.what.contexts, csv={}, card="foot"),
    Field("also_reported", "Also reported", also_reported),
    Field("amounts_in_words", "Amounts in words", amounts_in_words),
    Field("tags", "Tags", lambda row: row.event.tags, csv={}, facet=_TAG, card="foot", is_of_team=True),
    Field("qualities", "Qualities", lambda _: ()).in_csv(
        reality=lambda row: row.event.what.reality,
        lasted=lambda row: "yes" if row.event.when.lasted else "",
        contexts=lambda row: row.event.what.contexts,
    ),
)
FIELDS: Final[Mapping[str, Field]] = {field.key: field for field in _ALL}
"""By key, in the order of the page."""
