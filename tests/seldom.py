"""Cases of a parametrized test that take long and rarely break."""

from collections.abc import Iterable
from typing import Any

import pytest


def seldom(*cases: Any) -> list[Any]:
    """Those that are for `make proof` alone; a case of several values is a tuple."""
    return [pytest.param(*(case if isinstance(case, tuple) else (case,)), marks=pytest.mark.proof) for case in cases]


def every_third(cases: Iterable[Any]) -> list[Any]:
    """All of many like cases, of which `make test` takes each third: together they guard against the same mistake."""
    every = list(cases)
    return [each for place, case in enumerate(every) for each in ([case] if place % 3 == 0 else seldom(case))]
