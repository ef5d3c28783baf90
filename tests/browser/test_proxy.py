"""Behind a reverse proxy, below a path, the whole page works: figures, presses, and changes of files."""

import asyncio
import re
import threading

import pytest
from playwright.sync_api import expect

from dashboard.cli.listening import LOOPBACK

BELOW = "/team/dateline"
TITLE = "The U.S. base in Ecuador closes"


class Proxy:
    """Hands on HTTP requests and WebSockets below one path to a server, as nginx does; everything else is not found."""

    def __init__(self, server_port):
        self.server_port = server_port
        self.not_found: list[str] = []
        self.upgraded = 0
        self.port = 0
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self):
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, *_error):
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def _run(self):
        server = self._loop.run_until_complete(asyncio.start_server(self._answer, LOOPBACK, 0))
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()
        server.close()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
            self._loop.run_until_complete(asyncio.gather(task, return_exceptions=True))
        self._loop.close()

    async def _answer(self, reader, writer):
        """One request a connection: the head is looked at, then all bytes go to and fro."""
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            path = head.split(" ")[1]
            if not re.match(rf"{BELOW}(/|$)", path):
                self.not_found.append(path)
                writer.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                return
            if "\r\nupgrade: websocket" in head.lower():
                self.upgraded += 1
            else:
                head = re.sub(r"\r\nConnection:[^\r]*", "\r\nConnection: close", head, flags=re.IGNORECASE)
            there, onward = await asyncio.open_connection(LOOPBACK, self.server_port)
            onward.write(head.encode("latin-1"))
            await asyncio.gather(pump(reader, onward), pump(there, writer))
        except (OSError, asyncio.IncompleteReadError):
            pass  # the browser went away
        finally:
            writer.close()


async def pump(source, target):
    """All bytes, until there are no more."""
    try:
        while data := await source.read(65_536):
            target.write(data)
            await target.drain()
    finally:
        target.close()


@pytest.fixture
def proxied(served_anew):
    """A proxy before a server that is told of the path."""
    with served_anew(BELOW) as url, Proxy(int(url.rsplit(":", 1)[1])) as proxy:
        yield proxy


@pytest.mark.proof
def test_everything_works_below_the_path(proxied, visit, changed):
    """Page, fonts, plotly.js, outlines, presses, links and changes go through it, and nothing goes beside it."""
    page = visit(f"{BELOW}/?event=us-base-closed", url=f"http://{LOOPBACK}:{proxied.port}")
    heading = page.locator(".st-key-who h2")
    expect(heading).to_have_text(TITLE)
    page.wait_for_selector(".st-key-where .layer.land path")
    assert page.evaluate("document.fonts.check('13px Inter')")
    page.locator(".dl-switches").get_by_role("button", name="As reported").click()
    expect(page).to_have_url(re.compile(rf"{BELOW}/\?.*as=reported"))
    file = changed / "events" / "ecuador" / "us-base-closed.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(TITLE, "Seen through the proxy"), encoding="utf-8")
    expect(heading).to_have_text("Seen through the proxy", timeout=4_000)
    page.locator(".dl-bar").get_by_role("link", name="Data").click()
    expect(page.locator(".dl-data")).to_be_visible()
    expect(page).to_have_url(re.compile(rf"{BELOW}/data"))
    page.reload()
    expect(page.locator(".dl-data")).to_be_visible()
    assert proxied.upgraded >= 2
    assert proxied.not_found == []


@pytest.mark.proof
def test_without_the_slash_at_its_end_the_path_is_the_same(proxied, visit):
    """What people type."""
    page = visit(BELOW, url=f"http://{LOOPBACK}:{proxied.port}")
    expect(page.locator(".dl-sentence")).to_contain_text(" events · ")
    page.wait_for_selector(".st-key-where .layer.land path")
    assert proxied.not_found == []
