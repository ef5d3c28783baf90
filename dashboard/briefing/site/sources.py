"""The sources, and a page for each: what it is, and which of its words are quoted."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from dashboard.briefing.site.event_list import event_section
from dashboard.briefing.site.frame import heading, page
from dashboard.briefing.site.links import SiteLinks, quote_anchor
from dashboard.briefing.site.publication import Publication
from dashboard.briefing.site.source_parts import SourcePart
from dashboard.evidence.verdicts import Verdict
from dashboard.model.source import Source, shown_date, shown_text
from dashboard.query.marks import mark_of_claims
from dashboard.query.sources import QuoteAt, TextState
from dashboard.query.texts import MarkKind, TextMark, TextPiece, paragraphs_of, sentence_of
from dashboard.query.wording import count_words, source_date
from dashboard.text.markup import NOTHING, Content, Markup, element, join, join_all, words
from dashboard.views.card import evidence_mark, quote_in_sentence, reliability_line


def source_list(made: Publication, links: SiteLinks) -> Markup:
    """A row a source."""
    heads = ("Source", "Date", "Reliability", "Text", "Claims")
    head = element("tr", *(element("th", each, scope="col") for each in heads))
    rows = join_all(_row(id_, made, links) for id_ in made.source_ids)
    table = element("table", element("thead", head), element("tbody", rows), class_="events")
    told = f"{count_words(len(made.source_ids), 'source')} of the events that are published"
    return join(heading("Sources", told), element("div", table, class_="scroll", tabindex="0"))


def _row(id_: str, made: Publication, links: SiteLinks) -> Markup:
    source, entry = made.workspace.sources[id_], made.sources.entries[id_]
    name = links.record("sources", id_, words(source_name(source)))
    claims = [key for key in entry.resting.claims if key[0] in made.by_id]
    cells: tuple[tuple[str, Content], ...] = (
        ("Source", name),
        ("Date", source_date(source)),
        ("Reliability", reliability_line(source)),
        ("Text", entry.state.value),
        ("Claims", f"{len(claims):,}"),
    )
    return element("tr", *(element("td", each, data_heading=title) for title, each in cells))


def source_name(source: Source) -> str:
    """`metroreport.news: Ecuador and the U.S.`: outlet and title, or what there is of them."""
    return ": ".join(dict.fromkeys(filter(None, (shown_text(source.outlet), shown_text(source.title))))) or source.id


def source_pages(id_: str, made: Publication) -> Iterator[tuple[str, bytes]]:
    """Each page of one source by its file: what it is stands on the first, and so do the events that name it."""
    links = SiteLinks(made, "../")
    source, parts = made.workspace.sources[id_], made.source_parts[id_]
    for part in parts:
        pager = _pager(part, parts)
        read = join(pager, _part(part, source, made, links), pager)
        about, below = NOTHING, NOTHING
        if part.number == 0:
            about = _about(source, made)
            own = made.in_order(made.sources.entries[id_].resting.events)
            below = join(_missing(made.missing_quotes(id_), links), event_section(own, made, links))
        body = join(heading(words(source_name(source))), about, read, below)
        yield f"sources/{part.file}", page(made, source_name(source), body, links=links, current="sources")


def _pager(part: SourcePart, parts: Sequence[SourcePart]) -> Markup:
    """Steps to other parts; nothing where there is one."""
    if len(parts) < 2:
        return NOTHING
    last = len(parts) - 1
    steps = (("First", 0), ("Previous", part.number - 1), ("Next", part.number + 1), ("Last", last))
    links = [element("a", name, href=parts[to].file) for name, to in steps if 0 <= to <= last and to != part.number]
    told = f"Part {part.number + 1:,} of {len(parts):,} "
    return element("nav", told, *links, class_="pager", aria_label="Parts of the source")


def _about(source: Source, made: Publication) -> Markup:
    told = _facts(source, made.sources.entries[source.id].state, made)
    return element(
        "dl", *(element("div", element("dt", name), element("dd", each)) for name, each in told), class_="facts"
    )


def _part(part: SourcePart, source: Source, made: Publication, links: SiteLinks) -> Markup:
    """The text, or the passages, of one part."""
    text = made.workspace.texts.get(source.id)
    if part.span is None or text is None:
        return _passages(part.quotes, source, made, links)
    return element("section", element("h2", "Text"), _text(text, part, source, links), class_="text")


def _facts(source: Source, state: TextState, made: Publication) -> Iterator[tuple[str, Content]]:
    published = shown_date(source.published)
    yield "Kind", source.kind.replace("-", " ")
    for name, text in (
        ("Outlet", shown_text(source.outlet)),
        ("Author", shown_text(source.author)),
        ("Published", published.words() if published else None),
        ("Accessed", source.accessed.words() if source.accessed else None),
        ("Language", source.language),
        ("Repeats", source.origin),
        ("Rights", source.rights),
    ):
        if text:
            yield name, words(text)
    if source.url:
        yield "Address", element("a", words(source.url), href=source.url, rel="noreferrer noopener")
    reason = source.reliability.reason if source.reliability else None
    yield "Reliability", join(reliability_line(source), words(reason) if reason else None, by=": ")
    digest = made.hashes.of(f"texts/{source.id}")
    yield "Text", join(state.value, join("SHA-256 ", element("code", digest)) if digest else None, by=", ")


def _passages(quotes: Sequence[QuoteAt], source: Source, made: Publication, links: SiteLinks) -> Markup:
    """The sentences that are quoted, in the order of the text, with the quoted words marked."""
    if not quotes:
        return NOTHING
    told = "The sentences of the stored text that claims quote, in its order. The rest of it is not published."
    items = []
    for _, same in groupby(quotes, key=lambda each: each.spans):
        together = list(same)
        ids = [element("span", id=quote_anchor(each.key), class_="anchor") for each in together]
        said = quote_in_sentence(
            together[0].found.quote.exact, sentence_of(together[0].found, made.workspace.texts), links
        )
        of = [_quoted_by(each, made, links) for each in together]
        lit = element("div", *ids, said, element("ul", *of, class_="rows"), lang=source.language)
        items.append(element("li", lit))
    total = sum(len(part.quotes) for part in made.source_parts[source.id])
    number = f"{total:,}" if len(quotes) == total else f"{len(quotes):,} of {total:,}"
    head = element("h2", "Quoted passages ", element("span", number, class_="dl-count"))
    return element("section", head, element("p", told, class_="dl-muted"), element("ol", *items, class_="passages"))


def _quoted_by(quote: QuoteAt, made: Publication, links: SiteLinks) -> Markup:
    """The claim that quotes it, with its mark and event."""
    event = made.workspace.events[quote.event]
    mark = evidence_mark(mark_of_claims(event, [quote.claim], made.table).word)
    claim = element("span", words(event.claims[quote.claim].text))
    return element(
        "li", element("span", mark), claim, element("span", links.event(event.id, words(event.title))), lang="en"
    )


def _missing(quotes: Sequence[QuoteAt], links: SiteLinks) -> Markup:
    """Quotes that are not in the text, or there more than once."""
    if not quotes:
        return NOTHING
    items = []
    for each in quotes:
        anchor = element("span", id=quote_anchor(each.key), class_="anchor")
        event = links.event(each.event, words(links.title_of(each.event)))
        mark = evidence_mark(Verdict.NOT_FOUND.value)
        items.append(element("li", anchor, mark, " “", words(each.found.quote.exact), "” ", event))
    return element("section", element("h2", "Quotes not found"), element("ul", *items, class_="missing"))


def _text(text: str, part: SourcePart, source: Source, links: SiteLinks) -> Markup:
    """The part of the text, each quoted stretch leading to its event."""
    by_key = {each.key: each for each in part.quotes}
    marks = [TextMark(*span, each.key, MarkKind.QUOTE) for each in part.quotes for span in each.spans]
    shown = [
        element("p", *(_piece(piece, by_key, links) for piece in paragraph.pieces), dir="auto", lang=source.language)
        for paragraph in paragraphs_of(text, marks, part.span or (0, len(text)))
    ]
    return element("div", *shown)


def _piece(piece: TextPiece, quotes: dict[str, QuoteAt], links: SiteLinks) -> Markup:
    told = join(piece.text.replace("\n", " "))
    ids = [element("span", id=quote_anchor(each.key), class_="anchor") for each in piece.begins]
    if not piece.marks:
        return told
    inner = quotes[piece.marks[0].key]
    begins = evidence_mark(inner.verdict.value) if piece.begins else None
    title = f"{links.title_of(inner.event)} ({inner.verdict})"
    link = element("a", told, href=links.address("events", inner.event), class_="dl-exact", title=title)
    return join(*ids, begins, link)
