"""The files that are imported: plain, compressed (gzip), in an archive (ZIP), or a pipe; none is unpacked to disk."""

import gzip
import hashlib
import io
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any, Final

from dashboard.exchange.imports.layouts import NotRead

_ZIP: Final = b"PK\x03\x04"
_EMPTY_ZIP: Final = b"PK\x05\x06"
_GZIP: Final = b"\x1f\x8b"
_KNOWN: Final = {
    b"%PDF-": "a PDF",
    b"\xd0\xcf\x11\xe0": "an Excel workbook from before 2007. Save it as CSV first",
    b"BZh": "compressed with bzip2. Unpack it first",
    b"\xfd7zXZ": "compressed with xz. Unpack it first",
    b"7z\xbc\xaf": "a 7-Zip archive. Unpack it first",
    b"Rar!": "a RAR archive. Unpack it first",
    b"PAR1": "a Parquet file. Take the publisher's CSV instead",
    b"RDX": "a file of R. Take the publisher's CSV instead",
}
MOST_TIMES_LARGER: Final = 250
"""Text with long runs of one letter packs about 1,000 times; published tables about 10 times."""
_SMALL_BYTES: Final = 100_000_000
"""Up to this size, however well it packs, nothing is refused."""
_MOST_MEMBERS: Final = 10_000
_COPY_BYTES: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file that somebody named."""

    path: Path
    name: str
    """Without its folder."""
    bytes: int
    modified_ns: int

    @property
    def key(self) -> list[str | int]:
        """What tells it from another: a file that was written since has another."""
        return [str(self.path), self.bytes, self.modified_ns]

    def sha256(self) -> str:
        """The SHA-256 of its bytes."""
        with self.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()


@dataclass(frozen=True, slots=True)
class Member:
    """Something with rows: a file, or a file of an archive."""

    file: InputFile
    name: str
    """What messages call it: `events.csv`, `ged251.zip: GEDEvent_v25_1.csv`."""
    packed: str = ""
    """Its name in a ZIP archive; empty for a file by itself."""
    is_gzip: bool = False

    @contextmanager
    def open(self, advance: Callable[[int], None]) -> Iterator[io.RawIOBase]:
        """Its bytes, unpacked. `advance` is told how many bytes of the file itself were read.

        Raises `NotRead` for an archive that is damaged, or that unpacks to far more than any table would.
        """
        with self.file.path.open("rb") as raw:
            try:
                if self.packed:
                    with zipfile.ZipFile(raw) as archive, archive.open(self.packed) as opened:
                        yield _Unpacked(self.name, opened, raw, archive.getinfo(self.packed).compress_size, advance)
                elif self.is_gzip:
                    with gzip.GzipFile(fileobj=raw) as unzipped:
                        yield _Unpacked(self.name, unzipped, raw, self.file.bytes, advance)
                else:
                    yield _Unpacked(self.name, raw, raw, self.file.bytes, advance)
            except (zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, EOFError, NotImplementedError) as error:
                raise NotRead(
                    f"{self.name} cannot be unpacked: {error}. It may have been cut off: fetch the file again."
                ) from error
            except RuntimeError as error:  # what zipfile says of a member that asks for a password
                if "password" not in str(error):
                    raise
                raise NotRead(f"{self.name} is encrypted. Unpack it first.") from error


class _Unpacked(io.RawIOBase):
    """The bytes of a member, as long as they do not grow beyond all measure."""

    def __init__(
        self, name: str, file: IO[bytes] | gzip.GzipFile, raw: IO[bytes], packed: int, advance: Callable[[int], None]
    ) -> None:
        super().__init__()
        self._name = name
        self._file = file
        self._raw = raw
        self._most = max(_SMALL_BYTES, packed * MOST_TIMES_LARGER)
        self._advance = advance
        self._bytes = self._place = 0

    def readable(self) -> bool:
        """Nothing else can be done with it."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read some bytes into the buffer, and give how many."""
        read = self._file.read(len(buffer))
        buffer[: len(read)] = read
        self._bytes += len(read)
        if self._bytes > self._most:
            raise NotRead(
                f"{self._name} unpacks to more than {self._most:,} bytes, {MOST_TIMES_LARGER} times its size. No table "
                "does: the archive may be a trap. If you trust it, unpack it first."
            )
        place = self._raw.tell()
        self._advance(max(0, place - self._place))
        self._place = max(place, self._place)
        return len(read)


def open_inputs(paths: tuple[Path, ...], endings: tuple[str, ...], pipes: Path) -> list[Member]:
    """Everything with rows in the files, in order. What comes through a pipe is first copied into the folder `pipes`.

    `endings` are those of files in an archive that are read. Raises `NotRead`.
    """
    return [member for path in paths for member in _members(_input(path, pipes), endings)]


def _input(path: Path, pipes: Path) -> InputFile:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise NotRead(f"{path} is a folder. Name the files in it: `{path}/*`.")
        if not stat.S_ISREG(status.st_mode):
            return _copy_of_pipe(path, pipes)
        return InputFile(path.resolve(), path.name, status.st_size, status.st_mtime_ns)
    except FileNotFoundError as error:
        raise NotRead(f"There is no file {path}.") from error
    except PermissionError as error:
        raise NotRead(f"{path} cannot be read: permission denied. Check its permissions (`ls -l`).") from error


def _copy_of_pipe(path: Path, pipes: Path) -> InputFile:
    """A pipe's bytes as a file: an import reads twice, to check what it wrote and to go on after a crash."""
    pipes.mkdir(parents=True, exist_ok=True)
    copy = pipes / f"pipe-{len(list(pipes.iterdir()))}"
    with path.open("rb") as source, copy.open("wb") as target:
        while block := source.read(_COPY_BYTES):
            target.write(block)
    status = copy.stat()
    return InputFile(copy, path.name, status.st_size, status.st_mtime_ns)


def _members(file: InputFile, endings: tuple[str, ...]) -> list[Member]:
    try:
        with file.path.open("rb") as opened:
            start = opened.read(8)
    except PermissionError as error:
        raise NotRead(f"{file.path} cannot be read: permission denied. Check its permissions (`ls -l`).") from error
    if not start:
        raise NotRead(f"{file.name} is empty. It may have been cut off: fetch it again.")
    for beginning, what in _KNOWN.items():
        if start.startswith(beginning):
            raise NotRead(f"{file.name} is {what}.")
    if start.startswith((_ZIP, _EMPTY_ZIP)):
        return _members_of_zip(file, endings)
    return [Member(file, file.name, is_gzip=start.startswith(_GZIP))]


def _members_of_zip(file: InputFile, endings: tuple[str, ...]) -> list[Member]:
    try:
        with zipfile.ZipFile(file.path) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError) as error:
        raise NotRead(
            f"{file.name} cannot be unpacked: {error}. It may have been cut off: fetch the file again."
        ) from error
    names = [each.filename for each in infos]
    if "xl/workbook.xml" in names:
        raise NotRead(f"{file.name} is an Excel workbook. Save it as CSV (UTF-8) first.")
    if len(infos) > _MOST_MEMBERS:
        raise NotRead(f"{file.name} has {len(infos):,} files; at most {_MOST_MEMBERS:,} are read. Unpack it first.")
    found = [each for each in infos if _has_rows(each, endings)]
    if not found:
        shown = ", ".join(names[:5]) or "nothing"
        raise NotRead(f"{file.name} has no file that ends in {', '.join(endings)}; it has {shown}.")
    return [Member(file, f"{file.name}: {PurePosixPath(each.filename).name}", each.filename) for each in found]


def _has_rows(info: zipfile.ZipInfo, endings: tuple[str, ...]) -> bool:
    """Whether it is a file that may be read: no folder, no link, nothing that macOS puts beside."""
    parts = PurePosixPath(info.filename.replace("\\", "/")).parts
    is_link = stat.S_ISLNK(info.external_attr >> 16)
    hidden = any(each.startswith((".", "__MACOSX")) and each != ".." for each in parts)
    return not (info.is_dir() or is_link or hidden) and info.filename.lower().endswith(endings)
