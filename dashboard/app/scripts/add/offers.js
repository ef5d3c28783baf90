// What the registry lacks: places of the gazetteer, and places and actors that are made in one line.
import { button, make, muted, visible, words } from "../fields/markup.js";
import { locator } from "./locator.js";

const option = (value, text) => make("option", { value }, visible(text));

// A field of the new entry. What is typed stays while the form is drawn anew, and if it is refused.
function typed(host, control, name, first) {
  host.offer.typed ??= {};
  control.value = host.offer.typed[name] ?? first;
  control.oninput = () => {
    host.offer.typed[name] = control.value;
  };
  control.dataset.focus = `offer:${name}`;
  return control;
}

const text = (label, attributes = {}) =>
  make("input", { type: "text", autocomplete: "off", "aria-label": label, ...attributes });

const country = () => text("Country, two letters", { placeholder: "EC", size: "3", maxlength: "2" });

// One of the registry, which the words call by another name.
function ofTheRegistry(host, registry, label) {
  const known = make(
    "select",
    { "aria-label": label },
    option("", "Or choose one of the registry"),
    ...host.data.options[registry].map(([id, name]) => option(id, name)),
  );
  known.onchange = () => known.value && host.choose({ registry, id_chosen: known.value });
  return known;
}

// The fields in one line, and what adds them: the button, or Enter in any of them.
function newEntry(host, registry, label, fields, entry) {
  const send = () => host.choose({ registry, entry: entry() });
  const add = button(label, send, { "data-focus": "offer:add" });
  const other = ofTheRegistry(
    host,
    registry,
    registry === "places" ? "Or a place of the registry" : "Or an actor of the registry",
  );
  const line = make("div", { class: "dl-carriers" }, ...fields, add, other);
  line.onkeydown = (event) => {
    if (event.key !== "Enter" || !event.target.matches("input")) return;
    event.preventDefault();
    send();
  };
  return line;
}

function group(host, label, ...content) {
  const own = make("div", { class: "dl-add-offer", role: "group", "aria-label": label }, ...content);
  own.onkeydown = (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    host.offer = null;
    host.draw();
    host.focusText();
  };
  return own;
}

// Places that the words may mean: one press adds one to the registry, and to the event.
export function offerPlaces(host) {
  if (!host.offer?.places?.length && !host.offer?.new_place) return null;
  const rows = host.offer.places.map((each) => {
    const add = button("Add this place", () => host.choose({ registry: "places", entry: each.fields }), {
      "aria-label": `Add ${each.label} (${each.detail})`,
    });
    const told = make("div", {}, words(each.label), make("span", { class: "dl-muted" }, ` ${each.detail} `), add);
    return make("li", { class: "dl-offered-place" }, locator(each.map), told);
  });
  const found = "The registry does not have this place. From Dateline’s own gazetteer (GeoNames, CC BY 4.0):";
  const described = newPlace(host);
  if (!rows.length)
    return group(host, "Places to add", muted("Neither the registry nor the gazetteer has this place."), described);
  const other = make("details", {}, make("summary", {}, "Another place"), described);
  other.open = Boolean(host.offer.typed?.isOpen);
  other.ontoggle = () => {
    host.offer.typed.isOpen = other.open;
  };
  return group(host, "Places to add", muted(found), make("ul", {}, rows), other);
}

// A place of which nobody else knows: a valley, a camp, a barracks. Without a point only its country is drawn.
function newPlace(host) {
  const name = typed(host, text("Name of the new place", { dir: "auto" }), "name", host.offer.new_place ?? "");
  const kinds = host.data.place_precisions.map((each) => option(each, each.replaceAll("-", " ")));
  const precision = typed(
    host,
    make("select", { "aria-label": "How exactly it is known" }, ...kinds),
    "precision",
    "site",
  );
  const where = typed(host, country(), "country", "");
  const degrees = { size: "7", inputmode: "text" };
  const latitude = typed(host, text("Latitude", { ...degrees, placeholder: "Latitude" }), "latitude", "");
  const longitude = typed(host, text("Longitude", { ...degrees, placeholder: "Longitude" }), "longitude", "");
  const number = (value) => (value.trim() !== "" && Number.isFinite(Number(value)) ? Number(value) : value.trim());
  const entry = () => ({
    name: name.value.trim(),
    precision: precision.value,
    ...(where.value.trim() ? { country: where.value.trim().toUpperCase() } : {}),
    ...(latitude.value.trim() ? { latitude: number(latitude.value) } : {}),
    ...(longitude.value.trim() ? { longitude: number(longitude.value) } : {}),
  });
  return newEntry(host, "places", "Add the new place", [name, precision, where, latitude, longitude], entry);
}

// A name that the registry does not have: the actor is made in one line, or is one of the registry by another name.
export function offerActor(host) {
  const offered = host.offer?.new_actor;
  if (!offered) return null;
  const kinds = host.data.actor_kinds.map((each) => option(each, each.replaceAll("-", " ")));
  const name = typed(host, text("Name of the new actor", { dir: "auto" }), "name", offered);
  const kind = typed(
    host,
    make("select", { "aria-label": "Kind of actor" }, ...kinds),
    "kind",
    host.data.actor_kinds[0],
  );
  const where = typed(host, country(), "country", "");
  const entry = () => ({
    name: name.value.trim(),
    kind: kind.value,
    ...(where.value.trim() ? { country: where.value.trim().toUpperCase() } : {}),
  });
  return group(
    host,
    "Actor to add",
    muted("No actor of the registry has this name."),
    newEntry(host, "actors", "Add this actor", [name, kind, where], entry),
  );
}
