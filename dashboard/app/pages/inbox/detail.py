"""One item of the inbox: what is known of it, whom and where it names, its text, and what can become of it."""

from collections.abc import Sequence
from typing import Final

from dashboard.app.pages.inbox.list import EVERY, day_of, news_of, outlet_of
from dashboard.app.parts import address, button, place_link
from dashboard.app.shell import PageContext
from dashboard.exchange.inbox import InboxEntry, InboxOverview, ItemOverview
from dashboard.text.markup import NOTHING, Content, Markup, element, join, join_all, words

MOST_SHOWN: Final = 6_000
"""Characters of a text that stand on the page; all of it is read where events are made of it."""
MOST_NAMES: Final = 12
MOST_SOURCES: Final = 500
"""So many sources are offered while one types; any other can be typed."""


def item_detail(
    overview: InboxOverview,
    item: ItemOverview,
    page: PageContext,
    sources: Sequence[str],
    *,
    every: bool,
    may_write: bool,
) -> Markup:
    """The item. `sources` are those that it may be the same as."""
    entry = item.entry
    heading = element("h2", words(entry.title))
    acts = _actions(item, sources) if may_write else NOTHING
    facts = element("table", element("tbody", *_facts(overview, item, page)), class_="dl-source-facts")
    return element(
        "article",
        _steps(overview, item, page, every=every),
        heading,
        acts,
        facts,
        _text(entry),
        class_="dl-inbox-item",
        aria_label="Item",
    )


def _steps(overview: InboxOverview, item: ItemOverview, page: PageContext, *, every: bool) -> Markup:
    """To the item before and behind this one; the keys stand on them."""
    ids = [each.entry.id for each in overview.items]
    place = ids.index(item.entry.id)
    links = []
    for label, to, key in (("Previous", place - 1, "k"), ("Next", place + 1, "j")):
        if 0 <= to < len(ids):
            listed = EVERY if every else None
            told = join(label, " ", element("kbd", key.upper()))
            links.append(place_link("inbox", told, mode=page.mode, key=key, name=label, item=ids[to], list=listed))
    count = element("span", f"{place + 1:,} of {len(ids):,}", class_="dl-muted")
    return element("p", count, *links, class_="dl-inbox-steps")


def _actions(item: ItemOverview, sources: Sequence[str]) -> Markup:
    """What can become of the item, with its keys; of a decided one, that it is opened again."""
    entry, id_ = item.entry, item.entry.id
    if not entry.item.is_open:
        return element(
            "div", element("p", _decision(entry)), button("inbox-reopen", id_, "Open again"), class_="dl-inbox-acts"
        )
    read = _key_button("inbox-accept", id_, "Read and mark", "r", "dl-save")
    likely = (item.stored_as, *item.like_sources, *item.analysis.overlaps)
    options = join_all(element("option", value=each) for each in _offers(sources, likely))
    same = _form(
        "inbox-same-as", id_, "Same as", "s", "Source", next(filter(None, likely), ""), offers="dl-inbox-sources"
    )
    article = NOTHING
    if entry.item.url and entry.item.feed:
        article = _key_button("inbox-article", id_, "Get the article", "g", "dl-text-button")
    return element(
        "div",
        read,
        _form("inbox-set-aside", id_, "Set aside", "x", "Reason", ""),
        same,
        element("datalist", options, id="dl-inbox-sources"),
        article,
        class_="dl-inbox-acts",
    )


def _key_button(press: str, id_: str, label: str, key: str, class_: str) -> Markup:
    """A button that a key presses, which stands on it."""
    told = join(label, " ", element("kbd", key.upper()))
    attributes = {"data_press": press, "data_value": id_, "data_key": key, "aria_keyshortcuts": key}
    return element("button", told, type="button", class_=class_, **attributes)


def _offers(sources: Sequence[str], likely: Sequence[str]) -> list[str]:
    return list(dict.fromkeys([*filter(None, likely), *sources]))[:MOST_SOURCES]


def _form(press: str, id_: str, label: str, key: str, asked: str, value: str, offers: str | None = None) -> Markup:
    """One field and its button: the key leads into the field, Enter sends it."""
    field = element(
        "input",
        type="text",
        aria_label=f"{label}: {asked.lower()}",
        value=value or None,
        data_key=key,
        aria_keyshortcuts=key,
        list=offers,
        maxlength="1000",
        autocomplete="off",
    )
    hidden = element("input", type="hidden", value=id_)
    send = element("button", label, " ", element("kbd", key.upper()), type="submit", class_="dl-text-button")
    labelled = element("label", element("span", asked, class_="dl-muted"), field)
    return element("form", hidden, labelled, send, data_press=press)


def _decision(entry: InboxEntry) -> Markup:
    item = entry.item
    if item.source or item.same_as:
        told = "It became the source " if item.source else "The same as the source "
        return join(told, element("code", words(item.source or item.same_as or "")), ".")
    if item.set_aside:
        return join("Set aside: ", words(item.set_aside))
    return join("The whole article is ", element("code", item.article), ".")


def _facts(overview: InboxOverview, item: ItemOverview, page: PageContext) -> list[Markup]:
    entry, found = item.entry, item.analysis
    record = entry.item
    url = record.url
    link = element("a", words(url), href=url, target="_blank", rel="noreferrer") if url else None
    return [
        _fact("Outlet", words(outlet_of(entry)) if outlet_of(entry) else None),
        _fact("Date", words(day_of(entry)) if day_of(entry) else None),
        _fact("Author", words(record.author) if record.author else None),
        _fact("Address", link),
        _fact(
            "File", join_all((element("code", words(file)) for file in entry.files), by=" ") if entry.files else None
        ),
        _fact("Length", f"{len(entry.text):,} characters"),
        _fact("New", news_of(item) if record.is_open else f"{item.new_percent} %"),
        _fact("Nearly the same", _same_text(overview, item, page)),
        _fact(
            "Threads",
            _name_list(
                [
                    place_link(
                        "threads", words(page.workspace.thread_title(each.thread)), mode=page.mode, thread=each.thread
                    )
                    for each in found.threads
                ]
            ),
        ),
        _fact(
            "Actors",
            _name_list(
                [place_link("actors", words(page.actor_name(id_)), mode=page.mode, actor=id_) for id_ in found.actors]
            ),
        ),
        _fact("Places", _name_list([_place(id_, page) for id_ in found.places])),
    ]


def _fact(label: str, value: Content) -> Markup:
    if value is None or (isinstance(value, Markup) and not value.html):
        return NOTHING
    return element("tr", element("th", label, scope="row"), element("td", value))


def _same_text(overview: InboxOverview, item: ItemOverview, page: PageContext) -> Markup:
    """Sources with nearly the same text, with their origin, and other items that repeat it."""
    sources = [
        place_link("sources", words(page.workspace.source_name(id_)), mode=page.mode, source=id_)
        for id_ in item.like_sources
    ]
    origin = f" (origin: {', '.join(item.origins)})" if item.origins else ""
    others = {each.entry.id: each.entry for each in overview.items}
    copies = _name_list(
        [
            place_link("inbox", words(outlet_of(others[id_]) or others[id_].title), mode=page.mode, item=id_)
            for id_ in item.copies
            if id_ in others
        ]
    )
    told = [join(join_all(sources, by=", "), words(origin))] if sources else []
    return join_all([*told, copies], by="; ")


def _name_list(links: list[Markup]) -> Markup:
    more = len(links) - MOST_NAMES
    return join_all([*links[:MOST_NAMES], f"and {more:,} more" if more > 0 else ""], by=", ")


def _place(id_: str, page: PageContext) -> Markup:
    """A place leads to the events that have its name in them."""
    name = page.place_name(id_)
    href = address("events", mode=page.mode, words=name)
    return element("a", words(name), href=href, data_press="words", data_value=name)


def _text(entry: InboxEntry) -> Markup:
    shown = entry.text[:MOST_SHOWN]
    paragraphs = [line for line in shown.split("\n") if line.strip()]
    more = len(entry.text) - len(shown)
    rest = element("p", f"… {more:,} more characters", class_="dl-muted") if more > 0 else NOTHING
    language = entry.item.language
    return element(
        "div", join_all(element("p", words(each)) for each in paragraphs), rest, class_="dl-inbox-text", lang=language
    )
