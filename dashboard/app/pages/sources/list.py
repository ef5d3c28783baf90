"""The list of sources: what each is, and how much rests on it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dashboard.app.pages.sources.words import STATES, grade_is_known, held_mark, state_mark
from dashboard.app.parts import evidence_link, help_link, page_link, pager, place_link, source_name
from dashboard.app.shell import PageContext
from dashboard.evidence.corroboration import Strength, origin_of, strength_of
from dashboard.evidence.verdicts import Verdict
from dashboard.model.source import DescribedDate, Source, shown_date
from dashboard.query.citations import Citation
from dashboard.query.sources import SourceEntry, Sources, TextState
from dashboard.query.wording import count_words, source_date, without_hyphens
from dashboard.text.markup import NOTHING, Content, Markup, element, join, join_all, words
from dashboard.views.card import evidence_mark, reliability_line, strength_line

ROWS: Final = 200
"""So many stand on the page at once."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source as it is listed."""

    entry: SourceEntry
    name: str
    origin: str
    """Its name, or the source's own id."""
    strength: Strength
    """The strength of all sources that share its origin, itself included."""
    is_counted_by_text: bool = False
    """Whether it counts as one with others only because its text is nearly the same as theirs."""
    dated: Markup = NOTHING
    """The mark of a date that the team holds."""

    @property
    def source(self) -> Source | None:
        """Its description, where there is one."""
        return self.entry.source


@dataclass(frozen=True, slots=True)
class SourceColumn:
    """A column of the list: how it is read and how it is sorted."""

    title: str
    cell: Callable[[SourceRow], Content]
    key: Callable[[SourceRow], Any]
    down: bool = False
    """Whether the first press puts the largest first: numbers, dates."""
    about: str | None = None
    """What Help has on it."""


def source_list(sources: Sources, page: PageContext, *, sort: str | None, part: int, place: str) -> Markup:
    """The whole page. `sort` is a column's key, with a minus for the other way round; `place` as for a source."""
    rows = sorted_rows(rows_of(sources, page), sort)
    total = element("p", _sum(sources)) if rows else None
    leads = element("p", page_link("disagreements", "Where sources differ, and who repeats whom")) if rows else None
    head = element("header", element("h1", count_words(len(rows), "source")), total, leads)
    if not rows:
        add = element("code", "dateline source add FILE")
        told = (
            "A source is a document that events are read from. ",
            add,
            " puts its text and a description into seeds/.",
        )
        return element("section", head, element("p", *told, class_="dl-muted"), class_="dl-sources", data_place=place)
    parts = -(-len(rows) // ROWS)
    at = min(part, parts - 1)
    steps = pager("sources", at, parts, f"{ROWS} sources per page", mode=page.mode, sort=sort)
    table = _table(rows[at * ROWS : (at + 1) * ROWS], page, sort)
    return element("section", head, table, steps, class_="dl-sources", data_place=place)


def rows_of(sources: Sources, page: PageContext) -> list[SourceRow]:
    """Every source, by its name."""
    rows = [_row_of(entry, sources, page) for entry in sources.entries.values()]
    return sorted(rows, key=lambda row: (row.name.casefold(), row.entry.id))


def sorted_rows(rows: Sequence[SourceRow], sort: str | None) -> list[SourceRow]:
    """The rows by the column that `sort` names, else by the first column; equal rows keep their order."""
    key, other_way = _sorting(sort)
    column = COLUMNS[key]
    return sorted(rows, key=column.key, reverse=column.down is not other_way)


def _sorting(sort: str | None) -> tuple[str, bool]:
    """The column, and whether it goes the other way round than at the first press."""
    key = (sort or "").removeprefix("-")
    return (key, sort != key) if key in COLUMNS else (DEFAULT, False)


def _row_of(entry: SourceEntry, sources: Sources, page: PageContext) -> SourceRow:
    origin = origin_of(sources.as_counted[entry.id]) if entry.source else entry.id
    strength = strength_of(sources.by_origin.get(origin, (entry.id,)), page.sources_as_counted)
    by_text = entry.source is not None and sources.as_counted[entry.id].origin != entry.source.origin
    return SourceRow(entry, source_name(page, entry.id), origin, strength, by_text, _date_mark(entry, page))


def _date_mark(entry: SourceEntry, page: PageContext) -> Markup:
    """Leads to who says so, else to the description that tells why; none where the document gives its date."""
    published = entry.source.published if entry.source else None
    held = published.assessed if isinstance(published, DescribedDate) else None
    return evidence_link(held_mark(held), Citation((held.sources or (entry.id,))[0]), page) if held else NOTHING


def _sum(sources: Sources) -> str:
    states = [entry.state for entry in sources.entries.values()]
    held = sum(not STATES[state].startswith("not held") for state in states)
    origins = count_words(len(sources.by_origin), "independent source")
    told = f"{origins}: sources that repeat the same reporting count once"
    return f"{held:,} with full text, {len(states) - held:,} by reference. {told}."


def _table(rows: Sequence[SourceRow], page: PageContext, sort: str | None) -> Markup:
    head = element("tr", join_all(_head(key, column, page, sort) for key, column in COLUMNS.items()))
    body = element("tbody", join_all(_row(row, page) for row in rows))
    table = element("table", element("thead", head), body, class_="dl-table dl-source-list")
    return element("div", table, class_="dl-scroll", tabindex="0", role="region", aria_label="Sources")


def _head(key: str, column: SourceColumn, page: PageContext, sort: str | None) -> Markup:
    """Pressed once it sorts, pressed again it sorts the other way round."""
    sorting, other_way = _sorting(sort)
    current = sorting == key
    rising = column.down is other_way
    arrow = element("span", " ↑" if rising else " ↓", aria_hidden="true") if current else None
    then = f"-{key}" if current and not other_way else key
    link = place_link("sources", join(column.title, arrow), mode=page.mode, sort=then)
    order = ("ascending" if rising else "descending") if current else None
    asked = help_link(column.about, column.title.lower()) if column.about else None
    return element("th", link, asked, scope="col", aria_sort=order, class_="dl-number" if key in NUMBERS else None)


def _row(row: SourceRow, page: PageContext) -> Markup:
    link = place_link("sources", words(row.name), mode=page.mode, source=row.entry.id)
    title = row.source.name if row.source and row.source.name != row.name else row.entry.id
    below = (
        element("small", words(title)) if title != row.name else None
    )  # without a title or outlet, its id is its name
    name = element("th", link, below, scope="row")
    cells = [
        element("td", column.cell(row), class_="dl-number" if key in NUMBERS else None, data_label=column.title)
        for key, column in COLUMNS.items()
        if key != "name"
    ]
    return element("tr", name, *cells)


def _text(row: SourceRow) -> Markup:
    quiet = " dl-muted" if row.entry.state is TextState.NOT_HELD else ""
    return element("span", state_mark(row.entry.state), " ", STATES[row.entry.state], class_=f"dl-signed{quiet}")


def _grade(row: SourceRow) -> Markup:
    graded = row.source is not None and row.source.reliability is not None
    return element("span", reliability_line(row.source), class_="dl-signed" if graded else "dl-signed dl-muted")


def _published_cell(row: SourceRow) -> Content:
    """The date of publication, after its mark if the team gives it and the document does not."""
    if row.source is None:
        return None
    return element("span", row.dated, words(source_date(row.source)), class_="dl-signed")


def _origin(row: SourceRow) -> Content:
    """Its name, or that it is nobody else's; with the strength of all that repeat it, where others do."""
    if row.source is None:
        return strength_line(row.strength)
    shares = row.strength.sources > 1
    if row.is_counted_by_text:
        told = element("span", "nearly the same text as others", class_="dl-muted")
        return join(told, element("small", strength_line(row.strength)))
    name = words(row.origin) if row.source.origin or shares else element("span", "its own", class_="dl-muted")
    return join(name, element("small", strength_line(row.strength)) if shares else None)


def _claims(row: SourceRow) -> Content:
    """All of them; below, how many of them are not found."""
    failed = row.entry.resting.count(Verdict.NOT_FOUND)
    bad = element("small", evidence_mark(Verdict.NOT_FOUND), f" {failed:,} not found") if failed else None
    return join(f"{len(row.entry.resting.claims):,}", bad)


def _grade_key(row: SourceRow) -> tuple[bool, str]:
    """A to E, then what is not known."""
    reliability = row.source.reliability if row.source else None
    return not grade_is_known(row.source), reliability.grade if reliability else "~"


def _date_key(row: SourceRow) -> tuple[bool, Any]:
    date = shown_date(row.source.published) if row.source else None
    return date is not None, date.sort_key if date else ()


COLUMNS: Final[Mapping[str, SourceColumn]] = {
    "name": SourceColumn("Source", lambda row: row.name, lambda row: (row.name.casefold(), row.entry.id)),
    "kind": SourceColumn(
        "Kind",
        lambda row: without_hyphens(row.source.kind) if row.source else "not described",
        lambda row: row.source.kind if row.source else "",
    ),
    "text": SourceColumn("Text", _text, lambda row: list(STATES).index(row.entry.state), about="text-states"),
    "reliability": SourceColumn("Reliability", _grade, _grade_key, about="reliability"),
    "published": SourceColumn("Published", _published_cell, _date_key, down=True),
    "origin": SourceColumn("Origin", _origin, lambda row: (row.strength.sources < 2, row.origin), about="words-origin"),
    "events": SourceColumn(
        "Events",
        lambda row: f"{len(row.entry.resting.events):,}",
        lambda row: len(row.entry.resting.events),
        down=True,
    ),
    "claims": SourceColumn("Claims", _claims, lambda row: len(row.entry.resting.claims), down=True),
}
"""By key in the address."""
NUMBERS: Final = frozenset({"events", "claims"})
DEFAULT: Final = "claims"
