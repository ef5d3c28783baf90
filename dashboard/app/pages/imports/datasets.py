"""The imported datasets: who published them, under which licence, and what the last import found."""

from collections.abc import Mapping
from typing import Final

from dashboard.app.parts import place_link
from dashboard.app.shell import PageContext
from dashboard.query.imports import DatasetCount, ImportedRows
from dashboard.query.wording import count_words
from dashboard.store.imports import BROKEN_FILE, IMPORTS, Dataset
from dashboard.text.markup import Markup, element, join, join_all, words

_OF_LAST: Final = ("new", "changed", "vanished", "broken")


def datasets_table(rows: ImportedRows, found: Mapping[str, DatasetCount], page: PageContext) -> Markup:
    """A row for each dataset; `found` has how many of its rows match the filters."""
    titles = ("Dataset", "Publisher", "Licence", "Imported", "Rows", "Match")
    head = element("tr", *(element("th", title, scope="col", class_=_class(title)) for title in titles))
    body = join_all(_row(dataset, found[dataset.name], page) for dataset in rows.datasets)
    table = element(
        "table", element("thead", head), element("tbody", body), class_="dl-table dl-source-list dl-datasets"
    )
    return element("div", table, class_="dl-scroll", tabindex="0", role="region", aria_label="Datasets")


def _class(title: str) -> str | None:
    return "dl-number" if title in ("Rows", "Match") else None


def _row(dataset: Dataset, count: DatasetCount, page: PageContext) -> Markup:
    link = place_link("imports", words(dataset.title), mode=page.mode, dataset=dataset.name)
    kinds = "reports, not events" if count.reports and count.reports == count.rows else ""
    below = element("small", ", ".join(filter(None, (dataset.name, kinds))))
    cells = (
        ("Publisher", words(dataset.publisher)),
        ("Licence", words(dataset.licence)),
        ("Imported", join(dataset.imported[:10], element("small", _last_import(dataset)))),
        ("Rows", f"{dataset.counts.get('rows', 0):,}"),
        ("Match", f"{count.rows:,}"),
    )
    return element(
        "tr",
        element("th", link, below, scope="row"),
        *(element("td", cell, class_=_class(title), data_label=title) for title, cell in cells),
    )


def _last_import(dataset: Dataset) -> Markup:
    """`120 new, 3 changed, 1 vanished, 2 broken`, of the last import; where broken rows lie."""
    counts = [(name, dataset.counts.get(name, 0)) for name in _OF_LAST]
    told = ", ".join(f"{number:,} {name}" for name, number in counts if number or name == "new")
    broken = dataset.counts.get("broken", 0)
    file = element("code", f"{IMPORTS}/{dataset.name}/{BROKEN_FILE}")
    where = join(
        ": ", count_words(broken, "row"), " that could not be read ", "is" if broken == 1 else "are", " in ", file
    )
    return join(told, where if broken else None)
