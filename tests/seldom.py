"""Cases of a parametrized test that take long and rarely break."""

from typing import Any

import pytest


def seldom(*cases: Any) -> list[Any]:
    """Those that are for `make proof` alone; a case of several values is a tuple."""
    return [pytest.param(*(case if isinstance(case, tuple) else (case,)), marks=pytest.mark.proof) for case in cases]
