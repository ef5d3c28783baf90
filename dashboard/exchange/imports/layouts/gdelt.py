"""GDELT 2.0: its table of events, and its table of mentions. A row of either is what one report says, and no event.

Columns as the codebooks of version 2.0 have them, in order: the files have no header. Dates are `20250904`, moments
`20250904153000`, countries FIPS 10-4.
"""

from typing import Final

from dashboard.exchange.imports.layouts import cameo
from dashboard.exchange.imports.layouts.expressions import (
    country,
    is_no_latitude,
    is_no_longitude,
    number,
    our_word,
    text,
    whole_number,
)
from dashboard.exchange.imports.layouts.layout import DelimitedFile, Fault, Layout
from dashboard.text.sql_literal import sql_literal

_ACTOR: Final = ("code", "name", "countrycode", "knowngroupcode", "ethniccode", "religion1code", "religion2code")
_PLACE: Final = ("type", "fullname", "countrycode", "adm1code", "adm2code", "lat", "long", "featureid")
EVENT_COLUMNS: Final = (
    *("globaleventid", "sqldate", "monthyear", "year", "fractiondate"),
    *(f"actor{n}{each}" for n in "12" for each in (*_ACTOR, "type1code", "type2code", "type3code")),
    *("isrootevent", "eventcode", "eventbasecode", "eventrootcode", "quadclass", "goldsteinscale"),
    *("nummentions", "numsources", "numarticles", "avgtone"),
    *(f"{whose}geo_{each}" for whose in ("actor1", "actor2", "action") for each in _PLACE),
    *("dateadded", "sourceurl"),
)
MENTION_COLUMNS: Final = (
    *("globaleventid", "eventtimedate", "mentiontimedate", "mentiontype", "mentionsourcename", "mentionidentifier"),
    *("sentenceid", "actor1charoffset", "actor2charoffset", "actioncharoffset", "inrawtext", "confidence"),
    *("mentiondoclen", "mentiondoctone", "mentiondoctranslationinfo", "extras"),
)
_PLACES: Final = {"1": "country", "2": "admin1", "3": "city", "4": "city", "5": "admin1"}
WARNING: Final = (
    "GDELT counts reports, not events: a program reads articles, and one kidnapping that hundreds of them tell of is "
    "hundreds of rows. Its rows are `report` here; never add them up as events."
)


def _day(column: str) -> str:
    """The day of a number such as `20250904` or `20250904153000`."""
    return f"CAST(try_strptime(left({text(column)}, 8), '%Y%m%d') AS DATE)"


def _address(column: str) -> str:
    return f"CASE WHEN regexp_matches({text(column)}, '^https?://') THEN {text(column)} END"


_FULL_NAME: Final = text("actiongeo_fullname")
_ADMIN1: Final = text("actiongeo_adm1code")
_IDENTIFIER: Final = text("mentionidentifier")

GDELT: Final = Layout(
    key="gdelt",
    title="GDELT 2.0 Event Database",
    publisher="The GDELT Project",
    licence="free for any use, with a citation of the GDELT Project and a link to it",
    address="https://www.gdeltproject.org/data.html",
    reading=DelimitedFile(delimiter="\t", header=EVENT_COLUMNS, quoted=False),
    needs=EVENT_COLUMNS,
    uses=(),
    days=(_day("sqldate"), _day("sqldate")),
    select={
        "row_id": text("globaleventid"),
        "kind": sql_literal("report"),
        "type_code": text("eventcode"),
        "event_type": cameo.event_type("eventcode"),
        "actor1": f"coalesce({text('actor1name')}, {text('actor1code')})",
        "actor2": f"coalesce({text('actor2name')}, {text('actor2code')})",
        "place": _FULL_NAME,
        "admin1": f"CASE WHEN length({_ADMIN1}) > 2 THEN {_ADMIN1} END",
        "country": country("fips", "actiongeo_countrycode"),
        "country_name": f"nullif(trim(regexp_extract({_FULL_NAME}, '[^,]+$')), '')",
        "latitude": number("actiongeo_lat"),
        "longitude": number("actiongeo_long"),
        "place_precision": our_word("actiongeo_type", _PLACES),
        "count_of": sql_literal("mentions"),
        "count_best": whole_number("nummentions"),
        "source_name": f"nullif(regexp_extract({text('sourceurl')}, '^https?://(?:www[.])?([^/:?#]+)', 1), '')",
        "source_url": _address("sourceurl"),
        "source_date": _day("dateadded"),
        "revised": text("dateadded"),
    },
    faults=(
        Fault(f"{whole_number('globaleventid')} IS NULL", "globaleventid is “{globaleventid}”, and no number"),
        Fault(f"{_day('sqldate')} IS NULL", "sqldate is “{sqldate}”, and no date such as 20250904"),
        Fault(
            f"coalesce({text('quadclass')}, '') NOT IN ('1', '2', '3', '4')", "quadclass is “{quadclass}”, not 1 to 4"
        ),
        Fault(
            f"coalesce({text('actiongeo_type')}, '0') NOT IN ('0', '1', '2', '3', '4', '5')",
            "actiongeo_type is “{actiongeo_type}”, not 0 to 5",
        ),
        Fault(is_no_latitude("actiongeo_lat"), "actiongeo_lat is “{actiongeo_lat}”, not a number between -90 and 90"),
        Fault(
            is_no_longitude("actiongeo_long"), "actiongeo_long is “{actiongeo_long}”, not a number between -180 and 180"
        ),
        Fault(f"{_day('dateadded')} IS NULL", "dateadded is “{dateadded}”, and no moment such as 20250904153000"),
    ),
    loses=(
        WARNING,
        "The day (`SQLDATE`) is what a program made of the article's words: it may be the day of the article, or a "
        "year or more before it where the article says so.",
        "`ActionGeo_Type` 1 is a country, 2 and 5 a province (admin1), 3 and 4 a town or a landmark (city); the point "
        "of a country or a province is its middle. Provinces have FIPS codes, not names.",
        cameo.LOSES,
        "Where the actors are (`Actor1Geo`, `Actor2Geo`), their ethnic, religious and other codes, `QuadClass`, "
        "`GoldsteinScale`, `AvgTone`, `NumSources` and `NumArticles` stand only in the row as published.",
        "The address is that of one article; the day of the source is when GDELT first saw it (`DATEADDED`). Rows "
        "have no headline and no words.",
    ),
    warning=WARNING,
)
GDELT_MENTIONS: Final = Layout(
    key="gdelt-mentions",
    title="GDELT 2.0 Mentions",
    publisher=GDELT.publisher,
    licence=GDELT.licence,
    address=GDELT.address,
    reading=DelimitedFile(delimiter="\t", header=MENTION_COLUMNS, quoted=False),
    needs=MENTION_COLUMNS,
    uses=(),
    days=("CAST(NULL AS DATE)", "CAST(NULL AS DATE)"),
    select={
        "row_id": f"concat_ws('-', {text('globaleventid')}, {text('sentenceid')}, left(md5({_IDENTIFIER}), 12))",
        "kind": sql_literal("report"),
        "count_of": sql_literal("mentions"),
        "count_best": "1",
        "source_name": text("mentionsourcename"),
        "source_url": _address("mentionidentifier"),
        "source_date": _day("mentiontimedate"),
        "revised": text("mentiontimedate"),
    },
    faults=(
        Fault(f"{whole_number('globaleventid')} IS NULL", "globaleventid is “{globaleventid}”, and no number"),
        Fault(f"{text('mentionidentifier')} IS NULL", "it has no mentionidentifier"),
        Fault(f"{whole_number('sentenceid')} IS NULL", "sentenceid is “{sentenceid}”, and no number"),
        Fault(
            f"{_day('mentiontimedate')} IS NULL",
            "mentiontimedate is “{mentiontimedate}”, and no moment such as 20250904153000",
        ),
    ),
    loses=(
        "A row is one sentence of one article that mentions a row of GDELT's events, whose number (`GLOBALEVENTID`) "
        "begins its id. It has no day, place, type or actor of its own: `EventTimeDate` is when GDELT first saw the "
        "event.",
        "`Confidence`, `MentionDocTone`, offsets and what was translated stand only in the row as published.",
        "An article that is no page of the web (`MentionType` other than 1) has no address.",
    ),
    warning=WARNING,
)
