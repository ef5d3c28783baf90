"""`dateline serve`: the dashboard in the browser."""

import os
import re
import sys
import webbrowser
from pathlib import Path

import click

from dashboard import __version__
from dashboard.cli.finding import workspace_option, workspace_root
from dashboard.cli.listening import LOOPBACK, address, free_port, is_loopback
from dashboard.cli.server import ServerFailed, Stopped, running, wait_until_it_ends
from dashboard.cli.terminal import printable, say
from dashboard.store.loading import name_at
from dashboard.store.temporary import remove_leftovers_below


def base_path(_context: click.Context, _option: click.Parameter, value: str) -> str:
    """`/team/dateline` of `team/dateline/`; empty of `/`. Raises `BadParameter` for what is no path."""
    parts = [part for part in value.split("/") if part]
    if not all(re.fullmatch(r"[\w.~-]+", part, re.ASCII) and part.strip(".") for part in parts):
        raise click.BadParameter("use letters, digits, dots, hyphens and slashes, such as /team/dateline")
    return "".join(f"/{part}" for part in parts)


def host_names(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The names as a browser sends them. Raises `BadParameter` for what is none."""
    return tuple(map(_host_name, values))


def _host_name(value: str) -> str:
    try:
        name = value.encode("idna").decode().lower()
    except UnicodeError:
        name = ""
    if not re.fullmatch(r"[a-z0-9._-]+|\[[0-9a-f:.]+\]", name):
        raise click.BadParameter(f"{value} is not a host name. Leave out https:// and the port: maps.example.org")
    return name


def origins(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Origins as a browser sends them. Raises `BadParameter` for what is none."""
    for value in values:
        if not re.fullmatch(r"https?://([a-z0-9._-]+|\[[0-9a-f:.]+\])(:\d{1,5})?", value):
            raise click.BadParameter(
                f"{value} is not an origin. An origin has a scheme and no path: https://intranet.example.org"
            )
    return values


@click.command(short_help="Show the workspace in the browser, until Ctrl-C.")
@click.option("--port", type=click.IntRange(1, 65535), help="Port to listen on. Default: 8501, or the next free port.")
@click.option(
    "--host", default=LOOPBACK, show_default=True, help="Address to listen on. The default is this machine only."
)
@click.option(
    "--base-path",
    default="",
    callback=base_path,
    metavar="PATH",
    help="Path under which a proxy shows Dateline, such as /team/dateline.",
)
@click.option(
    "--allow-host",
    "allowed",
    multiple=True,
    callback=host_names,
    metavar="NAME",
    help="Host name that browsers may use, such as the proxy's. Repeat it for more.",
)
@click.option(
    "--allow-embedding",
    "embedders",
    multiple=True,
    callback=origins,
    metavar="ORIGIN",
    help="Origin of pages that may show Dateline in a frame, such as https://intranet.example.org. Repeat it for more.",
)
@click.option(
    "--max-pages",
    type=click.IntRange(1),
    default=100,
    show_default=True,
    help="Number of pages that may be open at the same time.",
)
@click.option("--read-only", is_flag=True, help="Offer nothing that changes a file.")
@click.option("--browser/--no-browser", default=None, help="Open the page in a browser. Default: if there is a screen.")
@workspace_option
def serve(
    port: int | None,
    host: str,
    *,
    base_path: str,
    allowed: tuple[str, ...],
    embedders: tuple[str, ...],
    max_pages: int,
    read_only: bool,
    browser: bool | None,
    workspace: Path | None,
) -> None:
    """Show the workspace in the browser, until Ctrl-C."""
    root = workspace_root(workspace)
    chosen = free_port(host, port)
    if not read_only:
        remove_leftovers_below(root)
    environment = {
        "DATELINE_WORKSPACE": str(root),
        "DATELINE_READ_ONLY": "1" if read_only else "",
        "DATELINE_ALLOW_HOST": " ".join(allowed),
        "DATELINE_ALLOW_EMBEDDING": " ".join(embedders),
        "DATELINE_MAX_PAGES": str(max_pages),
    }
    try:
        with running(host, chosen, environment, base_path) as server:
            say(greeting(root, host, chosen, base_path, read_only=read_only))
            if has_screen() if browser is None else browser:
                webbrowser.open(address(host, chosen) + base_path)
            code = wait_until_it_ends(server)
    except (KeyboardInterrupt, Stopped):
        return
    raise ServerFailed(f"The server stopped with code {code}.")


def greeting(root: Path, host: str, port: int, base_path: str = "", *, read_only: bool) -> str:
    """The lines that say where the page is, what it shows, and who can see it."""
    where = f"{address(host, port)}{base_path}"
    lines = [
        f"Dateline {__version__} shows {printable(name_at(root))}, {printable(str(root))}",
        f"  {where}",
        "Press Ctrl-C to stop.",
    ]
    if not is_loopback(host):
        lines.append(exposure(host, port, read_only=read_only))
    return "\n".join(lines)


def exposure(host: str, port: int, *, read_only: bool) -> str:
    """What listening on other than the loopback address opens, and to whom."""
    may = "can read" if read_only else "can read and change"
    return (
        f"Open to others: anyone who can reach {host}, port {port}, {may} every record and every source's text. There "
        "is no password and no encryption. Dateline answers to its IP address; allow a host name with --allow-host "
        "NAME."
    )


def has_screen() -> bool:
    """Whether a browser window can be opened here and would be welcome."""
    if os.environ.get("CI"):
        return False
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
