"""A claim is carried by something, and said by somebody."""

from collections.abc import Iterator

from dashboard.checks.corpus import Corpus
from dashboard.model.claim import Claim
from dashboard.model.event import Event
from dashboard.model.problem import Problem, kind

CLAIM_NOT_CARRIED = kind(
    "claim-not-carried",
    "A claim without evidence",
    "A claim is based on quotes, or on named sources whose text is not held, or is marked as the team's own "
    "inference. No mark is drawn without one of these.",
    "add `quotes: [{source: …, exact: …}]`, or `sources: […]` if no text is held; or `basis: inferred` with a `note`",
)
INFERRED_BESIDE_EVIDENCE = kind(
    "inferred-beside-evidence",
    "An inference with quotes or sources",
    "`basis: inferred` means that only the team's reasoning supports the claim. If there are quotes or sources too, "
    "readers cannot see which of them supports it.",
    "remove `basis`, or make the inference a separate claim",
)
SOURCE_HELD_NOT_QUOTED = kind(
    "source-held-not-quoted",
    "A source with a held text is named, not quoted",
    "`sources` of a claim is for sources whose text is not held. The text of this source is held, so the claim can "
    "quote it, and the quote can be checked.",
    "add the words to `quotes`",
    "warning",
)
SPEAKER_MISSING = kind(
    "speaker-missing",
    "A statement without a speaker",
    "A statement or an assessment needs a speaker. Without one it reads like a fact.",
    "add `by` (an actor) or `by_as_reported` (the source's words for the speaker)",
    "warning",
)
SPEAKERS_NOT_PAIRED = kind(
    "speakers-not-paired",
    "Words for some of the speakers",
    "`by_as_reported` gives the words for each speaker in turn, or one text for all of them. With several texts, but "
    "fewer than there are speakers, it is not clear whom they stand for.",
    "write the words for every speaker in the order of `by`, or one text for all of them",
)
QUOTES_NOBODY = kind(
    "quotes-nobody",
    "Somebody who quotes nobody else",
    "`quoted_by` is for one who passes on what somebody else said: the speaker is in `by` or `by_as_reported`, and is "
    "somebody else.",
    "add the speaker, or remove `quoted_by`",
)
DISPUTED_BY_ITSELF = kind(
    "disputed-by-itself",
    "A claim that disputes itself",
    "`disputed_by` names claims that contradict this one.",
    "name the other claim, or remove the entry",
)


def claim_is_carried(corpus: Corpus) -> Iterator[Problem]:
    """A claim has quotes, or sources, or is inferred."""
    for event, name, claim in _claims(corpus):
        if not (claim.quotes or claim.sources or claim.basis):
            message = f"claim `{name}` has no quotes or sources, and is not inferred"
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
            message = f"claim `{name}` is of kind {claim.kind}, but has no speaker"
            yield corpus.problem(SPEAKER_MISSING, event, ("claims", name, "kind"), message)


def words_stand_for_all_speakers(corpus: Corpus) -> Iterator[Problem]:
    """Where several speakers have words, each has its own, or all have the same."""
    for event, name, claim in _claims(corpus):
        if 1 < len(claim.by_as_reported) < len(claim.by):
            message = f"claim `{name}` has words for {len(claim.by_as_reported)} of its {len(claim.by)} speakers"
            yield corpus.problem(SPEAKERS_NOT_PAIRED, event, ("claims", name, "by_as_reported"), message)


def quoter_quotes_somebody_else(corpus: Corpus) -> Iterator[Problem]:
    """Who passes words on has a speaker to quote, and is another than the speaker."""
    for event, name, claim in _claims(corpus):
        quoter, path = claim.quoter, ("claims", name, "quoted_by" if claim.quoted_by else "quoted_by_as_reported")
        if quoter is None:
            continue
        if not claim.speakers:
            message = f"claim `{name}` has no speaker beside the one who quotes them"
        elif quoter.actor in claim.by or (not quoter.actor and quoter in claim.speakers):
            message = f"a speaker of claim `{name}` is quoted by the same"
        else:
            continue
        yield corpus.problem(QUOTES_NOBODY, event, path, message)


def claim_is_disputed_by_another(corpus: Corpus) -> Iterator[Problem]:
    """No claim is disputed by itself."""
    for event, name, claim in _claims(corpus):
        for index, reference in enumerate(claim.disputed_by):
            if reference in (name, f"{event.id}/{name}"):
                path = ("claims", name, "disputed_by", index)
                yield corpus.problem(DISPUTED_BY_ITSELF, event, path, f"claim `{name}` disputes itself")


def _claims(corpus: Corpus) -> Iterator[tuple[Event, str, Claim]]:
    for event in corpus.events.values():
        for name, claim in event.claims.items():
            yield event, name, claim


RULES = (
    claim_is_carried,
    inferred_claim_has_no_evidence,
    held_source_is_quoted,
    statement_has_a_speaker,
    words_stand_for_all_speakers,
    quoter_quotes_somebody_else,
    claim_is_disputed_by_another,
)
