"""The seed workspace as if it had been followed: what it did not know on a day in 2025, and judgements to be scored."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

SINCE: Final = "2025-10-01"
"""The day of the first commit: nothing that happened later was known, and of the base at Manta little."""
_LATER: Final = ("ecuador-referendum", "ecuador-referendum-proclaimed", "us-air-force-at-manta", "us-base-last-flight")
_THREAD: Final = "made-up:\n  title: A made-up thread, to show how judgements are scored\n  questions:\n"
_EVENT: Final = """\
title: All made-up questions are answered
when: {assessed: {date: "2025-09-01", basis: inferred, note: Made up.}}
claims: {made-up: {text: It is made up., basis: inferred, note: Made up.}}
"""
_LIKELY: Final = ("almost-no-chance", "unlikely", "unlikely", "roughly-even-chance", "likely", "likely", "very-likely")
_NUMBER: Final = 21
_CAME: Final = frozenset({2, 3, 4, 5, 6, 11, 12, 13, 18, 20})
"""Those that were answered with yes: fewer than were said to be likely, more than were said to be unlikely."""


@contextmanager
def followed(seed: Path) -> Iterator[Path]:
    """A workspace in a folder that is gone when the context ends, with a commit of what was known by `SINCE`."""
    with TemporaryDirectory(prefix="dateline-pictures-") as name:
        root = Path(name)
        for folder in ("seeds", "events"):
            shutil.copytree(seed / folder, root / folder)
        _foretell(root / "events")
        folder = root / "events" / "ecuador"
        now = {path: path.read_text(encoding="utf-8") for path in folder.iterdir()}
        for each in _LATER:
            (folder / f"{each}.yaml").unlink()
        (root / "events" / "briefings").rename(root / "kept")  # it names what was not known
        closed = folder / "us-base-closed.yaml"
        closed.write_text(_without(now[closed], "  assessed:", "where:"), encoding="utf-8")
        _commit(root)
        (root / "kept").rename(root / "events" / "briefings")
        for path, text in now.items():
            path.write_text(text, encoding="utf-8")
        yield root


def _without(text: str, first: str, behind: str) -> str:
    """The lines of a file but for those from one on, up to another."""
    start = text.index(f"{first}\n")
    return text[:start] + text[text.index(f"{behind}\n", start) :]


def _foretell(events: Path) -> None:
    """So many questions, judged and answered."""
    numbers = range(1, _NUMBER + 1)
    asked = "".join(f'    q{each}: {{text: "Will example {each} come about?"}}\n' for each in numbers)
    threads = events / "registry" / "threads.yaml"
    threads.write_text(threads.read_text(encoding="utf-8") + _THREAD + asked, encoding="utf-8")
    rest = 'confidence: moderate, claims: [made-up], by: XY, on: "2025-01-01"'
    judged = "".join(
        f"  - {{question: made-up/q{each}, likelihood: {_LIKELY[each % len(_LIKELY)]}, {rest}}}\n" for each in numbers
    )
    answers = "".join(
        f'  - {{question: made-up/q{each}, outcome: "{"yes" if each in _CAME else "no"}", claims: [made-up]}}\n'
        for each in numbers
    )
    (events / "made-up").mkdir()
    written = f"{_EVENT}judgements:\n{judged}answers:\n{answers}"
    (events / "made-up" / "all-answered.yaml").write_text(written, encoding="utf-8")


def _commit(root: Path) -> None:
    at = f"{SINCE}T12:00:00Z"
    who = {f"GIT_{role}_{what}": "pictures" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    dates = {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
    environment = {**os.environ, **who, **dates, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    for command in (
        ("init", "--quiet"),
        ("add", "--all"),
        ("commit", "--quiet", "--message", f"What was known on {SINCE}"),
    ):
        subprocess.run(["git", *command], cwd=root, env=environment, check=True)
