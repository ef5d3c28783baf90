"""Guard: no word of a claim says the opposite of what its quotes say."""

import re
from collections.abc import Iterator
from typing import Final

from dashboard.checks.context import ClaimContext
from dashboard.checks.corpus import Violation
from dashboard.checks.guard_registry import guard
from dashboard.evidence.bindings import contrary_way
from dashboard.evidence.thesaurus import has_related, has_synonym, pairs_in
from dashboard.evidence.verbs import contrary_pair, lasts_until, tells_the_same_transfer
from dashboard.evidence.words import COUNT, opposite_in, root_of

OPPOSITE_SAID = guard(
    "opposite-said",
    "A word that says the opposite of the quotes",
    "A word of the claim is the opposite of a word of its quotes (“resumed” where they say “suspended”, “against” "
    "where they say “voted for”), and the claim has no word of theirs for it. So do a few phrases: “less active” for "
    "“picked up”, “hold on to” for “get rid of”, “issued warrants” for “suspended the warrants”, “came first” for "
    "“came second”, “after the vote” for “before the vote”, “the first round” for “the third round”.",
    "say what the quotes say, quote the words that say it, or `allow` it with the reason",
    "warning",
)
_NEGATION: Final = (
    r"\b(?:not|never|no|none|neither|nor|without|\w+n[’']t|cannot|fail\w*|refus\w+|declin\w+|unable|unlikely"
    r"|escap\w+|avoid\w*|avert\w*|short of|almost|nearly)"
)
_RULES: Final = frozenset({"law", "laws", "rules", "constitution", "treaty"})
_AGAINST: Final = (
    r"\b(?:against|contrary to|outside|beyond|in breach of|in violation of|br[eo]a?ke?(?:ing|en|s)?|violat\w+)"
)
_CONVERSE: Final = tuple(
    (frozenset(map(root_of, one.split())), frozenset(map(root_of, other.split())))
    for one, other in (
        ("buy bought purchase", "sell sold"),
        ("import", "export"),
        ("win won beat defeat capture conquer seize retake retook gain", "lose lost cede surrender"),
        ("lend lent", "borrow"),
    )
)
"""Words for one deed from both sides: whoever buys, the other sells."""
_BACK: Final = root_of("back")
_BACKWARDS: Final = re.compile(
    r"\b(?:[a-z]+ed|[a-z]+ing|goes|go|gone|went|came|comes?|sent|sends?|held|brought|dr[oi]ven?|f[ae]ll|gets?|got|g[ai]ven?|t[oa]ken?"
    r"|ways?|bought|them|it|him|her|far|dates?) back\Z",
    re.IGNORECASE,
)
_FREES: Final = re.compile(
    r"\b(?:to|will|would|shall|should|may|might|can|could|must|did|set|go|went|walk\w*|is|are|was|were) free\b",
    re.IGNORECASE,
)
_FREE_THING: Final = re.compile(
    r"\bfree(?:-| and [a-z]+ | )(?!the|an?|all|his|her|its|their|some|more|two|three)[a-z]{4,}", re.IGNORECASE
)
_VOTED: Final = re.compile(r"\b(?:vot(?:e|es|ed|ing)|cast \w+ votes?) (for|in favou?r|against)\b", re.IGNORECASE)
_VOTES: Final = frozenset({"vote", "votes", "voted", "voting"})


def nothing_is_said_the_other_way_round(saying: ClaimContext) -> Iterator[Violation]:
    """Where a claim has a word whose opposite its quotes have, it has that word as well, or denies its own."""
    claim, quotes = saying.claim_words, saying.quote_words
    new = claim.lower - quotes.lower
    if not saying.is_english:
        return
    if not any(opposite_in(root_of(word), quotes.roots) for word in new) and not _votes(saying):
        is_other = claim.text not in quotes.text
        if is_other and (pair := contrary_pair(claim, quotes) or contrary_way(claim, quotes)):
            yield _violation(saying, *pair)
        return
    for said, quoted in _votes(saying) or _pairs(saying):
        if (
            _is_denied(said, claim.text)
            or _is_denied(quoted, quotes.text)
            or _is_from_the_other_side(said, quoted, saying)
            or _is_of_the_rest(saying)
            or lasts_until(said, claim.text) != lasts_until(quoted, quotes.text)
        ):
            continue
        yield _violation(saying, said, quoted)
        return


def _violation(saying: ClaimContext, said: str, quoted: str) -> Violation:
    message = f"“{said}” in claim `{saying.key}` says the opposite of “{quoted}” in its quotes"
    return saying.violation(OPPOSITE_SAID, (said, quoted), message)


def _is_denied(word: str, text: str) -> bool:
    """Whether a negation stands just before a word; “against the law” is one of the law."""
    if word.lower() in _RULES and re.search(rf"{_AGAINST}\W+(?:the\W+)?{re.escape(word)}\b", text, re.IGNORECASE):
        return True
    return re.search(rf"{_NEGATION}(?:\W+\w+){{0,3}}?\W+{re.escape(word)}\b", text, re.IGNORECASE) is not None


def _is_from_the_other_side(said: str, quoted: str, saying: ClaimContext) -> bool:
    """Whether a claim tells the same from the other’s side: “Iran sold …” for “Russia bought … from Iran”.

    Both name the two, and another of them first; or something passes from the same to the same.
    """
    one, other = root_of(said), root_of(quoted)
    if not any({one, other} & each[0] and {one, other} & each[1] for each in _CONVERSE):
        return False
    here, there = ([each.bearers for each in named] for named in (saying.named_in_text, saying.named_in_quotes))
    both = [each for each in here if each in there]
    if len(set(both)) > 1 and there.index(both[0]) > there.index(both[1]):
        return True
    return _is_lost_to_the_taker(said, quoted, saying) or tells_the_same_transfer(
        saying.claim_words, saying.quote_words
    )


def _is_of_the_rest(saying: ClaimContext) -> bool:
    """Whether a claim counts whom the quotes leave over: “77 survived” for “four of the 81 died”."""
    counts = [each for each in saying.claim_words.figures if each.unit == COUNT and each.value > 1]
    values = {each.value for each in saying.quote_words.figures if each.unit == COUNT}
    rests = {whole - part for whole in values for part in values if whole > part}
    return any(each.value in rests and each.value not in values for each in counts)


def _is_lost_to_the_taker(said: str, quoted: str, saying: ClaimContext) -> bool:
    """Whether a claim has it lost *to* those by whom the quotes have it captured."""
    if not (to := re.search(rf"\b{said}\b[^.;:]*?\bto (?:the )?([\w’'-]+)", saying.claim.text)):
        return False
    taker = re.escape(to[1])
    by = rf"\b{quoted}\b[^.;:]*?\bby (?:[\w’'-]+ ){{0,3}}?{taker}\b|\b{taker}\b[^.;:]*?\b{quoted}\b"
    return re.search(by, saying.quote_words.text, re.IGNORECASE) is not None


def _votes(saying: ClaimContext) -> list[tuple[str, str]]:
    """The two sides of a vote, where the claim has the other one than its quotes."""
    if _VOTES.isdisjoint(saying.claim_words.lower):
        return []
    said, quoted = _VOTED.search(saying.claim.text), _VOTED.search(saying.quote_words.text)
    if not said or not quoted or (said[1].lower() == "against") == (quoted[1].lower() == "against"):
        return []
    return [(said[0], quoted[0])]


def _supports(text: str) -> bool:
    """Whether a text has “back” for support, and not for where something went: “was turned back”."""
    return any(not _BACKWARDS.search(text, 0, match.end()) for match in re.finditer(r"\bback\w*", text, re.IGNORECASE))


def _is_free_thing(word: str, text: str) -> bool:
    """Whether “free” tells of a thing, and not of what is done to somebody: “free speech”."""
    return word.lower() == "free" and _FREES.search(text) is None and _FREE_THING.search(text) is not None


def _pairs(saying: ClaimContext) -> Iterator[tuple[str, str]]:
    """Words of the claim with a word of the quotes that says the opposite, and that the claim has not."""
    claim, quotes = saying.claim_words, saying.quote_words
    for word in claim.content:
        if word.text.lower() in quotes.lower or word.root in quotes.roots:
            continue
        opposite = opposite_in(word.root, quotes.roots)
        if (opposite == _BACK and not _supports(quotes.text)) or _is_free_thing(word.text, claim.text):
            continue
        if opposite and not _is_told_too(word.root, opposite, saying):
            there = next((each.text for each in quotes.content if each.root == opposite), opposite)
            yield word.text, there


def _is_told_too(root: str, opposite: str, saying: ClaimContext) -> bool:
    """Whether the quotes say in other words what the word of the claim says (“broke out”), or it has theirs as well."""
    claim, quotes = saying.claim_words, saying.quote_words
    if opposite in claim.roots or has_synonym(root, quotes.roots - {opposite}):
        return True
    return has_related([root], pairs_in(quotes.text))


GUARDS_ON_WORDS = (nothing_is_said_the_other_way_round,)
