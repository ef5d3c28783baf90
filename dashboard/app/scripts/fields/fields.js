// The fields of a form, each with its label, and with a place for what is wrong with it.
import { make, visible } from "./markup.js";
import { keyOf, put, valueAt } from "./rows.js";

let fieldNumber = 0;

export const nextId = () => `dl-field-${(fieldNumber += 1)}`;

export function field(path, label, control, hint = "") {
  const id = nextId();
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

const optionsMade = new WeakMap();

// A list may stand in the form many times: its options are made once, and copied.
function optionsOf(options) {
  if (!optionsMade.has(options)) {
    const made = document.createDocumentFragment();
    made.append(...options.map(([value, text]) => make("option", { value }, visible(text))));
    optionsMade.set(options, made);
  }
  return optionsMade.get(options).cloneNode(true);
}

export function choose(host, path, label, options, { none = "Choose", onchange = null } = {}) {
  const control = make("select", {});
  const now = valueAt(host, path) ?? "";
  const known = options.some(([value]) => value === now);
  control.append(
    make("option", { value: "" }, none),
    ...(now && !known ? [make("option", { value: now }, visible(now))] : []),
  );
  control.append(optionsOf(options));
  control.value = now;
  control.onchange = () => (onchange ? onchange(control.value) : put(host, path, control.value));
  return field(path, label, control);
}

// Some of a few. Where `all` of them is the same as none named, all are ticked until one is taken away.
export function ticks(host, path, label, options, all = true) {
  const chosen = () => valueAt(host, path) ?? (all ? options.map(([value]) => value) : []);
  const unnamed = all ? options.length : 0;
  const boxes = options.map(([value, text]) => {
    const box = make("input", { type: "checkbox", "data-focus": `${keyOf(path)}:${value}` });
    box.checked = chosen().includes(value);
    box.onchange = () => {
      const left = options
        .map(([each]) => each)
        .filter((each) => (each === value ? box.checked : chosen().includes(each)));
      put(host, path, left.length === unnamed ? undefined : left);
    };
    return make("label", { class: "dl-tick" }, box, text);
  });
  return make("fieldset", { class: "dl-field dl-ticks", "data-at": keyOf(path) }, make("legend", {}, label), ...boxes);
}
