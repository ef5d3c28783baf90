"""Why a text that has no form of a date is refused, and what its writer may have meant."""

from __future__ import annotations

import re
from typing import Final

from dashboard.model.date_mistakes import MISTAKES
from dashboard.model.date_problems import DateProblem, date_problem

MAX_CHARACTERS: Final = 100

SHOWN_CHARACTERS: Final = 60

SOUND_SIDE: Final = re.compile(r"\.\.|(?:[0-9X]{4}(?:-[0-9X]{2}(?:-[0-9X]{2})?)?[?~%]?)?")
"""A side of an interval that is not what is wrong with the interval."""


def why_refused(text: str) -> DateProblem:
    """The problem of a text that is neither a date's form nor two of them with a slash between."""
    if not text:
        return date_problem("date-empty", "the date is empty")
    if len(text) > MAX_CHARACTERS:
        return date_problem("date-too-long", f"{shown(text)} has {len(text)} characters, more than {MAX_CHARACTERS}")
    for mistake in MISTAKES:
        if match := mistake.form.search(text):
            return date_problem(mistake.code, f"{shown(text)} {mistake.message}", meant=mistake.meant(match))
    sides = text.split("/")
    if len(sides) == 2:
        return _why_side_refused(text, sides)
    if len(sides) > 2:
        return date_problem("date-interval-parts", f"{shown(text)} has more than one slash")
    return date_problem("date-not-edtf", f"{shown(text)} is not an EDTF date")


def shown(text: str) -> str:
    """A text as a message shows it: short, and with nothing in it that a terminal would obey."""
    start = text[:SHOWN_CHARACTERS]
    visible = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in start)
    return f"“{visible}{'…' if len(text) > SHOWN_CHARACTERS else ''}”"


def _why_side_refused(text: str, sides: list[str]) -> DateProblem:
    """The problem of the first side that is refused, and what the whole was meant to be, where that can be told."""
    whys = [None if SOUND_SIDE.fullmatch(side) else why_refused(side) for side in sides]
    why = next((why for why in whys if why), None)
    if why is None or why.code == "date-not-edtf":
        return date_problem("date-interval-end", f"{shown(text)} has an end that is no date")
    meant = [why.meant if why else side for why, side in zip(whys, sides, strict=True)]
    whole = None if None in meant else "/".join(str(side) for side in meant)
    return date_problem(why.code, f"{shown(text)}: {why.message}", meant=whole)
