// The line at the foot of a map: where the pointer is, a bar of so many kilometres and one of so many miles.
import { inDegrees, kmOfPixel, lengthInWords, scaleOf } from "./ground_scale.js";

const mapOf = (host) => host.plot._fullLayout?.geo?._subplot;

export function makeFoot(host) {
  const foot = document.createElement("div");
  foot.className = "dl-map-foot";
  foot.hidden = true;
  const parts = ["note", "where", "km", "miles"].map((name) => {
    const part = document.createElement("span");
    part.className = `dl-map-${name}`;
    foot.append(part);
    return [name, part];
  });
  for (const name of ["note", "where"]) Object.fromEntries(parts)[name].setAttribute("aria-hidden", "true");
  host.foot = { node: foot, ...Object.fromEntries(parts) };
  host.box.append(foot);
  host.plot.addEventListener("pointermove", (event) => tellWhere(host, event));
  host.plot.addEventListener("pointerleave", () => (host.foot.where.textContent = ""));
}

// Drawn anew whenever the map is seen in another way.
export function drawFoot(host) {
  const map = mapOf(host);
  const one = map?.projection ? kmOfPixel(map.projection) : null;
  host.foot.node.hidden = !one;
  if (!one) return;
  for (const [unit, { number, pixels }] of Object.entries(scaleOf(one))) {
    const part = host.foot[unit];
    part.textContent = lengthInWords(number, unit === "km" ? "km" : "mi");
    part.style.width = `${pixels}px`;
  }
}

// No finger rests on a map without pressing it: for touch there is none.
function tellWhere(host, { clientX, clientY, pointerType }) {
  const map = mapOf(host);
  if (pointerType === "touch" || !map?.projection) return;
  const box = host.plot.getBoundingClientRect();
  const at = [clientX - box.left, clientY - box.top];
  const place = map.projection.invert(at);
  const again = place && map.projection(place);
  const isOnEarth = again && at.every((each, axis) => Math.abs(again[axis] - each) < 1);
  host.foot.where.textContent = isOnEarth ? inDegrees(...place, 180 / Math.PI / map.projection.scale()) : "";
}
