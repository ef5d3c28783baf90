"""The workspace that the page shows: validated anew as soon as a file of it changes."""

import os
from pathlib import Path
from typing import Final

import streamlit as st

from dashboard.app.shown import catalogue
from dashboard.checks.validation import Validation, validate
from dashboard.query.filters import Catalogue
from dashboard.query.reading import Mode

ROOT_VARIABLE: Final = "DATELINE_WORKSPACE"
"""Set by `dateline serve`; without it, the folder that the server was started in."""
_FOLDERS: Final = ("events", "seeds")

Signature = tuple[tuple[str, int, int], ...]


def root() -> Path:
    """The workspace's folder."""
    return Path(os.environ.get(ROOT_VARIABLE) or ".").resolve()


def validation() -> Validation:
    """Of the workspace as its files are now; shared by all sessions, and read-only."""
    folder = root()
    return _validated(str(folder), signature(folder))


def loaded(mode: Mode) -> tuple[Validation, Catalogue]:
    """The same, with its events prepared for filtering in one mode."""
    folder = root()
    files = signature(folder)
    return _validated(str(folder), files), _catalogue(str(folder), files, mode)


def signature(folder: Path) -> Signature:
    """Name, time of change in nanoseconds and size of every file in the workspace's two folders."""
    found: list[tuple[str, int, int]] = []
    waiting = [str(folder / name) for name in _FOLDERS]
    while waiting:
        try:
            entries = list(os.scandir(waiting.pop()))
        except OSError:  # gone, or not to be read: loading says so
            continue
        for entry in entries:
            try:
                status = entry.stat(follow_symlinks=False)
                is_folder = entry.is_dir(follow_symlinks=False)
            except OSError:
                continue
            found.append((entry.path, status.st_mtime_ns, status.st_size))
            if is_folder:
                waiting.append(entry.path)
    return tuple(sorted(found))


@st.cache_resource(max_entries=2, show_spinner=False)
def _validated(folder: str, files: Signature) -> Validation:
    del files  # only a part of the cache's key
    return validate(Path(folder))


@st.cache_resource(max_entries=4, show_spinner=False)
def _catalogue(folder: str, files: Signature, mode: Mode) -> Catalogue:
    return catalogue(_validated(folder, files), mode)
