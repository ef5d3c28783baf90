// What the reader sees of a figure: the theme, the width, the zoom, and how a map was moved.
import { isDark, themed } from "../theme.js";
import { isOnPaper } from "./paper.js";

const TALL_PX = 450; // higher than this, it has a sheet of its own on paper
const SLIM_PX = 695; // not wider than this, it fits paper that stands upright
const PAUSE_MS = 200;
const NEARER = 1.1; // a smaller change of scale, or a smaller turn at scale 1, leaves marks and names as they are
const TURNED_DEGREES = 20;

// What the reader has before the eyes: the theme, the width, the zoom.
export function asSeen(host) {
  const figure = themed(host.data, !isOnPaper(host) && isDark());
  // On paper, style sheets make it fit: no print waits for Python.
  const kept = isOnPaper(host) && Number(host.plot.dataset.drawn);
  const drawnFor = figure.layout.width;
  figure.layout.width = kept || Math.round(host.box.clientWidth) || host.data.width;
  const { width, height } = figure.layout;
  if (host.size !== `${width}/${height}`) {
    // or all would be styled anew
    host.size = `${width}/${height}`;
    host.plot.style.setProperty("--dl-drawn", width);
    host.plot.style.setProperty("--dl-high", height);
    host.plot.classList.toggle("dl-tall", height > TALL_PX);
    host.plot.classList.toggle("dl-slim", width <= SLIM_PX);
  }
  keepZoom(host, figure.layout);
  leaveOutInset(host, figure);
  return { ...figure, drawnFor };
}

function keepZoom(host, layout) {
  const { seen, revision } = host.data;
  if (!host.moved || host.revision !== revision) {
    host.moved = host.left = Boolean(seen);
    host.seen = seen && { revision, ...seen };
    if (seen)
      layout.geo = {
        ...layout.geo,
        ...viewOf(layout.geo, seen.scale, { lon: seen.longitude }, { lon: seen.longitude, lat: seen.latitude }),
      };
    return;
  }
  for (const name of Object.keys(layout).filter((key) => /^geo\d*$/.test(key))) {
    const now = host.plot._fullLayout?.[name];
    if (now)
      Object.assign(layout[name], viewOf(layout[name], now.projection.scale, now.projection.rotation, now.center));
  }
}

// With the map, what it shows at scale 1 is turned: Plotly fits that into the figure, and cuts off what lies beyond.
export function viewOf({ projection, lonaxis }, scale, rotation, center) {
  const turn = rotation.lon - projection.rotation.lon;
  return {
    projection: { ...projection, scale, rotation: { ...projection.rotation, ...rotation } },
    center: { ...center },
    lonaxis: { ...lonaxis, range: lonaxis.range.map((longitude) => longitude + turn) },
  };
}

// The inset's frame and its two lines lie on the paper: where the map under them has moved, they point at nothing.
const strays = (host) => (host.left ? ["inset", "lead"] : host.moved ? ["lead"] : []);

function leaveOutInset(host, { data, layout }) {
  layout.shapes = layout.shapes?.filter(({ name }) => !strays(host).includes(name));
  if (host.left) for (const trace of data) if (trace.geo === "geo2") trace.visible = false;
}

export function moves(host, change, isOver) {
  const keys = Object.keys(change).filter((key) => /^geo\d*\./.test(key));
  if (!keys.length) return;
  host.moved = true;
  // While it is moved, Plotly calls every map `geo`.
  const isInset = isOver
    ? keys.every((key) => key.startsWith("geo2."))
    : host.plot.querySelector(".geolayer .geo2:hover");
  host.left ||= !isInset;
  if (isOver && !isInset) tellSeen(host);
  const gone =
    host.plot.layout.shapes?.flatMap(({ name }, index) => (strays(host).includes(name) ? [index] : [])) ?? [];
  if (isOver) return void (gone.length && host.redraw());
  for (const index of gone)
    host.plot.querySelector(`.shapelayer [data-index="${index}"]`)?.setAttribute("display", "none");
  if (host.left) host.plot.querySelector(".geolayer .geo2")?.setAttribute("display", "none");
}

// Python merges marks, and lays names out, for what the reader sees: it is told once the map rests, if that is worth it.
function tellSeen(host) {
  clearTimeout(host.seeing);
  host.seeing = setTimeout(() => {
    const map = host.plot._fullLayout?.geo;
    if (!map || !host.left || !host.box.isConnected) return;
    const now = {
      revision: host.data.revision,
      longitude: map.projection.rotation.lon,
      latitude: map.center.lat,
      scale: map.projection.scale,
    };
    const before = host.seen?.revision === now.revision ? host.seen : null;
    if (before && !differs(before, now)) return;
    host.seen = now;
    host.tellSeen(now);
  }, PAUSE_MS);
}

export function differs(before, now) {
  const nearer = Math.max(before.scale / now.scale, now.scale / before.scale);
  const turned = Math.abs(((now.longitude - before.longitude + 540) % 360) - 180);
  return nearer > NEARER || Math.max(turned, Math.abs(now.latitude - before.latitude)) * now.scale > TURNED_DEGREES;
}
