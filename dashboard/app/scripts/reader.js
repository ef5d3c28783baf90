// Arriving at a place in a page, notes beside the words they are on, and keys that press links.
const GAP_PX = 10;
const SETTLES_MS = 1500; // styles and fonts may come after the text
const WIDE = "(min-width: 1100px)";

// Each note stands level with the first of its words, or below the note before it.
function placeNotes() {
  for (const reader of document.querySelectorAll(".dl-reader")) {
    const wide = matchMedia(WIDE).matches && !matchMedia("print").matches;
    reader.classList.toggle("dl-placed", wide);
    reader.style.minHeight = "";
    if (!wide) continue;
    const top = reader.getBoundingClientRect().top;
    let free = 0;
    for (const note of reader.querySelectorAll(".dl-note")) {
      const words = document.getElementById(note.dataset.at);
      const level = words ? words.getClientRects()[0].top - top : free;
      const at = Math.max(level, free);
      note.style.top = `${at}px`;
      free = at + note.offsetHeight + GAP_PX;
    }
    reader.style.minHeight = `${free}px`;
  }
}

function scrollToPlace(host) {
  const place = document.querySelector("[data-arrive]");
  if (place) {
    place.scrollIntoView({ block: place.dataset.arrive || "center" });
    if (host.wentOn) place.focus({ preventScroll: true });
  } else if (host.wentOn) {
    document.querySelector(".stMain")?.scrollTo({ top: 0 });
  }
}

function isTyping(target) {
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

function pressKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
  if (!/^[a-z]$/.test(event.key)) return;
  document.querySelector(`[data-key="${event.key}"]`)?.click();
}

// The page's own HTML is drawn by another component, at any time before or after this one.
function look(host) {
  host.waiting = 0;
  placeNotes();
  const lines = document.querySelector(".dl-lines");
  if (lines !== host.lines) {
    host.sizes.disconnect();
    if (lines) host.sizes.observe(lines);
    host.lines = lines;
  }
  if (document.querySelector("[data-place]")?.dataset.place !== host.at) return;
  if (host.at !== host.arrived) {
    host.wentOn = host.arrived !== undefined; // from another place of the page
    host.settled = performance.now() + SETTLES_MS;
  }
  if (performance.now() < host.settled) scrollToPlace(host);
  host.arrived = host.at;
}

function prepare() {
  const host = { at: null, arrived: undefined, wentOn: false, settled: 0, lines: null };
  host.look = () => (host.waiting ||= requestAnimationFrame(() => look(host)));
  host.stay = () => (host.settled = 0);
  host.sizes = new ResizeObserver(host.look);
  host.changes = new MutationObserver((records) => {
    if (records.some((record) => record.addedNodes.length)) host.look();
  });
  host.changes.observe(document.querySelector(".stMain") ?? document.body, { childList: true, subtree: true });
  for (const moves of ["wheel", "pointerdown", "keydown"]) window.addEventListener(moves, host.stay, { passive: true });
  window.addEventListener("beforeprint", placeNotes);
  document.addEventListener("keydown", pressKey);
  return host;
}

function letGo(host) {
  host.changes.disconnect();
  host.sizes.disconnect();
  for (const moves of ["wheel", "pointerdown", "keydown"]) window.removeEventListener(moves, host.stay);
  window.removeEventListener("beforeprint", placeNotes);
  document.removeEventListener("keydown", pressKey);
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
