"""The formats that can be imported, by the word that a command takes."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from dashboard.exchange.imports.layouts import (
    ACLED,
    CANDIDATE,
    GDELT,
    GDELT_MENTIONS,
    GEOJSON,
    ICEWS,
    MISP,
    PLOVER,
    POLECAT,
    STIX,
    TIMELINEJS,
    TIMELINEJS_SHEET,
    UCDP,
    Layout,
    NotRead,
)
from dashboard.exchange.imports.mapping import mapped_layout

_ALL: Final = (
    *(UCDP, CANDIDATE, ACLED, GDELT, GDELT_MENTIONS, ICEWS, POLECAT, PLOVER),
    *(GEOJSON, TIMELINEJS, TIMELINEJS_SHEET, STIX, MISP),
)
LAYOUTS: Final[Mapping[str, Layout]] = {each.key: each for each in _ALL}
"""By the word that a command takes."""
CSV: Final = "csv"
"""A table of anybody, which only a mapping file explains."""
MAPPED: Final = (CSV, GEOJSON.key)
"""Formats that a mapping file is for."""


def layout_of(form: str, mapping: Path | None) -> Layout:
    """The layout of a format, with a mapping file if one is given. Raises `NotRead`."""
    if mapping is not None:
        if form not in MAPPED:
            raise NotRead(f"--mapping is for {' and '.join(MAPPED)}; the columns of {form} are known.")
        return mapped_layout(form, mapping)
    if form == CSV:
        raise NotRead(
            "Say which column is what, with --mapping FILE. `dateline import csv FILE --propose` proposes such a file."
        )
    return LAYOUTS[form]
