"""What is graded as confirmed by other sources has other sources."""

from collections.abc import Iterator

from dashboard.checks.corpus import Breach, Corpus
from dashboard.checks.guards.registry import guard
from dashboard.evidence.corroboration import origin_count, sources_of_claim

CONFIRMED_BY_ITSELF = guard(
    "confirmed-by-itself",
    "Confirmed by other sources, and there are none",
    "Credibility 1 says that other, independent sources confirm the claim (Admiralty code). Sources with one `origin` "
    "repeat one report, however many they are: they confirm nothing. A source without an origin counts as its own.",
    "name a source with another origin, or grade the claim 2",
)
CONFIRMED = 1
"""Of the Admiralty code's credibility."""
FEWEST_ORIGINS = 2


def confirmed_claim_has_two_origins(corpus: Corpus) -> Iterator[Breach]:
    """A claim graded 1 is carried by sources of two independent origins."""
    known = corpus.workspace.sources
    for event in corpus.workspace.events.values():
        for name, claim in event.claims.items():
            if claim.credibility != CONFIRMED:
                continue
            named = sources_of_claim(claim)
            if not known.keys() >= named:
                continue  # nobody knows the origin of a source that is not described; that is a problem already
            if origin_count(named, known) < FEWEST_ORIGINS:
                path = ("claims", name, "credibility")
                yield Breach(CONFIRMED_BY_ITSELF, event, (name,), path, _message(name, len(named)))


def _message(name: str, sources: int) -> str:
    rests = {0: "no source", 1: "one source"}.get(sources, f"{sources} sources of one origin")
    return f"claim `{name}` is graded {CONFIRMED}, and rests on {rests}"


GUARDS = (confirmed_claim_has_two_origins,)
