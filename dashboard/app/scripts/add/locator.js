// Where an offered place is: its country among the neighbours, and its point. The words beside it say the same.
const SVG = "http://www.w3.org/2000/svg";
const RADIUS = 3.5;

function draw(tag, attributes, ...content) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...content);
  return node;
}

export function locator(map) {
  if (!map) return null;
  const { width, height } = map;
  const point =
    map.point && draw("circle", { cx: map.point[0], cy: map.point[1], r: RADIUS, class: "dl-locator-point" });
  return draw(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, width, height, class: "dl-locator", "aria-hidden": "true" },
    draw("path", { d: map.land, class: "dl-locator-land" }),
    draw("path", { d: map.country, class: map.point ? "dl-locator-country" : "dl-locator-country dl-locator-all" }),
    ...(point ? [point] : []),
  );
}
