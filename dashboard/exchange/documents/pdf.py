"""PDF: the text of its pages, and its own title, author and language."""

import io
import logging
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from dashboard.exchange.documents.document import DocumentRefused, ReadDocument, as_language, clean_text, one_line
from dashboard.exchange.documents.pdf_pages import RunningRow, read_placed, take_off

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES: Final = 5_000
MOST_CHARACTERS: Final = 20_000_000

_SHOWN: Final = 80
_ENDS: Final = re.compile(r"[.!?:…。！？؟।][\"'”’»)\]]*\s*$")
_GOES_ON: Final = re.compile(r"[\W\d_]*[a-zа-яёα-ωÀ-ÿ]")
""" A page that begins with a small letter, in the scripts that have such."""


def read_pdf(raw: bytes) -> ReadDocument:
    """The text of all pages, an empty line between two. Raises `DocumentRefused`."""
    try:
        with _quietly():
            return _read_pages(raw)
    except (DocumentRefused, MemoryError):
        raise
    except Exception as error:  # a broken file makes the library raise anything
        told = one_line(str(error))[:200] or type(error).__name__
        raise DocumentRefused(f"The PDF cannot be read ({told}). Open it elsewhere and save its text.") from error


def _read_pages(raw: bytes) -> ReadDocument:
    from pypdf import PdfReader  # an eighth of a second, and only PDFs need it

    reader = PdfReader(io.BytesIO(raw))
    done = _unlock(reader)
    if len(reader.pages) > MOST_PAGES:
        raise DocumentRefused(f"The PDF has {len(reader.pages):,} pages, more than {MOST_PAGES:,}. Split it.")
    placed, length = [], 0
    for page in reader.pages:
        placed.append(read_placed(page))
        length += sum(map(len, placed[-1].lines))
        if length > MOST_CHARACTERS:
            raise DocumentRefused(f"The PDF has more than {MOST_CHARACTERS:,} characters. Split it.")
    empty = [number for number, page in enumerate(placed, 1) if not page.text.strip()]
    heads = [_head_words(row) for row in take_off(placed)]
    pages = [page.text for page in placed]
    if pages and len(empty) == len(pages):
        raise DocumentRefused("The PDF has pictures and no text. Run text recognition (OCR) first, and add the result.")
    if empty:
        done.append(f"{_pages(empty)} without text: perhaps pictures")
    text, changed = clean_text(_join_pages([page for page in pages if page.strip()]) + "\n")
    done = [*done, "text taken from the PDF's pages", *heads, *changed]
    return ReadDocument(text, _metadata(reader), tuple(done), _remarks(reader))


def _join_pages(pages: Sequence[str]) -> str:
    """An empty line between two; none where the first ends in the middle of a sentence."""
    joined = [pages[0]] if pages else []
    for before, page in pairwise(pages):
        goes_on = _GOES_ON.match(page) and not _ENDS.search(before)
        joined += ["\n" if goes_on else "\n\n", page]
    return "".join(joined)


def _head_words(row: RunningRow) -> str:
    """`running head “Ministry” taken off pages 2 to 9`."""
    name = "page numbers" if row.is_number else f"running {'head' if row.is_head else 'foot'}"
    kept = f", and kept {'above' if row.is_head else 'below'} the text" if row.is_kept else ""
    return f"{name} “{row.text[:_SHOWN]}{'…' if len(row.text) > _SHOWN else ''}” taken off {_pages(row.pages)}{kept}"


def _unlock(reader: "PdfReader") -> list[str]:
    """Open what is locked against changes alone; what needs a password is refused."""
    if not reader.is_encrypted:
        return []
    from pypdf.errors import DependencyError

    try:
        opened = bool(reader.decrypt(""))
    except (DependencyError, NotImplementedError):
        opened = False
    if not opened:
        raise DocumentRefused("The PDF is encrypted. Save a copy without a password and add the copy.")
    return ["opened with an empty password"]


def _metadata(reader: "PdfReader") -> dict[str, str]:
    about = reader.metadata
    catalog = reader.root_object
    given = {
        "title": one_line(about.title) if about else "",
        "author": one_line(about.author) if about else "",
        "language": as_language(one_line(catalog.get("/Lang"))),
    }
    return {name: value for name, value in given.items() if value}


def _remarks(reader: "PdfReader") -> tuple[str, ...]:
    """When the file was made is not when it was published: said, and not written."""
    try:
        made = reader.metadata.creation_date if reader.metadata else None
    except ValueError:
        made = None
    if made is None:
        return ()
    day = made.date().isoformat()
    return (f"The file says that it was made on {day}. If it was published on that day, use --published {day}.",)


def _pages(numbers: Sequence[int]) -> str:
    """`page 3`; `pages 1 to 4, 7, 9, …`; the numbers from 1, in their order."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    shown = [f"{run[0]} to {run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs]
    return f"page{'s' if len(numbers) > 1 else ''} {', '.join(shown[:10])}{', …' if len(shown) > 10 else ''}"


@contextmanager
def _quietly() -> Iterator[None]:
    """What the library finds odd in a file that it can read concerns nobody here."""
    logger = logging.getLogger("pypdf")
    before, propagates, swallowed = logger.level, logger.propagate, _Swallowed()
    logger.setLevel(logging.DEBUG)
    logger.propagate = False
    logger.addHandler(swallowed)
    try:
        yield
    finally:
        logger.removeHandler(swallowed)
        logger.propagate = propagates
        logger.setLevel(before)
    if swallowed.want_of_memory:
        raise MemoryError


class _Swallowed(logging.Handler):
    """Listens for a want of memory that the library takes for a fault of one part, and passes over."""

    want_of_memory = False

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002  what it says does not matter
        self.want_of_memory |= isinstance(sys.exc_info()[1], MemoryError)
