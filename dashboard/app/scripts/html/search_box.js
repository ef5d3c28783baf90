// The search box of the bar: while one types, a list below it shows what the server found. Sent, it filters events.
import { root } from "../page.js";
import { element } from "./element.js";

const AFTER_MS = 60; // a hand that goes on typing is not answered letter by letter
const AGAIN_MS = 400; // until an index that is being made is asked once more
const GAP_PX = 6;
const MARGIN_PX = 16;
const WIDTH_PX = 600;
const NARROW_PX = 640;

const box = { host: null, panel: null, chosen: -1, asked: 0, stop: null, timer: null };

// Lets the bar's component report what is pressed in the list.
export function serveSearch(host) {
  if (host.box.querySelector("#dl-words")) box.host = host;
}

const field = () => document.getElementById("dl-words");
const isOpen = () => Boolean(box.panel?.matches(":popover-open"));
const options = () => [...(box.panel?.querySelectorAll('[role="option"]') ?? [])];

// Pieces of a text, each with whether it was searched.
const lit = (pieces) =>
  pieces.filter(([text]) => text).map(([text, isLit]) => (isLit ? element("mark", { class: "dl-hit" }, text) : text));

function option(press, value, href, ...content) {
  const made = element("a", { role: "option", "aria-selected": "false", tabindex: "-1", href }, ...content);
  made.dataset.does = press;
  made.dataset.value = value;
  return made;
}

function hitOption({ press, value, href, title, excerpt, detail }, isQuote) {
  const head = element("span", { class: "dl-found-head" }, element("bdi", {}, ...lit(title)));
  if (detail) head.append(element("span", { class: "dl-muted" }, detail));
  const words = excerpt.length
    ? [element("span", { class: "dl-excerpt", dir: "auto" }, ...(isQuote ? ["“", ...lit(excerpt), "”"] : lit(excerpt)))]
    : [];
  return option(press, value, href, head, ...words);
}

function group({ kind, title, total, hits }) {
  const id = `dl-found-${kind}`;
  const most =
    total > hits.length ? `${hits.length} of ${total.toLocaleString("en")}${total >= 10_000 ? " or more" : ""}` : "";
  const head = element("p", { id, role: "presentation" }, title, " ", element("span", { class: "dl-count" }, most));
  return element(
    "div",
    { role: "group", "aria-labelledby": id },
    head,
    ...hits.map((hit) => hitOption(hit, kind === "quote")),
  );
}

function content(words, { ready, groups, meant }) {
  if (!ready) return [element("p", { class: "dl-muted" }, "The search is being prepared …")];
  const events = groups.find(({ kind }) => kind === "event");
  const filter = `Filter events by “${words}”`;
  const rows =
    words && events
      ? [
          option(
            "words",
            words,
            "",
            element("span", { class: "dl-found-head" }, filter, element("kbd", { "aria-hidden": "true" }, "Enter")),
          ),
        ]
      : [];
  if (meant) {
    const number = meant.events
      ? ` (${meant.events.toLocaleString("en")} ${meant.events === 1 ? "event" : "events"})`
      : "";
    rows.push(
      option(
        "meant",
        meant.words,
        "",
        element("span", {}, "Did you mean ", element("b", {}, meant.words), `?${number}`),
      ),
    );
  }
  if (!groups.length) rows.unshift(element("p", { class: "dl-muted" }, `Nothing has “${words}”.`));
  return [...rows, ...groups.map(group)];
}

function panel() {
  if (box.panel?.isConnected) return box.panel;
  const attributes = {
    id: "dl-found",
    class: "dl dl-found-list",
    popover: "manual",
    role: "listbox",
    "aria-label": "Search results",
  };
  box.panel = element("div", attributes);
  box.status = element("p", { class: "dl-hidden", role: "status" });
  box.panel.addEventListener("pointerdown", (event) => event.preventDefault()); // the words keep the focus
  box.panel.addEventListener("click", pressOption);
  box.panel.addEventListener("pointermove", ({ target }) => {
    const at = options().indexOf(target.closest?.('[role="option"]'));
    if (at >= 0 && at !== box.chosen) choose(at, false);
  });
  document.body.append(box.panel, box.status);
  return box.panel;
}

function show(words, answer) {
  const input = field();
  if (!input || document.activeElement !== input) return;
  const list = panel();
  list.replaceChildren(...content(words, answer));
  for (const [index, each] of options().entries()) each.id = `dl-option-${index}`;
  box.chosen = -1;
  if (!isOpen()) list.showPopover();
  place();
  list.scrollTop = 0;
  input.setAttribute("aria-expanded", "true");
  input.removeAttribute("aria-activedescendant");
  const found = options().length;
  box.status.textContent = answer.ready ? `${found} ${found === 1 ? "result" : "results"}` : "";
}

function place() {
  const { left, right, bottom } = field().getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const isNarrow = clientWidth <= NARROW_PX;
  const width = isNarrow ? clientWidth : Math.min(Math.max(WIDTH_PX, right - left), clientWidth - 2 * MARGIN_PX);
  const top = bottom + GAP_PX;
  Object.assign(box.panel.style, {
    top: `${top}px`,
    left: `${isNarrow ? 0 : Math.max(MARGIN_PX, Math.min(right - width, clientWidth - width - MARGIN_PX))}px`,
    width: `${width}px`,
    maxHeight: `${Math.max(160, (visualViewport?.height ?? clientHeight) - top - (isNarrow ? 0 : MARGIN_PX))}px`,
  });
}

export function closeSearch() {
  clearTimeout(box.timer);
  box.stop?.abort();
  if (isOpen()) box.panel.hidePopover();
  field()?.setAttribute("aria-expanded", "false");
  field()?.removeAttribute("aria-activedescendant");
}

function choose(index, isByKey) {
  const all = options();
  all[box.chosen]?.setAttribute("aria-selected", "false");
  box.chosen = index;
  const chosen = all[index];
  if (!chosen) return field()?.removeAttribute("aria-activedescendant");
  chosen.setAttribute("aria-selected", "true");
  if (isByKey) chosen.scrollIntoView({ block: "nearest" });
  field()?.setAttribute("aria-activedescendant", chosen.id);
}

function pressOption(event) {
  const pressed = event.target.closest?.('[role="option"]');
  if (!pressed || ((event.metaKey || event.ctrlKey || event.shiftKey) && pressed.hasAttribute("href"))) return;
  event.preventDefault();
  const input = field();
  const { does, value } = pressed.dataset;
  if (does === "meant") {
    input.value = value;
    ask();
    return;
  }
  closeSearch();
  if (does === "words") {
    input.form.requestSubmit();
    return;
  }
  input.value = input.defaultValue; // the words were a question, and no filter
  input.blur();
  box.host?.press(does, value, pressed);
}

async function ask() {
  const input = field();
  if (!input) return;
  const words = input.value.trim();
  box.stop?.abort();
  box.stop = new AbortController();
  const number = (box.asked += 1);
  try {
    const address = `${root()}dateline-search?words=${encodeURIComponent(words)}`;
    const response = await fetch(address, { cache: "no-store", signal: box.stop.signal });
    if (!response.ok || number !== box.asked) return;
    const answer = await response.json();
    if (number !== box.asked) return;
    show(words, answer);
    if (!answer.ready) box.timer = setTimeout(ask, AGAIN_MS);
  } catch {
    // asked anew meanwhile, or the server is away; `away.js` says so
  }
}

function askSoon() {
  clearTimeout(box.timer);
  box.timer = setTimeout(ask, AFTER_MS);
}

document.addEventListener("input", ({ target, inputType, isComposing }) => {
  if (target !== field() || isComposing) return;
  if (target.value) askSoon();
  else if (inputType) closeSearch();
});

document.addEventListener("compositionend", ({ target }) => target === field() && askSoon());

document.addEventListener("focusout", ({ target, relatedTarget }) => {
  if (target === field() && !box.panel?.contains(relatedTarget)) closeSearch();
});

document.addEventListener("submit", ({ target }) => target.contains?.(field()) && closeSearch(), true);

// Before all others: while the list is open, its keys mean nothing else.
document.addEventListener(
  "keydown",
  (event) => {
    const input = field();
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
      if (!input) return;
      event.preventDefault();
      input.focus();
      input.select();
      ask();
      return;
    }
    if (event.target !== input || event.isComposing) return;
    if (event.key === "ArrowDown" && !isOpen()) {
      event.preventDefault();
      ask();
    }
    if (!isOpen()) return;
    const last = options().length - 1;
    if (event.key === "ArrowDown") choose(box.chosen >= last ? 0 : box.chosen + 1, true);
    else if (event.key === "ArrowUp") choose(box.chosen <= 0 ? last : box.chosen - 1, true);
    else if (event.key === "Enter" && options()[box.chosen]) options()[box.chosen].click();
    else if (event.key === "Escape") closeSearch();
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  },
  true,
);

for (const kind of ["resize", "scroll"]) window.addEventListener(kind, () => isOpen() && field() && place());
