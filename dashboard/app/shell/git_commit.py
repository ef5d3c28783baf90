"""What was saved, committed to git where that was ticked."""

from collections.abc import Sequence

import streamlit as st

from dashboard.app.shell.workspace_cache import root
from dashboard.errors import DatelineError
from dashboard.store.git import commit_files, is_repository


@st.cache_data(ttl=60, show_spinner=False)
def _is_repository(folder: str) -> bool:
    """Looked up once a minute: the folder is the key."""
    return bool(folder) and is_repository(root())


def can_commit() -> bool:
    """Whether the workspace is in a git repository."""
    return _is_repository(str(root()))


def commit_saved(files: Sequence[str], message: str) -> str:
    """Commit files that were saved; what became of it, as a sentence."""
    try:
        return f"Committed as {commit_files(root(), files, message)}."
    except DatelineError as error:
        return str(error)
