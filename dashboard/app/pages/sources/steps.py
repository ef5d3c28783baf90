"""The bar above a source: back to the list, a search in the text, steps from quote to quote, a link to copy."""

from dashboard.app.pages.sources.earlier import NOTICE
from dashboard.app.pages.sources.text import SourceText
from dashboard.app.parts import FIND, NEXT, PREVIOUS, button, edit_link, place_link
from dashboard.app.shell import PageContext, read_only
from dashboard.query.sources import Sources
from dashboard.query.texts import MOST_HITS
from dashboard.query.wording import count_words
from dashboard.text.markup import NOTHING, Markup, element, join, words


def source_bar(
    id_: str, sources: Sources, page: PageContext, text: SourceText | None = None, before: Markup = NOTHING
) -> Markup:
    """The bar above a source: the way back and, if a text is held, the search, the earlier words and the quotes."""
    back = place_link("sources", "Sources", mode=page.mode)
    crumbs = element(
        "p", back, element("span", f" {len(sources.entries):,}", class_="dl-count"), element("b", words(id_))
    )
    rest = (
        join(_search(id_, text, page), _before(before), _missing_quote(text), _quotes(id_, text, page))
        if text
        else NOTHING
    )
    add = place_link("add", "Add events", mode=page.mode, source=id_) if text and not read_only() else None
    edit = edit_link("source", id_, mode=page.mode) if id_ in page.workspace.sources else None
    return element("nav", crumbs, rest, add, edit, class_="dl-source-bar", aria_label="Source")


def _before(before: Markup) -> Markup:
    """The words may lie far below what is said of them."""
    return button("reach", NOTICE, "Earlier words", class_="dl-text-button") if before.html else NOTHING


def _missing_quote(text: SourceText) -> Markup:
    asked = text.place.quote
    if not asked or asked in {each.key for each in text.entry.resting.quotes}:
        return NOTHING
    return element("span", "There is no such quote of this source", class_="dl-muted", role="status")


def _search(id_: str, text: SourceText, page: PageContext) -> Markup:
    """A field for words in the text. Enter goes on from hit to hit, with Shift back (`reader.js`)."""
    find = text.place.find
    field = element(
        "input",
        type="search",
        id="dl-find",
        name="find",
        value=find,
        placeholder="Find in this text",
        aria_label="Find in this text",
        autocomplete="off",
        data_asked=find,
        data_key=FIND,
        aria_keyshortcuts=FIND,
    )
    form = element("form", field, element("kbd", FIND), data_press="find", role="search", class_="dl-find")
    return element("span", form, _hits(id_, text, page) if find else None, class_="dl-finding")


def _hits(id_: str, text: SourceText, page: PageContext) -> Markup:
    count, find = len(text.hits), text.place.find
    if not count:
        return element("span", "not found", class_="dl-muted", role="status")
    at = text.hit
    more = " or more" if count == MOST_HITS else ""
    told = f"{count:,}{more} found" if at is None else f"{at + 1:,} of {count:,}{more}"
    before, after = (count - 1, 0) if at is None else ((at - 1) % count, (at + 1) % count)

    def step(label: str, name: str, to: int) -> Markup:
        link = place_link(
            "sources", label, mode=page.mode, class_="dl-step", name=name, source=id_, find=find, hit=str(to + 1)
        )
        return element("span", link, data_hits="before" if to == before and label == "↑" else "after")

    steps = element("span", step("↑", "Previous match", before), step("↓", "Next match", after), class_="dl-steps")
    return join(element("span", told, class_="dl-muted", role="status"), steps)


def _quotes(id_: str, text: SourceText, page: PageContext) -> Markup:
    """`Quote 8 of 18`, the one before and the one after, in the order of the text; the address to be copied."""
    keys = list(text.quotes)
    if not keys:
        return NOTHING
    at = keys.index(text.chosen) if text.chosen else -1
    told = f"Quote {at + 1:,} of {len(keys):,}" if at >= 0 else f"{count_words(len(keys), 'quote')} in the text"
    before, after = keys[at - 1] if at > 0 else None, keys[at + 1] if at + 1 < len(keys) else None
    links = [_step("Previous", PREVIOUS, id_, before, page), _step("Next", NEXT, id_, after, page)]
    named = "quote" if text.chosen else "passage" if text.place.at else ""
    copy = (
        button("copy-link", "", f"Copy link to this {named}", class_="dl-text-button dl-copy-link") if named else None
    )
    return element(
        "span",
        element("span", told, class_="dl-muted"),
        element("span", *links, class_="dl-steps"),
        copy,
        class_="dl-stepping",
    )


def _step(label: str, key: str, id_: str, quote: str | None, page: PageContext) -> Markup:
    content = join(label, " ", element("kbd", key))
    if quote is None:
        return element("span", content, class_="dl-step dl-muted")
    return place_link("sources", content, mode=page.mode, class_="dl-step", key=key, source=id_, quote=quote)
