"""Words that interrupt a sentence, blanked out: quotations, brackets, “however”, and what commas set apart."""

import re
from typing import Final

from dashboard.drafting.clauses.trigger_words import TYPES_OF_VERBS
from dashboard.drafting.people import ROLES_PATTERN, WORD

TRIGGER: Final = re.compile(rf"\b(?:{'|'.join(sorted(TYPES_OF_VERBS, key=len, reverse=True))})\b")
"""A verb that may tell of an event."""
_QUOTED: Final = re.compile(r"[“‘«][^“”‘«»]*[”’»](?!\w)|(?<!\w)\"[^\"]*\"|\([^()]*\)")
"""Words in somebody's mouth, and asides."""
_LINKING: Final = re.compile(
    r",\s+(?:however|too|also|meanwhile|in turn|instead|therefore|of course|by contrast|for (?:its|his|her"
    r"|their) part|once again"
    r"|again|moreover|nevertheless|nonetheless|finally|likewise|similarly|then)(?=,\s)(?P<end>,)",
)
_SET_APART: Final = re.compile(
    r"(?<=[\w.’])(?P<aside>,\s+(?:who|which|whose|with|an?|the|after|under|in|at|by|through|speaking|citing"
    r"|acting|backed|led"
    r"|supported)\b[^,;:]{3,160},)(?=\s+(?:(?:has|have|had|been|also|later|then|was|were|\w+ly)\s+)*(?P<verb>[a-z]+)\b)"
)
"""What stands between a name and its verb: “UNITA, which enjoyed support, approached …”."""
_NAMED_OFFICE: Final = re.compile(
    rf"(?<=[\w’]\s)(?:{ROLES_PATTERN}),\s+{WORD}(?:\s+{WORD}){{1,3}},(?=\s+(?:(?:has|have|had|also|later|then"
    rf"|was|were|\w+ly)\s+)*"
    rf"(?:{'|'.join(TYPES_OF_VERBS)})\b)"
)
"""`Hungary’s foreign minister, Ana Ruiz, met …`."""
_NAME_BEFORE: Final = re.compile(r"(?:^|\s)[A-ZÀ-Þ][\w.’-]*$")
_LIST_BEFORE: Final = re.compile(r"[A-ZÀ-Þ][\w.’-]*,\s+[A-ZÀ-Þ][\w.’ -]*$")
_INTRODUCED: Final = re.compile(
    r"\W*(?:In|On|At|By|During|After|Since|Almost|Shortly|Soon|Later|When|While|Although|As|Before|Under|With"
    r"|From|For|Following"
    r"|Despite|Once|Until|[A-Z][a-z]+ly|An?\s+(?:day|week|month|year))\b"
)
_DATELINE: Final = re.compile(
    r"\ufeff?[A-ZÀ-Þ][A-ZÀ-Þ.’' -]{2,}(?:,\s+[A-Z][\w. ]{2,20})?(?:,\s+[A-Z][a-z]+\.?\s+\d{1,2})?"
    r"\s*(?:\([^()\n]{2,20}\)\s*)?\s[-–—]{1,2}\s+"
)
"""`LIMA, Peru, March 3 (Agency) — `, as an agency begins a report."""


def blank_quotations(sentence: str) -> str:
    """The sentence with as many dots in place of each quotation and aside in brackets."""
    return _QUOTED.sub(lambda match: "." * len(match[0]), sentence)


def blank_asides(sentence: str) -> str:
    """The sentence with as many spaces in place of a dateline, and of what commas set apart between name and verb."""
    text = _DATELINE.sub(_spaces, sentence, count=1) if _DATELINE.match(sentence) else sentence
    text = _NAMED_OFFICE.sub(lambda match: match[0].replace(",", " "), text)
    text = _LINKING.sub(_keep_comma, text)
    return _SET_APART.sub(_blank_aside, text)


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _keep_comma(match: re.Match[str]) -> str:
    """Spaces; behind what introduces the sentence its comma stays."""
    return f"{' ' * (len(match[0]) - 1)}," if _INTRODUCED.match(match.string) else _spaces(match)


def _blank_aside(match: re.Match[str]) -> str:
    before = match.string[: match.start()]
    is_aside = TRIGGER.fullmatch(match["verb"]) and _NAME_BEFORE.search(before) and not _LIST_BEFORE.search(before)
    return _spaces(match) if is_aside else match[0]
