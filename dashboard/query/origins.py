"""What an event rests on: its sources, and the independent origins whose own words carry a claim, or give a value."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Sized
from functools import cached_property

from dashboard.checks.context import (
    ClaimContext,
    RegistryNames,
    is_english,
    without_inserted_words,
    words_of_quotes,
)
from dashboard.checks.corpus import Corpus, Violation, allowable
from dashboard.checks.giving import missing
from dashboard.checks.guards import doubts_beside_quotes
from dashboard.checks.values import AmountGiven, CheckedValue
from dashboard.checks.wording import GUARDS_ON_WORDS
from dashboard.evidence.corroboration import Corroboration, origin_of, sources_of_claim
from dashboard.evidence.folding import fold
from dashboard.evidence.verdicts import Evidence, Verdict
from dashboard.evidence.words import Words, is_exact_in
from dashboard.model.claim import Claim
from dashboard.model.event import Event
from dashboard.model.source import Source
from dashboard.query.confirmation import confirms
from dashboard.store.workspace import Workspace


def sources_of(event: Event) -> frozenset[str]:
    """Ids of every source that a claim of the event, or an assessed value, names."""
    found: set[str] = set()
    for claim in event.claims.values():
        found.update(claim.sources)
        found.update([quote.source for quote in claim.quotes])
    for _, assessed in event.assessed_values():
        found.update(assessed.sources)
    return frozenset(found)


def may_rest_on_several(event: Event, sources: Mapping[str, Source]) -> bool:
    """Whether an event quotes several independent origins at all, with whatever: a first, cheap question."""
    quoted = {quote.source for claim in event.claims.values() for quote in claim.quotes}
    return len(quoted) > 1 and len({origin_of(sources[id_]) for id_ in quoted if id_ in sources}) > 1


class Corroborations:
    """On how many independent origins claims and values rest: on those alone whose words are found.

    A source that is named without its words confirms nothing that anybody could look up. Nor does a quote that says
    something else: where several origins are quoted, each counts if its quotes alone would carry the claim, and no
    check objects to them, be it with an error or a warning.
    """

    def __init__(self, workspace: Workspace, evidence: Evidence, sources: Mapping[str, Source]) -> None:
        self._evidence = evidence
        self._sources = sources
        """With the origins by which they are counted."""
        self._plain = Corpus(workspace, evidence)
        self._known: dict[tuple[str, str], Mapping[str, Claim]] = {}

    def of(self, event: Event, key: str) -> Corroboration:
        """The corroboration of one claim."""
        claim = event.claims[key]
        if self._evidence.of(event.id, key).verdict is not Verdict.FOUND:
            return Corroboration.UNCOUNTED if sources_of_claim(claim) else Corroboration.NONE
        if len(claim.quotes) > 1 and is_several(self.origins_of(event, key)):
            return Corroboration.SEVERAL
        described = all(quote.source in self._sources for quote in claim.quotes)
        return Corroboration.ONE if described else Corroboration.UNKNOWN

    def of_event(self, event: Event) -> frozenset[Corroboration]:
        """Kinds of corroboration of the event's claims, each once."""
        return frozenset(self.of(event, key) for key in event.claims)

    def origins_of(self, event: Event, key: str) -> Mapping[str, Claim]:
        """The origins that carry a claim whose quotes are found, each with the claim as its quotes alone have it."""
        if self._evidence.of(event.id, key).verdict is not Verdict.FOUND:
            return {}
        if (event.id, key) not in self._known:
            parts = self._by_origin(event.claims[key])
            if len(parts) > 1:
                claim = self._workspace.events[event.id].claims[key]
                parts = self._by_origin(claim, leave_out=self._doubted_quotes(event, key))
                parts = {origin: part for origin, part in parts.items() if self._carries(event, key, part)}
            self._known[event.id, key] = parts
        return self._known[event.id, key]

    def origins_giving(self, event: Event, value: CheckedValue, claims: Iterable[str]) -> frozenset[str]:
        """The origins whose words give a value, by those `claims` of the event whose quotes are found."""
        parts: dict[str, list[Claim]] = {}
        for key in claims:
            for origin, part in self.origins_of(event, key).items():
                parts.setdefault(origin, []).append(part)
        if not is_several(parts):
            return frozenset(parts)
        return frozenset(origin for origin, of_origin in parts.items() if self._gives(of_origin, value))

    def _doubted_quotes(self, event: Event, key: str) -> frozenset[int]:
        """The places of those quotes of a claim beside which its source makes less of what they say."""
        beside = doubts_beside_quotes(self._plain, event, key)
        return frozenset(int(each.path[3]) for each in beside if any(_objections((each,), event.claims[key])))

    def _by_origin(self, claim: Claim, leave_out: frozenset[int] = frozenset()) -> dict[str, Claim]:
        """The claim with the quotes of each origin alone; of a source that nobody has described, the origin is open."""
        quotes: dict[str, list[int]] = {}
        for index, quote in enumerate(claim.quotes):
            if quote.source in self._sources and index not in leave_out:
                quotes.setdefault(origin_of(self._sources[quote.source]), []).append(index)
        if len(quotes) == 1 and len(quotes[next(iter(quotes))]) == len(claim.quotes):
            return dict.fromkeys(quotes, claim)
        return {
            origin: claim.model_copy(update={"quotes": tuple(claim.quotes[index] for index in indices)})
            for origin, indices in quotes.items()
        }

    def _gives(self, claims: Sequence[Claim], value: CheckedValue) -> bool:
        words = words_of_quotes(self._corpus, claims)
        if value.as_reported and fold(value.as_reported) in fold(words.text):
            return True
        thing, whole = value.thing, all(is_english(self._corpus, claim) for claim in claims)
        if isinstance(thing, AmountGiven) and whole and not _has_as_exactly(thing, words):
            return False
        return missing(thing, words, self._registry_names, whole=whole) is None

    def _carries(self, event: Event, key: str, claim: Claim) -> bool:
        """Whether a claim holds with these quotes alone: they say enough of it, and no check objects."""
        context = ClaimContext(self._corpus, self._registry_names, event, key, claim)
        return confirms(context) and not any(
            word for guard in GUARDS_ON_WORDS for word in _objections(guard(context), claim)
        )

    @cached_property
    def _corpus(self) -> Corpus:
        """The workspace as checks read it."""
        return without_inserted_words(self._plain)

    @property
    def _workspace(self) -> Workspace:
        return self._corpus.workspace

    @cached_property
    def _registry_names(self) -> RegistryNames:
        return RegistryNames.of(self._corpus)


def is_several(origins: Sized) -> bool:
    """Whether these are independent origins that confirm each other."""
    return len(origins) > 1


def _has_as_exactly(amount: AmountGiven, quoted: Words) -> bool:
    """Whether quotes have the number of an exact amount without a bound, if they have it."""
    figures = [each for each in quoted.figures if each.value == amount.value]
    if amount.to is not None or amount.qualifier != "exact" or not figures:
        return True
    return is_exact_in(quoted.text, figures)


def _objections(violations: Iterable[Violation], claim: Claim) -> Iterator[str]:
    """The words to which checks object, but for those that the claim allows."""
    for violation in violations:
        allowance = claim.allow.get(violation.kind.code)
        yield from violation.words_left({allowable(word) for word in allowance.words} if allowance else ())
