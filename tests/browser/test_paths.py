"""Each page has its own path in the address."""

import re

import pytest
from playwright.sync_api import expect

from tests.seldom import seldom

WAIT_MS = 20_000


def opens(page, name):
    """Wait until that page is the one that is open."""
    expect(page.locator(".dl-bar [aria-current=page]")).to_have_text(name, timeout=WAIT_MS)
    page.wait_for_function("document.documentElement.dataset.slot && !('turning' in document.documentElement.dataset)")


@pytest.mark.proof
def test_pages_are_moved_between_reloaded_and_gone_back_to_by_their_paths(visit):
    """The address bar has the path; Back and Forward take one step each; a reload stays, with what is selected."""
    page = visit()
    for name in ("Events", "Threads"):
        page.locator(".dl-bar").get_by_role("link", name=name, exact=True).click()
        opens(page, name)
        expect(page).to_have_url(re.compile(rf"/{name.lower()}$"))
    page.go_back()
    opens(page, "Events")
    expect(page).to_have_url(re.compile("/events$"))
    page.locator("#event-us-base-closed").click()
    expect(page.locator(".dl-card h2")).to_be_visible(timeout=WAIT_MS)
    expect(page).to_have_url(re.compile(r"/events\?event=us-base-closed$"))
    page.reload()
    opens(page, "Events")
    expect(page.locator(".dl-card h2")).to_be_visible(timeout=WAIT_MS)
    expect(page).to_have_url(re.compile(r"/events\?event=us-base-closed$"))
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile("/events$"), timeout=WAIT_MS)
    page.locator(".dl-bar").get_by_role("link", name="Situation", exact=True).click()
    opens(page, "Situation")
    expect(page).to_have_url(re.compile(":[0-9]+/$"))
    page.go_back()
    opens(page, "Events")


@pytest.mark.proof
@pytest.mark.parametrize("address", ["/?page=threads&as=reported", "/threads?as=reported"])
def test_a_path_and_an_old_address_lead_to_the_same_page(visit, address):
    """With what they ask for."""
    page = visit(address, figures=False)
    opens(page, "Threads")
    expect(page).to_have_url(re.compile(r"/threads\?as=reported$"), timeout=WAIT_MS)
    expect(page.get_by_role("button", name="As reported")).to_have_attribute("aria-pressed", "true")
    assert page.locator(".dl-bar a", has_text="Data").get_attribute("href").startswith("./data")


WATCH = """
    window.seen = [];
    const look = () => {
        const now = [document.title, location.pathname, 'slot' in document.documentElement.dataset].join('|');
        if (seen.at(-1) !== now) seen.push(now);
        requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
"""


@pytest.mark.proof
def test_while_a_page_comes_its_path_and_its_name_are_seen(browser, server):
    """The address is the page's own long before the page is drawn, and the tab never has another name."""
    page = browser.new_page()
    page.add_init_script(WATCH)
    page.goto(f"{server.url}/events")
    opens(page, "Events")
    seen = page.evaluate("window.seen")
    assert {title for title in (each.partition("|")[0] for each in seen) if title} == {"Events · U.S. bases abroad"}
    assert [each for each in seen if each.endswith("|/events|false")], seen
    assert seen[-1].endswith("|/events|true")
    before = next(index for index, each in enumerate(seen) if each.endswith("true"))
    assert seen[before - 1].endswith("|/events|false")
    page.evaluate("document.title = 'main'")  # as Streamlit does, at times for longer than a frame
    page.wait_for_function("document.title.startsWith('Events')")
    page.close()


@pytest.mark.parametrize(
    "path", ["/events/deeper", *seldom("/nonsense", "/?page=nonsense", "/events.html", "/index.html")]
)
def test_an_address_that_leads_nowhere_says_so(browser, server, path):
    """With links to the pages that there are; Streamlit's own page is not seen."""
    page = browser.new_page()
    answer = page.goto(server.url + path)
    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("heading", name="Page not found")).to_be_visible()
    assert page.evaluate("() => document.fonts.ready.then(() => document.fonts.check('16px Inter'))")
    assert page.evaluate("() => [...document.fonts].map(({status}) => status)") == ["loaded"]
    page.get_by_role("link", name="Events", exact=True).click()
    opens(page, "Events")
    page.close()
