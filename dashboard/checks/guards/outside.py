"""Guard: what is read in a source whose text is held is in that text."""

from collections.abc import Iterator
from functools import cached_property
from typing import Final

from dashboard.checks.context import RegistryNames, is_in_latin
from dashboard.checks.corpus import Corpus, Violation
from dashboard.checks.giving import Missing, missing
from dashboard.checks.guard_registry import guard
from dashboard.checks.guards.amounts import thing_of_another_sort
from dashboard.checks.values import (
    ActorNamed,
    AmountGiven,
    CheckedValue,
    PlaceNamed,
    Thing,
    values_of,
    values_of_source,
)
from dashboard.evidence.words import Words
from dashboard.model.dates import EventDate
from dashboard.model.event import Event
from dashboard.model.source import Source, shown_date, shown_text

EXTERNAL_NOT_IN_TEXT = guard(
    "external-not-in-text",
    "A value that is not in the text of its source",
    "An assessed value with the basis `external` names its sources. If the text of such a source is held, the value "
    "must be in the text, or in the source's title, outlet, author or date: the date, a name of the place (a "
    "country alone gives no town of it), a name of the actor, or the number, if the text counts nothing that cannot be "
    "the `unit` with it (“91 workers” are no ships). Of an interval, each such text gives at "
    "least one end, and together they give both (`..` and an end that is left out need no words); where the text of a "
    "source is not held, that source may give the other one. If none of the texts is held, the value cannot be "
    "compared with anything.",
    "correct the value, name the source that gives it, use the basis `inferred` with a `note`, or `allow` it in the "
    "assessed value with the reason",
)
TEXT_NOT_SEARCHED = guard(
    "text-not-searched",
    "A value from a text that is too long to search",
    "A text of more than 1,000,000 characters is not searched for a value with the basis `external`. Whether it gives "
    "the value is not checkable here.",
    "look it up in the text and `allow` this in the assessed value with the reason, or store the relevant part of the "
    "text as a separate source",
    "warning",
)
MOST_CHARACTERS: Final = 1_000_000
"""The longest text, in characters, that is searched for what was read in it."""


class _HeldText:
    """The text of a source and what describes it, to be asked for values; for each name once."""

    def __init__(self, source: Source, text: str, registered: RegistryNames) -> None:
        dated = shown_date(source.published)
        described = [*map(shown_text, (source.title, source.outlet, source.author)), dated.text if dated else None]
        self.text = "\n".join([text, *filter(None, described)])
        self.words = Words(self.text)
        self.registered = registered
        self.whole = is_in_latin(text[:MOST_CHARACTERS]) and (source.language or "en").startswith("en")
        self._asked: dict[Thing, Missing | None] = {}

    def lacks(self, thing: Thing) -> Missing | None:
        """What of a value it does not give. A name stands in one paragraph."""
        if not isinstance(thing, PlaceNamed | ActorNamed):
            return missing(thing, self.words, self.registered, whole=self.whole) or self._counts_another(thing)
        if thing not in self._asked:
            self._asked[thing] = self._lacks_name(thing)
        return self._asked[thing]

    def _counts_another(self, thing: Thing) -> Missing | None:
        """What of an amount it does not give: the unit, where it counts something else with the number."""
        if not isinstance(thing, AmountGiven) or thing.currency or thing.to is not None or not self.whole:
            return None
        figures = [each for each in self.words.figures if each.value == thing.value]
        other = thing_of_another_sort(thing.unit, figures, self.text)
        shown = f"{thing.value:,f} {thing.unit}"
        return Missing("gives", shown, shown, f"“{thing.value:,f} {other}”") if other else None

    def _lacks_name(self, thing: PlaceNamed | ActorNamed) -> Missing | None:
        lacking = missing(thing, self.words, self.registered, whole=self.whole)
        if lacking is None:
            lacking = None if self._is_named_in_a_paragraph(thing) else self._none_of(thing)
        return lacking

    def _is_named_in_a_paragraph(self, thing: PlaceNamed | ActorNamed) -> bool:
        return any(missing(thing, each, self.registered, whole=self.whole) is None for each in self._paragraphs)

    @cached_property
    def _paragraphs(self) -> list[Words]:
        return [Words(each) for each in self.text.split("\n") if each.strip()]

    def _none_of(self, thing: PlaceNamed | ActorNamed) -> Missing | None:
        """The result if no paragraph gives the name: what a text without any words lacks."""
        return missing(thing, Words(""), self.registered, whole=self.whole)


def value_from_outside_stands_in_its_text(corpus: Corpus) -> Iterator[Violation]:
    """Every value that is assessed from a source whose text is held is given by that text."""
    registered: RegistryNames | None = None
    held: dict[str, _HeldText] = {}
    for record, value in _from_held_texts(corpus):
        registered = registered or RegistryNames.of(corpus)
        for id_, text in _texts(corpus, value):
            if len(text) > MOST_CHARACTERS:
                message = _too_long(id_, text)
                yield Violation(TEXT_NOT_SEARCHED, record, (), value.path, (id_,), message, part=value.assessed)
            elif id_ not in held:
                held[id_] = _HeldText(corpus.workspace.sources[id_], text, registered)
        words, message = _lacking(value, held)
        if words:
            yield Violation(EXTERNAL_NOT_IN_TEXT, record, (), value.path, (words,), message, part=value.assessed)


def _from_held_texts(corpus: Corpus) -> Iterator[tuple[Event | Source, CheckedValue]]:
    texts = corpus.workspace.texts.keys() & corpus.workspace.sources.keys()
    for event in corpus.events.values():
        if any(not texts.isdisjoint(assessed.sources) for _, assessed in event.assessed_values()):
            yield from ((event, value) for value in values_of(event) if _is_from(value, texts))
    for source in corpus.workspace.sources.values():
        yield from ((source, value) for value in values_of_source(source) if _is_from(value, texts))


def _is_from(value: CheckedValue, texts: set[str]) -> bool:
    return value.basis == "external" and not texts.isdisjoint(value.sources)


def _texts(corpus: Corpus, value: CheckedValue) -> Iterator[tuple[str, str]]:
    """The held texts of the sources that a value names, each by its id."""
    texts = corpus.workspace.texts
    yield from ((id_, texts[id_]) for id_ in value.sources if id_ in texts and id_ in corpus.workspace.sources)


def _too_long(id_: str, text: str) -> str:
    return (
        f"not checkable: the text of {id_} has {len(text):,} characters, and a text of more than {MOST_CHARACTERS:,} "
        "is not searched"
    )


def _lacking(value: CheckedValue, held: dict[str, _HeldText]) -> tuple[str, str]:
    """What the texts lack, and the message which text lacks it, or which end of an interval; empty if all is given.

    An end that no held text gives may be in the text of a source that is not held, and only there.
    """
    ends, given = _ends(value.thing), set[Thing]()
    searched = [id_ for id_ in value.sources if id_ in held]
    for id_ in searched:
        lacking = {end: held[id_].lacks(end) for end in ends}
        given |= {end for end, lacks in lacking.items() if lacks is None}
        if (lacks := lacking[ends[0]]) and None not in lacking.values():
            gives = f" (it gives {lacks.given})" if lacks.given else ""
            return lacks.words, f"the text of {id_} does not {lacks.verb[:-1]} {lacks.what}{gives}"
    left = [end for end in ends if end not in given]
    if left and isinstance(left[0], EventDate) and len(searched) == len(value.sources):
        return left[0].text, f"“{left[0].text}” is not in {', '.join(searched)}"
    return "", ""


def _ends(thing: Thing) -> tuple[Thing, ...]:
    """Both ends of an interval, those that are days; of all else the value itself."""
    if isinstance(thing, EventDate) and thing.is_interval:
        return tuple(EventDate.parse(end) for end in thing.text.split("/") if end not in ("", "..")) or (thing,)
    return (thing,)


GUARDS = (value_from_outside_stands_in_its_text,)
