"""What rules look at: a workspace with its evidence; and where in its files a problem is."""

from collections.abc import Callable, Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from dashboard.evidence.corroboration import sources_as_counted
from dashboard.evidence.folding import fold
from dashboard.evidence.near_duplicates import NO_DUPLICATES, NearDuplicates
from dashboard.evidence.verdicts import Evidence
from dashboard.model.briefing import Briefing
from dashboard.model.event import Event
from dashboard.model.problem import Problem, ProblemKind
from dashboard.model.registry import Actor, Place, Thread
from dashboard.model.source import Source
from dashboard.model.spelling import nearest
from dashboard.store.workspace import PathInRecord, Workspace

AnyRecord = Event | Source | Briefing | Place | Actor | Thread

REGISTRY_FILES: Mapping[type[Place | Actor | Thread], str] = {
    Place: "events/registry/places.yaml",
    Actor: "events/registry/actors.yaml",
    Thread: "events/registry/threads.yaml",
}


class _Everything:
    """Contains every id: stands for a file that could not be read, so that nothing is said to be missing from it."""

    def __contains__(self, _id: object) -> bool:
        return True


@dataclass(slots=True)
class Guesses:
    """What a misspelled word may have meant: so often, and then no more, as each looks at every word there is."""

    left: int = 500

    def nearest(self, word: str, words: Collection[str]) -> str:
        """“did you mean …?” for the nearest of `words`; nothing where none is near, or too many were asked for."""
        self.left -= 1
        return nearest(word, words) if self.left >= 0 else ""


@dataclass(frozen=True, slots=True)
class Violation:
    """What a guard found wrong; a problem, unless what it rests on allows it."""

    kind: ProblemKind
    record: Event | Place | Source
    claims: tuple[str, ...]
    """Keys of the claims that may allow it: the claim itself, or those that a value names."""
    path: PathInRecord
    words: tuple[str, ...]
    """What the guard found: an `allow` that names all of them suppresses this violation."""
    message: str | Callable[[Sequence[str]], str]
    """Or how to tell of some of the words, where one may be allowed without the others."""
    hint: str = ""
    part: PathInRecord | None = None
    """What else may allow it: the relation, the assessed value, or the place itself."""

    @property
    def allow_paths(self) -> Iterator[PathInRecord]:
        """Paths in the record at which an `allow` may suppress this violation."""
        yield from (("claims", name) for name in self.claims)
        if self.part is not None:
            yield self.part

    def words_left(self, allowed: Collection[str]) -> tuple[str, ...]:
        """The words that are not among those `allowed` (folded by `allowable`); all, if they belong together."""
        left = tuple(word for word in self.words if allowable(word) not in allowed)
        return self.words if left and isinstance(self.message, str) else left

    def message_about(self, words: Sequence[str]) -> str:
        """What is wrong with some of its words."""
        return self.message if isinstance(self.message, str) else self.message(words)


def allowable(word: str) -> str:
    """A word as guards and `allow` are compared: capitals, kinds of quotation marks and spaces do not count."""
    return fold(word).strip().casefold()


@dataclass(frozen=True, slots=True)
class Corpus:
    """A workspace, and what was found of its quotes and of its texts."""

    workspace: Workspace
    evidence: Evidence
    likeness: NearDuplicates = NO_DUPLICATES
    guesses: Guesses = field(default_factory=Guesses)
    changed: Mapping[str, Event] | None = None
    """The events to look at, where what was found of the others is known from an earlier look; None for all."""

    @property
    def events(self) -> Mapping[str, Event]:
        """The events that are looked at, by id; what they name may be any event of the workspace."""
        return self.workspace.events if self.changed is None else self.changed

    def without(self, known: Collection[str]) -> "Corpus":
        """The corpus, of whose events those that are not `known` are looked at."""
        events = self.workspace.events
        return replace(self, changed={id_: event for id_, event in events.items() if id_ not in known})

    @property
    def sources_as_counted(self) -> Mapping[str, Source]:
        """The sources with the origins by which they are counted: texts nearly the same have one, unless told."""
        return sources_as_counted(self.workspace.sources, self.likeness)

    def problem(
        self,
        kind: ProblemKind,
        record: AnyRecord | str,
        path: PathInRecord,
        message: str,
        hint: str = "",
        *,
        key: bool = False,
    ) -> Problem:
        """The problem of `kind` at `path` in a record's file (or in the file named), on the key there if `key`."""
        file, path = (record, path) if isinstance(record, str) else self.place_of(record, path)
        return kind.at(file, self.workspace.position(file, path, key=key), message, hint, path)

    def place_of(self, record: AnyRecord, path: PathInRecord) -> tuple[str, PathInRecord]:
        """The file that a record stands in, and where in that file its `path` is."""
        if isinstance(record, Event):
            return self.workspace.files[record.id], path
        if isinstance(record, Source):
            return f"seeds/{record.id}.yaml", path
        if isinstance(record, Briefing):
            return f"events/briefings/{record.id}.yaml", path
        return REGISTRY_FILES[type(record)], (record.id, *path)

    def known_sources(self) -> Container[str]:
        """Ids of all sources, and of descriptions that break the model."""
        broken = (PurePosixPath(problem.file) for problem in self.workspace.problems)
        return {
            *self.workspace.sources,
            *(file.stem for file in broken if file.parent.name == "seeds" and file.suffix == ".yaml"),
        }

    def known_entries(self, model: type[Place | Actor | Thread]) -> Container[str]:
        """Keys of a registry, broken entries included; everything where the registry itself cannot be read."""
        file = REGISTRY_FILES[model]
        document = self.workspace.documents.get(file)
        if document is None and any(problem.file == file for problem in self.workspace.problems):
            return _Everything()
        entries = {Place: self.workspace.places, Actor: self.workspace.actors, Thread: self.workspace.threads}[model]
        return {*entries, *((document.data or {}) if document else {})}

    def is_held(self, source: str) -> bool:
        """Whether the source's text is held, or is said to be and should."""
        described = self.workspace.sources.get(source)
        return source in self.workspace.texts or (described is not None and described.text is not None)
