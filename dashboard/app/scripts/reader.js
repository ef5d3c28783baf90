// Arriving at a place in a page, notes beside the words they are on, and what is in view.
import { isTyped } from "./page.js";
import { TURNED } from "./turn.js";

const GAP_PX = 10;
const SETTLES_MS = 1500; // styles and fonts may come after the text
const WIDE = "(min-width: 1264px)"; // notes stand in the margin, which sources.css gives them from there on
const ROOMY = "(min-width: 821px)"; // the description stands beside the text

// What is folded where there is no room for it is open where there is, and on paper.
function unfold(all) {
  for (const folded of document.querySelectorAll("details.dl-folds")) {
    const room = folded.classList.contains("dl-line-notes") ? matchMedia(WIDE).matches : matchMedia(ROOMY).matches;
    const wanted = all || room || Boolean(folded.querySelector(".dl-reached"));
    if (wanted && !folded.open) folded.open = folded.unfolded = true;
    else if (!wanted && folded.unfolded) folded.open = folded.unfolded = false;
  }
}

// Each note stands level with the first of its words, or below the note before it.
function placeNotes() {
  const printed = matchMedia("print").matches;
  unfold(printed);
  for (const reader of document.querySelectorAll(".dl-reader")) {
    const wide = matchMedia(WIDE).matches && !printed;
    reader.classList.toggle("dl-placed", wide);
    reader.style.minHeight = "";
    if (!wide) continue;
    const top = reader.getBoundingClientRect().top;
    let free = 0;
    for (const note of reader.querySelectorAll(".dl-note")) {
      const words = document.getElementById(note.dataset.at)?.getClientRects()[0]; // none while the page is left
      const level = words ? words.top - top : free;
      const at = Math.max(level, free);
      note.style.top = `${at}px`;
      free = at + note.offsetHeight + GAP_PX;
    }
    reader.style.minHeight = `${free}px`;
  }
}

// A bracket beside the coverage bar, over the paragraphs that are in the window.
function showView() {
  const view = document.querySelector(".dl-in-view");
  if (!view) return;
  const below = 41 + parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--dl-top"));
  const seen = [...document.querySelectorAll(".dl-line")].filter((line) => {
    const { top, bottom } = line.getBoundingClientRect();
    return bottom > below && top < innerHeight;
  });
  const bars = [...view.parentElement.querySelectorAll("a")];
  const first = Number(seen[0]?.dataset.start);
  const last = Number(seen.at(-1)?.dataset.start);
  const within = bars.filter((bar) => Number(bar.dataset.end) > first && Number(bar.dataset.start) <= last);
  view.style.display = within.length ? "block" : "none";
  if (!within.length) return;
  const top = within[0].offsetTop;
  view.style.top = `${top}px`;
  view.style.height = `${within.at(-1).offsetTop + within.at(-1).offsetHeight - top}px`;
}

function scrollToPlace(host) {
  const place = document.querySelector("[data-arrive]");
  if (place) {
    place.scrollIntoView({ block: place.dataset.arrive || "center" });
    if (host.wentOn && !isTyped(document.activeElement ?? document.body)) place.focus({ preventScroll: true });
  } else if (host.wentOn) {
    document.querySelector(".stMain")?.scrollTo({ top: 0 });
  }
}

function pressKey(event) {
  if (event.target.id === "dl-find" && event.key === "Enter") goOn(event);
}

// Enter asks for words; for the same words again, it goes on to the next place where they stand, with Shift back.
function goOn(event) {
  const field = event.target;
  if (event.isComposing || field.value.trim() !== field.dataset.asked) return;
  const step = document.querySelector(`[data-hits="${event.shiftKey ? "before" : "after"}"] a`);
  if (!step) return;
  event.preventDefault();
  step.click();
}

// Back from an event leads to the words from which it was reached: the address names them before it is left.
function rememberWords(event) {
  const words = event.target.closest?.(".dl-quoted, .dl-note a:not(.dl-quote-number)");
  if (!words || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
  const quote = words.dataset.quote ?? document.getElementById(words.closest(".dl-note").dataset.at)?.dataset.quote;
  if (!quote) return;
  const address = new URL(location.href);
  for (const key of ["at", "find", "hit", "part", "since"]) address.searchParams.delete(key);
  address.searchParams.set("quote", quote);
  address.searchParams.set("page", window.datelinePageOf(location.href)); // see `opening.js`
  history.replaceState(history.state, "", address);
}

// Words and their note light up together.
function light(event) {
  const on = event.type === "pointerover" || event.type === "focusin";
  const part = event.target.closest?.("[data-quotes]");
  if (!part) return;
  const numbers = new Set(part.dataset.quotes.split(" "));
  for (const other of document.querySelectorAll("[data-quotes]"))
    if (other.dataset.quotes.split(" ").some((number) => numbers.has(number))) other.classList.toggle("dl-lit", on);
}

// The page's own HTML is drawn by another component, at any time before or after this one.
function look(host) {
  host.waiting = 0;
  placeNotes();
  showView();
  const lines = document.querySelector(".dl-lines");
  if (lines !== host.lines) {
    host.sizes.disconnect();
    if (lines) host.sizes.observe(lines);
    host.lines = lines;
  }
  const place = [...document.querySelectorAll("[data-place]")].find(({ dataset }) => dataset.place === host.at);
  if (!place?.checkVisibility({ visibilityProperty: true })) return; // until the page is seen
  if (host.at !== host.arrived) {
    host.wentOn = host.arrived !== undefined; // from another place of the page
    host.settled = performance.now() + SETTLES_MS;
  }
  if (performance.now() < host.settled) scrollToPlace(host);
  host.arrived = host.at;
}

function viewed(host) {
  host.viewing = 0;
  showView();
}

const LIT = ["pointerover", "pointerout", "focusin", "focusout"];

function prepare() {
  const host = { at: null, arrived: undefined, wentOn: false, settled: 0, lines: null, viewing: 0 };
  host.look = () => (host.waiting ||= requestAnimationFrame(() => look(host)));
  host.stay = () => (host.settled = 0);
  host.view = () => (host.viewing ||= requestAnimationFrame(() => viewed(host)));
  host.sizes = new ResizeObserver(host.look);
  host.changes = new MutationObserver((records) => {
    if (records.some((record) => record.addedNodes.length)) host.look();
  });
  host.changes.observe(document.querySelector(".stMain") ?? document.body, { childList: true, subtree: true });
  for (const moves of ["wheel", "pointerdown", "keydown"]) window.addEventListener(moves, host.stay, { passive: true });
  for (const kind of ["resize", TURNED]) window.addEventListener(kind, host.look);
  window.addEventListener("beforeprint", placeNotes);
  matchMedia("print").addEventListener("change", host.look);
  document.addEventListener("scroll", host.view, { capture: true, passive: true });
  document.addEventListener("keydown", pressKey);
  document.addEventListener("click", rememberWords, true);
  for (const kind of LIT) document.addEventListener(kind, light, { passive: true });
  return host;
}

function letGo(host) {
  host.changes.disconnect();
  host.sizes.disconnect();
  for (const moves of ["wheel", "pointerdown", "keydown"]) window.removeEventListener(moves, host.stay);
  for (const kind of ["resize", TURNED]) window.removeEventListener(kind, host.look);
  window.removeEventListener("beforeprint", placeNotes);
  matchMedia("print").removeEventListener("change", host.look);
  document.removeEventListener("scroll", host.view, { capture: true });
  document.removeEventListener("keydown", pressKey);
  document.removeEventListener("click", rememberWords, true);
  for (const kind of LIT) document.removeEventListener(kind, light);
}

export default function ({ data: [data], parentElement }) {
  const host = (parentElement.datelineReader ??= prepare());
  host.at = data.at;
  host.look();
  return () =>
    setTimeout(() => {
      if (parentElement.isConnected) return;
      letGo(host);
      delete parentElement.datelineReader;
    });
}
