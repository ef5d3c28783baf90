// The fields of a briefing, each with its label, and with a place for what is wrong with it.
import { button, make, visible, words } from "./markup.js";
import { keyOf, listAt, moves, put, rearrange, valueAt } from "./rows.js";

let fieldNumber = 0;

export function field(path, label, control, hint = "") {
  const id = `dl-field-${(fieldNumber += 1)}`;
  control.id = id;
  control.dataset.focus = `${keyOf(path)}:field`;
  const told = hint ? make("p", { class: "dl-muted dl-hint", id: `${id}-hint` }, hint) : null;
  if (told) control.setAttribute("aria-describedby", told.id);
  return make("div", { class: "dl-field", "data-at": keyOf(path) }, make("label", { for: id }, label), control, told);
}

export function line(host, path, label, { hint = "", cols = null, placeholder = null } = {}) {
  const control = make("input", {
    type: "text",
    dir: "auto",
    autocomplete: "off",
    spellcheck: "true",
    placeholder,
    style: cols ? `width:${cols}ch` : null,
  });
  control.value = valueAt(host, path) ?? "";
  control.oninput = () => put(host, path, control.value);
  return field(path, label, control, hint);
}

export function area(host, path, label, hint = "") {
  const control = make("textarea", { dir: "auto", rows: "2", spellcheck: "true" });
  control.value = valueAt(host, path) ?? "";
  control.oninput = () => put(host, path, control.value);
  return field(path, label, control, hint);
}

export function choose(host, path, label, options, { none = "Choose", onchange = null } = {}) {
  const control = make("select", {});
  const now = valueAt(host, path) ?? "";
  const known = options.some(([value]) => value === now);
  control.append(
    make("option", { value: "" }, none),
    ...(now && !known ? [make("option", { value: now }, visible(now))] : []),
  );
  control.append(...options.map(([value, text]) => make("option", { value }, visible(text))));
  control.value = now;
  control.onchange = () => (onchange ? onchange(control.value) : put(host, path, control.value));
  return field(path, label, control);
}

// Some of a few; all of them is the same as none named.
export function ticks(host, path, label, options) {
  const chosen = () => valueAt(host, path) ?? options.map(([value]) => value);
  const boxes = options.map(([value, text]) => {
    const box = make("input", { type: "checkbox", "data-focus": `${keyOf(path)}:${value}` });
    box.checked = chosen().includes(value);
    box.onchange = () => {
      const left = options
        .map(([each]) => each)
        .filter((each) => (each === value ? box.checked : chosen().includes(each)));
      put(host, path, left.length === options.length ? undefined : left);
    };
    return make("label", { class: "dl-tick" }, box, text);
  });
  return make("fieldset", { class: "dl-field dl-ticks", "data-at": keyOf(path) }, make("legend", {}, label), ...boxes);
}

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
  const id = `dl-field-${(fieldNumber += 1)}`;
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
    const by = line(host, [...own, "by"], "Initials", { cols: 8 });
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
