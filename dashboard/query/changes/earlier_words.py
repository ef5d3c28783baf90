"""What words a claim rested on in an earlier state, and what has become of them in the text as it is now."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.checks.validation import Validation
from dashboard.evidence.finding import Finding, find
from dashboard.evidence.folding import fold_with_offsets
from dashboard.evidence.sentences import Span
from dashboard.evidence.verdicts import QuoteFound, Verdict
from dashboard.model.claim import Quote
from dashboard.model.event import Event


@dataclass(frozen=True, slots=True)
class WordsBefore:
    """A quote of an earlier state."""

    event: Event
    """As it was then."""
    verdict: Verdict
    """The verdict of its claim at that time."""
    found: QuoteFound
    """Where it stood in the text of then."""
    was_held: bool
    is_held: bool
    """Whether there was a text of its source, and is one now."""
    spans: tuple[Span, ...] = ()
    """Where its words stand in the text of now, rising: at each place, where there are several; else nowhere."""
    same: str | None = None
    """`EVENT/CLAIM/N` of the very same quote, where the records still have it and it stands."""


def words_before(reference: str, source: str, before: Validation, now: Validation) -> WordsBefore | None:
    """The quote `EVENT/CLAIM/N` of `source` in the state `before`; None where that has no such quote."""
    id_, _, rest = reference.partition("/")
    key, _, number = rest.partition("/")
    event = before.workspace.events.get(id_)
    quotes = before.evidence.of(id_, key).quotes if event else ()
    if event is None or not number.isdecimal() or int(number) >= len(quotes):
        return None
    found = quotes[int(number)]
    if found.quote.source != source:
        return None
    text = now.workspace.texts.get(source)
    return WordsBefore(
        event,
        before.evidence.of(id_, key).verdict,
        found,
        was_held=source in before.workspace.texts,
        is_held=text is not None,
        spans=_spans(found.quote, text) if text is not None else (),
        same=_same(id_, key, found.quote, now),
    )


def _same(event: str, key: str, quote: Quote, now: Validation) -> str | None:
    for index, each in enumerate(now.evidence.of(event, key).quotes):
        if each.quote == quote and each.finding is not None and each.finding.stands:
            return f"{event}/{key}/{index}"
    return None


def _spans(quote: Quote, text: str) -> tuple[Span, ...]:
    """Spans of the quote in `text`, found with its prefix and suffix if they are there too, else without."""
    alone = Quote(source=quote.source, exact=quote.exact)
    findings: Sequence[Finding] = [
        find(each, text, lambda: fold_with_offsets(text)) for each in dict.fromkeys((quote, alone))
    ]
    places = next((each.places for each in findings if each.places), ())
    return tuple(sorted({span for place in places for span in place}))
