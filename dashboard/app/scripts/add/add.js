// Writes an event beside the text that it is made of: words are selected first, and then said to be what they are.
import { button, make, visible, words } from "../fields/markup.js";
import { showProblems } from "../fields/problems.js";
import { keyOf } from "../fields/rows.js";
import { boxWithStatus, isTyped, listenForKeys, root } from "../page.js";
import { choicesOf } from "./choices.js";
import { begin, changed, registryOf, reportIfLost, take, undo } from "./draft.js";
import { showChanges, showConflict } from "./edit.js";
import { eventForm, recordForm } from "./event_form.js";
import { forgetNames, nameAt, selectNextName, selectPressedName, underlineNames } from "./names.js";
import { fitBelowBar, showInForm } from "./pane.js";
import { goOn, press } from "./press_queue.js";
import { drawProposals, forgetProposals, proposalKey } from "./proposals.js";
import { highlight, rangesOf, selectedSpan, selectionBar, unhighlight } from "./selection.js";

// A field undoes its own letters; a list and a box to tick undo nothing.
const undoesItself = (target) => isTyped(target) && !target.matches?.("select, input[type=checkbox]");

function say(host) {
  const isEmpty = !Object.keys(host.fields).length;
  const isClean = host.data?.record && host.number === host.clean;
  const nothingYet = host.data?.record ? "Nothing changed yet" : "Select words in the text";
  host.saying.textContent = host.lastSaid || (isEmpty || isClean ? nothingYet : "Draft kept");
  if (host.isLate) host.saying.textContent = "Dateline does not answer yet. Your draft is kept in this browser";
  if (host.data && host.data.number < host.number) host.count.textContent = "Checking …";
  host.save.disabled = isEmpty || isClean || host.form.inert;
  host.discard.hidden = isEmpty || isClean;
  host.undo.hidden = !host.past?.length;
  const doubt = host.data?.conflict ? ["The file was changed on the disk", null] : host.doubles;
  host.doubt.hidden = !doubt || host.isNoticeInSight; // at the top it is told with what can be done
  if (doubt) host.doubtWords.replaceChildren(doubt[0], doubt[1] ? make("b", { dir: "auto" }, visible(doubt[1])) : "");
  host.commit.hidden = !host.data?.can_commit || Boolean(host.data.record);
  host.discard.setAttribute("aria-label", host.data?.record ? "Discard changes" : "Discard the draft");
  if (host.data?.record) showChanges(host, isClean);
}

function speak(host) {
  for (const each of host.form.querySelectorAll("[data-spoken]"))
    each.textContent = host.data.spoken[each.dataset.spoken] ?? "";
}

// What was done; and which events this one may be: its claims can be added to one of them instead.
function notices(host) {
  const { told, saved, alike } = host.data;
  const found = [];
  if (told) {
    const link =
      saved && make("a", { href: new URL(`?event=${encodeURIComponent(saved)}`, root()).href }, "Show the event");
    found.push(make("p", { class: "dl-compose-notice", role: "status" }, visible(told), " ", link));
  }
  const doubles = Object.keys(host.fields).length ? alike : [];
  host.doubles = doubles.length ? ["Looks like ", doubles[0][1]] : null;
  for (const [id, title, shares] of doubles) {
    const join = button("Add as a claim of that event", () =>
      press(host, { what: "join", event: id, commit: host.commits }),
    );
    const what = make(
      "p",
      {},
      "Looks like ",
      make("b", {}, words(title)),
      make("span", { class: "dl-muted" }, ` ${shares}`),
    );
    found.push(make("div", { class: "dl-add-alike", role: "status" }, what, join));
  }
  if (host.data.can_undo && host.number === host.clean)
    found.push(
      button("Undo the last save", () => press(host, { what: "undo", commit: host.commits }), {
        "data-focus": "undo-save",
      }),
    );
  if (host.data.conflict) found.push(showConflict(host));
  host.notices.replaceChildren(...found);
}

function draw(host, focus = null) {
  const active = document.activeElement;
  const own = focus ?? (host.form.contains(active) ? active.dataset.focus : null);
  const { selectionStart } = (!focus && active) || {};
  notices(host);
  host.form.replaceChildren(...(host.data.kind && host.data.kind !== "event" ? recordForm(host) : eventForm(host)));
  showProblems(host);
  speak(host);
  say(host);
  const next = own && host.form.querySelector(`[data-focus="${CSS.escape(own)}"]`);
  if (!next) return;
  next.focus({ preventScroll: !focus });
  if (!focus && typeof selectionStart === "number" && next.matches("input[type=text], textarea"))
    next.setSelectionRange(selectionStart, selectionStart);
}

// On a phone the form stands below the text, and the text stays in sight: its foot says what was done.
const BELOW = "(max-width: 1000px)";
function showWords(span) {
  const [range] = Number.isInteger(span?.[0]) ? rangesOf(span) : [];
  range?.startContainer.parentElement.scrollIntoView({ block: "nearest" });
}

// Between the two, where one stands below the other: to the form until that is in sight, then back to the text.
function jumpButton(host) {
  const jump = button("To the form", () => {
    const isThere = jump.dataset.to === "text";
    (isThere ? textOf(host) : host.box).scrollIntoView({ block: "start" });
    if (isThere) host.focusText();
    else host.form.querySelector("input, textarea, select")?.focus({ preventScroll: true });
  });
  jump.classList.add("dl-add-jump");
  new IntersectionObserver(
    (seen) => {
      jump.dataset.to = seen.at(-1).isIntersecting ? "text" : "form";
      jump.textContent = `To the ${jump.dataset.to}`;
      jump.hidden = !textOf(host); // what has no text beside it is a form alone
    },
    { rootMargin: "0px 0px -50% 0px" },
  ).observe(host.box);
  return jump;
}

// What was made of the words: the field is in sight, the words let go, and what was done is said.
function showAnswer(host, answer) {
  host.status.textContent = answer.said || host.data.told || "";
  if (host.data.told) {
    const wrong = !answer.saved && host.wantsAll && host.form.querySelector("[aria-invalid=true]");
    showInForm(wrong ? wrong.closest(".dl-row, .dl-field") : host.notices);
    if (wrong) host.lastSaid = host.data.told; // at the foot, which is always in sight
    if (wrong) wrong.focus({ preventScroll: true });
    else goOnInText(host);
    return;
  }
  const now = selectedSpan(host.source);
  const isSame = now && now.start === answer.span?.[0] && now.end === answer.span?.[1]; // and not the next words already
  const isOffer = registryOf(answer) !== null;
  if (!isOffer && isSame) document.getSelection().collapseToStart(); // arrows go on from there
  const offered = isOffer && host.form.querySelector(`.dl-add-offer[data-offer="${answer.span.join("-")}"]`);
  if (offered) {
    showInForm(offered.closest(".dl-add-section"));
    offered.querySelector("button, input")?.focus({ preventScroll: true });
    return;
  }
  const steps = (answer.focus ?? "").split("/");
  let place = null;
  for (let at = steps; !place && at.length; at = at.slice(0, -1))
    place = host.form.querySelector(`[data-at="${CSS.escape(keyOf(at))}"]`);
  if (matchMedia(BELOW).matches) showWords(answer.span);
  else if (place) showInForm(place);
  goOnInText(host);
}

const textOf = (host) => document.querySelector(`.dl-to-select[data-source="${CSS.escape(host.source ?? "")}"]`);

// What was pressed may be gone, or could not be pressed while the server wrote: the keyboard goes on where it came from,
// else in the text, else at what saves.
function goOnInText(host) {
  const active = document.activeElement;
  if (active && active !== document.body && active.isConnected && !active.disabled) return;
  host.form.inert = false;
  const own = host.from && host.form.querySelector(`[data-focus="${CSS.escape(host.from)}"]`);
  const next = [own, textOf(host), host.save, host.form.querySelector("input, textarea, select")];
  next.find((each) => each && !each.disabled)?.focus({ preventScroll: true });
}

// This tab of the browser, by a name that a reload keeps.
function writerOf() {
  const key = "dateline-writer";
  const name = sessionStorage.getItem(key) ?? crypto.randomUUID?.() ?? String(Math.random());
  sessionStorage.setItem(key, name);
  return name;
}

function prepare(parent) {
  const { box, status } = boxWithStatus(parent);
  box.classList.add("dl-compose", "dl-add");
  const host = {
    box,
    status,
    number: 0,
    problems: [],
    open: new Set(),
    touched: new Set(),
    wantsAll: false,
    data: null,
    source: null,
    span: null,
    waiting: null,
    queue: [],
    sent: 0,
    key: null,
    opened: null,
    clean: null,
    past: [],
    before: {},
    changedAt: 0,
    typedAt: null,
    isReviewed: false,
    underWay: null,
    lastSaid: "",
    isLate: false,
    writer: writerOf(),
    offers: [],
    fields: {},
    id: "",
    folder: "",
    tell: () => {},
    sendPress: () => {},
    again: () => {},
  };
  Object.assign(host, {
    changed: () => changed(host),
    say: () => say(host),
    draw: (focus) => draw(host, focus),
    mark: (as) => press(host, { what: "mark", as, ...host.span }),
    addQuote: () => press(host, { what: "quote", ...host.span }),
    choose: (offer, what) => press(host, { what: "choose", ...what, start: offer.span[0], end: offer.span[1] }),
    giveDay: ({ span }, day) => press(host, { what: "day", day, start: span[0], end: span[1] }),
    takeYear: ({ span }) => press(host, { what: "year", start: span[0], end: span[1] }),
    nameAt: (span) => nameAt(host, span),
    takeName: (what) => press(host, { what: "choose", ...what }),
    useYaml: (text) => press(host, { what: "yaml", text }),
    press: (pressed) => press(host, pressed),
    focusText: () => textOf(host)?.focus({ preventScroll: true }),
  });
  const save = () => {
    const typed = host.form.querySelector(".dl-typed");
    if (typed) {
      host.saying.textContent = "The YAML was changed: press “Use this text” first";
      typed.focus();
      return;
    }
    host.wantsAll = true; // from now on, what is required and empty is said aloud
    showProblems(host);
    if (host.data.record && !host.isReviewed) {
      host.isReviewed = true;
      showChanges(host, false);
      showInForm(host.changes);
      host.save.focus({ preventScroll: true });
      return;
    }
    press(host, { what: "save", commit: host.commits });
  };
  host.saying = make("span", { class: "dl-muted", role: "status" });
  host.count = make("span", { class: "dl-muted dl-problem-count", role: "status" });
  host.saveWords = make("span", {}, "Save event");
  host.save = make(
    "button",
    { type: "button", class: "dl-save", onclick: save },
    host.saveWords,
    " ",
    make("kbd", {}, "Ctrl Enter"),
  );
  host.undo = button("Undo", () => undo(host), { title: "Ctrl Z", "aria-keyshortcuts": "Control+Z", hidden: true });
  host.changes = make("div", { class: "dl-changes" });
  const tick = make("input", { type: "checkbox", onchange: () => (host.commits = tick.checked) });
  host.commit = make("label", { class: "dl-tick", hidden: true }, tick, "Commit to git"); // of an edit, beside the difference
  host.doubtWords = make("span", {});
  const show = button("See", () => {
    showInForm(host.notices);
    host.notices.querySelector(":is(.dl-conflict, .dl-add-alike) button")?.focus({ preventScroll: true });
  });
  host.doubt = make("div", { class: "dl-add-doubt", hidden: true }, host.doubtWords, show);
  host.discard = button("Discard", () => press(host, { what: "discard" }));
  host.notices = make("div", { class: "dl-notices" });
  host.proposals = make("section", { class: "dl-proposals", "aria-label": "Proposals of the program" });
  new IntersectionObserver((seen) => {
    host.isNoticeInSight = seen.at(-1).isIntersecting;
    say(host);
  }).observe(host.notices);
  host.jump = jumpButton(host);
  host.form = make("form", { class: "dl-compose-form", onsubmit: (event) => event.preventDefault() });
  const foot = make(
    "div",
    { class: "dl-add-foot" },
    host.doubt,
    make("div", { class: "dl-add-state" }, host.saying, host.count, host.jump),
    host.undo,
    host.discard,
    host.commit,
    host.save,
  );
  box.append(host.notices, host.proposals, host.form, host.changes, foot);
  host.bar = selectionBar(host);
  host.onClick = (event) => selectPressedName(host, event);
  document.addEventListener("click", host.onClick);
  host.onBack = () => reportIfLost(host);
  document.addEventListener("dateline-back", host.onBack);
  listenForKeys(host, (event) => {
    proposalKey(host, event);
    selectNextName(host, event);
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !event.shiftKey) {
      if (undoesItself(event.target) || !host.past.length) return;
      event.preventDefault();
      undo(host);
      return;
    }
    if (!(event.ctrlKey || event.metaKey) || !(event.key === "Enter" || event.key.toLowerCase() === "s")) return;
    event.preventDefault();
    if (!host.save.disabled) save();
  });
  return host;
}

export default function ({ data: [given], parentElement, setStateValue, setTriggerValue }) {
  const host = (parentElement.datelineAdd ??= prepare(parentElement));
  host.tell = (draft) => setStateValue("draft", draft);
  host.sendPress = (pressed) => setTriggerValue("pressed", pressed);
  const before = host.data;
  const choices = choicesOf(given.choices);
  if (!choices) setStateValue("lacks", `${given.choices.fingerprint} ${Date.now()}`); // they are sent once more
  if (!choices && !before) return undefined;
  const { schema, options } = choices ?? before;
  const data = { ...given, schema, options };
  host.data = data;
  const key = data.record ?? data.source;
  const isStale = data.record && host.number === host.clean && host.opened !== data.opened && !host.waiting;
  const isOther = host.key !== key || isStale; // of a record that nobody changed here, the file as it is now
  host.key = key;
  host.source = data.source;
  if (isOther) begin(host, data);
  const isTaken = take(host, data.answer);
  if (data.number >= host.number || isOther) host.problems = data.problems;
  const offered = JSON.stringify([data.choices.fingerprint, data.told, data.names?.in_quotes]);
  const isTyped = host.form.querySelector(".dl-typed");
  if (isOther || isTaken || (host.offered !== offered && !isTyped)) draw(host);
  else {
    notices(host);
    showProblems(host);
    speak(host);
    for (const name of ["id", "folder"])
      host.form.querySelector(`[data-focus="${name}:field"]`)?.setAttribute("placeholder", data[name]);
    const yaml = host.form.querySelector(".dl-add-yaml textarea:not(.dl-typed)");
    if (yaml && before?.yaml !== data.yaml) yaml.value = data.yaml;
  }
  host.offered = offered;
  if (isTaken) {
    showAnswer(host, data.answer);
    goOn(host, data.answer);
  }
  highlight(data.spans);
  underlineNames(host);
  if (JSON.stringify(before?.proposals) !== JSON.stringify(data.proposals) || isOther) {
    drawProposals(host);
    if (isTaken && !before?.proposals?.open?.length && data.proposals?.open?.length) showInForm(host.proposals);
  }
  say(host);
  fitBelowBar();
  if (isTaken) goOnInText(host); // what saves is off once all is saved
  return () =>
    setTimeout(() => {
      if (host.box.isConnected) return;
      document.removeEventListener("keydown", host.onKey);
      host.bar.remove();
      unhighlight();
      forgetProposals();
      forgetNames();
      document.removeEventListener("click", host.onClick);
      document.removeEventListener("dateline-back", host.onBack);
    });
}
