"""Imported rows are asked of the engine that the server was started with; one that does not answer is tried again."""

from pathlib import Path

import pytest

from dashboard.app.shell import imports
from dashboard.app.shell.imports import ENGINE_VARIABLE
from tests.datasets import row, write_rows


def test_without_an_engine_this_machine_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rows are there, and a new import is seen."""
    monkeypatch.delenv(ENGINE_VARIABLE, raising=False)
    write_rows(tmp_path, [row(1)])
    cache = imports._ImportsCache(tmp_path)
    first = cache.now().rows
    assert first is not None
    assert [each.name for each in first.datasets] == ["ged"]
    assert cache.now().rows is first
    write_rows(tmp_path, [row(2)], "other")
    later = cache.now().rows
    assert later is not None
    assert [each.name for each in later.datasets] == ["ged", "other"]


def test_a_server_that_does_not_answer_is_told_and_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages say why there are no rows; they need no new start when the server is back."""
    monkeypatch.setenv(ENGINE_VARIABLE, "sc://127.0.0.1:1")
    write_rows(tmp_path, [row(1)])
    cache = imports._ImportsCache(tmp_path)
    told = cache.now()
    assert told.rows is None
    assert "sc://127.0.0.1:1 does not answer" in told.problem
    monkeypatch.delenv(ENGINE_VARIABLE)
    assert cache.now() is told
    monkeypatch.setattr(imports, "_TRY_AGAIN_SECONDS", 0)
    assert cache.now().rows is not None


def test_no_dataset_asks_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A workspace without imports opens no connection."""
    monkeypatch.setenv(ENGINE_VARIABLE, "sc://127.0.0.1:1")
    assert imports._ImportsCache(tmp_path).now().problem == ""
