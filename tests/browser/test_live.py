"""What happens to open pages while files are added, changed, broken, removed and fixed."""

import pytest
from conftest import free_port
from playwright.sync_api import expect

from dashboard.cli.listening import LOOPBACK, address
from dashboard.cli.server import running

SOON_MS = 4_000
"""From the change of a file until it is seen: twice what is promised, for a machine that runs all tests at once."""
TITLE = "The U.S. base in Ecuador closes"
ANOTHER = "Another title of the same event"
ADDED = """title: An event that was not there before
claims: {known: {text: It is known from elsewhere., sources: [ourairports]}}
"""


@pytest.fixture
def closing(changed):
    """The file of an event that each page shows, in the served workspace."""
    return changed / "events" / "ecuador" / "us-base-closed.yaml"


def replaced(file, old, new):
    """Write `file` again with one piece of its text exchanged; the text before."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text


def test_a_change_shows_soon_and_leaves_everything_as_the_reader_had_it(visit, closing):
    """Selection, filters, zoom, an open list, typed words and the focus stay; the console stays silent."""
    page = visit("/?event=us-base-closed&show=thread:us-ecuador-basing")
    page.locator(".dl-controls").get_by_role("button", name="Zoom in").click()
    page.wait_for_timeout(300)
    zoom = "document.querySelector('.st-key-where .dl-plot')._fullLayout.geo.projection.scale"
    scale = page.evaluate(zoom)
    page.get_by_text("Show map data as a table").click()
    page.locator("#dl-words").fill("half a sent")
    address = page.url
    replaced(closing, TITLE, ANOTHER)
    expect(page.locator(".st-key-who h2")).to_have_text(ANOTHER, timeout=SOON_MS)
    expect(page.locator("#table-map")).to_contain_text(ANOTHER)
    assert page.url == address
    assert page.evaluate(zoom) == pytest.approx(scale)
    assert page.locator("#table-map").evaluate("table => table.open")
    assert page.locator("#dl-words").input_value() == "half a sent"
    assert page.evaluate("document.activeElement.id") == "dl-words"


@pytest.mark.proof
def test_the_name_of_the_workspace_follows_its_file(visit, changed):
    """In the bar, at the head of the page, in its overview and in the browser's tab; broken or gone, the folder's."""
    page = visit()
    name, file = page.locator(".dl-bar .dl-of-workspace"), changed / "events" / "workspace.yaml"
    expect(page).to_have_title("Situation · U.S. bases abroad")
    expect(page.locator("h1")).to_have_text("U.S. bases abroad")
    replaced(file, "U.S. bases abroad", "Bases elsewhere")
    expect(name).to_have_text("Bases elsewhere", timeout=SOON_MS)
    expect(page).to_have_title("Situation · Bases elsewhere", timeout=SOON_MS)
    expect(page.locator("h1")).to_have_text("Bases elsewhere")
    expect(page.locator(".dl-overview h2")).to_have_text("Bases elsewhere")
    expect(page.locator(".dl-overview .dl-summary")).to_contain_text("who pays for U.S. forces in South Korea")
    replaced(file, "title:", "titel:")
    expect(name).to_have_text(changed.name, timeout=SOON_MS)
    expect(page.locator(".dl-banner")).to_contain_text("2 errors")
    expect(page.locator(".dl-sentence")).to_contain_text("18 of 18")
    file.unlink()
    expect(page.locator(".dl-banner")).to_have_count(0, timeout=SOON_MS)
    expect(page).to_have_title(f"Situation · {changed.name}", timeout=SOON_MS)


@pytest.mark.proof
def test_files_that_come_break_and_go_are_seen_on_the_open_page(visit, closing, changed):
    """Added: one more; broken: set aside, with the banner; fixed: back; removed: one less. What is typed stays."""
    page = visit()
    sentence = page.locator(".dl-sentence")
    expect(sentence).to_contain_text("18 of 18")
    page.locator("#facet-dates summary").click()
    start, end = page.locator("input[name=from]"), page.locator("input[name=to]")
    start.fill("2009")
    end.fill("20")
    added = changed / "events" / "new" / "added.yaml"
    added.parent.mkdir()
    added.write_text(ADDED, encoding="utf-8")
    expect(sentence).to_contain_text("19 of 19", timeout=SOON_MS)
    expect(start).to_have_value("2009")
    expect(end).to_have_value("20")
    expect(end).to_be_focused()
    whole = replaced(closing, "threads:", "thread:")
    expect(page.locator(".dl-banner")).to_contain_text("1 file skipped", timeout=SOON_MS)
    expect(sentence).to_contain_text("18 of 18")
    closing.write_text(whole, encoding="utf-8")
    expect(page.locator(".dl-banner")).to_have_count(0, timeout=SOON_MS)
    added.unlink()
    expect(sentence).to_contain_text("18 of 18", timeout=SOON_MS)


@pytest.mark.proof
def test_two_browsers_see_the_same_change_and_keep_their_own_choices(visit, closing):
    """What is selected and how it is read is each browser's own; the files are everybody's."""
    one, other = visit("/?event=us-base-closed"), visit("/?event=us-base-closed&as=reported")
    replaced(closing, TITLE, ANOTHER)
    for page in (one, other):
        expect(page.locator(".st-key-who h2")).to_have_text(ANOTHER, timeout=SOON_MS)
    one.keyboard.press("Escape")
    expect(one.locator(".st-key-who h2").get_by_text(ANOTHER)).to_have_count(0)
    expect(other.locator(".st-key-who h2")).to_have_text(ANOTHER)
    assert "as=reported" in other.url
    assert "as=reported" not in one.url


@pytest.mark.proof
def test_a_server_that_starts_anew_is_seen_and_heard_by_pages_that_are_open(browser, closing, server):
    """Figures of the one before, whose files were other ones, do not stay; the first press counts."""
    port = free_port()
    page = browser.new_page(viewport={"width": 1440, "height": 900})  # its console tells that the server was away
    with running(LOOPBACK, port, {"DATELINE_WORKSPACE": str(server.workspace)}):
        page.goto(address(LOOPBACK, port))
        expect(page.locator(f".st-key-when [aria-label^='{TITLE}']")).to_be_visible()
    replaced(closing, TITLE, ANOTHER)
    with running(LOOPBACK, port, {"DATELINE_WORKSPACE": str(server.workspace)}):
        seen = page.locator(f".st-key-when [aria-label^='{ANOTHER}']")
        expect(seen).to_be_visible(timeout=60_000)
        seen.press("Enter")
        expect(page.locator(".st-key-who h2")).to_have_text(ANOTHER, timeout=60_000)
    page.close()


@pytest.mark.proof
def test_a_press_while_the_server_is_away_is_answered_when_it_is_back(browser, server):
    """The new server's session has never heard of the figure that was pressed: the page says it once more."""
    port = free_port()
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    mark = page.locator(f".st-key-when [aria-label^='{TITLE}']")
    with running(LOOPBACK, port, {"DATELINE_WORKSPACE": str(server.workspace)}):
        page.goto(address(LOOPBACK, port))
        expect(mark).to_be_visible()
    mark.press("Enter")
    with running(LOOPBACK, port, {"DATELINE_WORKSPACE": str(server.workspace)}):
        expect(page.locator(".st-key-who h2")).to_have_text(TITLE, timeout=60_000)
    page.close()


@pytest.mark.proof
def test_a_page_that_is_left_alone_is_not_drawn_again(visit):
    """Asking for the version costs no run."""
    page = visit()
    page.wait_for_timeout(500)
    runs = """() => new Promise((done) => {
        const app = document.querySelector('[data-testid=stApp]');
        let runs = 0;
        new MutationObserver(() => runs++).observe(app, {attributeFilter: ['data-test-script-state']});
        setTimeout(() => done(runs), 2500);
    })"""
    assert page.evaluate(runs) == 0


SEEN_SOON = """async () => {
    await new Promise((wait) => setTimeout(wait, 250));
    return document.querySelector('.dl-progress').checkVisibility({ visibilityProperty: true });
}"""
"""Whether the line is seen a quarter of a second later, by the page's own clock: a busy machine does not matter."""


@pytest.mark.proof
def test_work_that_takes_long_is_said_and_quick_work_is_not(visit):
    """After half a second the line at the top says what is done; it goes with the end of it, and never moves."""
    page = visit()
    line = page.locator(".dl-progress:not(.dl-away)")
    expect(line).to_be_hidden()
    state = "document.querySelector('[data-testid=stApp]').dataset.testScriptState = "
    assert page.evaluate(f"() => {{ {state}'running'; return ({SEEN_SOON})() }}") is False
    expect(line).to_have_text("Loading the page …")
    expect(line).to_be_visible()
    expect(line).to_have_attribute("aria-live", "polite")
    assert line.evaluate("line => getComputedStyle(line).animationName") == "none"
    page.evaluate(f"{state}'notRunning'")
    expect(line).to_be_hidden()


@pytest.fixture
def read_only(served_anew):
    """The address of a server that was started with --read-only."""
    with served_anew(DATELINE_READ_ONLY="1") as url:
        yield url


@pytest.mark.proof
def test_a_server_that_only_shows_changes_no_file(read_only, visit, server):
    """With --read-only every page is shown, none offers to save, and no file changes."""
    before = contents(server.workspace)
    page = visit(url=read_only)
    for name in ("Events", "Threads", "Actors", "Sources", "Data", "Help", "Situation"):
        page.locator(".dl-bar").get_by_role("link", name=name).click()
        expect(page.locator(".dl-bar [aria-current=page]")).to_have_text(name)
        page.wait_for_function("document.querySelector('[data-testid=stApp]').dataset.testScriptState != 'running'")
        assert page.locator("[data-press=save-view], [data-press=remove-view]").count() == 0
    assert contents(server.workspace) == before


def contents(workspace):
    """Every file's bytes and its time of change."""
    files = [file for folder in ("seeds", "events") for file in (workspace / folder).rglob("*") if file.is_file()]
    return {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in files}


OPENED_WITH_OTHERS = """addEventListener('DOMContentLoaded', () => {
    sessionStorage.opened = Number(sessionStorage.opened ?? 0) + 1;
    const script = document.querySelector('script[data-pages]');
    if (ALWAYS || sessionStorage.opened === '1') script.src = script.src.replace(/[^/]+(?=.opening)/, 'others');
})"""
"""The page seems to have been opened with scripts of another version: each time, or the first time."""


@pytest.mark.proof
@pytest.mark.parametrize("always", ["true", "false"])
def test_a_page_that_was_opened_with_other_scripts_is_opened_once_more(visit, always):
    """So that its scripts and styles are those of the server; a page that even then has others is left as it is."""
    page = visit(prepared=OPENED_WITH_OTHERS.replace("ALWAYS", always), figures=False)
    page.wait_for_function("sessionStorage.getItem('dateline-reloaded-for')")
    page.wait_for_timeout(1500)
    page.wait_for_selector(".st-key-when .main-svg")
    assert page.evaluate("sessionStorage.opened") == "2"
