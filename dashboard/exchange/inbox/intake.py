"""Documents are taken into the inbox: files, pasted texts, and what addresses give."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath, PureWindowsPath
from typing import Final

from dashboard import clock
from dashboard.errors import DatelineError
from dashboard.exchange.documents import GivenDocument, fetch_document
from dashboard.exchange.inbox.contents import GIVEN_FIELDS, InboxEntry
from dashboard.exchange.inbox.reading import read_quickly
from dashboard.store.inbox import change_item, item_id, store_item
from dashboard.store.source_description import problem_of
from dashboard.text.visible import one_line

LONGEST_NAME: Final = 200
"""Characters of a file's name that are kept."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What became of a document."""

    id: str
    """The id of the item."""
    is_new: bool
    """False if its text is in the inbox already."""
    remarks: tuple[str, ...] = ()
    """What somebody should know, each a sentence."""


class FieldRefused(DatelineError):
    """What somebody typed of a document cannot stand in a description."""


NOTHING_KNOWN: Final[Mapping[str, str]] = {}


def take_in(
    root: Path,
    given: GivenDocument,
    known: Mapping[str, str] = NOTHING_KNOWN,
    *,
    chosen: Mapping[str, str] = NOTHING_KNOWN,
    encoding: str | None = None,
) -> Intake:
    """Keep the text of a document as an item. What is `known` stands where the document says nothing.

    What is `chosen` stands in place of what it says. No file is named after the document: whatever it is called, it
    lies where its hash says. Raises `FieldRefused`, `DocumentRefused` or `InboxNotChanged`; then nothing was written.
    """
    _refuse_bad_fields(chosen)
    document = read_quickly(given, encoding)
    fields = {**known, **document.given, **given.fields, **chosen}
    kept = {name: value for name, value in fields.items() if name in (*GIVEN_FIELDS, "feed") and value}
    if given.name and "url" not in kept:
        kept["file"] = file_name(given.name)
    is_new = store_item(root, document.text, {**kept, "received": clock.today().isoformat()})
    return Intake(item_id(document.text), is_new, (*given.remarks, *document.remarks))


def _refuse_bad_fields(chosen: Mapping[str, str]) -> None:
    for name, value in chosen.items():
        if problem := problem_of(name, value):
            name = "date" if name == "published" else name
            hint = f"{problem.hint[:1].upper()}{problem.hint[1:].rstrip('.')}." if problem.hint else ""
            raise FieldRefused(f"The {name} cannot be “{value[:80]}”: {problem.message}. {hint}".strip())


def file_name(given: str) -> str:
    """The last step of a path of any system, on one line and with its end if it is long: a name and no more."""
    name = one_line(PureWindowsPath(PurePath(given).name).name) or "document"
    return name if len(name) <= LONGEST_NAME else f"…{name[-LONGEST_NAME + 1 :]}"


def take_in_address(
    root: Path,
    address: str,
    known: Mapping[str, str] = NOTHING_KNOWN,
    *,
    chosen: Mapping[str, str] = NOTHING_KNOWN,
    allow_private: bool = False,
) -> Intake:
    """Fetch a document and keep its text as an item. Raises `AddressRefused` as well."""
    _refuse_bad_fields(chosen)
    return take_in(root, fetch_document(address, allow_private=allow_private), known, chosen=chosen)


def fetch_article(root: Path, entry: InboxEntry, *, allow_private: bool = False) -> Intake:
    """Fetch the page that an item of a feed is about, as an item of its own in place of it; raises as the others do."""
    item = entry.item
    about = {name: str(value) for name, value in entry.fields.items() if name in (*GIVEN_FIELDS, "feed")}
    taken = take_in_address(root, item.url or "", about, allow_private=allow_private)
    if taken.id != entry.id:
        change_item(root, entry.id, entry.fields, article=taken.id)
    return taken
