"""The events that are exported: as one mode has them, with what is known of each."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from dashboard.evidence.corroboration import sources_of_claim
from dashboard.exchange.feeds import identity_of
from dashboard.model import vocabularies
from dashboard.model.claim import Speaker
from dashboard.model.dates import EventDate
from dashboard.model.registry import REGISTRIES, Actor, Place
from dashboard.model.source import Source
from dashboard.query.fields import CSV_COLUMNS, EventRow, EventTable
from dashboard.query.origins import sources_of
from dashboard.query.reading import Mode, ResolvedEvent
from dashboard.query.wording import speaker_words
from dashboard.store.git import History, HistoryUnreadable
from dashboard.store.text_file import MAX_BYTES
from dashboard.store.workspace import Workspace

Json = dict[str, Any]
_REGISTRY_FILES: Final = tuple(f"events/registry/{name}.yaml" for name in REGISTRIES)

COUNTS: Final = frozenset(
    {
        *("claims_quote_found", "claims_questioned", "claims_quote_not_found", "claims_not_checkable"),
        *("origins", "errors", "warnings"),
    }
)
"""Columns of the CSV that are numbers."""
LISTS: Final = frozenset(
    {
        *("threads", "thread_ids", "modes", "contexts", "actors", "actors_reported", "actors_assessed", "actor_ids"),
        *("amounts_reported", "amounts_assessed", "amounts_in_words", "also_reported", "source_ids"),
    }
)
"""Columns of the CSV that have any number of values."""


@dataclass(frozen=True)
class ExportedEvents:
    """The events that somebody asked for, in order, and the table that they are read from."""

    readings: Sequence[ResolvedEvent]
    table: EventTable
    made: datetime
    """The moment of the export, in UTC: the same events of the same moment give the same bytes."""

    @cached_property
    def rows(self) -> tuple[EventRow, ...]:
        """The events with what is known of them."""
        return tuple(EventRow(reading, self.table) for reading in self.readings)

    @property
    def workspace(self) -> Workspace:
        """All records."""
        return self.table.workspace

    @property
    def title(self) -> str:
        """The title of the workspace; empty without one: the name of its folder is this machine's."""
        about = self.workspace.about
        return about.title.strip() if about else ""

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The described sources that the events rest on, by id."""
        named = {id_ for row in self.rows for id_ in sources_of(row.event)}
        return tuple(self.workspace.sources[id_] for id_ in sorted(named & self.workspace.sources.keys()))

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        """The registered actors who take part, by id."""
        named = {part.actor for row in self.rows for part in row.actors}
        return tuple(self.workspace.actors[id_] for id_ in sorted(named & self.workspace.actors.keys()))

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The places where the events happened, by id."""
        found = {place.id: place for row in self.rows if (place := row.reading.place.value)}
        return tuple(found[id_] for id_ in sorted(found))

    @cached_property
    def identity(self) -> str:
        """What tells this workspace from others, for hashing: it may name folders of this machine."""
        return identity_of(self.workspace.root)

    def commit_times(self, row: EventRow) -> tuple[datetime, datetime]:
        """When the file of an event was first and last committed, in UTC; `made`, where no commit has it so."""
        return self.commit_times_of(self.workspace.files[row.event.id])

    def commit_times_of(self, file: str) -> tuple[datetime, datetime]:
        """When any file of the workspace was first and last committed."""
        return self._commits.get(file, (self.made, self.made))

    @cached_property
    def _commits(self) -> Mapping[str, tuple[datetime, datetime]]:
        try:
            history = History(self.workspace.root)
            head = history.head()
            by_file = history.commits_by_file("", head) if head else {}
            changed = self._changed_since(history, head, by_file) if head else frozenset()
        except HistoryUnreadable:
            return {}
        times = {file: [each.committed.astimezone(UTC) for each in commits] for file, commits in by_file.items()}
        return {  # the clocks of those who commit differ
            file: (min(each), max(*each, self.made) if file in changed else max(each)) for file, each in times.items()
        }

    def _changed_since(self, history: History, head: str, committed: Container[str]) -> frozenset[str]:
        """The files that are not as the last commit has them: a reader of the same moment would pass over them."""
        files = {*(self.workspace.files[row.event.id] for row in self.rows), *_REGISTRY_FILES}
        with history.reading() as read_at:
            return frozenset(
                file
                for file in sorted(files)
                if file in committed
                and _with_line_feeds(read_at(head, file, MAX_BYTES)) != _content_of(self.workspace.root / file)
            )


def _content_of(path: Path) -> bytes | None:
    """The bytes of a file, lines ended by line feeds; None where it cannot be read."""
    try:
        return _with_line_feeds(path.read_bytes())
    except OSError:
        return None


def _with_line_feeds(content: bytes | None) -> bytes | None:
    """The content with the ends of lines that git keeps: a working copy may have others on Windows."""
    return content.replace(b"\r\n", b"\n") if content else content


def values_of(row: EventRow) -> Json:
    """The columns of the CSV with their types: lists as lists, counts as numbers, all else as text or nothing."""
    return {name: _value(name, value(row)) for name, value in CSV_COLUMNS.items()}


def _value(name: str, given: object) -> object:
    if isinstance(given, list | tuple):
        texts = [str(each) for each in given]
        return texts if name in LISTS else "; ".join(texts) or None
    return given if name in COUNTS or given is None else str(given) or None


def stands(row: EventRow) -> bool:
    """Whether an event is not retracted: in some formats nothing would say that it is."""
    return row.event.review.status != "retracted"


def date_to_draw(row: EventRow) -> tuple[EventDate, date] | None:
    """The date of an event and its first day, for formats that draw days; None if it is retracted or has none."""
    when = row.reading.date.value
    return (when, when.earliest) if when is not None and when.earliest is not None and stands(row) else None


def first_and_last_day(row: EventRow) -> tuple[str | None, str | None]:
    """The first and the last day that the event's date allows, as `YYYY-MM-DD`; nothing where that is open."""
    when = row.reading.date.value
    if when is None:
        return None, None
    first, last = when.earliest, when.latest
    return first.isoformat() if first else None, last.isoformat() if last else None


def named_sources(row: EventRow) -> list[str]:
    """Ids of the sources that an event rests on, sorted; as reported, without those of assessed values alone."""
    if row.table.mode is Mode.ASSESSED:
        return sorted(sources_of(row.event))
    return sorted({id_ for claim in row.event.claims.values() for id_ in sources_of_claim(claim)})


def carried_words(row: EventRow) -> str:
    """How date and place are carried, for formats without a field for it: `Date: external. Place: quoted.`

    Behind it, what makes of an event something else than what happened: `Reality: negation (it is said not to …).`
    """
    carried = f"Date: {row.reading.date.carried.value}. Place: {row.reading.place.carried.value}."
    reality = row.event.what.reality
    meaning = vocabularies.MEANINGS["reality"][reality]
    return carried if reality == "actual" else f"{carried} Reality: {reality} ({meaning})."


def claims_of(row: EventRow) -> Iterator[Json]:
    """Every claim of an event: its words, who says it, its verdict, and its quotes with their places in the texts."""
    for key, claim in row.event.claims.items():
        found = row.table.evidence.of(row.event.id, key)
        yield {
            "key": key,
            "text": claim.text,
            "kind": claim.kind,
            "by": [_name(row, each) for each in claim.speakers],
            "quoted_by": _name(row, claim.quoter) if claim.quoter else None,
            "verdict": found.verdict.value,
            "quotes": [
                {
                    "source": each.quote.source,
                    "exact": each.quote.exact,
                    "spans": [list(span) for span in each.finding.spans] if each.finding else [],
                }
                for each in found.quotes
            ],
            "sources": list(claim.sources),
        }


def claim_words(row: EventRow, key: str, verdict: str) -> str:
    """A claim in a line: `The base reopens (statement by Daniel Noboa, quote found)`. What is said is no fact."""
    claim = row.event.claims[key]
    kind = "" if claim.kind == "fact" else claim.kind
    voices = speaker_words(claim, row.workspace.actor_name)
    by = f"by {voices}" if claim.speakers else voices
    about = ", ".join(filter(None, (" ".join(filter(None, (kind, by))), verdict)))
    return f"{claim.text} ({about})"


def _name(row: EventRow, speaker: Speaker) -> str | None:
    return row.workspace.actor_name(speaker.actor) if speaker.actor else speaker.words
