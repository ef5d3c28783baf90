// An event that is pointed at, or has the focus, is lit wherever it stands: its marks in figures, its rows and links.
import { LEADS } from "./figure/tap.js";

const LIT = "dl-alight";
const NAMES_EVENT = '[data-press="event"][data-value]';
const MARKS = ".dl-plot [data-mark]";
const MOST = 300; // more are not one thing that is pointed at

const now = { events: [], nodes: [] };

// The events of a mark, a row or a link; none where something else is pointed at.
export function eventsAt(target) {
  const events = target?.closest?.(MARKS)?.[LEADS]?.events;
  const value = target?.closest?.(NAMES_EVENT)?.dataset.value;
  return events ?? (value ? [value] : []);
}

// Also of what a figure tells, where its marks lie below a cover. None lets go.
export function lightUp(events = []) {
  const wanted = events.length > MOST ? [] : events;
  if (String(wanted) === String(now.events) && now.nodes.every((node) => node.isConnected)) return;
  for (const node of now.nodes) node.classList.remove(LIT);
  now.events = wanted;
  now.nodes = wanted.length ? nodesOf(new Set(wanted)) : [];
  for (const node of now.nodes) node.classList.add(LIT);
}

function nodesOf(events) {
  const named = [...document.querySelectorAll(NAMES_EVENT)].filter(({ dataset }) => events.has(dataset.value));
  const marks = [...document.querySelectorAll(MARKS)].filter((node) =>
    node[LEADS]?.events?.some((id) => events.has(id)),
  );
  return [...named, ...marks];
}

document.addEventListener("pointerover", ({ target, pointerType, buttons }) => {
  if (pointerType === "touch" || buttons || target.closest?.(".dl-plot")) return; // there, the figure tells
  lightUp(eventsAt(target));
});
document.documentElement.addEventListener("pointerleave", () => lightUp());
document.addEventListener("focusin", ({ target }) => target.matches?.(":focus-visible") && lightUp(eventsAt(target)));
