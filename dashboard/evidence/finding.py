"""Finding a quote in its source's text: exactly, else folded on both sides. It must stand there once."""

from dataclasses import dataclass

from dashboard.evidence.folding import FoldedText, fold
from dashboard.model.claim import Quote

MOST_PLACES = 50
"""No more places than this are listed of a quote that stands everywhere."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The half-open spans, in code points of the original text, at which a quote stands."""

    spans: tuple[tuple[int, int], ...]
    exactly: bool = True
    """False where it stands only after folding."""

    @property
    def stands(self) -> bool:
        """Once, and only once."""
        return len(self.spans) == 1

    @property
    def is_ambiguous(self) -> bool:
        """More than once."""
        return len(self.spans) > 1


def find(quote: Quote, text: str, folded_text: FoldedText) -> Finding:
    """Where `quote` stands in `text`, of which `folded_text` is the folding. W3C TextQuoteSelector, spans half-open."""
    spans = _places(text, quote.exact, quote.prefix, quote.suffix)
    if spans:
        return Finding(spans)
    exact = fold(quote.exact)
    if not exact:
        return Finding(())
    places = _places(folded_text.text, exact, fold(quote.prefix), fold(quote.suffix), spaced=True)
    return Finding(tuple(folded_text.span(start, end) for start, end in places), exactly=False)


def _places(text: str, exact: str, prefix: str, suffix: str, *, spaced: bool = False) -> tuple[tuple[int, int], ...]:
    """Spans of `exact` in `text` that have `prefix` just before and `suffix` just behind.

    With `spaced`, one space may stand between (folding cuts it off the ends of prefix and suffix).
    """
    spans: list[tuple[int, int]] = []
    start = text.find(exact)
    while start >= 0 and len(spans) < MOST_PLACES:
        end = start + len(exact)
        before, behind = text[max(0, start - len(prefix) - 1) : start], text[end : end + len(suffix) + 1]
        if _fits(before, behind, prefix, suffix, spaced=spaced):
            spans.append((start, end))
        start = text.find(exact, start + 1)
    return tuple(spans)


def _fits(before: str, behind: str, prefix: str, suffix: str, *, spaced: bool) -> bool:
    if before.endswith(prefix) and behind.startswith(suffix):
        return True
    return spaced and before.rstrip(" ").endswith(prefix) and behind.lstrip(" ").startswith(suffix)
