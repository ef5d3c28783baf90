// An area of the map is drawn to filter by: with the mouse, a finger or keys. The address has it, in degrees.
import { turned } from "../plotly/base_map_paths.js";

const LEAST_PX = 8; // less is a press, and no area
const STEP_PX = 16;
const SAMPLES = 64; // each way: an edge beyond the earth is found so closely
const DIGITS = 100;
const WHOLE = 345; // so many degrees that are seen are all
const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const TOLD = "Drag over the area";
const TOLD_KEYS = "Arrows move the area, Shift and arrows change its size, Enter filters, Escape ends";

// The box in degrees that holds a rectangle of pixels: west, south, east, north. Null where none of it is on the earth.
export function boxOf([left, top, right, bottom], invert, middle) {
  const steps = Array.from({ length: SAMPLES + 1 }, (_, step) => step / SAMPLES);
  const pixels = steps.flatMap((x) => steps.map((y) => [left + x * (right - left), top + y * (bottom - top)]));
  const places = pixels.map(invert).filter(Boolean);
  if (!places.length) return null;
  const across = places.map(([longitude]) => turned(longitude - middle));
  const up = places.map(([, latitude]) => latitude);
  const [west, east] = [Math.min(...across), Math.max(...across)];
  const [south, north] = [Math.max(Math.min(...up), -90), Math.min(Math.max(...up), 90)];
  const isWhole = east - west >= WHOLE;
  const onEarth = (degrees) => turned(middle + degrees);
  return [
    isWhole ? -180 : outward(onEarth(west), -1),
    outward(south, -1),
    isWhole ? 180 : outward(onEarth(east), 1),
    outward(north, 1),
  ];
}

// With two digits, on its lower or upper side.
const outward = (degrees, side) => (side * Math.ceil(side * degrees * DIGITS - 1e-6)) / DIGITS;

const asText = (box) => box.map((degrees) => String(degrees === 0 ? 0 : degrees)).join();

const rectangle = ([x, y], [u, v]) => [Math.min(x, u), Math.min(y, v), Math.max(x, u), Math.max(y, v)];

// Moved, or with `isSize` made larger and smaller about its middle, within the width and the height.
export function changed([left, top, right, bottom], [x, y], isSize, [width, height]) {
  if (isSize) {
    const grown = [left - x / 2, top + y / 2, right + x / 2, bottom - y / 2];
    const fits = grown[2] - grown[0] >= LEAST_PX && grown[3] - grown[1] >= LEAST_PX;
    const held = [Math.max(grown[0], 0), Math.max(grown[1], 0), Math.min(grown[2], width), Math.min(grown[3], height)];
    return fits ? held : [left, top, right, bottom];
  }
  const by = [Math.min(Math.max(x, -left), width - right), Math.min(Math.max(y, -top), height - bottom)];
  return [left + by[0], top + by[1], right + by[0], bottom + by[1]];
}

// A second press of the button ends it.
export function drawArea(host, button, isByKey) {
  if (host.drawingArea) return host.drawingArea.end();
  const sheet = document.createElement("div");
  sheet.className = "dl-draw-sheet";
  sheet.tabIndex = 0;
  sheet.setAttribute("role", "application");
  sheet.setAttribute("aria-label", `Area to filter by. ${TOLD_KEYS}`);
  sheet.innerHTML = '<div class="dl-drawn-area" hidden></div><output></output>';
  const { offsetLeft, offsetTop, clientWidth, clientHeight } = host.plot;
  Object.assign(sheet.style, {
    left: `${offsetLeft}px`,
    top: `${offsetTop}px`,
    width: `${clientWidth}px`,
    height: `${clientHeight}px`,
  });
  host.controls.before(sheet); // the buttons stay above it
  button.setAttribute("aria-pressed", "true");
  const drawing = { host, sheet, size: [clientWidth, clientHeight], pixels: null };
  drawing.end = () => {
    sheet.remove();
    button.setAttribute("aria-pressed", "false");
    host.drawingArea = null;
    if (button.isConnected) button.focus({ preventScroll: true });
  };
  host.drawingArea = drawing;
  if (isByKey) drawing.pixels = [0.25, 0.25, 0.75, 0.75].map((share, index) => share * drawing.size[index % 2]);
  lay(drawing, isByKey ? TOLD_KEYS : TOLD);
  letPointersDraw(drawing);
  sheet.addEventListener("keydown", (event) => answerKey(drawing, event));
  sheet.focus({ preventScroll: true });
}

function lay({ sheet, pixels }, told) {
  const [box, output] = sheet.children;
  box.hidden = !pixels;
  if (told) output.textContent = told;
  if (!pixels) return;
  const [left, top, right, bottom] = pixels.map(Math.round);
  Object.assign(box.style, {
    left: `${left}px`,
    top: `${top}px`,
    width: `${right - left}px`,
    height: `${bottom - top}px`,
  });
}

function inDegrees({ host, pixels }) {
  const { projection } = host.plot._fullLayout.geo._subplot;
  const invert = (pixel) => {
    const place = projection.invert(pixel);
    const again = place && projection(place);
    return again && pixel.every((each, axis) => Math.abs(again[axis] - each) < 1) ? place : null;
  };
  return boxOf(pixels, invert, -projection.rotate()[0]);
}

function ask(drawing) {
  const { pixels, host } = drawing;
  const [left, top, right, bottom] = pixels;
  const box = right - left >= LEAST_PX && bottom - top >= LEAST_PX ? inDegrees(drawing) : null;
  if (!box) {
    drawing.pixels = null;
    return lay(drawing, TOLD);
  }
  drawing.end();
  host.report({ what: "area", value: asText(box) });
}

function letPointersDraw(drawing) {
  const { sheet, size } = drawing;
  let from = null;
  const at = (event) => {
    const box = sheet.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    return [Math.min(Math.max(x, 0), size[0]), Math.min(Math.max(y, 0), size[1])];
  };
  sheet.addEventListener("pointerdown", (event) => {
    if (event.button || !event.isPrimary) return;
    from = at(event);
    sheet.setPointerCapture(event.pointerId);
  });
  sheet.addEventListener("pointermove", (event) => {
    if (!from) return;
    drawing.pixels = rectangle(from, at(event));
    lay(drawing);
  });
  sheet.addEventListener("pointerup", (event) => {
    if (!from) return;
    drawing.pixels = rectangle(from, at(event));
    from = null;
    ask(drawing);
  });
  sheet.addEventListener("pointercancel", () => {
    from = drawing.pixels = null;
    lay(drawing);
  });
}

function answerKey(drawing, event) {
  const { key, shiftKey } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (key === "Escape") drawing.end();
  else if (key === "Enter" && drawing.pixels) ask(drawing);
  else if (key in KEYS) {
    const by = KEYS[key].map((each) => each * STEP_PX);
    const [width, height] = drawing.size;
    drawing.pixels = drawing.pixels
      ? changed(drawing.pixels, by, shiftKey, drawing.size)
      : [width / 4, height / 4, (3 * width) / 4, (3 * height) / 4];
    lay(drawing, TOLD_KEYS);
  } else return;
  event.preventDefault();
  event.stopPropagation();
}
