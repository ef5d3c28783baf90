// What keys, clickers and buttons do on the wall, and in the speaker's window.
import "../single_keys.js";
import { isTyped, listenForKeys } from "../page.js";
import { DARK, isDark, THEME } from "../theme.js";
import { tellOthers } from "./channel.js";
import { drawFigures } from "./figures.js";
import { closeBehind, lead } from "./marks.js";
import { fit, show } from "./stage.js";

const KEYS = {
  ArrowRight: "next",
  ArrowDown: "next",
  PageDown: "next",
  " ": "next",
  Enter: "next",
  n: "next",
  ArrowLeft: "back",
  ArrowUp: "back",
  PageUp: "back",
  Backspace: "back",
  p: "back",
  Home: "first",
  End: "last",
  b: "blank",
  ".": "blank",
  f: "full",
  s: "speaker",
  d: "theme",
  Escape: "leave",
};
export const CONTROLS = [
  ["back", "Back", "←"],
  ["next", "Next", "→"],
  ["speaker", "Speaker’s view", "S"],
  ["full", "Full screen", "F"],
  ["blank", "Blank", "B"],
  ["theme", "Dark or light", "D"],
  ["leave", "Leave", "Esc"],
];
export const HINT = "<span>→ next, ← back, Esc leaves. Without a keyboard: </span>swipe, or press the arrows above";
const SEEN_MS = 2500; // the controls, after the pointer has moved
const SWIPE_PX = 50;

// The speaker's window asks the screen, which knows how many sheets a step has on it.
export function act(host, what) {
  if (host.data.speaker && host.isLinked && ["next", "back", "first", "last", "blank"].includes(what))
    return void host.channel.postMessage({ act: what });
  const last = host.data.steps.length;
  if (what === "next" && host.blank) go(host, host.step, host.part);
  else if (what === "next" && host.part < host.parts) go(host, host.step, host.part + 1);
  else if (what === "next" && host.step < last) go(host, host.step + 1);
  else if (what === "back" && host.part > 1) go(host, host.step, host.part - 1);
  else if (what === "back" && host.step > 1) go(host, host.step - 1, 99);
  else if (what === "first") go(host, 1);
  else if (what === "last") go(host, last);
  else if (what === "blank") {
    host.blank = !host.blank;
    show(host);
    tellOthers(host);
  } else if (what === "full") turnFull();
  else if (what === "speaker" && !host.data.speaker) openSpeaker(host);
  else if (what === "theme") turnTheme(host);
  else if (what === "restart") host.began = Date.now();
  else if (what === "leave") leave(host);
}

function go(host, step, part = 1) {
  closeBehind(host);
  Object.assign(host, { step, part, blank: false });
  show(host);
  tellOthers(host);
}

function turnFull() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {}); // a browser may refuse; then F11 is left
}

function openSpeaker(host) {
  const address = new URL(location.href);
  address.searchParams.set("speaker", "1");
  window.open(address, `dateline-speaker-${host.data.id}`, "popup,width=1200,height=760");
  tellOthers(host);
}

function turnTheme(host) {
  const theme = isDark() ? "light" : "dark";
  localStorage.setItem(THEME, theme);
  applyTheme(host);
}

export function applyTheme(host) {
  const theme = localStorage.getItem(THEME);
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  if (!host.data.speaker) drawFigures(host);
}

function leave(host) {
  if (closeBehind(host)) return;
  if (document.fullscreenElement) document.exitFullscreen();
  if (host.data.speaker) return void window.close();
  host.press({ what: "go", value: host.data.back });
}

// A finger that goes to the side turns the sheet; what scrolls, and a second finger, are left to the browser.
function listenForSwipes(host) {
  let from = null;
  const isFinger = ({ pointerType, isPrimary }) => pointerType === "touch" && isPrimary;
  host.box.addEventListener("pointerdown", (event) => (from = isFinger(event) && !host.data.speaker ? event : null));
  host.box.addEventListener("pointerup", (event) => {
    const [x, y] = from ? [event.clientX - from.clientX, event.clientY - from.clientY] : [0, 0];
    from = null;
    if (Math.abs(x) >= SWIPE_PX && Math.abs(x) > 2 * Math.abs(y)) act(host, x < 0 ? "next" : "back");
  });
}

export function listen(host) {
  listenForKeys(host, (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyped(event.target)) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if ((key === "Enter" && event.target.closest?.("button, a")) || (key === " " && event.target.closest?.("button")))
      return; // it presses that
    if (["ArrowDown", "ArrowUp", "PageDown", "PageUp"].includes(key) && event.target.closest?.(".pr-notes")) return; // it scrolls them
    const what = event.shiftKey && key === " " ? "back" : KEYS[key];
    if (!what) return;
    event.preventDefault();
    act(host, what);
  });
  host.box.addEventListener("click", (event) => {
    const what = event.target.closest("[data-do]")?.dataset.do;
    if (what) act(host, what);
    const link = event.target.closest("a[data-press]");
    if (link) lead(host, link, event);
  });
  host.onMove = () => {
    host.box.classList.add("pr-moved");
    clearTimeout(host.still);
    host.still = setTimeout(() => host.box.classList.remove("pr-moved"), SEEN_MS);
  };
  host.onResize = () => host.data.speaker || fit(host);
  host.onTheme = () => applyTheme(host);
  window.addEventListener("resize", host.onResize);
  window.addEventListener("storage", host.onTheme);
  DARK.addEventListener("change", host.onTheme);
  for (const kind of ["pointermove", "pointerdown"]) host.box.addEventListener(kind, host.onMove);
  listenForSwipes(host);
}
