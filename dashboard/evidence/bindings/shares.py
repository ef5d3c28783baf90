"""A part of some people or things in the quotes that is all of them in a claim: “all five” for “two of the five”."""

import re
from typing import Final

from dashboard.evidence.words import CARDINALS, root_of

_NUMBER: Final = rf"(?:\d[\d.,]*\d|\d|{'|'.join(CARDINALS)})"
_OF_ALL: Final = re.compile(
    rf"\b(?P<part>{_NUMBER}|half|most|some|several|many|few)\sof\s(?:the|its|their|his|her|these|those)\s(?P<all>{_NUMBER})\b",
    re.IGNORECASE,
)
_MOSTLY: Final = re.compile(
    rf"\b(?P<all>{_NUMBER})\s(?:[\w’'-]+\s){{0,6}}?[\w’'-]+,\s(?:mostly|mainly|chiefly|largely|many|most|some|half|several|including)"
    r"(?:\sof\s(?:them|whom|which))?\s(?:(?:were|are|was)\s)?(?P<what>[a-z]{4,})\b",
    re.IGNORECASE,
)


def whole_for_part(claim: str, quotes: str) -> str:
    """The words by which a claim tells of all what the quotes tell of a part; nothing where it does not.

    “All five suspects” for “two of the five suspects”, and “3,000 traders” for “3,000 people, mostly traders”.
    """
    if claim in quotes:
        return ""
    for match in _OF_ALL.finditer(quotes) if "all " in claim.lower() else ():
        number = re.escape(match["all"])
        part = re.search(rf"\b{re.escape(match['part'])}\b|\b(?:not|nearly|almost) all\b", claim, re.IGNORECASE)
        if not part and (all_ := re.search(rf"\ball (?:of )?(?:the )?{number}\b", claim, re.IGNORECASE)):
            return all_[0]
    for match in _MOSTLY.finditer(quotes) if ", " in quotes else ():
        found = re.search(rf"\b{re.escape(match['all'])}\s(?:[a-z]+\s)?(?P<what>[a-z]{{4,}})\b", claim, re.IGNORECASE)
        if found and root_of(found["what"]) == root_of(match["what"]):
            return found[0]
    return ""
