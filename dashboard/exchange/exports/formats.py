"""The formats, each declared once: its name, its file, who reads it, and what it loses."""

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import Final

from dashboard.exchange.exports.exported_events import ExportedEvents
from dashboard.query.fields import EventRow

_HERE: Final = __name__.rpartition(".")[0]


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One format to export events in."""

    key: str
    title: str
    file: str
    """The name that its file has if nobody names it; that of a folder, where there are several files."""
    media_type: str
    readers: str
    """What reads it."""
    loses: tuple[str, ...]
    """What of the workspace is not in it, a sentence each."""
    keeps_records: bool = False
    """Whether the record of each event, and of each source that it names, can be read back from it."""
    is_text: bool = True
    """Whether it can be printed."""
    is_folder: bool = False
    """Whether it is several files."""

    def files(self, events: ExportedEvents) -> Mapping[str, bytes]:
        """The content of each of its files, by name."""
        make: Callable[[ExportedEvents], Mapping[str, bytes] | bytes] = self._module.content
        made = make(events)
        return {self.file: made} if isinstance(made, bytes) else made

    @property
    def download_name(self) -> str:
        """The name of what a reader gets: of its file, or of an archive (ZIP) of its files."""
        return f"{self.key}.zip" if self.is_folder else self.file

    def download(self, events: ExportedEvents) -> bytes:
        """The bytes of the file, or of the archive, that a reader gets."""
        files = self.files(events)
        return _archive(files) if self.is_folder else files[self.file]

    def count(self, events: ExportedEvents) -> int:
        """How many of the events it has a place for."""
        has_place_for: Callable[[EventRow], bool] | None = getattr(self._module, "has_place_for", None)
        return sum(map(has_place_for, events.rows)) if has_place_for else len(events.rows)

    @property
    def _module(self) -> ModuleType:
        return import_module(f"{_HERE}.{self.key.replace('-', '_')}")


def _archive(files: Mapping[str, bytes]) -> bytes:
    """A ZIP archive of files; files that are the same give the same bytes."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in files.items():
            opened.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return archive.getvalue()


_UNDATED: Final = "Events without a date, or without a first day of it (`../2009`), are left out."
_RETRACTED: Final = "Retracted events are left out: nothing in it would say that they are."
_ONE_MODE: Final = "Of a value that is reported in several ways or assessed, it has the one that you chose (`--as`)."
_SPAN: Final = "A date that is not known to the day fills its days; whether the event lasted so long is not told."
_TABLES_LOST: Final = (
    "Actors, amounts, modes, contexts, tags, second places, relations, answers, judgements and suppressed checks are "
    "not in it; of notes, those of claims are."
)
_TEXTS: Final = "The texts of the sources are not in it."
_WORDS_LOST: Final = (
    "Notes, relations, second places, answers, judgements, disputes and suppressed checks are not in it."
)

_ALL: Final = (
    ExportFormat(
        "csv",
        "CSV",
        "events.csv",
        "text/csv",
        "spreadsheets",
        ("One row is one event: claims are counted, and their words and quotes are not in it.", _WORDS_LOST),
    ),
    ExportFormat(
        "geojson",
        "GeoJSON",
        "events.geojson",
        "application/geo+json",
        "QGIS, kepler.gl and other maps (RFC 7946)",
        (_TEXTS,),
        keeps_records=True,
    ),
    ExportFormat(
        "geoparquet",
        "GeoParquet",
        "events.parquet",
        "application/vnd.apache.parquet",
        "DuckDB, GeoPandas and QGIS (version 1.1)",
        ("Claims are counted, and their words and quotes are not in it.", _WORDS_LOST),
        is_text=False,
    ),
    ExportFormat(
        "json-ld",
        "JSON-LD",
        "events.jsonld",
        "application/ld+json",
        "programs for linked data (schema.org, Web Annotation)",
        (_TEXTS,),
        keeps_records=True,
    ),
    ExportFormat(
        "ics",
        "Calendar",
        "events.ics",
        "text/calendar",
        "calendars (RFC 5545)",
        (
            _UNDATED,
            _RETRACTED,
            _SPAN,
            _ONE_MODE,
            "Actors, amounts, types, tags and reviews are not in it.",
            _WORDS_LOST,
        ),
    ),
    ExportFormat(
        "atom",
        "Atom",
        "events.atom",
        "application/atom+xml",
        "feed readers (RFC 4287)",
        (_RETRACTED, _ONE_MODE, "Actors, amounts, types, tags and reviews are not in it.", _WORDS_LOST),
    ),
    ExportFormat(
        "plover",
        "PLOVER",
        "events.plover.jsonl",
        "application/jsonl",
        "programs for political event data (PLOVER 2.0, a JSON object a line)",
        (
            "Events without a first day, a type or an initiator are left out: the format requires these.",
            "Events that did not happen, or are still to come, are left out: a reader would count them.",
            _RETRACTED,
            _ONE_MODE,
            "A date that is not known to the day is its first and its last day.",
            "Amounts, claims, verdicts, tags and reviews are not in it; of quotes, the words of those that are found.",
            _WORDS_LOST,
        ),
    ),
    ExportFormat(
        "stix",
        "STIX",
        "events.stix.json",
        "application/stix+json;version=2.1",
        "OpenCTI, MISP and other platforms (STIX 2.1)",
        (
            "STIX has no political event: each is an object of our own, which its `extension-definition` declares.",
            _ONE_MODE,
            "Amounts and tags are not in it.",
            _WORDS_LOST,
        ),
    ),
    ExportFormat(
        "timelinejs",
        "TimelineJS",
        "events.timeline.json",
        "application/json",
        "TimelineJS by Knight Lab",
        (
            _UNDATED,
            _RETRACTED,
            _ONE_MODE,
            "Whether a date is approximate or uncertain stands only in words.",
            "Whether an event lasted for the whole of its date is not told.",
            "Places, actors, amounts, types, tags and reviews are not in it.",
            _WORDS_LOST,
        ),
    ),
    ExportFormat(
        "crosswalk-csv",
        "Crosswalk, CSV",
        "crosswalk",
        "application/zip",
        "statistics: events, reports, event_report, claims, quotes",
        (_ONE_MODE, _TABLES_LOST, _TEXTS),
        is_text=False,
        is_folder=True,
    ),
    ExportFormat(
        "crosswalk-parquet",
        "Crosswalk, Parquet",
        "crosswalk",
        "application/zip",
        "statistics: the same five tables, with types",
        (_ONE_MODE, _TABLES_LOST, _TEXTS),
        is_text=False,
        is_folder=True,
    ),
)
FORMATS: Final[Mapping[str, ExportFormat]] = {each.key: each for each in _ALL}
"""By the word that a command takes."""
