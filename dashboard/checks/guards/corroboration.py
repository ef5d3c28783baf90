"""What is graded as confirmed by other sources has other sources."""

from collections.abc import Iterator

from dashboard.checks.corpus import Corpus, Violation
from dashboard.checks.guard_registry import guard
from dashboard.evidence.corroboration import origin_count, sources_of_claim

CONFIRMED_BY_ITSELF = guard(
    "confirmed-by-itself",
    "Credibility 1 without other sources",
    "Credibility 1 means that other, independent sources confirm the claim (Admiralty code). Sources with the same "
    "`origin` repeat one report, so they do not confirm each other. Nor do texts that are nearly the same, until their "
    "descriptions name different origins. Any other source without an origin counts as independent.",
    "name a source with another origin, or set `credibility: 2`",
)
CONFIRMED = 1
"""The Admiralty code's credibility for a claim that other sources confirm."""
FEWEST_ORIGINS = 2


def confirmed_claim_has_two_origins(corpus: Corpus) -> Iterator[Violation]:
    """A claim graded 1 is carried by sources of two independent origins."""
    known = corpus.sources_as_counted
    for event in corpus.events.values():
        for name, claim in event.claims.items():
            if claim.credibility != CONFIRMED:
                continue
            named = sources_of_claim(claim)
            if not known.keys() >= named:
                continue  # nobody knows the origin of a source that is not described; that is a problem already
            if origin_count(named, known) < FEWEST_ORIGINS:
                path = ("claims", name, "credibility")
                words = tuple(sorted(named)) or (f"credibility {CONFIRMED}",)
                are_told = origin_count(named, corpus.workspace.sources) < FEWEST_ORIGINS
                message = _message(name, len(named), are_told)
                yield Violation(CONFIRMED_BY_ITSELF, event, (name,), path, words, message)


def _message(name: str, sources: int, are_told: bool) -> str:
    alike = "the same origin" if are_told else "nearly the same text, whose descriptions do not name different origins"
    rests = {0: "no source", 1: "only one source"}.get(sources, f"{sources} sources with {alike}")
    return f"claim `{name}` has credibility {CONFIRMED}, but is based on {rests}"


GUARDS = (confirmed_claim_has_two_origins,)
