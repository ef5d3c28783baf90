// Of the two places for pages, the one is seen that Python says is whole. Until then the page before it stays, dimmed.
import { ASKED, sayNothingAgain } from "./presses.js";

export const TURNED = "dateline-turned";
const COMES_MS = 1500; // by then the parts of a page have drawn themselves, or one of them never does
const turning = { tops: new Map(), at: location.href, goesBack: false, number: 0 };

// Each part notes on its own place that its script has run: an empty place moves what is below it when it is filled.
const hasRun = ({ dateline, datelineReader }) => dateline || datelineReader;
const isThere = (place) => [...place.getElementsByClassName("stBidiComponent")].every(isDrawn);

// That place is among the first of many: this is asked at each frame, and a list of all would be made each time.
function isDrawn(part) {
  for (const each of part.getElementsByTagName("div")) if (hasRun(each)) return true;
  return false;
}

// Python has told all of the page in this place.
export function turnTo(slot, page) {
  const { documentElement: whole } = document;
  const number = (turning.number += 1);
  const until = performance.now() + COMES_MS;
  const look = () => {
    if (number !== turning.number) return; // another page has come meanwhile
    const place = document.querySelector(`.st-key-slot-${slot}`);
    if ((!place || !isThere(place)) && performance.now() < until) return void requestAnimationFrame(look);
    window.datelinePathShown();
    const isOther = whole.dataset.slot !== slot;
    const before = whole.dataset.slot;
    whole.dataset.slot = slot;
    whole.dataset.page = page;
    delete whole.dataset.turning;
    if (isOther) arrive(place, Boolean(before));
    turning.at = location.href;
  };
  look();
}

function arrive(place, isFromOther) {
  const main = document.querySelector(".stMain");
  const at = place?.querySelector("[data-arrive]");
  if (isFromOther && main) main.scrollTop = (turning.goesBack && turning.tops.get(location.href)) || 0;
  if (at && !turning.goesBack) at.scrollIntoView({ block: at.dataset.arrive || "center" });
  window.dispatchEvent(new CustomEvent(TURNED));
}

const pageNow = () => window.datelinePageOf(location.href);
const leads = { page: (value) => value, go: (value) => new URLSearchParams(value).get("page") ?? "" };

// A press that leads to another page dims this one at once, and so does Back.
function dims(page) {
  if (page === undefined || page === pageNow()) return;
  turning.tops.set(turning.at, document.querySelector(".stMain")?.scrollTop ?? 0);
  document.documentElement.dataset.turning = page;
}

window.addEventListener(ASKED, ({ detail: { press } }) => {
  turning.goesBack = false;
  dims(leads[press.what]?.(press.value));
});
window.addEventListener("popstate", () => {
  sayNothingAgain(); // whoever goes back wants what was pressed no more
  const before = document.documentElement.dataset.page ?? "";
  turning.goesBack = true;
  if (pageNow() === before) return;
  turning.tops.set(turning.at, document.querySelector(".stMain")?.scrollTop ?? 0);
  document.documentElement.dataset.turning = pageNow();
});
