// What keys and presses do anywhere on the page: keys of links, the search and its Escape, skipping the bar, closing of lists.
import "../single_keys.js";
import { isTyped } from "../page.js";

for (const kind of ["pointerdown", "focusin"]) document.addEventListener(kind, (event) => closeOthers(event));
document.addEventListener("keydown", (event) => {
  const words = document.getElementById("dl-words");
  if (event.key !== "/" || !words || isTyped(event.target)) return;
  event.preventDefault();
  words.focus();
  words.select();
});

// What scrolls the page takes the focus of whatever is gone: only who comes by Tab is shown a frame around the window.
const tellHow = ({ key }) => document.documentElement.toggleAttribute("data-by-tab", key === "Tab");
for (const kind of ["keydown", "pointerdown"]) document.addEventListener(kind, tellHow, { capture: true });

// A link or a field with a key of its own is pressed by that, or gone to.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyped(event.target)) return;
  if (event.key === "?") return openKeys(event);
  if (!/^[a-z]$/.test(event.key)) return;
  const target = [...document.querySelectorAll(`[data-key~="${event.key}"]`)].find((each) =>
    each.checkVisibility({ visibilityProperty: true }),
  );
  if (!target) return;
  event.preventDefault();
  if (!isTyped(target)) return target.click();
  target.focus();
  target.select();
});

// The list of keys, over the page.
function openKeys(event) {
  const keys = document.getElementById("dl-keys");
  if (!keys || keys.matches(":popover-open")) return;
  event.preventDefault();
  keys.showPopover();
  keys.focus();
}

// Escape, and the cross that the browser draws in a search, let go what it asked for: they would but empty the field.
document.addEventListener("keydown", (event) => {
  const { key, target, isComposing } = event;
  if (key !== "Escape" || target.type !== "search" || !target.value || isComposing) return;
  event.preventDefault(); // nothing else is let go
  target.value = "";
  letWordsGo(target);
});
document.addEventListener("input", ({ target, inputType }) => {
  if (target.type === "search" && !target.value && !inputType) letWordsGo(target); // nothing was typed: the cross
});

function letWordsGo(field) {
  if (field.defaultValue) field.form.requestSubmit();
}

// Streamlit's link skips to what holds the bar as well: it is to lead past it.
document.addEventListener("click", (event) => skipBar(event), true);

function skipBar(event) {
  if (!event.target.closest?.('[data-testid="stSkipToContent"]')) return;
  const bar = document.querySelector(".dl-bar");
  const behind = (node) =>
    bar && !bar.contains(node) && bar.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING;
  const first = [...document.querySelectorAll(".stMain :is(a[href], button, input, summary, [tabindex='0'])")].find(
    (node) => behind(node) && node.getClientRects().length,
  );
  if (!first) return;
  event.preventDefault();
  event.stopPropagation();
  first.focus();
}

function closeOthers(event) {
  for (const open of document.querySelectorAll("details.dl-facet[open]"))
    if (!open.contains(event.target)) open.open = false;
}
