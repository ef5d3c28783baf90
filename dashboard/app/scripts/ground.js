// For each change of a mark Plotly projects the land and borders of the whole world anew, which is most of what a map
// takes. Where its own parts are as this version has them, they are drawn once for each view, and kept for the last few.
const VIEW = ["scale", "translate", "rotate", "center", "clipExtent"];
const VIEWS_KEPT = 8;

// The outlines of regions and of the world, whichever no map has asked for yet, while there is nothing else to do.
function fetchOutlines(folder) {
  window.requestIdleCallback?.(async () => {
    const { topojson } = (window.PlotlyGeoAssets ??= { topojson: {} });
    for (const name of ["world_110m", "world_50m"]) {
      if (topojson[name]) continue;
      const read = (answer) => (answer.ok ? answer.json() : null);
      const outlines = await fetch(`${folder}${name}.json`).then(read).catch(() => null); // asked for again when needed
      if (outlines) topojson[name] ??= outlines;
    }
  });
}

function keepGround(plot) {
  for (const name of ["geo", "geo2"]) {
    const map = plot._fullLayout?.[name]?._subplot;
    if (!map?._render || !map.basePaths || map.datelineRender) continue;
    map.datelineRender = map._render;
    map.datelineViews = new Map();
    map._render = () => renderOverGround(map);
  }
}

// `topojsonName` is that of the outlines that are asked for: until they come, those of before are drawn.
const outlinesOf = ({ topojson }) => Object.entries(window.PlotlyGeoAssets.topojson).find(([, each]) => each === topojson)?.[0];

function renderOverGround(map) {
  const view = JSON.stringify([outlinesOf(map), ...VIEW.map((part) => map.projection[part]())]);
  const known = map.datelineViews.get(view) ?? {};
  const ground = map.basePaths;
  const isMissing = ([name, path]) => {
    if (map.datelineView === view && path.attr("d") !== null) return false;
    if (name in known) path.attr("d", known[name]);
    return !(name in known);
  };
  map.basePaths = Object.fromEntries(Object.entries(ground).filter(isMissing));
  renderInSight(map);
  for (const [name, path] of Object.entries(map.basePaths)) known[name] = path.attr("d");
  map.basePaths = ground;
  map.datelineView = view;
  map.datelineViews.delete(view); // the last one used stands last
  map.datelineViews.set(view, known);
  if (map.datelineViews.size > VIEWS_KEPT) map.datelineViews.delete(map.datelineViews.keys().next().value);
}

// Of the whole world's outlines a region shows few: the others need not be projected, nor clipped away.
const WIDEST_DEGREES = 120;
const MARGIN = 0.1;
const boxes = new WeakMap();

function renderInSight(map) {
  const sight = sightOf(map.projection);
  const whole = sight ? Object.values(map.basePaths).map((path) => [path, path.datum()]) : [];
  for (const [path, shape] of whole) path.datum(inSight(shape, sight));
  map.datelineRender();
  for (const [path, shape] of whole) path.datum(shape);
}

// Degrees, longitudes from the middle of the map; null where it shows more than a region.
function sightOf(projection) {
  const [[left, top], [right, bottom]] = projection.clipExtent() ?? [[], []];
  const corners = [[left, top], [right, top], [left, bottom], [right, bottom]].map((corner) => projection.invert?.(corner) ?? []);
  if (!corners.flat().every(Number.isFinite) || corners.flat().length < 8) return null;
  const middle = -projection.rotate()[0];
  const across = corners.map(([longitude]) => turned(longitude - middle));
  const up = corners.map(([, latitude]) => latitude);
  const [west, east, south, north] = [Math.min(...across), Math.max(...across), Math.min(...up), Math.max(...up)];
  if (!(east - west < WIDEST_DEGREES)) return null;
  const [aside, above] = [MARGIN * (east - west), MARGIN * (north - south)];
  return { middle, west: west - aside, east: east + aside, south: south - above, north: north + above };
}

const turned = (degrees) => ((((degrees + 180) % 360) + 360) % 360) - 180;

function inSight(shape, sight) {
  const { type, coordinates } = shape;
  const isSeen = (line) => meets(line, sight);
  if (type === "FeatureCollection") return { ...shape, features: shape.features.map((feature) => inSight(feature, sight)) };
  if (type === "Feature") return { ...shape, geometry: inSight(shape.geometry, sight) };
  // A polygon's first line need not be its outline here.
  if (type === "MultiPolygon") return { type, coordinates: coordinates.filter((lines) => lines.some(isSeen)) };
  if (type === "MultiLineString") return { type, coordinates: coordinates.filter(isSeen) };
  if (type === "Polygon") return { type, coordinates: coordinates.some(isSeen) ? coordinates : [] };
  return shape;
}

function meets(points, { middle, west, east, south, north }) {
  const [left, bottom, right, top] = boxOf(points);
  const half = (right - left) / 2;
  if (half > 90) return true; // it goes on beyond the date line
  const at = turned((left + right) / 2 - middle);
  return at - half <= east && at + half >= west && bottom <= north && top >= south;
}

function boxOf(points) {
  if (!boxes.has(points)) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [longitude, latitude] of points) {
      if (longitude < box[0]) box[0] = longitude;
      if (latitude < box[1]) box[1] = latitude;
      if (longitude > box[2]) box[2] = longitude;
      if (latitude > box[3]) box[3] = latitude;
    }
    boxes.set(points, box);
  }
  return boxes.get(points);
}
