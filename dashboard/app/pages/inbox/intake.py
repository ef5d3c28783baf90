"""What is put into the inbox in the browser: pasted text, an address, a file. The page sends it in parts."""

import base64
import binascii
from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from dashboard.app.scripts import module
from dashboard.app.shell import cache_of_workspace, number_of, read_only, root, state, why_read_only
from dashboard.errors import DatelineError
from dashboard.exchange.documents import GivenDocument
from dashboard.exchange.inbox import Intake, take_in, take_in_address
from dashboard.text.visible import one_line

COMPONENT: Final = "intake"
MOST_BYTES: Final = 20_000_000
"""The largest file that a page may send."""
PART_BYTES: Final = 1_500_000
"""So much of a file is sent at once: what a page may say at once is bounded (config.toml)."""
_UPLOAD: Final = "upload of Inbox"
_ANSWER: Final = "answer of Inbox"
_FIELDS: Final = ("title", "outlet", "published")
_LONGEST_FIELD: Final = 500

_intake = st.components.v2.component("dateline_intake", js=module("inbox/intake"), isolate_styles=False)


class NotTakenIn(DatelineError):
    """What was sent is no document; the message says why."""


def intake(*, is_open: bool) -> None:
    """Put the boxes on the page; they are `is_open` where there is nothing else to do."""
    answer = state.recall(_ANSWER) or {}
    _intake(
        key=COMPONENT,
        data=[{"most": MOST_BYTES, "part": PART_BYTES, "answer": answer, "open": is_open}],
        on_pressed_change=answer_intake,
    )


def answer_intake() -> None:
    """Take in what was sent, once; the page is told how it went."""
    pressed = state.pressed_of(COMPONENT)
    number = str(pressed.get("press", ""))
    before = state.recall(_ANSWER) or {}
    if not number or before.get("press") == number:
        return  # said once more, as its answer was slow
    state.go_on()
    state.flash("")
    answer: dict[str, Any] = {"press": number, "told": "", "wrong": "", "next": None, "done": False}
    try:
        if read_only():
            raise NotTakenIn(f"Not taken in: {why_read_only()}")
        taken = _address(pressed) if pressed.get("what") == "address" else _part(pressed)
        if taken is None:
            answer["next"] = number_of(pressed.get("part")) + 1
        else:
            answer |= {"done": True, "told": _words(taken)}
            cache_of_workspace(root()).look()
            state.set_address("item", taken.id)
    except DatelineError as error:
        state.remember(_UPLOAD, None)
        answer["wrong"] = str(error)
    state.remember(_ANSWER, answer)


def _words(taken: Intake) -> str:
    told = "Taken into the inbox." if taken.is_new else "The inbox has this text already."
    return " ".join([told, *taken.remarks])


def _fields_typed(pressed: Mapping[str, Any]) -> dict[str, str]:
    """What the reader has typed of the document."""
    fields = {name: one_line(str(pressed.get(name) or ""))[:_LONGEST_FIELD] for name in _FIELDS}
    return {name: value for name, value in fields.items() if value}


def _address(pressed: Mapping[str, Any]) -> Intake:
    address = str(pressed.get("address") or "").strip()
    if "://" not in address:
        raise NotTakenIn("An address begins with http:// or https://.")
    return take_in_address(root(), address, chosen=_fields_typed(pressed))


def _part(pressed: Mapping[str, Any]) -> Intake | None:
    """Keep a part of a document; with the last one, take it in. None while others are to come."""
    upload, number, of = str(pressed.get("upload")), number_of(pressed.get("part")), number_of(pressed.get("of"), 1)
    if of * PART_BYTES > MOST_BYTES + PART_BYTES:
        raise NotTakenIn(f"The file has more than {MOST_BYTES // 1_000_000} MB. Put it into the folder inbox/ instead.")
    kept = state.recall(_UPLOAD) or {}
    parts: list[bytes] = list(kept.get("parts") or ()) if kept.get("upload") == upload else []
    if number != len(parts):
        raise NotTakenIn("A part of the file was lost on its way. Send it again.")
    try:
        parts.append(base64.b64decode(str(pressed.get("data") or ""), validate=True))
    except (binascii.Error, ValueError) as error:
        raise NotTakenIn("What was sent cannot be read. Send it again.") from error
    if len(parts[-1]) > PART_BYTES:
        raise NotTakenIn("What was sent cannot be read. Send it again.")
    if len(parts) < of:
        state.remember(_UPLOAD, {"upload": upload, "parts": parts})
        return None
    state.remember(_UPLOAD, None)
    name = str(pressed.get("name") or "")
    return take_in(root(), GivenDocument(name, b"".join(parts), None if name else "txt"), chosen=_fields_typed(pressed))
