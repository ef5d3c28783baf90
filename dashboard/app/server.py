"""The server: Streamlit's own, plotly.js from the folder `static`, and a watch over the files.

Started as a process of its own: `python -m streamlit run server.py`.
"""

import os
import signal
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from importlib import import_module
from pathlib import Path
from typing import Final

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from streamlit import net_util
from streamlit.runtime import runtime_util

import dashboard.app.begin_reading  # noqa: F401  before all that takes long to fetch
from dashboard.app.claim_sheet import sheet_answer
from dashboard.app.entry_page import PagePaths
from dashboard.app.first_page import is_any_kept
from dashboard.app.frame import checking_words
from dashboard.app.scripts import FOLDER, script_text
from dashboard.app.search import search_answer, search_index
from dashboard.app.security import Gate, Settings, forgetting, shorten_log
from dashboard.app.shell import (
    DEFAULT_WIDTHS,
    PageContext,
    cache_of_workspace,
    fetching,
    latest,
    minutes_between_fetches,
    read_only,
    root,
    watch_files,
)
from dashboard.clock import today
from dashboard.errors import DatelineError
from dashboard.query.reading import Mode

PLOTLY_JS: Final = Path(__file__).with_name("static") / "plotly" / "plotly.min.js"
MOST_TOLD_BYTES: Final = 50_000_000
"""The largest message to the page, in bytes: a press needs 2 MB at most, however many records there are."""
LIFELINE: Final = "DATELINE_LIFELINE"
"""Set by the command that holds the other end of standard input: the system closes it when the command is gone."""
_STOP_S: Final = 5.0
_FIRST_PAGE_S: Final = 4.0
"""By then it is there: what only a filter may need does not delay it."""
_FOR_A_DAY: Final = {"Cache-Control": "public, max-age=86400"}
_NEVER: Final = {"Cache-Control": "no-store"}


def _unknown() -> None:
    """The address of this machine, which nobody is asked for."""


if os.environ.get("DATELINE_DEBUG"):
    st.set_option("client.showErrorDetails", "full")

# For an origin that it does not know, Streamlit asks the internet for this machine's own address. Dateline never does.
vars(net_util).update(get_external_ip=_unknown, get_internal_ip=_unknown)

# What may come is limited by now. What goes to the page Streamlit would limit by the same number.
vars(runtime_util).update(_max_message_size_bytes=MOST_TOLD_BYTES)
shorten_log()


async def plotly_js(_request: Request) -> FileResponse:
    """The file as it lies in the package: nothing is copied, so a wheel may stand where nothing can be written."""
    return FileResponse(PLOTLY_JS, media_type="text/javascript", headers=_FOR_A_DAY)


async def component_script(request: Request) -> Response:
    """One of our scripts. Its address changes with the text of any of them, so the browser may keep it."""
    text = script_text(request.path_params["path"])
    if text is None:
        return PlainTextResponse("Script not found.", 404, headers=_NEVER)
    return Response(text, media_type="text/javascript", headers=_FOR_A_DAY)


async def version(_request: Request) -> PlainTextResponse:
    """The workspace's version: open pages ask for it, and reload themselves when it has risen."""
    return PlainTextResponse(str(cache_of_workspace(root()).version), headers=_NEVER)


async def progress(_request: Request) -> JSONResponse:
    """How far the first reading of the workspace is: the page asks until it is drawn. Then, how far its checks are."""
    here = cache_of_workspace(root())
    read, of = here.progress
    checked, to_check = here.checks_progress
    checking = checking_words(checked, to_check) if to_check else ""
    return JSONResponse({"read": read, "of": of, "done": here.is_read, "checking": checking}, headers=_NEVER)


async def search(request: Request) -> JSONResponse:
    """What the search box shows for the words in the address."""
    try:
        answer = await run_in_threadpool(search_answer, request.query_params.get("words", ""))
    except DatelineError:
        answer = {"ready": True, "groups": [], "meant": None}
    return JSONResponse(answer, headers=_NEVER)


async def choices(request: Request) -> JSONResponse:
    """The records of a kind that a field of a form can be completed with, by the words in the address."""
    asked = request.query_params
    try:
        found = await run_in_threadpool(lambda: _options(asked.get("kind", ""), asked.get("words", "")))
    except DatelineError:
        found = []
    return JSONResponse(found, headers=_NEVER)


def _options(kind: str, typed: str) -> list[list[str]]:
    found: list[list[str]] = import_module("dashboard.app.pages.add.options").found_options(
        kind, typed, latest().validation.workspace
    )
    return found


async def claim_sheet(request: Request) -> HTMLResponse:
    """What stands behind the value, claim or mark in the address, as a piece of the page."""
    try:
        answer = await run_in_threadpool(sheet_answer, request.query_params)
    except DatelineError:
        return HTMLResponse("", 503, headers=_NEVER)
    return HTMLResponse(answer, headers=_NEVER)


async def news(request: Request) -> JSONResponse:
    """What is new since the commit and the day in the address."""
    asked = request.query_params
    answer = await run_in_threadpool(
        lambda: import_module("dashboard.app.pages.changes.last_look").news_since(
            asked.get("commit", ""), asked.get("day", "")
        )
    )
    return JSONResponse(answer, headers=_NEVER)


def warm_up() -> None:
    """Fetch the modules that the first page needs, read the workspace and draw its figures, for whoever comes first."""
    cache_of_workspace(root()).wait()
    names = ("pages.situation.page", "pages.situation.figures", "parts.drawing_cache")
    _page, figures, kept = (import_module(f"dashboard.app.{name}") for name in names)
    try:
        loaded = latest()
    except DatelineError:
        return  # the page says so
    page = PageContext(loaded.validation, prepared=loaded.catalogue(Mode.ASSESSED))
    if page.all_readings:
        kept.cached_figure(figures.map_of(page, DEFAULT_WIDTHS["map"]))
        kept.cached_figure(figures.timeline_of(page, DEFAULT_WIDTHS["timeline"], today()))
    time.sleep(_FIRST_PAGE_S)
    import_module("dashboard.views.map.land_names").prepare()
    cache_of_workspace(root()).look_and_renew()
    search_index()
    if not read_only():
        import_module("dashboard.drafting.names").prepare()


@contextmanager
def fetch_now_and_then() -> Iterator[None]:
    """Fetch feeds every so many minutes while the context lasts, if the server was asked to; else do nothing at all."""
    minutes, stop = minutes_between_fetches(), threading.Event()
    if minutes is not None:
        threading.Thread(target=fetching.repeat, args=(minutes, stop), name="dateline-feed-clock", daemon=True).start()
    yield
    stop.set()


def end_with_command() -> None:
    """Wait until the command that started this process is gone, be it killed, and end: else the port stays taken."""
    while os.read(0, 1024):  # nothing is written there
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_STOP_S)
    os._exit(0)


@asynccontextmanager
async def _life(_app: st.App) -> AsyncIterator[None]:
    if is_any_kept():
        cache_of_workspace(root()).hold_back()
    with watch_files(), fetch_now_and_then():
        threading.Thread(target=warm_up, name="dateline-warm-up", daemon=True).start()
        if os.environ.get(LIFELINE):
            threading.Thread(target=end_with_command, name="dateline-lifeline", daemon=True).start()
        async with forgetting():
            yield


app = st.App(
    Path(__file__).with_name("main.py"),
    lifespan=_life,
    middleware=[Middleware(Gate, settings=Settings.now()), Middleware(PagePaths)],
    routes=[  # `base`: whatever server.baseUrlPath is
        Route("/{base:path}plotly.min.js", plotly_js),
        Route(f"/{{base:path}}{FOLDER}/{{path:path}}", component_script),
        Route("/{base:path}dateline-version", version),
        Route("/{base:path}dateline-progress", progress),
        Route("/{base:path}dateline-search", search),
        Route("/{base:path}dateline-choices", choices),
        Route("/{base:path}dateline-news", news),
        Route("/{base:path}dateline-sheet", claim_sheet),
    ],
)
