"""The card's table: when, where, by and to whom, how much, as reported and as assessed; one cell where both agree."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from dashboard.query.values import EventValue, ValueRow
from dashboard.text.markup import Markup, element, join, words
from dashboard.views.card.links import CardLinks
from dashboard.views.card.value_words import basis_words, parts_with_marks, words_behind


def comparison(rows: Iterable[ValueRow], links: CardLinks) -> Markup:
    """The table."""
    head = element(
        "tr",
        element("td", class_="dl-labels"),
        element("th", "Reported", scope="col"),
        element("th", "Assessed", links.help("words-assessed", "assessed"), scope="col"),
    )
    drawn = [_row(row, links) for row in rows]
    return element("table", element("thead", head), element("tbody", *drawn), class_="dl-comparison")


def differing(text: str, other: str) -> Markup:
    """`text` with those words marked that `other` does not have in their place; of several lines, those lines."""
    unit, gap = (r"[^\n]+", "\n") if "\n" in text + other else (r"\S+", " ")
    mine, theirs = re.findall(unit, text), re.findall(unit, other)
    parts: list[Markup] = []
    for kind, start, end, _, _ in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        if run := gap.join(mine[start:end]):
            parts.append(join(run) if kind == "equal" else element("span", run, class_="dl-differs"))
    return element("bdi", join(*parts, by=gap), dir="auto")


def _row(row: ValueRow, links: CardLinks) -> Markup:
    label, reported, assessed = element("th", row.label, scope="row"), row.reported, row.assessed
    basis = join(basis_words(reported.basis, links), basis_words(assessed.basis, links) if assessed else None, by=". ")
    below = element("tr", element("td", basis, colspan="2"), class_="dl-basis") if basis.html else None
    if below:
        label = element("th", row.label, scope="row", rowspan="2")
    if assessed is None or (assessed.text == reported.text and assessed.text):
        agrees = element("span", " · we agree", class_="dl-muted dl-kept") if assessed and reported.text else None
        return join(element("tr", label, _cell(reported, links, span="2", remark=agrees)), below)
    both = bool(reported.text and assessed.text)
    left = _cell(reported, links, assessed.text if both else None)
    right = _cell(assessed, links, reported.text if both else None)
    return join(element("tr", label, left, right, class_="dl-differing" if both else None), below)


def _cell(
    value: EventValue,
    links: CardLinks,
    other: str | None = None,
    *,
    span: str | None = None,
    remark: Markup | None = None,
) -> Markup:
    """`other` is the text of the other side, where the two differ; `remark` stands behind the value."""
    behind = join(remark, words_behind(value))
    if value.parts:
        return element("td", element("div", element("div", parts_with_marks(value, links), behind)), colspan=span)
    if not value.text:
        text = element("span", "not given", class_="dl-muted")
    else:
        text = words(value.text) if other is None else differing(value.text, other)
    mark = links.mark(value.mark)
    return element("td", element("div", mark, element("div", text, behind)), colspan=span)
