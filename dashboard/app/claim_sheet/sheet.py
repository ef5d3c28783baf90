"""The sheet as HTML."""

from collections.abc import Iterator

from dashboard.app.parts import PageLinks, event_link, place_link
from dashboard.app.shell import PageContext
from dashboard.model.event import Event
from dashboard.query.card import CardClaim, CardSource, ClaimSheet, SheetValue
from dashboard.query.reading import Mode
from dashboard.query.wording import source_date
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words
from dashboard.views.card import evidence_mark, quote_in_sentence, said_by, strength_line, thread_square

_CHANGED = "The text has changed since it was registered, and nobody has accepted the change: its words may be others."
_NOT_HELD = "The text is not held here, so its words cannot be shown."


def sheet_markup(sheet: ClaimSheet, page: PageContext) -> Markup:
    """What is seen in the sheet, from the words to the links that lead further."""
    return join(
        _head(sheet),
        _words(sheet, page),
        *(
            element("p", line, class_=f"dl-meta{' dl-failed' if line != _NOT_HELD else ''}")
            for line in _warnings(sheet)
        ),
        _repeats(sheet, page),
        _opponents(sheet, page),
        _other_side(sheet.value, page),
        _links(sheet, page),
    )


def _head(sheet: ClaimSheet) -> Markup:
    """The value where there is one, else how the claim is carried; then the event."""
    value = sheet.value
    name = words(value.text or "not given") if value else join(sheet.mark.word)
    label = element("span", f"{value.label}: ", class_="dl-muted") if value else None
    how = element("span", f" · {sheet.mark.word}", class_="dl-muted") if value else None
    return element(
        "p", element("span", evidence_mark(sheet.mark.word), " ", aria_hidden="true"), label, element("b", name), how
    )


def _other_side(value: SheetValue | None, page: PageContext) -> Markup:
    """What the other side says where that is something else, and the team's reason."""
    if value is None:
        return NOTHING
    side = "As reported: " if page.mode is Mode.ASSESSED else "The team holds: "
    other = element("p", side, words(value.other.replace("\n", ", ")), class_="dl-meta") if value.other else NOTHING
    note = element("p", "Note: ", words(value.note), class_="dl-meta") if value.note else NOTHING
    said = value.words
    if said is None:
        return join(note, other)
    quote = quote_in_sentence(said.exact, said.sentence, PageLinks(page))
    return join(note, other, quote, element("p", _source_line(said.source, page), class_="dl-meta"))


def _words(sheet: ClaimSheet, page: PageContext) -> Markup:
    """The sentence with the quoted words lit, else the claim; and whose words they are."""
    claim, quote = sheet.claim, sheet.quote
    said = NOTHING
    if quote is not None:
        said = quote_in_sentence(quote.exact, quote.sentence, PageLinks(page))
    elif claim is not None:
        said = element("p", words(claim.text), class_="dl-claimed")
    by = element("p", _source_line(sheet.source, page), class_="dl-meta") if sheet.source else NOTHING
    if not sheet.source:
        by = element("p", "Inferred by the team: no source says so.", class_="dl-meta")
    who = None
    if claim and claim.said and claim.speakers:
        who = element("p", f"{claim.said} by ", said_by(claim.speakers), class_="dl-meta")
    own = element("p", words(claim.text), class_="dl-own") if claim and quote and quote.exact != claim.text else None
    return join(said, by, who, own)


def _warnings(sheet: ClaimSheet) -> Iterator[str]:
    """What keeps the words from being looked up: each in a sentence."""
    quote, source = sheet.quote, sheet.source
    if sheet.is_changed:
        yield _CHANGED
    elif source is not None and not source.is_held:
        yield _NOT_HELD
    if quote is not None and quote.has_failed:
        yield f"{quote.place[:1].upper()}{quote.place[1:]}."


def _source_line(source: CardSource, page: PageContext) -> Markup:
    """The source's name, leading to it or to the words in its text, and its day."""
    name, leads = words(source.name), source.citation
    if source.described is None:
        return join(name, " (not described)")
    linked = place_link("sources", name, mode=page.mode, source=leads.source, quote=leads.quote)
    return join(linked, source_date(source.described), by=", ")


def _opponents(sheet: ClaimSheet, page: PageContext) -> Markup:
    if sheet.claim is None or not sheet.opponents:
        return NOTHING
    lines = [element("li", _opponent(each, page)) for each in sheet.opponents]
    more = sheet.more_opponents
    rest = element("li", f"and {more:,} more", class_="dl-muted") if more else None
    return join(element("h3", "Contradicted by"), element("ul", *lines, rest))


def _opponent(claim: CardClaim, page: PageContext) -> Markup:
    """The words against it, with their mark, and whose they are, leading to them."""
    quote, source = claim.deciding_quote, claim.deciding_source
    text = join("“", words(" ".join(quote.exact.split())), "”") if quote else words(claim.text)
    by = join(" ", element("span", _source_line(source, page), class_="dl-muted")) if source else None
    return join(evidence_mark(claim.mark.word), " ", text, by)


def _repeats(sheet: ClaimSheet, page: PageContext) -> Markup:
    """On how many independent sources the claim rests, and who else has the same report."""
    claim, lines = sheet.claim, []
    if claim is not None and claim.strength is not None:
        lines.append(element("p", "Based on: ", strength_line(claim.strength), class_="dl-meta"))
    if sheet.repeats:
        names = join_all((_source_line(each, page) for each in sheet.repeats), by="; ")
        more = f"; and {sheet.more_repeats:,} more" if sheet.more_repeats else None
        origin = join(" (", words(sheet.origin), ")")
        lines.append(element("p", "The same report", origin, ": ", names, more, class_="dl-meta"))
    return join(*lines)


def _links(sheet: ClaimSheet, page: PageContext) -> Markup:
    source, leads = sheet.source, None
    if source is not None and source.described is not None:
        told = "To the words in the source" if source.citation.quote else "To the source"
        leads = place_link("sources", told, mode=page.mode, source=source.citation.source, quote=source.citation.quote)
    link = event_link(sheet.event, join("Event: ", words(sheet.event_title)), mode=page.mode) if sheet.event else None
    event = page.workspace.events.get(sheet.event) if sheet.event else None
    thread = _thread_line(event, page) if event else None
    return join(thread, element("footer", join(leads, link, by=" ")))


def _thread_line(event: Event, page: PageContext) -> Markup | None:
    """The first thread of the event, after its colour; nothing for an event without one."""
    index = page.thread_index(event)
    if index is None:
        return None
    titles = [thread.title for thread in page.workspace.threads.values()]
    return element("p", thread_square(index), " ", words(titles[index]), class_="dl-meta")
