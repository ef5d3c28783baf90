"""Whether the land, borders and grid of the map are where plotly.js would draw them."""

ANEW = """() => {
    const map = document.querySelector('.st-key-where .dl-plot')._fullLayout.geo._subplot;
    map.datelineView = null;
    map._render();
}"""
"""Draws them once more."""

DIFFERENCES = """() => {
    const map = document.querySelector('.st-key-where .dl-plot')._fullLayout.geo._subplot;
    const paths = () => Object.entries(map.basePaths).map(([name, path]) => [name, path.attr('d') ?? '']);
    const [[left, top], [right, bottom]] = map.projection.clipExtent();
    const svg = map.basePaths.land.node().ownerSVGElement;
    const inside = ({x, y}) => x > left + 2 && x < right - 2 && y > top + 2 && y < bottom - 2;
    const at = (x, y) => new DOMPoint(Number(x), Number(y));
    const pointsOf = (path) => [...path.matchAll(/(-?[\\d.]+(?:e-?\\d+)?),(-?[\\d.]+(?:e-?\\d+)?)/g)]
        .map(([, x, y]) => at(x, y)).filter(inside);
    const some = (points) => points.filter((_, index) => index % Math.ceil(points.length / 150) === 0);
    const asked = (path, ask) => {
        const node = document.createElementNS('http://www.w3.org/2000/svg', 'path');
        node.setAttribute('d', path);
        node.style.cssText = 'fill: none; stroke: black; stroke-width: 2.4px';
        svg.append(node);
        const answer = ask(node);
        node.remove();
        return answer;
    };
    const off = (own, path) => asked(path, (node) =>
        some(pointsOf(own)).filter((point) => !node.isPointInStroke(point)));
    const grid = Array.from({length: 600}, (_, index) =>
        at(left + (right - left) * (index % 30 + 0.5) / 30,
           top + (bottom - top) * (Math.floor(index / 30) + 0.5) / 20));
    const isLand = (path) => asked(path, (node) =>
        grid.map((point) => node.isPointInStroke(point) ? null : node.isPointInFill(point)));
    const drawn = new Map(paths());
    map.datelineRender();
    const found = [];
    let points = 0;
    for (const [name, path] of paths().filter(([name, path]) => drawn.get(name) !== path)) {
        const strays = [...off(drawn.get(name), path), ...off(path, drawn.get(name))];
        found.push(...strays.map(({x, y}) => [name, x, y]));
        points += some(pointsOf(drawn.get(name))).length + some(pointsOf(path)).length;
    }
    const land = map.basePaths.land.attr('d');
    const [these, those] = drawn.get('land') === land ? [[], []] : [isLand(drawn.get('land')), isLand(land)];
    const differs = (one, other) => ![one, other].includes(null) && one !== other;
    found.push(...grid.filter((_, index) => differs(these[index], those[index])).map(({x, y}) => ['in land', x, y]));
    return {points, found, isSame: [...drawn].every(([name, path]) => (map.basePaths[name].attr('d') ?? '') === path)};
}"""
"""Points more than a pixel apart, or land in one alone; how many are compared; whether all is alike."""


def same_ground(page):
    """Whether land, borders and grid are where plotly.js draws them; at sharp bends browsers miss their own lines."""
    compared = page.evaluate(DIFFERENCES)
    return compared["isSame"] or (compared["points"] > 20 and len(compared["found"]) <= 0.01 * compared["points"])
