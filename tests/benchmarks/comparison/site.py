"""The pages of the other programs: installed by npm, and served on this machine alone."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from dashboard.cli.listening import LOOPBACK, address

HERE = Path(__file__).parent
PACKAGES = HERE / "package.json"
INSTALL = (
    "install", "--omit=peer", "--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund",
    "--no-update-notifier", "--loglevel=error",
)  # fmt: skip
"""Versions are exact in package.json. Peers are left out: the bundle of vis-timeline that is used has them in it."""


def versions() -> dict[str, str]:
    """By package the version that is measured."""
    pinned: dict[str, str] = json.loads(PACKAGES.read_text(encoding="utf-8"))["dependencies"]
    return pinned


def build_site(folder: Path, events: Mapping[int, Sequence[object]]) -> Path:
    """Put pages, packages and events into the empty `folder`. Exits with a word where npm is missing or fails."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("There is no npm on the path: install Node.js to measure the other programs.")
    shutil.copytree(HERE / "pages", folder, dirs_exist_ok=True)
    shutil.copy(PACKAGES, folder)
    installed = subprocess.run([npm, *INSTALL], cwd=folder, capture_output=True, text=True, check=False)
    if installed.returncode:
        sys.exit(f"npm could not install the other programs:\n{installed.stderr.strip()}")
    for count, each in events.items():
        (folder / f"events-{count}.json").write_text(json.dumps(each), encoding="utf-8")
    return folder


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_words: object) -> None:
        """Says nothing of what is fetched."""


@contextmanager
def served_folder(folder: Path) -> Iterator[str]:
    """The address of a folder's files."""
    with ThreadingHTTPServer((LOOPBACK, 0), partial(_Quiet, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield address(LOOPBACK, server.server_port)
        finally:
            server.shutdown()
            thread.join()
