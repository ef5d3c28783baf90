// What is pressed and needs no Python: the theme, and copying of the page's address.
import { root } from "../page.js";
import { THEME } from "../theme.js";

export function applyTheme(theme = localStorage.getItem(THEME)) {
  const before = document.documentElement.dataset.theme;
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  for (const button of document.querySelectorAll('[data-press="theme"]'))
    button.setAttribute("aria-pressed", String(button.dataset.value === (theme || "system")));
  if (document.documentElement.dataset.theme !== before) window.dispatchEvent(new CustomEvent(THEME));
}

export function chooseTheme(theme) {
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

// A link that is sent leads to all of Dateline, also out of another page's frame.
function withoutFrame(address) {
  address.searchParams.delete("embed");
  return address;
}

export async function copyLink(button) {
  const { href: address } = withoutFrame(new URL(location.href));
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
