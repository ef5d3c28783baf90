// The lists of the filters: narrowed as one types, and with "only" and "not" behind each value.
import { element } from "./element.js";

const FIELD = "input.dl-narrow";
const LISTS = "details.dl-facet[open] ul";

// Letters as people type them: small, without accents.
const fold = (text) =>
  text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .trim();

// Whether every word that is typed begins a word of the text, or stands in it where words are not told apart.
export const has = (text, typed) => {
  const folded = fold(text);
  const words = folded.split(/[^\p{L}\p{N}]+/u);
  const isFound = (part) =>
    words.some((word) => word.startsWith(part)) || (/[^\p{ASCII}]/u.test(part) && folded.includes(part));
  return fold(typed).split(/\s+/).filter(Boolean).every(isFound);
};

export function tendFacetLists(within = document) {
  for (const list of within.querySelectorAll(LISTS)) complete(list);
  for (const field of within.querySelectorAll(FIELD)) narrow(field);
}

function complete(list) {
  for (const row of list.children) {
    const turn = row.querySelector(":scope > [data-press='filter']");
    if (!turn || row.children.length > 1) continue;
    const { value } = turn.dataset;
    const name = turn.firstChild.textContent.trim();
    const at = value.indexOf(":") + 1;
    row.append(
      aside("only", { "data-press": "filter-only", "data-value": value, "aria-label": `Only ${name}` }),
      aside("not", {
        "data-press": "filter",
        "data-value": `${value.slice(0, at)}-${value.slice(at)}`,
        "aria-label": `Not ${name}`,
        "aria-pressed": String(row.dataset.not === "true"),
      }),
    );
  }
}

const aside = (text, attributes) =>
  element("button", { type: "button", class: "dl-aside", tabindex: "-1", ...attributes }, text);

// Its group's name finds a value, too; a group is there as long as one of its values is.
function narrow(field) {
  const rows = [...field.parentElement.querySelectorAll("li")];
  const here = new Set();
  for (const row of rows) {
    const button = row.querySelector("button");
    if (!button) continue;
    row.hidden = !has(`${button.textContent} ${row.dataset.group ?? ""}`, field.value);
    if (!row.hidden) here.add(row.dataset.group);
  }
  for (const row of rows) if (row.matches(".dl-group")) row.hidden = !here.has(row.textContent);
}

document.addEventListener(
  "toggle",
  ({ target }) => target.matches?.(".dl-facet") && tendFacetLists(target.parentElement),
  true,
);
document.addEventListener("input", ({ target }) => target.matches?.(FIELD) && narrow(target));
document.addEventListener("keydown", (event) => {
  const { target: field, key } = event;
  if (!field.matches?.(FIELD)) return;
  const left = [...field.parentElement.querySelectorAll("li:not([hidden]) > button:first-child")];
  if (key === "ArrowDown") left[0]?.focus();
  else if (key === "Enter" && left.length === 1) left[0].click();
  else if (key === "Escape" && field.value) {
    field.value = "";
    narrow(field);
    event.stopPropagation(); // the list stays open
  } else return;
  event.preventDefault();
});

// In a list, arrows lead from value to value, and to what stands behind one: Tab passes through the values alone.
const STEPS = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };
document.addEventListener("keydown", (event) => {
  const button = event.target.closest?.(".dl-facet li > button");
  const [down, along] = STEPS[event.key] ?? [];
  if (!button || down === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  const rows = [...button.closest("ul").querySelectorAll("li:not([hidden], .dl-group)")];
  const row = rows[rows.indexOf(button.parentElement) + down];
  const next = down ? row?.firstElementChild : along > 0 ? button.nextElementSibling : button.previousElementSibling;
  if (next) next.focus();
  event.preventDefault();
});
