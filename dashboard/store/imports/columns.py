"""The columns of an imported row: flat and typed, the same for every format, so that one query asks them all."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class RowColumn:
    """One column of the table of imported rows."""

    name: str
    type: str
    """Its type in SQL, by a name that DuckDB and Spark share."""
    meaning: str


_ALL: Final = (
    RowColumn("row_id", "VARCHAR", "the publisher's own id of the row, or one made of the row's words"),
    RowColumn("kind", "VARCHAR", "`event`; `report` where a row is an article's mention and not an event (GDELT)"),
    RowColumn("hash", "VARCHAR", "MD5 of the row as published: it differs where the publisher has changed the row"),
    RowColumn("first_day", "DATE", "the earliest day it may have been"),
    RowColumn("last_day", "DATE", "the latest day it may have been"),
    RowColumn("date", "VARCHAR", "the date as records have it (EDTF): `2009`, `2025-09-04`, `2025-09-04/2025-09-06`"),
    RowColumn("date_precision", "VARCHAR", "`day`, `days` (a span that is given), `month` or `year`"),
    RowColumn("title", "VARCHAR", "its headline, where the publisher gives one"),
    RowColumn("text", "VARCHAR", "what the publisher tells of it in words"),
    RowColumn("type_code", "VARCHAR", "the publisher's own type, as its code or words"),
    RowColumn("event_type", "VARCHAR", "our type (PLOVER), where the publisher's type has one"),
    RowColumn("actor1", "VARCHAR", "who does it, as the publisher names them"),
    RowColumn("actor2", "VARCHAR", "to whom it is done, as the publisher names them"),
    RowColumn("place", "VARCHAR", "the name of the place, as the publisher has it"),
    RowColumn("admin1", "VARCHAR", "the province, as the publisher has it"),
    RowColumn("country", "VARCHAR", "the country as ISO 3166-1 alpha-2, where the publisher's name or code is known"),
    RowColumn("country_name", "VARCHAR", "the country, as the publisher has it"),
    RowColumn("latitude", "DOUBLE", "degrees north (WGS 84), between -90 and 90"),
    RowColumn("longitude", "DOUBLE", "degrees east (WGS 84), between -180 and 180"),
    RowColumn("place_precision", "VARCHAR", "as records have it: site, city, near, admin2, admin1, region, country"),
    RowColumn("count_of", "VARCHAR", "what is counted: `deaths`, `mentions`"),
    RowColumn("count_low", "BIGINT", "the lowest count that the publisher gives"),
    RowColumn("count_best", "BIGINT", "the count that the publisher holds most likely"),
    RowColumn("count_high", "BIGINT", "the highest count that the publisher gives"),
    RowColumn("source_name", "VARCHAR", "whom the publisher names as its source"),
    RowColumn("source_url", "VARCHAR", "the address of that source"),
    RowColumn("source_date", "DATE", "the day of that source"),
    RowColumn("revised", "VARCHAR", "when the publisher last changed the row, or of which version it is"),
    RowColumn("file", "VARCHAR", "the file that it was read from"),
    RowColumn("line", "BIGINT", "the line of that file, from 1; for JSON, which object it was"),
    RowColumn("raw", "VARCHAR", "the row as published: a JSON object of its fields"),
)
ROW_COLUMNS: Final[dict[str, RowColumn]] = {each.name: each for each in _ALL}
"""By name, in the order of the stored table."""
