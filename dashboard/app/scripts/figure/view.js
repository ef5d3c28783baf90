// What the reader sees of a figure: the theme, the width, the zoom, and how a map was moved.
import { isDark, themed } from "../theme.js";
import { isOnPaper } from "./paper.js";
import { noteMove } from "./rest.js";
import { asMoved, asText, hold, isSame, poleBefore, viewOf, viewportOf } from "./viewport.js";

const TALL_PX = 450; // higher than this, it has a sheet of its own on paper
const SLIM_PX = 695; // not wider than this, it fits paper that stands upright
const PAUSE_MS = 200;

export const heightOf = ({ plot, data }) => (data.zooms && plot.clientHeight) || data.height;

// What the reader has before the eyes: the theme, the width, the zoom.
export function asSeen(host) {
  const figure = themed(host.data, !isOnPaper(host) && isDark());
  // On paper, style sheets make it fit: no print waits for Python.
  const kept = isOnPaper(host) && Number(host.plot.dataset.drawn);
  const drawnFor = figure.layout.width;
  figure.layout.width = kept || Math.round(host.box.clientWidth) || host.data.width;
  if (!isOnPaper(host)) figure.layout.height = heightOf(host);
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
    host.unmoved = layout.geo && viewportOf(layout.geo);
    if (seen) Object.assign(layout.geo, viewOf(layout.geo, hold(layout.geo, seen)));
    return;
  }
  for (const name of Object.keys(layout).filter((key) => /^geo\d*$/.test(key))) {
    const now = host.plot._fullLayout?.[name];
    if (now) Object.assign(layout[name], viewOf(layout[name], hold(layout[name], viewportOf(now))));
  }
}

// The inset's frame and its two lines lie on the paper: where the map under them has moved, they point at nothing.
const strays = (host) => (host.left ? ["inset", "lead"] : host.moved ? ["lead"] : []);

// With its traces, Plotly would draw the land below them: they are no longer of the inset.
function leaveOutInset(host, { data, layout }) {
  layout.shapes = layout.shapes?.filter(({ name }) => !strays(host).includes(name));
  if (!host.left) return;
  delete layout.geo2;
  for (const trace of data) if (trace.geo === "geo2") Object.assign(trace, { geo: "geo", visible: false });
}

export function moves(host, change, isOver) {
  const keys = Object.keys(change).filter((key) => /^geo\d*\./.test(key));
  if (!keys.length) return;
  noteMove(host, isOver);
  // While it is moved, Plotly calls every map `geo`.
  const isInset = isOver
    ? keys.every((key) => key.startsWith("geo2."))
    : host.plot.querySelector(".geolayer .geo2:hover");
  const now = isInset ? null : asMoved(host.plot._fullLayout.geo, change);
  if (now && !host.moved && isSame(now, host.unmoved)) return; // a wheel that turns where the map ends
  host.moved = true;
  host.left ||= !isInset;
  if (host.left) releaseViews(host);
  if (isOver && now) endOnEarth(host, now);
  const gone =
    host.plot.layout.shapes?.flatMap(({ name }, index) => (strays(host).includes(name) ? [index] : [])) ?? [];
  if (isOver) return void (gone.length && host.redraw());
  for (const index of gone)
    host.plot.querySelector(`.shapelayer [data-index="${index}"]`)?.setAttribute("display", "none");
  if (host.left) host.plot.querySelector(".geolayer .geo2")?.setAttribute("display", "none");
}

// Neither the fitted view nor the world is what is seen any more: Python says so too, but later.
function releaseViews(host) {
  const pressed = host.controls.querySelectorAll('[data-press="view"][aria-pressed="true"]');
  for (const button of pressed) button.setAttribute("aria-pressed", "false");
  if (pressed.length) host.html = null; // or what Python says next might be taken for what is there
}

function endOnEarth(host, now) {
  const pole = poleBefore(host.plot._fullLayout.geo._subplot.projection, now);
  // A drawing would not do: Plotly keeps what the reader has made of a place that it was told before.
  if (pole && pole !== now.latitude) window.Plotly.relayout(host.plot, { "geo.center.lat": pole });
  tellSeen(host);
}

// Python merges marks, and lays names out, for what the reader sees, and the address has it: it is told once the map rests.
function tellSeen(host) {
  clearTimeout(host.seeing);
  const { revision } = host.data;
  host.seeing = setTimeout(() => {
    const map = host.plot._fullLayout?.geo;
    if (!map || !host.left || !host.box.isConnected) return;
    if (host.data.revision !== revision) return; // another view has been asked for meanwhile
    const now = hold(map, viewportOf(map));
    const before = host.seen?.revision === host.data.revision ? host.seen : null;
    if (before && isSame(before, now)) return;
    tell(host, now);
  }, PAUSE_MS);
}

function tell(host, now) {
  host.seen = { revision: host.data.revision, ...now };
  host.tellSeen(host.seen);
}

// What a link asks for and the map cannot show is not seen: the address says what is, in its place.
export function correctAddress(host) {
  const map = host.plot._fullLayout?.geo;
  if (!map || !host.left || !host.seen) return;
  const now = hold(map, host.seen);
  if (isSame(now, host.seen)) return;
  const address = new URL(location.href);
  address.searchParams.set(host.data.name, asText(now));
  history.replaceState(history.state, "", address);
  tell(host, now);
}
