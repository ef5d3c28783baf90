// Presses go to the server one at a time, each until it is answered: the next is of what the one before made of the draft.
import { told } from "./draft.js";

const REPEAT_MS = 1500;
const LONGEST_PAUSE_MS = 10_000;
const LATE = 4; // repeats, from which on it is said that nobody answers
// What writes files: until it is answered, nothing can be typed that would be of another event.
const WRITES = new Set([
  "save",
  "join",
  "choose",
  "day",
  "discard",
  "yaml",
  "undo",
  "over",
  "merge",
  "change-proposal",
  "ask-model",
]);

// What is over with the event that it was pressed for.
const ENDS = new Set(["save", "join", "choose", "day", "discard", "yaml", "undo", "over", "merge"]);

const pressedBeforeSaved = new WeakSet();

export function press(host, pressed) {
  const asked = JSON.stringify(pressed);
  if (!host.waiting) send(host, pressed);
  else if (asked !== JSON.stringify(host.queue.at(-1) ?? host.underWay)) host.queue.push(pressed); // no double press
}

// A quote is of the last claim, as the presses before have left it; where there is none, the words begin one.
function ofLastClaim(host, pressed) {
  if (pressed.what !== "quote") return pressed;
  const claim = Object.keys(host.fields.claims ?? {}).at(-1);
  return claim === undefined ? { ...pressed, what: "mark", as: "claim" } : { ...pressed, claim };
}

function send(host, pressed) {
  host.waiting = Math.max(Date.now(), host.sent + 1);
  host.sent = host.waiting;
  host.underWay = pressed;
  const active = document.activeElement;
  host.from = active?.form === host.form ? active.dataset.focus : null; // inert takes the keyboard away
  host.form.inert = WRITES.has(pressed.what);
  host.again = () => send(host, pressed);
  clearTimeout(host.timer);
  const follows = pressedBeforeSaved.has(pressed) ? { follows_save: true } : {};
  const sent = { ...ofLastClaim(host, pressed), ...follows, ...told(host), press: host.waiting };
  host.sendPress(sent);
  repeat(host, sent, 1);
}

// A press may be lost, between two runs of the server or while there is none. It is said again, however long that takes;
// the server answers each once.
function repeat(host, sent, count) {
  setTimeout(
    () => {
      if (host.waiting !== sent.press || !host.box.isConnected) return;
      host.isLate = count >= LATE;
      host.say();
      host.sendPress(sent);
      repeat(host, sent, count + 1);
    },
    Math.min(REPEAT_MS * count, LONGEST_PAUSE_MS),
  );
}

// Once an event is saved, what was pressed for it is over; words that were marked meanwhile begin the next event, and
// what was pressed behind them is of that.
function forNextEvent(queue) {
  const first = queue.findIndex(({ what }) => what === "mark" || what === "quote");
  return queue.filter(({ what }, index) => (first >= 0 && index >= first) || !ENDS.has(what));
}

// What waited is sent. That an event was saved is told until something is pressed that was not pressed before it.
export function goOn(host, answer) {
  host.isLate = false;
  host.form.inert = false;
  if (answer.saved) host.queue = forNextEvent(host.queue);
  if (answer.saved) for (const each of host.queue) pressedBeforeSaved.add(each);
  if (host.queue.length) send(host, host.queue.shift());
}
