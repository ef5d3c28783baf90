"""The first sentence of a press release gives the day and the place of what it goes on to tell of the same person."""

import re
from typing import Final

from dashboard.drafting.clauses import EventClause
from dashboard.drafting.proposals.source_text import Lead

_SPEAKING: Final = frozenset(
    """
    discussed expressed urged called pressed reaffirmed committed thanked congratulated condemned assured emphasized
    emphasised stressed reiterated welcomed praised commended recognized asked requested appealed warned noted conferred
    met held spoke pledged promised agreed announced
    """.split()  # noqa: SIM905  a list a line is a page
)
_PERFECT: Final = re.compile(r"\b(?:has|have|had)\b")
_EARLIER: Final = re.compile(
    r"\b(?:previously|earlier|before|last|ago|since|yesterday|tomorrow|following)\b", re.IGNORECASE
)
_SAME_PERSON: Final = frozenset(
    {"he", "she", "the secretary", "the deputy secretary", "the deputy", "the president", "the minister"}
)


def goes_on_with_lead(clause: EventClause, lead: Lead, acting: str, subject: str) -> bool:
    """Whether a clause tells what else the person of the first sentence said there.

    That is told in the simple past, with no time of its own.
    """
    around = clause.sentence[clause.start : clause.verb_start]
    return (
        clause.verb in _SPEAKING
        and not clause.is_passive
        and not clause.is_subordinate
        and (acting == lead.actor or subject.lower() in _SAME_PERSON)
        and not _PERFECT.search(around)
        and not _EARLIER.search(around)
    )
