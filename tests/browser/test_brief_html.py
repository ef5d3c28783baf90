"""A briefing's HTML file in a browser: it draws, leads and prints by itself, and nothing of it runs or leaves."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from axe_core import AXE, SERIOUS
from hostile import write_hostile
from playwright.sync_api import Browser, Page, expect

from dashboard.briefing.compose.briefing import outline_of
from dashboard.briefing.figures.drawing import drawer_of
from dashboard.briefing.html.document import html
from dashboard.briefing.manifest.manifest import manifest_of
from dashboard.checks.validation import validate

SEED = "us-troops-in-ecuador"
DRAWN = "document.documentElement.dataset.drawn === 'true'"


def write(root: Path, id_: str, target: Path) -> str:
    """The file's address."""
    validation = validate(root)
    made = validation.workspace.briefings[id_]
    outline = outline_of(made, validation)
    seal = manifest_of(outline, validation, made.as_of.text)
    target.write_text(html(outline, seal, drawer_of(made, validation)), encoding="utf-8")
    return target.as_uri()


@pytest.fixture(scope="module")
def seeds(root: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The seed's briefing."""
    return write(root, SEED, tmp_path_factory.mktemp("seeds") / "b.html")


@pytest.fixture(scope="module")
def hostiles(tmp_path_factory: pytest.TempPathFactory) -> str:
    """One whose every word is hard to show, and tries to run."""
    workspace = tmp_path_factory.mktemp("hostile")
    write_hostile(workspace)
    ids = sorted(validate(workspace).workspace.events)
    script = "</script><script>alert(1)</script><img src=http://example.invalid/x onerror=alert(2)>"
    fields = {
        "title": f"{script} {'x' * 100}",
        "marking": {"text": "} </style><script>alert(3)</script> \"'\\", "meaning": script},
        "as_of": "2025-12-31",
        "for": script,
        "scope": script,
        "selection": {"events": ids},
        "bottom_line": [{"text": script, "by": script}],
    }
    folder = workspace / "events/briefings"
    folder.mkdir()
    (folder / "b.yaml").write_text(yaml.safe_dump(fields), encoding="utf-8")
    return write(workspace, "b", workspace / "b.html")


@pytest.fixture
def read(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a file. Nothing may be asked for, no error told, and no dialog opened."""
    strange: list[str] = []
    contexts = []

    def opened(address: str, *, width: int = 1440, height: int = 900, dark: bool = False, runs: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            java_script_enabled=runs,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("dialog", lambda dialog: (strange.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("pageerror", lambda error: strange.append(str(error)))
        page.on("console", lambda told: told.type in ("error", "warning") and strange.append(told.text))
        page.on(
            "request",
            lambda asked: (
                asked.url not in (address, "data:,")
                and not asked.url.startswith(("data:font/", f"{address}#"))
                and strange.append(asked.url)
            ),
        )
        page.goto(address)
        if runs:
            page.wait_for_function(DRAWN)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert strange == []


@pytest.mark.parametrize(
    ("width", "dark"),
    [
        pytest.param(1440, False, marks=pytest.mark.proof),
        pytest.param(390, True, marks=pytest.mark.proof),
        pytest.param(1440, True, marks=pytest.mark.proof),
        pytest.param(390, False, marks=pytest.mark.proof),
    ],
)
def test_nothing_serious_is_found_and_nothing_overflows(
    read: Callable[..., Page], seeds: str, width: int, dark: bool
) -> None:
    """By axe-core, wide and narrow, light and dark; both figures are drawn and their tables closed."""
    page = read(seeds, width=width, dark=dark)
    page.evaluate(AXE)
    assert page.evaluate(SERIOUS) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator(".plot .main-svg").count() >= 2
    assert page.locator("details[open]").count() == 0


@pytest.mark.proof
@pytest.mark.parametrize("width", [390, pytest.param(1440, marks=pytest.mark.proof)])
def test_hostile_text_runs_nothing_and_asks_for_nothing(read: Callable[..., Page], hostiles: str, width: int) -> None:
    """No dialog, no request, no element of its own; nothing overflows, and axe-core finds nothing serious."""
    page = read(hostiles, width=width)
    assert page.locator("img, iframe, main script").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("window.hacked") is None
    page.evaluate(AXE)
    assert page.evaluate(SERIOUS) == []


def test_a_mark_leads_to_its_event(read: Callable[..., Page], seeds: str) -> None:
    """By key and by mouse, and there to its first words; a count, or a name, tells its events, each with its link."""
    page = read(seeds)
    page.locator("[data-figure=timeline] [role=link][aria-label^='Drones for']").press("Enter")
    page.wait_for_function("location.hash === '#E-us-drones-for-navy'")
    words = page.locator("#E-us-drones-for-navy .led-to")
    expect(words).to_contain_text("“A key component of this package")
    expect(words).to_be_in_viewport()
    expect(words.get_by_role("link", name="metroreport.news")).to_have_attribute("href", "#D-us-troops-ecuador")
    box = page.locator("[data-figure=map] .plot text").filter(has_text=re.compile("^Manta$")).first
    box.scroll_into_view_if_needed()
    box = box.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator("[data-figure=map] .picked a")).to_have_count(4)
    page.locator("[data-figure=timeline] [role=link][aria-label^='Ecuador gives notice']").press("Enter")
    page.wait_for_function("location.hash === '#E-us-base-notice'")
    page.locator("[data-figure=map] .plot [role=link]").first.press("Enter")
    links = page.locator("[data-figure=map] .picked a")
    assert links.count() == 4
    links.nth(1).click()
    page.wait_for_function("location.hash.startsWith('#E-us-')")


@pytest.mark.proof
def test_the_map_comes_nearer_and_back(read: Callable[..., Page], seeds: str) -> None:
    """By its buttons."""
    page = read(seeds)
    scale = "document.querySelector('[data-figure=map] .plot')._fullLayout.geo.projection.scale"
    before = page.evaluate(scale)
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_function(f"{scale} > {before}")
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function(f"{scale} === {before}")


def test_without_scripts_the_figures_are_their_tables(read: Callable[..., Page], seeds: str) -> None:
    """Open, and with every event."""
    page = read(seeds, runs=False)
    tables = page.locator(".figure details[open] table")
    assert tables.count() == 2
    assert tables.first.locator("tbody tr:visible").count() == 12
    assert page.locator(".controls:visible, .plot:visible").count() == 0


@pytest.mark.proof
def test_on_paper_it_is_light_and_its_figures_fit(read: Callable[..., Page], seeds: str) -> None:
    """Whatever the screen: the drawings for paper are seen, and those of the screen are not."""
    page = read(seeds, dark=True)
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator(".on-paper:visible .main-svg").count() >= 2
    assert page.locator(".plot:visible, nav:visible").count() == 0


@pytest.mark.proof
@pytest.mark.parametrize("media", ["screen", "print"])
def test_a_name_and_its_value_stand_on_one_line(read: Callable[..., Page], seeds: str, media: str) -> None:
    """In the annex, whatever the value is: a link has more room around it, and on paper none."""
    page = read(seeds)
    page.emulate_media(media=media)
    feet = page.evaluate(
        """() => [...document.querySelectorAll('.entry dl div')].filter((each) => each.getClientRects().length).map(
            (each) => [...each.children].map((one) => {
                const range = document.createRange();
                range.selectNode(document.createTreeWalker(one, NodeFilter.SHOW_TEXT).nextNode());
                return range.getClientRects()[0].bottom;
            }))"""
    )
    assert len(feet) > 100
    assert max(abs(name - value) for name, value in feet) < 1.5
