"""Who is named beside a deed and does not do it: who mediates, who hosts, and who only speaks of it."""

import re
from typing import Final

from dashboard.evidence.words import SAYING

_MEDIATING: Final = r"mediat(?:ed|es?|ing)|broker(?:ed|s|ing)?|facilitat(?:ed|es?|ing)|host(?:ed|s|ing)?"
MEDIATION: Final = re.compile(
    rf"\b(?:{_MEDIATING}|mediat\w+|facilitat\w+"
    r"|intermediar\w+|go-between|good offices|auspices|arbitrat\w+|conciliat\w+"
    r"|shuttl\w+|envoys?|chair\w*|conven\w+|guarantor\w*|help\w*|through|via|between|both|parties|sides|peacemak\w+|venue"
    r"|talks|negotiat\w+|bridg\w+|interven\w+|reconcil\w+)\b",
    re.IGNORECASE,
)
"""Any word by which somebody may be known as a mediator."""
_BY: Final = re.compile(
    rf"\b(?i:{_MEDIATING}|convened|chaired|arranged) (?:jointly )?by "
    r"(?:(?:the )?(?:[A-Z][\w.’'-]*,? ){1,4}(?:and )?){0,4}(?:the )?\Z"
)
_MEDIATES: Final = re.compile(
    r"-(?:brokered|mediated|facilitated|hosted|sponsored)\b"
    r"|,? (?:alongside|together with|along with|with|and) [^.;:\n]{1,60}?,? "
    rf"(?:has |had |have |also )?(?:{_MEDIATING})\b(?! by)"
    r"|[^.;:,\n]{0,40} (?:negotiate[ds]?|arrange[ds]?|broker(?:ed|s)?|mediate[ds]?) [^.;:\n]{1,60}\bbetween\b"
    r"|[^.;:,\n]{0,40} negotiate[ds]? (?:the|their|his|her|its) (?:\w+ )?(?:release|return|freedom)\b"
    r"|[^.;:,\n]{0,60} (?:assisted|helped|brought) (?:both |the )?(?:two )?(?:parties|sides)\b"
    rf"|(?:[’']s? [a-z]+)?(?: which| who|,)? (?:has |had |have |is |was |also |then )?(?:{_MEDIATING})\b"
    r"|[’']s? (?:mediat\w+|good offices|auspices)|(?:[’']s? [a-z]+)? (?:is|was|acts as|acted as|served as|serves as) "
    r"(?:an? |the )?"
    r"(?:mediator|facilitator|broker|host|go-between|intermediary)",
    re.IGNORECASE,
)
_OF: Final = re.compile(r"\b(?:mediation|auspices|good offices) (?:of|by) (?:the )?\Z", re.IGNORECASE)
_TELLING_WORDS: Final = """
    reported reports found finds concluded concludes
    document documented documents recorded verified established alleged alleges estimated appealed
    appeals urged urges
    condemned condemns denounced denounces criticised criticises criticized criticizes warned warns demanded demands
    welcomed welcomes blamed blames accused accuses deplored deplores called calls asked asks
"""
_NO_TELLING: Final = frozenset({"announced", "announces", "committed", "commits", "ordered", "pledged", "promised"})
_TELLING: Final = "|".join(sorted(map(re.escape, SAYING.union(_TELLING_WORDS.split()) - _NO_TELLING)))
_ONESELF: Final = r"(?!,? (?:that )?(?:on \w+ )?(?:it|they|he|she|its|their|his|her|we|our|I)\b)"
_TELLS: Final = re.compile(
    rf"(?:[’']s? [a-z]+(?: [a-z]+)?)?(?:,[^,.;\n]{{1,60}},)?,? (?:also |has |had |have |later |then )?"
    rf"(?:(?:{_TELLING})\b{_ONESELF}|held\b[^.;\n]{{1,60}}\bresponsible\b)"
)
_TOLD_BY: Final = re.compile(rf"\b(?:[Aa]ccording to|said|says|(?:{_TELLING}) by) (?:the )?\Z")
_REACH: Final = 60


def mediates(text: str, start: int, end: int) -> bool:
    """Whether the name in a span of a text is that of a mediator or host: “talks mediated by Oman”."""
    before = text[max(0, start - _REACH) : start]
    return bool(_BY.search(before) or _OF.search(before) or _MEDIATES.match(text, end))


def only_tells(text: str, start: int, end: int) -> bool:
    """Whether the name in a span is that of somebody who speaks of what others do: “UNMISS documented that”."""
    return bool(_TOLD_BY.search(text[max(0, start - _REACH) : start]) or _TELLS.match(text, end))
