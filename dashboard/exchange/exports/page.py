"""The page of all formats, `docs/exports.md`, made of what each declares."""

from collections.abc import Iterator
from typing import Final

from dashboard.exchange.exports.crosswalk import COLUMNS
from dashboard.exchange.exports.formats import FORMATS, ExportFormat

EXPORTS_PAGE: Final = "docs/exports.md"
"""Where the page lies in the project."""

_HEAD: Final = """# Export formats

<!-- Made by `dateline schema --write` from the formats themselves. Change `dashboard/exchange/exports/` instead. -->

`dateline export FORMAT -o FILE` writes the events of the workspace in a format that other programs read; on the page
Events, **Download** does the same with the events that are shown. Filters are those of the page: what stands behind
`show=` in its address is a value of `--show`.

```
dateline export geojson -o events.geojson
dateline export csv --show thread:us-ecuador-basing --from 2025 > events.csv
dateline export crosswalk-parquet --as reported -o crosswalk
```

The same records give the same bytes at the same moment. Nothing is sent anywhere. Cells that a spreadsheet would run as
a formula begin with an apostrophe; numbers do not.

Formats that keep each record whole (GeoJSON, JSON-LD) have the team's notes and initials in them, and the crosswalk has
the notes of claims: look before you pass them on. Event files that could not be read are in no export. Atom and STIX
give the times of commits; for a file that no commit has as it is, that is the moment of the export.

Date and place say how they are carried, in a field or in words: `quoted` (words of a held text), `external` (a source
whose text is not held), `inferred` (the team's own), `questioned`, `quote not found`, `not checkable` or `unknown`. A
place that is known to a country or a region alone has no point. An event that did not happen, or is still to come, says
so: in the column `reality`, or in words.

"""
_KEEPS: Final = (
    "Lossless for events: it has each record whole, and each source, place, actor and thread that an event names."
)


def exports_page() -> str:
    """The page in Markdown."""
    return "\n".join((_HEAD.rstrip("\n"), "", *_table(), "", *_losses(), *_crosswalk())) + "\n"


def _table() -> Iterator[str]:
    yield "| format | file | for |"
    yield "|---|---|---|"
    for form in FORMATS.values():
        file = f"{form.file}/" if form.is_folder else form.file
        yield f"| `{form.key}` | `{file}` | {form.readers} |"


def _losses() -> Iterator[str]:
    yield "## What each format leaves out"
    yield ""
    for form in FORMATS.values():
        yield f"### {form.title}"
        yield ""
        yield from _sentences(form)
        yield ""


def _sentences(form: ExportFormat) -> Iterator[str]:
    if form.keeps_records:
        yield f"- {_KEEPS}"
    for sentence in form.loses:
        yield f"- {sentence}"


def _crosswalk() -> Iterator[str]:
    yield "## The tables of the crosswalk"
    yield ""
    yield "Offsets (`start`, `end`) count code points of the text in `seeds/`; a quote with words left out has a row"
    yield "for each part."
    yield ""
    yield "| table | columns |"
    yield "|---|---|"
    for name, columns in COLUMNS.items():
        yield f"| `{name}` | {', '.join(f'`{column}`' for column in columns)} |"
