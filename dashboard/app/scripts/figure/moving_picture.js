// While time is moved, a picture of the timeline lies over it and moves along at once; the server then draws it anew,
// with its labels laid out for what is in sight. Plotly's own nodes stay as they are.
import { motion } from "./time_window.js";

const SOLID = "path, text";
const NARROW_PX = 12; // a bar that is not wider moves as a mark does
const BESIDE_PX = 16; // a label stands so near its mark
const FEWER = 0.75; // where so much less room is left, labels would lie over each other

// The picture for the window that is drawn, made once for each drawing.
function pictureOf(host) {
  if (host.picture?.drawn === host.shown && host.picture.node.isConnected) return host.picture;
  forgetPicture(host);
  const source = host.plot.querySelector(".main-svg");
  const { time } = host.data;
  const width = host.plot.clientWidth;
  const edge = (host.data.days?.[0]?.[0] ?? time.left) * width;
  const isNarrow = time.bands.length > 0;
  const left = isNarrow ? 0 : edge - 10;
  const node = document.createElement("div");
  node.className = "dl-moving";
  node.setAttribute("aria-hidden", "true");
  Object.assign(node.style, {
    left: `${host.plot.offsetLeft + left}px`,
    top: `${host.plot.offsetTop}px`,
    width: `${width - left}px`,
    height: `${time.bottom}px`,
  });
  const copy = source.cloneNode(true);
  copy.style.insetInlineStart = `${-left}px`;
  for (const each of copy.querySelectorAll("[id]")) each.removeAttribute("id");
  for (const each of copy.querySelectorAll("[role], [tabindex]"))
    for (const name of ["role", "tabindex", "aria-label", "data-mark"]) each.removeAttribute(name);
  const parts = partsOf(source, copy, host.plot.getBoundingClientRect(), { ...time, width, isNarrow });
  for (const each of copy.querySelectorAll(".draglayer, .hoverlayer")) each.remove();
  node.append(copy);
  host.box.append(node);
  host.picture = { drawn: host.shown, node, parts, edges: [time.left * width, time.right * width] };
  return host.picture;
}

function partsOf(source, copy, { left, top }, { bottom, bands, width, isNarrow, left: share }) {
  const nodes = [...source.querySelectorAll(SOLID)];
  const copies = [...copy.querySelectorAll(SOLID)];
  const boxes = nodes.map((node) => node.getBoundingClientRect());
  const marks = [];
  const parts = [];
  boxes.forEach((box, index) => {
    const place = { x: box.left - left, right: box.right - left, y: box.top - top + box.height / 2, width: box.width };
    const target = copies[index];
    const isPressed = nodes[index].closest(".trace")?.__data__?.[0]?.trace?.index === 0;
    if (isPressed || nodes[index].closest("defs, clipPath, .hoverlayer")) target.style.display = "none";
    else if (!box.width && !box.height) return;
    else if (place.y > bottom || stays(place, { width, bands, isNarrow, edge: share * width })) return;
    else {
      const isText = nodes[index].tagName === "text";
      const part = { node: target, isText, before: target.getAttribute("transform") ?? "", ...place };
      part.isStretched = !isText && place.width > NARROW_PX;
      if (part.isStretched) target.setAttribute("vector-effect", "non-scaling-stroke");
      if (!isText && nodes[index].closest(".trace")) marks.push(part);
      parts.push(part);
    }
  });
  for (const part of parts) part.at = (part.isText && besides(part, marks)) || (part.x + part.right) / 2;
  for (const part of parts) part.isLabel = part.isText && part.at !== (part.x + part.right) / 2;
  return parts;
}

// Lines across the whole figure, the names of lanes and what stands beside them.
const stays = ({ x, right, y }, { width, bands, isNarrow, edge }) =>
  (x < 2 && right > width - 4) ||
  right < edge - 6 ||
  (isNarrow && bands.some(([from, to]) => y > from && y < to && x < width));

// Where the mark of a label is: the nearest in its row, at one of the label's ends.
function besides({ x, right, y }, marks) {
  let found = null;
  for (const mark of marks) {
    if (Math.abs(mark.y - y) > 6) continue;
    const [away, at] =
      mark.right <= x + 2 ? [x - mark.right, mark.right] : mark.x >= right - 2 ? [mark.x - right, mark.x] : [Infinity];
    if (away < (found?.away ?? BESIDE_PX)) found = { away, at: mark.isStretched ? at : (mark.x + mark.right) / 2 };
  }
  return found?.at;
}

// Shows what is drawn as it stands in another window.
export function movePicture(host, window) {
  const { node, parts, edges } = pictureOf(host);
  const { stretch, shift } = motion(edges, host.data.time.window, window);
  for (const part of parts) {
    const change = part.isStretched
      ? `matrix(${stretch} 0 0 1 ${shift} 0)`
      : `translate(${stretch * part.at + shift - part.at} 0)`;
    part.node.setAttribute("transform", `${change} ${part.before}`);
  }
  node.classList.toggle("dl-fewer", stretch < FEWER);
  if (stretch < FEWER) for (const part of parts) part.node.classList.toggle("dl-moving-label", Boolean(part.isLabel));
}

export function forgetPicture(host) {
  host.picture?.node.remove();
  host.picture = null;
}
