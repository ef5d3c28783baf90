// Pointing at a value, a claim or a mark for a moment, a long press of a finger, and the key I on it, open its sheet.
import "./single_keys.js";
import { close, forgetAsked, isIn, isOf, isOpen, open, sheet } from "./claim_sheet.js";
import { isTyped } from "./page.js";

const REST_MS = 400;
const LEAVE_MS = 300; // time enough to go into the sheet
const HOLD_MS = 500;
const SLOP_PX = 10;
const KEY = "i";
const ABOVE = 3; // so many elements above what is pointed at may hold its mark
const MOST_LETTERS = 400; // a longer text is no value
const MARKS = 'a.dl-leads[data-value*="source="], .dl-as-table a[data-value*="source="]';
const TO_WORDS = 'a[data-press="go"][data-value*="quote="]';
const OTHERS = "a, button, summary, input, label, textarea, select";
const ENDS = "section, article, table, ul, ol, dl, tr, header, main, body";

// A figure says so of its marks: where a pointer is, and what a mark that has the focus is of.
export const BEHIND = Symbol("what stands behind a mark");

const mode = () => (new URLSearchParams(location.search).get("as") === "reported" ? "&as=reported" : "");

function ofLink(link, node, x) {
  const asked = new URLSearchParams(link.dataset.value);
  const query = new URLSearchParams(
    asked.get("quote") ? { quote: asked.get("quote") } : { source: asked.get("source") },
  );
  return { node, query: `${query}${mode()}`, rect: node.getBoundingClientRect(), name: link.textContent.trim(), x };
}

// What an element is of: it says so itself, or leads to words, or stands behind a mark that does.
export function subjectOf(target, { clientX: x = 0, clientY: y = 0 } = {}) {
  if (!target?.closest || isIn(target) || target.closest(".dl-reader")) return null;
  const own = target.closest("[data-behind]");
  if (own) {
    const rect = own.getBoundingClientRect();
    return { node: own, query: `${own.dataset.behind}${mode()}`, rect, name: own.textContent.trim(), x };
  }
  const link = target.closest(`${MARKS}, ${TO_WORDS}`);
  if (link) return ofLink(link, link, x);
  return target.closest(OTHERS) ? null : besideMark(target, x, y);
}

// Of several marks in a line, the last before the pointer.
function besideMark(target, x, y) {
  let node = target;
  for (let above = 0; node && above <= ABOVE && !node.matches(ENDS); above += 1, node = node.parentElement) {
    const links = [...node.querySelectorAll(MARKS)];
    if (!links.length) continue;
    if (node.textContent.length > MOST_LETTERS) return null;
    const before = links.filter((each) => {
      const { left, top, bottom } = each.getBoundingClientRect();
      return bottom < y || (top <= y && left <= x);
    });
    const link = links.length === 1 ? links[0] : before.at(-1);
    return link ? ofLink(link, node, x) : null;
  }
  return null;
}

const pointing = { subject: null, rest: 0, leave: 0, hold: null, isHeld: false };
const isSame = (one, other) => Boolean(one && other) && one.node === other.node && one.query === other.query;

function pointAt(subject) {
  if (isSame(subject, pointing.subject)) return;
  clearTimeout(pointing.rest);
  pointing.subject = subject;
  if (isOf(subject)) return void clearTimeout(pointing.leave);
  forgetAsked();
  if (isOpen()) leaveSoon();
  if (subject) pointing.rest = setTimeout(() => subject.node.isConnected && openAt(subject), REST_MS);
}

function openAt(subject, how) {
  clearTimeout(pointing.leave);
  open({ ...subject, rect: subject.rectNow?.() ?? subject.rect }, how);
}

// What was opened by a key stays until it is closed by one.
function leaveSoon() {
  clearTimeout(pointing.leave);
  pointing.leave = setTimeout(() => sheet.byKey || close(), LEAVE_MS);
}

const PLOTS = ".dl-plot, .pr-plot";
const figureAt = (target) => target?.closest?.(PLOTS)?.[BEHIND];

document.addEventListener("pointerover", (event) => {
  const { target, pointerType, buttons } = event;
  if (pointerType === "touch" || buttons) return;
  if (isIn(target)) {
    clearTimeout(pointing.leave);
    clearTimeout(pointing.rest);
    pointing.subject = sheet.at;
  } else if (!figureAt(target)) pointAt(subjectOf(target, event));
});

// In a figure it is known where the pointer rests: looking for the mark below it at each move would be too much.
document.addEventListener("pointermove", (event) => {
  const { target, pointerType, buttons } = event;
  const behind = figureAt(target);
  if (!behind || pointerType === "touch") return;
  clearTimeout(pointing.rest);
  if (buttons) return void (isOpen() && close());
  if (isOpen() && sheet.at.node.closest?.(PLOTS) && isNear(event)) return void clearTimeout(pointing.leave);
  pointing.subject = null;
  forgetAsked();
  if (isOpen()) leaveSoon();
  pointing.rest = setTimeout(() => {
    const subject = target.isConnected && behind(event);
    if (!subject || isOf(subject)) return void (subject && clearTimeout(pointing.leave));
    pointing.subject = subject;
    openAt(subject);
  }, REST_MS);
});

function isNear({ clientX, clientY }) {
  const { left, right, top, bottom } = sheet.at.rect;
  return clientX >= left - 4 && clientX <= right + 4 && clientY >= top - 4 && clientY <= bottom + 4;
}

document.documentElement.addEventListener(
  "pointerleave",
  ({ pointerType }) => pointerType !== "touch" && pointAt(null),
);

// A press means something else, but a long one of a finger.
document.addEventListener(
  "pointerdown",
  (event) => {
    const { target, pointerType, isPrimary, clientX, clientY } = event;
    pointing.isHeld = false;
    if (isIn(target)) return;
    clearTimeout(pointing.rest);
    forgetAsked();
    const isClosing = isOpen();
    close();
    letGo();
    if (pointerType === "mouse" || !isPrimary) return;
    pointing.isHeld = isClosing; // a tap beside the sheet closes it, and no more
    const subject = figureAt(target)?.(event) ?? subjectOf(target, event);
    if (subject) pointing.hold = { clientX, clientY, subject, timer: setTimeout(hold, HOLD_MS) };
  },
  { capture: true },
);

function hold() {
  const { subject } = pointing.hold;
  pointing.hold = null;
  pointing.isHeld = true;
  getSelection()?.removeAllRanges();
  openAt(subject);
}

function letGo() {
  clearTimeout(pointing.hold?.timer);
  pointing.hold = null;
}

document.addEventListener("pointermove", ({ clientX, clientY }) => {
  const { hold: held } = pointing;
  if (held && Math.hypot(clientX - held.clientX, clientY - held.clientY) > SLOP_PX) letGo();
});
for (const kind of ["pointerup", "pointercancel"]) window.addEventListener(kind, letGo);

// A long press is no press: nothing is followed, marked, or offered by the browser.
window.addEventListener("pointerup", (event) => pointing.isHeld && event.stopImmediatePropagation(), { capture: true });
window.addEventListener(
  "click",
  (event) => {
    if (!pointing.isHeld || isIn(event.target)) return;
    pointing.isHeld = false;
    event.preventDefault();
    event.stopImmediatePropagation();
  },
  { capture: true },
);
document.addEventListener("contextmenu", (event) => {
  if (pointing.hold) {
    letGoAndOpen();
    event.preventDefault();
  } else if (pointing.isHeld) event.preventDefault();
});
document.addEventListener("selectstart", (event) => pointing.hold && event.preventDefault());

function letGoAndOpen() {
  clearTimeout(pointing.hold.timer);
  hold();
}

// Before all others: while it is open, Escape means nothing else.
window.addEventListener(
  "keydown",
  (event) => {
    const { key, target } = event;
    if (key === "Escape" && isOpen()) {
      close();
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (key === "Tab" && isIn(target)) stayIn(event);
  },
  { capture: true },
);

// Behind its last link the page goes on where it was.
function stayIn(event) {
  const stops = [...sheet.box.querySelectorAll("a[href], button")];
  const isAtEnd = event.shiftKey ? [sheet.box, stops[0]].includes(event.target) : event.target === stops.at(-1);
  if (!isAtEnd) return;
  event.preventDefault();
  close();
}

document.addEventListener("keydown", (event) => {
  if (event.key !== KEY || event.ctrlKey || event.metaKey || event.altKey || isTyped(event.target)) return;
  const { activeElement: node } = document;
  const subject = figureAt(node)?.(event, node) ?? subjectOf(node);
  if (subject) openAt(subject, { byKey: true });
  else if (isOpen()) {
    sheet.byKey = true;
    sheet.box.focus({ preventScroll: true });
  } else return;
  event.preventDefault();
});
document.addEventListener("focusin", ({ target }) => {
  if (target.matches?.(`${MARKS}, ${TO_WORDS}`)) target.setAttribute("aria-keyshortcuts", KEY);
  else if (isOpen() && sheet.byKey && !isIn(target) && target !== sheet.at.node) close();
});
document.addEventListener("scroll", ({ target }) => isOpen() && !isIn(target) && !sheet.byKey && close(), {
  capture: true,
  passive: true,
});
window.addEventListener("resize", () => isOpen() && close());
