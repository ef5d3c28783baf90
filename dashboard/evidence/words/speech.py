"""Speech in a sentence: who says it, and words in somebody's mouth."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Final

from dashboard.evidence.words.names import is_title, key_of

_SAYING: Final = """
    said says told tells stated states claimed claims argued argues remarked remarks noted notes warned warns insisted
    insists suggested suggests hinted hints believe believed believes asserted asserts observed observes added adds
    commented comments alleged alleges complained complains explained explains predicted predicts reiterated reiterates
    emphasised emphasises emphasized emphasizes underscored underscores reaffirmed reaffirms announced announces accused
    accuses condemned condemns denied denies revealed reveals proposed proposes demanded demands urged urges asked asks
    promised promises pledged pledges offered offers congratulated congratulates thanked thanks undertook undertakes
    expressed expresses contended contends acknowledged acknowledges
"""
_SAYING_THAT: Final = """
    maintained maintains confirmed confirms declared declares worried worries feared fears thought
"""
VERB_OF_SAYING: Final = "|".join(
    (*_SAYING.split(), *(f"{verb} that" for verb in _SAYING_THAT.split()), "commit(?:ted|s) to")
)
"""Alternatives of a regular expression."""
SAYING: Final = frozenset((*_SAYING.split(), *_SAYING_THAT.split(), "committed", "commits", "according"))
"""Without one of these words, in small letters, nobody is named as saying anything."""
_TELLS: Final = re.compile(
    r"\b(?:said|says|told|tells|stated that|claimed|argued|remarked|noted|warned|insisted|suggested that|hinted|"
    r"believed?s?|asserted|alleged(?:ly)?|complained|maintained that|contend(?:ed|s)|charg(?:ed|es) that|according to|"
    r"in the words of|view(?:ed)? (?:in|of|that)|opinion of|in (?:his|her|their) (?:view|opinion)|felt that|"
    r"feared that|concerned that|worried that|saying that|arguing that|reportedly|think that|thought that|predicted|"
    r"explained that|announced that|announcement by|(?:attribut|ascrib)(?:es?|ed|ing) [^.;:!?]{1,80}? to|"
    r"(?:blam|fault)(?:es?|ed|s|ing) (?!each other|one another)[^.;:!?]{1,80}? (?:on|for))\b",
    re.I,
)
_BELIEVES: Final = re.compile(r"(?:believ|view|opinion|felt|fear|concern|worri|think|thought)", re.IGNORECASE)
_REPORTED: Final = re.compile(
    r"\b(?:reported to|reported that|is reported|are reported|reports?|by reports|say|declar\w+|announc\w+|according"
    r"|argu\w+|attribut\w+|ascrib\w+|blam\w+|accus\w+|charged (?:with|over)|indicted|on trial"
    r"|made (?:it )?(?:clear|known|plain)|(?:by"
    r"|on) (?:[\w’'-]+ ){1,3}account"
    r"|in (?:[\w’'-]+ ){1,3}(?:words|view|eyes|opinion|judge?ment)|puts? (?:it|the (?:[\w’'-]+ ){1,6}at)|spoke of"
    r"|speaks of"
    r"|(?:complain|deny|denie|admit|confirm|describ|insist|maintain|promis|pledg|vow|protest|demand|urg|want|fear|warn)\w*)\b",
    re.IGNORECASE,
)
_IMPERSONAL: Final = re.compile(
    r"\b(?:is|are|was|were|been|being|be)(?: (?:now|also|still|\w+ly))? (?:believed?s?|thought|viewed|feared) ?"
    r"(?:to|that|in|of|likely)?\Z|\bit (?:is|was)(?: \w+ly)? (?:believed?s?|thought that|feared that)\Z",
    re.IGNORECASE,
)
"""What is believed, nobody says by whom: “is believed to”."""
_HEDGED: Final = re.compile(
    r"\b(?:believ\w+|thought|think\w*|probabl\w+|likely|presum\w+|suppos\w+|assum\w+|suspect\w*|seem\w*|apparent\w*"
    r"|appears?|fear\w*|may|might|perhaps|possibl\w+|suggest\w*|estimat\w+|allege\w*)\b"
)
_OPENS: Final = r"(?:“|(?<!\w)‘|(?<![^\s(\[—–])\"(?=\S))"
_SPOKEN: Final = re.compile(rf"{_OPENS}\s*(?:[^“”\"‘’]|[’'](?=\w)){{0,400}}?\w+(?:[\s,]+[\w’'-]+){{3,}}[^“”\"]*?[”\"’]")
_MARK: Final = re.compile('[“"‘]')
_LONGEST_SMALL: Final = 4
"""Letters of the longest word that a title has in small letters: “They Came with the Dawn”."""
_TITLED: Final = re.compile(
    r"\b(?:titled|entitled|headlined|subtitled|captioned"
    r"|(?:book|novel|film|song|hymn|poem|play|album|series|report|study|paper|essay|exhibition|documentary),?"
    r"(?: called)?) \Z",
    re.IGNORECASE,
)
"""What stands before the title of a work."""
_NAME: Final = r"(?:[^\W\d_a-z][\w.’'-]*|of|the|for|and|de|al)"
_JOINING: Final = frozenset({"of", "the", "for", "and", "to", "de", "al", "in"})
_MOST_WORDS: Final = 15
"""The limit for a speaker's name with titles, in words: `the Secretary of State of the United States` has eight."""
ADVERB: Final = "(?:also|has|have|had|later|then|again|publicly|openly)"
_SPEAKER: Final = re.compile(
    rf"(?:^|(?<=[.,;:] )|(?<=that )|(?<=as ))(?P<who>{_NAME}(?: {_NAME}){{0,{_MOST_WORDS}}}) "
    rf"(?:{ADVERB} )?(?:{VERB_OF_SAYING})\b",
    re.MULTILINE,
)
_PRONOUN: Final = re.compile(rf"\b(?P<who>[Hh]e|[Ss]he) (?:also |had |has |later |then |again )?(?:{VERB_OF_SAYING})\b")
_SUBORDINATE: Final = re.compile(
    r"\b(?:although|though|while|when|after|because|before|if|since|as|once)\s+$", re.IGNORECASE
)
_WHO_SAYS: Final = re.compile(
    rf"(?:as )?(?:[\w’'-]+ ){{1,6}}(?:{VERB_OF_SAYING}|declar(?:ed|es)|maintain(?:ed|s)|confirm(?:ed|s)|report(?:ed|s)"
    r"|made (?:it )?(?:clear|known|plain)|put it)\W*",
    re.IGNORECASE,
)
_REACH: Final = 12
"""Characters before a pronoun in which such a word lies."""
_THING: Final = re.compile(
    r"\b(?:(?:the|an?|his|her|its|their|any|this|all|no)\s(?:[a-z’'-]+\s){1,3}|(?:which|whom)\s)$", re.IGNORECASE
)
_LONGEST_THING: Final = 60
_OF_THINGS: Final = re.compile(
    r"\b(?:claimed|denied|demanded|offered|promised|proposed|announced|pledged|alleged|asked for|requested)"
    r"(?=$|[.,;:)]|\s(?:before|after|when|while|in|on|at|from|as|was|were|is|are|had|has|would|could|will|and|until|by"
    r"|during|ahead|to be)\b)"
)
"""Verbs of which a thing may be the object that stands before: `the victory he had claimed`."""
_WHO: Final = re.compile(rf", who (?:also |had |has |later |then |again )?(?:{VERB_OF_SAYING})\b")
_MY: Final = r"[Mm]y(?! (?:[SsPpDdJj]\w+ ){0,2}(?:[Ee]nvoy|[Rr]epresentative|[Pp]redecessor|[Rr]eport|[Oo]ffice)\b)"
"""Not in reports of an office, which tell so of what others there did: “my Special Envoy visited”."""
_FIRST_PERSON: Final = re.compile(
    rf"(?:^|[^\w\s]\s*|\b[a-z]+\s)(?P<i>I)(?= [a-z])|\b(?P<we>[Ww]e|[Oo]ur|{_MY}|ours|ourselves|myself)\b(?![.’'])"
)
"""An `I` behind a word with a capital is a number: `World War I`."""
_OF_ONESELF: Final = frozenset({"i", "we", "our", "my", "ours", "ourselves", "myself"})
_TITLES: Final = rf"(?:(?:{_NAME}|prime|foreign|president|minister|secretary|leader),? ){{0,6}}"
"""What may stand between a verb and the name of who does it, or to whom it is done."""
_WITHIN: Final = r"[^.;:?!“”\"\n]"
_SAYS: Final = rf"(?:, who)? (?:{ADVERB} )?(?:{VERB_OF_SAYING})"
_SAYS_BEHIND: Final = re.compile(rf"(?: (?:himself|herself|themselves))?(?:, {_WITHIN}{{1,80}},|,)?{_SAYS}\b")
_PASSES_ON: Final = re.compile(
    rf"{_SAYS}(?:(?: {_WITHIN}{{0,100}}?)? that(?:, {_WITHIN}{{1,80}},)?)? (?!of |for ){_TITLES}"
)
_CITES: Final = re.compile(rf"(?:, who)? (?:{ADVERB} )?(?:quot|cit)(?:ed|es|ing) {_TITLES}")
_IS_CITED_BY: Final = re.compile(rf" (?:is|was|were|has been|had been) (?:quoted|cited) by {_TITLES}")
_BY_WHOM: Final = re.compile(rf"\b[Aa]ccording to {_TITLES}$")
_COMMA: Final = re.compile(rf", {_TITLES}")
_LONGEST_TITLES: Final = 120
"""The most characters before a name that are looked at."""
_SAID_BY_WHOM: Final = re.compile(rf"{_SAYS} {_WITHIN}{{0,200}}\b[Aa]ccording to {_TITLES}")
_ADDRESSES: Final = re.compile(
    rf"(?:, who)? (?:{ADVERB} )?(?:(?:told|tells|asked|asks|urged|urges|thanked|thanks|warned|warns|promised|promises|"
    r"assured|assures|informed|informs|accused|accuses|condemned|condemns|congratulated|congratulates)|"
    r"(?:said|says|wrote|writes|spoke|speaks|complained|complains|explained|explains|announced|announces) to) "
    rf"{_TITLES}"
)
_IS_TOLD: Final = re.compile(
    r"(?:, who)? (?:was|were|is|are|has been|have been|had been) (?:also |later |then )?"
    r"(?:told|informed|warned|assured|advised|briefed)\b"
)
_BY: Final = re.compile(r"\b[Aa]ccording to (?P<who>(?:the )?[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*)*)")


TELLING: Final = frozenset(
    re.findall(
        r"[a-z]+",
        """said says told tells stated claimed argued remarked noted warned insisted suggested hinted believe believes
        believed asserted alleged allegedly complained maintained contended contends according words reportedly think
        thought predicted explained announced announcement
        charged charges view viewed opinion felt feared concerned worried saying arguing attribute attributes attributed
        attributing ascribe ascribes ascribed ascribing blame blames blamed blaming faulted""",
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


def pronouns_speaking(text: str) -> Iterator[Speaker]:
    """`he` and `she` just before a verb of saying, but not in a subordinate clause: “Although he offered to pay”.

    Nor where it is said of a thing: `the victory he had claimed`.
    """
    for match in _PRONOUN.finditer(text):
        if _SUBORDINATE.search(text[max(0, match.start() - _REACH) : match.start()]) or _has_thing_before(text, match):
            continue
        yield Speaker(match["who"], *match.span())


def _has_thing_before(text: str, pronoun: re.Match[str]) -> bool:
    """Whether what is claimed or offered is a thing that stands before: `the victory he had claimed`."""
    verb = _OF_THINGS.search(text, pronoun.end("who"))
    if verb is None or verb.start() > pronoun.end():
        return False
    return _THING.search(text[max(0, pronoun.start() - _LONGEST_THING) : pronoun.start()]) is not None


def who_speaks(text: str, end: int) -> bool:
    """Whether a name that ends at `end` is said to speak: `NAME, who said`."""
    return _WHO.match(text, end) is not None


def passes_on(text: str, outer: tuple[int, int], inner: tuple[int, int]) -> bool:
    """Whether a text has one name pass on what another said: `OUTER said that INNER had told him`.

    `outer` and `inner` are where the names stand in it.
    """
    if outer[1] <= inner[0]:
        between = text[outer[1] : inner[0]]
        if not _SAYS_BEHIND.match(text, inner[1]):
            return bool(_CITES.fullmatch(between)) and text.startswith(" as saying", inner[1])
        is_behind = _BY_WHOM.search(text[max(0, outer[0] - _LONGEST_TITLES) : outer[0]]) and _COMMA.fullmatch(between)
        return bool(is_behind or _PASSES_ON.fullmatch(between))
    between = text[inner[1] : outer[0]]
    return bool(_IS_CITED_BY.fullmatch(between) or _SAID_BY_WHOM.fullmatch(between))


def tells_who_says(clause: str) -> bool:
    """Whether a clause tells no more than who says the rest: “the foreign secretary declared”."""
    return _WHO_SAYS.fullmatch(clause) is not None


def addresses(text: str, end: int, start: int) -> bool:
    """Whether a name that ends at `end` speaks to the one that begins at `start`: `NAME told NAME`."""
    return _ADDRESSES.fullmatch(text, end, start) is not None


def is_told(text: str, end: int) -> bool:
    """Whether a name that ends at `end` is spoken to: `NAME was told`."""
    return _IS_TOLD.match(text, end) is not None


def first_person(text: str, lower: Set[str]) -> str:
    """The first word by which whoever wrote or spoke a text speaks of themselves; nothing where there is none.

    `lower` are its words in small letters. A title, “As We Forgive”, is nobody's speech.
    """
    if _OF_ONESELF.isdisjoint(lower):
        return ""
    match = next((each for each in _FIRST_PERSON.finditer(text) if not _is_in_title(text, each.start())), None)
    return (match["i"] or match["we"]) if match else ""


def is_by_line(text: str) -> bool:
    """Whether a text is but a name, a comma and an office: `Ned Price, Department Spokesperson`."""
    words, (_name, comma, office) = text.split(), text.partition(", ")
    if not comma or len(words) > _MOST_WORDS or not all(word[:1].isupper() or word in _JOINING for word in words):
        return False
    return any(is_title(key_of(word)) for word in office.split())


def says_that_it_is_reported(text: str) -> bool:
    """Whether a text says itself that it passes on what somebody reports."""
    return bool(attribution_words(text) or _REPORTED.search(text))


def is_only_believed(text: str) -> bool:
    """Whether all that puts the words of a text into a mouth says what is believed by nobody in particular."""
    return all(_IMPERSONAL.search(text, 0, match.end()) for match in _TELLS.finditer(text))


def says_that_it_is_believed(text: str) -> bool:
    """Whether a text says itself that something is only believed, or likely."""
    return _HEDGED.search(text) is not None


def attributions(text: str) -> Iterator[tuple[str, int]]:
    """The words that put what follows into somebody's mouth, with where each begins."""
    for match in _TELLS.finditer(text):
        yield match[0], match.start()


def is_belief(words: str) -> bool:
    """Whether words of attribution say what somebody believes or fears, in their own clause alone."""
    return _BELIEVES.match(words) is not None


def attribution_words(text: str) -> str:
    """The first words that put what follows into somebody's mouth (`said`, `according to`); nothing where none do."""
    match = _TELLS.search(text)
    return match[0] if match else ""


def spoken_words(text: str) -> str:
    """The first passage of four words or more in quotation marks that is no title; nothing where there is none."""
    if not _MARK.search(text):
        return ""
    spoken = (each for each in _SPOKEN.finditer(text) if not _TITLED.search(text, 0, each.start()))
    return next((each[0] for each in spoken if not _is_title(each[0])), "")


def _is_title(words: str) -> bool:
    """Whether some words are the title of a book or a report: all words begin with a capital, but for small ones."""
    found = [word for word in re.findall(r"[^\W\d_][\w’'-]*", words) if len(word) > _LONGEST_SMALL]
    return bool(found) and all(word[0].isupper() for word in found)


def _is_in_title(text: str, at: int) -> bool:
    """Whether a place in a text lies in a title between quotation marks."""
    spans = (match.span() for match in _SPOKEN.finditer(text)) if _MARK.search(text) else ()
    return any(start < at < end and _is_title(text[start:end]) for start, end in spans)
