"""What a title says in several words, “lay down their arms”, and the words of an event that may say as much."""

import re
from typing import Final

SEEKING: Final = (
    r"talks|process|negotiat\w+|envoys?|conference|summit|force|mission|corps|prize|plan|proposal|bid|efforts?"
    r"|mediat\w+"
)
"""Behind “peace”, what there is before there is any."""
_PHRASES: Final = tuple(
    (re.compile(rf"\b(?:{said})\b", re.IGNORECASE), re.compile(rf"\b(?:{alike})", re.IGNORECASE))
    for said, alike in (
        (
            r"la(?:y|ys|id) down (?:their |its |his )?(?:arms|weapons|guns)|lay arms down",
            r"la(?:y|ys|id|ying) (?:down|their arms)|disarm|surrender|capitulat|hand\w* (?:over|in)|demobili[sz]"
            r"|decommission"
            r"|g[ai]v\w* up|weapons? (?:handover|collection)|capitulat",
        ),
        (
            r"ma(?:ke|kes|de) peace",
            rf"(?:peace(?! (?:{SEEKING})\b)|truce|reconcil|treat(?:y|ies)|armistice|cease-?fire"
            r"|end(?:ed|s|ing)? (?:the |their )?"
            r"(?:war|conflict|feud|fighting))",
        ),
        (
            r"hand(?:s|ed)? (?:(?!out|down)[\w’'-]+ ){0,3}(?:back|over)",
            r"(?:hand\w*|g[ai]v\w*|return|surrender|ced(?:e|ing)|yield|transfer|deliver|donat|extradit|releas"
            r"|sen[dt]|turn\w* over"
            r"|restor|repatriat|relinquish|pass\w*|leav|left|present|convey|suppl|provid)",
        ),
        (
            r"for good|once and for all",
            r"for good|once and for all|permanent|for ?ever|final|definit|never|irrevers|lasting|perpetual"
            r"|abolish|complete",
        ),
        (
            r"w(?:ins|on|in) (?:an? |the )?(?:\w+ ){0,2}(?:election|presidency|vote|referendum|war)",
            r"w[io]n|victor|elect(?:ed|s)\b|re-?elect|defeat|beat|triumph|most (?:votes|seats)|prevail|majorit"
            r"|landslide"
            r"|per ?cent|carri|took|approv|pass|return|vote[sd]? (?:for|in)|ahead|lead|surrender|\d ?%",
        ),
    )
)
"""What a title may not say in several words, where the event has none of the others."""


def phrases_of_more(title: str, given: str) -> list[str]:
    """The phrases of a title for which the words that are given have nothing like them."""
    return [match[0] for said, alike in _PHRASES if (match := said.search(title)) and not alike.search(given)]
