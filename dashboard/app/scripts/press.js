// HTML from Python that reports what is pressed in it. Theme and copying need no Python and are answered here.
const THEME = "dateline-theme";
const KEPT = ["show", "from", "to", "words", "as", "lanes", "view", "map", "scale"];

for (const kind of ["pointerdown", "focusin"]) document.addEventListener(kind, (event) => closeOthers(event));
document.addEventListener("keydown", (event) => {
  const words = document.getElementById("dl-words");
  if (event.key !== "/" || !words || isTyped(event.target)) return;
  event.preventDefault();
  words.focus();
  words.select();
});

// Escape, and the cross that the browser draws in a search, let go what it asked for: they would but empty the field.
document.addEventListener("keydown", (event) => {
  const { key, target, isComposing } = event;
  if (key !== "Escape" || target.type !== "search" || !target.value || isComposing) return;
  event.preventDefault(); // nothing else is let go
  target.value = "";
  letWordsGo(target);
});
document.addEventListener("input", ({ target, inputType }) => {
  if (target.type === "search" && !target.value && !inputType) letWordsGo(target); // nothing was typed: the cross
});

function letWordsGo(field) {
  if (field.defaultValue) field.form.requestSubmit();
}

// Streamlit's link skips to what holds the bar as well: it is to lead past it.
document.addEventListener("click", (event) => skipBar(event), true);

function skipBar(event) {
  if (!event.target.closest?.('[data-testid="stSkipToContent"]')) return;
  const bar = document.querySelector(".dl-bar");
  const behind = (node) => bar && !bar.contains(node) && bar.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING;
  const first = [...document.querySelectorAll(".stMain :is(a[href], button, input, summary, [tabindex='0'])")].find((node) => behind(node) && node.getClientRects().length);
  if (!first) return;
  event.preventDefault();
  event.stopPropagation();
  first.focus();
}

function applyTheme(theme) {
  const before = document.documentElement.dataset.theme;
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  for (const button of document.querySelectorAll('[data-press="theme"]'))
    button.setAttribute("aria-pressed", String(button.dataset.value === (theme || "system")));
  if (document.documentElement.dataset.theme !== before) window.dispatchEvent(new CustomEvent(THEME));
}

function chooseTheme(theme) {
  if (theme === "system") localStorage.removeItem(THEME);
  else localStorage.setItem(THEME, theme);
  // Streamlit's own parts read their theme from here at the next load.
  const own = { light: "Light", dark: "Dark" }[theme];
  const key = `stActiveTheme-${new URL(root()).pathname}-v2`;
  if (own) localStorage.setItem(key, JSON.stringify(own));
  else localStorage.removeItem(key);
  applyTheme(theme);
  document.querySelector(".dl-menu:popover-open")?.hidePopover();
}

async function copyLink(button) {
  const address = location.href;
  try {
    await navigator.clipboard.writeText(address);
  } catch {
    copyByHand(address); // without https, there is no clipboard
  }
  const label = (button.dataset.label ??= button.textContent);
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  button.textContent = "";
  button.append(said);
  said.textContent = "Copied";
  setTimeout(() => (button.textContent = label), 2000);
}

function copyByHand(text) {
  const field = document.createElement("textarea");
  field.value = text;
  field.style.cssText = "position:fixed;opacity:0";
  const before = document.activeElement;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
  before?.focus?.({ preventScroll: true });
}

// What needs no server; all else is in `shell/actions.py`.
const IN_THE_BROWSER = {
  theme: chooseTheme,
  reach,
  copy: (text) => navigator.clipboard?.writeText(text),
  "copy-link": (_value, button) => copyLink(button),
};

function pressed(host, event) {
  const target = event.target.closest?.("[data-press]");
  if (!target || target.tagName === "FORM" || event.defaultPrevented) return; // a form reports when it is sent
  if (target.tagName === "TR" && String(getSelection())) return; // words of a row are being marked, to be copied
  if (target.tagName === "A" && (event.metaKey || event.ctrlKey || event.shiftKey || event.button)) return;
  event.preventDefault();
  const { press, value } = target.dataset;
  if (Object.hasOwn(IN_THE_BROWSER, press)) IN_THE_BROWSER[press](value, target);
  else host.report({ what: press, value });
}

// What is drawn anew under a finger that is down is another button: the browser tells of no click on either.
function pressedAnew(host, { target, button }) {
  const { down } = host;
  const here = target.closest?.("[data-press]");
  host.down = null;
  if (!down || down.isConnected || !here || button) return;
  if (here.dataset.press === down.dataset.press && here.dataset.value === down.dataset.value) here.click();
}

// Goes to a part of the same page.
function reach(id) {
  const part = document.getElementById(id);
  part?.scrollIntoView({ block: "start" });
  part?.focus({ preventScroll: true });
}

// A form's fields, joined by `|`: the words, or both ends of a range.
function submitted(host, event) {
  const form = event.target.closest("form[data-press]");
  if (!form) return;
  event.preventDefault();
  const [only, ...others] = [...form.querySelectorAll("input")].map(({ value }) => value);
  const value = others.length ? [only, ...others].map((each) => each.replaceAll("|", " ")).join("|") : only;
  host.report({ what: form.dataset.press, value });
  if (form.dataset.press === "range") closeFacet(form.closest("details.dl-facet"));
}

function closeFacet(facet) {
  if (!facet) return;
  facet.open = false;
  facet.querySelector("summary").focus();
}

// What is chosen beside the place (filters, mode) goes along when a link is opened elsewhere or copied.
function completeLink(event) {
  const link = event.target.closest?.("a[data-press]");
  if (!link) return;
  const query = new URLSearchParams(link.search);
  for (const key of KEPT) if (!query.has(key)) for (const value of new URLSearchParams(location.search).getAll(key)) query.append(key, value);
  link.search = query.toString();
}

function closeOthers(event) {
  for (const open of document.querySelectorAll("details.dl-facet[open]")) if (!open.contains(event.target)) open.open = false;
}

function prepare(parent) {
  const { box, status } = boxWithStatus(parent);
  const host = { box, status, report: () => {}, html: null, name: null, escapes: false };
  box.addEventListener("click", (event) => pressed(host, event));
  box.addEventListener("submit", (event) => submitted(host, event));
  box.addEventListener("pointerdown", ({ target }) => (host.down = target.closest?.("[data-press]")));
  box.addEventListener("pointerup", (event) => pressedAnew(host, event));
  for (const kind of ["pointerdown", "focusin"]) box.addEventListener(kind, completeLink);
  listenForKeys(host, (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    const facet = host.box.querySelector("details.dl-facet[open]");
    const elsewhere = document.querySelector(":popover-open, details.dl-facet[open]");
    if (facet) {
      event.preventDefault(); // whoever listens after this one lets nothing else go
      closeFacet(facet);
    } else if (host.escapes && !elsewhere) host.report({ what: "clear", value: "" });
  });
  return host;
}

function replaceKeepingPlace(host, data) {
  const active = host.box.contains(document.activeElement) ? document.activeElement : null;
  const focused = active?.dataset;
  const neighbour = neighbourOf(active);
  const typed = active?.matches("input[name]") ? { name: active.name, at: active.selectionStart, value: active.value } : null;
  const isSent = active?.value === active?.defaultValue;
  const open = [...host.box.querySelectorAll("details[open]")].map((each) => each.id);
  const scroll = host.name === data.name ? host.box.querySelector(".dl-body")?.scrollTop : 0;
  const unsent = [...host.box.querySelectorAll("input[name]")].filter((field) => field.value !== field.defaultValue);
  host.box.innerHTML = data.html;
  watchEdges(host.box);
  for (const field of unsent) keepUnsent(host, field);
  for (const id of open) host.box.querySelector(`#${CSS.escape(id)}`)?.setAttribute("open", "");
  const current = host.box.querySelector('nav > a[aria-current="page"]');
  if (current) new ResizeObserver(() => showCurrent(current)).observe(current.parentElement); // styles may come later
  const body = host.box.querySelector(".dl-body");
  if (body && scroll) body.scrollTop = scroll;
  const field = typed && host.box.querySelector(`input[name="${CSS.escape(typed.name)}"]`);
  if (field) {
    if (!isSent) field.value = typed.value;
    field.focus({ preventScroll: true });
    field.setSelectionRange(typed.at, typed.at);
  }
  const same = active?.id
    ? `#${CSS.escape(active.id)}`
    : active?.matches("summary") && active.parentElement.id
    ? `#${CSS.escape(active.parentElement.id)} > summary`
    : focused?.same
    ? `[data-same="${CSS.escape(focused.same)}"]`
    : focused?.press && `[data-press="${CSS.escape(focused.press)}"][data-value="${CSS.escape(focused.value)}"]`;
  const again = same && [...host.box.querySelectorAll(same)].find((each) => each.checkVisibility());
  again?.focus({ preventScroll: true });
  if (neighbour && isLost()) goOnBeside(host.box, neighbour);
}

// What is typed and not yet sent stays, where Python has nothing new to say of it.
function keepUnsent(host, { name, value, defaultValue }) {
  const field = host.box.querySelector(`input[name="${CSS.escape(name)}"]`);
  if (field?.defaultValue === defaultValue) field.value = value;
}

// Of pages that do not fit side by side, the one that is open is in sight.
function showCurrent(link) {
  const nav = link.parentElement, room = nav.getBoundingClientRect(), at = link.getBoundingClientRect();
  nav.scrollLeft += at.left + at.width / 2 - (room.left + room.width / 2);
}

// How much of the window the bar takes: of a narrow one's three lines, only the last stays, that of the pages.
const NARROW = matchMedia("(max-width: 640px)");
function measureBar(host) {
  if (host.bar || !host.box.querySelector(".dl-bar")) return;
  host.bar = new ResizeObserver(() => {
    const bar = host.box.querySelector(".dl-bar")?.getBoundingClientRect();
    if (!bar?.height) return;
    const from = NARROW.matches ? host.box.querySelector(".dl-bar > nav").getBoundingClientRect().top : bar.top;
    const told = { "--dl-top": bar.bottom - from, "--dl-bar-above": bar.top - from };
    for (const [name, size] of Object.entries(told)) document.documentElement.style.setProperty(name, `${Math.round(size)}px`);
  });
  host.bar.observe(host.box);
}

export default function ({ data: [data], parentElement, setTriggerValue }) {
  const host = (parentElement.dateline ??= prepare(parentElement));
  host.report = (what) => ask(setTriggerValue, what);
  host.escapes = Boolean(data.escapes);
  if (host.html !== data.html) {
    replaceKeepingPlace(host, data);
    host.html = data.html;
    bringIntoSight(host.box);
    measureBar(host);
  }
  host.name = data.name;
  if (host.status.textContent !== data.said) host.status.textContent = data.said;
  if (data.themes) applyTheme(localStorage.getItem(THEME));
  return () =>
    setTimeout(() => {
      if (host.box.isConnected) return;
      document.removeEventListener("keydown", host.onKey);
      host.bar?.disconnect();
    });
}
