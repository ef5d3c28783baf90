"""The used part of a text: in numbers, as a list, and as a bar that links to each paragraph."""

from typing import Final

from dashboard.app.parts import help_link, link_attributes
from dashboard.app.shell import PageContext
from dashboard.evidence.coverage import Coverage, Paragraph, TextSentence, Use, stretches
from dashboard.query.texts import ReadText
from dashboard.query.wording import PER_CENT, count_words
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words

MOST_STRETCHES: Final = 120
"""The most stretches of the bar; in a longer text, one stretch covers several paragraphs."""
LONG: Final = 2_000
"""Characters: a longer paragraph is several stretches of the bar."""
MOST_SENTENCES: Final = 200
"""In a list."""
_CLASSES: Final = {Use.USED: "dl-is-used", Use.SET_ASIDE: "dl-is-aside", Use.UNUSED: "dl-is-unused"}
_LABELS: Final = {Use.USED: "Used by a claim", Use.SET_ASIDE: "Set aside with a reason", Use.UNUSED: "Not used yet"}


def coverage_counts(source: str, known: ReadText, page: PageContext) -> Markup:
    """The three counts, which add up to all sentences; those not used and those set aside as lists."""
    covered = known.coverage
    if not covered.sentences:
        return NOTHING
    rows = [_row(use, len(covered.of(use))) for use in Use]
    total = element("tr", element("th", f"All sentences, {percent(covered)} accounted for"), _number(covered.sentences))
    return element(
        "section",
        element("h2", "Coverage", help_link("words-set-aside", "set aside")),
        element("div", _shares(covered.sentences), class_="dl-shares", aria_hidden="true"),
        element("table", element("tbody", *rows, total), class_="dl-counts"),
        _list(Use.UNUSED, "No claim uses", source, known, page),
        _list(Use.SET_ASIDE, "Set aside:", source, known, page),
        class_="dl-coverage-counts",
    )


def coverage_line(covered: Coverage) -> str:
    """`17 of 21 sentences used, 4 set aside with a reason.`"""
    used, aside = len(covered.of(Use.USED)), len(covered.of(Use.SET_ASIDE))
    told = f"{used:,} of {count_words(len(covered.sentences), 'sentence')} used"
    return f"{told}, {aside:,} set aside with a reason." if aside else f"{told}."


def percent(covered: Coverage) -> str:
    """Whole percents, rounded down: it is 100 only if nothing is left."""
    return f"{int(covered.share * 100)}{PER_CENT}"


def coverage_bar(source: str, known: ReadText, page: PageContext) -> Markup:
    """A stretch for each paragraph, as long as it is, filled by the shares of its sentences; each leads there."""
    covered = stretches(known.coverage.paragraphs, MOST_STRETCHES, LONG)
    if not covered:
        return NOTHING
    bars = join_all(_stretch(paragraph, source, page) for paragraph in covered)
    view = element("i", class_="dl-in-view", aria_hidden="true")
    long = f"--dl-most:{max(len(known.text) // 3, 60)}px"
    return element("nav", bars, view, class_="dl-coverage", style=long, aria_label="Coverage by paragraph")


def _stretch(paragraph: Paragraph, source: str, page: PageContext) -> Markup:
    start, end = paragraph.span
    told = ", ".join(f"{number:,} {use}" for use in Use if (number := paragraph.count(use)))
    name = f"{count_words(len(paragraph.sentences), 'sentence')}: {told}" if told else "No sentence begins here"
    return element(
        "a",
        _shares(paragraph.sentences),
        style=f"flex-grow:{end - start}",
        title=name,
        aria_label=name,
        data_start=str(start),
        data_end=str(end),
        **link_attributes("sources", mode=page.mode, source=source, at=str(start)),
    )


def _shares(sentences: tuple[TextSentence, ...]) -> Markup:
    counts = {use: sum(sentence.use is use for sentence in sentences) for use in Use}
    return join_all(
        element("i", class_=_CLASSES[use], style=f"flex-grow:{number}") for use, number in counts.items() if number
    )


def _row(use: Use, number: int) -> Markup:
    sign = element("i", class_=f"dl-share-key {_CLASSES[use]}", aria_hidden="true")
    return element("tr", element("td", sign, _LABELS[use]), element("td", f"{number:,}"))


def _number(sentences: tuple[TextSentence, ...]) -> Markup:
    return element("td", f"{len(sentences):,}")


def _list(use: Use, told: str, source: str, known: ReadText, page: PageContext) -> Markup:
    """Sentences of which each leads to its place."""
    found = known.coverage.of(use)
    if not found:
        return NOTHING
    rows = join_all(_sentence(sentence, source, known, page) for sentence in found[:MOST_SENTENCES])
    left_out = len(found) - MOST_SENTENCES
    more = element("p", f"{count_words(left_out, 'more sentence')} not listed here.") if left_out > 0 else None
    summary = element("summary", f"{told} {count_words(len(found), 'sentence')}")
    return element(
        "details", summary, element("ol", rows), more, class_="dl-sentences", id=f"sentences-{use.name.lower()}"
    )


def _sentence(sentence: TextSentence, source: str, known: ReadText, page: PageContext) -> Markup:
    start, end = sentence.span
    text = " ".join(known.text[start : min(end, start + 400)].split())
    link = element(
        "a",
        words(text if end - start <= 400 else f"{text}…"),
        **link_attributes("sources", mode=page.mode, source=source, at=f"{start}-{end}"),
    )
    reason = element("small", words(sentence.reason)) if sentence.reason else None
    return element("li", join(link, reason))
