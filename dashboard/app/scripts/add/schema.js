// Fields made from the JSON Schema of an event: what it takes, what it means, and what there is to choose from.
import { area, choose, field, line, ticks } from "../fields/fields.js";
import { initialsLine, knownInitials } from "../fields/initials.js";
import { button, make, visible } from "../fields/markup.js";
import { drop, keyOf, listAt, put, rearrange, valueAt } from "../fields/rows.js";
import { completed, isKnown, optionsIn, shown } from "./options.js";

const LONG_TEXT = 1000; // characters: what may be longer has lines
const FREE_KEY = "entry";
const OWN_CLAIMS = "claims-of-this-event";
const idsOf = (schema) => schema?.["x-ids-of"]; // see `model/record.py`

const shapeOf = (value) => (Array.isArray(value) ? "array" : value && typeof value === "object" ? "object" : null);

// The forms that a value can have, without "nothing".
function formsOf(schema) {
  const some = (schema.anyOf ?? schema.oneOf)?.filter(({ type }) => type !== "null");
  return some ? some.flatMap(formsOf) : [schema];
}

// What a property takes: a reference followed, without "or nothing", and of several forms the one that `value` has.
export function resolved(host, schema, value) {
  let now = schema;
  while (now.$ref || now.anyOf || now.oneOf) {
    const { description } = now;
    if (now.$ref) now = { ...host.data.schema.$defs[now.$ref.split("/").at(-1)] };
    else {
      const { anyOf, oneOf, ...rest } = now;
      const some = formsOf({ anyOf, oneOf });
      const shape = shapeOf(value);
      now = { ...rest, ...((shape && some.find((each) => resolved(host, each).type === shape)) ?? some[0]) };
    }
    if (description) now.description = description;
  }
  return now;
}

const nameOf = (key) => {
  const words = key.replaceAll("_", " ").replaceAll("-", " ");
  return words[0].toUpperCase() + words.slice(1);
};
const valuesOf = (map) => Object.values(map ?? {})[0];

// The keys of what should be a mapping; of anything else, none.
export function keysAt(host, path) {
  const found = valueAt(host, path);
  return found && typeof found === "object" && !Array.isArray(found) ? Object.keys(found) : [];
}

const SIGNED = ["judgements", "review"];

// A new entry of a list: a judgement is that of whoever adds it.
const begun = (path) =>
  path[0] === "judgements" && path.length === 1 && knownInitials() ? { by: knownInitials() } : {};

// One field, or a group of them, at `path`; `label` is the name of its property unless another is given.
export function part(host, path, given, label = nameOf(String(path.at(-1)))) {
  const schema = resolved(host, given, valueAt(host, path));
  const forms = formsOf(given);
  const either = forms.length > 1 && forms.find((each) => resolved(host, each).properties?.assessed);
  if (either) return reportedOrAssessed(host, path, schema, resolved(host, either), label);
  const hint = schema.description?.replaceAll("`", "") ?? "";
  const items = schema.items && resolved(host, schema.items);
  if (idsOf(items) === OWN_CLAIMS && path.at(-1) === "claims") return claimsOf(host, path);
  if (isKnown(host, idsOf(schema))) return oneOf(host, path, label, idsOf(schema), hint);
  if (schema.enum) return words(host, path, label, schema);
  if (schema.type === "array") return list(host, path, schema, label);
  const entries = valuesOf(schema.patternProperties) ?? schema.additionalProperties;
  if (schema.type === "object" && entries) return map(host, path, entries, label);
  if (schema.type === "object") return group(host, path, schema, label);
  if (schema.type === "boolean") return yes(host, path, label, hint);
  if (schema.type === "number" || schema.type === "integer") return number(host, path, label, hint);
  if (path.at(-1) === "by" && SIGNED.includes(path[0])) return initialsLine(host, path, hint);
  if (schema.title === "Date") return dated(host, path, label, hint);
  return (schema.maxLength ?? LONG_TEXT) > LONG_TEXT
    ? area(host, path, label, hint)
    : line(host, path, label, { hint });
}

// What the document gives is a text; what it does not give may be assessed by the team.
function reportedOrAssessed(host, path, schema, assessed, label) {
  const isAssessed = schema.type === "object";
  const own = `${keyOf(path)}:form`;
  const turn = () => rearrange(host, path, isAssessed ? undefined : { assessed: {} }, own);
  const other = isAssessed ? "The document gives it" : "The document does not give it";
  const hint = schema.description?.replaceAll("`", "") ?? "";
  const field = isAssessed
    ? group(host, path, assessed, label)
    : schema.title === "Date"
      ? dated(host, path, label, hint)
      : line(host, path, label, { hint });
  return make("div", { class: "dl-either" }, field, button(other, turn, { "data-focus": own }));
}

// What is made of a list that comes with the page is made once, however often the form is drawn.
const lists = new WeakMap();
function madeOnce(list, make) {
  if (!lists.has(list)) lists.set(list, make());
  return lists.get(list);
}

function words(host, path, label, schema) {
  const meanings = schema.enumDescriptions ?? [];
  const toWords = (value, index) => [
    value,
    meanings[index] ? `${value}: ${meanings[index]}` : String(value).replaceAll("-", " "),
  ];
  const options = madeOnce(schema.enum, () => schema.enum.map(toWords));
  return choose(host, path, label, options, {
    none: schema.default ? `${String(schema.default)} (default)` : "Choose",
    onchange: (value) => rearrange(host, path, value || undefined, `${keyOf(path)}:field`),
  });
}

// An entry of a registry, or another record: a list to choose from, or, of very many, a field that completes.
export function oneOf(host, path, label, kind, hint = "") {
  const options = optionsIn(host, kind);
  if (options)
    return choose(
      host,
      path,
      label,
      madeOnce(options, () => options.map(shown)),
      {
        onchange: (value) => put(host, path, value || undefined),
      },
    );
  const made = line(host, path, label, { hint });
  made.append(completed(host, kind, made.querySelector("input")));
  return made;
}

function claimsOf(host, path) {
  const keys = keysAt(host, ["claims"]);
  const chosen = () => listAt(host, path);
  if (!keys.length) return null;
  const boxes = keys.map((key) => {
    const box = make("input", { type: "checkbox", "data-focus": `${keyOf(path)}:${key}` });
    box.checked = chosen().includes(key);
    box.onchange = () => {
      const left = keys.filter((each) => (each === key ? box.checked : chosen().includes(each)));
      put(host, path, left.length ? left : undefined);
    };
    return make("label", { class: "dl-tick", title: visible(host.fields.claims[key]?.text ?? "") }, box, visible(key));
  });
  const legend = make("legend", {}, "Claims that give it");
  return make("fieldset", { class: "dl-field dl-ticks", "data-at": keyOf(path) }, legend, ...boxes);
}

function yes(host, path, label, hint) {
  const box = make("input", { type: "checkbox", "data-focus": `${keyOf(path)}:field` });
  box.checked = valueAt(host, path) === true;
  box.onchange = () => put(host, path, box.checked || undefined);
  return make(
    "div",
    { class: "dl-field", "data-at": keyOf(path) },
    make("label", { class: "dl-tick", title: hint }, box, label),
  );
}

export function number(host, path, label, hint = "") {
  const control = make("input", { type: "text", inputmode: "decimal", autocomplete: "off", dir: "ltr" });
  control.value = valueAt(host, path) ?? "";
  control.oninput = () => {
    const typed = control.value.trim();
    const isPlain = /^-?\d+(\.\d+)?$/.test(typed);
    put(host, path, typed ? (isPlain ? Number(typed) : typed) : undefined); // what is no number is told so
  };
  return field(path, label, control, hint);
}

// A date, with what it says in words.
export function dated(host, path, label, hint = "") {
  const made = line(host, path, label, { hint, cols: 22 });
  const said = make("span", { class: "dl-spoken dl-muted", "data-spoken": keyOf(path) });
  made.querySelector("input").after(said);
  return made;
}

function list(host, path, schema, label) {
  const items = resolved(host, schema.items);
  const rows = listAt(host, path);
  if (items.enum)
    return ticks(
      host,
      path,
      label,
      items.enum.map((each) => [each, each.replaceAll("-", " ")]),
      false,
    );
  const add = () =>
    rearrange(
      host,
      path,
      [...rows, items.type === "object" ? begun(path) : ""],
      `${keyOf([...path, rows.length])}:field`,
    );
  const made = rows.map((_, index) => {
    const own = [...path, index];
    const remove = button("Remove", () => drop(host, path, index, `${label} ${index + 1}`), {
      "data-focus": `${keyOf(own)}:remove`,
      "aria-label": `Remove ${label} ${index + 1}`,
    });
    const isGroup = items.type === "object";
    const content = isGroup ? fieldsOf(host, own, items) : [part(host, own, items, `${label} ${index + 1}`)];
    if (!isGroup) content[0].querySelector("label")?.classList.add("dl-hidden");
    return make("li", { class: isGroup ? "dl-row" : "dl-one-value", "data-at": keyOf(own) }, ...content, remove);
  });
  return make(
    "div",
    { class: "dl-field", "data-at": keyOf(path) },
    make("span", { class: "dl-label-line" }, label),
    made.length ? make("ul", {}, made) : null,
    button(`Add to ${label.toLowerCase()}`, add, { "data-focus": `${keyOf(path)}:add` }),
  );
}

export function removeKey(host, path) {
  const above = { ...(valueAt(host, path.slice(0, -1)) ?? {}) };
  delete above[path.at(-1)];
  rearrange(host, path.slice(0, -1), above, `${keyOf(path.slice(0, -1))}:add`, `${path.at(-1)}: removed`);
}

// The name of an entry, in place of what it was; the others stay in their order.
function renameKey(host, path, name) {
  const above = valueAt(host, path.slice(0, -1));
  if (!name || name in above) return host.draw();
  const entries = Object.entries(above).map(([key, each]) => [key === path.at(-1) ? name : key, each]);
  const next = Object.fromEntries(entries);
  if (path[0] === "amounts")
    for (const each of Object.values(next)) if (each?.part_of === path.at(-1)) each.part_of = name;
  rearrange(host, path.slice(0, -1), next, `${keyOf([...path.slice(0, -1), name])}:name`);
}

// The name of an entry, to be typed over.
export function keyName(host, path, label) {
  const name = make("input", { type: "text", "aria-label": label, "data-focus": `${keyOf(path)}:name` });
  name.value = path.at(-1);
  name.onchange = () => renameKey(host, path, name.value.trim());
  return name;
}

function map(host, path, schema, label) {
  const keys = keysAt(host, path);
  const rows = keys.map((key) => {
    const own = [...path, key];
    const name = keyName(host, own, `Name in ${label}`);
    const remove = button("Remove", () => removeKey(host, own), { "aria-label": `Remove ${key}` });
    const head = make("div", { class: "dl-row-head" }, name, remove);
    return make("li", { class: "dl-row", "data-at": keyOf(own) }, head, ...fieldsOf(host, own, resolved(host, schema)));
  });
  const add = () => {
    let key = FREE_KEY;
    for (let count = 2; keys.includes(key); count += 1) key = `${FREE_KEY}-${count}`;
    rearrange(host, [...path, key], {}, `${keyOf([...path, key])}:name`);
  };
  return make(
    "div",
    { class: "dl-field", "data-at": keyOf(path) },
    make("span", { class: "dl-label-line" }, label),
    rows.length ? make("ul", {}, rows) : null,
    button(`Add to ${label.toLowerCase()}`, add, { "data-focus": `${keyOf(path)}:add` }),
  );
}

// What is optional is folded, and open where something stands in it.
function group(host, path, schema, label) {
  const own = `dl-part-${keyOf(path)}`;
  const details = make(
    "details",
    { id: own, class: "dl-part", "data-at": keyOf(path) },
    make("summary", {}, label),
    make("div", {}, ...fieldsOf(host, path, schema)),
  );
  details.open = host.open.has(own) || Object.keys(valueAt(host, path) ?? {}).length > 0;
  details.ontoggle = () => (details.open ? host.open.add(own) : host.open.delete(own));
  return details;
}

// The fields of an object, in the order of its model; `without` some that stand elsewhere.
export function fieldsOf(host, path, schema, without = []) {
  return Object.entries(schema.properties)
    .filter(([name]) => !without.includes(name))
    .map(([name, each]) => part(host, [...path, name], each))
    .filter(Boolean);
}
