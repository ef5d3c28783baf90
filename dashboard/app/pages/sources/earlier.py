"""The words that a mark of an earlier state stands for: as they stood then, and what has become of them."""

from dataclasses import dataclass, replace
from typing import Final

from dashboard.app.pages.sources.place import TextPlace
from dashboard.app.parts import PageLinks
from dashboard.app.shell import PageContext
from dashboard.checks.validation import Validation
from dashboard.model.source import Source
from dashboard.query.changes import WordsBefore, words_before
from dashboard.query.texts import sentence_of
from dashboard.query.wording import source_date, without_hyphens
from dashboard.text.markup import NOTHING, Markup, element, join, words
from dashboard.views.card import evidence_mark, quote_in_sentence

NOTICE: Final = "words-before"
"""Its id on the page."""
NOTHING_THERE: Final = "There was no such quote of this source then."


@dataclass(frozen=True, slots=True)
class EarlierState:
    """An earlier state, as the address names it; `before` is None if it cannot be had, and `told` says why."""

    told: str
    before: Validation | None = None


def find_earlier(asked: TextPlace, source: str, earlier: EarlierState, page: PageContext) -> tuple[TextPlace, Markup]:
    """The place of the earlier words in today's text, and the notice above it that says what became of them.

    They arrive in the text where they stand there, else at what is said.
    """
    if earlier.before is None:
        return replace(asked, quote=None), _notice(join(earlier.told), arrives=True)
    if asked.quote is None:
        return asked, _description(source, earlier, page)
    found = words_before(asked.quote, source, earlier.before, page.validation)
    if found is None:
        return replace(asked, quote=None), _notice(join(f"As of {earlier.told}. {NOTHING_THERE}"), arrives=True)
    place = replace(asked, quote=found.same, at=() if found.same else found.spans)
    return place, _notice(_earlier_words(found, earlier, page), arrives=not (found.same or found.spans))


def _notice(told: Markup, *, arrives: bool) -> Markup:
    named = {"id": NOTICE, "aria_label": "Before", "data_arrive": "center" if arrives else None}
    head = element("h2", "Before")
    return element("section", head, element("div", told), class_="dl-words-before", tabindex="-1", **named)


def _earlier_words(found: WordsBefore, earlier: EarlierState, page: PageContext) -> Markup:
    reference = join(element("b", words(found.event.title)), f", {found.verdict} then.")
    texts = earlier.before.workspace.texts if earlier.before else {}
    return join(
        element("p", f"As of {earlier.told}.", class_="dl-muted"),
        element("p", evidence_mark(found.verdict), " ", reference),
        quote_in_sentence(found.found.quote.exact, sentence_of(found.found, texts), PageLinks(page)),
        element("p", _since(found)),
    )


def _since(found: WordsBefore) -> str:
    """What has become of the words."""
    then = "" if found.was_held else "No text was held then. "
    if not found.is_held:
        return "The text is no longer held. This is the sentence as it was." if found.was_held else then
    if len(found.spans) > 1 and found.same is None:
        return f"{then}The words are marked below, wherever they are in the current text."
    if found.same or found.spans:
        return f"{then}The words are in the current text: they are marked below."
    stood = found.found.finding is not None and found.found.finding.stands
    if stood:
        return "The text has changed since: these words are no longer in it."
    return f"{then}These words are not in the current text{', and were not then' if found.was_held else ''}."


def _description(source: str, earlier: EarlierState, page: PageContext) -> Markup:
    """A notice with the earlier description of a source that has none any more; nothing if it has one."""
    was = earlier.before.workspace.sources.get(source) if earlier.before else None
    if source in page.workspace.sources or was is None:
        return NOTHING
    told = element("p", f"As of {earlier.told} it was described as: ", _name(was), ".")
    return _notice(told, arrives=True)


def _name(source: Source) -> Markup:
    return join(words(source.name), without_hyphens(source.kind), source_date(source), by=", ")
