"""The index of a workspace: what it has to be found, kept current as its files change."""

import threading
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.evidence.sentences import Span
from dashboard.model.event import Event
from dashboard.query.search.entries import EventTexts, NamedEntry, named_entries, passages_of, texts_of_event
from dashboard.query.search.table import SearchTable
from dashboard.store.workspace import Workspace
from dashboard.text.search_form import search_form
from dashboard.text.transliteration import transliterate

MOST_FORGOTTEN: Final = 0.2
"""The index is made anew when a larger share of its rows is passed over."""
_OF_EVENTS: Final = {"title": 10, "names": 6, "claims": 4, "quotes": 2, "notes": 1}
_OF_PASSAGES: Final = {"text": 1}
_OF_NAMES: Final = {"title": 10, "names": 5, "notes": 1}


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a source's text."""

    source: str
    span: Span


class SearchIndex:
    """What can be found in one workspace. Several threads may ask at once, while one updates it."""

    def __init__(self, extra: Sequence[NamedEntry] = ()) -> None:
        """An empty index; `extra` is found beside what a workspace has, as pages are."""
        self.lock = threading.RLock()
        self.workspace: Workspace | None = None
        """The workspace that it has; None while it has none."""
        self._extra = tuple(extra)
        self._words: Mapping[str, int] = {}
        self._begin_anew()

    def update(self, workspace: Workspace) -> None:
        """Let the index have what `workspace` has; only what differs from before is read again."""
        with self.lock:
            tables = (self.events, self.passages, self.names)
            rows = sum(table.forgotten + len(table.things) for table in tables)
            if sum(table.forgotten for table in tables) > MOST_FORGOTTEN * rows:
                self._begin_anew()
            self._update_events(workspace)
            self._update_passages(workspace)
            self._update_names(workspace)
            self.workspace = workspace
            self._words = {}

    @property
    def words(self) -> Mapping[str, int]:
        """Every word, and in how many lines it stands. Counted when it is first asked for."""
        with self.lock:
            if not self._words:
                counted: Counter[str] = Counter()
                for table in (self.events, self.passages, self.names):
                    counted.update(dict(table.words()))
                self._words = counted
            return self._words

    def _begin_anew(self) -> None:
        self.workspace = None
        self.events: SearchTable[Event] = SearchTable(_OF_EVENTS)
        self.passages: SearchTable[Passage] = SearchTable(_OF_PASSAGES)
        self.names: SearchTable[NamedEntry] = SearchTable(_OF_NAMES)
        self._events: dict[str, tuple[int, int]] = {}
        """Event id to its row, and the hash of its texts."""
        self._passages: dict[str, range] = {}
        """Source id to the rows of its text."""

    def _update_events(self, workspace: Workspace) -> None:
        names_stay = self.workspace is not None and _names_stay(self.workspace, workspace)
        for id_ in [id_ for id_ in self._events if id_ not in workspace.events]:
            self._forget(id_)
        new: list[Event] = []
        texts: list[EventTexts] = []
        for event in sorted(workspace.events.values(), key=_newest_last):
            row, known = self._events.get(event.id, (0, 0))
            if row and names_stay and self.events.things[row] is event:
                continue
            of_event = texts_of_event(event, workspace)
            if row and known == hash(of_event):
                self.events.things[row] = event
                continue
            if row:
                self._forget(event.id)
            new.append(event)
            texts.append(of_event)
        rows = self.events.add(new, map(_event_forms, texts))
        self._events.update((event.id, (row, hash(each))) for event, row, each in zip(new, rows, texts, strict=True))

    def _forget(self, event: str) -> None:
        row, _ = self._events.pop(event)
        self.events.forget(row)

    def _update_passages(self, workspace: Workspace) -> None:
        known = self.workspace.texts if self.workspace else {}
        for source in [id_ for id_ in self._passages if workspace.texts.get(id_) != known.get(id_)]:
            for row in self._passages.pop(source):
                self.passages.forget(row)
        for source, text in workspace.texts.items():
            if source not in self._passages:
                new = [Passage(source, span) for span in passages_of(text)]
                forms = ((search_form(text[start:end]),) for start, end in (each.span for each in new))
                self._passages[source] = self.passages.add(new, forms)

    def _update_names(self, workspace: Workspace) -> None:
        wanted = dict.fromkeys((*self._extra, *named_entries(workspace)))
        for row in [row for row, entry in self.names.things.items() if entry not in wanted]:
            self.names.forget(row)
        known = set(self.names.things.values())
        new = [entry for entry in wanted if entry not in known]
        self.names.add(
            new, ((_names_form(each.title), _names_form(each.names), search_form(each.notes)) for each in new)
        )


def _event_forms(texts: EventTexts) -> tuple[str, ...]:
    return (search_form(texts.title), _names_form(texts.names), *map(search_form, texts[2:]))


def _names_form(names: str) -> str:
    """Names in the form in which they are searched; those in other letters in Latin ones too."""
    return search_form(names) if names.isascii() else f"{search_form(names)}\n{transliterate(names)}"


def _names_stay(one: Workspace, other: Workspace) -> bool:
    """Whether every registry and description is the very same, so that no event has other names."""
    parts = ("actors", "places", "threads", "sources")
    return all(_is_same(getattr(one, part), getattr(other, part)) for part in parts)


def _is_same(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    return one is other or (one.keys() == other.keys() and all(other[key] is value for key, value in one.items()))


def _newest_last(event: Event) -> tuple[str, str]:
    days = [date.earliest.isoformat() for date in event.when.dates if date.earliest]
    return max(days, default=""), event.id
