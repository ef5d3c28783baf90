"""Quotes, and the parts that a description marks, stand in their sources’ texts, once."""

from collections.abc import Iterator

from dashboard.checks.context import deciding_context, edges, nearest_words
from dashboard.checks.corpus import Corpus
from dashboard.evidence.finding import Finding, Passages
from dashboard.evidence.folded_text import FoldedText
from dashboard.evidence.folding import fold_with_offsets
from dashboard.model.claim import Quote
from dashboard.model.event import Event
from dashboard.model.problem import Problem, kind
from dashboard.store.workspace import PathInRecord

QUOTE_NOT_FOUND = kind(
    "quote-not-found",
    "A quote that is not in its source",
    "The quote is searched for in the source's text: first exactly, then with typing differences ignored on both "
    "sides (quotation marks, dashes, spaces, ligatures), then as parts joined by an ellipsis. Similar is not enough: "
    "“closed in 2008” is almost “closed in 2009”. If there is a similar passage, the hint shows it and the "
    "difference. The claim's verdict is quote not found.",
    "copy the words from the source's text",
)
QUOTE_AMBIGUOUS = kind(
    "quote-ambiguous",
    "A quote that is in its source more than once",
    "A quote must point to one place. If its words occur several times, `prefix` (the words just before) or `suffix` "
    "(the words just after) shows which place is meant (W3C TextQuoteSelector). With an ellipsis, every possible "
    "combination of the parts counts. Until the quote is unique, the claim's verdict is quote not found.",
    "add `prefix` or `suffix`, or quote a few more words",
)

MOST_SUGGESTIONS = 50
"""Nearest passages looked for in one validation: each costs more than all that was right about its file."""
MOST_CHARACTERS = 1_000_000
"""The longest text, in characters, in which suggestions are looked for."""
PART_NOT_ONCE = kind(
    "part-not-once",
    "A marked part that is not in the text exactly once",
    "`parts` marks which words of a source's text are a headline, a caption or boilerplate. The words are looked up "
    "like a quote, and must be in the text exactly once.",
    "copy the part from the text, with enough of the words around it to make it unique",
)


def quote_stands_in_its_source(corpus: Corpus) -> Iterator[Problem]:
    """Every quote of a held text stands in it, once. A text that is not held says nothing, and is no problem."""
    folds: dict[str, FoldedText] = {}
    for number, (event, path, quote, finding) in enumerate(_failing(corpus)):
        hint = _suggestion(corpus, quote, finding, folds) if number < MOST_SUGGESTIONS else ""
        if finding.is_ambiguous:
            message = f"this quote is in {quote.source} {len(finding.places)} times"
            yield corpus.problem(QUOTE_AMBIGUOUS, event, path, message, hint)
        else:
            yield corpus.problem(QUOTE_NOT_FOUND, event, path, f"this quote is not in {quote.source}", hint)


def _suggestion(corpus: Corpus, quote: Quote, finding: Finding, folds: dict[str, FoldedText]) -> str:
    text = corpus.workspace.texts[quote.source]
    if len(text) > MOST_CHARACTERS:
        return ""
    if quote.source not in folds:
        folds[quote.source] = fold_with_offsets(text)
    folded_text = folds[quote.source]
    if finding.is_ambiguous:
        return deciding_context(quote, finding, text, folded_text)
    return nearest_words(quote, folded_text)


def _failing(corpus: Corpus) -> Iterator[tuple[Event, PathInRecord, Quote, Finding]]:
    for event in corpus.events.values():
        for key, evidence in corpus.evidence.claims.get(event.id, {}).items():
            for index, found in enumerate(evidence.quotes):
                if found.finding is not None and not found.finding.stands:
                    yield event, ("claims", key, "quotes", index, "exact"), found.quote, found.finding


def marked_part_stands_once(corpus: Corpus) -> Iterator[Problem]:
    """What is marked as a part of a held text stands in it once, exactly or folded."""
    for source in corpus.workspace.sources.values():
        text = corpus.workspace.texts.get(source.id)
        if text is None or not source.parts:
            continue
        passages = Passages(source.id, text)
        for index, part in enumerate(source.parts):
            finding = passages.find(part.exact)
            if not finding.stands:
                stands = f"is {len(finding.places)} times" if finding.is_ambiguous else "is not"
                message = f"the {part.as_} {stands} in seeds/{source.id}.txt"
                yield corpus.problem(PART_NOT_ONCE, source, ("parts", index, "exact"), message)


RULES = (marked_part_stands_once, quote_stands_in_its_source, *edges.RULES)
