// What forms are made of. Words of records come in as text only: no string here is ever read as HTML.
const HIDES = /(?![\n\t\u200c-\u200f])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
export const visible = (text) =>
  String(text).replace(HIDES, (sign) => `[U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);
export const words = (text, attributes = {}) => make("bdi", { dir: "auto", ...attributes }, visible(text));

export function make(tag, attributes = {}, ...content) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node[name] = value;
    else if (value !== false && value !== null && value !== undefined)
      node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...content.flat().filter((each) => each !== null && each !== undefined && each !== false));
  return node;
}

// What stands between grave accents is as it is written in a file.
export const marked = (text) =>
  visible(text)
    .split("`")
    .map((part, index) => (index % 2 ? make("code", {}, part) : part));

export const muted = (text) => make("p", { class: "dl-muted dl-hint" }, text);

export function button(label, onclick, attributes = {}) {
  return make("button", { type: "button", onclick, class: "dl-text-button", ...attributes }, label);
}
