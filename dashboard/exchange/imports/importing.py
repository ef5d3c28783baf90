"""An import, from the first file to the renaming by which it counts. Until then, what was there stays as it was."""

import hashlib
import json
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import Final

import duckdb

from dashboard.clock import now, today
from dashboard.exchange.imports.engine import connect
from dashboard.exchange.imports.journal import Journal, remove_staged
from dashboard.exchange.imports.layouts import Layout, NotRead
from dashboard.exchange.imports.merging import GenerationMerge, Merged
from dashboard.exchange.imports.reading import Member, open_inputs
from dashboard.exchange.imports.staging import Staging
from dashboard.query.fields import write_csv
from dashboard.store.imports import (
    BROKEN_FILE,
    DATASET_FILE,
    IMPORTS,
    REVISIONS_FILE,
    ROW_COLUMNS,
    Dataset,
    ImportedFile,
    read_dataset,
)
from dashboard.store.lock import only_process_at
from dashboard.store.machine import FOLDER, ignore_for_git
from dashboard.store.tree import is_inside
from dashboard.store.writing import DEVICES, write_whole

_NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_NAME: Final = 60
_IGNORED: Final = "# Rows of others: large, and their licence may forbid to publish them.\n*.parquet\nbroken.csv\n"
_GENERATION: Final = re.compile(r"rows-(\d+)")
_HALF: Final = 0.5


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What somebody asked to import."""

    root: Path
    layout: Layout
    paths: tuple[Path, ...]
    name: str
    is_whole: bool | None = None
    """Whether the files are a whole release; None for what the layout says."""
    asked: tuple[str, ...] = ()
    """Ids of rows that records rest on."""


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What an import came to."""

    dataset: Dataset
    merged: Merged
    remarks: tuple[str, ...]
    was_resumed: bool
    first_broken: tuple[str, int, str] | None
    """The file, line and reason of the first broken row."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Whom an import tells how far it is."""

    begin: Callable[[int], None]
    """Called once, with the number of bytes of all files."""
    advance: Callable[[int], None]
    """Called with how many more bytes were read."""
    merge: Callable[[], None]
    """Called when all are read."""


def import_files(request: ImportRequest, others: Sequence[Layout], progress: Progress) -> ImportOutcome:
    """Import files into a dataset of the workspace. Raises `NotRead`, `DatasetUnreadable`, `OSError`."""
    _refuse_name(request)
    own = request.root / FOLDER / IMPORTS
    ignore_for_git(request.root)
    own.mkdir(exist_ok=True)
    try:
        with only_process_at(own / f"{request.name}.lock"):
            return _Import(request, own / request.name).run(others, progress)
    except TimeoutError as error:
        raise NotRead(
            f"Another import into `{request.name}` is under way. Wait until it has ended, or choose another name "
            "with --into."
        ) from error


def _refuse_name(request: ImportRequest) -> None:
    name = request.name
    if not _NAME.fullmatch(name) or len(name) > _LONGEST_NAME or name in DEVICES:
        raise NotRead(f"`{name}` cannot be the name of a dataset. Use small letters, digits and hyphens: `ucdp-2025`.")
    for folder in (f"{IMPORTS}/{name}", f"{FOLDER}/{IMPORTS}/{name}"):
        if not is_inside(request.root, folder):
            raise NotRead(f"`{folder}` is a link out of the workspace. Replace it with a folder.")


class _Undecided(NotRead):
    """Somebody has to say what the files are; what was read of them stays."""


class _Import:
    """One import, under the lock of its dataset."""

    def __init__(self, request: ImportRequest, staged: Path) -> None:
        self._request = request
        self._staged = staged
        self._target = request.root / IMPORTS / request.name
        self._before = self._dataset_before()

    def run(self, others: Sequence[Layout], progress: Progress) -> ImportOutcome:
        """Read, merge, and have it count."""
        layout = self._request.layout
        endings = layout.reading.endings
        if not (self._staged / "journal.jsonl").exists():
            remove_staged(self._staged)
        members = open_inputs(self._request.paths, endings, self._staged.with_name(f"{self._staged.name}.pipes"))
        try:
            journal = Journal.open(self._staged, self._key(members))
            return self._run(journal, members, others, progress)
        except _Undecided:
            raise
        except NotRead:
            remove_staged(self._staged)
            raise
        except (OSError, duckdb.Error):
            if not _has_parts(self._staged):
                remove_staged(self._staged)
            raise
        finally:
            shutil.rmtree(self._staged.with_name(f"{self._staged.name}.pipes"), ignore_errors=True)

    def _run(
        self, journal: Journal, members: Sequence[Member], others: Sequence[Layout], progress: Progress
    ) -> ImportOutcome:
        files = {each.file.path: each.file for each in members}
        progress.begin(sum(each.bytes for each in files.values()))
        with _database(self._staged / "spill", self._request.name) as connection:
            Staging(journal, self._request.layout, connection).read_files(members, others, progress.advance)
            progress.merge()
            self._refuse_nothing(journal)
            merge = self._merge(journal, connection)
            merged = merge.compare(self._request.asked)
            self._refuse_half(merged)
            folder = self._staged / "generation"
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            merge.write(folder, self._revisions_before(), today())
        imported = tuple(ImportedFile(each.name, each.sha256(), each.bytes) for each in files.values())
        dataset = self._dataset(journal, merged, imported)
        first = self._commit(journal, dataset, folder)
        remarks = journal.parts[-1].remarks
        return ImportOutcome(dataset, merged, remarks, journal.was_resumed, first)

    def _dataset_before(self) -> Dataset | None:
        request = self._request
        if not (self._target / DATASET_FILE).exists():
            return None
        before = read_dataset(request.root, request.name)
        if before.format != request.layout.key:
            raise NotRead(
                f"`{IMPORTS}/{request.name}` has rows of {before.title}. Choose another name with --into, such as "
                f"`--into {request.layout.key}-2`."
            )
        return before

    def _key(self, members: Sequence[Member]) -> list[object]:
        layout = self._request.layout
        declared = [layout.days, dict(layout.select), [(each.condition, each.reason) for each in layout.faults]]
        print_ = hashlib.sha256(json.dumps([declared, list(ROW_COLUMNS)]).encode()).hexdigest()[:16]
        return [layout.key, print_, [[*each.file.key, each.packed] for each in members]]

    def _merge(self, journal: Journal, connection: duckdb.DuckDBPyConnection) -> GenerationMerge:
        fresh = [part.rows_file(journal.folder) for part in journal.parts if part.rows]
        deleted = [part.deletions_file(journal.folder) for part in journal.parts]
        old = self._before.parts(self._request.root) if self._before else ()
        return GenerationMerge(
            connection, fresh, old, [each for each in deleted if each.exists()], is_whole=self._is_whole(journal)
        )

    def _is_whole(self, journal: Journal) -> bool:
        """A list of deletions is no release."""
        if not any(part.rows for part in journal.parts):
            return False
        asked = self._request.is_whole
        return self._request.layout.is_whole if asked is None else asked

    def _revisions_before(self) -> Path | None:
        if not self._before:
            return None
        path = self._target / self._before.generation / REVISIONS_FILE
        return path if path.exists() else None

    def _refuse_nothing(self, journal: Journal) -> None:
        """Raise `NotRead` where there is no row at all."""
        if any(part.rows for part in journal.parts) or any(
            part.deletions_file(journal.folder).exists() for part in journal.parts
        ):
            return
        first = next(_broken_rows(journal), None)
        names = ", ".join(path.name for path in self._request.paths[:3])
        if first:
            number = sum(part.broken for part in journal.parts)
            raise NotRead(
                f"{first[0]}, line {first[1]}: {first[2]}. None of {number:,} rows can be read; nothing was imported. "
                f"Take the file as the publisher has it: {self._request.layout.address}"
            )
        raise NotRead(f"{names} has no rows below its header; nothing was imported. It may have been cut off.")

    def _refuse_half(self, merged: Merged) -> None:
        """Raise `NotRead` where most of what was there would vanish, and nobody has said that it should."""
        before = self._before.counts.get("rows", 0) if self._before else 0
        if self._request.is_whole is None and merged.counts["vanished"] > _HALF * before:
            raise _Undecided(
                f"{merged.counts['vanished']:,} of the {before:,} rows in `{IMPORTS}/{self._request.name}` are not in "
                "these files, so they may be a part of the release. Say --part, and what is there stays; or --whole, "
                "and what they lack has vanished. Nothing was imported."
            )

    def _dataset(self, journal: Journal, merged: Merged, imported: tuple[ImportedFile, ...]) -> Dataset:
        layout, before = self._request.layout, self._before
        number = 1 + max(map(int, _GENERATION.findall(before.generation)), default=0) if before else 1
        kept = () if before is None or self._is_whole(journal) else before.files
        return Dataset(
            self._request.name,
            layout.key,
            layout.title,
            layout.publisher,
            layout.licence,
            now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            f"rows-{number}",
            tuple(dict.fromkeys((*kept, *imported))),
            {**merged.counts, "broken": sum(part.broken for part in journal.parts)},
        )

    def _commit(self, journal: Journal, dataset: Dataset, folder: Path) -> tuple[str, int, str] | None:
        """Have the generation count, and remove the one before and all that was staged."""
        self._target.mkdir(parents=True, exist_ok=True)
        ignored = self._request.root / IMPORTS / ".gitignore"
        if not ignored.exists():
            write_whole(ignored, _IGNORED)
        generation = self._target / dataset.generation
        shutil.rmtree(generation, ignore_errors=True)
        first = self._write_broken(journal)
        folder.rename(generation)
        write_whole(self._target / DATASET_FILE, dataset.as_json())
        remove_staged(self._staged)
        for path in self._target.iterdir():
            if path.name != dataset.generation and _GENERATION.fullmatch(path.name):
                shutil.rmtree(path, ignore_errors=True)
        return first

    def _write_broken(self, journal: Journal) -> tuple[str, int, str] | None:
        """Write the side file of broken rows, if there are any; the first of them."""
        path = self._target / BROKEN_FILE
        first = next(_broken_rows(journal), None)
        if first is None:
            path.unlink(missing_ok=True)
            return None
        beside = self._staged / BROKEN_FILE
        with beside.open("w", encoding="utf-8", newline="") as file:
            write_csv(file, ("file", "line", "reason", "row"), _broken_rows(journal))
        beside.replace(path)
        return first[:3]


def _broken_rows(journal: Journal) -> Iterator[tuple[str, int, str, str]]:
    for part in journal.parts:
        if part.broken:
            with part.broken_file(journal.folder).open(encoding="utf-8") as file:
                for line in file:
                    name, number, reason, content = json.loads(line)
                    yield name, number, reason, content


def _has_parts(folder: Path) -> bool:
    return any(folder.glob("part-*.parquet"))


@contextmanager
def _database(spill: Path, name: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database that is closed at the end; what the system refuses it is an `OSError`, or said in words."""
    connection = connect(spill)
    try:
        yield connection
    except duckdb.OutOfMemoryException as error:
        raise NotRead(
            f"Memory does not suffice to import into `{name}`. Close other programs and try again."
        ) from error
    except duckdb.IOException as error:
        told = str(error).splitlines()[0].removeprefix("IO Error: ")
        raise OSError(None, None, told) from error
    finally:
        connection.close()
