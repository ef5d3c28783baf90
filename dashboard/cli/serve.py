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
from dashboard.errors import DatelineError
from dashboard.query.imports import is_spark_address
from dashboard.store.authoring import finish_interrupted_event
from dashboard.store.loading import name_at
from dashboard.store.temporary import remove_leftovers_below

READ_ONLY_VARIABLE = "DATELINE_READ_ONLY"
"""Environment variable that tells the server why it changes no file; empty where it may."""
ENGINE_VARIABLE = "DATELINE_ENGINE"
"""Environment variable with the address of the Spark Connect server that imported rows are asked of; empty: none."""
DATA_VARIABLE = "DATELINE_DATA"
"""Environment variable with the folder of imports as that server sees it; empty: its path on this machine."""
WITH_READ_ONLY = "1"
WITHOUT_ALLOW_WRITING = "open to others"


def _finish_interrupted_save(root: Path) -> None:
    """Write the rest of what a killed server began, and say so; what hinders it is told, and keeps no page closed."""
    try:
        file = finish_interrupted_event(root)
    except DatelineError as error:
        sys.stderr.write(printable(f"dateline: {error}") + "\n")
        return
    if file:
        say(printable(f"finished: {file}, whose saving was interrupted"))


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


def spark_address(_context: click.Context, _option: click.Parameter, value: str) -> str:
    """The address of a Spark Connect server, or nothing. Raises `BadParameter` for what is none."""
    if value and not is_spark_address(value):
        raise click.BadParameter(f"{value} is no address of Spark Connect. Write it as sc://HOST:PORT.")
    return value


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
@click.option(
    "--allow-writing",
    is_flag=True,
    help="With --host or --allow-host: let other machines change files too. Without it they can only read.",
)
@click.option(
    "--fetch-feeds",
    "minutes",
    type=click.IntRange(5, 10_080),
    metavar="MINUTES",
    help="Fetch the feeds in inbox/feeds.yaml every so many minutes, 5 or more. Default: nothing is fetched.",
)
@click.option(
    "--engine",
    metavar="sc://HOST:PORT",
    envvar=ENGINE_VARIABLE,
    default="",
    callback=spark_address,
    help="Ask imported rows of this Spark Connect server. Default: this machine asks them itself.",
)
@click.option(
    "--data",
    metavar="URI",
    envvar=DATA_VARIABLE,
    default="",
    help="With --engine: the folder imports/ as that server sees it: s3a://team/imports. Default: its path here.",
)
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
    allow_writing: bool,
    minutes: int | None,
    engine: str,
    data: str,
    browser: bool | None,
    workspace: Path | None,
) -> None:
    """Show the workspace in the browser, until Ctrl-C.

    On this machine alone, pages can change files. With --host or --allow-host, other machines may reach it: they can
    only read, unless --allow-writing is given.

    What was read and checked is kept in .dateline/look/, so that the next start opens only what has changed. That
    folder is for this machine alone, and you can remove it at any time.
    """
    if read_only and allow_writing:
        raise click.UsageError("--read-only and --allow-writing exclude each other. Leave one of them out.")
    if read_only and minutes:
        raise click.UsageError("--read-only and --fetch-feeds exclude each other: new items are files.")
    if data and not engine:
        raise click.UsageError(
            "--data belongs to --engine: name the server, too, such as --engine sc://localhost:15002."
        )
    root = workspace_root(workspace)
    chosen = free_port(host, port)
    why = why_read_only(host, allowed, read_only=read_only, allow_writing=allow_writing)
    if not why:
        remove_leftovers_below(root)
        _finish_interrupted_save(root)
    environment = {
        "DATELINE_WORKSPACE": str(root),
        READ_ONLY_VARIABLE: why,
        "DATELINE_ALLOW_HOST": " ".join(allowed),
        "DATELINE_ALLOW_EMBEDDING": " ".join(embedders),
        "DATELINE_MAX_PAGES": str(max_pages),
        "DATELINE_FETCH_FEEDS": str(minutes or ""),
        ENGINE_VARIABLE: engine,
        DATA_VARIABLE: data,
    }
    try:
        with running(host, chosen, environment, base_path) as server:
            say(greeting(root, host, chosen, base_path, why=why, proxied=bool(allowed)))
            if minutes:
                say(fetching(minutes, why))
            if has_screen() if browser is None else browser:
                webbrowser.open(address(host, chosen) + base_path)
            code = wait_until_it_ends(server)
    except (KeyboardInterrupt, Stopped):
        return
    raise ServerFailed(f"The server stopped with code {code}.")


def why_read_only(host: str, allowed: tuple[str, ...], *, read_only: bool, allow_writing: bool) -> str:
    """Why no page may change a file, for the server; empty where pages may."""
    if read_only:
        return WITH_READ_ONLY
    is_open = bool(allowed) or not is_loopback(host)
    return WITHOUT_ALLOW_WRITING if is_open and not allow_writing else ""


def greeting(root: Path, host: str, port: int, base_path: str = "", *, why: str = "", proxied: bool = False) -> str:
    """The lines that say where the page is, what it shows, who can see it, and who can change it.

    `why` no page changes a file, if none does; it is `proxied` where a host name is allowed.
    """
    where = f"{address(host, port)}{base_path}"
    lines = [
        f"Dateline {__version__} shows {printable(name_at(root))}, {printable(str(root))}",
        f"  {where}",
        "Press Ctrl-C to stop.",
    ]
    if proxied or not is_loopback(host):
        lines += [exposure(host, port, why), writing(why)]
    return "\n".join(lines)


def exposure(host: str, port: int, why: str) -> str:
    """What a host name that is allowed, or listening on other than the loopback address, opens, and to whom."""
    may = "can read" if why else "can read and change"
    records = f"{may} every record and every source's text"
    if is_loopback(host):
        return f"Open to others through a proxy: anyone whom it lets in {records}."
    return (
        f"Open to others: anyone who can reach {host}, port {port}, {records}. There is no password and no encryption. "
        "Dateline answers to its IP address; allow a host name with --allow-host NAME."
    )


def writing(why: str) -> str:
    """Whether others can change files, and what decides that."""
    if why == WITH_READ_ONLY:
        return "No page can change a file: --read-only was given."
    if why:
        return "No page can change a file. If you trust everyone who can reach it, let them with --allow-writing."
    return "Pages can change files: --allow-writing was given. Dateline does not know who changed what."


def fetching(minutes: int, why: str) -> str:
    """What is fetched without being asked for each time; `why` no page changes a file, if none does."""
    if why:
        return "Feeds are not fetched: no page can change a file, and new items are files."
    return f"The feeds in inbox/feeds.yaml are fetched now and every {minutes} minutes. Nothing else is fetched."


def has_screen() -> bool:
    """Whether a browser window can be opened here and would be welcome."""
    if os.environ.get("CI"):
        return False
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
