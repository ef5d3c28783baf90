"""Layouts of published events, one module each: how its files are read, and what of them each of our columns is."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.exchange.imports.layouts.acled import ACLED
    from dashboard.exchange.imports.layouts.countries import country_codes
    from dashboard.exchange.imports.layouts.expressions import date_precision, edtf, literal
    from dashboard.exchange.imports.layouts.layout import BrokenObject, DelimitedFile, Layout, ObjectFile
    from dashboard.exchange.imports.layouts.not_read import NotRead
    from dashboard.exchange.imports.layouts.ucdp import CANDIDATE, UCDP
else:
    __getattr__ = lazy(__name__, __file__)
