"""One source: what it is on the left, its text with what rests on it in the middle and in the margin."""

from dashboard.app.shown import Shown
from dashboard.app.sources.coverage import coverage_bar, coverage_counts, coverage_told
from dashboard.app.sources.description import description, heading
from dashboard.app.sources.place import Place
from dashboard.app.sources.resting import quotes_that_fail, resting_list
from dashboard.app.sources.standing import standing
from dashboard.app.sources.steps import source_bar
from dashboard.app.sources.text import SourceText
from dashboard.query.sources import SourceEntry, Sources
from dashboard.text.markup import NOTHING, Markup, element, joined, words


def source_page(
    entry: SourceEntry, sources: Sources, shown: Shown, asked: Place, place: str, before: Markup = NOTHING
) -> Markup:
    """The whole page, where the reader `asked` to be; `place` is what that is called.

    `before` is what is said of the words of an earlier state.
    """
    known = sources.read(entry.id)
    counts = coverage_counts(entry.id, known, shown) if known else NOTHING
    about = element("summary", "About this source")
    aside = element(
        "aside",
        heading(entry, shown),
        element("details", about, description(entry, sources, shown, counts), class_="dl-folds", id="about-source"),
        class_="dl-source-about",
        aria_label="About the source",
    )
    if known is None:
        bar = source_bar(entry.id, sources, shown)
        main = element("div", before, standing(entry), resting_list(entry, shown, asked.quote), class_="dl-source-text")
    else:
        text = SourceText(entry, known, shown, asked)
        bar = source_bar(entry.id, sources, shown, text, before)
        covered = coverage_told(known.coverage) if known.coverage.sentences else ""
        head = joined(before, standing(entry, covered, text.mixed_told), quotes_that_fail(entry, shown, asked.quote))
        body = element("div", text.markup(), coverage_bar(entry.id, known, shown), class_="dl-with-coverage")
        main = element("div", head, body, class_=f"dl-source-text dl-of-{entry.state.name.lower()}", id="text")
    return element("section", bar, element("div", aside, main, class_="dl-source"), data_place=place)


def unknown_source(id_: str, sources: Sources, shown: Shown, place: str, before: Markup = NOTHING) -> Markup:
    """The address names a source that there is not; `before`, that there was."""
    told = element("p", "This workspace has no source ", element("code", words(id_)), ".")
    head = element("h1", "No such source")
    body = element("div", head, told, before, class_="dl-first-steps")
    return element("section", source_bar(id_, sources, shown), body, data_place=place)
