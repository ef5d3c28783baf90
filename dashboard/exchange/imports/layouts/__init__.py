"""Layouts of published events, one module each: how its files are read, and what of them each of our columns is."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.exchange.imports.layouts.acled import ACLED
    from dashboard.exchange.imports.layouts.countries import country_codes
    from dashboard.exchange.imports.layouts.expressions import country, date_precision, edtf, text
    from dashboard.exchange.imports.layouts.gdelt import GDELT, GDELT_MENTIONS
    from dashboard.exchange.imports.layouts.geojson import GEOJSON, features, flat_properties
    from dashboard.exchange.imports.layouts.icews import ICEWS
    from dashboard.exchange.imports.layouts.json_values import (
        MOST_WHOLE_CHARACTERS,
        BrokenValue,
        JsonMember,
        canonical,
        members,
        parse,
    )
    from dashboard.exchange.imports.layouts.layout import BrokenObject, DelimitedFile, Fault, Layout, ObjectFile
    from dashboard.exchange.imports.layouts.misp import MISP
    from dashboard.exchange.imports.layouts.not_read import NotRead
    from dashboard.exchange.imports.layouts.plover import PLOVER
    from dashboard.exchange.imports.layouts.polecat import POLECAT
    from dashboard.exchange.imports.layouts.prepared import RAW, Row, rows
    from dashboard.exchange.imports.layouts.stix import STIX
    from dashboard.exchange.imports.layouts.timelinejs import TIMELINEJS, TIMELINEJS_SHEET
    from dashboard.exchange.imports.layouts.ucdp import CANDIDATE, UCDP
else:
    __getattr__ = lazy(__name__, __file__)
