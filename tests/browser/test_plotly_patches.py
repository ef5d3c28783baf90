"""What is replaced inside plotly.js: it is there with this version, is used, and draws what plotly.js would draw."""

import re

import pytest
from playwright.sync_api import expect
from pressing import press
from same_ground import ANEW, same_ground

TIMELINE, CARD = ".st-key-when", ".st-key-who"
ZOOM = "document.querySelector('.st-key-where .dl-plot')._fullLayout.geo.projection.scale"
SAME_LISTS = """async () => {
    const text = await (await fetch([...document.scripts].find(({src}) => src.endsWith('plotly.min.js')).src)).text();
    const untouched = await new Promise((resolve) => {
        const script = document.createElement('script');
        script.src = URL.createObjectURL(new Blob([`window.untouched = (() => {${text}; return Plotly})()`]));
        script.onload = () => resolve(window.untouched);
        document.head.append(script);
    });
    const plots = document.querySelectorAll('.dl-plot.js-plotly-plot');
    return [...plots].flatMap(({_fullData}) => _fullData).map((trace) => [
        Plotly.PlotSchema.findArrayAttributes(trace), untouched.PlotSchema.findArrayAttributes(trace),
    ]);
}"""
"""Of each trace on the page the attributes that are lists: as they are remembered, and as plotly.js finds them."""
DRAWN_ANEW = """async () => {
    const text = await (await fetch([...document.scripts].find(({src}) => src.endsWith('plotly.min.js')).src)).text();
    const untouched = await new Promise((resolve) => {
        const script = document.createElement('script');
        script.src = URL.createObjectURL(new Blob([`window.untouched = (() => {${text}; return Plotly})()`]));
        script.onload = () => resolve(window.untouched);
        document.head.append(script);
    });
    const round = (number) => Math.round(number * 2) / 2;
    const seen = (graph) => {
        const origin = graph.getBoundingClientRect();
        const parts = graph.querySelectorAll('text, .shapelayer path, .annotation rect, .points path, .lines path');
        return [...parts].map((node) => {
            const {left, top, width, height} = node.getBoundingClientRect();
            const {fill, stroke, fontWeight, fontSize} = getComputedStyle(node);
            const place = [left - origin.left, top - origin.top, width, height].map(round);
            const look = [fill, stroke, fontWeight, fontSize];
            return [node.tagName, node.textContent, node.getAttribute('d'), ...look, ...place].join(' ');
        }).sort();
    };
    const found = [];
    for (const graph of document.querySelectorAll('.dl-plot.js-plotly-plot')) {
        const anew = document.createElement('div');
        graph.parentElement.append(anew);
        const {data, layout} = JSON.parse(JSON.stringify({data: graph.data, layout: graph.layout}));
        await untouched.newPlot(anew, data, layout, {...graph._context, displayModeBar: false});
        const [ours, theirs] = [seen(graph), seen(anew)];
        found.push([ours.length, ours.filter((each, index) => each !== theirs[index]), theirs.length]);
        untouched.purge(anew);
        anew.remove();
    }
    return found;
}"""
"""Of each figure how many parts it has, which are not as an untouched plotly.js draws them, and how many that draws."""
INSIDE = """() => {
    const graph = document.querySelector('.st-key-where .dl-plot');
    const map = graph._fullLayout.geo._subplot;
    const {projection, basePaths, topojson} = map;
    const [[left, top], [right, bottom]] = projection.clipExtent();
    const middle = [(left + right) / 2, (top + bottom) / 2];
    const itself = projection(projection.invert(middle));
    const arc = topojson.arcs[0];
    return {
        'textPointStyle(texts, trace, graph)': Plotly.parts.drawing.textPointStyle.length,
        'crawl(attributes, callback, ...)': Plotly.PlotSchema.crawl.length >= 2,
        'findArrayAttributes(trace)': Plotly.PlotSchema.findArrayAttributes.length,
        'a map has its own _render': Object.hasOwn(map, '_render') && map.datelineRender.length === 0,
        'which plotly.js has on all maps': Object.getPrototypeOf(map)._render === map.datelineRender,
        'base layers': Object.keys(basePaths).filter((name) => basePaths[name].attr('d')).sort().join(),
        'of which outlines are TopoJSON': 'land' in topojson.objects && 'countries' in topojson.objects,
        'of differences of whole numbers': arc.flat().every(Number.isInteger) && topojson.transform.scale.length === 2,
        'and lines of the grid GeoJSON': basePaths.lonaxis.datum().type,
        'projection': Math.hypot(itself[0] - middle[0], itself[1] - middle[1]) < 0.01,
        'rotate() and scale()': projection.rotate().length >= 2 && projection.scale() > 0,
        'the kind of projection': graph._fullLayout[map.id].projection.type,
        'which graph it is of': map.graphDiv === graph,
    };
}"""
"""What the patches rely on, in plotly.js as it has drawn the map of the page."""
THERE = {
    "textPointStyle(texts, trace, graph)": 3,
    "crawl(attributes, callback, ...)": True,
    "findArrayAttributes(trace)": 1,
    "a map has its own _render": True,
    "which plotly.js has on all maps": True,
    "base layers": "countries,land,lataxis,lonaxis",
    "of which outlines are TopoJSON": True,
    "of differences of whole numbers": True,
    "and lines of the grid GeoJSON": "MultiLineString",
    "projection": True,
    "rotate() and scale()": True,
    "the kind of projection": "natural earth",
    "which graph it is of": True,
}
USED = """async () => {
    const used = {};
    const count = (part, name) => {
        const own = part[name];
        part[name] = function (...given) {
            used[name] = (used[name] ?? 0) + 1;
            return own.apply(this, given);
        };
    };
    const graph = document.querySelector('.st-key-where .dl-plot');
    count(Plotly.parts.drawing, 'textPointStyle');
    count(Plotly.PlotSchema, 'findArrayAttributes');
    let crawl = Plotly.PlotSchema.crawl;
    Object.defineProperty(Plotly.PlotSchema, 'crawl', {
        set: (other) => { crawl = other; },
        get: () => { used.crawl = true; return crawl; },
    });
    count(graph._fullLayout.geo._subplot, '_render');
    count(graph._fullLayout.geo._subplot, 'datelineRender');
    const {data, layout} = JSON.parse(JSON.stringify({data: graph.data, layout: graph.layout}));
    data.find(({text}) => text).text = 'another text';
    await Plotly.react(graph, data, layout, graph._context);
    return Object.keys(used).sort().join();
}"""
"""Which of them plotly.js calls, by these names, to draw the map with another text."""


def test_plotly_js_has_inside_what_is_replaced(visit):
    """Each part by its name and with its shape; where a new version has another, the patch is written anew, or goes."""
    page = visit()
    assert page.evaluate(INSIDE) == THERE


def test_plotly_js_uses_what_is_replaced(visit):
    """It calls each by the name under which it was replaced: else nothing would be gained, and nobody would notice."""
    page = visit()
    assert page.evaluate(USED) == "_render,crawl,datelineRender,findArrayAttributes,textPointStyle"


@pytest.mark.proof
def test_the_map_that_is_opened_lies_on_the_ground_that_plotly_draws(visit):
    """Land, borders and grid; see below for the world, the date line and the poles."""
    assert same_ground(visit())


@pytest.mark.proof
def test_what_plotly_is_spared_is_what_it_would_have_found(visit):
    """The attributes of each trace that are lists, looked up once for each kind; outlines, fetched beforehand."""
    page = visit()
    lists = page.evaluate(SAME_LISTS)
    assert len(lists) > 10
    assert not [each for each in lists if each[0] != each[1]]
    page.wait_for_function("['world_110m', 'world_50m'].every((name) => name in PlotlyGeoAssets.topojson)")


@pytest.mark.proof
def test_what_is_not_drawn_again_is_as_if_it_were(visit):
    """Texts after a selection, in the dark, of a filter, and when it is let go."""
    page = visit()

    def is_as_drawn_anew():
        page.wait_for_timeout(400)
        for number, strays, others in page.evaluate(DRAWN_ANEW):
            assert strays == []
            assert number == others > 20

    press(page, TIMELINE, "The U.S. announces")
    expect(page.locator(f"{CARD} h2")).to_have_text("The U.S. announces a security package")
    is_as_drawn_anew()
    page.emulate_media(color_scheme="dark")
    is_as_drawn_anew()
    page.keyboard.press("Escape")
    page.locator("#facet-type summary").click()
    page.locator("#facet-type [data-press=filter]").first.click()
    expect(page).to_have_url(re.compile("show=type"))
    is_as_drawn_anew()


@pytest.mark.proof
@pytest.mark.parametrize(
    "view",
    [
        *[
            (-78, -1.5, 12),
            (179, -17, 9),
            (-170, 65, 10),
            (100, 70, 9),
            (20, 50, 6),
            (45, -70, 5),
            (45, -78, 8),
            (20, 50, 40),
        ],
        *[(11, 0, 1), (-120, 10, 1), (100, 20, 1.5), (0, -60, 1.2)],
    ],
)
def test_the_ground_is_where_plotly_draws_it(visit, view):
    """Land, borders and grid of regions and of the world: at the date line, where it is torn, and around a pole too."""
    longitude, latitude, scale = view
    page = visit(f"?map={longitude},{latitude},{scale}")
    page.wait_for_function(f"Math.abs({ZOOM} / {scale} - 1) < 0.01")
    page.wait_for_timeout(300)
    page.evaluate(ANEW)
    assert same_ground(page)
