"""Repositories of git, with nobody's settings."""

import os
import shutil
import subprocess
from pathlib import Path

_PERSON = {f"GIT_{who}_{what}": "Nobody <no@body>" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
_SETTINGS = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_DATE": "2001-01-01T00:00:00Z"}


def git(folder: Path, *arguments: str | Path, at: str = "2025-09-04T12:00:00Z") -> str:
    """Run git in a folder, and return what it prints; `at` is when a commit is made."""
    asked = [shutil.which("git") or "git", "-c", "protocol.file.allow=always", "-c", "commit.gpgsign=false"]
    environment = {**os.environ, **_PERSON, **_SETTINGS, "GIT_COMMITTER_DATE": at}
    command = [*asked, *map(str, arguments)]
    ended = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def committed(folder: Path, day: str, at: str = "12:00:00Z") -> str:
    """Commit all that is in a folder, at noon (UTC) of a day, making it a repository if need be; the commit's hash."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", f"As of {day}", at=f"{day}T{at}")
    return git(folder, "rev-parse", "HEAD").strip()
