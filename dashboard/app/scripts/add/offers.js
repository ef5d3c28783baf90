// What the registry lacks: places of the gazetteer, and places and actors that are made in one line.
import { button, make, muted, visible, words } from "../fields/markup.js";
import { locator } from "./locator.js";
import { picker } from "./options.js";

const option = (value, text) => make("option", { value }, visible(text));

const keyOfOffer = (offer) => `offer-${offer.span.join("-")}`;

// A field of the new entry. What is typed stays while the form is drawn anew, and if it is refused.
function typed(offer, control, name, first) {
  offer.typed ??= {};
  control.value = offer.typed[name] ?? first;
  control.oninput = () => {
    offer.typed[name] = control.value;
  };
  control.dataset.focus = `${keyOfOffer(offer)}:${name}`;
  return control;
}

const text = (label, attributes = {}) =>
  make("input", { type: "text", autocomplete: "off", "aria-label": label, ...attributes });

const country = () => text("Country, two letters", { placeholder: "EC", size: "3", maxlength: "2" });

// One of the registry, which the words call by another name.
function ofTheRegistry(host, offer, label) {
  const { registry } = offer;
  return picker(host, registry, label, (id_chosen) => host.choose(offer, { registry, id_chosen }));
}

const labelled = ([label, ...control]) =>
  make("label", { class: "dl-offered-field" }, make("span", { class: "dl-muted" }, label), ...control);

// The fields, each with its label, and what adds them: the button, or Enter in any of them.
function newEntry(host, offer, label, fields, entry) {
  const { registry } = offer;
  const send = () => host.choose(offer, { registry, entry: entry() });
  const add = button(label, send, { "data-focus": `${keyOfOffer(offer)}:add` });
  const known = registry === "places" ? "Or a place of the registry" : "Or an actor of the registry";
  const other = labelled([known, ...ofTheRegistry(host, offer, known)]);
  const line = make("div", { class: "dl-carriers" }, ...fields.map(labelled), add, other);
  line.onkeydown = (event) => {
    if (event.key !== "Enter" || !event.target.matches("input")) return;
    event.preventDefault();
    send();
  };
  return line;
}

function group(host, offer, label, ...content) {
  const attributes = { class: "dl-add-offer", role: "group", "aria-label": label, "data-offer": offer.span.join("-") };
  const own = make("div", attributes, ...content);
  own.onkeydown = (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    host.offers = host.offers.filter((each) => each !== offer);
    host.lastSaid = "";
    host.draw();
    host.focusText();
  };
  return own;
}

// Places that the words may mean: one press adds one to the registry, and to the event.
export const offerPlaces = (host) =>
  host.offers.filter(({ registry }) => registry === "places").map((offer) => placesOf(host, offer));

function placesOf(host, offer) {
  const rows = offer.places.map((each) => {
    const add = button("Add this place", () => host.choose(offer, { registry: "places", entry: each.fields }), {
      "aria-label": `Add this place: ${each.label} (${each.detail})`,
    });
    const told = make("div", {}, words(each.label), make("span", { class: "dl-muted" }, ` ${each.detail} `), add);
    return make("li", { class: "dl-offered-place" }, locator(each.map), told);
  });
  const found = "The registry does not have this place. From Dateline’s own gazetteer (GeoNames, CC BY 4.0):";
  const described = newPlace(host, offer);
  if (!rows.length)
    return group(
      host,
      offer,
      "Places to add",
      muted("Neither the registry nor the gazetteer has this place."),
      described,
    );
  const other = make("details", {}, make("summary", {}, "Another place"), described);
  other.open = Boolean(offer.typed?.isOpen);
  other.ontoggle = () => {
    offer.typed.isOpen = other.open;
  };
  return group(host, offer, "Places to add", muted(found), make("ul", {}, rows), other);
}

// A place of which nobody else knows: a valley, a camp, a barracks. Without a point only its country is drawn.
function newPlace(host, offer) {
  const name = typed(offer, text("Name of the new place", { dir: "auto" }), "name", offer.new_place ?? "");
  const kinds = host.data.place_precisions.map((each) => option(each, each.replaceAll("-", " ")));
  const precision = typed(
    offer,
    make("select", { "aria-label": "How exactly it is known" }, ...kinds),
    "precision",
    "site",
  );
  const where = typed(offer, country(), "country", "");
  const degrees = { size: "7", inputmode: "text" };
  const latitude = typed(offer, text("Latitude", degrees), "latitude", "");
  const longitude = typed(offer, text("Longitude", degrees), "longitude", "");
  const keep = (id) => {
    source.value = id;
    offer.typed.source = id;
  };
  const [given, ...beside] = picker(host, "sources", "Source of the point", keep);
  const source = typed(offer, given, "source", "");
  const hasPoint = () => Boolean(latitude.value.trim() || longitude.value.trim());
  const number = (value) => (value.trim() !== "" && Number.isFinite(Number(value)) ? Number(value) : value.trim());
  const entry = () => ({
    name: name.value.trim(),
    precision: precision.value,
    ...(where.value.trim() ? { country: where.value.trim().toUpperCase() } : {}),
    ...(latitude.value.trim() ? { latitude: number(latitude.value) } : {}),
    ...(longitude.value.trim() ? { longitude: number(longitude.value) } : {}),
    ...(hasPoint() && source.value ? { sources: [source.value] } : {}),
  });
  const fields = [
    ["Name", name],
    ["How exactly", precision],
    ["Country", where],
    ["Latitude", latitude],
    ["Longitude", longitude],
    ["Source of the point", source, ...beside],
  ];
  return newEntry(host, offer, "Add the new place", fields, entry);
}

// Words such as “July 28” give a date by the day of their source: once that is given, they and all others are read by it.
export const offerDay = (host) =>
  host.offers.filter(({ registry }) => registry === "day").map((offer) => dayOf(host, offer));

function dayOf(host, offer) {
  const label = "Day on which the text was published";
  const day = typed(offer, text(label, { placeholder: "YYYY-MM-DD", size: "12" }), "day", host.data.day_at_top ?? "");
  const add = button("Use this day", () => host.giveDay(offer, day.value), {
    "data-focus": `${keyOfOffer(offer)}:add`,
  });
  const line = make("div", { class: "dl-carriers" }, day, add);
  line.onkeydown = (event) => {
    if (event.key !== "Enter" || !event.target.matches("input")) return;
    event.preventDefault();
    host.giveDay(offer, day.value);
  };
  if (!offer.year_before) {
    const told =
      "These words give a date only by the day of their source, which its description lacks. When was the text published?";
    return group(host, offer, label, muted(told), line);
  }
  const [date, year] = offer.year_before;
  const take = button(`Use ${date}`, () => host.takeYear(offer), { "data-focus": `${keyOfOffer(offer)}:year` });
  const named = muted(["These words have no year. The text names one before them: ", words(`“${visible(year)}”.`)]);
  const quoted = make("span", { class: "dl-muted" }, "The claim then quotes both.");
  const other = offer.lacks_day ? [muted("Or count from the day on which the text was published:"), line] : [];
  return group(host, offer, "Year of the date", named, make("div", { class: "dl-carriers" }, take, quoted), ...other);
}

// A name that the registry does not have: the actor is made in one line, or is one of the registry by another name.
export const offerActors = (host) =>
  host.offers.filter(({ registry }) => registry === "actors").map((offer) => actorOf(host, offer));

function actorOf(host, offer) {
  const kinds = host.data.actor_kinds.map((each) => option(each, each.replaceAll("-", " ")));
  const name = typed(offer, text("Name of the new actor", { dir: "auto" }), "name", offer.new_actor);
  const kind = typed(
    offer,
    make("select", { "aria-label": "Kind of actor" }, ...kinds),
    "kind",
    offer.new_actor_is?.kind ?? host.data.actor_kinds[0],
  );
  const where = typed(offer, country(), "country", offer.new_actor_is?.country ?? "");
  const entry = () => ({
    name: name.value.trim(),
    kind: kind.value,
    ...(where.value.trim() ? { country: where.value.trim().toUpperCase() } : {}),
  });
  return group(
    host,
    offer,
    "Actor to add",
    muted("No actor of the registry has this name."),
    newEntry(
      host,
      offer,
      "Add this actor",
      [
        ["Name", name],
        ["Kind", kind],
        ["Country", where],
      ],
      entry,
    ),
  );
}
