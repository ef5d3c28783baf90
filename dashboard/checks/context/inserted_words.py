"""The workspace as checks read it: words that somebody inserted into a quote support nothing."""

from collections.abc import Mapping
from dataclasses import replace

from dashboard.checks.corpus import Corpus
from dashboard.evidence.insertion import without_insertions
from dashboard.evidence.verdicts import ClaimEvidence
from dashboard.model.claim import Claim
from dashboard.model.event import Event


def without_inserted_words(corpus: Corpus) -> Corpus:
    """The corpus with those quotes shortened that stand in their sources only beside inserted words."""
    events = {
        id_: _shorten(corpus.workspace.events[id_], claims)
        for id_, claims in corpus.evidence.claims.items()
        if any(map(_has_insertions, claims.values()))
    }
    if not events:
        return corpus
    looked_at = None if corpus.changed is None else {id_: events.get(id_, each) for id_, each in corpus.changed.items()}
    every = {**corpus.workspace.events, **events}
    return replace(corpus, workspace=replace(corpus.workspace, events=every), changed=looked_at)


def _has_insertions(found: ClaimEvidence) -> bool:
    return any(each.finding is not None and each.finding.beside_insertions for each in found.quotes)


def _shorten(event: Event, found: Mapping[str, ClaimEvidence]) -> Event:
    claims = {key: _without(claim, found[key]) if key in found else claim for key, claim in event.claims.items()}
    return event.model_copy(update={"claims": claims})


def _without(claim: Claim, found: ClaimEvidence) -> Claim:
    """The claim with the quotes that were found beside insertions without them."""
    quotes = tuple(
        each.quote.model_copy(update={"exact": without_insertions(each.quote.exact)})
        if each.finding is not None and each.finding.beside_insertions
        else each.quote
        for each in found.quotes
    )
    return claim.model_copy(update={"quotes": quotes})
