// The strip below a timeline is the filter by dates: a drag draws a span on it, whose edges and middle can be dragged. For
// the keyboard and for screen readers each edge is a slider.
import { dateOf } from "./time_window.js";

const SLOP_PX = 4;
const REST_MS = 600;
const MONTHS_FROM = 1.5; // days a pixel
const YEARS_FROM = 45;
const ABOVE_PX = 7; // so much higher and lower than the band it can be pressed
const STEPS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -30, PageUp: 30 };
const WORDS = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

const words = (ordinal) => WORDS.format(new Date(dateOf(ordinal)));
const EPOCH = 719163; // ordinal of 1970-01-01
const ordinalOf = (...date) => Date.UTC(...date) / 864e5 + EPOCH;

// What a filter asks for, in ordinals; an open end is that of the strip.
export function spanOf({ strip_days: [first, last], between: [start, end] }) {
  const held = (day) => Math.min(Math.max(day, first), last);
  const span = [held(start ?? first), held(end ?? last)];
  return span[0] < span[1] ? span : [first, last];
}

// A span whose ends are those of days, months or years, as fine as the eye can tell; `days` are those of a pixel.
export function snapped([start, end], days) {
  const [first, last] = [Math.floor(start), Math.max(Math.ceil(end), Math.floor(start) + 1)];
  if (days < MONTHS_FROM) return [first, last];
  const [from, to] = [new Date(dateOf(first)), new Date(dateOf(last - 1))];
  if (days < YEARS_FROM)
    return [
      ordinalOf(from.getUTCFullYear(), from.getUTCMonth(), 1),
      ordinalOf(to.getUTCFullYear(), to.getUTCMonth() + 1, 1),
    ];
  return [ordinalOf(from.getUTCFullYear(), 0, 1), ordinalOf(to.getUTCFullYear() + 1, 0, 1)];
}

// As the filter's two fields have it: EDTF, as short as it can be; an end of the strip is left open.
export function datesOf([start, end], [first, last]) {
  const from = start <= first ? "" : dateOf(start);
  const to = end >= last ? "" : dateOf(end - 1);
  const isMonth = (!from || from.endsWith("-01")) && (!to || dateOf(end).endsWith("-01"));
  const isYear = isMonth && (!from || from.endsWith("-01-01")) && (!to || dateOf(end).endsWith("-01-01"));
  const length = isYear ? 4 : isMonth ? 7 : 10;
  return `${from.slice(0, length)}|${to.slice(0, length)}`;
}

function makeBrush(host) {
  const brush = document.createElement("div");
  brush.className = "dl-brush";
  brush.setAttribute("role", "group");
  brush.setAttribute("aria-label", "Filter by dates");
  brush.innerHTML =
    '<div class="dl-brush-span"><i role="slider" tabindex="0" aria-label="First day" data-edge="0"></i>' +
    '<i role="slider" tabindex="0" aria-label="Last day" data-edge="1"></i></div><output aria-hidden="true"></output>';
  host.box.append(brush);
  host.brush = brush;
  letPointersBrush(host, brush);
  brush.addEventListener("keydown", (event) => answerBrushKey(host, event));
  brush.addEventListener("dblclick", () => ask(host, "|"));
}

const isAsked = ({ data: { time } }) => time.between.some((day) => day !== null);
const spanNow = (host) => host.span ?? spanOf(host.data.time);

function ask(host, dates) {
  clearTimeout(host.asking);
  if (dates !== datesOf(spanOf(host.data.time), host.data.time.strip_days) || (dates === "|" && isAsked(host)))
    host.report({ what: "range", value: dates });
  else host.span = null;
  layBrush(host);
}

// Lays the span where the filter has it, or the hand; after each drawing too.
function layBrush(host) {
  const { plot } = host;
  const { time } = host.data;
  if (!time) return;
  if (!host.brush) makeBrush(host);
  const { brush } = host;
  const width = plot.clientWidth;
  const [first, last] = time.strip_days;
  const [top, bottom] = time.strip;
  Object.assign(brush.style, {
    left: `${plot.offsetLeft + time.left * width}px`,
    width: `${(time.right - time.left) * width}px`,
    top: `${plot.offsetTop + top - ABOVE_PX}px`,
    height: `${bottom - top + 2 * ABOVE_PX}px`,
  });
  const [start, end] = spanNow(host);
  const share = (day) => (100 * (day - first)) / (last - first);
  const span = brush.firstElementChild;
  Object.assign(span.style, { insetInlineStart: `${share(start)}%`, width: `${share(end) - share(start)}%` });
  span.classList.toggle("dl-asked", isAsked(host) || Boolean(host.span));
  [...span.children].forEach((edge, index) => {
    const day = index ? end - 1 : start;
    const said = { valuemin: first, valuemax: last - 1, valuenow: day, valuetext: words(day) };
    for (const [key, value] of Object.entries(said)) edge.setAttribute(`aria-${key}`, value);
  });
  brush.lastElementChild.textContent = host.span ? `${words(start)} to ${words(end - 1)}` : "";
}

// The answer to what was brushed: the filter has it.
export function brushAnswered(host) {
  if (!host.brushing) host.span = null;
  layBrush(host);
}

function letPointersBrush(host, brush) {
  let from = null;
  const dayUnder = ({ clientX }) => {
    const { left, width } = brush.getBoundingClientRect();
    const [first, last] = host.data.time.strip_days;
    return first + Math.min(Math.max((clientX - left) / width, 0), 1) * (last - first);
  };
  brush.addEventListener("pointerdown", (event) => {
    if (event.button || !event.isPrimary) return;
    const edge = event.target.dataset.edge;
    const isMiddle = event.target.matches(".dl-brush-span.dl-asked");
    from = { x: event.clientX, day: dayUnder(event), edge, isMiddle, span: spanNow(host), isMoved: false };
    brush.setPointerCapture(event.pointerId);
  });
  brush.addEventListener("pointermove", (event) => {
    if (!from) return;
    from.isMoved ||= Math.abs(event.clientX - from.x) > SLOP_PX;
    if (!from.isMoved) return;
    host.brushing = true;
    host.span = brushed(from, dayUnder(event), host.data.time.strip_days, brush.clientWidth);
    layBrush(host);
  });
  const stop = (isDone) => {
    const { isMoved } = from ?? {};
    from = null;
    host.brushing = false;
    if (isMoved && isDone && host.span) ask(host, datesOf(host.span, host.data.time.strip_days));
    else if (isMoved) {
      host.span = null;
      layBrush(host);
    }
  };
  brush.addEventListener("pointerup", () => stop(true));
  brush.addEventListener("pointercancel", () => stop(false));
  host.stopBrush = () => stop(false);
}

// The span that a drag from one day to another makes: a new one, or one with an edge or its middle elsewhere.
export function brushed({ day, edge, isMiddle, span: [start, end] }, to, [first, last], width) {
  const days = (last - first) / width;
  const held = ([from, until]) => [Math.max(from, first), Math.min(until, last)];
  if (isMiddle) {
    const by = Math.round(Math.min(Math.max(to - day, first - start), last - end));
    return [start + by, end + by];
  }
  if (edge === "0") return held([snapped([Math.min(to, end - 1), end], days)[0], end]);
  if (edge === "1") return held([start, snapped([start, Math.max(to, start + 1)], days)[1]]);
  return held(snapped([Math.min(day, to), Math.max(day, to)], days));
}

function answerBrushKey(host, event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && (host.brushing || host.span || isAsked(host))) {
    if (host.brushing) host.stopBrush();
    else ask(host, "|");
  } else if (event.key === "Enter" && host.span) ask(host, datesOf(host.span, host.data.time.strip_days));
  else if (!moveEdge(host, event)) return;
  event.preventDefault();
  event.stopPropagation();
}

function moveEdge(host, { key, target, shiftKey }) {
  const { edge } = target.dataset;
  const [first, last] = host.data.time.strip_days;
  if (edge === undefined || !(key in STEPS || key === "Home" || key === "End")) return false;
  const span = [...spanNow(host)];
  const to = key === "Home" ? first : key === "End" ? last : span[edge] + STEPS[key] * (shiftKey ? 7 : 1);
  const [least, most] = edge === "0" ? [first, span[1] - 1] : [span[0] + 1, last];
  span[edge] = Math.min(Math.max(to, least), most);
  host.span = span;
  layBrush(host);
  clearTimeout(host.asking);
  host.asking = setTimeout(() => host.span && ask(host, datesOf(host.span, [first, last])), REST_MS);
  return true;
}
