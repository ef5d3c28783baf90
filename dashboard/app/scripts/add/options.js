// What a field can be filled with: of few, a list that the page has; of many, what the server finds for what is typed.
import { nextId } from "../fields/fields.js";
import { make, visible } from "../fields/markup.js";
import { root } from "../page.js";

const MOST_IN_A_LIST = 200; // what is more is found by typing
const MOST_MATCHES = 50;

const isExactly = ([id, name], typed) => id === typed || name === typed;

// Those whose id or name has all the words that were typed, the first of very many; before them, what is just that.
export function matching(options, typed) {
  const asked = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found = options.filter(([id, name]) => {
    const text = `${id} ${name}`.toLowerCase();
    return asked.every((word) => text.includes(word));
  });
  const exact = found.filter((each) => isExactly(each, typed.trim()));
  return [...exact, ...found.filter((each) => !exact.includes(each))].slice(0, MOST_MATCHES);
}

// Whether records of this kind can be chosen from at all.
export const isKnown = (host, kind) =>
  Boolean(kind) && (kind in host.data.options || Boolean(host.data.options.many?.includes(kind)));

// The options of a kind as the page has them; null where they are too many to choose from in a list.
export function optionsIn(host, kind) {
  const options = host.data.options[kind];
  return options && options.length <= MOST_IN_A_LIST ? options : null;
}

// Those that match what was typed.
export async function found(host, kind, typed) {
  if (host.data.options[kind]) return matching(host.data.options[kind], typed);
  const query = new URLSearchParams({ kind, words: typed });
  try {
    const response = await fetch(`${root()}dateline-choices?${query}`, { cache: "no-store" });
    return response.ok ? await response.json() : [];
  } catch {
    return []; // the server is away; `away.js` says so
  }
}

// The one that was meant: just that id or name, or the only one that matches; null where there is none, or several.
export async function meant(host, kind, typed) {
  const asked = typed.trim();
  if (!asked) return null;
  const rows = await found(host, kind, asked);
  const exact = rows.filter((each) => isExactly(each, asked));
  const [one = null, other] = exact.length ? exact : rows;
  return other ? null : one;
}

export const shown = ([id, name, more]) => [id, more ? `${name} (${more})` : name];

// Completes a field while one types; the list that it gives stands beside the field.
export function completed(host, kind, control) {
  const list = make("datalist", { id: nextId() });
  control.setAttribute("list", list.id);
  let asked = 0;
  const complete = async () => {
    asked += 1;
    const own = asked;
    const rows = (await found(host, kind, control.value)).map(shown);
    if (own === asked) list.replaceChildren(...rows.map(([id, text]) => make("option", { value: id }, visible(text))));
  };
  control.addEventListener("focus", complete);
  control.addEventListener("input", complete);
  return list;
}

// A list to choose one from, or, of very many, a field that completes and takes what is meant; and what belongs to it.
export function picker(host, kind, label, take) {
  const options = optionsIn(host, kind);
  if (options) {
    const own = options.map(([id, name]) => make("option", { value: id }, visible(name)));
    const list = make("select", { "aria-label": label }, make("option", { value: "" }, "Choose"), ...own);
    list.onchange = () => list.value && take(list.value);
    return [list];
  }
  const field = make("input", { type: "text", autocomplete: "off", dir: "auto", "aria-label": label });
  const choose = async () => {
    const row = await meant(host, kind, field.value);
    if (row && field.isConnected) take(row[0]);
  };
  field.addEventListener("change", choose);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    event.stopPropagation(); // it does not add the new entry beside it
    choose();
  });
  return [field, completed(host, kind, field)];
}
