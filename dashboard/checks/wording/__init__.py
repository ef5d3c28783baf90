"""The guards on the wording of a claim: each compares one thing that its text says with the words that it quotes."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.checks.wording import (
        causes,
        clauses,
        counts,
        dates,
        doubts,
        emphasis,
        figures,
        names,
        opposites,
        quantifiers,
        sides,
        speech,
    )
    from dashboard.checks.wording.names import is_name_at_its_beginning, is_no_name, may_be_a_name
else:
    __getattr__ = lazy(__name__, __file__)

__all__ = [
    "causes",
    "clauses",
    "counts",
    "dates",
    "doubts",
    "emphasis",
    "figures",
    "is_name_at_its_beginning",
    "is_no_name",
    "may_be_a_name",
    "names",
    "opposites",
    "quantifiers",
    "sides",
    "speech",
]
