// Marks of a figure are buttons, for the keyboard and for screen readers too.
// biome-ignore lint/correctness/noUnresolvedImports: it lies in `briefing/`, see `__init__.py`
import { markNodes } from "../figure_marks.js";
import { LEADS } from "./tap.js";

export function makeButtons(host) {
  const focused = host.focused;
  const nodes = markNodes(host.plot);
  leadMarks(host, nodes);
  host.data.marks.forEach(([curve, point, events, name, what, value], index) => {
    const node = nodes.get(`${curve}/${point}`);
    if (!node) return;
    const said = { tabindex: 0, role: "button", "aria-label": name, "data-mark": index };
    for (const [key, value] of Object.entries(said)) node.setAttribute(key, value);
    const [chosenWhat, chosenValue] = host.data.chosen ?? [];
    const pressed = what ? what === chosenWhat && value === chosenValue : events.includes(host.data.selected);
    node.setAttribute("aria-pressed", String(pressed));
    node.onfocus = () => (host.focused = name);
    node.onblur = () => host.plot.isConnected && !host.drawing && (host.focused = null);
    node.onkeydown = (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      host.report(node[LEADS]);
    };
    if (focused === name) node.focus({ preventScroll: true });
  });
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
