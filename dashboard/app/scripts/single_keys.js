// Keys of one letter can be switched off, for whoever speaks to the machine or presses keys by chance (WCAG 2.1.4).
import { isTyped } from "./page.js";

const OFF = "dateline-single-keys-off";

const areOn = () => localStorage.getItem(OFF) === null;

export function turnSingleKeys(_value, button) {
  if (areOn()) localStorage.setItem(OFF, "");
  else localStorage.removeItem(OFF);
  button.setAttribute("aria-pressed", String(areOn()));
}

// Before all others hear of it. What is typed into a field is no command.
function passOver(event) {
  const isSingle = event.key.length === 1 && event.key !== " " && !(event.ctrlKey || event.metaKey || event.altKey);
  if (isSingle && !areOn() && !isTyped(event.target)) event.stopImmediatePropagation();
}

window.addEventListener("keydown", passOver, { capture: true });
document.addEventListener(
  "toggle",
  ({ target }) => target.querySelector?.('[data-press="single-keys"]')?.setAttribute("aria-pressed", String(areOn())),
  true,
);
