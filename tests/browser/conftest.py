"""One server and one browser for all browser tests; each has a page of its own, whose every request is watched."""

import re
import shutil
import socket
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from hostile import write_hostile
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from dashboard.cli.listening import LOOPBACK, address
from dashboard.cli.server import running
from tests.chromium import SWITCHES

ROOT = Path(__file__).resolve().parents[2]
TIMEOUT_MS = 20_000
HERE = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")


IS_FUNCTION = re.compile(r"\s*(async\s*)?(\([^()]*\)|\w+)\s*=>")
_wait_for_function = Page.wait_for_function


def wait_for_function(page: Page, expression: str, **options: object) -> object:
    """Waits for an expression as for a function: evaluating a text is what the page itself may not."""
    function = expression if IS_FUNCTION.match(expression) else f"() => {expression}"
    return _wait_for_function(page, function, **options)


Page.wait_for_function = wait_for_function
expect.set_options(timeout=TIMEOUT_MS)  # a busy machine answers late


@dataclass
class Watched:
    """What a browser did that it should not."""

    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Note requests to elsewhere, failed requests, console errors, exceptions and dialogs."""
        page.on("request", self._request)
        page.on("websocket", lambda socket: self._address(socket.url))
        page.on("console", lambda told: told.type == "error" and self.errors.append(told.text))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("response", lambda got: got.status >= 400 and self.errors.append(f"{got.status} {got.url}"))
        page.on("dialog", lambda dialog: (self.errors.append(dialog.message), dialog.dismiss()))

    def _request(self, request: Request) -> None:
        self._address(request.url)

    def _address(self, url: str) -> None:
        if not url.startswith(HERE):
            self.outside.append(url)


@dataclass(frozen=True)
class Served:
    """A running server and the workspace that it shows."""

    url: str
    workspace: Path


Visit = Callable[..., Page]
ContextOf = Callable[..., BrowserContext]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser."""
    here = f"{Path(__file__).parent}/"
    for item in items:
        if str(item.path).startswith(here):
            item.add_marker(pytest.mark.browser)


def free_port() -> int:
    """One that the system gives."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
        return port


def fill(workspace: Path) -> None:
    """Put the seed workspace there, and nothing else."""
    for folder in ("seeds", "events"):
        shutil.rmtree(workspace / folder, ignore_errors=True)
        shutil.copytree(ROOT / folder, workspace / folder)
    for folder in ("inbox", "imports"):
        shutil.rmtree(workspace / folder, ignore_errors=True)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One Chromium for all."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=[*SWITCHES])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, chromium: str) -> Iterator[Served]:
    """One server, on a copy of the seed workspace."""
    workspace = tmp_path_factory.mktemp("served")
    fill(workspace)
    port = free_port()
    with running(LOOPBACK, port, {"DATELINE_WORKSPACE": str(workspace)}):
        yield Served(address(LOOPBACK, port), workspace)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory, chromium: str) -> Iterator[str]:
    """The address of a server on a workspace whose words are hard to show."""
    workspace = tmp_path_factory.mktemp("hostile")
    write_hostile(workspace)
    port = free_port()
    with running(LOOPBACK, port, {"DATELINE_WORKSPACE": str(workspace)}):
        yield address(LOOPBACK, port)


@pytest.fixture
def served_anew(server: Served) -> Callable[..., AbstractContextManager[str]]:
    """Serves the same workspace once more, with other settings: a context with the address."""

    @contextmanager
    def serve(base_path: str = "", **settings: str) -> Iterator[str]:
        port = free_port()
        with running(LOOPBACK, port, {"DATELINE_WORKSPACE": str(server.workspace), **settings}, base_path):
            yield address(LOOPBACK, port)

    return serve


@pytest.fixture
def changed(server: Served) -> Iterator[Path]:
    """The served workspace, to be changed by one test; it is as before afterwards."""
    yield server.workspace
    fill(server.workspace)


@pytest.fixture(scope="session")
def context_of(browser: Browser) -> ContextOf:
    """Makes the context of a page of this width and height, dark or not; all tests share what is `kept`.

    In a new one, the browser fetches and compiles every script anew.
    """

    def made(width: int, height: int, dark: bool) -> BrowserContext:
        scheme = "dark" if dark else "light"
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        context.set_default_timeout(TIMEOUT_MS)
        return context

    kept = cache(made)
    return lambda *shape, used: made(*shape) if kept(*shape) in used else kept(*shape)


def forget_what_was_stored(page: Page, url: str) -> None:
    """What other tests left in the context, of theme and drafts, is gone; fetched files stay."""
    page.context.clear_permissions()
    devtools = page.context.new_cdp_session(page)
    devtools.send("Storage.clearDataForOrigin", {"origin": url, "storageTypes": "cookies,local_storage"})
    devtools.detach()


@pytest.fixture
def visit(context_of: ContextOf, server: Served) -> Iterator[Visit]:
    """Opens a page, drawn to the end. Nothing may have left the machine, and no error may have been told.

    Two pages of one test are two browsers' to the server: each has its own context. `prepared` runs before the page.
    """
    watched = Watched()
    contexts: list[BrowserContext] = []

    def open_page(
        path: str = "/",
        *,
        width: int = 1440,
        height: int = 900,
        dark: bool = False,
        figures: bool = True,
        url: str | None = None,
        prepared: str = "",
    ) -> Page:
        context = context_of(width, height, dark, used=contexts)
        contexts.append(context)
        page = context.new_page()
        forget_what_was_stored(page, url or server.url)
        watched.watch(page)
        if prepared:
            page.add_init_script(prepared)
        page.goto((url or server.url) + path)
        page.wait_for_selector(".dl-bar, .dl-present .pr-text h1, .pr-speaker")
        if figures:
            until_drawn(page)
        return page

    yield open_page
    for page in (page for context in contexts for page in context.pages):
        page.close()
    assert watched.outside == []
    assert watched.errors == []


BOTH_DRAWN = """() => {
    const figures = [...document.querySelectorAll('.dl-figure')];
    return figures.length === 2 && figures.every((figure) => {
        const plot = figure.querySelector('.dl-plot');
        const near = Math.abs(Number(plot.dataset.drawn) - figure.clientWidth) <= 16;
        return near && plot.querySelector('.main-svg');
    });
}"""
HOW_FAR = """() => JSON.stringify({
    figures: [...document.querySelectorAll('.dl-figure')].map((figure) => [
        figure.clientWidth, figure.querySelector('.dl-plot').dataset.drawn, !!figure.querySelector('.main-svg'),
    ]),
    plotly: !!window.Plotly,
    seen: document.body.innerText.slice(0, 300),
})"""


def until_drawn(page: Page) -> None:
    """Wait for both figures, drawn for the width that the page has; what is missing is told."""
    try:
        page.wait_for_function(BOTH_DRAWN)
    except PlaywrightTimeout:
        pytest.fail(f"the figures are not drawn: {page.evaluate(HOW_FAR)}")
