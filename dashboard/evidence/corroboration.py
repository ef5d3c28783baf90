"""How many independent origins something rests on: what repeats the same reporting confirms nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dashboard.evidence.near_duplicates import NearDuplicates
from dashboard.model.claim import Claim
from dashboard.model.source import Source, shown_date, shown_text


class Corroboration(StrEnum):
    """What the number of origins comes to."""

    ONE = "one"
    SEVERAL = "several"
    UNKNOWN = "unknown"
    """A source is named that nobody has described: whose reporting it repeats cannot be said."""
    NONE = "none"
    """No source at all: the team's own inference."""
    UNCOUNTED = "uncounted"
    """A claim names sources, but their words are not found, not held, or questioned by a check."""


@dataclass(frozen=True, slots=True)
class Strength:
    """What something rests on, counted. Apart from every grade, and never made one number with it."""

    origins: int
    """Independent ones, of the sources that are described."""
    sources: int
    """All of them, described or not."""
    undescribed: int = 0
    """How many of the sources have no description, so that their origin is not known."""
    outlets: int | None = None
    """How many publishers the described sources have; None where one of them names none."""

    @property
    def rank(self) -> tuple[int, int]:
        """What to sort by: origins; of equals, the one with fewer sources whose origin is not told is stronger."""
        return self.origins, -self.undescribed

    @property
    def corroboration(self) -> Corroboration:
        """Several is certain from two origins on; one is so only where the origin of every source is told."""
        if not self.sources:
            return Corroboration.NONE
        if self.origins > 1:
            return Corroboration.SEVERAL
        return Corroboration.UNKNOWN if self.undescribed else Corroboration.ONE


def strength_of(ids: Iterable[str], sources: Mapping[str, Source]) -> Strength:
    """The strength of what rests on the sources `ids`, each counted once."""
    named = frozenset(ids)
    known = [sources[id_] for id_ in named if id_ in sources]
    outlets = {shown_text(source.outlet) for source in known}
    return Strength(
        origin_count([source.id for source in known], sources),
        len(named),
        len(named) - len(known),
        len(outlets) if known and None not in outlets else None,
    )


def sources_of_claim(claim: Claim) -> frozenset[str]:
    """Ids of the sources that it names, and of those that it quotes."""
    return frozenset(claim.sources).union(quoted_sources(claim))


def quoted_sources(claim: Claim) -> frozenset[str]:
    """Ids of the sources that it quotes: what it rests on as reported."""
    return frozenset(quote.source for quote in claim.quotes)


def origin_count(ids: Iterable[str], sources: Mapping[str, Source]) -> int:
    """How many independent origins: sources that repeat the same reporting count once, and so does one outlet's own."""
    return len({origin_of(sources[id_]) if id_ in sources else id_ for id_ in ids})


def origin_of(source: Source) -> str:
    """The origin of a source's reporting: as it names it, else its outlet, else its own id."""
    return source.origin or shown_text(source.outlet) or source.id


def origin_is_open(alike: Sequence[Source]) -> bool:
    """Whether nobody has said, of texts that are nearly the same, if they repeat one report.

    It is said by an `origin` in each of their descriptions: the same one, or different ones.
    """
    return len(set(map(origin_of, alike))) > 1 and any(source.origin is None for source in alike)


def proposed_origin(alike: Sequence[Source]) -> str:
    """What an `origin` of all of these would be: the one that a description names, else the source that came first."""
    named = next((each.origin for each in alike if each.origin), None)
    return named or min(alike, key=lambda source: (_day_of_publication(source), source.id)).id


def _day_of_publication(source: Source) -> date:
    """The day, and of what is not known to the day the last of all."""
    published = shown_date(source.published)
    is_known = published is not None and published.earliest == published.latest
    return (published.earliest if published and is_known else None) or date.max


def sources_as_counted(sources: Mapping[str, Source], likeness: NearDuplicates) -> Mapping[str, Source]:
    """The sources, where texts that are nearly the same have one `origin` until their descriptions say otherwise.

    Who has none gets that of the text most like its own which has one, else what the one counts as that was published
    first.
    """
    counted: dict[str, Source] = {}
    for ids, _ in likeness.groups:
        alike = [sources[id_] for id_ in ids if id_ in sources]
        if len(alike) > 1 and origin_is_open(alike):
            named = {source.id: source.origin for source in alike if source.origin}
            nearest = _nearest_origins(frozenset(ids), named, likeness)
            common = next(iter(named.values()), origin_of(min(alike, key=_day_of_publication)))
            for source in alike:
                if source.origin is None:
                    counted[source.id] = source.model_copy(update={"origin": nearest.get(source.id, common)})
    return {**sources, **counted} if counted else sources


def _nearest_origins(ids: frozenset[str], named: Mapping[str, str], likeness: NearDuplicates) -> Mapping[str, str]:
    """Id of a source to the origin of the text that has most in common with its own, of those that are `named`."""
    found: dict[str, tuple[float, str]] = {}
    for pair in likeness.pairs:
        for one, other in ((pair.first, pair.second), (pair.second, pair.first)):
            if one in ids and other in named and pair.share > found.get(one, (0.0, ""))[0]:
                found[one] = (pair.share, named[other])
    return {id_: origin for id_, (_, origin) in found.items()}
