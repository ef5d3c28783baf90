"""ICEWS coded event data, as its yearly and weekly files have it: tabs between columns, and a header.

It ended in April 2023; POLECAT follows it.
"""

from typing import Final

from dashboard.exchange.imports.layouts import cameo
from dashboard.exchange.imports.layouts.expressions import (
    country,
    day,
    is_no_latitude,
    is_no_longitude,
    number,
    text,
)
from dashboard.exchange.imports.layouts.layout import DelimitedFile, Fault, Layout
from dashboard.text.sql_literal import sql_literal

_DAY: Final = day("event date")
_PLACE: Final = f"coalesce({text('city')}, {text('district')}, {text('province')}, {text('country')})"

ICEWS: Final = Layout(
    key="icews",
    title="ICEWS Coded Event Data",
    publisher="Lockheed Martin, on Harvard Dataverse",
    licence="terms of use on Harvard Dataverse",
    address="https://doi.org/10.7910/DVN/28075",
    reading=DelimitedFile(delimiter="\t", quoted=False),
    needs=("event id", "event date", "source name", "cameo code", "target name"),
    uses=(
        *("source country", "event text", "intensity", "target country", "story id", "publisher"),
        *("city", "district", "province", "country", "latitude", "longitude"),
    ),
    days=(_DAY, _DAY),
    select={
        "row_id": text("event id"),
        "kind": sql_literal("event"),
        "text": text("event text"),
        "type_code": text("cameo code"),
        "event_type": cameo.event_type("cameo code"),
        "actor1": text("source name"),
        "actor2": text("target name"),
        "place": _PLACE,
        "admin1": text("province"),
        "country": country("name", "country"),
        "country_name": text("country"),
        "latitude": number("latitude"),
        "longitude": number("longitude"),
        "place_precision": (
            f"CASE WHEN {text('city')} IS NOT NULL THEN 'city' WHEN {text('district')} IS NOT NULL THEN 'admin2' "
            f"WHEN {text('province')} IS NOT NULL THEN 'admin1' WHEN {text('country')} IS NOT NULL THEN 'country' END"
        ),
        "source_name": text("publisher"),
    },
    faults=(
        Fault(f"{text('event id')} IS NULL", "it has no Event ID"),
        Fault(f"{_DAY} IS NULL", "Event Date is “{event date}”, and no date"),
        Fault(
            f"NOT regexp_full_match(coalesce({text('cameo code')}, ''), '[0-9][0-9A-Za-z]{{1,3}}')",
            "CAMEO Code is “{cameo code}”, and no code",
        ),
        Fault(is_no_latitude("latitude"), "Latitude is “{latitude}”, not a number between -90 and 90"),
        Fault(is_no_longitude("longitude"), "Longitude is “{longitude}”, not a number between -180 and 180"),
    ),
    loses=(
        "A program codes each story: an event that several stories tell of may be several rows.",
        "The place is as precise as the finest of its columns that is filled: City is a town (city), District admin2, "
        "Province admin1, Country a country.",
        "Event Date is a day. It is that of the story, and coarser where the story is: the files do not say.",
        cameo.LOSES,
        "Intensity, the sectors and countries of both actors, Story ID and Sentence Number stand only in the row as "
        "published.",
        "Rows have no headline, and no address of their source, only the name of its publisher.",
    ),
    warning="ICEWS ended in April 2023: what happened later is not in it. POLECAT follows it.",
)
