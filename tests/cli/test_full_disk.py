"""No disk space, and a disk that only reads: each command that writes says so, and nothing of the workspace changes."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from dashboard.cli.main import dateline as whole_command
from tests.datasets import row, write_rows
from tests.disks import no_space, only_reading

TEXT = "The port of Lorne closed on 4 May 2021. Its mayor said so on the same day, to a meeting of dock workers.\n"
ROWS = Path(__file__).parents[1] / "exchange" / "imports" / "files" / "ucdp-25.1.csv"
WAITING = "A text that ITEM.txt"
WRITING = {
    "annotations import": ["annotations import NOTES"],
    "brief new": ["brief new calm --title Calm --marking GREEN --all"],
    "brief verify": ["brief verify us-troops-in-ecuador --accept"],
    "brief build": ["brief build us-troops-in-ecuador --format md --out built"],
    "draft": ["draft us-troops-ecuador --accept KEY", "draft us-troops-ecuador --write"],
    "fmt": ["fmt"],
    "import": ["import ucdp UCDP"],
    "inbox accept": ["inbox accept ITEM"],
    "inbox add": ["inbox add OTHER"],
    "inbox reopen": ["inbox reopen ASIDE"],
    "inbox same-as": ["inbox same-as ITEM us-troops-ecuador"],
    "inbox set-aside": ["inbox set-aside ITEM --reason old"],
    "init": ["init another"],
    "new": ["new calm --title Calm"],
    "promote": ["promote ged row-2"],
    "publish": ["publish published"],
    "rename": ["rename quito capital"],
    "schema": ["schema --workspace ."],
    "source add": ["source add OTHER"],
    "source check": ["source check read --accept"],
    "source remove": ["source remove read"],
    "source rename": ["source rename read been"],
}
"""What writes into a workspace; each is tried with the records that it would change."""
_READING = {
    "annotations export",
    "brief list",
    "date",
    "docs",
    "evidence",
    "explain",
    "export",
    "inbox list",
    "inbox show",
    "query",
    "serve",
    "since",
    "source list",
    "source show",
    "validate",
}
"""What only reads; of `serve`, each thing that its pages write has a test of its own."""
_FETCHING = {"inbox fetch", "inbox fetch-article"}
"""What writes what it fetched, as `inbox add` does."""


def commands(group: click.Group, before: str = "") -> Iterator[str]:
    """Every command, by its words."""
    context = click.Context(group)
    for name in group.list_commands(context):
        each = group.get_command(context, name)
        yield from commands(each, f"{before}{name} ") if isinstance(each, click.Group) else [before + name]


def test_every_command_is_known_to_write_or_only_to_read():
    """A new command that writes is tried here as well."""
    assert {*WRITING, *_READING, *_FETCHING} == set(commands(whole_command))


@pytest.fixture
def filled(workspace: Path, dateline: Any, tmp_path: Path) -> Path:
    """The seed workspace with an untidy event, a changed text, and items in the inbox; and beside it, new documents."""
    (tmp_path / "other.txt").write_text(TEXT, encoding="utf-8")
    for name, words in (("read", "1"), ("waits", "2"), ("aside", "3")):
        (tmp_path / f"{name}.txt").write_text(TEXT.replace("Lorne", f"Port {name} {words}"), encoding="utf-8")
    assert dateline("source", "add", tmp_path / "read.txt", "--id", "read", "--workspace", workspace).code == 0
    text = workspace / "seeds" / "read.txt"
    text.write_text(f"{text.read_text(encoding='utf-8')}More of it.\n", encoding="utf-8")
    assert dateline("inbox", "add", tmp_path / "waits.txt", tmp_path / "aside.txt", "--workspace", workspace).code == 0
    assert (
        dateline("inbox", "set-aside", item(workspace, "aside"), "--reason", "old", "--workspace", workspace).code == 0
    )
    notes = dateline("annotations", "export", "us-base-closed", "--workspace", workspace).out
    (tmp_path / "notes.json").write_text(notes.replace("Ecuador hosted", "Ecuador once hosted"), encoding="utf-8")
    write_rows(workspace, [row(2)])
    event = workspace / "events" / "ecuador" / "us-base-closed.yaml"
    told = event.read_text(encoding="utf-8").replace("in Ecuador closes", "in Ecuador is closed")
    event.write_text(f"tags: [base]\n{told}", encoding="utf-8")
    return workspace


def item(workspace: Path, name: str) -> str:
    """The id of an item of the inbox."""
    return next(
        file.stem
        for file in (workspace / "inbox" / "items").glob("*.txt")
        if f"Port {name}" in file.read_text(encoding="utf-8")
    )


def words_of(command: str, workspace: Path, dateline: Any) -> list[str | Path]:
    """The command's words, with what stands for something of this workspace."""
    place = workspace.parent
    stands_for: dict[str, Any] = {
        "UCDP": lambda: ROWS,
        "OTHER": lambda: place / "other.txt",
        "NOTES": lambda: place / "notes.json",
        "ITEM": lambda: item(workspace, "waits"),
        "ASIDE": lambda: item(workspace, "aside"),
        "KEY": lambda: json.loads(
            dateline("draft", "us-troops-ecuador", "--format", "json", "--workspace", workspace).out
        )["proposals"][0]["key"],
    }
    return [stands_for.get(word, lambda word=word: word)() for word in command.split()]


def contents(workspace: Path) -> dict[str, bytes]:
    """Every file beside and in the workspace."""
    return {str(file): file.read_bytes() for file in workspace.parent.rglob("*") if file.is_file()}


@pytest.mark.parametrize("disk", ["full", pytest.param("read-only", marks=pytest.mark.proof)])
@pytest.mark.parametrize("command", [each for lines in WRITING.values() for each in lines])
def test_nothing_changes_on_a_disk_that_takes_nothing(command, disk, filled, dateline, monkeypatch):
    """The command says why in a sentence, and every file is as it was; later, the same command changes something."""
    monkeypatch.chdir(filled)
    words = words_of(command, filled, dateline)
    before = contents(filled)
    with no_space() if disk == "full" else only_reading(monkeypatch):
        ended = dateline(*words)
    assert ended.code in (1, 2), ended
    told = ended.err + ended.out
    assert "Traceback" not in told
    assert any(why in told for why in ("too large", "disk is full", "read-only")), told
    assert contents(filled) == before
    ended = dateline(*words)
    assert contents(filled) != before, ended
