"""The text of a record's file with other values: whatever does not differ stays, byte for byte."""

from collections.abc import Mapping
from typing import Any, Final

from dashboard.errors import DatelineError
from dashboard.store.editing.lines import Awkward, LineEditor, Order
from dashboard.store.editing.nodes import tree_of
from dashboard.store.editing.values import is_same
from dashboard.store.text_file import MAX_BYTES
from dashboard.store.yaml import Document, read_document

_BOM: Final = "\ufeff"


class NotEditable(DatelineError):
    """A file that cannot be changed for certain; the message says what to do."""


def no_order(_path: object) -> tuple[str, ...]:
    """No order of fields: what is new comes last."""
    return ()


def edit_record(raw: bytes, now: Mapping[str, Any], order: Order = no_order) -> bytes:
    """The bytes of a file that says `now`, made of those of one that says something else.

    Comments, the order of fields, quotes, blank lines, line ends and a byte order mark stay, but those within a value
    that is written anew. The result is read again, and has to say what was meant. Raises `NotEditable`.
    """
    before = read_document(raw)
    if before.data is None:
        problem = before.problems[0]
        raise NotEditable(f"Line {problem.line}, column {problem.column}: {problem.message}. Correct the file first.")
    if is_same(before.data, now):
        return raw
    written = raw.decode("utf-8")
    for is_coarse in (False, True):
        changed = _edit(written, before, now, order, is_coarse=is_coarse)
        if changed is not None:
            return changed
    raise NotEditable(
        "The file cannot be changed safely. Put each field on its own line, without `{}` around all of them, or change "
        "the file in an editor."
    )


def _edit(written: str, before: Document, now: Mapping[str, Any], order: Order, *, is_coarse: bool) -> bytes | None:
    body = written.removeprefix(_BOM)
    editor = LineEditor(body, order, is_coarse=is_coarse)
    try:
        editor.change(tree_of(body), before.data, now)
    except Awkward:
        return None
    changed = (written[: len(written) - len(body)] + editor.changed_text()).encode("utf-8", "surrogatepass")
    if len(changed) > MAX_BYTES:
        raise NotEditable(
            f"The file would have {len(changed):,} bytes, but the limit is {MAX_BYTES:,}. Shorten the record."
        )
    after = read_document(changed)
    is_meant = after.data is not None and is_same(after.data, now)
    return changed if is_meant and len(after.problems) <= len(before.problems) else None
