"""Words that say the opposite of each other, by their roots, and words that are negative without any “not”."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Final

from dashboard.evidence.words.content import root_of
from dashboard.model.vocabularies import ENGLISH, OPPOSITES

_UN: Final = "un"
_LEAST_LETTERS: Final = 3
_NO_DENIALS: Final = frozenset(
    map(root_of, ("unlike", "unless", "uncover", "unveil", "unfold", "unit", "union", "under"))
)
"""Words that begin with un- and deny nothing by it."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_DENIED: Final = re.compile(
    r"un(?!der|less|i(?:t|on|form|que|vers|son|cef|lat)|animous|animity|til|to\b|cle|veil|fold|cover|earth|load"
    r"|leash|rest\b|a\b)[a-z]{4,}|non-?[a-z]{4,}|(?!un|regard|doubt)[a-z]{3,}less",
    re.IGNORECASE,
)
"""What is denied by its beginning or its ending: “unsigned”, “nonpartisan”, “fruitless”."""
_PHRASES: Final = re.compile(
    r"\b(?:br(?:eak|eaks|oke|oken|eaking) down|f(?:all|alls|ell|allen|alling) (?:through|apart|out|short|silent)"
    r"|(?:threw|throw[ns]?|throwing) out|turn(?:s|ed|ing)? (?:away|back|down)|stay(?:s|ed|ing)? (?:away|out)"
    r"|(?:keep|keeps|kept|keeping)(?: [\w’'-]+){1,6}? (?:from|out|away|off)"
    r"|(?:call|put|held|hold|broke|break)(?:s|ed)? (?:off|up|back)|beat(?:en)? (?:back|off)|r[au]n(?:ning)? out"
    r"|cut (?:off|short)|g(?:i|a)ve(?:s|n)? up|giving up|pull(?:s|ed|ing)? (?:out|back)"
    r"|walk(?:s|ed|ing)? (?:out|away)|dr(?:ift|ew|awn|ove|iven|ifted) apart|split up|at large|on the (?:run|loose)"
    r"|in (?:hiding|limbo|abeyance|doubt|question|vain|ruins|tatters)|at (?:odds|loggerheads|a standstill)"
    r"|out of (?:reach|work|order|use|service|action|control|stock|business|the question)|off the table|by no means"
    r"|far from|anything but|free (?:of|from)|short of|too (?=\w+ to\b)|used to|in spite of|rather than|instead of"
    r"|(?:burn|r[au]n|go|went|fight|fought|work)(?:ed|s)? on)\b",
    re.IGNORECASE,
)
"""What is so in several words."""


def _sides() -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Each list of words with those that are opposed to it, by their roots."""
    for pair in OPPOSITES:
        one, other = (frozenset(map(root_of, side.split())) for side in pair)
        yield one, other
        yield other, one


@cache
def _opposites_of_roots() -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    """For each root, those that say the same in all its lists, and those that say the opposite."""
    found: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    for same, opposite in _sides():
        for root in same:
            alike, opposed = found.get(root, (frozenset(), frozenset()))
            found[root] = alike | same, opposed | opposite
    return found


def opposite_in(root: str, roots: frozenset[str]) -> str:
    """The root among `roots` that says the opposite of `root`; none where one of them says the same as well."""
    if (alike := _opposites_of_roots().get(root)) and alike[0].isdisjoint(roots) and (opposed := alike[1] & roots):
        return min(opposed)
    return _denied_in(root, roots)


def _denied_in(root: str, roots: frozenset[str]) -> str:
    """The root among `roots` that denies another by its beginning, or is denied by it: `unarm` and `arm`."""
    if root.startswith(_UN):
        bare = root.removeprefix(_UN)
        is_denial = len(bare) >= _LEAST_LETTERS and root not in _NO_DENIALS and bare in roots
        return bare if is_denial else ""
    denial = f"{_UN}{root}"
    return denial if denial in roots and len(root) >= _LEAST_LETTERS and denial not in _NO_DENIALS else ""


@cache
def _negative_roots() -> frozenset[str]:
    return frozenset(map(root_of, ENGLISH["negative"]))


@lru_cache(maxsize=65_536)
def is_negative(word: str) -> bool:
    """Whether a word says by its meaning, its beginning or its ending that something is not so, or no longer."""
    return root_of(word) in _negative_roots() or _DENIED.fullmatch(word) is not None


def negatives_in(text: str) -> Iterator[str]:
    """Each word of a text that is negative by its meaning; of several words, the last."""
    yield from filter(is_negative, _WORD.findall(text))
    for match in _PHRASES.finditer(text):
        yield match[0].split()[-1]
