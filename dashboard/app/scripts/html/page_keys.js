// What keys and presses do anywhere on the page: the key of the search, Escape in it, skipping the bar, closing of lists.
import { isTyped } from "../page.js";

for (const kind of ["pointerdown", "focusin"]) document.addEventListener(kind, (event) => closeOthers(event));
document.addEventListener("keydown", (event) => {
  const words = document.getElementById("dl-words");
  if (event.key !== "/" || !words || isTyped(event.target)) return;
  event.preventDefault();
  words.focus();
  words.select();
});

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
