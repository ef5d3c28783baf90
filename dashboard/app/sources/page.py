"""One source: what it is on the left, its text with what rests on it in the middle and in the margin."""

from dashboard.app.parts.keys import NEXT, PREVIOUS
from dashboard.app.parts.links import place_link
from dashboard.app.parts.markup import NOTHING, Markup, element, joined, words
from dashboard.app.shown import Shown
from dashboard.app.sources.description import description
from dashboard.app.sources.resting import quotes_that_fail, resting_list
from dashboard.app.sources.text import SourceText
from dashboard.app.sources.words import NOT_HELD, STATES, state_mark
from dashboard.query.sources import SourceEntry, Sources, TextState


def source_page(
    entry: SourceEntry, sources: Sources, shown: Shown, *, quote: str | None, part: int, place: str
) -> Markup:
    """The whole page. `quote` is `EVENT/CLAIM/N`, `part` counts from 0; `place` says where the reader arrives."""
    aside = element(
        "aside", description(entry, sources, shown), class_="dl-source-about", aria_label="About the source"
    )
    if entry.id not in shown.workspace.texts:
        bar = _bar(entry.id, sources, shown)
        main = element("div", _without_text(entry), resting_list(entry, shown), class_="dl-source-text")
    else:
        text = SourceText(entry, shown, quote, part)
        bar = _bar(entry.id, sources, shown, text, quote)
        failing = quotes_that_fail(entry, shown, quote)
        main = element("div", failing, text.markup(), class_="dl-source-text", id="text")
    return element("section", bar, element("div", aside, main, class_="dl-source"), data_place=place)


def unknown_source(id_: str, sources: Sources, shown: Shown, place: str) -> Markup:
    """The address names a source that there is not."""
    told = element("p", "This workspace has no source ", element("code", words(id_)), ".")
    head = element("h1", "No such source")
    body = element("div", head, told, class_="dl-first-steps")
    return element("section", _bar(id_, sources, shown), body, data_place=place)


def _without_text(entry: SourceEntry) -> Markup:
    told = NOT_HELD
    if entry.state is not TextState.NOT_HELD:
        told = f"The text is {STATES[entry.state]}: what rests on it cannot be checked."
    return element("p", state_mark(entry.state), " ", element("b", told), class_="dl-no-text")


def _bar(id_: str, sources: Sources, shown: Shown, text: SourceText | None = None, quote: str | None = None) -> Markup:
    """Back to the list; the source; steps from quote to quote."""
    back = place_link("sources", "Sources", mode=shown.mode)
    crumbs = element(
        "p", back, element("span", f" {len(sources.entries):,}", class_="dl-count"), element("b", words(id_))
    )
    steps = _steps(id_, text, shown) if text else NOTHING
    missed = NOTHING
    if quote and text and quote not in {each.key for each in text.entry.resting.quotes}:
        missed = element("span", "There is no such quote of this source", class_="dl-muted", role="status")
    return element("nav", crumbs, joined(missed, steps), class_="dl-source-bar", aria_label="Source")


def _steps(id_: str, text: SourceText, shown: Shown) -> Markup:
    """`Quote 8 of 18`, the one before and the one after, in the order of the text."""
    keys = list(text.quotes)
    if not keys:
        return NOTHING
    at = keys.index(text.chosen) if text.chosen else -1
    told = f"Quote {at + 1:,} of {len(keys):,}" if at >= 0 else f"{len(keys):,} quotes stand in the text"
    before, after = keys[at - 1] if at > 0 else None, keys[at + 1] if at + 1 < len(keys) else None
    links = [_step("Previous", PREVIOUS, id_, before, shown), _step("Next", NEXT, id_, after, shown)]
    return element(
        "span",
        element("span", told, class_="dl-muted"),
        element("span", *links, class_="dl-steps"),
        class_="dl-stepping",
    )


def _step(label: str, key: str, id_: str, quote: str | None, shown: Shown) -> Markup:
    content = joined(label, " ", element("kbd", key))
    if quote is None:
        return element("span", content, class_="dl-step dl-muted")
    return place_link("sources", content, mode=shown.mode, class_="dl-step", key=key, source=id_, quote=quote)
