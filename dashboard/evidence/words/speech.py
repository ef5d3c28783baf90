"""Speech in a sentence: who says it, and words in somebody's mouth."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_VERBS: Final = "|".join(
    re.findall(
        r"\S+",
        r"""
        sa(?:id|ys) told tells stat(?:ed|es) claim(?:ed|s) argu(?:ed|es) remark(?:ed|s) not(?:ed|es) warn(?:ed|s)
        insist(?:ed|s) suggest(?:ed|s) hint(?:ed|s) believ(?:ed?|es) assert(?:ed|s) observ(?:ed|es) add(?:ed|s)
        comment(?:ed|s) alleg(?:ed|es) complain(?:ed|s) explain(?:ed|s) predict(?:ed|s) reiterat(?:ed|es)
        emphasi[sz](?:ed|es) underscor(?:ed|es) reaffirm(?:ed|s) maintain(?:ed|s)\sthat confirm(?:ed|s)\sthat
        declar(?:ed|es)\sthat announc(?:ed|es) accus(?:ed|es) condemn(?:ed|s) den(?:ied|ies) reveal(?:ed|s)
        propos(?:ed|es) demand(?:ed|s) urg(?:ed|es) ask(?:ed|s) promis(?:ed|es) pledg(?:ed|es) offer(?:ed|s)
        congratulat(?:ed|es) thank(?:ed|s) commit(?:ted|s)\sto undert(?:ook|akes) express(?:ed|es) contend(?:ed|s)
        acknowledg(?:ed|es) worr(?:ied|ies)\sthat fear(?:ed|s)\sthat thought\sthat
        """,
    )
)
_TELLS: Final = re.compile(
    r"\b(?:said|says|told|tells|stated that|claimed|argued|remarked|noted|warned|insisted|suggested that|hinted|"
    r"believed?s?|asserted|alleged(?:ly)?|complained|maintained that|contend(?:ed|s)|charg(?:ed|es) that|according to|"
    r"in the words of|view(?:ed)? (?:in|of|that)|opinion of|in (?:his|her|their) (?:view|opinion)|felt that|"
    r"feared that|concerned that|worried that|saying that|arguing that|reportedly|think that|thought that|predicted|"
    r"explained that|announced that|announcement by)\b",
    re.I,
)
_OPENS: Final = r"(?:[“‘]|(?<![^\s(\[—–])\"(?=\S))"
_SPOKEN: Final = re.compile(rf"{_OPENS}\s*(?:[^“”\"‘’]|[’'](?=\w)){{0,400}}?\w+(?:[\s,]+[\w’'-]+){{3,}}[^“”\"]*?[”\"’]")
_MARK: Final = re.compile('[“"‘]')
_NAME: Final = r"(?:[^\W\d_a-z][\w.’'-]*|of|the|for|and|de|al)"
_MOST_WORDS: Final = 15
"""Of a speaker's name, with titles: `the Secretary of State of the United States`."""
_SPEAKER: Final = re.compile(
    rf"(?:^|(?<=[.,;:] )|(?<=that )|(?<=as ))(?P<who>{_NAME}(?: {_NAME}){{0,{_MOST_WORDS}}}) "
    rf"(?:(?:also|has|have|had|later|then|again|publicly|openly) )?(?:{_VERBS})\b"
)
_BY: Final = re.compile(r"\b[Aa]ccording to (?P<who>(?:the )?[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*)*)")


TELLING: Final = frozenset(
    re.findall(
        r"[a-z]+",
        """said says told tells stated claimed argued remarked noted warned insisted suggested hinted believe believes
        believed asserted alleged allegedly complained maintained contended contends according words reportedly think
        thought predicted explained announced announcement
        charged charges view viewed opinion felt feared concerned worried saying arguing""",
    )
)
"""Without one of these words, in small letters, a text puts nothing into anybody's mouth, but by quotation marks."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a sentence names as the one who says it."""

    text: str
    start: int
    end: int


def speakers_in(text: str) -> Iterator[Speaker]:
    """The names that stand just before a verb of saying, or behind “according to”."""
    for pattern in (_SPEAKER, _BY):
        for match in pattern.finditer(text):
            yield Speaker(match["who"], *match.span("who"))


def words_of_telling(text: str) -> str:
    """The first words that put what follows into somebody's mouth (`said`, `according to`); nothing where none do."""
    match = _TELLS.search(text)
    return match[0] if match else ""


def spoken_words(text: str) -> str:
    """The first passage of four words or more in quotation marks; nothing where there is none."""
    match = _SPOKEN.search(text) if _MARK.search(text) else None
    return match[0] if match else ""
