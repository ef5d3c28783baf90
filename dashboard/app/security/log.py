"""The server's log: one plain line for what went wrong, also where a stranger sent nonsense."""

import logging
import os
import sys
from typing import Final

_TRACED: Final = ("uvicorn.error", "streamlit.error_util", "streamlit.runtime.app_session")
"""Who would write a stack trace, some fifty lines long, for whatever a stranger sends."""
_REFUSED: Final = "ASGI callable returned without completing handshake."
"""What uvicorn says of a WebSocket that was refused with a sentence: that is no fault."""


def note(sentence: str) -> None:
    """Write a line for whoever runs the server."""
    sys.stderr.write(f"dateline: {sentence}\n")


def shorten_log() -> None:
    """Let Streamlit and uvicorn write no stack trace, unless `DATELINE_DEBUG` is set."""
    for name in _TRACED:
        logging.getLogger(name).addFilter(_shorten_record)


def _shorten_record(record: logging.LogRecord) -> bool:
    if record.exc_info and record.exc_info[0] and not os.environ.get("DATELINE_DEBUG"):
        what = record.getMessage().strip().rstrip(".")
        record.msg, record.args = f"{what}: {record.exc_info[0].__name__}. DATELINE_DEBUG=1 shows where.", ()
        record.exc_info = None
    return record.msg != _REFUSED
