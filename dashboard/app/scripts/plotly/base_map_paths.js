// Land, borders and grid of a map whose parallels are straight: where a point lies follows from its longitude and from what
// depends on its latitude alone, which is looked up. d3 projects each point, and bends and clips each line, which for the
// coasts of a continent takes a twentieth of a second; this takes some milliseconds, also while the map is moved.
export const STRAIGHT = ["natural earth", "mercator"];
const WIDEST_DEGREES = 120; // more is the world: what goes over its seam is cut there
const LONGEST_DEGREES = 1; // a longer line is bent, as d3 bends it: along a great circle
const NEAREST_PX = 0.5; // points that are nearer to the last one are not seen, but in the outlines of small islands
const SMALL_PX = 12; // so wide
const STEPS = 20; // of a degree of latitude, between which places are interpolated
const HIGHEST = 89.9;
const LINES = ["Polygon", "MultiLineString"];
const SEAM = 180;
const ALONG_SEAM_DEGREES = 2.5;
const RADIAN = Math.PI / 180;
const NOWHERE = [NaN, NaN];

export const turned = (degrees) => ((((degrees + 180) % 360) + 360) % 360) - 180;

// What a map shows, longitudes from its middle, and how a place becomes a pixel.
export function sightOf(projection, kind) {
  const [[left, top], [right, bottom]] = projection.clipExtent();
  const middle = -projection.rotate()[0];
  const [x, y] = projection([middle, 0]);
  const corners = [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ].map((corner) => placeAt(projection, corner));
  const across = corners.map(([longitude]) => turned(longitude - middle));
  const up = corners.map(([, latitude]) => latitude);
  const [west, east] = [Math.min(...across) - 1, Math.max(...across) + 1];
  const isRegion = corners.flat().every(Number.isFinite) && east - west < WIDEST_DEGREES;
  const region = { west, east, south: Math.min(...up) - 1, north: Math.max(...up) + 1 };
  const box = isRegion ? region : { west: -SEAM, east: SEAM, south: -90, north: 90 };
  return {
    left,
    top,
    right,
    bottom,
    middle,
    x,
    y,
    scale: projection.scale(),
    isRegion,
    ...box,
    ...placesOf(projection, kind),
  };
}

// Longitude and latitude of a pixel; nothing beside the globe, where d3 goes on with places that lie elsewhere.
function placeAt(projection, pixel) {
  const place = projection.invert(pixel) ?? NOWHERE;
  const again = projection(place) ?? NOWHERE;
  return pixel.every((each, axis) => Math.abs(again[axis] - each) < 1) ? place : NOWHERE;
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

const outlines = new WeakMap();

// The lines of one layer of a TopoJSON file, read once: `land`, `countries`, or a level of a file of detail.
export function linesOf(topojson, name) {
  const read = outlines.get(topojson) ?? {};
  outlines.set(topojson, read);
  return (read[name] ??= topojson.objects[name].geometries.flatMap(({ type, arcs }) =>
    (LINES.includes(type) ? arcs : type === "MultiPolygon" ? arcs.flat() : []).map((ring) =>
      lineOf(pointsOf(topojson, ring)),
    ),
  ));
}

const grids = new Map();

// The lines of a grid, which Plotly makes anew for each drawing.
export function gridOf({ coordinates }) {
  const key = `${coordinates.length} ${coordinates[0]} ${coordinates.at(-1)[0]}`;
  if (!grids.has(key))
    grids.set(
      key,
      coordinates.map((points) => lineOf(points, false)),
    );
  return grids.get(key);
}

// Arcs one after the other, of which those with a number below zero are gone backwards: each begins where the last one ends.
function pointsOf({ arcs, transform: { scale, translate } }, ring) {
  return ring.flatMap((number, place) => {
    let [x, y] = [0, 0];
    const points = arcs[number < 0 ? ~number : number].map(([right, up]) => {
      [x, y] = [x + right, y + up];
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
    return (number < 0 ? points.reverse() : points).slice(place && 1);
  });
}

// Longitudes go on beyond 180 where the line does; what goes around a pole holds it. Of a grid, meridians alone are bent.
function lineOf(points, isBent = true) {
  const line = { longitudes: [], latitudes: [], west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  let last = null;
  for (const [longitude, latitude] of points) {
    const point = [last ? last[0] + turned(longitude - last[0]) : longitude, latitude];
    for (const between of last && (isBent || point[0] === last[0]) ? bent(last, point) : []) add(line, between);
    add(line, point);
    last = point;
  }
  const [first] = line.longitudes;
  const isRing = points.length > 2 && String(points[0]) === String(points.at(-1));
  const pole = 90 * Math.sign(last[1]);
  if (isRing && Math.abs(last[0] - first) > 180) for (const longitude of [last[0], first]) add(line, [longitude, pole]);
  return {
    ...line,
    isRing,
    longitudes: Float64Array.from(line.longitudes),
    latitudes: Float64Array.from(line.latitudes),
  };
}

function add(line, [longitude, latitude]) {
  line.longitudes.push(longitude);
  line.latitudes.push(latitude);
  line.west = Math.min(line.west, longitude);
  line.east = Math.max(line.east, longitude);
  line.south = Math.min(line.south, latitude);
  line.north = Math.max(line.north, latitude);
}

// Points between two that are far from each other, on their great circle; none along the equator.
function bent([west, south], [east, north]) {
  const across = east - west;
  const number = Math.ceil(Math.hypot(across * Math.cos(south * RADIAN), north - south) / LONGEST_DEGREES);
  if (number < 2 || (!south && !north)) return [];
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

// Those of the lines that are in sight, as an SVG path.
export function pathInSight(lines, sight) {
  const parts = [];
  for (const line of lines) {
    if (line.north < sight.south || line.south > sight.north) continue;
    const middle = (line.west + line.east) / 2;
    const nearest = turned(middle - sight.middle) - middle;
    for (const shift of [nearest - 360, nearest, nearest + 360]) {
      if (line.east + shift < sight.west || line.west + shift > sight.east) continue;
      const isTorn = !sight.isRegion && (line.west + shift < -SEAM || line.east + shift > SEAM);
      parts.push(isTorn ? pathOf(cut(cut(line, shift, SEAM), 0, -SEAM), 0, sight) : pathOf(line, shift, sight));
    }
  }
  return parts.join("");
}

// The part of a line on this side of the seam, west of `seam` or, where that is negative, east of it.
function cut({ longitudes, latitudes, isRing }, shift, seam) {
  const line = { longitudes: [], latitudes: [], isRing };
  const put = (longitude, latitude) => {
    const before = line.latitudes.at(-1);
    const isAlong = longitude === seam && line.longitudes.at(-1) === seam;
    const number = isAlong ? Math.ceil(Math.abs(latitude - before) / ALONG_SEAM_DEGREES) : 1;
    for (let step = 1; step <= number; step++) {
      line.longitudes.push(longitude);
      line.latitudes.push(isAlong ? before + ((latitude - before) * step) / number : latitude);
    }
  };
  const isHere = (longitude) => (seam > 0 ? longitude <= seam : longitude >= seam);
  for (let index = 0; index < longitudes.length; index++) {
    const longitude = longitudes[index] + shift;
    const before = index ? longitudes[index - 1] + shift : longitude;
    const part = (seam - before) / (longitude - before);
    if (isHere(longitude) !== isHere(before))
      put(seam, latitudes[index - 1] + part * (latitudes[index] - latitudes[index - 1]));
    if (isHere(longitude)) put(longitude, latitudes[index]);
  }
  if (isRing && line.longitudes.length) put(line.longitudes[0], line.latitudes[0]);
  return line;
}

// Of points beyond one edge of the map only the first and the last of each run are written: lines between them are not seen.
function pathOf({ longitudes, latitudes, west, east }, shift, { left, top, right, bottom, x, y, scale, wide, high }) {
  let path = "";
  let beyond = 0; // the edges, as bits, beyond which all points lie since the last one that was written
  let skipped = "";
  let [lastX, lastY] = [Infinity, Infinity];
  const end = longitudes.length - 1;
  const near = (east - west) * RADIAN * scale < SMALL_PX ? 0 : NEAREST_PX;
  for (let index = 0; index <= end; index++) {
    const place = (latitudes[index] + 90) * STEPS;
    const step = Math.max(0, Math.min(Math.floor(place), wide.length - 2));
    const part = place - step;
    const atX = x + scale * (longitudes[index] + shift) * (wide[step] + part * (wide[step + 1] - wide[step]));
    const atY = y + scale * (high[step] + part * (high[step + 1] - high[step]));
    const edges = (atX < left ? 1 : atX > right ? 2 : 0) | (atY < top ? 4 : atY > bottom ? 8 : 0);
    if (beyond & edges) {
      beyond &= edges;
      skipped = `L${tenths(atX)},${tenths(atY)}`;
    } else if (skipped || !path || index === end || Math.abs(atX - lastX) > near || Math.abs(atY - lastY) > near) {
      path += `${skipped}${path ? "L" : "M"}${tenths(atX)},${tenths(atY)}`;
      [lastX, lastY, beyond, skipped] = [atX, atY, edges, ""];
    }
  }
  return path + skipped;
}

// The number to one decimal, as text: of whole numbers, which a browser writes in half the time.
function tenths(number) {
  const all = Math.round(number * 10);
  const whole = Math.trunc(all / 10);
  const rest = Math.abs(all - whole * 10);
  return rest ? `${all < 0 && !whole ? "-" : ""}${whole}.${rest}` : whole;
}
