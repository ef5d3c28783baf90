"""Passages that a source's description names: sentences set aside, headlines, captions; looked up as quotes are."""

from dataclasses import dataclass
from functools import cached_property

from dashboard.evidence.finding import Finding, find
from dashboard.evidence.folded_text import FoldedText
from dashboard.evidence.folding import fold_with_offsets
from dashboard.evidence.searching import SearchedText
from dashboard.model.claim import Quote


@dataclass(frozen=True)
class Passages:
    """A source's text, folded only if a passage does not stand in it exactly."""

    source: str
    text: str

    @cached_property
    def _search_text(self) -> SearchedText:
        return SearchedText(self.text)

    @cached_property
    def _folding(self) -> FoldedText:
        return fold_with_offsets(self.text)

    def find(self, exact: str) -> Finding:
        """Find the words in the text."""
        return find(Quote(source=self.source, exact=exact), self._search_text, lambda: self._folding)
