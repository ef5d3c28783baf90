"""The parts of a text that tell the contrary of a type of event, or that nothing came of a commitment yet."""

import re
from collections.abc import Mapping
from typing import Final

from dashboard.evidence.verbs.forms import bases_of

_CONTRARY: Final[Mapping[str, re.Pattern[str]]] = {
    "mobilize": re.compile(
        r"\b(?:with(?:draws?|drew|drawn)|pull(?:s|ed)?(?: [\w’']+){0,4}? (?:out|back)|recall(?:s|ed)?"
        r"|demobili[sz](?:es?|ed)|disband(?:s|ed)?|evacuat(?:es?|ed)|brings? home|brought home|stood down)\b",
        re.IGNORECASE,
    ),
    "agree": re.compile(
        r"\b(?:turn(?:s|ed)?(?: [\w’']+){0,4}? down|reject(?:s|ed)?|refus(?:es|ed)|declin(?:es|ed)|rebuff(?:s|ed)?"
        r"|spurn(?:s|ed)?|veto(?:es|ed)|rul(?:es|ed) out"
        r"|fail(?:s|ed) to (?:agree|reach|sign|conclude|accept|ratify))\b",
        re.IGNORECASE,
    ),
    "concede": re.compile(
        r"\b(?:call(?:s|ed) (?:on|for|upon)|urg(?:es|ed)|demanded|asks?|asked|appeal(?:s|ed) (?:to|for))\b",
        re.IGNORECASE,
    ),
}
"""By type, verbs behind which its words tell the contrary, or what somebody else is to do."""
_BREAK: Final = (
    r"(?<![A-Z])[.;:!?]\s|[()—–\n]|,\s|\b(?:and|but|while|after|before|when|as|because|since|although|though|if|that"
    r"|which|who|until|once|instead)\b"
)
_ENDS: Final[Mapping[str, re.Pattern[str]]] = {
    "mobilize": re.compile(rf"{_BREAK}|\b(?:to|for)\b", re.IGNORECASE),
}
"""What ends such a part: troops may be withdrawn from one place to reinforce another."""
_PLAIN_BREAK: Final = re.compile(_BREAK, re.IGNORECASE)
_NOT: Final = r"\b(?:not(?! only)|n[’']t|never|yet to|ha(?:s|ve|d) yet|no)\b|n[’']t\b"
_UNDONE: Final[Mapping[str, re.Pattern[str]]] = {
    "underway": re.compile(
        rf"(?:{_NOT})[^.;:!?]{{0,24}}\b(?:beg[aiu]n|start(?:ed)?|commenced?|launch(?:ed)?|under ?way|open(?:ed)?)\b",
        re.IGNORECASE,
    ),
    "delivered": re.compile(
        rf"(?:{_NOT})[^.;:!?]{{0,24}}\b(?:deliver(?:ed)?|arrived?|received?|completed?|finish(?:ed)?|paid|pay|sent|send"
        r"|hand(?:ed)? over|built|reached)\b",
        re.IGNORECASE,
    ),
}
"""By level, what says that it was not reached."""
_SENTENCE_PART: Final = re.compile(
    r"(?<![A-Z])[.;:!?]\s|\n|,\s|\b(?:but|while|although|though|whereas)\b", re.IGNORECASE
)


def without_contrary_deeds(type_: str, text: str) -> str:
    """A text without the parts that tell the contrary of a type: “withdrew its troops” is no word for `mobilize`.

    Who does it goes with it, unless another verb stands before: “agreed to a plan that others rejected” stays.
    """
    contrary = _CONTRARY.get(type_)
    if contrary is None or not contrary.search(text):
        return text
    left = []
    for part in _ENDS.get(type_, _PLAIN_BREAK).split(text):
        match = contrary.search(part)
        before = part[: match.start()] if match else part
        if match is None or any(word.islower() and bases_of(word) for word in before.split()):
            left.append(before)
    return " . ".join(left)


def without_undone(level: str, text: str) -> str:
    """A text without the parts that say that a level was not reached: “work has not begun”."""
    undone = _UNDONE.get(level)
    if undone is None or not undone.search(text):
        return text
    return " . ".join(part for part in _SENTENCE_PART.split(text) if not undone.search(part))
