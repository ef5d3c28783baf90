"""What tells a workspace from every other one, as far as that can be known without asking anybody."""

import platform
from pathlib import Path

from dashboard.store.git.history import History
from dashboard.store.git.program import HistoryUnreadable


def identity_of(root: Path) -> str:
    """The first commit of its history and its folder there, which all clones share; else this machine and its path.

    For hashing: it may name folders of this machine.
    """
    try:
        known = History(root).identity()
    except HistoryUnreadable:
        known = None
    return f"git:{known}" if known else f"path:{platform.node()}:{root.resolve().as_posix()}"
