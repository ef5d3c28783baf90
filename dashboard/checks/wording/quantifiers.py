"""Guard: “all”, “only”, “most” and “the largest” in a claim are in its quotes, in some words."""

import re
from collections.abc import Iterator
from typing import Final

from dashboard.checks.context import ClaimContext
from dashboard.checks.corpus import Violation
from dashboard.checks.guard_registry import guard
from dashboard.evidence.bindings import whole_for_part

QUANTIFIER_ADDED = guard(
    "quantifier-added",
    "An “all”, “only” or “most” that no quote has",
    "The claim says something of all, of only some or of most (“every”, “the whole”, “solely”, “the majority”), and no "
    "quote has a word of that sort. Or it says of all what they say of “nearly all”, of many what they say of “few”, "
    "or calls “the largest” what they call “one of the largest” or “the second largest”, or tells of a town what they "
    "tell of a part of it.",
    "say of how many the quotes say it, quote the words that say so, or `allow` it with the reason",
    "warning",
)
_EVERY: Final = r"all(?! (?:over|along|right|out|but|too|the (?:way|more|same|while)|(?:day|night|week|year) long)\b)"
"""“All”, but not in “all the way”."""
_IDIOMS: Final = re.compile(
    r"\b(?:at|after|above|first of|in) all\b|\bnot only\b|\ball but\b|\bthe only\b"
    r"|\bonly (?:after|when|then|once|if)\b|\bonly (?:for )?(?:an? )?(?:few|handful|hours?|days?|weeks?|months?"
    r"|minutes?)\b|\bmost of the time\b"
    r"|\bthe first (?:two|three|four|five|six|seven|ten|few|\d+) (?:hours|days|weeks|months|years)\b",
    re.IGNORECASE,
)
_SORTS: Final = tuple(
    (re.compile(rf"\b(?:{added})\b", re.I), re.compile(rf"\b(?:{backing})\b", re.I))
    for added, backing in (
        (
            rf"{_EVERY}|every(?:one|body|thing)?|entire|whole",
            r"all|every\w*|entire\w*|whol\w+|each|both|any\w*|total\w*|full\w*|complete\w*|always|throughout|unanim\w+"
            r"|without exception|none|no|never|(?:nation|country|state|island|region)-?wide"
            r"|blanket|general|(?:a|per) (?:day|week|month|year|hour"
            r"|night)|daily"
            r"|weekly|monthly|yearly|annual\w*|hourly|nightly",
        ),
        (
            r"only|solely|exclusively|(?<=[a-z] )alone(?=[.,;]|$)",
            r"only|sole\w*|exclusiv\w+|just|alone|mere\w*|nothing|no other|except\w*|single|limit\w*|restrict\w*|unless"
            r"|but|few|until|unique\w*|simply|not|\w+n[’']t|(?:second|third|fourth|fifth)[- ](?:most|[a-z]+est)",
        ),
        (
            r"most of|most(?= [a-z]+s\b)|(?:the|a|vast) majority",
            r"most\w*|majorit\w+|largely|mainly|predominant\w*|more than half|per ?cent|many|bulk|main|nearly all"
            r"|almost all|all but|overwhelming\w*|two[- ]thirds|three[- ]quarters",
        ),
        (
            r"(?:the|its|their|his|her) first(?= (?:[a-z-]+ ){0,2}?(?!day|week|month|year|time)[a-z]+\b)(?! (?:day"
            r"|week|month|year|time|half))",
            r"first\w*|new\w*|never|beg[aiu]n\w*|start\w*|launch\w*|open\w*|inaugur\w*|debut|initial\w*|maiden"
            r"|pioneer\w*|unprecedented|before|earl\w+|origin\w*|once|ever|1st|prior|previous\w*|prime\w*|last|latter"
            r"|former|since then|so far|no (?:[a-z]+ ){1,4}?(?:yet|since)|second|next|now",
        ),
    )
)
_WIDE: Final = re.compile(
    r"\b(?:(?:across|throughout)(?= (?-i:[A-Z]))|nationwide|countrywide|worldwide|region-?wide|everywhere|all over)\b",
    re.IGNORECASE,
)
_AS_WIDE: Final = re.compile(
    r"\b(?:across|throughout|nationwide|countrywide|worldwide|national\w*|global\w*|everywhere|all|every|whole|entire\w*"
    r"|widespread|several|many|most|multiple|various|dozens|hundreds|thousands|other|elsewhere|both|spread\w*"
    r"|(?:town|cit|province|region|village|state|district|area|countr|part|front|place|island|site|location)\w*s|over"
    r"|border\w*|cross\w*|into|through)\b",
    re.IGNORECASE,
)
_FOR_ALL: Final = re.compile(r"\b(?:for|to) (?:all|everyone)\b(?! [a-z])")
_ALL_IN_TITLE: Final = re.compile(
    r"\b(?:all|every\w*|entire\w*|whol\w+|each|both|any\w*|total(?:ly)?|complete(?:ly)?|throughout|unanim\w+"
    r"|without exception|nation-?wide|blanket|none|nothing|nobody)\b",
    re.IGNORECASE,
)
_NEARLY_ALL: Final = re.compile(
    r"\b(?:nearly|almost|virtually|practically) (?:all|every\w*|(?:the )?(?:whole|entire))\b", re.IGNORECASE
)
_ALL: Final = re.compile(
    rf"\b(?:{_EVERY}|every\w*|each|whole|entire\w*)\b",
    re.IGNORECASE,
)
_NOT_QUITE: Final = re.compile(
    r"\b(?:nearly|almost|virtually|practically|most\w*|majority|bulk|few|not|but|except\w*)\b", re.IGNORECASE
)
_FEW: Final = re.compile(
    r"(?<!\ba )(?<!\bquite a )(?<!\bno )(?<!\bnot a )\bfew\b(?! (?:days|weeks|months|years|hours)\b)", re.IGNORECASE
)
_MANY: Final = re.compile(
    r"\b(?<!\bnot )(?<!\bas )(?<!\bhow )many\b(?! (?:years|days|weeks|months|hours)\b)", re.IGNORECASE
)
_SEVERAL: Final = re.compile(
    r"\b(?:many|several|numerous|most\w*|dozens|scores|hundreds|thousands|lots|number|large\w*|majority"
    r"|crowds?|all|a few)\b",
    re.IGNORECASE,
)
_SOME: Final = re.compile(
    r"\b(?:some|several|a few|a number of|certain) (?:of (?:the|its|their) )?(?:[\w’'-]+ )?(?P<noun>[a-z]{3,}(?:s"
    r"|ies|men|people))\b",
    re.IGNORECASE,
)
_SUPERLATIVE: Final = r"(?:[a-z]{3,}est(?<!for)(?<!inter)(?<!prot)(?<!arr)|most [a-z]+|best|worst)"
_ONE_OF: Final = re.compile(
    rf"\b(?:one|some|two|three|four|five|several|many|among|part) (?:of )?(?:the|its|their|his|her|[\w’'-]+[’']s)"
    rf" (?:[\w’'-]+ )?(?P<most>{_SUPERLATIVE})\b",
    re.IGNORECASE,
)
_OF_SEVERAL: Final = r"\b(?:of|among|amongst) (?:the|its|their|his|her|[\w’'-]+[’']s) (?:[\w’'-]+ )?"
_NEXT_TO_MOST: Final = re.compile(
    rf"\b(?:second|third|fourth|fifth|2nd|3rd|4th|5th)[- ](?P<most>{_SUPERLATIVE})\b", re.IGNORECASE
)
_PART: Final = (
    r"(?:parts?|half|much|most|some|a (?:third|quarter|part|section|corner|strip|few)|two[- ]thirds|portions?|areas"
    r"|sections?|stretches|swathes|the (?:outskirts|suburbs|edges?|north|south|east|west|cent(?:re|er))"
    r"|(?:several|two|three|four|five) (?:districts|suburbs|neighbou?rhoods|quarters))"
)
_PART_OF: Final = re.compile(rf"\b{_PART} of (?:the |its |their |his )?(?P<whole>[\w’'-]{{3,}})", re.IGNORECASE)
_OF_A_PART: Final = re.compile(
    rf"\b(?:{_PART}|part|partly|partially|in part|half of|not all|areas?|districts?|outskirts|suburbs|largely|mostly"
    r"|percent|per cent)\b|%",
    re.IGNORECASE,
)
_THE_REST: Final = re.compile(r"\b(?:the (?:rest|remainder|other half)|later the (?:whole|rest))\b", re.IGNORECASE)
_DONE_TO: Final = (
    r"(?:control|hold|held|seiz|captur|took|take[ns]?|taking|retook|retak|destroy|occup|burn|flood|lost|lose|cover|clos"
    r"|own|bought|buy|sold|sell|pay|paid|repaid|rebuil|evacuat|rul|overr[au]n|devastat|wreck|level+ed|demolish|ravag)"
    r"\w*"
)
_WORDS: Final = """
    all alone entire every everybody everyone everything exclusively first majority most only solely whole
"""
_TRIGGERS: Final = frozenset(_WORDS.split())
_WORDS_OF_LESS: Final = """
    nearly almost virtually practically few one among some several second third fourth fifth part parts half much most
    quarter thirds portion portions section sections areas stretches swathes outskirts suburbs edge edges north south
    east west centre center strip corner districts
"""
_LESS: Final = frozenset(_WORDS_OF_LESS.split())
"""Without one of these in the quotes, nothing is said there of fewer than all."""


def no_quantifier_is_added(saying: ClaimContext) -> Iterator[Violation]:
    """Each word of a claim that says of how many something is true has its like in the quotes."""
    lower = saying.quote_words.lower
    if not saying.is_english or (_TRIGGERS.isdisjoint(saying.claim_words.lower - lower) and _LESS.isdisjoint(lower)):
        return
    if more := _said_of_more(saying.claim.text, saying.quote_words.text):
        yield _violation(saying, more)
        return
    if _TRIGGERS.isdisjoint(saying.claim_words.lower - saying.quote_words.lower):
        return
    text = _IDIOMS.sub(lambda idiom: " " * len(idiom[0]), saying.claim.text)
    for added, backing in _SORTS:
        if (
            (match := added.search(text))
            and not backing.search(saying.quote_words.text)
            and "%" not in saying.quote_words.text
        ):
            yield _violation(saying, match[0])


def no_part_is_told_as_the_whole(saying: ClaimContext) -> Iterator[Violation]:
    """Nothing is said of all of some number of people or things that the quotes say of a part of them."""
    if (
        saying.is_english
        and saying.has_figures
        and (words := whole_for_part(saying.claim.text, saying.quote_words.text))
    ):
        yield _violation(saying, words)


def words_of_more(title: str, given: str) -> list[str]:
    """Words by which a title says it of all, or of a whole country, of which the words that are given say nothing."""
    plain = _FOR_ALL.sub("", _IDIOMS.sub(lambda idiom: " " * len(idiom[0]), title))
    found = ((_SORTS[0][0].search(plain), _ALL_IN_TITLE), (_WIDE.search(title), _AS_WIDE))
    return [match[0] for match, backing in found if match and not backing.search(given)]


def _violation(saying: ClaimContext, words: str) -> Violation:
    message = f"“{words}” is in claim `{saying.key}`, but no quote says of how many it is true"
    return saying.violation(QUANTIFIER_ADDED, (words,), message)


def _said_of_more(claim: str, quotes: str) -> str:
    """The words by which a claim says of more than its quotes: of all for “nearly all”, of many for “few”."""
    if claim in quotes:
        return ""
    is_of_all = not _NEARLY_ALL.search(quotes) or _ALL.search(_NEARLY_ALL.sub("", quotes)) or _NOT_QUITE.search(claim)
    if not is_of_all and (found := _ALL.search(claim)):
        return found[0]
    if _FEW.search(quotes) and not _SEVERAL.search(quotes) and (found := _MANY.search(claim)):
        return found[0]
    for match in _SOME.finditer(quotes) if not _SOME.search(claim) else ():
        noun = re.escape(match["noun"])
        if found := re.search(
            rf"\b(?:all|every|each) (?:of )?(?:the |its |their )?(?:[\w’'-]+ )?{noun}\b", claim, re.IGNORECASE
        ):
            return found[0]
    if whole := _whole_of(claim, quotes):
        return whole
    for match in (*_ONE_OF.finditer(quotes), *_NEXT_TO_MOST.finditer(quotes)):
        most = re.escape(match["most"])
        alone = re.search(rf"\b(?:the|its|their|his|her|[\w’'-]+[’']s) (?:[\w’'-]+ )?{most}\b", claim, re.IGNORECASE)
        is_of_more = rf"{_OF_SEVERAL}{most}\b|\b(?:second|third|fourth|fifth)[- ]{most}\b"
        if alone and not re.search(is_of_more, claim, re.IGNORECASE):
            return alone[0]
    return ""


def _whole_of(claim: str, quotes: str) -> str:
    """What a claim tells of the whole, where the quotes tell it of a part: “controls Goma” for “parts of Goma”."""
    parts = list(_PART_OF.finditer(quotes))
    if not parts or _OF_A_PART.search(claim) or _THE_REST.search(quotes):
        return ""
    for match in parts:
        whole = re.escape(match["whole"])
        if re.search(rf"(?<! of )(?<! of the )\b{_DONE_TO} (?:the )?{whole}\b", quotes, re.IGNORECASE):
            continue
        passive = rf"^(?:the |its |their )?{whole} (?:was|were|has been|is) {_DONE_TO}"
        told = rf"\b{_DONE_TO} (?:the |its |their )?{whole}\b|{passive}"
        if found := re.search(told, claim, re.IGNORECASE):
            return found[0]
    return ""


GUARDS_ON_WORDS = (no_quantifier_is_added, no_part_is_told_as_the_whole)
