"""Verbs that tell of an event in one sense only: what must stand behind each for it to have that sense."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from dashboard.evidence.words import WEEKDAYS

_DAYS: Final = "|".join(WEEKDAYS)


def _something(nouns: str, most_words: int = 4) -> re.Pattern[str]:
    """One of some nouns, behind at most so many words that describe it: `lifted the long siege`."""
    return re.compile(rf"\s+(?:[\w’'$€£%.,-]+\s+){{0,{most_words}}}?(?:{'|'.join(nouns.split())})\b")


_ASKS: Final = re.compile(r"\s+(?:up)?on\b|\s+for\b")
_MEETS: Final = re.compile(
    r"[.,]"
    rf"|\s+(?:today|yesterday|again|privately|separately|virtually|briefly|with|in|at|on|to|for|here|there|{_DAYS})\b"
    r"|\s+(?:[A-Z][\w.’'-]*\s+)*(?:[a-z]+\s+)?(?:[A-Z][\w.’'-]*\s+)*(?:[A-Z][\w’'-]+)"
    r"(?:[.,](?!\w)|\s+(?:in|at|on|for|to|and|today)\b)"
)
_LOSES: Final = re.compile(
    r"\s+(?:an?|the|its|their|his|her|\d[\d,]*|two|three|four|five|six|several|some)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:planes?|aircraft|ships?|helicopters?|jets?|drones?|soldiers|troops|men|seats?|majority|vote|elections?|war"
    r"|control|territory|referendum|presidency|submarine|destroyer|frigate|satellite)\b"
)
_VOTES: Final = re.compile(rf"\s+(?:to|in favou?r|against|for|on|overwhelmingly|unanimously|\d|{_DAYS})\b")
_SWAPS: Final = re.compile(r"\s+(?:for\b|(?:\w+\s+){0,3}(?:prisoners|captives|hostages|spies|fire|diplomats)\b)")
_LEAVES: Final = re.compile(
    r"\s*(?:$|[.,;])"
    r"|\s+(?:the\s+)?(?:[A-Z][\w’-]+\s*){1,3}"
    r"(?:$|[.,;]|\s*\b(?:in|on|for|at|after|and|by|with|when|as|last|this|today)\b)"
    r"|\s+(?:office|power|for\s+[A-Z]"
    r"|the\s+(?:country|capital|region|city|union|pact|alliance|coalition|accord|party|government))\b"
    r"|.*\b(?:dead|injured|wounded|homeless)\b"
)
_LEADS: Final = re.compile(
    r"\s+(?:an?|the)\s+(?:[\w’-]+\s+){0,3}?"
    r"(?:delegation|talks|negotiations|mission|march|protests?|rally|coup|raid|offensive|attack|meeting)\b"
)
_APPOINTS: Final = re.compile(
    r"\s+(?:[\w-]+\s+){0,4}?(?:ministers?|president|premier|chief|ambassador|commander|judges?|envoy|cabinet"
    r"|director|head"
    r"|governor|general|leader)\b|\s+[A-Z]"
)
_CLOSES: Final = re.compile(r"(?!\s+(?:up|down|higher|lower|flat|at|above|below|with|\d|little|slightly|mixed)\b)")
_OF_SOMEBODY: Final = re.compile(r"\s+(?:the\s+)?[A-Z]")
SENSES: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        **dict.fromkeys(("called", "calls"), _ASKS),
        **dict.fromkeys(("met", "meets"), _MEETS),
        **dict.fromkeys(("traded", "exchanged", "swapped"), _SWAPS),
        **dict.fromkeys(
            ("granted", "awarded"),
            _something("asylum independence aid loans? million billion amnesty citizenship visas? access contract"),
        ),
        **dict.fromkeys(("assisted", "encouraged"), _OF_SOMEBODY),
        "appointed": _APPOINTS,
        "approached": re.compile(r"\s+(?:[\w.’'-]+\s+){1,12}?(?:for|about|with)\s"),
        "arrived": re.compile(r"\s+(?:in|at)\s+[A-Z]"),
        "broke": re.compile(r"\s+(?:out|off)\b"),
        "claimed": re.compile(r"\s+(?:that|responsibility)\b"),
        "closed": _CLOSES,
        "contributed": re.compile(r"\s+(?!to\b)"),
        "crossed": re.compile(r"\s+(?:the|into|over)\b"),
        "decided": re.compile(r"\s+to\s+[a-z]+"),
        "executed": re.compile(
            r"\s+(?:[\w-]+\s+){0,4}?(?:men|women|people|prisoners?|hostages?|soldiers|militants|spies|rebels)\b|\s+[A-Z]"
        ),
        "extended": _something("ceasefire truce sanctions mandate emergency deadline aid embargo talks term curfew"),
        "flew": re.compile(r"\s+to\s+[A-Z]"),
        "led": _LEADS,
        "left": _LEAVES,
        "lifted": _something("sanctions embargo ban siege blockade curfew emergency restrictions lockdown tariffs"),
        "lost": _LOSES,
        "received": _something(
            "aid loans? assistance grants? help million billion weapons troops delegation support", most_words=6
        ),
        "took": re.compile(r"\s+(?:place|off|control|power|over|office)\b"),
        "voted": _VOTES,
        "won": _something(
            "elections? vote votes referendum presidency runoff majority seats? battle war independence term",
            most_words=5,
        ),
    }
)
"""By verb."""
