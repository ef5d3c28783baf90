"""POLECAT: political events by the PLOVER ontology, as its files on Harvard Dataverse have them, a row an event.

Tabs between columns, and a header; `None` stands where nothing is known. What has several values joins them by `; `.
"""

from typing import Final

from dashboard.exchange.imports.layouts.expressions import (
    country,
    day,
    is_no_latitude,
    is_no_longitude,
    number,
)
from dashboard.exchange.imports.layouts.layout import DelimitedFile, Fault, Layout
from dashboard.model import vocabularies
from dashboard.text.sql_literal import sql_literal


def _value(column: str) -> str:
    """The column; NULL where it is empty or `None`."""
    return f"nullif(nullif(trim(\"{column}\"), ''), 'None')"


def _is_no_degree(condition: str, column: str) -> str:
    return f"{_value(column)} IS NOT NULL AND ({condition})"


_DAY: Final = day("event date")
_TYPE: Final = f"lower({_value('event type')})"
_TYPES: Final = ", ".join(map(sql_literal, vocabularies.EVENT_TYPES))
_FEATURE: Final = _value("feature type")

POLECAT: Final = Layout(
    key="polecat",
    title="POLECAT: POLitical Event Classification, Attributes, and Types",
    publisher="POLECAT team, on Harvard Dataverse",
    licence="terms of use on Harvard Dataverse",
    address="https://doi.org/10.7910/DVN/AJGVIT",
    reading=DelimitedFile(delimiter="\t", quoted=False),
    needs=("event id", "event date", "event type", "actor name", "recipient name"),
    uses=(
        *("event mode", "placename", "city", "district", "province", "country", "latitude", "longitude"),
        *("feature type", "source", "publication date", "version"),
    ),
    days=(_DAY, _DAY),
    select={
        "row_id": _value("event id"),
        "kind": sql_literal("event"),
        "type_code": f"nullif(concat_ws('-', {_value('event type')}, {_value('event mode')}), '')",
        "event_type": f"CASE WHEN {_TYPE} IN ({_TYPES}) THEN {_TYPE} END",
        "actor1": _value("actor name"),
        "actor2": _value("recipient name"),
        "place": f"coalesce({', '.join(map(_value, ('placename', 'city', 'district', 'province', 'country')))})",
        "admin1": _value("province"),
        "country": f"coalesce({country('alpha-3', 'country')}, {country('name', 'country')})",
        "country_name": _value("country"),
        "latitude": number("latitude"),
        "longitude": number("longitude"),
        "place_precision": (
            f"CASE WHEN {_FEATURE} LIKE 'PPL%' THEN 'city' WHEN {_FEATURE} LIKE 'PCL%' THEN 'country' "
            f"WHEN {_FEATURE} LIKE 'ADM1%' THEN 'admin1' WHEN {_FEATURE} LIKE 'ADM_%' THEN 'admin2' "
            f"WHEN {_value('city')} IS NOT NULL THEN 'city' WHEN {_value('district')} IS NOT NULL THEN 'admin2' "
            f"WHEN {_value('province')} IS NOT NULL THEN 'admin1' "
            f"WHEN {_value('country')} IS NOT NULL THEN 'country' END"
        ),
        "source_name": _value("source"),
        "source_date": day("publication date"),
        "revised": _value("version"),
    },
    faults=(
        Fault(f"{_value('event id')} IS NULL", "it has no Event ID"),
        Fault(f"{_DAY} IS NULL", "Event Date is “{event date}”, and no date"),
        Fault(f"{_TYPE} IS NULL OR {_TYPE} NOT IN ({_TYPES})", "Event Type is “{event type}”, and no type of PLOVER"),
        Fault(
            _is_no_degree(is_no_latitude("latitude"), "latitude"),
            "Latitude is “{latitude}”, not a number between -90 and 90",
        ),
        Fault(
            _is_no_degree(is_no_longitude("longitude"), "longitude"),
            "Longitude is “{longitude}”, not a number between -180 and 180",
        ),
    ),
    loses=(
        "A program codes each story: an event that several stories tell of may be several rows.",
        "Several actors of a row stand in one value, joined by `; `, as published.",
        "The place is as precise as its GeoNames feature (`PPL…` is a city, `ADM1` a province, `ADM2` and finer a "
        "district, `PCL…` a country), else as the finest of City, District, Province and Country that is filled.",
        "Contexts, Intensity, Quad Code, titles, sectors and countries of actors, their entries in Wikipedia, and the "
        "people, organizations and places of the story stand only in the row as published.",
        "Rows have no headline, no words and no address: Source is the name of an outlet.",
    ),
    warning="POLECAT's rows are coded by a program, a story at a time: do not add them up as events that were checked.",
)
