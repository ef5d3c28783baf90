// Where the keyboard goes on when what was pressed is gone: beside it, or at what the press has led to.
import { ANSWERED, ASKED } from "../presses.js";
import { lead, SELECTS, sight } from "./sight.js";

const STOPS = "a[href], button, input, summary";
const GROUPS = ".dl-facet, .dl-chips";
const LOST_MS = [200, 700, 1500]; // parts of a page come, and those of the one before go, one after the other
const keyboard = { asked: null };

window.addEventListener(ASKED, ({ detail: { number } }) => (keyboard.asked = sight.isByKey ? number : null));
window.addEventListener(ANSWERED, ({ detail }) => {
  if (keyboard.asked === null || detail < keyboard.asked) return;
  keyboard.asked = null;
  for (const time of LOST_MS) setTimeout(goOnWhereItLed, time);
});

export const isLost = () => document.activeElement === document.body;

function goOnWhereItLed() {
  if (!isLost() || sight.isLeading) return;
  const selects = SELECTS.some((key) => new URLSearchParams(location.search).has(key));
  const places = ["[data-arrive]", ...(selects ? [".dl-card .dl-body"] : []), ".stMain h1", ".dl-card .dl-body"];
  const place = places.map((each) => document.querySelector(each)).find(Boolean);
  if (place) lead(place);
}

// What stands beside `active` in its group, to be found again once the group is drawn anew.
export function neighbourOf(active) {
  const group = active?.closest(GROUPS);
  return group && { id: group.id, at: stopsIn(group).indexOf(active) };
}

export function goOnBeside(box, { id, at }) {
  const group = id ? box.querySelector(`#${CSS.escape(id)}`) : box.querySelector(GROUPS);
  const stops = group ? stopsIn(group) : [];
  stops[Math.min(at, stops.length - 1)]?.focus({ preventScroll: true });
}

const stopsIn = (group) => [...group.querySelectorAll(STOPS)];
