// Composes a briefing. The draft is the browser's until it is saved: no reload loses it, and no other's change either.

import { button, make, visible } from "../fields/markup.js";
import { showProblems } from "../fields/problems.js";
import { boxWithStatus, listenForKeys } from "../page.js";
import { begin, changed, draftOf, isDirty, keep, placeOf, receive, report } from "./draft.js";
import { eventsSection } from "./events.js";
import { about, fallen, judgements, layout, ownWords, section } from "./form.js";
import { preview, previewFrame } from "./preview.js";
import { sentences } from "./sentences.js";

function say(host) {
  const dirty = isDirty(host) || host.accepts || host.conflict;
  const { data } = host;
  const isNew = data.key === "+";
  const state = data.read_only
    ? "Read-only: nothing can be saved"
    : dirty || isNew
      ? "Not saved. Kept in this browser"
      : `Saved in ${data.file}`;
  host.saying.textContent = state;
  host.save.disabled = data.read_only || (!dirty && !isNew);
  host.discard.hidden = !dirty || !data.fields;
  host.box.classList.toggle("dl-dirty", dirty);
}

function save(host) {
  clearTimeout(host.timer);
  host.wantsAll = true; // from now on, what is required and empty is said aloud
  showProblems(host);
  host.press({ what: "save", ...draftOf(host) });
}

function discard(host) {
  localStorage.removeItem(placeOf(host.data));
  begin(host, host.data);
  host.number += 1;
  report(host);
  draw(host);
}

function notices(host) {
  const found = [];
  const { conflict, left, data } = host;
  if (conflict) {
    const theirs = button("Load the current file", () => discard(host));
    const mine = button(
      data.opened ? "Keep mine: saving overwrites the file" : "Keep mine: saving creates the file again",
      () => {
        host.opened = data.opened;
        if (!data.fields) host.base = {}; // all of it is to be written
        host.conflict = false;
        keep(host);
        report(host);
        draw(host);
      },
    );
    const since = "since you started. ";
    const told = data.fields
      ? `${data.file} was changed by somebody else ${since}`
      : data.opened
        ? `${data.file} was changed ${since}It cannot be read now: see Data. `
        : `${data.file} is gone: somebody renamed or deleted it ${since}`;
    found.push(make("p", { class: "dl-compose-notice", role: "alert" }, told, data.fields ? theirs : null, " ", mine));
  } else if (left)
    found.push(
      make(
        "p",
        { class: "dl-compose-notice", role: "status" },
        `Your unsaved changes of ${new Date(left).toLocaleString()} are shown. `,
        button("Discard them", () => discard(host)),
      ),
    );
  if (data.told) found.push(make("p", { class: "dl-compose-notice", role: "status" }, visible(data.told)));
  return found;
}

function draw(host, focus = null) {
  host.isLate = Boolean(host.dragged);
  if (host.isLate) return; // a row that is under way would be dropped: drawn when it has arrived
  const active = focus ?? (host.form.contains(document.activeElement) ? document.activeElement.dataset.focus : null);
  const { selectionStart, value } = (!focus && document.activeElement) || {};
  const sought = !focus && document.activeElement?.matches("[role=combobox]") ? value : "";
  host.notices.replaceChildren(...notices(host));
  host.form.replaceChildren(
    ...[
      fallen(host),
      about(host),
      section("Events", eventsSection(host)),
      section("Bottom line", sentences(host, ["bottom_line"])),
      section("Key judgements", judgements(host)),
      section("Own words at the start of sections", ownWords(host)),
      layout(host),
    ].filter(Boolean),
  );
  showProblems(host);
  say(host);
  const next = active && host.form.querySelector(`[data-focus="${CSS.escape(active)}"]`);
  if (!next) return;
  if (sought) next.value = sought;
  next.focus({ preventScroll: !focus });
  if (typeof selectionStart === "number" && next.matches("input[type=text], textarea"))
    next.setSelectionRange(selectionStart, selectionStart);
}

function prepare(parent) {
  const { box, status } = boxWithStatus(parent);
  box.classList.add("dl-compose");
  const host = {
    box,
    status,
    number: 0,
    problems: [],
    open: new Set(),
    touched: new Set(),
    wantsAll: false,
    data: null,
    key: null,
    tell: () => {},
    press: () => {},
  };
  Object.assign(host, { changed: () => changed(host), say: () => say(host), draw: (focus) => draw(host, focus) });
  host.saying = make("span", { class: "dl-muted", role: "status" });
  host.count = make("span", { class: "dl-muted dl-problem-count", role: "status" });
  host.save = make("button", { type: "button", class: "dl-save", onclick: () => save(host) }, "Save");
  host.discard = button("Discard changes", () => discard(host));
  host.notices = make("div", { class: "dl-notices" });
  host.form = make("form", { class: "dl-compose-form", onsubmit: (event) => event.preventDefault() });
  const head = make("div", { class: "dl-compose-head" }, host.save, host.saying, host.count, host.discard);
  box.append(head, host.notices, make("div", { class: "dl-compose-columns" }, host.form, previewFrame(host)));
  listenForKeys(host, (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      if (!host.save.disabled) save(host);
    }
  });
  return host;
}

export default function ({ data: [data], parentElement, setStateValue, setTriggerValue }) {
  const host = (parentElement.dateline ??= prepare(parentElement));
  host.tell = (draft) => setStateValue("draft", draft);
  host.press = (what) => setTriggerValue("pressed", what);
  const offered = JSON.stringify([data.offer, data.fallen, data.texts, data.overdue, data.told, data.id]);
  const isNew = receive(host, data);
  if (data.number >= host.number || isNew) host.problems = data.problems;
  // What can be chosen has changed: drawn anew, with the focus and what is typed kept.
  if (isNew || host.offered !== offered) draw(host);
  else showProblems(host);
  host.offered = offered;
  if (data.preview) preview(host, data.preview);
  say(host);
  return () =>
    setTimeout(() => {
      if (host.box.isConnected) return;
      host.fitting.disconnect();
      document.removeEventListener("keydown", host.onKey);
    });
}
