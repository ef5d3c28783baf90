// The sheet with the words behind what is pointed at. What it says is made by the server when it is first asked for.
import { root } from "./page.js";

const GAP_PX = 8;
const EDGE_PX = 8;
const WIDE_PX = 240; // beside something wider, the sheet stands where the pointer is
const MOST_KEPT = 60;
const KEPT_MS = 30_000;
const ID = "dl-claim-sheet";
const NARROW = matchMedia("(max-width: 640px)");

// `at`: what it stands beside, as `{ node, query, rect, name, x }`. `press` does what is pressed in it.
export const sheet = { box: null, at: null, byKey: false, press: null, asked: 0 };
const answers = new Map();

export const isOpen = () => sheet.at !== null;
export const isIn = (node) => Boolean(node && sheet.box?.contains(node));
export const isOf = (subject) =>
  Boolean(subject && sheet.at?.query === subject.query && sheet.at.node === subject.node);

// Each is asked for once, and again when some time has passed: records may have changed.
function answerTo(query) {
  const known = answers.get(query);
  if (known && performance.now() - known.at < KEPT_MS) return known.html;
  const html = fetch(`${root()}dateline-sheet?${query}`, { cache: "no-store" })
    .then((response) => (response.ok ? response.text() : ""))
    .catch(() => ""); // the server is away; `away.js` says so
  html.then((text) => text || answers.delete(query));
  answers.delete(query);
  answers.set(query, { html, at: performance.now() });
  if (answers.size > MOST_KEPT) answers.delete(answers.keys().next().value);
  return html;
}

function made() {
  if (sheet.box?.isConnected) return sheet.box;
  const box = document.createElement("div");
  box.id = ID;
  box.className = "dl dl-claim-sheet";
  box.popover = "manual";
  box.tabIndex = -1;
  box.setAttribute("role", "dialog");
  box.addEventListener("click", pressed);
  document.body.append(box);
  return (sheet.box = box);
}

function pressed(event) {
  if (event.target.closest("[data-closes]")) return close();
  const link = event.target.closest("a[data-press]");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button || !sheet.press) return;
  event.preventDefault();
  const { press } = sheet;
  close();
  press(link);
}

// Opens it beside a subject. With `byKey` the keyboard goes into it, and comes back when it is closed.
export async function open(subject, { byKey = false } = {}) {
  const number = (sheet.asked += 1);
  const html = await answerTo(subject.query);
  if (number !== sheet.asked || !html || !subject.node.isConnected) return;
  leave();
  const box = made();
  box.innerHTML = html;
  const closing = document.createElement("button");
  Object.assign(closing, { type: "button", className: "dl-text-button", textContent: "Close" });
  closing.dataset.closes = "";
  (box.querySelector("footer") ?? box).append(closing);
  box.setAttribute("aria-label", `What is behind ${subject.name || "this"}`);
  if (!box.matches(":popover-open")) box.showPopover();
  box.scrollTop = 0;
  sheet.at = subject;
  sheet.byKey = byKey;
  subject.node.setAttribute("aria-describedby", ID);
  document.documentElement.toggleAttribute("data-claim-sheet", true);
  place(box, subject);
  if (byKey) box.focus({ preventScroll: true });
}

// What was asked for and has not come is wanted no more.
export const forgetAsked = () => (sheet.asked += 1);

function leave() {
  if (sheet.at?.node.getAttribute("aria-describedby") === ID) sheet.at.node.removeAttribute("aria-describedby");
}

export function close() {
  forgetAsked();
  if (!sheet.at) return;
  const { node } = sheet.at;
  const hadFocus = isIn(document.activeElement);
  leave();
  sheet.at = null;
  document.documentElement.toggleAttribute("data-claim-sheet", false);
  if (sheet.box.matches(":popover-open")) sheet.box.hidePopover();
  const back = node.matches("a, button, [tabindex]") ? node : node.querySelector("a, button");
  if (hadFocus) back?.focus({ preventScroll: true });
}

// At a corner of what it is of: what stands beside that, above and below it can be got at without crossing the sheet.
export function place(box, { rect, x }) {
  box.style.cssText = "";
  const { innerWidth: width, innerHeight: height } = window;
  if (NARROW.matches) {
    box.dataset.side = rect.top + rect.height / 2 > height / 2 ? "top" : "bottom";
    return;
  }
  delete box.dataset.side;
  const at = rect.width > WIDE_PX ? { left: x - GAP_PX, right: x + GAP_PX } : rect;
  const { offsetWidth: wide, offsetHeight: high } = box;
  const rooms = [
    { left: at.right + GAP_PX, top: rect.bottom + GAP_PX },
    { left: at.left - GAP_PX - wide, top: rect.bottom + GAP_PX },
    { left: at.right + GAP_PX, top: rect.top - GAP_PX - high },
    { left: at.left - GAP_PX - wide, top: rect.top - GAP_PX - high },
  ];
  const over = ({ left, top }) =>
    Math.max(0, EDGE_PX - left, left + wide + EDGE_PX - width) +
    Math.max(0, EDGE_PX - top, top + high + EDGE_PX - height);
  const [best] = rooms.sort((one, other) => over(one) - over(other));
  const within = (value, most) => Math.min(Math.max(value, EDGE_PX), Math.max(EDGE_PX, most - EDGE_PX));
  box.style.left = `${within(best.left, width - wide)}px`;
  box.style.top = `${within(best.top, height - high)}px`;
}
