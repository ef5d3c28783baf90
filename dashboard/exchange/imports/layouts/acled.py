"""ACLED: the Armed Conflict Location & Event Data Project. Rows change and vanish: it lists those it has deleted."""

from typing import Final

from dashboard.exchange.imports.layouts.expressions import (
    country,
    day,
    is_no_latitude,
    is_no_longitude,
    number,
    our_word,
    text,
    whole_number,
    words_of,
)
from dashboard.exchange.imports.layouts.layout import DelimitedFile, Fault, Layout
from dashboard.text.sql_literal import sql_literal

_DAY: Final = day("event_date", "%d %B %Y", "%d %b %Y", "%d-%b-%Y", "%d-%B-%Y", "%d/%m/%Y")
_PRECISION: Final = text("time_precision")
_FIRST: Final = (
    f"CAST(CASE {_PRECISION} WHEN '2' THEN date_trunc('week', {_DAY}) WHEN '3' THEN date_trunc('month', {_DAY}) "
    f"ELSE {_DAY} END AS DATE)"
)
_LAST: Final = (
    f"CAST(CASE {_PRECISION} WHEN '2' THEN date_trunc('week', {_DAY}) + INTERVAL 6 DAY "
    f"WHEN '3' THEN last_day({_DAY}) ELSE {_DAY} END AS DATE)"
)
_PLACES: Final = {"1": "city", "2": "near", "3": "admin1"}
_TYPES: Final = {
    "Battles": "assault",
    "Explosions/Remote violence": "assault",
    "Violence against civilians": "assault",
    "Protests": "protest",
    "Riots": "protest",
}
_SUB_TYPES: Final = {
    "Agreement": "agree",
    "Arrests": "coerce",
    "Headquarters or base established": "mobilize",
    "Looting/property destruction": "assault",
}
_EVENT_TYPE: Final = f"coalesce({our_word('event_type', _TYPES)}, {our_word('sub_event_type', _SUB_TYPES)})"
_REVISED: Final = f"strftime(make_timestamp({whole_number('timestamp')} * 1000000), '%Y-%m-%dT%H:%M:%SZ')"

ACLED: Final = Layout(
    key="acled",
    title="ACLED: Armed Conflict Location & Event Data",
    publisher="Armed Conflict Location & Event Data Project (ACLED)",
    licence="ACLED terms of use",
    address="https://acleddata.com/",
    reading=DelimitedFile(),
    needs=("event_id_cnty", "event_date", "event_type", "geo_precision"),
    uses=(
        *("time_precision", "sub_event_type", "actor1", "actor2", "iso", "country", "admin1", "admin2", "location"),
        *("latitude", "longitude", "source", "notes", "fatalities", "timestamp"),
    ),
    aliases={"event_id_country": "event_id_cnty"},
    days=(_FIRST, _LAST),
    select={
        "row_id": text("event_id_cnty"),
        "kind": sql_literal("event"),
        "text": text("notes"),
        "type_code": words_of(": ", "event_type", "sub_event_type"),
        "event_type": _EVENT_TYPE,
        "actor1": text("actor1"),
        "actor2": text("actor2"),
        "place": f"coalesce({text('location')}, {text('admin2')}, {text('admin1')}, {text('country')})",
        "admin1": text("admin1"),
        "country": f"coalesce({country('numeric', 'iso')}, {country('name', 'country')})",
        "country_name": text("country"),
        "latitude": number("latitude"),
        "longitude": number("longitude"),
        "place_precision": our_word("geo_precision", _PLACES),
        "count_of": sql_literal("deaths"),
        "count_best": whole_number("fatalities"),
        "source_name": text("source"),
        "revised": _REVISED,
    },
    faults=(
        Fault(f"{text('event_id_cnty')} IS NULL", "it has no event_id_cnty"),
        Fault(f"coalesce({_DAY} < DATE '1000-01-01', true)", "event_date is “{event_date}”, and no date"),
        Fault(
            f"{_PRECISION} IS NOT NULL AND {_PRECISION} NOT IN ('1', '2', '3')",
            "time_precision is “{time_precision}”, not 1 to 3",
        ),
        Fault(f"{our_word('geo_precision', _PLACES)} IS NULL", "geo_precision is “{geo_precision}”, not 1 to 3"),
        Fault(is_no_latitude("latitude"), "latitude is “{latitude}”, not a number between -90 and 90"),
        Fault(is_no_longitude("longitude"), "longitude is “{longitude}”, not a number between -180 and 180"),
        Fault(
            f"{text('fatalities')} IS NOT NULL AND {whole_number('fatalities')} IS NULL",
            "fatalities is “{fatalities}”, and no number",
        ),
    ),
    loses=(
        "`time_precision` 1 is a day, 2 its week, 3 its month.",
        "`geo_precision` 1 is a town (city), 2 a part of a district (near), 3 a province (admin1).",
        "Battles, explosions and violence against civilians are all `assault` here, protests and riots `protest`; of "
        "strategic developments, agreements, arrests, new bases and looting have a type of ours, the others none.",
        "Who is with an actor (`assoc_actor_1`, `assoc_actor_2`), kinds of actors (`inter1`, `inter2`), "
        "`civilian_targeting`, `disorder_type` and `tags` stand only in the row as published.",
        "The number of deaths is one number: ACLED gives no lowest and highest.",
        "Rows have no headline and no address of their source, only its name.",
    ),
    warning=(
        "ACLED's terms allow analysis and not publication of its rows: keep them out of what you publish, and out of "
        "repositories that others can read."
    ),
    deletions="event_id_cnty",
)
