// The form of an event: what every event needs first, in the order in which an analyst asks; the rest is folded.
import { area, line } from "../fields/fields.js";
import { initialsLine, knownInitials } from "../fields/initials.js";
import { button, make, muted, visible } from "../fields/markup.js";
import { drop, keyOf, listAt, rearrange, valueAt } from "../fields/rows.js";
import { joinField } from "./join.js";
import { namesToAdd } from "./names.js";
import { offerActors, offerDay, offerPlaces } from "./offers.js";
import { completed } from "./options.js";
import { dated, fieldsOf, keyName, keysAt, number, oneOf, part, removeKey, resolved } from "./schema.js";

const FIRST = ["title", "claims", "when", "where", "who", "amounts"];
const NOT_QUOTED = ["kind", "by", "by_as_reported", "text", "quotes"];

const DATES = ["2025-09-04,", "2025-09,", "2009,", "2025-09-04/2025-09-06,", "2009~"];
const dateExamples = () => DATES.flatMap((each) => [make("span", { class: "dl-whole" }, each), " "]); // lines end between

const property = (host, name) => resolved(host, host.data.schema.properties[name]);
const entryOf = (host, name) => resolved(host, Object.values(property(host, name).patternProperties)[0]);

function section(title, key, ...content) {
  const head = make("h2", {}, title, key ? make("kbd", {}, key) : null);
  return make("section", { "aria-label": title, class: "dl-add-section" }, head, make("div", {}, ...content));
}

function more(host, path, label, content) {
  const own = `dl-more-${keyOf(path)}`;
  const details = make("details", { id: own, class: "dl-part" }, make("summary", {}, label), ...content);
  details.open = host.open.has(own);
  details.ontoggle = () => (details.open ? host.open.add(own) : host.open.delete(own));
  return details;
}

function claims(host) {
  const schema = entryOf(host, "claims");
  const rows = keysAt(host, ["claims"]).map((key) => {
    const path = ["claims", key];
    const quotes = listAt(host, [...path, "quotes"]).map((quote, index) =>
      make(
        "li",
        { "data-at": keyOf([...path, "quotes", index]) },
        make("q", { class: "dl-draft-quote", dir: "auto" }, visible(quote.exact ?? "")),
        quote.source === host.data.source ? null : make("code", {}, visible(quote.source ?? "")),
        button("Remove", () => drop(host, [...path, "quotes"], index, `Quote ${index + 1}`), {
          "aria-label": `Remove quote ${index + 1} of ${key}`,
        }),
      ),
    );
    const head = make(
      "div",
      { class: "dl-row-head" },
      make("code", {}, visible(key)),
      button("Remove claim", () => removeClaim(host, key), { "aria-label": `Remove claim ${key}` }),
    );
    const said = make(
      "div",
      { class: "dl-carriers" },
      part(host, [...path, "kind"], schema.properties.kind),
      part(host, [...path, "by"], schema.properties.by, "Who says it"),
      valueAt(host, [...path, "by_as_reported"]) === undefined
        ? null
        : line(host, [...path, "by_as_reported"], "Who says it, in the source’s words"),
    );
    return make(
      "li",
      { class: "dl-row", "data-at": keyOf(path) },
      head,
      area(host, [...path, "text"], "Claim"),
      make("ul", { class: "dl-draft-quotes", "data-at": keyOf([...path, "quotes"]) }, quotes),
      said,
      more(host, path, "More of this claim", fieldsOf(host, path, schema, NOT_QUOTED)),
    );
  });
  const names = host.data.names?.in_sight.length
    ? " N selects the next underlined name, which the registry knows."
    : "";
  const none = muted(`Select words in the text, then press C. Every other field is carried by a claim.${names}`);
  return section("Claims", "C", make("div", { "data-at": "claims" }, rows.length ? make("ol", {}, rows) : none));
}

// A claim goes, and with it what only it carried: a date, a place, an actor or an amount without a claim says nothing.
function removeClaim(host, key) {
  const isAlone = (value) =>
    Array.isArray(value?.claims) && value.claims.includes(key) && value.claims.every((each) => each === key);
  const without = (value) => {
    if (Array.isArray(value)) return value.filter((each) => !isAlone(each)).map(without);
    if (!value || typeof value !== "object") return value;
    const found = {};
    for (const [name, each] of Object.entries(value)) {
      if (name === "claims" && Array.isArray(each)) found[name] = each.filter((one) => one !== key);
      else if (!isAlone(each)) found[name] = without(each);
      else if (each.assessed) found[name] = { assessed: each.assessed }; // the team’s own stays
    }
    return found;
  };
  const fields = without(host.fields);
  const { [key]: _gone, ...left } = fields.claims;
  host.fields = { ...fields, claims: left };
  host.touched.add("claims");
  host.changed();
  host.problems = [];
  host.draw();
  host.status.textContent = `${key}: removed, and what only it carried. Undo brings it back`;
}

function when(host) {
  const schema = property(host, "when");
  return section(
    "When",
    "W",
    dated(host, ["when", "reported"], "Date as reported", dateExamples()),
    offerDay(host),
    valueAt(host, ["when", "as_reported"]) === undefined
      ? null
      : line(host, ["when", "as_reported"], "In the source’s words"),
    part(host, ["when", "claims"], schema.properties.claims),
    more(
      host,
      ["when"],
      "More about the date",
      fieldsOf(host, ["when"], schema, ["reported", "as_reported", "claims"]),
    ),
  );
}

function where(host) {
  const schema = property(host, "where");
  const others = ["reported", "as_reported", "claims"];
  return section(
    "Where",
    "L",
    oneOf(host, ["where", "reported"], "Place as reported", "places"),
    valueAt(host, ["where", "as_reported"]) === undefined && !valueAt(host, ["where", "reported"])
      ? null
      : line(host, ["where", "as_reported"], "In the source’s words, if they name it in another way"),
    part(host, ["where", "claims"], schema.properties.claims),
    offerPlaces(host),
    valueAt(host, ["where", "reported"]) ? null : namesToAdd(host, "places"),
    more(host, ["where"], "More about the place", fieldsOf(host, ["where"], schema, others)),
  );
}

function who(host) {
  const schema = resolved(host, property(host, "who").items);
  const rows = listAt(host, ["who"]).map((_, index) => {
    const path = ["who", index];
    const name = `actor ${index + 1}`;
    return make(
      "li",
      { class: "dl-row", "data-at": keyOf(path) },
      make(
        "div",
        { class: "dl-carriers" },
        part(host, [...path, "role"], schema.properties.role),
        oneOf(host, [...path, "actor"], "Actor", "actors"),
        button("Remove", () => drop(host, ["who"], index, name), { "aria-label": `Remove ${name}` }),
      ),
      part(host, [...path, "claims"], schema.properties.claims),
      more(host, path, "More about this actor", fieldsOf(host, path, schema, ["actor", "role", "claims"])),
    );
  });
  const add = () => rearrange(host, ["who"], [...listAt(host, ["who"]), {}], `who/${rows.length}/role:field`);
  return section(
    "Who",
    "A",
    make("div", { "data-at": "who" }, rows.length ? make("ol", {}, rows) : null),
    offerActors(host),
    namesToAdd(host, "actors"),
    button("Add an actor without words", add, { "data-focus": "who:add" }),
  );
}

function amounts(host) {
  const schema = entryOf(host, "amounts");
  const quantity = resolved(host, schema.properties.reported);
  const rows = keysAt(host, ["amounts"]).map((key) => {
    const path = ["amounts", key];
    const own = [...path, "reported"];
    return make(
      "li",
      { class: "dl-row", "data-at": keyOf(path) },
      make(
        "div",
        { class: "dl-row-head" },
        keyName(host, path, `Name of amount ${key}`),
        button("Remove", () => removeKey(host, path), { "aria-label": `Remove amount ${key}` }),
      ),
      make(
        "div",
        { class: "dl-carriers", "data-at": keyOf(own) },
        number(host, [...own, "value"], "Number"),
        number(host, [...own, "to"], "To"),
        line(host, [...own, "currency"], "Currency", { cols: 6 }),
        line(host, [...own, "unit"], "What is counted", { cols: 16 }),
        part(host, [...own, "qualifier"], quantity.properties.qualifier),
      ),
      valueAt(host, [...path, "as_reported"]) === undefined
        ? null
        : line(host, [...path, "as_reported"], "In the source’s words"),
      part(host, [...path, "claims"], schema.properties.claims),
      more(host, path, "More about this amount", fieldsOf(host, path, schema, ["reported", "as_reported", "claims"])),
    );
  });
  const none = muted("Money or a number that the text gives. Optional.");
  return section("How much", "M", make("div", { "data-at": "amounts" }, rows.length ? make("ol", {}, rows) : none));
}

function rest(host) {
  return make(
    "details",
    { class: "dl-part dl-more-fields", id: "dl-more-fields" },
    make(
      "summary",
      {},
      "More fields",
      make("span", { class: "dl-muted" }, " type, threads, commitment, relations, and others"),
    ),
    ...fieldsOf(host, [], host.data.schema, host.data.record ? [...FIRST, "review"] : FIRST),
  );
}

function file(host) {
  const own = (name, label, placeholder) => {
    const control = make("input", {
      type: "text",
      autocomplete: "off",
      spellcheck: "false",
      placeholder,
      "aria-label": label,
      "data-focus": `${name}:field`,
    });
    control.value = host[name];
    control.oninput = () => {
      host[name] = control.value;
      host.changed();
    };
    const folders = name === "folder" ? completed(host, "folders", control) : null;
    return make("div", { class: "dl-field", "data-at": name }, make("label", {}, label, control), folders);
  };
  return section(
    "File",
    null,
    make("div", { class: "dl-carriers" }, own("folder", "Folder", host.data.folder), own("id", "Name", host.data.id)),
    muted("The name is made of the title now, and does not follow it later."),
    joinField(host),
  );
}

// The file's text, which can be written by hand as well.
function yaml(host) {
  const own = "dl-add-yaml";
  const text = make("textarea", {
    spellcheck: "false",
    dir: "ltr",
    "aria-label": host.data.record ? "YAML of the record" : "YAML of the event",
    "data-focus": "yaml:field",
  });
  text.value = host.data.yaml;
  text.oninput = () => text.classList.add("dl-typed");
  const use = button("Use this text", () => host.useYaml(text.value), { "data-focus": "yaml:use" });
  const told = host.data.record ? muted("Comments in the file stay. Comments that you write here are not kept.") : null;
  const head = make("summary", {}, "YAML");
  const details = make("details", { id: own, class: "dl-part dl-add-yaml" }, head, told, text, use);
  details.open = host.open.has(own);
  details.ontoggle = () => (details.open ? host.open.add(own) : host.open.delete(own));
  return details;
}

export function eventForm(host) {
  const title = section("Title", null, area(host, ["title"], "A headline in your own words"));
  const folded = rest(host);
  folded.open = host.open.has(folded.id);
  folded.ontoggle = () => (folded.open ? host.open.add(folded.id) : host.open.delete(folded.id));
  const first = [title, claims(host), when(host), where(host), who(host), amounts(host)];
  return host.data.record ? [...first, review(host), folded, yaml(host)] : [...first, folded, file(host), yaml(host)];
}

// Whether somebody has looked at the event, and who.
function review(host) {
  const schema = property(host, "review");
  const path = ["review"];
  const now = valueAt(host, path);
  const status = part(host, [...path, "status"], schema.properties.status);
  status.querySelector("select").onchange = (event) => {
    const by = now?.by ?? knownInitials();
    const next = { ...now, status: event.target.value || undefined, on: host.data.today, ...(by ? { by } : {}) };
    rearrange(host, path, next.status ? next : undefined, "review/status:field");
  };
  const by = initialsLine(host, [...path, "by"]);
  const own = make("div", { class: "dl-carriers" }, status, by, part(host, [...path, "on"], schema.properties.on));
  return section("Review", null, own, ...fieldsOf(host, path, schema, ["status", "by", "on"]));
}

// Any other record: its fields in the order of its model.
export function recordForm(host) {
  const { schema, kind } = host.data;
  const without = kind === "source" ? ["text"] : []; // its hash follows the stored text
  const own = make("div", { class: "dl-record-fields" }, ...fieldsOf(host, [], resolved(host, schema), without));
  return [own, yaml(host)];
}
