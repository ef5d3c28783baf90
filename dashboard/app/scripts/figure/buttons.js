// Marks of a figure are buttons, for the keyboard and for screen readers too.
// biome-ignore lint/correctness/noUnresolvedImports: it lies in `briefing/`, see `__init__.py`
import { markNodes } from "../figure_marks.js";
import { makeOneStop, markTowards } from "./arrows.js";
import { LEADS } from "./tap.js";

export function makeButtons(host) {
  const focused = host.focused;
  const nodes = markNodes(host.plot);
  const marks = [];
  leadMarks(host, nodes);
  host.data.marks.forEach(([curve, point, events, name, what, value], index) => {
    const node = nodes.get(`${curve}/${point}`);
    if (!node) return;
    const said = { role: "button", "aria-label": name, "data-mark": index };
    for (const [key, value] of Object.entries(said)) node.setAttribute(key, value);
    const [chosenWhat, chosenValue] = host.data.chosen ?? [];
    const pressed = what ? what === chosenWhat && value === chosenValue : events.includes(host.data.selected);
    node.setAttribute("aria-pressed", String(pressed));
    node.onfocus = () => (host.focused = name);
    node.onblur = () => host.plot.isConnected && !host.drawing && (host.focused = null);
    node.onkeydown = (event) => answerKey(host, event, marks);
    marks.push(node);
  });
  makeOneStop(host, marks);
  const isLost = [document.body, null].includes(document.activeElement); // else the reader has gone on meanwhile
  if (focused && isLost)
    marks.find((node) => node.getAttribute("aria-label") === focused)?.focus({ preventScroll: true });
}

function answerKey(host, event, marks) {
  const node = event.currentTarget;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const next = markTowards(event.key, node, marks);
  if (next) next.focus({ preventScroll: true });
  else if (event.key === "Enter" || event.key === " ") host.report(node[LEADS]);
  else if (!event.key.startsWith("Arrow")) return; // at the edge of the figure the page does not scroll either
  event.preventDefault();
}

// What a press on each node reports; on any node of a trace that has but one mark, the same.
function leadMarks(host, nodes) {
  host.names = host.data.names;
  host.leads = new Map();
  for (const [curve, point, events, , what, value, near] of host.data.marks) {
    const leads = what ? { what, value } : { events, near };
    host.leads.set(curve, host.leads.has(curve) ? null : leads).set(`${curve}/${point}`, leads);
  }
  for (const trace of host.plot.querySelectorAll(".trace"))
    trace[LEADS] = host.leads.get(trace.__data__?.[0]?.trace?.index);
  for (const [key, node] of nodes) node[LEADS] = host.leads.get(key);
}

// What Plotly tells of below the pointer.
export const toldOf = (host, { points: [{ curveNumber, pointNumber = 0 }] }) =>
  host.leads?.get(`${curveNumber}/${pointNumber}`) ?? host.leads?.get(curveNumber);
