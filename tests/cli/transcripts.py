"""What commands print, how they end and which files they leave: `python -m tests.cli.transcripts` writes it anew."""

import datetime as dt
import os
import re
import shlex
import tempfile
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any, Final
from unittest import mock

import yaml

from dashboard.cli.main import exit_code
from dashboard.cli.terminal import printable
from tests.worlds import build, change

FOLDER: Final = Path(__file__).parent / "golden"
TRANSCRIPTS: Final = yaml.safe_load((Path(__file__).parent / "transcripts.yaml").read_text(encoding="utf-8"))
_NOON: Final = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
_COMMIT: Final = re.compile(r"\b([0-9a-f]{40}|[0-9a-f]{12})\b")
_SETTINGS: Final = {"BROWSER_PATH": "/nowhere/chromium", "COLUMNS": "120"}  # nothing is drawn


def transcript(name: str) -> str:
    """Of the commands of one entry, each with its output, its errors behind `! ` and how it ended."""
    entry = TRANSCRIPTS[name]
    told = [f"# {entry['says']}"]
    with (
        tempfile.TemporaryDirectory() as folder,
        mock.patch("dashboard.clock._instant", return_value=_NOON),
        mock.patch.dict(os.environ, _SETTINGS),
    ):
        workspace = build(entry["world"], Path(folder).resolve() / "workspace")
        before = _files(workspace)
        with chdir(workspace):
            told += [_run(step) if isinstance(step, str) else _changed(workspace, step) for step in entry["run"]]
        after = _files(workspace)
        told += sorted(f"{'+' if name not in before else '-' if name not in after else '~'} {name}"
                       for name in before.keys() | after.keys() if before.get(name) != after.get(name))  # fmt: skip
        text = "\n".join(told).replace(folder, "FOLDER").replace("\r\n", "\n") + "\n"
    return _COMMIT.sub("(commit)", text)


def _run(command: str) -> str:
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = exit_code(shlex.split(command))
    errors = "".join(f"! {line}\n" for line in err.getvalue().splitlines())
    return f"\n$ dateline {printable(command)}\n{out.getvalue()}{errors}" + (f"[exit {code}]\n" if code else "")


def _changed(workspace: Path, step: dict[str, Any]) -> str:
    if file := step.get("show"):  # of a written briefing its sections, of a record all but its hashes
        text = (workspace / file).read_text(encoding="utf-8")
        text = text.partition("\n## ")[2].partition("## Annex")[0] if file.endswith(".md") else text
        return f"\n({file})\n\n{text.partition('built_on:')[0]}"
    change(workspace, step)
    return "\n" + "\n".join(f"({how}: {', '.join(files)})" for how, files in step.items())


def _files(workspace: Path) -> dict[str, bytes]:
    found = (path for path in workspace.rglob("*") if ".git" not in path.parts and path.is_file())
    return {path.relative_to(workspace).as_posix(): path.read_bytes() for path in found}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for known in FOLDER.glob("*.txt"):
        known.unlink()
    for each in TRANSCRIPTS:
        (FOLDER / f"{each}.txt").write_text(transcript(each), encoding="utf-8")
