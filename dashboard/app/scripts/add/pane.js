// The form scrolls by itself beside the text, which must not move under the reader's eyes.
const EDGE_PX = 12;
const FOOT_PX = 72; // what saves stands there

// It ends where the window does, however many lines the bar above both has.
const barSize = new ResizeObserver((seen) =>
  document.documentElement.style.setProperty("--dl-add-bar", `${seen.at(-1).target.offsetHeight}px`),
);
let bar = null;
export function fitBelowBar() {
  const now = document.querySelector(".dl-add-bar");
  if (now === bar) return;
  barSize.disconnect();
  bar = now;
  if (bar) barSize.observe(bar);
}

function paneOf(element) {
  for (let each = element.parentElement; each; each = each.parentElement)
    if (/auto|scroll/.test(getComputedStyle(each).overflowY)) return each === document.scrollingElement ? null : each;
  return null;
}

// Brings a part of the form into sight, its beginning above all; on a phone, where the page scrolls, that does it.
export function showInForm(element) {
  const pane = paneOf(element);
  if (!pane?.closest(".st-key-add-event")) {
    element.scrollIntoView({ block: "nearest" });
    return;
  }
  const [own, all] = [element.getBoundingClientRect(), pane.getBoundingClientRect()];
  const above = own.top - all.top - EDGE_PX;
  const below = own.bottom - Math.min(all.bottom, innerHeight) + FOOT_PX;
  if (above < 0 || below > above) pane.scrollBy(0, above);
  else if (below > 0) pane.scrollBy(0, below);
}
