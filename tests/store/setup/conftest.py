"""Workspaces that were just created."""

import pytest

from dashboard.store.setup import create_workspace


@pytest.fixture
def created(tmp_path):
    """A new workspace in `our-events`."""
    return create_workspace(tmp_path / "our-events").root


@pytest.fixture
def files_in():
    """What every file below a folder holds, by name; and every folder, which holds None."""

    def held(folder):
        paths = sorted(folder.rglob("*"))
        return {path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None for path in paths}

    return held
