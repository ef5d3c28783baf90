"""Finding a quote in its source's text: exactly, else folded on both sides. It must stand there once."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.evidence.folding import FoldedText, fold
from dashboard.evidence.searching import SearchedText
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


def find(quote: Quote, text: str | SearchedText, folded_text: FoldedText | Callable[[], FoldedText]) -> Finding:
    """Where `quote` stands in `text`, of which `folded_text` is the folding, or makes it where it is needed.

    W3C TextQuoteSelector, spans half-open. Who looks up many quotes in one text gives it as a `SearchedText`.
    """
    searched = text if isinstance(text, SearchedText) else SearchedText(text)
    spans = _places(searched, quote.exact, quote.prefix, quote.suffix)
    if spans:
        return Finding(spans)
    exact = fold(quote.exact)
    if not exact:
        return Finding(())
    folding = folded_text if isinstance(folded_text, FoldedText) else folded_text()
    places = _places(SearchedText(folding.text), exact, fold(quote.prefix), fold(quote.suffix), spaced=True)
    return Finding(tuple(folding.span(start, end) for start, end in places), exactly=False)


def _places(
    searched: SearchedText, exact: str, prefix: str, suffix: str, *, spaced: bool = False
) -> tuple[tuple[int, int], ...]:
    """Spans of `exact` in the text that have `prefix` just before and `suffix` just behind, `MOST_PLACES` at most.

    With `spaced`, one space may stand between (folding cuts it off the ends of prefix and suffix).
    """
    text = searched.text
    spans: list[tuple[int, int]] = []
    for start in searched.starts(exact):
        end = start + len(exact)
        before, behind = text[max(0, start - len(prefix) - 1) : start], text[end : end + len(suffix) + 1]
        if _fits(before, behind, prefix, suffix, spaced=spaced):
            spans.append((start, end))
            if len(spans) == MOST_PLACES:
                break
    return tuple(spans)


def _fits(before: str, behind: str, prefix: str, suffix: str, *, spaced: bool) -> bool:
    if before.endswith(prefix) and behind.startswith(suffix):
        return True
    return spaced and before.rstrip(" ").endswith(prefix) and behind.lstrip(" ").startswith(suffix)
