"""The page of all formats that are imported, `docs/imports.md`, made of what each declares."""

from collections.abc import Iterator
from typing import Final

from dashboard.exchange.imports.formats import CSV, LAYOUTS
from dashboard.exchange.imports.layouts import Layout
from dashboard.exchange.imports.mapping import SPECIAL_FORMATS, ColumnMapping, MappedColumn, MappedColumns
from dashboard.model.record import Record
from dashboard.store.imports import ROW_COLUMNS

IMPORTS_PAGE: Final = "docs/imports.md"
"""Where the page lies in the project."""

_HEAD: Final = """# Import formats

<!-- Made by `dateline schema --write` from the formats themselves. Change `dashboard/exchange/imports/` instead. -->

`dateline import FORMAT FILE…` reads files of published events, plain, compressed (gzip) or in an archive (ZIP), into
`imports/NAME/`, beside the records. Their rows are **unreviewed**: no row is an event of yours, none counts as
quoted, and they are apart in every count.

```
dateline import ucdp GEDEvent_v25_1.csv
dateline import gdelt 20250904153000.export.CSV.zip
dateline import csv incidents.csv --propose > mapping.yaml
dateline import csv incidents.csv --mapping mapping.yaml --into ministry
dateline import records events.geojson
```

A row that cannot be read is left out and told: `imports/NAME/broken.csv` has its file, line and reason. The next
release, imported into the same dataset, tells what is new, changed and vanished. Dates and places are never more
precise than the publisher has them. Tables may be UTF-8, UTF-16 or Windows-1252; JSON is UTF-8.

What is imported can be looked at, asked and made use of:

- Page **Imports** has the datasets, their rows with filters, and each row with every field as it was published. There,
  and by `dateline promote DATASET ROW…`, a row becomes a draft event: the row is its source, every value is assessed
  from outside, and what the row does not say is left out.
- **Imported rows** on Situation shows them as grey squares and bars behind the records. They follow the filters by
  dates, words, countries, types and areas. Words are found in texts as they are typed, whatever their capitals; in
  names of places and actors without accents, too.
- A row says which records it may be about, by day, place, actors and words; **Rows beside this record** sets both
  counts beside each other. Nothing is joined by it.
- `dateline query` has them as the table `imports`.

`kind` tells an event from a report: GDELT, and formats of intelligence platforms, give reports, of which several may
tell of one event.

"""
_RECORDS: Final = """## Whole records

`dateline import records FILE` is another thing: it writes the events of `dateline export geojson` or
`dateline export json-ld`, and the sources, places, actors and threads that they name, into this workspace, each as it
was, field by field. They must pass what every file of a workspace must. A record that is here already is counted; one
that differs is refused and named, and the one that is here stays. Texts of sources are not in such a file: copy
`seeds/ID.txt` yourself. A record may have 64,000,000 characters; the file may have any length.
"""
_MAPPING: Final = """## A mapping file

Any table with a header, and any GeoJSON, can be imported with a file in YAML that says which of their columns each of
ours is. It is read as strictly as records are: a key that is not known, or a word that is none of ours, is told with
its line. `dateline import csv FILE --propose` looks at the header and at the first 5,000 rows and prints such a file,
with what it is not sure of as comments. Where two readings fit every value, 04/09/2025 say, it writes `choose`, and
nothing is imported until somebody has chosen.

```yaml
title: Incidents
publisher: A ministry
licence: CC BY 4.0
decimal: ","
columns:
  row_id: {column: Nr}
  date: {column: Datum, format: "%d.%m.%Y"}
  place: {column: [Ort, Gemeinde]}
  country: {constant: EC}
  latitude: {column: Breite}
  longitude: {column: Länge}
  event_type: {column: Art, words: {Kundgebung: protest, Festnahme: coerce}}
  count_of: {constant: deaths}
  count_best: {column: Tote}
```

Columns of GeoJSON are its properties, nested ones with a dot (`when.day`), and `id`, `geometry.type`,
`geometry.latitude` and `geometry.longitude`.
"""


def imports_page() -> str:
    """The page in Markdown."""
    lines = (*_table(), "", *_losses(), _RECORDS, _MAPPING, *_mapping_fields(), *_columns())
    return "\n".join((_HEAD.rstrip("\n"), "", *lines)).rstrip("\n") + "\n"


def _table() -> Iterator[str]:
    yield "| format | data | publisher, licence |"
    yield "|---|---|---|"
    for layout in LAYOUTS.values():
        yield f"| `{layout.key}` | [{layout.title}]({layout.address}) | {layout.publisher}; {layout.licence} |"
    yield f"| `{CSV}` | any table, with a mapping file | as the mapping file says |"
    yield "| `records` | whole records that Dateline exported | your own |"


def _losses() -> Iterator[str]:
    yield "## What each format leaves out, and how it is read"
    yield ""
    for layout in LAYOUTS.values():
        yield f"### {layout.title}"
        yield ""
        yield from _sentences(layout)
        yield ""


def _sentences(layout: Layout) -> Iterator[str]:
    if layout.warning:
        yield f"**{layout.warning}**"
        yield ""
    for sentence in layout.loses:
        if sentence != layout.warning:
            yield f"- {sentence}"
    whole = "a whole release: rows that the next one lacks have vanished" if layout.is_whole else "a part of the data"
    yield f"- Files are {whole} (`--whole` and `--part` say otherwise)."


def _mapping_fields() -> Iterator[str]:
    yield from _fields("The file", ColumnMapping)
    yield from _fields("Each of `columns`", MappedColumn)
    yield "Formats of dates with a name:"
    yield ""
    yield from (f"- `{name}`: {meaning}" for name, meaning in SPECIAL_FORMATS.items())
    yield ""
    yield from _fields("Our columns", MappedColumns)


def _fields(title: str, model: type[Record]) -> Iterator[str]:
    yield f"| {title} | meaning |"
    yield "|---|---|"
    for name, field in model.model_fields.items():
        must = " (must)" if field.is_required() else ""
        yield f"| `{name}`{must} | {(field.description or '').replace(chr(10), ' ')} |"
    yield ""


def _columns() -> Iterator[str]:
    yield "## The columns of a row"
    yield ""
    yield "| column | type | meaning |"
    yield "|---|---|---|"
    for column in ROW_COLUMNS.values():
        yield f"| `{column.name}` | {column.type} | {column.meaning} |"
