"""What comes out of a printer."""

import io
import re
from contextlib import suppress

import pypdf
import pytest
from conftest import free_port
from playwright.sync_api import TimeoutError as OutOfPatience
from playwright.sync_api import expect
from pypdf.generic import StreamObject
from settled import each_page

from dashboard.cli.listening import LOOPBACK, address
from dashboard.cli.server import running
from dashboard.views.drawing.palette import DARK, LIGHT
from tests.benchmarks.world import generate_world
from tests.seldom import seldom

PAGES = {
    "situation": ("/?event=us-drones-for-navy&from=2008", True),
    "events": ("/?page=events&event=us-base-closed", True),
    "compared": ("/?page=events&compare=us-base-hosted,us-base-closed,us-drones-for-navy", True),
    "threads": ("/?page=threads", True),
    "actor": ("/?page=actors&actor=ecuador", False),
    "sources": ("/?page=sources", True),
    "source": ("/?page=sources&source=us-troops-ecuador", False),
    "changes": ("/?page=changes&since=us-troops-in-ecuador", False),
    "outlook": ("/?page=outlook&event=ecuador-referendum", False),
    "imports": ("/?page=imports", False),
    "disagreements": ("/?page=disagreements", False),
    "data": ("/?page=data", False),
    "help": ("/?page=help", False),
}
DRAWN = (
    ".dl-card, .dl-events, .dl-thread-head, .dl-actor-head, .dl-sources, .dl-source, .dl-data, .dl-help, .dl-imports"
)
A4_PX, LETTER_PX = (794, 1123), (816, 1056)
MARGINS_PX = 91

AMISS = """() => {
    const page = document.querySelector('.stMain'), found = [];
    const seen = (part) => part.getClientRects().length > 0;
    const sum = (color) => (color.match(/[0-9.]+/g) ?? []).slice(0, 3).reduce((all, each) => all + Number(each), 0);
    for (const part of document.querySelectorAll(
        '.dl-bar, .dl-filters, .dl-controls, .dl-choice, .dl-clear, .dl-ask, .dl-pager a, input, .dl-facet'
    )) if (seen(part)) found.push(`a control: ${part.className}`);
    for (const part of document.querySelectorAll('.dl-card, .dl-body, .dl-scroll, .dl-source-about, .stMain')) {
        const {overflowX, overflowY} = getComputedStyle(part);
        if ([overflowX, overflowY].some((each) => each !== 'visible')) found.push(`clipped: ${part.className}`);
    }
    for (const part of document.querySelectorAll('.dl :is(h1, h2, p, td, th, li, a)'))
        if (seen(part) && sum(getComputedStyle(part).color) > 420) found.push(`pale: ${part.textContent}`);
    for (const part of document.querySelectorAll('.dl a'))
        if (getComputedStyle(part).textDecorationLine !== 'none') found.push(`underlined: ${part.textContent}`);
    for (const part of document.querySelectorAll('.dl-plot text'))
        if (/[a-z]/i.test(part.textContent) && sum(getComputedStyle(part).fill) > 420)
            found.push(`pale in a figure: ${part.textContent}`);
    for (const part of document.querySelectorAll('.dl-plot, .dl-card, .dl-events, .dl-source-list'))
        if (part.getBoundingClientRect().right > innerWidth + 1) found.push(`too wide: ${part.className}`);
    for (const part of document.querySelectorAll('.dl :is(p, dd, dd > div, blockquote)')) {
        const {width, height} = part.getBoundingClientRect();
        if (height > 80 && height > 2.5 * width) found.push(`squeezed: ${part.textContent}`);
    }
    return found;
}"""


@pytest.fixture
def on_paper(visit):
    """Opens a page in dark, and shows it as it is printed."""

    def open_page(path, url=None, width=1440):
        page = visit(path, dark=True, figures=False, url=url, width=width)
        page.wait_for_selector(DRAWN)
        page.wait_for_function(
            "() => [...document.querySelectorAll('.dl-figure')].every((each) => each.querySelector('.main-svg'))"
        )
        page.emulate_media(media="print")
        return page

    return open_page


@pytest.mark.proof
@pytest.mark.parametrize(("path", "wide"), each_page(PAGES, often=("situation",)))
def test_a_printed_page_can_be_handed_out(on_paper, path, wide):
    """From the dark theme too: dark on white, no controls, nothing clipped; on A4 and Letter nothing is too wide."""
    page = on_paper(path)
    for short, long in (A4_PX, LETTER_PX):
        page.set_viewport_size({"width": (long if wide else short) - MARGINS_PX, "height": 700})
        with suppress(OutOfPatience):  # figures take the paper's colours
            page.wait_for_function(f"!({AMISS})().length", timeout=5_000)
        assert page.evaluate(AMISS) == []


@pytest.mark.proof
def test_the_first_line_says_what_is_printed(on_paper):
    """Workspace, page, mode, filters and day."""
    line = on_paper("/?show=type:retreat&from=2008&as=reported").locator(".dl-print-line")
    told = line.inner_text()
    assert re.fullmatch(
        r"Dateline: U\.S\. bases abroad · Situation, \d+ events? as reported · Type: retreat · "
        r"Dates: 2008 to … · printed \d+ \w+ \d{4}",
        told,
    )


@pytest.mark.proof
def test_what_is_closed_is_open_on_paper(on_paper):
    """Nobody can press there: every actor of a thread is named."""
    page = on_paper("/?page=threads&thread=us-ecuador-basing")
    closed = page.locator("#thread-actors:not([open])")
    expect(closed.locator("li")).not_to_have_count(0)
    heights = closed.evaluate(
        "(part) => [...part.querySelectorAll('li')].map((row) => row.getBoundingClientRect().height)"
    )
    assert all(height > 10 for height in heights)
    assert not closed.locator("summary").is_visible()


@pytest.mark.proof
def test_the_paper_is_turned_for_what_is_wide(on_paper):
    """Every sheet of Situation is landscape, every one of Data portrait."""
    boxes = {}
    for path in ("/", "/?page=data"):
        pdf = on_paper(path).pdf(format="A4", prefer_css_page_size=True)
        boxes[path] = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert all(float(width) > float(height) for width, height in boxes["/"])
    assert all(float(width) < float(height) for width, height in boxes["/?page=data"])


@pytest.mark.proof
def test_a_heading_never_stands_alone_at_the_foot_of_a_page(on_paper):
    """What it is over begins on the same one."""
    page = on_paper("/?event=us-drones-for-navy")
    texts = [each.extract_text() for each in pypdf.PdfReader(io.BytesIO(page.pdf(format="A4"))).pages]
    (of_differences,) = [text for text in texts if "Differences" in text]
    assert "some time in the 2000s" in " ".join(of_differences.split())


@pytest.mark.proof
def test_the_first_sheet_of_situation_has_map_and_timeline(on_paper):
    """The selected event begins on the next one, and nothing stands over anything else."""
    pdf = on_paper("/?event=us-drones-for-navy").pdf(format="A4", prefer_css_page_size=True)
    first, second, *_ = (" ".join(each.extract_text().split()) for each in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    assert "18 of 18 events" in first
    assert "True scale" in first
    assert "Reported" not in first
    assert "QUITO, 4 September 2025 In dispute" in second


@pytest.mark.proof
@pytest.mark.parametrize("landscape", [False, *seldom((True,))], ids=["portrait", "landscape"])
@pytest.mark.parametrize("paper", ["A4", *seldom("Letter", "Legal")])
def test_the_first_sheet_is_full_on_every_paper(on_paper, paper, landscape):
    """Map and timeline stand on it, whichever way the paper lies."""
    pdf = on_paper("/").pdf(format=paper, landscape=landscape, prefer_css_page_size=True)
    first = " ".join(pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())
    assert "18 of 18 events" in first
    assert "True scale" in first


@pytest.mark.proof
@pytest.mark.parametrize("width", [1440, *seldom(390)])
def test_with_nothing_selected_situation_has_two_sheets(on_paper, width):
    """The second is full: sums, latest events and open questions beside each other, differences and trust below."""
    pdf = on_paper("/", width=width).pdf(format="A4", prefer_css_page_size=True)
    first, second = (" ".join(each.extract_text().split()) for each in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    assert "on the line" in first
    for told in ("Latest", "Open questions", "Differences", "Trust"):
        assert told in second


@pytest.fixture(scope="module")
def crowded(tmp_path_factory):
    """The address of a server on 200 events."""
    workspace = tmp_path_factory.mktemp("crowded")
    generate_world(workspace, 200)
    port = free_port()
    with running(LOOPBACK, port, {"DATELINE_WORKSPACE": str(workspace)}):
        yield address(LOOPBACK, port)


@pytest.mark.proof
def test_the_map_is_as_wide_as_the_paper_where_it_has_a_sheet_of_its_own(on_paper, crowded):
    """It shares none with a timeline that is as high; with a lower one it does, and gives way."""
    widths = {}
    for url in (crowded, None):
        page = on_paper("/", url=url)
        widths[url] = page.locator(".st-key-where .main-svg").first.bounding_box()["width"]
    assert widths[crowded] > 940
    assert widths[None] < 660


@pytest.mark.proof
@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("paper", ["A4", "Letter", "Legal"])
def test_a_high_timeline_stands_whole_on_one_sheet(on_paper, crowded, paper, width):
    """The map has the first sheet; no lane of the timeline is cut off. A phone's paper stands upright."""
    page = on_paper("/", url=crowded, width=width)
    texts = page.locator(".st-key-when .dl-plot text").all_text_contents()
    words = {word for text in texts for word in text.split() if word.isalpha() and word.isascii()}
    pdf = page.pdf(format=paper, prefer_css_page_size=True)
    sheets = [each.extract_text() for each in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    assert "200 of 200 events" in " ".join(sheets[0].split())
    assert len(words) > 20
    assert any(all(word in sheet for word in words) for sheet in sheets)


PAINTED = re.compile(rb"([0-9.]+ [0-9.]+ [0-9.]+) rg")


def painted(pdf):
    """The colours with which anything is filled, as `#rrggbb`."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    streams = (each for number in reader.xref[0] if isinstance(each := reader.get_object(number), StreamObject))
    drawn = (each.get_data() for each in streams if each.get("/Subtype") != "/Image")
    return {
        "#" + "".join(f"{round(float(part) * 255):02x}" for part in each.split())
        for data in drawn
        for each in PAINTED.findall(data)
    }


@pytest.mark.proof
def test_a_dark_page_is_printed_light_at_once(visit):
    """Figures as well: a browser waits for nobody who draws after it has asked for the print; then it is dark again."""
    page = visit("/?event=us-base-closed", dark=True)
    found = painted(page.pdf(format="A4"))
    assert {LIGHT.land, LIGHT.sea, LIGHT.text} <= found
    assert not {DARK.land, DARK.sea, DARK.text} & found
    ground = "document.querySelector('.st-key-where .dl-plot')._fullLayout.geo.bgcolor"
    page.wait_for_function(f"{ground} === '{DARK.sea}'")
