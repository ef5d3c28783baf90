"""UCDP: the Georeferenced Event Dataset (GED), a release a year, and its candidate events, a file a month.

Columns as in the codebook of version 25.1; older releases lack `code_status`, `number_of_sources` and others.
"""

from dataclasses import replace
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

_PATTERNS: Final = ("%d/%m/%Y", "%d.%m.%Y")
_START: Final = day("date_start", *_PATTERNS)
_END: Final = f"coalesce({day('date_end', *_PATTERNS)}, {_START})"
_PRECISION: Final = text("date_prec")
_FIRST: Final = (
    f"CAST(CASE WHEN {_START} < {_END} THEN {_START} WHEN {_PRECISION} = '2' THEN {_START} - INTERVAL 5 DAY "
    f"WHEN {_PRECISION} = '3' THEN date_trunc('week', {_START}) "
    f"WHEN {_PRECISION} = '4' THEN date_trunc('month', {_START}) "
    f"WHEN {_PRECISION} = '5' THEN date_trunc('year', {_START}) ELSE {_START} END AS DATE)"
)
_LAST: Final = (
    f"CAST(CASE WHEN {_START} < {_END} THEN {_END} WHEN {_PRECISION} = '2' THEN {_START} + INTERVAL 5 DAY "
    f"WHEN {_PRECISION} = '3' THEN date_trunc('week', {_START}) + INTERVAL 6 DAY "
    f"WHEN {_PRECISION} = '4' THEN last_day({_START}) "
    f"WHEN {_PRECISION} = '5' THEN date_trunc('year', {_START}) + INTERVAL 1 YEAR - INTERVAL 1 DAY "
    f"ELSE {_START} END AS DATE)"
)
_VIOLENCE: Final = {"1": "state-based conflict", "2": "non-state conflict", "3": "one-sided violence"}
_PLACES: Final = {
    "1": "city",
    "2": "near",
    "3": "admin2",
    "4": "admin1",
    "5": "region",
    "6": "country",
    "7": "region",
}

UCDP: Final = Layout(
    key="ucdp",
    title="UCDP Georeferenced Event Dataset (GED)",
    publisher="Uppsala Conflict Data Program",
    licence="CC BY 4.0",
    address="https://ucdp.uu.se/downloads/",
    reading=DelimitedFile(),
    needs=("id", "type_of_violence", "date_start", "date_end", "date_prec", "where_prec", "best"),
    uses=(
        *("year", "side_a", "side_b", "conflict_name", "dyad_name", "where_coordinates", "where_description"),
        *("adm_1", "adm_2", "latitude", "longitude", "country", "country_id", "high", "low"),
        *("source_article", "source_office", "source_date", "source_headline"),
    ),
    aliases={"best_est": "best", "high_est": "high", "low_est": "low", "gwno": "country_id"},
    days=(_FIRST, _LAST),
    select={
        "row_id": text("id"),
        "kind": sql_literal("event"),
        "title": text("source_headline"),
        "text": words_of(". ", "conflict_name", "where_description"),
        "type_code": our_word("type_of_violence", _VIOLENCE),
        "event_type": sql_literal("assault"),
        "actor1": text("side_a"),
        "actor2": text("side_b"),
        "place": f"coalesce({text('where_coordinates')}, {text('adm_2')}, {text('adm_1')}, {text('country')})",
        "admin1": text("adm_1"),
        "country": f"coalesce({country('gw', 'country_id')}, {country('name', 'country')})",
        "country_name": text("country"),
        "latitude": number("latitude"),
        "longitude": number("longitude"),
        "place_precision": our_word("where_prec", _PLACES),
        "count_of": sql_literal("deaths"),
        "count_low": whole_number("low"),
        "count_best": whole_number("best"),
        "count_high": whole_number("high"),
        "source_name": f"coalesce({text('source_office')}, {text('source_article')})",
        "source_date": day("source_date"),
    },
    faults=(
        Fault(f"{text('id')} IS NULL", "it has no id"),
        Fault(f"coalesce({_START} < DATE '1000-01-01', true)", "date_start is “{date_start}”, and no date"),
        Fault(f"{_START} > {_END}", "date_end ({date_end}) is before date_start ({date_start})"),
        Fault(f"coalesce({_PRECISION}, '') NOT IN ('1', '2', '3', '4', '5')", "date_prec is “{date_prec}”, not 1 to 5"),
        Fault(f"{our_word('where_prec', _PLACES)} IS NULL", "where_prec is “{where_prec}”, not 1 to 7"),
        Fault(
            f"{our_word('type_of_violence', _VIOLENCE)} IS NULL",
            "type_of_violence is “{type_of_violence}”, not 1 to 3",
        ),
        Fault(is_no_latitude("latitude"), "latitude is “{latitude}”, not a number between -90 and 90"),
        Fault(is_no_longitude("longitude"), "longitude is “{longitude}”, not a number between -180 and 180"),
        Fault(f"{text('best')} IS NOT NULL AND {whole_number('best')} IS NULL", "best is “{best}”, and no number"),
    ),
    loses=(
        "Deaths by side (`deaths_a`, `deaths_b`, `deaths_civilians`, `deaths_unknown`) are in the published row only.",
        "Conflicts, dyads and actors have their names; their numbers stand only in the row as published.",
        "All three types of violence are `assault` here; which it is, the publisher's own type says.",
        "`where_prec` 1 is a town (city), 2 near it, 3 a district (admin2), 4 a province (admin1), 6 a country; "
        "5, a part of a country, and 7, waters or air space, are a region.",
        "`date_prec` 1 is a day; of the others, the row's own days count. Where these are one day, 2 is 5 days before "
        "to 5 days after it, 3 its week, 4 its month, and 5 its year.",
        "How clear the event is (`event_clarity`) and how many sources it has stand only in the row as published.",
    ),
    is_whole=True,
)
CANDIDATE: Final = replace(
    UCDP,
    key="ucdp-candidate",
    title="UCDP Candidate Events Dataset",
    is_whole=False,
    warning=(
        "Candidate events are preliminary. In the yearly release, the same events have other ids: import that with "
        "`dateline import ucdp`, and do not add up both."
    ),
)
