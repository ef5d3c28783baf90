// Which events the briefing tells of: named, in an order, or whatever a filter lets through.
import { line } from "../fields/fields.js";
import { button, make, words } from "../fields/markup.js";
import { drop, keyOf, letBeDragged, listAt, moves, rearrange, valueAt } from "../fields/rows.js";

const SELECTION = ["selection"];
const NAMED = ["selection", "events"];

const isFilter = (host) =>
  !valueAt(host, NAMED)?.length &&
  ["show", "from", "to", "words"].some((key) => valueAt(host, ["selection", key])?.length);

export function eventsSection(host) {
  const filtered = host.byFilter ?? isFilter(host);
  const switchTo = (byFilter) => {
    host.byFilter = byFilter;
    const { offer } = host.data;
    const named = byFilter ? [] : offer.told;
    rearrange(host, SELECTION, byFilter ? { ...offer.filters.given } : { events: [...named] }, `selection:${byFilter}`);
  };
  const way = (byFilter, label) => {
    const control = make("input", { type: "radio", name: "dl-selection", "data-focus": `selection:${byFilter}` });
    control.checked = filtered === byFilter;
    control.onchange = () => switchTo(byFilter);
    return make("label", { class: "dl-tick" }, control, label);
  };
  const ways = make(
    "fieldset",
    { class: "dl-ticks" },
    make("legend", { class: "dl-hidden" }, "How events are chosen"),
    way(false, "Hand-picked, in this order"),
    way(true, "Events matching a filter"),
  );
  return make("div", { "data-at": "selection" }, ways, filtered ? byFilter(host) : byName(host));
}

function titleOf(host, id) {
  return host.data.offer.events[id] ?? [`There is no event ${id}`, ""];
}

function byName(host) {
  const chosen = listAt(host, NAMED);
  const rows = chosen.map((id, index) => {
    const [title, date] = titleOf(host, id);
    const handle = make("span", { class: "dl-handle", "aria-hidden": "true" }, "⠿");
    const row = make(
      "li",
      { class: "dl-chosen-event", "data-at": keyOf([...NAMED, index]) },
      handle,
      make("span", { class: "dl-when" }, date),
      words(title, { class: "dl-event-title" }),
      moves(host, NAMED, index, title),
    );
    return letBeDragged(host, row, NAMED, index, title);
  });
  const hint =
    rows.length > 1
      ? make(
          "p",
          { class: "dl-muted dl-hint" },
          "To reorder, drag a row, press its arrows, or press Alt with an arrow key in it",
        )
      : null;
  const none = rows.length ? null : make("p", { class: "dl-muted" }, "No events chosen yet.");
  return make(
    "div",
    { "data-at": keyOf(NAMED) },
    make("ol", { class: "dl-chosen-events" }, rows),
    none,
    hint,
    offered(host, chosen),
  );
}

// What the page's filters show and the briefing does not tell of yet.
function offered(host, chosen) {
  const { shown, more } = host.data.offer;
  const left = shown.filter((id) => !chosen.includes(id));
  const add = (ids, focus) =>
    rearrange(
      host,
      NAMED,
      [...chosen, ...ids],
      focus,
      ids.length === 1 ? `${titleOf(host, ids[0])[0]}: added, ${chosen.length + 1} chosen` : `${ids.length} added`,
    );
  const rows = left.map((id, index) => {
    const [title, date] = titleOf(host, id);
    const next = left[index + 1] ?? left[index - 1];
    const pick = button("Add", () => add([id], next ? `offer:${next}` : `${keyOf(NAMED)}:add`), {
      "aria-label": `Add: ${title}`,
      "data-focus": `offer:${id}`,
    });
    return make("li", {}, make("span", { class: "dl-when" }, date), words(title, { class: "dl-event-title" }), pick);
  });
  const all =
    left.length > 1
      ? button(`Add all ${left.length}`, () => add(left, `${keyOf(NAMED)}:add`), {
          "data-focus": `${keyOf(NAMED)}:add`,
        })
      : null;
  const head = make(
    "p",
    { class: "dl-offer-head" },
    make(
      "span",
      { class: "dl-muted" },
      left.length ? "Shown by the filters above, not yet chosen" : "All events shown by the filters above are chosen",
    ),
    all,
  );
  const rest = more
    ? make("p", { class: "dl-muted" }, `${more} more are shown by the filters: narrow them to find these here.`)
    : null;
  return make(
    "div",
    { class: "dl-offer" },
    head,
    left.length ? make("ul", { tabindex: "0", "aria-label": "Events that can be added" }, rows) : null,
    rest,
  );
}

function byFilter(host) {
  const { filters, matching } = host.data.offer;
  const path = [...SELECTION, "show"];
  const rows = listAt(host, path).map((show, index) => {
    const name = filters.names[show] ?? show;
    const away = button("×", () => drop(host, path, index, name), {
      class: "dl-nudge",
      "aria-label": `Remove: ${name}`,
      "data-focus": `${keyOf([...path, index])}:remove`,
    });
    return make("li", { "data-at": keyOf([...path, index]) }, words(name), away);
  });
  const take = () => rearrange(host, SELECTION, { ...filters.given }, "selection:take", "The page’s filters are used");
  const takeOver = button("Use the filters set above", take, {
    "data-focus": "selection:take",
    disabled: !filters.are_set,
  });
  const count = make(
    "p",
    { class: "dl-muted" },
    `${matching.toLocaleString("en")} ${matching === 1 ? "event matches" : "events match"}, by date.`,
  );
  const range = make(
    "div",
    { class: "dl-carriers" },
    line(host, [...SELECTION, "from"], "From", { cols: 14 }),
    line(host, [...SELECTION, "to"], "To", { cols: 14 }),
    line(host, [...SELECTION, "words"], "Words in the event", { cols: 22 }),
  );
  return make("div", { class: "dl-by-filter" }, make("ul", { "data-at": keyOf(path) }, rows), takeOver, range, count);
}
