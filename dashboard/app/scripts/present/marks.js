// Marks and names in the figures of a step: each leads to the words that it rests on, several events are listed first.

import { BEHIND } from "../claim_pointing.js";
import { sheet } from "../claim_sheet.js";
// biome-ignore lint/correctness/noUnresolvedImports: it lies in `briefing/`, see `__init__.py`
import { markNodes, nameNode } from "../figure_marks.js";
import { fromHtml } from "./sheets.js";

const NEAR_PX = 12; // a finger, or a pointer on a wall, meets a small mark roughly

// After a figure is drawn: what can be pressed in it, and the same by keyboard. Only names without a mark are stops.
export function makePressable(host, figure, plot, { marks, names }) {
  const nodes = markNodes(plot);
  const pressed = [
    ...marks.map((mark) => ({ ...mark, node: nodes.get(`${mark.curve}/${mark.point}`), isStop: true })),
    ...names.map((name) => ({ ...name, node: nameNode(plot, name), isStop: Boolean(name.toward) })),
  ].filter(({ node, events, more }) => node && (events.length || more));
  for (const each of pressed) {
    each.figure = figure;
    if (!each.isStop) continue;
    const said = { tabindex: 0, role: "link", "aria-label": each.name };
    for (const [key, value] of Object.entries(said)) each.node.setAttribute(key, value);
    each.node.onkeydown = (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      event.stopPropagation();
      leadFrom(host, each, event);
    };
  }
  host.pressed.set(figure, pressed);
}

// The one under the pointer, or the nearest; of several, the one whose middle is nearest: bars of a timeline overlap.
function pressedAt(host, { clientX, clientY }) {
  const near = [...host.pressed.values()].flat().flatMap((each) => {
    const { left, right, top, bottom, width, height } = each.node.getBoundingClientRect();
    const away = Math.hypot(Math.max(left - clientX, 0, clientX - right), Math.max(top - clientY, 0, clientY - bottom));
    const middle =
      width > 2 * height
        ? Math.abs((top + bottom) / 2 - clientY)
        : Math.hypot((left + right) / 2 - clientX, (top + bottom) / 2 - clientY);
    return width && away <= NEAR_PX ? [{ each, away, middle }] : [];
  });
  return near.sort((one, other) => one.away - other.away || one.middle - other.middle)[0]?.each;
}

// What stands behind the mark of one event below a pointer, or behind one that has the focus.
function behindMark(host, event, focused) {
  const all = [...host.pressed.values()].flat();
  const found = focused ? all.find(({ node }) => node === focused) : pressedAt(host, event);
  if (found?.events.length !== 1) return null;
  const { node, events, figure, name } = found;
  const query = new URLSearchParams({ event: events[0], of: figure === "map" ? "where" : "when" });
  return { node, query: String(query), rect: node.getBoundingClientRect(), name, x: event.clientX };
}

// What is told of one of its events.
function linkOf(host, { figure, toward }, event) {
  const links = host.links[event] ?? {};
  return (toward && links[`toward/${toward}`]) || links[figure];
}

function leadFrom(host, pressed, event) {
  const links = pressed.events.flatMap((id) => fromHtml(linkOf(host, pressed, id) ?? ""));
  const [only, ...others] = pressed.events.length ? links : fromHtml(pressed.more);
  if (only && !others.length && !(links.length && pressed.more)) lead(host, only, event);
  else if (links.length) openBehind(host, pressed, links);
}

// To the words that a mark stands for; the browser's Back leads to this step. The speaker's window stays where it is.
export function lead(host, link, event) {
  const isElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.button;
  if (isElsewhere && link.isConnected) return; // the browser opens it
  event.preventDefault();
  if (isElsewhere || host.data.speaker)
    window.open(new URL(link.getAttribute("href"), location.href), isElsewhere ? "_blank" : "dateline-words");
  else host.press({ what: link.dataset.press, value: link.dataset.value });
}

function openBehind(host, pressed, links) {
  closeBehind(host);
  const box = document.createElement("section");
  box.className = "pr-behind";
  box.setAttribute("aria-label", pressed.name);
  const list = document.createElement("ul");
  for (const link of [...links, ...fromHtml(pressed.more)]) list.appendChild(document.createElement("li")).append(link);
  const title = Object.assign(document.createElement("p"), { className: "pr-source", textContent: pressed.name });
  box.append(title, list);
  host.stage.append(box);
  host.behind = { box, node: pressed.node };
  links[0].focus({ preventScroll: true });
}

// Gives whether it was open. The keyboard goes on where it came from.
export function closeBehind(host) {
  const { box, node } = host.behind ?? {};
  const hadFocus = box?.contains(document.activeElement);
  box?.remove();
  host.behind = null;
  if (hadFocus && node.isConnected) node.focus({ preventScroll: true });
  return Boolean(box);
}

export function listenForMarks(host) {
  host.pressed = new Map();
  sheet.press = (link) => lead(host, link, new MouseEvent("click"));
  for (const plot of host.stage?.querySelectorAll(".pr-plot") ?? [])
    plot[BEHIND] = (event, node) => behindMark(host, event, node);
  host.box.addEventListener("click", (event) => {
    if (event.target.closest(".pr-behind, .pr-controls")) return;
    closeBehind(host);
    const pressed = event.target.closest(".pr-map, .pr-timeline") && pressedAt(host, event);
    if (pressed) leadFrom(host, pressed, event);
  });
  host.box.addEventListener("pointermove", (event) => {
    const isOver = event.target.closest(".pr-map, .pr-timeline") && pressedAt(host, event);
    host.box.classList.toggle("pr-over", Boolean(isOver));
  });
}
