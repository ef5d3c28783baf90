"""PLOVER 2.0 as JSON, an object a line, under the names of its manual: also what `dateline export plover` writes."""

from collections.abc import Iterable, Iterator
from typing import Any, Final, TextIO

from dashboard.exchange.imports.layouts.expressions import country
from dashboard.exchange.imports.layouts.json_values import BrokenValue, lines, parse
from dashboard.exchange.imports.layouts.layout import BrokenObject, Layout, ObjectFile
from dashboard.exchange.imports.layouts.prepared import (
    COLUMNS,
    DAYS,
    FAULTS,
    RAW,
    SELECT,
    Row,
    day_of,
    many,
    mapping,
    point,
    row,
    rows,
    semicolon_list,
    span,
    words,
)
from dashboard.model import vocabularies

_PRECISIONS: Final = {"5": "site", "4": "city", "3": "admin2", "2": "admin1", "1": "country"}
_NEEDS: Final = ("row_id", "event_type", "first_day", "last_day", RAW)


def _rows_in(stream: TextIO) -> Iterator[Row | BrokenObject]:
    return rows(_records(stream), _rows)


def _records(stream: TextIO) -> Iterator[Any]:
    for line in lines(stream):
        if line is None:
            yield BrokenObject("the line is longer than is read", "")
            continue
        try:
            yield parse(line)
        except BrokenValue as error:
            yield BrokenObject(str(error), line[:200])


def _rows(record: Any) -> Iterable[Row]:
    if not isinstance(record, dict):
        raise BrokenValue("it is not an object")
    first = day_of(record.get("date"), "date")
    types = [str(each).lower() for each in many(record.get("event"))] or [str(record.get("event") or "").lower()]
    if first is None or types[0] not in vocabularies.EVENT_TYPES:
        raise BrokenValue("it has no date" if first is None else f"event is “{types[0][:60]}”, and no type of PLOVER")
    place = mapping(record.get("event_loc"))
    cited = mapping(next(iter(many(record.get("cite_info"))), None))
    yield row(
        record,
        row_id=record.get("id"),
        kind="event",
        **span(first, day_of(record.get("enddate"), "enddate")),
        title=words(record.get("comment")),
        text=semicolon_list(many(record.get("event_text"))),
        type_code="-".join(filter(None, (types[0].upper(), semicolon_list(many(record.get("mode")))))),
        event_type=types[0],
        actor1=_names(record.get("actor")),
        actor2=_names(record.get("recipient")),
        place=words(place.get("resolved_place")),
        country=words(place.get("country_code")),
        country_name=words(place.get("country")),
        **point(place.get("lat"), place.get("lon")),
        place_precision=_PRECISIONS.get(str(place.get("resolution"))),
        source_name=words(cited.get("publication")) or words(cited.get("title")) or words(cited.get("citation")),
        source_url=words(cited.get("url")),
    )


def _names(entities: Any) -> str | None:
    named = (mapping(each) for each in many(entities))
    return semicolon_list(each.get("identifier_text") or each.get("entity_text") or each.get("code") for each in named)


PLOVER: Final = Layout(
    key="plover",
    title="PLOVER 2.0, JSON lines",
    publisher="whoever wrote the file",
    licence="that of the file",
    address="https://github.com/openeventdata/PLOVER",
    reading=ObjectFile(_rows_in, (".jsonl", ".json", ".ndjson")),
    needs=_NEEDS,
    uses=COLUMNS,
    days=DAYS,
    select={
        **SELECT,
        "country": f"coalesce({country('alpha-3', 'country')}, {country('name', 'country_name')})",
    },
    faults=FAULTS,
    loses=(
        "`date` and `enddate` are the first and the last day; without `enddate`, it is one day.",
        "`resolution` 5 is a site, 4 a town (city), 3 a district (admin2), 2 a province (admin1), 1 a country.",
        "Of several values of `event`, the first is the type; of several works cited (`cite_info`), the first is the "
        "source.",
        "Codes and sectors of actors, contexts, `quad_code` and `event_scale` stand only in the row as published.",
        "A line may have 4,000,000 characters, and is nested at most 100 deep.",
    ),
)
