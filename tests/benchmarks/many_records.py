"""What many records cost: in the browser, starts, presses, pages and memory; at the server, all presses by address.

`make bench` measures 10,000 and 100,000; `python -m tests.benchmarks.many_records COUNT...` others.
"""

import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from playwright.sync_api import Locator, Page, WebSocket

from dashboard.app.first_page.kept_pages import FILE
from dashboard.app.shell import IN_THE_BAR
from dashboard.cli.listening import LOOPBACK, address
from dashboard.cli.server import running
from tests.benchmarks.addresses import address_rows
from tests.benchmarks.clicking import DRAWN, WATCH, until_redrawn, unused_port, values_of_facets
from tests.benchmarks.world import generate_world
from tests.chromium import chromium

COUNTS = (10_000, 100_000)
PRESSES = 5
PATIENCE_MS = 900_000
PRESS_MS = 60_000
MOST_MEGABYTES = 2.0
"""The aim for one press."""
SETTLED_MS = 8_000
"""After the last page has come, until nothing is done behind it any more."""
NO_KEY = "none"
"""A key that no address has: nothing of it is waited for."""
SWITCHES = {
    "As reported": ("mode", "reported", "assessed", "as"),
    "the world on the map": ("view", "world", "fit", "view"),
}
"""Name to the press, its value and the one that leads back, and what it is in the address."""
WIDEST = """() => [...document.querySelectorAll(".dl-facet [data-press=filter]")]
    .map((option) => [option, Number(option.querySelector(".dl-count").textContent.replaceAll(",", ""))])
    .sort(([, one], [, other]) => other - one)
    .map(([option]) => [option.closest(".dl-facet").id.replace("facet-", ""), option.dataset.value])[0]"""
"""Facet and value of what most events have."""
CHECKED = "!document.querySelector('.dl-checking')"
READ = "!document.querySelector('.dl-reading') && document.querySelector('.dl-card')"


@dataclass
class Traffic:
    """What has come over a page's sockets."""

    received: int = 0
    """In bytes."""

    def watch(self, page: Page) -> None:
        """Count from now on."""
        page.on("websocket", self._follow)

    def _follow(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._count)

    def _count(self, payload: str | bytes) -> None:
        self.received += len(payload)


@dataclass
class Costs:
    """What presses of one kind cost."""

    seconds: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)


@dataclass
class Found:
    """What one workspace cost."""

    first_start: float = 0.0
    """Seconds from the start of a server to its first page, where nothing is kept."""
    all_checked: float = 0.0
    """Seconds until that page says what the checks have found."""
    second_start: float = 0.0
    all_read: float = 0.0
    """Seconds until the second server has read the records behind the page."""
    first_page_megabytes: float = 0.0
    presses: dict[str, Costs] = field(default_factory=dict)
    memory: int = 0
    """What the server takes after all that, in MB."""


def costs_of(root: Path) -> Found:
    """Start a server twice, press and visit every page of the second one."""
    found = Found()
    shutil.rmtree(root / ".dateline", ignore_errors=True)
    with chromium("no browser, no page") as browser:
        begun = time.perf_counter()
        port = unused_port()
        with running(LOOPBACK, port, {"DATELINE_WORKSPACE": str(root)}):
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            _open(page, port)
            found.first_start = time.perf_counter() - begun
            page.wait_for_function(f"() => {CHECKED}", timeout=PATIENCE_MS)
            found.all_checked = time.perf_counter() - begun
            _wait_until_kept(root)
            page.close()
        begun = time.perf_counter()
        port = unused_port()
        with running(LOOPBACK, port, {"DATELINE_WORKSPACE": str(root)}) as server:
            page, traffic = browser.new_page(viewport={"width": 1440, "height": 900}), Traffic()
            traffic.watch(page)
            _open(page, port)
            found.second_start = time.perf_counter() - begun
            found.first_page_megabytes = traffic.received / 1e6
            page.wait_for_function(f"() => {READ}", timeout=PATIENCE_MS)
            found.all_read = time.perf_counter() - begun
            page.wait_for_timeout(SETTLED_MS)
            page.evaluate(WATCH)
            _press_all(page, traffic, found)
            found.memory = memory_of(server.pid)
            page.close()
    return found


def _open(page: Page, port: int) -> None:
    page.goto(address(LOOPBACK, port), timeout=PATIENCE_MS)
    page.wait_for_function(f"() => {DRAWN}", timeout=PATIENCE_MS)


def _wait_until_kept(root: Path) -> None:
    """Wait until the first server has written what it found, and what it showed."""
    before = -1
    while (now := len(list((root / ".dateline" / "look").glob("*-*")))) != before or not (root / FILE).is_file():
        before = now
        time.sleep(5)


def _press_all(page: Page, traffic: Traffic, found: Found) -> None:
    """Select the latest events, filter by threads and by what most events have, switch, and go to each page."""
    for number in range(PRESSES):
        link = page.locator(".dl-overview .dl-rows a[data-press=event]").nth(number)
        event = link.get_attribute("data-value")
        _pressed(page, traffic, found, "an event of the list", link, ("event", event))
        page.locator(".st-key-card [data-press=clear]").click()
        until_redrawn(page, "event", None, PRESS_MS)
    for facet, value in values_of_facets(page)[:PRESSES]:
        _filter(page, traffic, found, "a filter by thread", facet, value)
    _filter(page, traffic, found, "a filter that keeps nearly all", *page.evaluate(WIDEST))
    for name, (press, value, back, key) in SWITCHES.items():
        _pressed(page, traffic, found, name, page.locator(f"[data-press={press}][data-value={value}]"), (key, value))
        page.locator(f"[data-press={press}][data-value={back}]").click()
        until_redrawn(page, key, None, PRESS_MS)
    for name, title in IN_THE_BAR.items():
        link = page.locator(".dl-bar nav").get_by_role("link", name=title, exact=True)
        if name:
            _pressed(page, traffic, found, f"page {title}", link, ("page", name))


def _filter(page: Page, traffic: Traffic, found: Found, kind: str, facet: str, value: str) -> None:
    """Ask for the events of a value, and then for all again."""
    page.locator(f"#facet-{facet} summary").click()
    option = page.locator(f"#facet-{facet} [data-press=filter][data-value='{value}']")
    _pressed(page, traffic, found, kind, option, ("show", value))
    page.keyboard.press("Escape")
    page.locator(".dl-chips [data-press=unfilter]").click()
    until_redrawn(page, "show", None, PRESS_MS)


def _pressed(
    page: Page, traffic: Traffic, found: Found, kind: str, target: Locator, leads_to: tuple[str, str | None]
) -> None:
    """Press; the page is there once its address has what the press `leads_to`, and nothing changes any more."""
    before = traffic.received
    target.click()
    costs = found.presses.setdefault(kind, Costs())
    key, value = leads_to
    if key == "page":
        page.wait_for_function("name => location.pathname.endsWith('/' + name)", arg=value, timeout=PRESS_MS)
        key, value = NO_KEY, None
    costs.seconds.append(until_redrawn(page, key, value, PRESS_MS))
    costs.megabytes.append((traffic.received - before) / 1e6)


def memory_of(process: int) -> int:
    """What a process holds of the memory, in MB; 0 where the system does not say."""
    try:
        told = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    size = re.search(r"VmRSS:\s+(\d+) kB", told)
    return int(size[1]) // 1024 if size else 0


def many_rows(counts: tuple[int, ...] = COUNTS) -> Iterator[str]:
    """Lines of the table, for each number of records."""
    for count in counts:
        told = f"{count:,} records"
        with tempfile.TemporaryDirectory() as folder:
            root = generate_world(Path(folder) / "world", count)
            found = costs_of(root)
            by_address = list(address_rows(root, told, MOST_MEGABYTES))
        start, again = found.first_start, found.second_start
        aims = {10_000: ("4 s", "0.1"), 100_000: ("none", "10 s")}.get(count, ("none", "none"))
        yield f"| {told}: from `serve` to the first page, nothing kept | {start:.1f} s | | | {aims[0]} |\n"
        yield f"| the same, until its marks say what the checks have found | {found.all_checked:.1f} s | | | none |\n"
        yield (
            f"| the same, a second start ({found.first_page_megabytes:.1f} MB; all records read after "
            f"{found.all_read:.1f} s), against the first | {again:.1f} s | {start:.1f} s | {again / start:.2f} "
            f"| {aims[1]} |\n"
        )
        pages = {kind: cost for kind, cost in found.presses.items() if kind.startswith("page ")}
        for kind, cost in found.presses.items():
            if kind not in pages:
                yield (
                    f"| {told}: {kind}, the middle of {len(cost.seconds)} (slowest {max(cost.seconds):.2f} s; at most "
                    f"{max(cost.megabytes):.1f} MB) | {median(cost.seconds):.2f} s | | | {MOST_MEGABYTES:.0f} MB |\n"
                )
        for kind, cost in sorted(pages.items(), key=lambda each: -max(each[1].seconds)):
            yield f"| {told}: {kind} ({max(cost.megabytes):.1f} MB) | {max(cost.seconds):.2f} s | | | 2 MB |\n"
        yield f"| {told}: memory of the server after that | {found.memory:,} MB | | | |\n"
        yield from by_address


if __name__ == "__main__":
    for line in many_rows(tuple(int(each) for each in sys.argv[1:]) or COUNTS):
        sys.stdout.write(line)
        sys.stdout.flush()
