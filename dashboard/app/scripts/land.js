// Outlines and grid of a region, on a map whose parallels are straight: where a point lies follows from its longitude and
// from what depends on its latitude alone, which is looked up. d3, which projects each point and bends each line, takes a
// tenth of a second for the coasts of a continent; this takes some milliseconds, and so also while the map is moved.
const STRAIGHT = ["natural earth", "mercator"];
const WIDEST_DEGREES = 120; // more is the world: there a line may be torn at the seam
const LONGEST_DEGREES = 1; // a longer line is bent, as d3 bends it: along a great circle
const NEAREST_PX = 0.3; // points that are nearer to the last one are not seen, but in the outlines of small islands
const SMALL = 16; // so few points
const STEPS = 20; // of a degree of latitude, between which places are interpolated
const HIGHEST = 89.9;
const RADIAN = Math.PI / 180;

const turned = (degrees) => ((((degrees + 180) % 360) + 360) % 360) - 180;

// What a map shows, and how a place becomes a pixel; null where that is more than a region, or not straight.
function sightOf(projection, kind) {
  const [[left, top], [right, bottom]] = projection.clipExtent() ?? [[], []];
  const corners = [[left, top], [right, top], [left, bottom], [right, bottom]].map((corner) => projection.invert?.(corner) ?? []);
  if (!STRAIGHT.includes(kind) || !corners.flat().every(Number.isFinite) || corners.flat().length < 8) return null;
  const middle = -projection.rotate()[0];
  const across = corners.map(([longitude]) => turned(longitude - middle));
  const up = corners.map(([, latitude]) => latitude);
  const [west, east, south, north] = [Math.min(...across), Math.max(...across), Math.min(...up), Math.max(...up)];
  if (!(east - west < WIDEST_DEGREES)) return null;
  const [x, y] = projection([middle, 0]);
  const box = { west: west - 1, east: east + 1, south: south - 1, north: north + 1 };
  return { left, top, right, bottom, middle, x, y, scale: projection.scale(), ...box, ...placesOf(projection, kind) };
}

// For each step of latitude, from the south: how far from the equator, and how wide a degree of longitude. Pixels at scale 1.
const places = {};

function placesOf(projection, kind) {
  if (kind in places) return places[kind];
  const middle = -projection.rotate()[0];
  const scale = projection.scale();
  const [x, y] = projection([middle, 0]);
  const number = 180 * STEPS + 1;
  const [wide, high] = [new Float64Array(number), new Float64Array(number)];
  for (let step = 0; step < number; step++) {
    const latitude = Math.max(-HIGHEST, Math.min(HIGHEST, step / STEPS - 90));
    const at = projection([middle + 1, latitude]);
    wide[step] = (at[0] - x) / scale;
    high[step] = (at[1] - y) / scale;
  }
  return (places[kind] = { wide, high });
}

const known = new WeakMap();

// The lines of a GeoJSON shape: degrees, longitudes going on beyond 180 where the line does.
function linesOf(shape) {
  if (!known.has(shape)) known.set(shape, [...ringsOf(shape)].map(lineOf));
  return known.get(shape);
}

function* ringsOf({ type, features, geometry, coordinates }) {
  if (type === "FeatureCollection") for (const feature of features) yield* ringsOf(feature);
  else if (type === "Feature") yield* ringsOf(geometry ?? {});
  else if (type === "Polygon") yield* coordinates;
  else if (type === "MultiPolygon") yield* coordinates.flat();
  else if (type === "MultiLineString") yield* coordinates; // the grid
}

function lineOf(points) {
  const line = { longitudes: [], latitudes: [], west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  let last = null;
  for (const [longitude, latitude] of points) {
    const point = [last ? last[0] + turned(longitude - last[0]) : longitude, latitude];
    for (const between of last ? bent(last, point) : []) add(line, between);
    add(line, point);
    last = point;
  }
  const [first] = line.longitudes;
  const isRing = points.length > 2 && String(points[0]) === String(points.at(-1));
  const pole = 90 * Math.sign(last[1]);
  if (isRing && Math.abs(last[0] - first) > 180) for (const longitude of [last[0], first]) add(line, [longitude, pole]); // it goes around
  return { ...line, longitudes: Float64Array.from(line.longitudes), latitudes: Float64Array.from(line.latitudes) };
}

function add(line, [longitude, latitude]) {
  line.longitudes.push(longitude);
  line.latitudes.push(latitude);
  line.west = Math.min(line.west, longitude);
  line.east = Math.max(line.east, longitude);
  line.south = Math.min(line.south, latitude);
  line.north = Math.max(line.north, latitude);
}

// Points between two that are far from each other, on their great circle; none along a meridian or the equator.
function bent([west, south], [east, north]) {
  const across = east - west;
  const number = Math.ceil(Math.hypot(across * Math.cos(south * RADIAN), north - south) / LONGEST_DEGREES);
  if (number < 2 || !across || (!south && !north)) return [];
  const [from, to] = [onSphere(west, south), onSphere(east, north)];
  return Array.from({ length: number - 1 }, (_, index) => {
    const part = (index + 1) / number;
    const [x, y, z] = from.map((each, axis) => each * (1 - part) + to[axis] * part);
    return [west + turned(Math.atan2(y, x) / RADIAN - west), Math.atan2(z, Math.hypot(x, y)) / RADIAN];
  });
}

const onSphere = (longitude, latitude) => [
  Math.cos(latitude * RADIAN) * Math.cos(longitude * RADIAN),
  Math.cos(latitude * RADIAN) * Math.sin(longitude * RADIAN),
  Math.sin(latitude * RADIAN),
];

// The lines of a shape that are in sight, as an SVG path.
function pathInSight(shape, sight) {
  const parts = [];
  for (const line of linesOf(shape)) {
    if (line.north < sight.south || line.south > sight.north) continue;
    const nearest = turned((line.west + line.east) / 2 - sight.middle) - (line.west + line.east) / 2;
    for (const shift of [nearest - 360, nearest, nearest + 360])
      if (line.east + shift >= sight.west && line.west + shift <= sight.east) parts.push(pathOf(line, shift, sight));
  }
  return parts.join("");
}

// Of points beyond one edge of the map only the first and the last of each run are written: lines between them are not seen.
function pathOf({ longitudes, latitudes }, shift, { left, top, right, bottom, x, y, scale, wide, high }) {
  let path = "";
  let beyond = 0; // the edges, as bits, beyond which all points lie since the last one that was written
  let skipped = "";
  let [lastX, lastY] = [Infinity, Infinity];
  const end = longitudes.length - 1;
  const near = end < SMALL ? 0 : NEAREST_PX;
  for (let index = 0; index <= end; index++) {
    const place = (latitudes[index] + 90) * STEPS;
    const step = Math.min(Math.floor(place), wide.length - 2);
    const part = place - step;
    const atX = x + scale * (longitudes[index] + shift) * (wide[step] + part * (wide[step + 1] - wide[step]));
    const atY = y + scale * (high[step] + part * (high[step + 1] - high[step]));
    const edges = (atX < left ? 1 : atX > right ? 2 : 0) | (atY < top ? 4 : atY > bottom ? 8 : 0);
    const point = `${Math.round(atX * 10) / 10},${Math.round(atY * 10) / 10}`;
    if (beyond & edges) {
      beyond &= edges;
      skipped = point;
    } else if (skipped || !path || index === end || Math.abs(atX - lastX) > near || Math.abs(atY - lastY) > near) {
      path += `${path ? "L" : "M"}${skipped ? `${skipped}L` : ""}${point}`;
      [lastX, lastY, beyond, skipped] = [atX, atY, edges, ""];
    }
  }
  return path + (skipped ? `L${skipped}` : "");
}
