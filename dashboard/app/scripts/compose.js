// Composes a briefing. The draft is the browser's until it is saved: no reload loses it, and no other's change either.
const DRAFTS = "dateline-draft";
const PAUSE_MS = 500;
const REQUIRED = "required"; // see `pages/brief/looked_at.py`

const placeOf = (data) => `${DRAFTS}:${data.workspace}:${data.key}`;
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const isDirty = (host) => !same(host.fields, host.base) || host.id !== host.baseId;

function changed(host) {
  host.number += 1;
  clearTimeout(host.timer);
  host.timer = setTimeout(() => report(host), PAUSE_MS);
  keep(host);
  say(host);
}

function keep(host) {
  const { fields, id, opened, accepts } = host;
  if (isDirty(host) || accepts) localStorage.setItem(placeOf(host.data), JSON.stringify({ fields, id, opened, accepts, at: new Date().toISOString() }));
  else localStorage.removeItem(placeOf(host.data));
}

function kept(data) {
  try {
    return JSON.parse(localStorage.getItem(placeOf(data)));
  } catch {
    return null; // nothing that this page wrote
  }
}

const draftOf = (host) => ({ key: host.data.key, id: host.id, fields: host.fields, opened: host.opened, number: host.number, accepts: host.accepts });

function report(host) {
  clearTimeout(host.timer);
  host.tell(draftOf(host));
}

// Streamlit may mount the form anew at any run: what was written since the page was opened was not left.
const isOfEarlierVisit = (left) => Date.parse(left.at) < performance.timeOrigin;

// The draft of this file: what was left unsaved here, else what the file says.
function begin(host, data) {
  const left = kept(data);
  host.touched.clear();
  host.wantsAll = false;
  Object.assign(host, { key: data.key, base: structuredClone(data.fields ?? {}), baseId: data.id, opened: data.opened, accepts: false, byFilter: null, conflict: false });
  Object.assign(host, { fields: structuredClone(host.base), id: data.key === "+" ? "" : data.id, left: null });
  if (data.key === "+") host.baseId = "";
  if (left && !same(left.fields, data.fields)) {
    Object.assign(host, { fields: left.fields, id: left.id, opened: left.opened, accepts: Boolean(left.accepts), left: isOfEarlierVisit(left) ? left.at : null });
    host.conflict = left.opened !== data.opened && "changed";
    host.number += 1;
    report(host);
  }
}

// What came from the server: another file, this one saved, this one changed by somebody else, or only a new look at it.
function receive(host, data) {
  const before = host.data;
  host.data = data;
  const { saved } = data;
  const isSaved = saved && host.savedNumber !== `${saved.key} ${saved.number} ${saved.opened}` && before && saved.key === host.key;
  if (isSaved) {
    host.savedNumber = `${saved.key} ${saved.number} ${saved.opened}`;
    localStorage.removeItem(placeOf(before));
    const isLater = host.number !== saved.number;
    Object.assign(host, { key: data.key, base: structuredClone(data.fields ?? host.fields), baseId: data.id, opened: saved.opened, id: data.id, accepts: false, left: null, conflict: false });
    if (!isLater) host.fields = structuredClone(host.base);
    keep(host);
    report(host);
    return true;
  }
  if (!before || host.key !== data.key) {
    begin(host, data);
    return true;
  }
  if (data.key === "+") return false;
  const isOther = data.opened !== host.opened;
  if (data.fields && !isDirty(host) && (isOther || !same(data.fields, host.base))) {
    begin(host, data);
    report(host);
    return true;
  }
  const conflict = isOther && (data.fields ? "changed" : data.opened ? "unreadable" : "gone");
  const isNew = host.conflict !== conflict; // what was changed may be as it was again
  host.conflict = conflict;
  return isNew;
}

function say(host) {
  const dirty = isDirty(host) || host.accepts || host.conflict;
  const { data } = host;
  const isNew = data.key === "+";
  const state = data.read_only ? "Read-only: nothing can be saved" : dirty || isNew ? "Not saved. Kept in this browser" : `Saved in ${data.file}`;
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
    const mine = button(data.opened ? "Keep mine: saving overwrites the file" : "Keep mine: saving creates the file again", () => {
      host.opened = data.opened;
      if (!data.fields) host.base = {}; // all of it is to be written
      host.conflict = false;
      keep(host);
      report(host);
      draw(host);
    });
    const since = "since you started. ";
    const told = data.fields ? `${data.file} was changed by somebody else ${since}` : data.opened ? `${data.file} was changed ${since}It cannot be read now: see Data. ` : `${data.file} is gone: somebody renamed or deleted it ${since}`;
    found.push(make("p", { class: "dl-compose-notice", role: "alert" }, told, data.fields ? theirs : null, " ", mine));
  } else if (left) found.push(make("p", { class: "dl-compose-notice", role: "status" }, `Your unsaved changes of ${new Date(left).toLocaleString()} are shown. `, button("Discard them", () => discard(host))));
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
      section(host, "Events", eventsSection(host)),
      section(host, "Bottom line", sentences(host, ["bottom_line"])),
      section(host, "Key judgements", judgements(host)),
      section(host, "Own words at the start of sections", ownWords(host)),
      layout(host),
    ].filter(Boolean),
  );
  showProblems(host);
  say(host);
  const next = active && host.form.querySelector(`[data-focus="${CSS.escape(active)}"]`);
  if (!next) return;
  if (sought) next.value = sought;
  next.focus({ preventScroll: !focus });
  if (typeof selectionStart === "number" && next.matches("input[type=text], textarea")) next.setSelectionRange(selectionStart, selectionStart);
}

// Each problem stands below the field that it belongs to; where that has none of its own, below what holds it.
function showProblems(host) {
  for (const old of host.box.querySelectorAll(".dl-field-problem")) old.remove();
  for (const old of host.form.querySelectorAll("[aria-invalid]")) old.removeAttribute("aria-invalid");
  let lost = 0;
  for (const [path, severity, message, hint] of host.problems) {
    let place = null;
    for (let at = [...path]; !place && at.length; at = at.slice(0, -1)) place = host.form.querySelector(`[data-at="${CSS.escape(keyOf(at))}"]`);
    const isQuiet = message === REQUIRED && !host.wantsAll && !host.touched.has(keyOf(path));
    const word = `${severity[0].toUpperCase()}${severity.slice(1)}`;
    const told = isQuiet ? make("p", { class: "dl-field-problem dl-required" }, "Required") : make("p", { class: `dl-field-problem dl-${severity}` }, make("b", {}, `${word}: `), marked(message), hint ? make("span", { class: "dl-muted" }, ". ", marked(hint[0].toUpperCase() + hint.slice(1))) : null);
    if (!place) {
      lost += 1;
      host.notices.append(told);
      continue;
    }
    place.closest("details")?.setAttribute("open", "");
    const control = place.querySelector(":scope > input, :scope > textarea, :scope > select");
    if (isQuiet) control?.setAttribute("aria-required", "true");
    else control?.setAttribute("aria-invalid", String(severity === "error"));
    const behind = control ?? place.querySelector(":scope > .dl-row-head, :scope > .dl-label-line, :scope > ol, :scope > fieldset");
    if (behind) behind.after(told);
    else place.append(told);
  }
  const [missing, found] = [host.problems.filter(([, , message]) => message === REQUIRED), host.problems.filter(([, , message]) => message !== REQUIRED)];
  const counted = [[missing, "field to fill in", "fields to fill in"], [found, "problem", "problems"]];
  const told = counted.flatMap(([{ length }, one, more]) => (length ? [`${length} ${length === 1 ? one : more}`] : []));
  host.count.textContent = told.join(", ") || "Ready. No problems found";
  host.count.classList.toggle("dl-failed", (host.wantsAll ? host.problems : found).some(([, severity]) => severity === "error"));
}

function prepare(parent) {
  const { box, status } = boxWithStatus(parent);
  box.classList.add("dl-compose");
  const host = { box, status, number: 0, problems: [], open: new Set(), touched: new Set(), wantsAll: false, data: null, key: null, tell: () => {}, press: () => {} };
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
  const offered = JSON.stringify([data.offer, data.fallen, data.texts, data.told, data.id]);
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
