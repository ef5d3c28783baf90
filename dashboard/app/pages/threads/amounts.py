"""A thread's amounts as a table that adds up: promised and delivered, as reported and as assessed, side by side."""

from collections.abc import Sequence
from typing import Final

from dashboard.app.pages.threads.disputes import claim_sources
from dashboard.app.parts import event_of_thread, recorded_mark
from dashboard.app.shell import PageContext
from dashboard.query.disagreements import Kind, Ledger, LedgerLine, Left, Side, Total, other_amount
from dashboard.query.reading import Mode
from dashboard.query.wording import amount_words, count_words, without_hyphens
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words

SIDES: Final = (Mode.REPORTED, Mode.ASSESSED)
IN_SIGHT: Final = 12
"""So many other figures stand in the table; more are behind a press."""
MOST: Final = 200
"""So many lines of a kind are listed."""
_WHY: Final[dict[Left, str]] = {
    "part": "counted in the whole",
    "repeat": "said before: counted once",
    "circle": "part of itself: not added",
    "quote not found": "its quote is not found: not added",
    "questioned": "a check objects to it: not added",
    "not quoted": "not quoted: not added",
    "level": "the promise is not quoted: not added",
    "range": "a range: not added",
    "words": "in words alone: not added",
}


def thread_amounts(ledger: Ledger, thread: str, page: PageContext) -> Markup:
    """Promises and deliveries with their sums; then other figures, which are never added."""
    head = element("h2", "Amounts")
    if not ledger.lines:
        return element("section", head, element("p", "No event here gives an amount.", class_="dl-muted"))
    promised, delivered = (_rows(ledger.of(kind), thread, ledger, page) for kind in ("promised", "delivered"))
    body = join_all(
        [*promised, _sum("Promised", "promised", ledger), *delivered, _sum("Delivered", "delivered", ledger)]
    )
    return element("section", head, _table(body), _others(ledger, thread, page))


def _table(body: Markup) -> Markup:
    sides = [element("th", mode.value.capitalize(), scope="col") for mode in SIDES]
    columns = element("tr", element("td"), *sides)
    return element("table", element("thead", columns), element("tbody", body), class_="dl-amounts")


def _others(ledger: Ledger, thread: str, page: PageContext) -> Markup:
    lines = ledger.of("other")
    if not lines:
        return NOTHING
    rows = _rows(lines, thread, ledger, page)
    note = "Neither promised nor delivered: not added"
    head = element("h3", "Other figures ", element("span", note, class_="dl-muted"))
    return join(head, _table(join_all(rows[:IN_SIGHT])), _more(rows[IN_SIGHT:], len(lines) - IN_SIGHT))


def _rows(lines: Sequence[LedgerLine], thread: str, ledger: Ledger, page: PageContext) -> list[Markup]:
    """The rows of lines; of very many the first, and one that says how many more there are: they are in the sums."""
    rows = [_row(line, thread, ledger, page) for line in lines[:MOST]]
    if (left := len(lines) - MOST) > 0:
        rows.append(element("tr", element("th", f"{left:,} more, not listed here", scope="row"), *[element("td")] * 2))
    return rows


def _more(rows: Sequence[Markup], number: int) -> Markup:
    if not rows:
        return NOTHING
    summary = element("summary", count_words(number, "more figure"))
    return element("details", summary, _table(join_all(rows)), id="thread-figures")


def _row(line: LedgerLine, thread: str, ledger: Ledger, page: PageContext) -> Markup:
    link = event_of_thread(line.event.id, without_hyphens(line.key).capitalize(), thread, page.mode)
    purpose = element("small", words(line.purpose)) if line.purpose else None
    label = element("th", element("div", link), purpose, _disputed_by(line, page), scope="row")
    is_part = line.reported.part_of in {each.reference for each in ledger.lines}
    cells = [_cell(mode, line, page) for mode in SIDES]
    return element("tr", label, *cells, class_="dl-part-of" if is_part else None)


def _disputed_by(line: LedgerLine, page: PageContext) -> Markup:
    """A line that names the sources of the claims that dispute the amount; nothing if none do."""
    names: list[str] = []
    for reference in line.disputed_by:
        event, _, key = reference.partition("/")
        found = page.workspace.events.get(event)
        names += claim_sources(found.claims[key], page) if found and key in found.claims else []
    by = join(" by ", words(", ".join(dict.fromkeys(names)))) if names else None
    return element("small", element("b", "disputed"), by) if line.disputed_by else NOTHING


def _cell(mode: Mode, line: LedgerLine, page: PageContext) -> Markup:
    side = line.side(mode)
    if side.quantity is None and side.words is None:
        return element("td", element("span", "not given", class_="dl-muted"))
    mark = recorded_mark(line.event, line.event.amounts[line.key], page, mode)
    number = element("span", amount_words(side.quantity)) if side.quantity else None
    in_words = words(f"“{side.words}”", class_="dl-muted" if number else None) if side.words else None
    value = element("div", mark, " ", join(number, in_words, by=" "))
    notes = [_part(side, line, page), _WHY[side.left] if side.left and side.left != "part" else None]
    small = join(*notes, by=". ")
    return element("td", value, element("small", small) if small.html else None)


def _part(side: Side, line: LedgerLine, page: PageContext) -> Markup | None:
    """What it is a part of; or that it is none, where the other side says that it is."""
    if side.part_of is not None:
        counted = ", counted in it" if side.left == "part" else ""
        return join("part of ", words(other_amount(line.event, side.part_of, page.workspace.events)), counted)
    if side is line.assessed and line.reported.part_of is not None:
        return join("not part of ", words(other_amount(line.event, line.reported.part_of, page.workspace.events)))
    return None


def _sum(name: str, kind: Kind, ledger: Ledger) -> Markup:
    cells = [_totals(ledger.totals(kind, mode), ledger.of(kind), mode) for mode in SIDES]
    return element("tr", element("th", name, scope="row"), *cells, class_="dl-total")


def _totals(totals: tuple[Total, ...], lines: tuple[LedgerLine, ...], mode: Mode) -> Markup:
    """One a currency or thing counted, each with how many values it is of, and what is in it already."""
    if not totals:
        return element("td", element("span", "none known", class_="dl-muted"))
    sums = [
        join(element("b", amount_words(each.quantity)), element("small", _of(each, lines, mode))) for each in totals
    ]
    return element("td", join_all(element("div", each) for each in sums))


def _of(total: Total, lines: tuple[LedgerLine, ...], mode: Mode) -> str:
    """`sum of 2`, `drones counted once`."""
    within = [line.key for line in lines if line.side(mode).left in ("part", "repeat") and _is_of(line, mode, total)]
    once = without_hyphens(within[0]) if len(within) == 1 else f"{len(within):,} others"
    parts = [f"sum of {total.added:,}" if total.added > 1 else "", f"{once} counted once" if within else ""]
    return ", ".join(filter(None, parts))


def _is_of(line: LedgerLine, mode: Mode, total: Total) -> bool:
    quantity, of = line.side(mode).quantity, total.quantity
    return quantity is not None and (quantity.currency, quantity.unit) == (of.currency, of.unit)
