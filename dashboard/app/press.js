// HTML from Python that reports what is pressed in it. Theme and copying need no Python and are answered here.
const THEME = "dateline-theme";

function applyTheme(theme) {
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  for (const button of document.querySelectorAll('[data-press="theme"]'))
    button.setAttribute("aria-pressed", String(button.dataset.value === (theme || "system")));
  window.dispatchEvent(new CustomEvent(THEME));
}

function chooseTheme(theme) {
  if (theme === "system") localStorage.removeItem(THEME);
  else localStorage.setItem(THEME, theme);
  // Streamlit's own parts read their theme from here at the next load.
  const own = { light: "Light", dark: "Dark" }[theme];
  const key = `stActiveTheme-${location.pathname}-v2`;
  if (own) localStorage.setItem(key, JSON.stringify(own));
  else localStorage.removeItem(key);
  applyTheme(theme);
  document.querySelector(".dl-menu:popover-open")?.hidePopover();
}

function pressed(host, event) {
  const target = event.target.closest?.("[data-press]");
  if (!target || event.defaultPrevented) return;
  if (target.tagName === "A" && (event.metaKey || event.ctrlKey || event.shiftKey || event.button)) return;
  event.preventDefault();
  const { press, value } = target.dataset;
  if (press === "theme") chooseTheme(value);
  else if (press === "copy") navigator.clipboard?.writeText(value);
  else host.report({ what: press, value });
}

function prepare(parent) {
  const box = document.createElement("div");
  box.className = "dl";
  const status = document.createElement("p");
  status.className = "dl-hidden";
  status.setAttribute("role", "status");
  parent.append(box, status);
  const host = { box, status, report: () => {}, html: null, name: null, escapes: false };
  box.addEventListener("click", (event) => pressed(host, event));
  host.onKey = (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || !host.escapes) return;
    if (!document.querySelector(":popover-open")) host.report({ what: "clear", value: "" });
  };
  document.addEventListener("keydown", host.onKey);
  return host;
}

function replaceKeepingPlace(host, data) {
  const focused = host.box.contains(document.activeElement) ? document.activeElement.dataset : null;
  const open = [...host.box.querySelectorAll("details[open]")].map((each) => each.id);
  const scroll = host.name === data.name ? host.box.querySelector(".dl-body")?.scrollTop : 0;
  host.box.innerHTML = data.html;
  for (const id of open) host.box.querySelector(`#${CSS.escape(id)}`)?.setAttribute("open", "");
  const body = host.box.querySelector(".dl-body");
  if (body && scroll) body.scrollTop = scroll;
  if (focused?.press)
    host.box
      .querySelector(`[data-press="${CSS.escape(focused.press)}"][data-value="${CSS.escape(focused.value)}"]`)
      ?.focus({ preventScroll: true });
}

export default function ({ data, parentElement, setTriggerValue }) {
  const host = (parentElement.dateline ??= prepare(parentElement));
  host.report = (what) => setTriggerValue("pressed", what);
  host.escapes = Boolean(data.escapes);
  if (host.html !== data.html) {
    replaceKeepingPlace(host, data);
    host.html = data.html;
  }
  host.name = data.name;
  if (host.status.textContent !== data.said) host.status.textContent = data.said;
  if (data.themes) applyTheme(localStorage.getItem(THEME));
  return () =>
    setTimeout(() => {
      if (!host.box.isConnected) document.removeEventListener("keydown", host.onKey);
    });
}
