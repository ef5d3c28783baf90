"""A published folder in a browser, from the disk: it is read, filtered and searched, and nothing of it leaves."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest
from axe_core import AXE, SERIOUS
from hostile import MARKUP, write_hostile
from playwright.sync_api import expect

from dashboard.cli.listening import LOOPBACK
from dashboard.cli.main import exit_code
from dashboard.text.search_form import words_to_search

PAGES = (
    "index.html",
    "events.html",
    "events/us-drones-for-navy.html",
    "threads.html",
    "threads/us-ecuador-basing.html",
    "actors.html",
    "actors/ecuador.html",
    "places.html",
    "sources.html",
    "sources/us-troops-ecuador.html",
    "trust.html",
    "search.html#words=base",
)
WITHOUT_FETCHING = SERIOUS.replace("{resultTypes", "{preload: false, resultTypes")
"""Axe would fetch style sheets itself, which the pages forbid."""
RUNS_OVER = """() => [
    ...(document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : []),
    ...[...document.querySelectorAll('main *')].filter((part) => {
        if (part.closest('.scroll, svg, select, input')) return false;
        return part.clientWidth && part.scrollWidth > part.clientWidth + 1
            && getComputedStyle(part).overflowX !== 'visible' && getComputedStyle(part).overflowX !== 'clip';
    }).map((part) => part.outerHTML.slice(0, 80)),
]"""


def published(workspace, folder, *arguments):
    """The address of the folder."""
    assert exit_code(["publish", str(folder), "--workspace", str(workspace), *arguments]) == 0
    return folder.as_uri()


@pytest.fixture(scope="module")
def seed(root, tmp_path_factory):
    """The seed workspace."""
    return published(root, tmp_path_factory.mktemp("published") / "seed", "--texts")


@pytest.fixture(scope="module")
def evil(tmp_path_factory):
    """A workspace whose every word is hard to show, and tries to run."""
    workspace = tmp_path_factory.mktemp("hostile")
    write_hostile(workspace)
    return published(workspace, tmp_path_factory.mktemp("published") / "evil", "--texts")


@pytest.fixture
def read(browser):
    """Opens a page of a folder. Nothing but its files is asked for, and no error told."""
    contexts, asked, errors = [], [], []

    def opened(address, width=1366, *, dark=False, scripts=True):
        scheme = "dark" if dark else "light"
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=scripts
        )
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda told: errors.append(told.text))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("dialog", lambda dialog: (errors.append(dialog.message), dialog.dismiss()))
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [url for url in asked if not url.startswith(("file:", "data:", f"http://{LOOPBACK}:"))] == []
    assert errors == []


@pytest.mark.parametrize("path", [*PAGES[:3], *(pytest.param(path, marks=pytest.mark.proof) for path in PAGES[3:])])
def test_a_page_fits_and_axe_finds_nothing_serious(path, seed, read):
    """Narrow and wide, light and dark."""
    for width in (390, 1366):
        page = read(f"{seed}/{path}", width, dark=width == 390)
        page.wait_for_timeout(300)
        assert page.evaluate(RUNS_OVER) == [], width
        page.evaluate(AXE)
        assert page.evaluate(WITHOUT_FETCHING) == [], width


@pytest.mark.proof
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_read_without_scripts(path, seed, read):
    """Its words and links are there; what needs a script is not, or says so."""
    page = read(f"{seed}/{path}", scripts=False)
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".seen")).to_contain_text("As of ")
    for hidden in ("#filters", "form#search", ".controls"):
        assert all(not each.is_visible() for each in page.locator(hidden).all())
    if path.startswith("search"):
        expect(page.locator("#without")).to_be_visible()


def test_a_mark_leads_to_its_event_and_on_to_the_quoted_words(seed, read):
    """By a press in the map, and on the event's page by a press on the mark of a claim."""
    page = read(f"{seed}/index.html")
    mark = page.locator("#timeline .drawing:visible a.pressed[href='events/us-base-closed.html']").first
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("The U.S. base in Ecuador closes")
    page.locator(".dl-claim a.dl-leads").first.click()
    expect(page.locator(":target ~ .dl-exact").first).to_be_in_viewport()


def test_a_figure_comes_nearer(seed, read):
    """By its button, and back."""
    page = read(f"{seed}/index.html")
    drawing = page.locator("#map .drawing:visible")
    page.locator("#map").get_by_role("button", name="Zoom in").click()
    expect(drawing).to_have_class("drawing nearer")
    page.locator("#map").get_by_role("button", name="Show all").click()
    expect(drawing).to_have_class("drawing")


def test_events_are_filtered_and_sorted(seed, read):
    """The address has the filters, so that it can be given to somebody; the table says how many there are."""
    page = read(f"{seed}/events.html")
    expect(page.locator("tbody tr")).to_have_count(18)
    page.get_by_label("Words in title, place, actors").fill("QUITO drónes")
    expect(page.locator("tbody tr")).to_have_count(1)
    expect(page.locator("#told")).to_contain_text("1 of 18 events. Search claims")
    again = read(page.url)
    expect(again.locator("tbody tr")).to_have_count(1)
    page.get_by_role("button", name="Show all").click()
    expect(page.locator("tbody tr")).to_have_count(18)
    page.get_by_label("From", exact=True).fill("2009-08")
    page.get_by_label("To", exact=True).fill("2009")
    titles = ["The U.S. base in Ecuador closes", "Ecuador hosts a U.S. military base"]
    expect(page.locator("tbody th")).to_have_text(titles)
    page.get_by_role("button", name="Event").click()
    expect(page.locator("tbody th").first).to_have_text(titles[1])


def test_rows_that_a_script_makes_are_those_of_the_page(seed, read):
    """With the same words, marks and links."""
    page = read(f"{seed}/events.html")
    rows = """() => [...document.querySelectorAll('tbody tr')].map((row) => [...row.cells].map((cell) => [
        cell.tagName, cell.innerText.trim().replace(/\\s+/g, ' '), cell.dataset.heading,
        ...[...cell.querySelectorAll('[aria-label], a')].map((each) => each.ariaLabel ?? each.getAttribute('href')),
    ]))"""
    before = page.evaluate(rows)
    page.get_by_role("button", name="Date").click()
    expect(page.locator("thead [aria-sort]")).to_have_count(1)
    assert sorted(map(str, page.evaluate(rows))) == sorted(map(str, before))


def test_a_key_leads_to_the_search(seed, read):
    """From the page of an event to the field, in which words can be typed at once."""
    page = read(f"{seed}/events/us-base-closed.html")
    page.keyboard.press("Control+k")
    expect(page.get_by_role("searchbox")).to_be_focused()


@pytest.mark.parametrize(
    ("words", "kind", "text"),
    [
        ("manta", "Names", "Eloy Alfaro air base, Manta"),
        ("drones navy", "Events", "Drones for Ecuador’s navy"),
        ("Correa championed", "Claims", "Rafael Correa had championed a policy"),
        ("coming MONTHS determine", "Quotes", "The coming months will determine"),
    ],
)
def test_the_search_finds(words, kind, text, seed, read):
    """Names, titles, claims and quotes, without regard to capitals and apostrophes; words are marked."""
    page = read(f"{seed}/search.html")
    page.get_by_role("searchbox").fill(words)
    found = page.locator("section.found", has=page.get_by_role("heading", name=kind))
    expect(found.locator("li", has_text=text).first).to_be_visible()
    expect(found.locator("mark").first).to_be_visible()
    expect(page.locator("#told")).to_contain_text(" found")


@pytest.mark.proof
@pytest.mark.parametrize(
    "words", ["美利坚合众国", "กรุงเทพ", "الإكوادور", "אקוודור", "대한민국과", "truppenstationierungs"]
)
def test_the_search_finds_in_every_script(words, evil, read):
    """Also where no spaces stand between words."""
    page = read(f"{evil}/search.html")
    page.get_by_role("searchbox").fill(words)
    expect(page.locator("section.found", has=page.get_by_role("heading", name="Events"))).to_be_visible()
    expect(page.locator("mark").first).to_be_visible()


FOLDED = (
    "U.S.–Ecuador’s “bases”, Manta’s runway",
    "Łódź, Đà Nẵng, Ærø, Straße, Iñárritu, ÇA",
    "美利坚合众国と日本の基地 2025年",
    "กระทรวงการต่างประเทศ",
    "وقعت الإكوادور اتفاقيةً",
    "שָׁלוֹם Ёлка Київ naïve ﬁne",
)


def test_words_are_folded_as_in_the_dashboard(seed, read):
    """So that the same words are found."""
    page = read(f"{seed}/search.html")
    for text in FOLDED:
        assert page.evaluate("(text) => dateline.fold(text).trim().split(/ +/)", text) == words_to_search(text)


@pytest.fixture(scope="module")
def web(seed):
    """The address of the same folder on a web server, below a path."""
    folder = Path(url2pathname(urlsplit(seed).path))
    handler = partial(QuietHandler, directory=folder.parent)
    with ThreadingHTTPServer((LOOPBACK, 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://{LOOPBACK}:{server.server_port}/{folder.name}"
        server.shutdown()
        thread.join()


class QuietHandler(SimpleHTTPRequestHandler):
    """Says nothing of requests."""

    def log_message(self, *_told):
        """Say nothing."""


def test_a_web_server_gives_the_same(web, read):
    """Styles, scripts and data are taken from it, and from nowhere else."""
    page = read(f"{web}/index.html")
    assert page.evaluate("getComputedStyle(document.body).margin") == "0px"
    page.get_by_role("link", name="Events", exact=True).click()
    page.get_by_label("Words in title, place, actors").fill("navy")
    expect(page.locator("tbody tr")).to_have_count(1)
    page.get_by_role("link", name="Search claims and quotes as well").click()
    expect(page.locator("section.found", has=page.get_by_role("heading", name="Quotes"))).to_be_visible()


@pytest.mark.proof
def test_words_that_try_to_run_are_words(evil, read):
    """On every kind of page, in the table that a script makes, and in what is found."""
    for path in ("index", "events", "events/markup", "threads", "threads/markup", "sources/markup", "places", "actors"):
        for width in (390, 1366):
            page = read(f"{evil}/{path}.html", width)
            page.wait_for_timeout(200)
            assert page.evaluate("window.hacked") is None
            assert page.locator("main :is(img, script, iframe, a[href^='javascript:' i])").count() == 0
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (path, width)
    page = read(f"{evil}/events.html#words=window")
    expect(page.locator("tbody tr").first).to_contain_text(MARKUP[:30])
    page = read(f"{evil}/search.html#words=hacked")
    expect(page.locator("section.found").first).to_contain_text("onerror")
    assert page.evaluate("window.hacked") is None
    assert page.locator("main :is(img, script, iframe)").count() == 0
