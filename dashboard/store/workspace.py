"""A workspace as read: a team's sources, registries and events, and what was wrong in reading them."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from dashboard.model.briefing import Briefing
from dashboard.model.event import Event
from dashboard.model.problem import Problem
from dashboard.model.registry import Actor, Place, Thread
from dashboard.model.source import Source, shown_text
from dashboard.model.workspace import About, SavedView
from dashboard.store.yaml import Document

PathInRecord = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Workspace:
    """Everything under one root. Records are keyed by id; files are named relative to the root."""

    root: Path
    events: Mapping[str, Event] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)
    threads: Mapping[str, Thread] = field(default_factory=dict)
    views: Mapping[str, SavedView] = field(default_factory=dict)
    briefings: Mapping[str, Briefing] = field(default_factory=dict)
    about: About | None = None
    """Its name and summary, where `events/workspace.yaml` is there and right."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Source id to text, decoded; only of texts that are held."""
    hashes: Mapping[str, str] = field(default_factory=dict)
    """Source id to the SHA-256 of the held text's bytes, in lower-case hexadecimal."""
    files: Mapping[str, str] = field(default_factory=dict)
    """Event id to its file."""
    documents: Mapping[str, Document] = field(default_factory=dict)
    """File to its YAML, with positions."""
    problems: tuple[Problem, ...] = ()
    """Found in reading and in validating the model; checks add theirs."""
    set_aside: tuple[str, ...] = ()
    """Event files that could not be read or break the model: not among `events`."""
    not_read: tuple[str, ...] = ()
    """Other files in `events/` and `seeds/`, which Dateline does not look into."""

    @property
    def name(self) -> str:
        """What it is called: its title, else the name of its folder."""
        folder = self.root.resolve()
        return self.about.title.strip() if self.about else os.fsencode(folder.name or folder).decode(errors="replace")

    @property
    def known_events(self) -> frozenset[str]:
        """Ids of all events, and of those set aside: what refers to a broken record is not wrong itself."""
        return frozenset((*self.events, *(PurePosixPath(file).stem for file in self.set_aside)))

    @property
    def altered_sources(self) -> frozenset[str]:
        """Ids of sources whose text is not the one that was described: its SHA-256 is another."""
        return frozenset(
            id_
            for id_, sha256 in self.hashes.items()
            if (source := self.sources.get(id_)) and source.text and source.text.sha256 != sha256
        )

    def actor_name(self, id_: str) -> str:
        """The actor's name, or its id where it is not registered."""
        return self.actors[id_].name if id_ in self.actors else id_

    def place_name(self, id_: str) -> str:
        """The place's name, or its id where it is not registered."""
        return self.places[id_].name if id_ in self.places else id_

    def thread_title(self, id_: str) -> str:
        """The thread's title, or its id where it is not registered."""
        return self.threads[id_].title if id_ in self.threads else id_

    def source_name(self, id_: str) -> str:
        """Its outlet, else its title, else its id."""
        found = self.sources.get(id_)
        return (found and (shown_text(found.outlet) or shown_text(found.title))) or id_

    def question_text(self, reference: str) -> str:
        """The text of `thread/question`, or the reference where there is none."""
        thread, _, key = reference.partition("/")
        found = self.threads.get(thread)
        return found.questions[key].text if found and key in found.questions else reference

    def position(self, file: str, path: PathInRecord = (), *, key: bool = False) -> tuple[int, int]:
        """Line and column, from 1, of the value (or key) at `path`; of the nearest ancestor where there is none."""
        document = self.documents.get(file)
        return document.position(path, key=key) if document else (1, 1)
