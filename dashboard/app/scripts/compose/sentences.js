// Sentences of the team's own, each with the claims that it rests on.
import { area, nextId } from "../fields/fields.js";
import { initialsLine } from "../fields/initials.js";
import { button, make, visible, words } from "../fields/markup.js";
import { keyOf, listAt, moves, rearrange } from "../fields/rows.js";

// Claims that a sentence rests on: each with its words, so that the writer sees what they say.
export function claims(host, path, label = "Based on") {
  const known = host.data.offer.claims;
  const rows = listAt(host, path).map((reference, index) => {
    const [text, verdict] = known[reference] ?? ["Claim not found in these events.", ""];
    const told = make(
      "span",
      { class: "dl-claim-words" },
      words(text),
      verdict ? make("span", { class: "dl-muted" }, ` ${verdict}`) : null,
    );
    return make(
      "li",
      { "data-at": keyOf([...path, index]) },
      make("div", {}, make("code", {}, visible(reference)), told),
      moves(host, path, index, reference),
    );
  });
  const add = (reference) =>
    rearrange(host, path, [...listAt(host, path), reference], `${keyOf(path)}:add`, `${reference}: added`);
  return make(
    "div",
    { class: "dl-field dl-claims", "data-at": keyOf(path) },
    make("span", { class: "dl-label-line" }, label),
    make("ul", {}, rows),
    claimPicker(host, path, add),
  );
}

// A claim is found by its words, by its event or by its reference; a press or Enter takes it.
function claimPicker(host, path, add) {
  const id = nextId();
  const input = make("input", {
    id,
    type: "text",
    role: "combobox",
    "aria-expanded": "false",
    "aria-controls": `${id}-list`,
    autocomplete: "off",
    placeholder: "Add a claim: type some of its words",
    "aria-label": "Add a claim",
    "data-focus": `${keyOf(path)}:add`,
  });
  const list = make("ul", { id: `${id}-list`, role: "listbox", "aria-label": "Claims", hidden: true });
  let at = -1;
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    at = -1;
  };
  const mark = () => {
    for (const [index, each] of [...list.children].entries()) each.setAttribute("aria-selected", String(index === at));
    const active = list.children[at];
    if (active) input.setAttribute("aria-activedescendant", active.id);
    active?.scrollIntoView({ block: "nearest" });
  };
  const show = () => {
    const found = claimsFor(host, input.value, listAt(host, path)).map(([reference, [text, verdict, event]], index) => {
      const option = make(
        "li",
        { role: "option", id: `${id}-${index}`, "data-reference": reference },
        words(text),
        make("span", { class: "dl-muted" }, words(event), ` · ${verdict}`),
      );
      option.onmousedown = (event_) => {
        event_.preventDefault();
        add(reference);
      };
      return option;
    });
    list.replaceChildren(...found);
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    at = -1;
  };
  input.oninput = input.onfocus = show;
  input.onblur = close;
  input.onkeydown = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const { length } = list.children;
    if (step && length) at = (at + step + length) % length;
    else if (event.key === "Enter") {
      const typed = input.value.trim();
      const picked =
        list.children[at]?.dataset.reference ??
        (typed.includes("/") && !typed.includes(" ") ? typed : list.children[0]?.dataset.reference);
      if (picked && (typed || at >= 0)) add(picked);
    } else if (event.key === "Escape" && !list.hidden) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
    mark();
  };
  return make("div", { class: "dl-picker" }, input, list);
}

const MOST_FOUND = 40;

export function claimsFor(host, typed, taken) {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const told = new Set(host.data.offer.told);
  const fits = Object.entries(host.data.offer.claims).filter(([reference, [text, , event]]) => {
    const all = `${reference} ${text} ${event}`.toLowerCase();
    return !taken.includes(reference) && wanted.every((word) => all.includes(word));
  });
  const rank = ([reference]) => (told.has(reference.split("/")[0]) ? 0 : 1);
  return fits.sort((one, other) => rank(one) - rank(other)).slice(0, MOST_FOUND);
}

export function sentences(host, path, noun = "sentence") {
  const rows = listAt(host, path).map((_, index) => {
    const own = [...path, index];
    const name = `${noun} ${index + 1}`;
    const head = make(
      "div",
      { class: "dl-row-head" },
      make("span", { class: "dl-muted" }, `${name[0].toUpperCase()}${name.slice(1)}`),
      moves(host, path, index, name),
    );
    const by = initialsLine(host, [...own, "by"]);
    return make(
      "li",
      { class: "dl-own-sentence", "data-at": keyOf(own) },
      head,
      area(host, [...own, "text"], "Text"),
      make("div", { class: "dl-carriers" }, by, claims(host, [...own, "claims"])),
    );
  });
  const add = () =>
    rearrange(host, path, [...listAt(host, path), { text: "" }], `${keyOf([...path, rows.length, "text"])}:field`);
  return make(
    "div",
    { "data-at": keyOf(path) },
    make("ol", { class: "dl-sentences" }, rows),
    button(`Add a ${noun}`, add, { "data-focus": `${keyOf(path)}:add` }),
  );
}
