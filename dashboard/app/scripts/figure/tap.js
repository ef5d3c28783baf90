// A press on a figure: what it means is known when it goes down, by where the marks lie. Plotly looks for what lies below a
// pointer some 50 ms late, of a finger not before it is lifted, and not at all where the pointer rested before it drew.

import { BEHIND } from "../claim_pointing.js";
// biome-ignore lint/correctness/noUnresolvedImports: it lies in `briefing/`, see `__init__.py`
import { nameNode, nameUnder } from "../figure_marks.js";

const SLOP_PX = { mouse: 4, touch: 10, pen: 10 }; // a press that moved further was a drag, or a swipe
const REACH_PX = { mouse: 8, touch: 22, pen: 14 }; // a mark is pressed from so far away, where no other is nearer
const SHAPES = "path.point, .point > path, .choroplethlocation"; // as in `markNodes`
const TWICE_MS = 400; // from one press to the next, where both are one double press
const PARTS = { map: "where" }; // what a mark of a figure shows of its event; of all others, when it was
const SAMPLES = 120; // places on a line to which the way of the pointer is measured

// What each node leads to, told by `makeButtons`: the figure that comes next may have its traces in another order.
export const LEADS = Symbol("leads to");

export function letMarksBePressed(host) {
  const { plot } = host;
  plot[BEHIND] = (event, node) => behindMark(host, event, node);
  let down = null;
  plot.addEventListener(
    "pointerdown",
    (event) => {
      const { clientX, clientY, pointerType, pointerId, isPrimary, button } = event;
      down =
        isPrimary && !button ? { clientX, clientY, pointerType, pointerId, mark: markUnder(host, event)?.leads } : null;
    },
    { capture: true },
  );
  const isStill = ({ clientX, clientY, pointerId }) =>
    down?.pointerId === pointerId &&
    Math.hypot(clientX - down.clientX, clientY - down.clientY) <= (SLOP_PX[down.pointerType] ?? SLOP_PX.mouse);
  host.onLift = (event) => {
    const isTap = isStill(event) && !host.byTwo;
    const mark = isTap ? down.mark : null;
    down = null;
    if (mark) host.report(mark);
    if (isTap && host.data.zooms) fitAfterTwo(host, event, mark);
  };
  host.onLost = () => (down = null);
  window.addEventListener("pointerup", host.onLift, { capture: true });
  window.addEventListener("pointercancel", host.onLost, { capture: true });
  // Plotly's own answer shows the frame, but no inset, and says that the reader has moved there.
  plot.addEventListener("dblclick", (event) => event.stopPropagation(), { capture: true });
  // A screen reader's press comes as a click alone.
  plot.addEventListener("click", ({ target, detail, pointerType }) => {
    const mark = !detail && !pointerType ? target[LEADS] : null;
    if (mark) host.report(mark);
  });
  plot.addEventListener("pointermove", (event) => {
    if (!event.buttons && event.pointerType === "mouse")
      plot.classList.toggle("dl-over-name", Boolean(nameUnder(plot, host.names ?? [], event)));
  });
}

// What stands behind the mark of one event below a pointer, or behind a mark that has the focus.
function behindMark(host, event, node) {
  const found = node ? { node, leads: node[LEADS] } : markUnder(host, event);
  const { events } = found?.leads ?? {};
  if (events?.length !== 1) return null;
  const query = new URLSearchParams({ event: events[0], of: PARTS[host.data.name] ?? "when" });
  if (new URLSearchParams(location.search).get("as") === "reported") query.set("as", "reported");
  const name = found.node.getAttribute("aria-label") ?? "";
  return { node: found.node, query: String(query), rect: found.node.getBoundingClientRect(), name, x: event.clientX };
}

// Two presses on the same free ground fit the map, and its inset, to all events.
function fitAfterTwo(host, { clientX, clientY, timeStamp, pointerType }, mark) {
  const before = host.lastTap;
  host.lastTap = mark ? null : { clientX, clientY, timeStamp };
  if (mark || !before || timeStamp - before.timeStamp > TWICE_MS) return;
  if (Math.hypot(clientX - before.clientX, clientY - before.clientY) > (REACH_PX[pointerType] ?? REACH_PX.mouse))
    return;
  host.lastTap = null;
  const fit = host.controls.querySelector('[data-press="view"][data-value="fit"]');
  if (fit?.getAttribute("aria-pressed") === "false") fit.click();
}

export function forgetPresses(host) {
  window.removeEventListener("pointerup", host.onLift, { capture: true });
  window.removeEventListener("pointercancel", host.onLost, { capture: true });
}

// A name leads where the mark beside it does. Of marks the nearest; of several that lie over each other the one that Plotly
// tells of, else the smallest.
function markUnder(host, pointer) {
  const name = nameUnder(host.plot, host.names ?? [], pointer);
  if (name) return { leads: { events: name.events, near: name.near }, node: nameNode(host.plot, name) };
  const reach = REACH_PX[pointer.pointerType] ?? REACH_PX.mouse;
  const near = pressable(host.plot).flatMap(({ node, leads }) => {
    const found = distanceOf(node, pointer, leads.what === "rows" ? 0 : reach);
    if (leads.what === "rows") found.kind = 3; // imported rows lie behind all records
    return found.away <= reach ? [{ node, leads, ...found, isTold: leads === host.over }] : [];
  });
  near.sort(
    (one, other) =>
      one.kind - other.kind || one.away - other.away || other.isTold - one.isTold || one.size - other.size,
  );
  return near[0];
}

// Where a trace has one mark alone, all its points lead to it.
function pressable(plot) {
  return [...plot.querySelectorAll(".trace")].flatMap((trace) => {
    const shapes = trace.querySelectorAll(SHAPES);
    const nodes = shapes.length ? [...shapes] : [trace.querySelector(".js-fill, .js-line") ?? trace];
    return nodes.flatMap((node) =>
      (node[LEADS] ?? trace[LEADS]) ? [{ node, leads: node[LEADS] ?? trace[LEADS] }] : [],
    );
  });
}

// 0: signs and bars, 1: lines, 2: areas, which lie below the others.
function distanceOf(node, { clientX: x, clientY: y }, reach) {
  const { left, right, top, bottom, width, height } = node.getBoundingClientRect();
  const away = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
  const size = width * height;
  if (away > reach || !(width || height)) return { kind: 0, away: Infinity, size };
  if (!node.matches(".choroplethlocation, .js-fill, .js-line")) return { kind: 0, away, size };
  const matrix = node.getScreenCTM();
  if (!node.matches(".js-line")) {
    const isInside = node.isPointInFill(new DOMPoint(x, y).matrixTransform(matrix.inverse()));
    return { kind: 2, away: isInside ? 0 : Infinity, size };
  }
  const length = node.getTotalLength();
  const places = Array.from({ length: SAMPLES + 1 }, (_, index) => node.getPointAtLength((length * index) / SAMPLES));
  const ways = places.map((place) => {
    const seen = new DOMPoint(place.x, place.y).matrixTransform(matrix);
    return Math.hypot(seen.x - x, seen.y - y);
  });
  return { kind: 1, away: Math.min(...ways), size };
}
