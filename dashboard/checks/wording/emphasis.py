"""Guard: how strongly something was done or was so is said by the quotes."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from dashboard.checks.context import ClaimContext
from dashboard.checks.corpus import Violation
from dashboard.checks.guard_registry import guard
from dashboard.evidence.thesaurus import has_related
from dashboard.evidence.words import root_of
from dashboard.model.vocabularies import ENGLISH

EMPHASIS_ADDED = guard(
    "emphasis-added",
    "A word that exaggerates and is in no quote",
    "The claim says how something was done, or how strong it was (“furiously”, “completely”, “brutal”, “a record 40”), "
    "and no quote has this word in any form; or its verb is stronger than that of the quotes: “must” for “should”, "
    "“plans to” for “hopes to”, “demanded” for “asked”, “condemned” for “criticised”.",
    "leave the word out, quote the words that say it, or `allow` it with the reason",
    "warning",
)
_PLAIN: Final = ENGLISH["plain_adverbs"]
"""Words in -ly that say when, where, by whom or how surely, and exaggerate nothing."""
_FIELDS: Final = ("ically", "ionally", "arily", "urally")
"""Endings of words that say in which field (politically, regionally, militarily), but for those in `emphatic`."""
_STRONG: Final = ENGLISH["emphatic"]
_WEIGHTY_WORDS: Final = """
    heavy serious intense major significant sharp grave widespread urgent bold tough swift total utter sheer landmark
    crucial vital powerful dire desperate lasting decisive deadliest heavily
"""
_WEIGHTY: Final = frozenset(_WEIGHTY_WORDS.split())
"""Adjectives that make more of something, and for which a related word of the quotes may stand."""
_SAID_OTHERWISE: Final = {
    adverb: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for adverb, words in (
        ("indefinitely", r"until further notice|open-ended|no (?:end )?date|without (?:an end|a date)"),
        ("immediately", r"without (?:any |further )?delay|at once|(?:right|straight) away|on the spot|promptly"),
        ("instantly", r"without (?:any )?delay|at once|(?:right|straight) away|on the spot|immediate\w*"),
        ("permanently", r"for good|for ever|forever|indefinite\w*"),
        ("temporarily", r"for (?:now|a time|a while|the (?:moment|time being))|interim|provisional\w*"),
        ("repeatedly", r"again and again|time and again|several times|many times|more than once|\w+ times|kept"),
        ("gradually", r"step by step|little by little|bit by bit|over time|in stages|slow\w*"),
        ("annually", r"(?:a|every|each|per) year|annual"),
        ("unanimously", r"without (?:a )?dissent\w*|\d+[-–]0|no one (?:voted )?against|all (?:members|of)"),
        ("publicly", r"in public|openly|told reporters|on (?:television|radio|air)"),
        ("secretly", r"in secret|covert\w*|clandestine\w*|behind closed doors"),
        ("lightly", r"minor|light|slight\w*|not serious\w*"),
        ("slightly", r"minor|light\w*|slight|a little|marginal\w*"),
        ("jointly", r"together|both|side by side"),
    )
}
"""Adverbs with the words that say the same."""
_STEM_LETTERS: Final = 6
_DEGREES: Final = (frozenset({"sharply", "steeply", "markedly", "strongly"}),)
"""Adverbs of one degree: each may stand for the others."""
_COMPARED: Final = re.compile(
    r"\b(?:better|worse|more|less|improv\w+|[a-z]{3,}(?<!oth)(?<!ev)(?<!nev)(?<!und)er)\b", re.IGNORECASE
)
"""What compares: “more smoothly” for “better”."""
_RECORD: Final = re.compile(
    r"\b(?:(?:an?|the) (?:new |all-time )?record(?= (?:[\d$€£¥]|high|low|number|sum|amount|level|year|harvest|turnout"
    r"|loss|profit|[a-z]{3,}s\b))|record(?= (?:high|low|number|turnout|harvest|level)s?\b))",
    re.IGNORECASE,
)
_OF_RECORDS: Final = re.compile(
    r"\b(?:record\w*|(?:high|low|larg|great|bigg|small|long|fast)est|most|least|unprecedented|never|ever|first|best|worst)\b",
    re.I,
)
_STRONGER: Final = tuple(
    (re.compile(rf"\b({said})\b", re.I), re.compile(rf"\b(?:{weaker})\b", re.I), re.compile(rf"\b(?:{same})\b", re.I))
    for said, weaker, same in (
        (
            r"must|ha(?:s|ve|d) to|(?:is|are|was|were) obliged to",
            r"should|ought",
            r"must|ha(?:s|ve|d) to|need\w*|oblig\w+|requir\w+|order\w*|forc\w+|demand\w*|insist\w*|compel\w*|necess\w+"
            r"|essential|duty",
        ),
        (
            r"plan(?:s|ned|ning)? to|intend(?:s|ed|ing)? to",
            r"hop(?:e|es|ed|ing)|wish(?:es|ed)?|would like",
            r"plan\w*|inten\w+|will|going to|aim\w*|schedul\w+|propos\w+|prepar\w+|decid\w+|announc\w+|expect\w*|set to"
            r"|due|wants?|mean\w*|ready",
        ),
        (
            r"will|shall",
            r"hop(?:e|es|ed|ing) (?:that )?(?:[\w’'-]+ ){1,4}?will",
            r"plan\w*|promis\w+|pledg\w+|agree\w*|announc\w+|sworn|vow\w*",
        ),
        (
            r"demand(?:s|ed|ing)?(?= (?:that|to|an?|the|its|his|her|their|from|more|(?-i:[A-Z])))",
            r"ask(?:s|ed|ing)?|request(?:s|ed|ing)?|invit(?:es|ed|ing)",
            r"demand\w*|insist\w*|order\w*|ultimat\w+|requir\w+|must|call(?:s|ed|ing)? (?:on|for|upon)|urg\w+|claim\w*"
            r"|press\w*",
        ),
        (
            r"forc(?:es|ed)|compel(?:s|led)|oblig(?:es|ed)|order(?:s|ed)(?= (?:the |its |their |(?-i:[A-Z])))",
            r"ask(?:s|ed|ing)?|request(?:s|ed|ing)?|invit(?:es|ed|ing)|urg(?:es|ed|ing)|advis(?:es|ed|ing)"
            r"|encourag(?:es|ed|ing)|appeal(?:s|ed) to",
            r"forc\w*|compel\w*|oblig\w+|order\w*|command\w*|coerc\w+|ultimat\w+|must|ha(?:s|ve|d) to|bound|requir\w+"
            r"|threat\w*|demand\w*|instruct\w*|by law|mandat\w+|pressur\w+|press\w*",
        ),
        (
            r"agree(?:s|d)|accept(?:s|ed)",
            r"ask(?:s|ed|ing)?|request\w*|urg(?:es|ed|ing)|invit(?:es|ed|ing)|demand\w*|call(?:s|ed|ing) on",
            r"agree\w*|accept\w*|accord|deals?|pact|consent\w*|approv\w+|adopt\w*|concur\w*|yes|embrac\w+|commit\w*"
            r"|pledg\w+|promis\w+|settl\w+|treat(?:y|ies)|sign\w*|welcom\w+|endors\w+|nod|allow\w*|permi\w+|grant\w*|let"
            r"|unanim\w+|consensus|willing|ready|offer\w*|will|bow\w*|yield\w*|gave|complied?\w*|granted|answer\w*",
        ),
        (
            r"end(?:ed|s)|abandon(?:ed|s)|abolish(?:ed|es)|gave up|give up",
            r"suspend\w*|paus(?:e|ed|es|ing)|postpon\w+|interrupt\w*",
            r"end\w*|abandon\w*|abolish\w*|g[ai]v\w+ up|over|final\w*|clos\w+|stop\w*|halt\w*|cancel\w*|call\w* off"
            r"|ceas\w+"
            r"|conclu\w+|finish\w*|terminat\w+|scrap\w*|withdr\w+",
        ),
        (
            r"cancel(?:s|l?ed)|scrap(?:s|ped)|call(?:s|ed) off",
            r"postpon\w+|delay\w*|put off|puts off|defer\w*|push(?:ed|es) back",
            r"cancel\w*|scrap\w*|call\w* off|abandon\w*|drop\w*|abort\w*|indefinite\w*",
        ),
        (
            r"condemn(?:s|ed|ing)?|denounc(?:es|ed|ing)",
            r"critici[sz]\w+|regret\w*|complain\w*|question(?:s|ed)",
            r"condemn\w*|denounc\w+|deplor\w+|slam\w*|outrag\w+|protest\w*|attack\w*|blast\w*|reject\w*|unacceptable"
            r"|(?:strong|sharp|harsh|fierce|severe)(?:ly)? critici\w+|accus\w+|conviction|convicted|object\w*",
        ),
    )
)
"""What is stronger than a word of the quotes, that word, and words of the quotes that say as much."""
_HOPES: Final = frozenset({"hope", "hopes", "hoped", "hoping"})
_WORDS_OF_STRONGER: Final = """
    agree agrees agreed accepts accepted ended ends abandoned abandons abolished must has have had obliged plan plans
    planned planning intend intends intended intending demand demands demanded demanding condemn condemns condemned
    condemning denounces denounced denouncing cancels canceled cancelled scraps scrapped called forces forced compels
    compelled obliges orders ordered
"""
_STRONGER_WORDS: Final = frozenset(_WORDS_OF_STRONGER.split())


def no_emphasis_is_added(saying: ClaimContext) -> Iterator[Violation]:
    """Each word of a claim that makes it stronger is in the quotes, in some form."""
    words = [word for word in saying.claim_words.lower - saying.quote_words.lower if _is_strong(word)]
    if not words or not saying.is_english:
        return
    if added := [word for word in words if not _is_quoted(word, saying)]:
        added.sort(key=saying.claim.text.lower().index)
        yield saying.violation(EMPHASIS_ADDED, added, partial(_message, saying.key))


def stronger_verbs(text: str, given: str) -> list[str]:
    """Verbs of a text for which the words that are given have a weaker one alone: “demands” for “asked”."""
    return [
        match[1]
        for said, weaker, same in _STRONGER
        if (match := said.search(text)) and not weaker.search(text) and weaker.search(given) and not same.search(given)
    ]


def no_verb_is_made_stronger(saying: ClaimContext) -> Iterator[Violation]:
    """What somebody should do they need not do, who hopes has no plan yet, and who asks demands nothing."""
    new = saying.claim_words.lower - saying.quote_words.lower
    may_be = not new.isdisjoint(_STRONGER_WORDS) or "record" in new or not saying.quote_words.lower.isdisjoint(_HOPES)
    if not may_be or not saying.is_english:
        return
    text, quoted = saying.claim.text, saying.quote_words.text
    found = stronger_verbs(text, quoted)
    if (record := _RECORD.search(text)) and not _OF_RECORDS.search(quoted):
        found.append(record[0])
    if found:
        yield saying.violation(EMPHASIS_ADDED, found, partial(_message, saying.key))


def _message(key: str, words: Sequence[str]) -> str:
    return f"“{'”, “'.join(words)}” in claim `{key}` {'is' if len(words) == 1 else 'are'} in no quote, in any form"


def _is_strong(word: str) -> bool:
    if word in _STRONG or word in _WEIGHTY:
        return True
    return len(word) > 4 and word.endswith("ly") and word not in _PLAIN and not word.endswith(_FIELDS)


def _is_quoted(word: str, saying: ClaimContext) -> bool:
    """Whether the quotes have the word in another form: `fully` of `full`, `heroically` of `hero`."""
    if any(word in degree and not degree.isdisjoint(saying.quote_words.lower) for degree in _DEGREES):
        return True
    if re.search(rf"\b(?:more|less) {word}\b", saying.claim.text, re.IGNORECASE) and _COMPARED.search(
        saying.quote_words.text
    ):
        return True
    if (same := _SAID_OTHERWISE.get(word)) and same.search(saying.quote_words.text):
        return True
    forms = {word, word[:-2], word[:-1], f"{word[:-3]}y", f"{word[:-2]}le"} if word.endswith("ly") else {word}
    if word.endswith("ically"):
        forms |= {word[:-4], word[:-6]}
    if not saying.quote_words.roots.isdisjoint(map(root_of, forms)):
        return True
    stem = root_of(word)[:_STEM_LETTERS]
    if (
        (word.endswith("ly") or word in _WEIGHTY)
        and word not in _STRONG
        and has_related(map(root_of, forms), saying.quote_words.roots)
    ):
        return True
    return len(stem) == _STEM_LETTERS and any(root.startswith(stem) for root in saying.quote_words.roots)


GUARDS_ON_WORDS = (no_emphasis_is_added, no_verb_is_made_stronger)
