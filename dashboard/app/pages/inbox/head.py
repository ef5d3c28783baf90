"""The head of the inbox: how much waits, what cannot be read, and the feeds."""

from typing import TYPE_CHECKING

from dashboard.app.pages.inbox.list import EVERY
from dashboard.app.parts import button, place_link
from dashboard.app.shell import PageContext, state
from dashboard.exchange.inbox import FeedOutcome, InboxOverview
from dashboard.query.wording import count_words
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, with_code, words

if TYPE_CHECKING:
    from dashboard.app.shell import FeedFetching

MOST_PROBLEMS = 20
_GUIDE = "docs-inbox"


def inbox_head(
    overview: InboxOverview, page: PageContext, fetching: "FeedFetching", *, every: bool, may_write: bool
) -> Markup:
    """The heading, the message of the last press, problems, and what the feeds gave."""
    waiting = len(overview.contents.open_entries)
    title = element("h1", f"{count_words(waiting, 'item')} to read" if waiting else "Nothing to read", _help_mark(page))
    message = state.flash_message()
    notice = element("p", words(message), role="status", class_="dl-compose-notice") if message else NOTHING
    head = element(
        "header", title, _decided_line(overview, page, every=every), _feeds(overview, fetching, may_write=may_write)
    )
    return element("div", head, notice, _problems(overview), _hint(overview), class_="dl-inbox-head")


def _help_mark(page: PageContext) -> Markup:
    return place_link("help", None, mode=page.mode, class_="dl-ask", name="How does the inbox work?", about=_GUIDE)


def _decided_line(overview: InboxOverview, page: PageContext, *, every: bool) -> Markup:
    """How many are decided, leading to all items, or back to those that wait."""
    decided = len(overview.contents.entries) - len(overview.contents.open_entries)
    if every:
        return element("p", place_link("inbox", "Show only what waits", mode=page.mode))
    if not decided:
        return NOTHING
    link = place_link("inbox", f"{decided:,} decided", mode=page.mode, list=EVERY)
    return element("p", link)


def _feeds(overview: InboxOverview, fetching: "FeedFetching", *, may_write: bool) -> Markup:
    feeds = overview.contents.feeds.feeds
    if not feeds:
        return NOTHING
    told: list[Markup | str] = [count_words(len(feeds), "feed")]
    if fetching.is_running:
        told.append(" · being fetched …")
    elif fetching.ended is not None:
        new = sum(outcome.new for outcome in fetching.outcomes)
        ended = fetching.ended.astimezone()
        told.append(f" · {count_words(new, 'new item')} at {ended:%H:%M}")
    fetch = button("inbox-feeds", "", "Fetch feeds", class_="dl-text-button") if may_write else NOTHING
    bad = [outcome for outcome in fetching.outcomes if outcome.refused or outcome.remarks]
    failed = element("details", element("summary", f"{len(bad):,} with problems"), _failures(bad)) if bad else NOTHING
    refused = element("span", words(fetching.refused)) if fetching.refused else NOTHING
    return element("div", element("p", *told, " ", fetch), failed, refused, class_="dl-inbox-feeds")


def _failures(bad: list[FeedOutcome]) -> Markup:
    lines = (
        element("li", element("b", outcome.feed), ": ", words(said))
        for outcome in bad
        for said in ([outcome.refused] if outcome.refused else outcome.remarks)
    )
    return element("ul", join_all(lines))


def _problems(overview: InboxOverview) -> Markup:
    problems = overview.contents.problems
    if not problems:
        return NOTHING
    lines = [
        element(
            "li",
            element("code", words(f"{each.file}:{each.line}:{each.column}")),
            " ",
            with_code(each.message),
            ". ",
            element("span", with_code(f"{each.hint[:1].upper()}{each.hint[1:]}."), class_="dl-muted"),
        )
        for each in problems[:MOST_PROBLEMS]
    ]
    more = len(problems) - MOST_PROBLEMS
    rest = element("li", f"and {more:,} more: dateline inbox") if more > 0 else NOTHING
    summary = element("summary", f"{count_words(len(problems), 'problem')} in inbox/")
    return element("details", summary, element("ul", *lines, rest), class_="dl-inbox-problems", open=True)


def _hint(overview: InboxOverview) -> Markup:
    if overview.contents.entries:
        return NOTHING
    how = join(
        "Put documents into ",
        element("code", "inbox/"),
        ", add them here, or list feeds in ",
        element("code", "inbox/feeds.yaml"),
        ".",
    )
    return element("p", how, " Nothing becomes a source until you accept it.", class_="dl-muted")
