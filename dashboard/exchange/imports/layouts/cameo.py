"""CAMEO, the codes of GDELT and ICEWS: which of our types (PLOVER) each is, by its first two digits, or three."""

from typing import Final

from dashboard.exchange.imports.layouts.expressions import text
from dashboard.text.sql_literal import sql_literal

_ROOTS: Final = {
    "02": "request",
    "03": "agree",
    "04": "consult",
    "05": "support",
    "06": "cooperate",
    "07": "aid",
    "08": "concede",
    "09": "accuse",
    "10": "request",
    "11": "accuse",
    "12": "reject",
    "13": "threaten",
    "14": "protest",
    "15": "mobilize",
    "16": "sanction",
    "17": "coerce",
    "18": "assault",
    "19": "assault",
    "20": "assault",
}
"""01, a public statement, is no type of PLOVER."""
_RETREATS: Final = ("084", "086", "087")
"""Codes of 08, to yield, for what is done and not only said. Releases, access for others, and forces that withdraw."""

LOSES: Final = (
    "CAMEO's 20 kinds are 16 types here: 02 and 10 are `request`, 09 and 11 `accuse`, 18, 19 and 20 `assault`; 084, "
    "086 and 087 are `retreat` and the rest of 08 `concede`; 01, a public statement, has no type of ours. The "
    "publisher's own code is kept."
)


def event_type(column: str) -> str:
    """SQL for our type of a CAMEO code; NULL for a code that has none."""
    code = text(column)
    retreats = ", ".join(map(sql_literal, _RETREATS))
    cases = " ".join(f"WHEN {sql_literal(theirs)} THEN {sql_literal(ours)}" for theirs, ours in _ROOTS.items())
    return f"CASE WHEN left({code}, 3) IN ({retreats}) THEN 'retreat' ELSE CASE left({code}, 2) {cases} END END"
