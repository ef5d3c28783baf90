"""A key of whoever runs Dateline on this machine: it tells what this machine wrote from what came with a workspace."""

import hashlib
import hmac
import os
import secrets
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

_NAME: Final = "key"
_BYTES: Final = 32


def signature(content: bytes) -> str:
    """What only this machine can write of `content`; empty where it can keep no key."""
    key = _key(_folder())
    return hmac.new(key, content, hashlib.sha256).hexdigest() if key else ""


def is_signed(content: bytes, signed: str) -> bool:
    """Whether `signed` is the signature of `content` by this machine."""
    ours = signature(content)
    return bool(ours) and hmac.compare_digest(ours.encode(), signed.encode("utf-8", "replace"))


def _folder() -> Path:
    """Where programs keep what is their own, and no document of anybody's."""
    if given := os.environ.get("XDG_STATE_HOME"):
        return Path(given) / "dateline"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "dateline"
    return Path.home() / ".local" / "state" / "dateline"


@cache
def _key(folder: Path) -> bytes:
    """The key in the folder, made where there is none; empty where it can be neither read nor written."""
    with suppress(OSError, RuntimeError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with suppress(FileExistsError):
            made = os.open(folder / _NAME, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
            with os.fdopen(made, "wb") as file:
                file.write(secrets.token_bytes(_BYTES))
        found = (folder / _NAME).read_bytes()
        return found if len(found) == _BYTES else b""
    return b""
