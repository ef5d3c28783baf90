"""The country that a source means where it has “the government” alone, and the body that issues a press release."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Final

from dashboard.evidence.words import NameMention, NamesAbout
from dashboard.model.claim import Quote
from dashboard.model.forms import country_named
from dashboard.model.registry import Actor
from dashboard.model.source import shown_text
from dashboard.model.vocabularies import COUNTRY_FORMS, SEATS
from dashboard.store.workspace import Workspace

_MOST_CHARACTERS: Final = 50_000
_LEAD: Final = 1_000
_LONGEST_ARTICLE: Final = 4
"""The most characters before the first name in a title that begins with it: `The UK doubles aid`."""
_BODY_WORDS: Final = (
    "government army police parliament navy military presidency cabinet senate gendarmerie treasury authorities"
)
_BODIES: Final = frozenset(_BODY_WORDS.split())
"""Bodies that a text calls by one word where only one country may be meant."""
_SMALL: Final = frozenset({"of", "the", "for", "and"})
_ISSUES: Final = re.compile(
    r"(?:,[^,.;]{1,60},)?\s(?:(?:has|have|today|also|is|are|hereby|again)\s){0,2}"
    r"(?:sa(?:id|ys)|announc\w+|welcom\w+|launch\w+|publish\w+|confirm\w+|call\w+ (?:on|for)|releas\w+|pledg\w+"
    r"|condemn\w+|urg\w+|warn\w+|commit\w+|declar\w+|express\w+|offer\w+|promis\w+)\b"
)
"""Behind the name of who issues a press release, what it does there."""


def countries_in(text: str) -> list[NameMention]:
    """The countries that a text names, by their codes (ISO 3166-1): also by their people and the government's seat."""
    return _countries().named_in(text)


@cache
def _countries() -> NamesAbout:
    names: dict[str, list[str]] = {}
    for forms in COUNTRY_FORMS:
        if code := country_named(forms[0]):
            names.setdefault(code, []).extend(forms)
    for *seats, country in SEATS:
        if code := country_named(country):
            names.setdefault(code, []).extend(seats)
    return NamesAbout(names)


@lru_cache(maxsize=8)
def main_country(text: str, title: str) -> str:
    """The code of the country that a text and its title name most often; nothing where two are named as often."""
    named = Counter(code for each in countries_in(f"{title}\n{text[:_MOST_CHARACTERS]}") for code in each.bearers)
    most = named.most_common(2)
    return most[0][0] if most and (len(most) == 1 or most[0][1] > most[1][1]) else ""


def is_country_meant_at(code: str, text: str, title: str, at: int) -> bool:
    """Whether a text may mean this country at a place where it names none.

    It is the one that the paragraph named last, and the only one there, or the one of which the text speaks most.
    """
    before = countries_in(text[text.rfind("\n", 0, at) + 1 : at])
    if before and code not in before[-1].bearers:
        return False
    is_only_one = bool(before) and all(code in each.bearers for each in before)
    return is_only_one or main_country(text, title) == code


def _places_without_country(actor: Actor, quote: str) -> Iterator[int]:
    """Where a quote names a body of a country without the country: `the police` of `Kenyan police`."""
    for words in _bodies(actor):
        pattern = rf"\b[Tt]he (?:\w+ )?{re.escape(words)}\b(?! (?:of|in|for) (?:the )?(?-i:[A-Z]))(?![’']s (?-i:[A-Z]))"
        yield from (match.start() for match in re.finditer(pattern, quote, re.IGNORECASE) if _is_bare(match[0]))


def _is_bare(words: str) -> bool:
    """Whether no name stands in `the … government`: not `the Malian government`."""
    return not any(word[:1].isupper() for word in words.split()[1:-1])


def _bodies(actor: Actor) -> Iterator[str]:
    """What a body is called without its country: `health ministry` of `Ministry of Health of Peru`."""
    for name in actor.names:
        country = [each for each in countries_in(name) if actor.country in each.bearers]
        kept = name
        for each in reversed(country):
            kept = kept[: each.start] + kept[each.end :]
        rest = kept.replace("’s", "").replace("'s", "").split()
        while rest and rest[-1] in _SMALL:
            rest.pop()
        while rest and rest[0].lower() in _SMALL:
            del rest[0]
        if not country or (not rest and actor.kind != "government"):
            continue
        if not rest:
            yield from ("government", "authorities")
        elif len(rest) > 1 or rest[0].lower() in _BODIES:
            yield " ".join(rest)
            if rest[1:2] == ["of"]:
                yield " ".join((*rest[2:], rest[0]))


def is_body_of_country(workspace: Workspace, id_: str, quotes: Iterable[Quote]) -> bool:
    """Whether a quote has an actor without its country, of which the source speaks: “the government” of Guinea."""
    actor = workspace.actors.get(id_)
    if actor is None or actor.kind == "person" or not actor.country:
        return False
    for quote in quotes:
        text, source = workspace.texts.get(quote.source, ""), workspace.sources.get(quote.source)
        title, start = shown_text(source.title) or "" if source else "", max(text.find(quote.exact), 0)
        places = _places_without_country(actor, quote.exact)
        if any(is_country_meant_at(actor.country, text, title, start + at) for at in places):
            return True
    return False


def issuers_named(lead: str, in_lead: Sequence[NameMention], in_title: Sequence[NameMention]) -> frozenset[str]:
    """Whom a press release has say something in its first lines, before all others, and name first in its title.

    The names are those in the first lines (`lead`) and in the title.
    """
    first = next((each.bearers for each in in_lead if _ISSUES.match(lead, each.end)), frozenset[str]())
    return first & in_title[0].bearers if in_title and in_title[0].start <= _LONGEST_ARTICLE else frozenset()


def lead_of(text: str) -> str:
    """The first lines of a text."""
    return text[:_LEAD]
