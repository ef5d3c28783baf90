"""What keyboards, screen readers, enlarged and calmed pages need."""

import pytest
from axe_core import AXE, SERIOUS
from playwright.sync_api import expect
from settled import FITTING, each_page, resized

PAGES = {
    "situation": "/?event=us-drones-for-navy",
    "overview": "/",
    "countries": "/?layer=countries&event=us-base-closed",
    "hexagons": "/?layer=hexagons",
    "events": "/?page=events&event=us-base-closed&compare=us-base-closed,us-drones-for-navy",
    "search": "/?page=events&words=base+2009&event=us-base-closed",
    "threads": "/?page=threads",
    "actors": "/?page=actors",
    "actor": "/?page=actors&actor=ecuador",
    "sources": "/?page=sources",
    "source": "/?page=sources&source=us-troops-ecuador",
    "imports": "/?page=imports",
    "inbox": "/?page=inbox",
    "texts to add from": "/?page=add",
    "add": "/?page=add&source=us-troops-ecuador",
    "edit": "/?page=edit&record=event:us-base-closed",
    "edit an actor": "/?page=edit&record=actor:rafael-correa",
    "changes": "/?page=changes&since=us-troops-in-ecuador",
    "outlook": "/?page=outlook",
    "disagreements": "/?page=disagreements",
    "brief": "/?page=brief",
    "composer": "/?page=brief&briefing=us-troops-in-ecuador",
    "data": "/?page=data",
    "help": "/?page=help",
}
DRAWN = (
    ".dl-briefings, .dl-compose-form section, .dl-card, .dl-events, .dl-thread-head, .dl-actor-head, .dl-sources, "
    ".dl-source, .dl-data, .dl-help, .dl-add-choice, .dl-add-foot, "
    ".dl-inbox-head, .dl-imports"
)
BROKEN = """() => {
    const page = document.querySelector('.stMain'), found = [];
    if (page.scrollWidth > innerWidth) found.push(`the page scrolls sideways: ${page.scrollWidth}`);
    for (const part of document.querySelectorAll('.dl-bar :is(a, button), .dl-filters summary, .dl-choice button')) {
        const {left, right, height} = part.getBoundingClientRect();
        if (part.closest('[popover]') || !height) continue;
        const rolls = part.closest('nav')?.scrollWidth > part.closest('nav')?.clientWidth; // the page shown is in sight
        if ((left < 0 || right > innerWidth) && (!rolls || part.ariaCurrent)) found.push(`cut: ${part.textContent}`);
        if (height > 52) found.push(`broken: ${part.textContent}`);
    }
    return found;
}"""

HERE = """() => {
    const node = document.activeElement;
    const {outlineStyle, outlineWidth} = getComputedStyle(node);
    const places = {bar: '.dl-bar', filters: '.dl-filters', map: '.st-key-where .dl-controls',
        'map marks': '.st-key-where .dl-plot', card: '.st-key-who', scale: '.st-key-scales',
        timeline: '.st-key-when .dl-plot'};
    const place = Object.keys(places).find((name) => node.closest(places[name]));
    return [place ?? '', outlineStyle !== 'none' && outlineWidth !== '0px', node.outerHTML.slice(0, 90)];
}"""
ORDER = ["bar", "filters", "map", "map marks", "card", "scale", "timeline"]
TABS = 120


@pytest.fixture
def opened(visit):
    """Opens one of the pages, once there is something on it."""

    def open_page(path, **how):
        page = visit(path, figures=False, **how)
        page.wait_for_selector(DRAWN)
        return page

    return open_page


@pytest.mark.parametrize("path", each_page(PAGES, often=("threads",)))
def test_a_page_can_be_enlarged_and_axe_finds_nothing_serious(opened, path):
    """At 200 % and where the bar might break, nothing is cut or scrolls sideways; light and dark, axe is content."""
    page = opened(path, width=720, height=450)
    for width in (720, 641, 1001, 1361, 1440):
        resized(page, width, width * 5 // 8)
        assert page.evaluate(BROKEN) == [], width
    page.evaluate(AXE)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.wait_for_timeout(200)  # figures follow the theme
        assert page.evaluate(SERIOUS) == [], scheme


@pytest.mark.proof
def test_axe_finds_nothing_serious_where_records_are_broken(opened, changed):
    """A file that cannot be read and a quote that does not stand, on Data and on the card."""
    folder = changed / "events" / "ecuador"
    whole = (folder / "us-base-closed.yaml").read_text(encoding="utf-8")
    (folder / "unread.yaml").write_text(whole.replace("threads:", "thread:", 1), encoding="utf-8")
    (folder / "failing.yaml").write_text(whole.replace("closed in 2009", "closed in 2008"), encoding="utf-8")
    page = opened("/?page=data")
    expect(page.locator(".dl-data")).to_contain_text("quote-not-found")
    for path in (None, "/?event=failing"):
        if path:
            page = opened(path)
            expect(page.locator(".dl-card")).to_contain_text("this quote is not in the source")
        page.evaluate(AXE)
        assert page.evaluate(SERIOUS) == []


def test_the_keyboard_goes_through_the_page_in_order_with_a_focus_that_is_seen(visit):
    """Bar, filters, map controls, marks, card, timeline."""
    page = visit("/?event=us-drones-for-navy")
    seen: list[str] = []
    for _ in range(TABS):
        page.keyboard.press("Tab")
        place, visible, node = page.evaluate(HERE)
        if place:
            assert visible, node
        if place and place not in seen:
            seen.append(place)
        if place == ORDER[-1]:
            break
    assert seen == ORDER


@pytest.mark.proof
@pytest.mark.parametrize(("path", "first"), [("/", "#facet-thread summary"), ("/?page=help", ".dl-help a")])
def test_the_first_stop_leads_past_the_bar(opened, path, first):
    """And the page itself, which the keyboard scrolls, has a focus that is seen."""
    page = opened(path)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate(HERE)[1]
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator(first).first).to_be_focused()


@pytest.mark.proof
def test_a_facet_opens_by_enter_and_escape_gives_the_focus_back(visit):
    """What is selected stays selected: the first Escape closes the facet alone."""
    page = visit("/?event=us-drones-for-navy")
    summary = page.locator("#facet-type > summary")
    summary.focus()
    page.keyboard.press("Enter")
    first = page.locator("#facet-type li button").first
    expect(first).to_be_visible()
    page.keyboard.press("Tab")
    expect(first).to_be_focused()
    page.keyboard.press("Escape")
    expect(first).to_be_hidden()
    expect(summary).to_be_focused()
    expect(page.locator(".st-key-who h2")).to_have_text("Drones for Ecuador’s navy")


@pytest.mark.proof
@pytest.mark.parametrize(
    ("path", "pressed", "reached"),
    each_page(
        {
            "words": ("/?event=us-base-closed", ".dl-claim .dl-leads", ".dl-quoted.dl-reached"),
            "an event": ("/?page=sources&source=us-troops-ecuador", ".dl-quoted", ".dl-card .dl-body"),
            "help": ("/", ".dl-overview .dl-ask", ".dl-help [data-arrive]"),
            "another page": ("/?page=outlook", "a[data-value^='page=threads']", ".stMain h1"),
            "what a card names": ("/?event=us-base-closed", ".dl-card a[data-press=event]", ".dl-card .dl-body"),
            "beside": ("/?show=type:agree&words=base", ".dl-chips button >> nth=0", ".dl-chips [data-press=words]"),
            "nothing beside": ("/?words=base", ".dl-chips [data-press=words]", ".stMain h1"),
        },
        often=("words", "beside"),
    ),
)
def test_the_keyboard_goes_on_at_what_a_press_has_led_to(opened, path, pressed, reached):
    """Where what was pressed is gone: else the next stop would be the first of the page."""
    page = opened(path)
    page.wait_for_function(FITTING)
    page.locator(pressed).first.press("Enter")
    expect(page.locator(reached).first).to_be_focused()


@pytest.mark.proof
def test_whoever_asks_for_calm_gets_no_motion(opened):
    """Nothing on the page is animated or slides."""
    page = opened("/")
    page.emulate_media(reduced_motion="reduce")
    moving = """() => [...document.querySelectorAll('.dl, .dl *')].filter((part) => {
        const {animationName, transitionDuration} = getComputedStyle(part);
        return animationName !== 'none' || transitionDuration.split(', ').some((time) => parseFloat(time) > 0);
    }).map((part) => part.className)"""
    assert page.evaluate(moving) == []
    assert page.evaluate("document.getAnimations().length") == 0


GROUNDS = """() => {
    const ground = (selector) => getComputedStyle(document.querySelector(selector)).backgroundColor;
    const line = (selector) => getComputedStyle(document.querySelector(selector)).borderBottomColor;
    return [
        [ground('.dl-choice [aria-pressed=true]'), ground('.dl-choice [aria-pressed=false]')],
        [line('.dl-bar nav [aria-current]'), line('.dl-bar nav a:not([aria-current])')],
        [ground('.dl-square'), ground('.dl-card')],
        [ground('.dl-sum .dl-part-found'), ground('.dl-card')],
    ];
}"""


@pytest.mark.proof
def test_what_is_pressed_is_seen_in_the_readers_own_colours(opened):
    """And which page it is, whose thread, and how much is found: with high contrast, no ground of ours is left."""
    page = opened("/")
    page.emulate_media(forced_colors="active")
    for told, other in page.evaluate(GROUNDS):
        assert told != other
