"""Texts that are nearly the same: said above each of them, and two of them side by side with what they share."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.app.pages.sources.steps import source_bar
from dashboard.app.parts import button, place_link, source_link
from dashboard.app.shell import PageContext
from dashboard.checks.sources import whole_percent
from dashboard.evidence.corroboration import origin_is_open, origin_of, proposed_origin
from dashboard.evidence.near_duplicates import Span, share_in_common, shared_spans
from dashboard.query.sources import Sources
from dashboard.query.wording import count_words, source_date
from dashboard.store.source_description import origin_line
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words
from dashboard.text.visible import visible

FEWEST_SHOWN: Final = 2
"""Texts that are named at once; the others stand below, folded."""
MOST_LISTED: Final = 50
_MOST_SPANS: Final = 200
"""Spans beside which signs are looked for; of more, each is short."""
_WORDS_BESIDE: Final = 12
"""Characters by which it is told whether the other text has the same sign there."""
MOST_SHOWN: Final = 60_000
"""Characters of each text that stand side by side."""


@dataclass(frozen=True, slots=True)
class AlikePair:
    """Two sources whose texts are nearly the same; `share` of the shorter one is in both."""

    one: str
    other: str
    share: float


def alike_lines(id_: str, sources: Sources, page: PageContext) -> Markup:
    """A line for each text that is nearly the same as this one, the most alike first, leading to both side by side."""
    ids = _alike_ids(id_, sources)
    if not ids:
        return NOTHING
    shares = _shares(id_, sources)
    others = sorted((each for each in ids if each != id_), key=lambda each: (-shares.get(each, 0.0), each))
    lines = [_alike_line(id_, other, shares.get(other), page) for other in others[:MOST_LISTED]]
    left = len(others) - MOST_LISTED
    last = element("p", f"{count_words(left, 'more text')} not listed here.", class_="dl-muted") if left > 0 else None
    folded = len(others) - FEWEST_SHOWN
    more = (
        element("details", element("summary", f"{folded:,} more"), *lines[FEWEST_SHOWN:], last) if folded > 0 else None
    )
    head = element("h2", "Nearly the same text ", element("span", f"{len(others):,}", class_="dl-count"))
    return element(
        "section", head, element("p", _counted_words(ids, sources)), *lines[:FEWEST_SHOWN], more, class_="dl-alike"
    )


def _alike_line(id_: str, other: str, share: float | None, page: PageContext) -> Markup:
    told = (
        element("span", f", {whole_percent(share)} of the shorter text in both", class_="dl-muted") if share else None
    )
    link = place_link("sources", "Side by side", mode=page.mode, source=id_, beside=other)
    return element("p", source_link(other, page), told, " ", link)


def pair_asked_for(id_: str, beside: str | None, sources: Sources) -> AlikePair | None:
    """The pair that the address names, of texts that are nearly the same; None for any other."""
    if not beside or beside == id_ or beside not in _alike_ids(id_, sources):
        return None
    texts = sources.validation.workspace.texts
    share = _shares(id_, sources).get(beside)
    return AlikePair(id_, beside, share if share is not None else share_in_common(texts[id_], texts[beside]))


def _alike_ids(id_: str, sources: Sources) -> Sequence[str]:
    """The sources whose texts are nearly the same as that of this one, itself among them; none where there is none."""
    return next((ids for ids, _ in sources.validation.likeness.groups if id_ in ids), ())


def _shares(id_: str, sources: Sources) -> Mapping[str, float]:
    """Source id to the share that its text and this one have in common; of many texts, not each was compared."""
    pairs = [pair for pair in sources.validation.likeness.pairs if id_ in (pair.first, pair.second)]
    return {pair.second if pair.first == id_ else pair.first: pair.share for pair in pairs}


def side_by_side(pair: AlikePair, sources: Sources, page: PageContext, place: str) -> Markup:
    """Both texts, with what they share marked, how they are counted, and the `origin` that would settle it."""
    texts = page.workspace.texts
    one, other = texts[pair.one], texts[pair.other]
    spans, others = shared_spans(one, other)
    spans, others = with_signs(one, spans, other), with_signs(other, others, one)
    told = element(
        "p",
        f"{whole_percent(pair.share)} of the shorter text is in both: ",
        element("mark", "what they share", class_="dl-shared"),
        " is marked. ",
        _counted_words([pair.one, pair.other], sources),
    )
    columns = element("div", _column(pair.one, spans, page), _column(pair.other, others, page), class_="dl-two-texts")
    head = element("header", element("h1", "Two texts that are nearly the same"), told, _proposal(pair, sources))
    body = element("section", head, columns, class_="dl-side-by-side", aria_label="Two texts side by side")
    return element("section", source_bar(pair.one, sources, page), body, data_place=place)


def _counted_words(ids: Sequence[str], sources: Sources) -> str:
    """How many sources they count as, and by whom that is said."""
    known = sources.validation.workspace.sources
    alike = [known[id_] for id_ in ids if id_ in known]
    number = len({origin_of(sources.as_counted[source.id]) for source in alike})
    counted = f"They count as {'one source' if number == 1 else count_words(number, 'independent source')}"
    if origin_is_open(alike):
        return f"{counted}, until their descriptions name the report that each repeats."
    return f"{counted}, as their descriptions say." if len(alike) == len(ids) else f"{counted}."


def _proposal(pair: AlikePair, sources: Sources) -> Markup:
    """An entry to paste into both descriptions; nothing where they say already whose report they repeat."""
    known = sources.validation.workspace.sources
    alike = [known[id_] for id_ in (pair.one, pair.other) if id_ in known]
    if len(alike) < 2 or not origin_is_open(alike):
        return NOTHING
    group = _alike_ids(pair.one, sources)
    origin = proposed_origin([known[id_] for id_ in group if id_ in known])
    line = origin_line(origin)
    files = [f"seeds/{source.id}.yaml" for source in alike if source.origin != origin]
    named = join_all((element("code", words(file)) for file in files), by=" and into ")
    entry = element("code", words(line), class_="dl-entry")
    copy = button("copy", line, "Copy", class_="dl-text-button", name=f"Copy {line}")
    return join(
        element("p", "If they repeat one report, write this into ", named, ", with the name of that report:"),
        element("p", entry, " ", copy),
        element("p", "If they are independent, give each an origin of its own.", class_="dl-muted"),
    )


def with_signs(text: str, spans: Sequence[Span], other: str) -> list[Span]:
    """The spans with the signs beside their words that the other text has there, too: a full stop, a quotation mark."""
    if len(spans) > _MOST_SPANS:
        return list(spans)
    return [(_first_sign(text, start, other), _last_sign(text, end, other)) for start, end in spans]


def _first_sign(text: str, start: int, other: str) -> int:
    first = start
    while first and not text[first - 1].isalnum() and not text[first - 1].isspace():
        first -= 1
    while first < start and text[first : start + _WORDS_BESIDE] not in other:
        first += 1
    return first


def _last_sign(text: str, end: int, other: str) -> int:
    last = end
    while last < len(text) and not text[last].isalnum() and not text[last].isspace():
        last += 1
    while last > end and text[max(0, end - _WORDS_BESIDE) : last] not in other:
        last -= 1
    return last


def _column(id_: str, spans: Sequence[Span], page: PageContext) -> Markup:
    """A text under the name of its source; the first part of a very long one."""
    text, source = page.workspace.texts[id_], page.workspace.sources.get(id_)
    day = element("small", words(source_date(source))) if source and source_date(source) else None
    left = len(text) - MOST_SHOWN
    more = element("p", f"{left:,} more characters are not shown here.", class_="dl-muted") if left > 0 else None
    body = element("div", *_paragraphs(text[:MOST_SHOWN], spans), class_="dl-text-beside")
    head = element("h2", source_link(id_, page), " ", day)
    return element("article", head, body, more)


def _paragraphs(text: str, spans: Sequence[Span]) -> Iterator[Markup]:
    """Each line of the text that has words, with what is in the spans marked."""
    at, start = 0, 0
    for line in text.split("\n"):
        end = start + len(line)
        parts: list[str | Markup] = []
        done = start
        while at < len(spans) and spans[at][0] < end:
            first, last = max(spans[at][0], start), min(spans[at][1], end)
            if first < last:
                shared = element("mark", visible(text[first:last]), class_="dl-shared")
                parts += [visible(text[done:first]), shared]
                done = last
            if spans[at][1] > end:
                break
            at += 1
        if line.strip():
            yield element("p", *parts, visible(text[done:end]), dir="auto")
        start = end + 1
