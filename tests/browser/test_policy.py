"""What the page may load and who may frame it: every page works within its Content-Security-Policy."""

import http.client
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

ADDRESSES = [
    "/",
    "/?event=us-base-closed",
    "/?page=events",
    "/?page=threads",
    "/?page=actors",
    "/?page=sources",
    "/?page=changes",
    "/?page=outlook",
    "/?page=disagreements",
    "/?page=brief",
    "/?page=data",
    "/?page=help",
    "/?page=present&briefing=us-troops-in-ecuador",
]
VIOLATIONS = """
    window.violations = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        window.violations.push(`${violatedDirective}: ${blockedURI}`);
    });
"""


def watch(page):
    """Violations from the first byte on, in every frame."""
    page.add_init_script(VIOLATIONS)
    return page


def violations(page):
    """Of all frames."""
    return [each for frame in page.frames for each in frame.evaluate("window.violations ?? []")]


@pytest.mark.parametrize("headers", ["page", "script", "refusal", "nothing"])
def test_every_answer_has_the_headers(server, headers):
    """The page, what it loads, what is refused and what is not there."""
    address = urlsplit(server.url)
    connection = http.client.HTTPConnection(address.hostname, address.port, timeout=20)
    path = {"script": "/plotly.min.js", "nothing": "/_stcore/metrics"}.get(headers, "/")
    connection.request("GET", path, headers={"Host": "evil.example"} if headers == "refusal" else {})
    answer = connection.getresponse()
    policy = answer.headers["Content-Security-Policy"]
    assert re.search(r"default-src 'self';.*object-src 'none'; base-uri 'self'; form-action 'self'", policy)
    assert "frame-ancestors 'none'" in policy
    script, style = (re.search(rf"{kind}-src ([^;]*)", policy)[1] for kind in ("script", "style"))
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "data:"} & set(script.split())
    assert "http" not in script + style
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert (
        answer.headers["Cross-Origin-Opener-Policy"] == answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    )
    assert "camera=()" in answer.headers["Permissions-Policy"]
    assert answer.headers["Access-Control-Allow-Origin"] is None
    connection.close()


@pytest.mark.proof
def test_no_page_breaks_its_policy(visit, server):
    """Each is drawn, in one tab, and nothing that it needs is refused."""
    page = watch(visit("/"))
    found = {}
    for address in ADDRESSES:
        page.goto(server.url + address)
        page.wait_for_selector(".dl-bar, .dl-present .pr-text h1")
        page.wait_for_function("document.querySelector('[data-testid=stApp]').dataset.testScriptState !== 'running'")
        page.wait_for_timeout(300)
        found[address] = violations(page)
    assert found == {address: [] for address in ADDRESSES}


@pytest.mark.proof
def test_reader_and_composer_keep_to_it(visit, server):
    """The quotes in their text; the preview, in a frame of its own, with its figures as pictures."""
    page = watch(visit("/?page=sources&source=us-troops-ecuador", figures=False))
    page.reload()
    page.wait_for_selector(".dl-placed")
    assert violations(page) == []
    page.goto(server.url + "/?page=brief&briefing=us-troops-in-ecuador")
    preview = page.frame_locator(".dl-preview iframe")
    expect(preview.locator("img").first).to_be_visible(timeout=30_000)
    assert preview.locator("img").first.evaluate("(image) => image.naturalWidth") > 100
    assert violations(page) == []


@pytest.mark.proof
def test_wall_and_speaker_keep_to_it(visit):
    """The speaker's window knows the wall's, though no foreign window would."""
    wall = watch(visit("/?page=present&briefing=us-troops-in-ecuador", figures=False))
    wall.wait_for_selector(".pr-text h1")
    with wall.context.expect_page() as opened:
        wall.keyboard.press("s")
    speaker = opened.value
    speaker.wait_for_selector(".pr-speaker")
    expect(speaker.locator(".pr-linked")).to_have_text("The screen follows this view")
    assert violations(wall) + violations(speaker) == []
    speaker.close()


@pytest.fixture
def outside():
    """The address of another server of this machine; its page has the dashboard at `?URL` in a frame."""

    class Embedder(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(f'<iframe src="{urlsplit(self.path).query}" width=1200 height=800></iframe>'.encode())

        def log_message(self, *_words):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Embedder) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def framed(browser, url, outside):
    """A page of another origin that has the dashboard in a frame."""
    page = browser.new_context().new_page()
    page.goto(f"{outside}/?{url}")
    return page


def test_no_foreign_page_has_it_in_a_frame(browser, server, outside):
    """What is pressed on such a page would be pressed here."""
    page = framed(browser, server.url, outside)
    page.wait_for_timeout(2_000)
    assert page.frames[1].url == "chrome-error://chromewebdata/"
    page.context.close()


@pytest.mark.proof
def test_whom_the_user_names_may_have_it_in_a_frame(browser, served_anew, outside):
    """With all that it does; nobody else comes with them."""
    with served_anew(DATELINE_ALLOW_EMBEDDING=f"{outside} https://other.example") as url:
        page = framed(browser, url, outside)
        inside = page.frame_locator("iframe")
        expect(inside.locator(".dl-bar")).to_be_visible(timeout=30_000)
        inside.get_by_role("link", name="Data").click()
        expect(inside.locator(".dl-data")).to_be_visible()
        page.context.close()


@pytest.mark.proof
def test_a_view_in_a_frame_has_the_figures_alone_and_changes_nothing(browser, served_anew, outside):
    """The view goes on where something is pressed; its link leads to the same in Dateline; nothing can be edited."""
    with served_anew(DATELINE_ALLOW_EMBEDDING=outside) as url:
        page = framed(browser, f"{url}/?embed=true&show=thread:us-ecuador-basing", outside)
        inside = page.frame_locator("iframe")
        expect(inside.locator(".dl-sentence")).to_contain_text("12 of 18 events", timeout=30_000)
        inside.locator(".st-key-when .dl-plot [role=button]").first.press("Enter")
        expect(inside.locator(".st-key-who h2")).to_have_text("Ecuador hosts a U.S. military base")
        expect(inside.locator(".dl-edit, .dl-filters, .dl-search")).to_have_count(0)
        onward = inside.get_by_role("link", name="Open in Dateline")
        expect(onward).to_have_attribute("href", "./?show=thread%3Aus-ecuador-basing&event=us-base-hosted")
        frame = page.frames[1]
        assert "embed=true" in frame.url
        frame.goto(f"{url}/add?embed=true")
        expect(inside.locator("body")).to_contain_text("This page is shown inside another one.", timeout=30_000)
        page.context.close()
