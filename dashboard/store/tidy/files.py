"""Records' files tidied in place: whole or not at all, and none that is a link or cannot be read."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dashboard.errors import DatelineError
from dashboard.store.lock import workspace_lock
from dashboard.store.text_file import read_bytes
from dashboard.store.tidy.layout import tidy_text
from dashboard.store.tree import Tree, tree_of
from dashboard.store.writing import refuse_unreadable, why_not_written, write_over
from dashboard.store.yaml import Path as RecordPath
from dashboard.store.yaml import read_document

OrderOfKind = Callable[[str, RecordPath], Sequence[str]]
"""The fields of a mapping in their order, by the kind of record and the path in it."""


class FileNotTidied(DatelineError):
    """A file that could not be written; it is as it was."""


@dataclass(frozen=True, slots=True)
class TidyResult:
    """What became of a file."""

    file: str
    """Relative to the workspace."""
    changes: bool
    """Whether it is, or would be, another one."""
    why_not: str = ""
    """Why it was left alone; empty where it was not."""


def kinds_of_files(root: Path) -> dict[str, str]:
    """Every file that holds records, with the kind of its record as the schemas name it."""
    tree: Tree = tree_of(root)
    return {
        **dict.fromkeys(tree.about, "workspace"),
        **dict.fromkeys(tree.events, "event"),
        **dict.fromkeys(tree.briefings, "briefing"),
        **{file: name for name, file in tree.registries.items()},
        **dict.fromkeys(tree.descriptions, "source"),
    }


def tidy_files(root: Path, files: dict[str, str], order: OrderOfKind, *, write: bool) -> Iterator[TidyResult]:
    """Tidy the files, by name to kind, one after the other. Raises `FileNotTidied` for one that cannot be written."""
    for file, kind in files.items():
        try:
            result, _, _ = _tidied_text(root, file, kind, order)
            if write and result.changes:
                with workspace_lock(root):  # nobody else writes it between this look and the last
                    result, raw, text = _tidied_text(root, file, kind, order)
                    refuse_unreadable(file, text, FileNotTidied, "split the file")
                    if result.changes:
                        write_over(root / file, text, raw)
        except OSError as error:
            raise FileNotTidied(f"{file} could not be written: {why_not_written(error)}.") from error
        yield result


def _tidied_text(root: Path, file: str, kind: str, order: OrderOfKind) -> tuple[TidyResult, bytes, str]:
    """How the file is or would be, its bytes, and its tidy text."""
    if (root / file).is_symlink():
        return TidyResult(file, changes=False, why_not="it is a link"), b"", ""
    raw = read_bytes(root / file)
    if not isinstance(raw, bytes):
        return TidyResult(file, changes=False, why_not=raw.message), b"", ""
    document = read_document(raw)
    if document.data is None:
        problem = document.problems[0]
        return TidyResult(file, changes=False, why_not=f"line {problem.line}: {problem.message}"), raw, ""
    text = tidy_text(raw.decode("utf-8"), lambda path: order(kind, path))
    if text is None:
        return TidyResult(file, changes=False, why_not="it cannot be changed safely"), raw, ""
    return TidyResult(file, changes=text.encode() != raw), raw, text
