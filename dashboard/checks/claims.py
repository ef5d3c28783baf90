"""A claim is carried by something, and said by somebody."""

from collections.abc import Iterator

from dashboard.checks.corpus import Corpus
from dashboard.model.claim import Claim
from dashboard.model.event import Event
from dashboard.model.problem import Problem, kind

CLAIM_NOT_CARRIED = kind(
    "claim-not-carried",
    "A claim that nothing carries",
    "A claim rests on quotes, on named sources whose text is not held, or is marked as the team's own inference. "
    "There is no mark without one of them.",
    "add `quotes`, or `sources`; or `basis: inferred` with a `note` that gives the reasoning",
)
INFERRED_BESIDE_EVIDENCE = kind(
    "inferred-beside-evidence",
    "An inference that has quotes or sources",
    "`basis: inferred` says that nothing but the team's reasoning carries the claim. Beside quotes or sources, readers "
    "cannot tell which of the two it is.",
    "leave `basis` out, or make the inference a claim of its own",
)
SOURCE_HELD_NOT_QUOTED = kind(
    "source-held-not-quoted",
    "A held source is named, not quoted",
    "`sources` of a claim are those whose text is not held. The text of this one is held, so its words can be quoted, "
    "and then the claim can be verified.",
    "quote the words under `quotes`",
    "warning",
)
SPEAKER_MISSING = kind(
    "speaker-missing",
    "Nobody says it",
    "A statement or an assessment is somebody's: without a speaker it reads like a fact.",
    "add `by` (an actor) or `by_as_reported` (the words that name them)",
    "warning",
)
DISPUTED_BY_ITSELF = kind(
    "disputed-by-itself",
    "A claim that disputes itself",
    "`disputed_by` names claims that say otherwise.",
    "name the other claim, or leave it out",
)


def claim_is_carried(corpus: Corpus) -> Iterator[Problem]:
    """A claim has quotes, or sources, or is inferred."""
    for event, name, claim in _claims(corpus):
        if not (claim.quotes or claim.sources or claim.basis):
            message = f"claim `{name}` has neither quotes nor sources, and is not inferred"
            yield corpus.problem(CLAIM_NOT_CARRIED, event, ("claims", name), message, key=True)


def inferred_claim_has_no_evidence(corpus: Corpus) -> Iterator[Problem]:
    """A claim is inferred only where it has neither quotes nor sources."""
    for event, name, claim in _claims(corpus):
        if claim.basis and (claim.quotes or claim.sources):
            beside = "quotes" if claim.quotes else "sources"
            message = f"claim `{name}` is inferred, and has {beside}"
            yield corpus.problem(INFERRED_BESIDE_EVIDENCE, event, ("claims", name, "basis"), message)


def held_source_is_quoted(corpus: Corpus) -> Iterator[Problem]:
    """A claim names as `sources` those whose text is not held; a held text is quoted."""
    for event, name, claim in _claims(corpus):
        for index, source in enumerate(claim.sources):
            if corpus.is_held(source):
                path = ("claims", name, "sources", index)
                yield corpus.problem(SOURCE_HELD_NOT_QUOTED, event, path, f"the text of {source} is held")


def statement_has_a_speaker(corpus: Corpus) -> Iterator[Problem]:
    """A statement or an assessment is by somebody."""
    for event, name, claim in _claims(corpus):
        if claim.kind in ("statement", "assessment") and not (claim.by or claim.by_as_reported):
            message = f"claim `{name}` is of kind {claim.kind}, and nobody says it"
            yield corpus.problem(SPEAKER_MISSING, event, ("claims", name, "kind"), message)


def claim_is_disputed_by_another(corpus: Corpus) -> Iterator[Problem]:
    """No claim is disputed by itself."""
    for event, name, claim in _claims(corpus):
        for index, reference in enumerate(claim.disputed_by):
            if reference in (name, f"{event.id}/{name}"):
                path = ("claims", name, "disputed_by", index)
                yield corpus.problem(DISPUTED_BY_ITSELF, event, path, f"claim `{name}` is disputed by itself")


def _claims(corpus: Corpus) -> Iterator[tuple[Event, str, Claim]]:
    for event in corpus.workspace.events.values():
        for name, claim in event.claims.items():
            yield event, name, claim


RULES = (
    claim_is_carried,
    inferred_claim_has_no_evidence,
    held_source_is_quoted,
    statement_has_a_speaker,
    claim_is_disputed_by_another,
)
