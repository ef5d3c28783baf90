"""Values that a browser has reported: whatever type they are of, a page is made of them, and nothing fails."""

from collections.abc import Mapping
from typing import Any, Final

_MOST: Final = 2**53
"""No whole number beyond it is one in a browser, too."""


def mapping_of(value: Any) -> dict[str, Any]:
    """The mapping that was reported; an empty one where it is something else."""
    return dict(value) if isinstance(value, Mapping) else {}


def number_of(value: Any, otherwise: int = 0) -> int:
    """The whole number that was reported, cut towards zero; `otherwise` where it is none."""
    is_number = isinstance(value, int | float) and -_MOST < value < _MOST
    return int(value) if is_number else otherwise
