"""The formats that can be imported, by the word that a command takes."""

from collections.abc import Mapping
from typing import Final

from dashboard.exchange.imports.layouts import ACLED, CANDIDATE, UCDP, Layout

_ALL: Final = (UCDP, CANDIDATE, ACLED)
LAYOUTS: Final[Mapping[str, Layout]] = {each.key: each for each in _ALL}
"""By the word that a command takes."""
