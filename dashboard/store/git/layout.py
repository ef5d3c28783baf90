"""A workspace's files at one commit, written into an empty folder: what loading looks at, and nothing else.

Contents are taken as git keeps them: no filter, no conversion of line ends, no link followed. Names are bytes.
"""

import errno
import hashlib
import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from tempfile import gettempdir
from typing import Final

from dashboard.store.git.program import HistoryUnreadable, MissingObject, Objects
from dashboard.store.record_file import MAX_TEXT_BYTES
from dashboard.store.text_file import MAX_BYTES

MOST_FILES: Final = 200_000
MOST_BYTES: Final = 1_000_000_000
_LARGEST_TREE: Final = 50_000_000
_LIMITS: Final = {".yaml": MAX_BYTES, ".txt": MAX_TEXT_BYTES}
"""What is read, by the ending of the name; of anything else, only its name matters."""
_SHA1_DIGITS: Final = 40
_EMPTY: Final[bytes | None] = b""
_LFS: Final = b"version https://git-lfs.github.com/spec/v1\n"

_OF_THE_NAME: Final = frozenset({errno.ENAMETOOLONG, errno.EEXIST, errno.EILSEQ, errno.EINVAL, errno.ENOENT})
"""What a file system has against a name."""

_FOLDER, _LINK, _SUBMODULE = b"40000", b"120000", b"160000"


@dataclass(slots=True)
class RevisionFiles:
    """The files of a revision."""

    root: Path
    left_out: dict[str, str] = field(default_factory=dict)
    """File, as it can be shown, to why it was not written."""
    submodules: list[str] = field(default_factory=list)
    """Folders with a history of their own: ignored."""
    contents: dict[str, str] = field(default_factory=dict)
    """File to the name that git has for its content, of those that were written whole."""


@dataclass(frozen=True, slots=True)
class TreeEntry:
    """One name in a folder of a commit."""

    mode: bytes
    name: bytes
    object: str


def content_name(content: bytes, digits: int) -> str:
    """The name that git has for a file with this content; its number of hexadecimal `digits` tells by which hash."""
    named = b"blob %d\0" % len(content) + content
    return (hashlib.sha1(named, usedforsecurity=False) if digits == _SHA1_DIGITS else hashlib.sha256(named)).hexdigest()


def lay_out(
    objects: Objects, commit: str, prefix: bytes, folder: Path, known: Collection[tuple[str, str]] = ()
) -> RevisionFiles:
    """Write `seeds/` and `events/` below `prefix` at `commit` into `folder`. Raises `HistoryUnreadable`.

    Files whose names and contents are `known` are written empty: whoever asks has read them.
    """
    layout = _Layout(objects, RevisionFiles(folder), len(commit) // 2, known)
    tree = _workspace_tree(layout, commit, prefix)
    tops = {entry.name: entry for entry in layout.entries(tree) if entry.name in (b"events", b"seeds")}
    if not tops:
        raise HistoryUnreadable(f"At {commit[:12]} there was no workspace here: no seeds/ and no events/.")
    for name in (b"events", b"seeds"):
        (folder / name.decode()).mkdir()
        if name in tops:  # git keeps no empty folder
            layout.write_top(tops[name])
    layout.write_links()
    return layout.laid_out


def _workspace_tree(layout: "_Layout", commit: str, prefix: bytes) -> str:
    tree = f"{commit}^{{tree}}"
    for step in prefix.split(b"/") if prefix else ():
        found = [entry.object for entry in layout.entries(tree) if entry.name == step and entry.mode == _FOLDER]
        if not found:
            shown = prefix.decode(errors="backslashreplace")
            raise HistoryUnreadable(f"At {commit[:12]} there was no folder {shown} in the repository.")
        tree = found[0]
    return tree


class _Layout:
    """What was written so far, and what is left of the budgets."""

    def __init__(
        self, objects: Objects, laid_out: RevisionFiles, hash_bytes: int, known: Collection[tuple[str, str]]
    ) -> None:
        self.laid_out = laid_out
        self._known = known
        self._objects = objects
        self._hash_bytes = hash_bytes
        self._files_left, self._bytes_left = MOST_FILES, MOST_BYTES
        self._links: list[tuple[bytes, TreeEntry]] = []

    def entries(self, tree: str) -> Iterator[TreeEntry]:
        """What a folder holds, in git's order."""
        _, raw = self._objects.read_object(tree, _LARGEST_TREE, b"tree")
        if raw is None:
            raise HistoryUnreadable(f"A folder in the history is larger than the limit ({_LARGEST_TREE:,} bytes).")
        at = 0
        while at < len(raw):
            if (end := raw.find(b"\0", at)) < 0:
                raise HistoryUnreadable("A folder in the history is damaged; try `git fsck`.")
            mode, _, name = raw[at:end].partition(b" ")
            after = end + 1 + self._hash_bytes
            yield TreeEntry(mode, name, raw[end + 1 : after].hex())
            at = after

    def write_top(self, top: TreeEntry) -> None:
        """`events/` with its folders, or `seeds/`."""
        if top.mode != _FOLDER:
            what = "a submodule" if top.mode == _SUBMODULE else "no folder"
            raise HistoryUnreadable(f"In the history, {top.name.decode()}/ is {what}, so it cannot be read.")
        for entry in self.entries(top.object):
            path = top.name + b"/" + entry.name
            if entry.mode == _FOLDER and self._make_folder(path, entry) and top.name == b"events":
                for inner in self.entries(entry.object):
                    self._write(path + b"/" + inner.name, inner)
            elif entry.mode != _FOLDER:
                self._write(path, entry)

    def write_links(self) -> None:
        """Last of all, so that nothing is ever written through one."""
        for path, entry in self._links:
            try:
                _, target = self._objects.read_object(entry.object, MAX_BYTES, b"blob")
                self._place(path).symlink_to(os.fsdecode(target or b""))
            except (OSError, ValueError, MissingObject) as error:
                self._leave_out(path, _reason(error))

    def _write(self, path: bytes, entry: TreeEntry) -> None:
        if entry.name.startswith(b"."):  # belongs to other programs
            return
        if entry.mode == _SUBMODULE:
            self.laid_out.submodules.append(_path_text(path))
        elif entry.mode == _LINK and _is_plain(entry.name):
            self._links.append((path, entry))
        elif entry.mode == _FOLDER:
            self._make_folder(path, entry)
        elif self._has_place(path, entry):
            self._write_file(path, entry)

    def _write_file(self, path: bytes, entry: TreeEntry) -> None:
        limit = _LIMITS.get(PurePath(os.fsdecode(entry.name)).suffix)
        try:
            size, raw = 0, _EMPTY
            if limit is not None and (_path_text(path), entry.object) not in self._known:
                size, raw = self._objects.read_object(entry.object, limit, b"blob")
            if raw is not None and raw.startswith(_LFS):
                self._leave_out(path, "Git LFS keeps it, outside the history")
                return
            self._bytes_left -= len(raw or b"")
            if self._bytes_left < 0:
                raise HistoryUnreadable(f"The workspace had more than {MOST_BYTES:,} bytes, which is the limit.")
            with self._place(path).open("xb") as file:
                file.write(raw or b"")
                if raw is None:
                    file.truncate(size)  # a hole: too large to be read, and told so with its size
            if raw is not None and limit is not None:
                self.laid_out.contents[_path_text(path)] = entry.object
        except (OSError, ValueError, MissingObject) as error:
            self._leave_out(path, _reason(error))

    def _make_folder(self, path: bytes, entry: TreeEntry) -> bool:
        if entry.name.startswith(b".") or not self._has_place(path, entry):
            return False
        try:
            self._place(path).mkdir()
        except (OSError, ValueError) as error:
            self._leave_out(path, _reason(error))
            return False
        return True

    def _has_place(self, path: bytes, entry: TreeEntry) -> bool:
        self._files_left -= 1
        if self._files_left < 0:
            raise HistoryUnreadable(f"The workspace had more than {MOST_FILES:,} files, which is the limit.")
        if not _is_plain(entry.name):
            self._leave_out(path, "that is not a possible file name")
            return False
        return True

    def _place(self, path: bytes) -> Path:
        return self.laid_out.root / os.fsdecode(path)

    def _leave_out(self, path: bytes, why: str) -> None:
        self.laid_out.left_out[_path_text(path)] = why


def _is_plain(name: bytes) -> bool:
    """Whether it names something in its own folder; a repository made on purpose may hold anything."""
    forbidden = b"/\\:" if os.name == "nt" else b"/"
    return bool(name) and not any(sign in forbidden for sign in name)


def _path_text(path: bytes) -> str:
    return path.decode(errors="backslashreplace")


def _reason(error: Exception) -> str:
    """Why one file could not be written. Raises `HistoryUnreadable` where none could be: a full disk, say."""
    if not isinstance(error, OSError):
        return str(error)
    if error.errno not in _OF_THE_NAME:
        raise HistoryUnreadable(f"The earlier files cannot be written to {gettempdir()}: {error.strerror}.") from error
    return error.strerror or str(error)
