"""`dateline inbox fetch`: the feeds that the team lists are fetched, because somebody asked for it."""

import sys
from pathlib import Path

import click

from dashboard.cli.finding import workspace_option, workspace_root
from dashboard.cli.inbox.found import complete_items, entry_named
from dashboard.cli.reports import problem_lines
from dashboard.cli.terminal import printable, say, say_lines
from dashboard.errors import DatelineError
from dashboard.exchange.inbox import FeedOutcome, fetch_article, fetch_feeds
from dashboard.model.spelling import nearest
from dashboard.query.wording import count_words
from dashboard.store.inbox import FEEDS, read_feeds


class NoSuchFeed(DatelineError):
    """A feed that the list does not have."""


@click.command(short_help="Fetch the feeds in inbox/feeds.yaml.")
@click.argument("feeds", nargs=-1, metavar="[FEED]...")
@click.option("--allow-private", is_flag=True, help="Fetch also from this machine and from private networks.")
@workspace_option
def fetch(feeds: tuple[str, ...], *, allow_private: bool, workspace: Path | None) -> int:
    """Fetch the feeds in `inbox/feeds.yaml`, or those named, and take their new entries into the inbox.

    The list has an entry for each feed, RSS or Atom:

    \b
      port-news:
        address: "https://www.example.org/news.xml"
        outlet: Port News

    An entry may also have `language`, `kind`, `reliability` and `note`, as a source has, and `articles: true`: then the
    page of each entry is fetched too. Of a feed, the newest 200 entries are read. Each fetch is bounded as in
    `dateline source add`. Dateline fetches feeds only when you run this command, press the button on the page Inbox,
    or start `dateline serve --fetch-feeds`.

    Exit code: 0, 1 if a feed could not be read, 2 if none could.
    """
    root = workspace_root(workspace)
    listed = read_feeds(root)
    for problem in listed.problems:
        say_lines(problem_lines(problem))
    if not listed.feeds:
        if listed.problems:
            return 2
        raise NoSuchFeed(f"No feeds are listed. Write them into {FEEDS}: `dateline inbox fetch --help` shows how.")
    for name in feeds:
        if name not in listed.feeds:
            hint = nearest(name, listed.feeds) or f"It has {', '.join(listed.feeds)}."
            raise NoSuchFeed(f"{FEEDS} has no feed {name}. {hint[:1].upper()}{hint[1:]}")
    chosen = [feed for id_, feed in listed.feeds.items() if not feeds or id_ in feeds]
    outcomes = fetch_feeds(root, chosen, allow_private=allow_private, tell=_tell)
    bad = sum(bool(each.refused) for each in outcomes)
    new = sum(each.new for each in outcomes)
    say(f"{count_words(new, 'new item')} from {count_words(len(outcomes), 'feed')}. Next: dateline inbox")
    return 2 if bad == len(outcomes) else 1 if bad or listed.problems else 0


def _tell(outcome: FeedOutcome) -> None:
    if outcome.refused:
        sys.stderr.write(f"dateline: {outcome.feed}: {printable(outcome.refused)}\n")
        sys.stderr.flush()
        return
    say(f"{outcome.feed}: {outcome_words(outcome)}")
    for remark in outcome.remarks:
        say(printable(f"  {remark}"))


def outcome_words(outcome: FeedOutcome) -> str:
    """`3 new, 12 known, 40 older entries not read`."""
    if outcome.is_unchanged:
        return "unchanged since it was read"
    words = [f"{outcome.new:,} new", f"{outcome.known:,} known"]
    words += [f"{outcome.waiting:,} more pages next time"] if outcome.waiting else []
    words += [f"{outcome.left_out:,} older entries not read"] if outcome.left_out else []
    return ", ".join(words)


class NoAddress(DatelineError):
    """An item that has no address to fetch an article from."""


@click.command("fetch-article", short_help="Fetch the page that an item of a feed is about.")
@click.argument("item", metavar="ITEM", shell_complete=complete_items)
@click.option("--allow-private", is_flag=True, help="Fetch also from this machine and from private networks.")
@workspace_option
def fetch_page(item: str, *, allow_private: bool, workspace: Path | None) -> int:
    """Fetch the page at the address of an item: many feeds have only the first lines of an article.

    The whole article becomes an item of its own, and the item with the words of the feed is listed no more.
    """
    root = workspace_root(workspace)
    _, entry = entry_named(root, item)
    if not entry.item.url:
        raise NoAddress(f"The item {entry.id} has no address. Save the article and use `dateline inbox add FILE`.")
    taken = fetch_article(root, entry, allow_private=allow_private)
    say(f"{taken.id}  {'taken into the inbox' if taken.is_new else 'is in the inbox already'}")
    for remark in taken.remarks:
        say(printable(f"  {remark}"))
    return 0
