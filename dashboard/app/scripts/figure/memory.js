// What came of the same press before, on a page that is the same, is drawn at once, while Python works it out. Python's
// answer counts: where it is another, that is drawn, and where none comes, what Python told last.
import { ANSWERED, ASKED } from "../presses.js";

const REMEMBERED = 24;
const MOST_CHARACTERS = 8_000_000; // of all that one figure remembers
const AT_LAST_MS = 5000;
const PAUSE_MS = 200; // the figure's part of an answer may come so long after its end
const SHOWN = ["drawn", "selected", "revision", "width"]; // what a figure is drawn for

export const isAlike = (one, other) =>
  SHOWN.every((key) => one?.[key] === other?.[key]) && String(one?.chosen) === String(other?.chosen);

export function remembering(host) {
  host.answers = new Map();
  host.onAsked = ({ detail }) => foresee(host, detail);
  host.onAnswered = ({ detail }) => host.awaited && detail >= host.awaited && endSoon(host);
  for (const [kind, answer] of listenersOf(host)) window.addEventListener(kind, answer);
}

const listenersOf = (host) => [
  [ASKED, host.onAsked],
  [ANSWERED, host.onAnswered],
];

export function forget(host) {
  for (const [kind, answer] of listenersOf(host)) window.removeEventListener(kind, answer);
  clearTimeout(host.patience);
}

function foresee(host, { press, number }) {
  // A second press before the first is answered: what the page is by then is not known.
  const isKnown = !host.awaited || host.isHeard;
  host.asked = isKnown ? askedOf(host, press) : null;
  host.awaited = number;
  host.isHeard = false;
  wait(host, AT_LAST_MS);
  const known = host.answers.get(host.asked);
  if (known) setTimeout(() => host.awaited === number && host.take(known));
}

// The page as it is, and what is pressed on it: a mark of one event asks what the event's name asks.
function askedOf({ told }, { events, what, value }) {
  const press = events?.length === 1 ? ["event", events[0]] : [what, value ?? events];
  return JSON.stringify([location.pathname + location.search, SHOWN.map((key) => told[key]), press]);
}

// Python tells of a figure only what is new: nothing, where two presses in one undo each other.
export function hear(host, data) {
  const isNews = !isAlike(data, host.told);
  host.told = data;
  if (isNews && host.asked) remember(host);
  if (isNews || !host.awaited) host.take(data);
}

// The figure's part of the answer may come a moment after its end.
function endSoon(host) {
  if (!host.isHeard) host.answers.delete(host.asked); // nothing has come of it this time
  host.isHeard = Boolean(host.asked);
  wait(host, PAUSE_MS);
}

function wait(host, time) {
  clearTimeout(host.patience);
  host.patience = setTimeout(() => {
    host.awaited = host.asked = null;
    host.take(host.told);
  }, time);
}

function remember(host) {
  host.isHeard = true;
  host.answers.delete(host.asked); // the last one stands last
  host.answers.set(host.asked, host.told);
  while (host.answers.size > REMEMBERED || lengthOf(host.answers) > MOST_CHARACTERS)
    host.answers.delete(host.answers.keys().next().value);
}

const lengthOf = (answers) => [...answers.values()].reduce((sum, { figure }) => sum + figure.length, 0);
