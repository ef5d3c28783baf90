// Time is moved by hand: a wheel and two fingers make it larger about where they are, a drag moves it along, keys do both.
// The picture moves at once; once the hand rests, the server is told, and draws what is in sight.
// biome-ignore lint/correctness/noUnresolvedImports: it lies in `briefing/`, see `__init__.py`
import { nameUnder } from "../figure_marks.js";
import { forgetPicture, movePicture } from "./moving_picture.js";
import { noteMove } from "./rest.js";
import { dayAt, isSameWindow, panned, WHOLE, zoomed } from "./time_window.js";

const SLOP_PX = 4; // as in `tap.js`: what moved less is a press
const DOUBLE_MS = 400;
const REST_MS = 200;
const PATIENCE_MS = 6000;
const WHEEL = 0.0022; // a notch of a mouse's wheel is some 100 to 120
const PINCH = 0.012; // fingers on a trackpad tell smaller numbers
const KEY = 1.5;
const KEY_STEP = 0.2;
const EXACT = 1e-6;

const now = (host) => host.window ?? host.data.time.window;

// Pixels from the plot's left to a share of the whole axis, by what is in sight.
function shareUnder(host, clientX) {
  const { left, right } = host.data.time;
  const box = host.plot.getBoundingClientRect();
  const within = (clientX - box.left) / host.plot.clientWidth;
  const [start, end] = now(host);
  return start + Math.min(Math.max((within - left) / (right - left), 0), 1) * (end - start);
}

const axisPx = ({ plot, data: { time } }) => (time.right - time.left) * plot.clientWidth;

function isOnLanes(host, { clientX, clientY }) {
  if (!host.data?.time || !host.plot._fullLayout) return false;
  const box = host.plot.getBoundingClientRect();
  const first = (host.data.days?.[0]?.[0] ?? host.data.time.left) * host.plot.clientWidth - 10;
  return clientX - box.left >= first && clientY >= box.top && clientY - box.top <= host.data.time.bottom;
}

function moveTo(host, window) {
  if (isSameWindow(window, now(host))) return;
  host.window = window;
  noteMove(host, false);
  host.frame ??= requestAnimationFrame(() => {
    host.frame = null;
    if (host.window && host.box.isConnected) movePicture(host, host.window);
  });
  clearTimeout(host.resting);
  host.resting = setTimeout(() => tell(host), REST_MS);
}

// The whole axis is no window: the address has none then.
function tell(host) {
  host.resting = null;
  if (host.dragging || !host.window) return;
  noteMove(host, true);
  const { knots } = host.data.time;
  const [start, end] = host.window;
  const isWhole = start < EXACT && end > 1 - EXACT;
  host.tellSeen({ start: isWhole ? null : dayAt(knots, start), end: isWhole ? null : dayAt(knots, end) });
  clearTimeout(host.lost);
  host.lost = setTimeout(() => letGo(host), PATIENCE_MS);
}

function letGo(host) {
  clearTimeout(host.lost);
  clearTimeout(host.resting);
  host.resting = host.lost = host.window = null;
  noteMove(host, true);
  forgetPicture(host);
}

// After each drawing: where it is of what the hand has led to, the picture over it goes; else it goes on from there.
export function followTime(host) {
  if (!host.window || !host.data.time) return host.picture && letGo(host);
  const minute = 2 / 1440 / (host.data.time.knots.at(-1)[1] - host.data.time.knots[0][1]);
  const [[a, b], [c, d]] = [host.window, host.data.time.window];
  const isThere = isSameWindow(host.window, host.data.time.window) || Math.abs(a - c) + Math.abs(b - d) < 4 * minute;
  if (isThere && !host.dragging && !host.resting) return letGo(host);
  movePicture(host, host.window);
}

export const zoomTime = (host, factor, about) =>
  moveTo(host, zoomed(host.data.time.knots, now(host), factor, about ?? (now(host)[0] + now(host)[1]) / 2));

export const fitTime = (host) => moveTo(host, WHOLE);

export function letTimeBeMoved(host) {
  letWheelsZoom(host);
  letMiceDrag(host);
  letFingersZoom(host);
  host.box.addEventListener("keydown", (event) => answerTimeKey(host, event));
}

export function forgetTime(host) {
  letGo(host);
  for (const [kind, answer] of host.timeListeners) window.removeEventListener(kind, answer, { capture: true });
}

// A wheel scrolls the page, as over a wide map, until the reader has pressed in the timeline: then it zooms, until the
// pointer leaves. With Ctrl, as fingers on a trackpad tell, and sideways, it is for the timeline at once.
export const isForTime = (host, event) =>
  isOnLanes(host, event) &&
  (event.ctrlKey || event.shiftKey || host.isEngaged || Math.abs(event.deltaX) > Math.abs(event.deltaY));

function letWheelsZoom(host) {
  host.box.addEventListener("pointerleave", () => (host.isEngaged = false));
  host.plot.addEventListener(
    "wheel",
    (event) => {
      if (!isForTime(host, event)) return;
      event.preventDefault();
      event.stopPropagation();
      const unit = event.deltaMode ? 30 : 1;
      const isSideways = event.shiftKey || (!event.ctrlKey && Math.abs(event.deltaX) > Math.abs(event.deltaY));
      if (isSideways) return panBy(host, (event.deltaX || event.deltaY) * unit);
      const isPinch = event.ctrlKey && Math.abs(event.deltaY) < 40;
      const factor = Math.exp(-event.deltaY * unit * (isPinch ? PINCH : WHEEL));
      zoomTime(host, factor, shareUnder(host, event.clientX));
    },
    { capture: true, passive: false },
  );
}

function panBy(host, px) {
  const [start, end] = now(host);
  moveTo(host, panned([start, end], (px / axisPx(host)) * (end - start)));
}

const isNear = (one, other) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) <= SLOP_PX;

// A second press on a mark is one on the mark.
const isGround = (host, event) => !host.over && !nameUnder(host.plot, host.names ?? [], event);

// Plotly lays a cover over what is pressed: a browser tells of no double press on the plot.
function letMiceDrag(host) {
  let from = null;
  host.plot.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch" || event.button || !isOnLanes(host, event)) return;
    from = { x: event.clientX, window: now(host), isMoved: false };
  });
  const onMove = (event) => {
    if (!from) return;
    const by = event.clientX - from.x;
    from.isMoved ||= Math.abs(by) > SLOP_PX;
    if (!from.isMoved) return;
    host.dragging = true;
    host.plot.classList.add("dl-time-dragged");
    const [start, end] = from.window;
    moveTo(host, panned(from.window, (-by / axisPx(host)) * (end - start)));
  };
  let last = null;
  const onUp = (event) => {
    if (!from) return;
    const isDouble = !from.isMoved && last && event.timeStamp - last.time < DOUBLE_MS && isNear(event, last);
    last = from.isMoved ? null : { time: event.timeStamp, clientX: event.clientX, clientY: event.clientY };
    from = null;
    host.isEngaged = true; // not before: under Plotly's cover the pointer is elsewhere
    if (isDouble && isGround(host, event)) fitTime(host);
    host.dragging = false;
    host.plot.classList.remove("dl-time-dragged");
    if (host.window) {
      clearTimeout(host.resting);
      tell(host);
    }
  };
  host.timeListeners = [
    ["pointermove", onMove],
    ["pointerup", onUp],
    ["pointercancel", onUp],
  ];
  for (const [kind, answer] of host.timeListeners) window.addEventListener(kind, answer, { capture: true });
}

// Two fingers move time and make it larger; one scrolls the page, as everywhere.
function letFingersZoom(host) {
  let from = null;
  const on = (kind, answer) => host.box.addEventListener(kind, answer, { capture: true, passive: false });
  const placesOf = ({ touches }) => [...touches].slice(0, 2).map(({ clientX }) => clientX);
  on("touchstart", (event) => {
    if (!host.data?.time || event.touches.length !== 2 || !event.cancelable) return;
    if (![...event.touches].every((touch) => isOnLanes(host, touch))) return;
    event.preventDefault();
    event.stopPropagation();
    const [one, other] = placesOf(event);
    host.byTwo = host.dragging = true;
    from = {
      apart: Math.max(Math.abs(one - other), 24),
      about: shareUnder(host, (one + other) / 2),
      window: now(host),
    };
  });
  on("touchmove", (event) => {
    if (!from || event.touches.length < 2) return;
    if (event.cancelable) event.preventDefault();
    event.stopPropagation();
    const [one, other] = placesOf(event);
    const larger = zoomed(
      host.data.time.knots,
      from.window,
      Math.max(Math.abs(one - other), 24) / from.apart,
      from.about,
    );
    host.window ??= larger;
    const { left } = host.plot.getBoundingClientRect();
    const within = ((one + other) / 2 - left - host.data.time.left * host.plot.clientWidth) / axisPx(host);
    const width = larger[1] - larger[0];
    moveTo(host, panned(larger, from.about - within * width - larger[0]));
  });
  for (const kind of ["touchend", "touchcancel"])
    on(kind, (event) => {
      if (!from) return;
      if (event.cancelable) event.preventDefault();
      event.stopPropagation();
      if (event.touches.length) return;
      from = null;
      host.dragging = false;
      if (host.window) tell(host);
      setTimeout(() => (host.byTwo = false)); // after the last pointer has left
    });
}

// Plus and minus about the mark that has the focus; Shift with the arrows moves along, with Home shows all.
function answerTimeKey(host, event) {
  if (!host.data?.time || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!event.target.closest("[data-mark]")) return;
  const { left, width } = event.target.getBoundingClientRect();
  const about = shareUnder(host, left + Math.min(width / 2, 5));
  const [start, end] = now(host);
  if (event.key === "+" || event.key === "=") zoomTime(host, KEY, about);
  else if (event.key === "-" || event.key === "_") zoomTime(host, 1 / KEY, about);
  else if (event.shiftKey && event.key === "ArrowLeft") moveTo(host, panned([start, end], -KEY_STEP * (end - start)));
  else if (event.shiftKey && event.key === "ArrowRight") moveTo(host, panned([start, end], KEY_STEP * (end - start)));
  else if (event.shiftKey && event.key === "Home") fitTime(host);
  else return;
  event.preventDefault();
  event.stopPropagation();
}
