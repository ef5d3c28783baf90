"""An empty workspace, to be written into."""

from pathlib import Path

import pytest


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An empty workspace."""
    for folder in ("seeds", "events"):
        (tmp_path / folder).mkdir()
    return tmp_path
