// The draft of one source: kept in this browser at each change, and told to the server, which keeps it as a file.
import { choicesHere } from "./choices.js";

const DRAFTS = "dateline-add";
const PAUSE_MS = 400;
const TYPING_MS = 1500;
const BACK_MS = 1000;
const MOST_PAST = 100;
const ENDS_OFFERS = new Set(["discard", "yaml", "join", "change-proposal"]);

const placeOf = (data) => `${DRAFTS}:${data.workspace}:${data.record ?? data.source}`;
const isEmpty = (fields) => !Object.keys(fields).length;

export const draftOf = (host) => ({
  source: host.data.source,
  record: host.data.record,
  opened: host.opened,
  fields: host.fields,
  id: host.id,
  folder: host.folder,
  number: host.number,
  writer: host.writer,
});

// What is told to the server: the draft, and which of the choices are here.
export const told = (host) => ({ ...draftOf(host), has: choicesHere() });

export function changed(host) {
  remember(host);
  host.number += 1;
  host.isReviewed = false;
  host.lastSaid = "";
  clearTimeout(host.timer);
  host.timer = setTimeout(() => report(host), PAUSE_MS);
  keep(host);
  host.say();
}

export function keep(host) {
  try {
    if (isEmpty(host.fields) || host.number === host.clean) localStorage.removeItem(placeOf(host.data));
    else localStorage.setItem(placeOf(host.data), JSON.stringify(draftOf(host)));
  } catch {
    return; // no room is left: the server keeps it
  }
}

export function report(host) {
  clearTimeout(host.timer);
  host.tell(told(host));
}

// What was told while there was no server is told once more, as such: a server that was started anew takes it for what it
// has had before it drew the form.
export function reportIfLost(host) {
  if (isEmpty(host.fields) || host.number === host.clean || host.waiting) return; // a press says it again by itself
  clearTimeout(host.timer);
  host.timer = setTimeout(() => {
    if (!host.box.isConnected) return;
    host.isToldAgain = true;
    host.tell({ ...told(host), again: Date.now() });
  }, BACK_MS);
}

function kept(data) {
  try {
    return JSON.parse(localStorage.getItem(placeOf(data)));
  } catch {
    return null; // nothing that this page wrote
  }
}

// Of what this browser and what the server kept, the later one.
export function begin(host, data) {
  const here = kept(data);
  Object.assign(host, { waiting: null, queue: [], lastSaid: "" });
  const left = here && here.number >= data.kept.number ? here : data.kept;
  host.touched.clear();
  host.past = [];
  Object.assign(host, {
    source: data.source,
    isReviewed: false,
    fields: structuredClone(left.fields),
    id: left.id,
    folder: left.folder,
    number: Math.max(left.number, data.kept.number),
    opened: left.opened ?? data.opened,
    clean: data.record && left !== here && !data.is_changed ? data.kept.number : null,
    wantsAll: false,
    offers: [],
  });
  host.before = structuredClone(host.fields);
  if (left === here) report(host);
}

// What the event was before the last change; of what is typed without a pause, before the first letter.
function remember(host) {
  const [before, now] = [JSON.stringify(host.before ?? {}), JSON.stringify(host.fields)];
  if (before === now) return;
  const goesOn = host.putAt && host.putAt === host.typedAt && Date.now() - host.changedAt < TYPING_MS;
  host.typedAt = host.putAt;
  if (!goesOn) host.past.push(host.before);
  if (host.past.length > MOST_PAST) host.past.shift();
  host.changedAt = Date.now();
  host.before = JSON.parse(now);
}

// The last mark or change is taken back.
export function undo(host) {
  if (!host.past.length || host.waiting) return;
  host.fields = host.past.pop();
  host.before = structuredClone(host.fields);
  host.typedAt = null;
  host.offers = [];
  host.problems = [];
  changed(host);
  host.draw();
  host.status.textContent = "The last change was undone";
}

// What an answer offers a choice of.
export function registryOf(answer) {
  if (answer.new_actor) return "actors";
  if (answer.lacks_day || answer.year_before) return "day";
  return answer.places?.length || answer.new_place ? "places" : null;
}

const isSame = (one, other) => one[0] === other[0] && one[1] === other[1];

// Places and actors to add wait for a choice while other words are marked: each until it is chosen, or the event is over.
function offersAfter(host, answer) {
  const { what, start, end } = host.underWay ?? {};
  const before = host.offers ?? [];
  if (answer.refused) return before;
  if (answer.saved || ENDS_OFFERS.has(what)) return [];
  const registry = registryOf(answer);
  const isOver = (each) => {
    if (isSame(each.span, [start, end])) return true; // of these very words
    if (each.registry === "places") return answer.focus === "where/reported"; // an event has one place
    return each.registry === "day" && answer.focus === "when/reported";
  };
  const left = before.filter((each) => !isOver(each));
  return registry ? [...left, { ...answer, registry }] : left;
}

// What a press has made of the draft; where it was changed in the meantime, the press is made again.
export function take(host, answer) {
  if (!answer || answer.press !== host.waiting) return false;
  host.waiting = null;
  if (answer.number !== host.number) {
    host.again();
    return false;
  }
  host.number += 1;
  host.fields = structuredClone(answer.fields);
  host.putAt = null;
  remember(host);
  if (answer.saved) host.past = [];
  if (answer.opened) host.opened = answer.opened;
  if (host.data.record && answer.saved) host.clean = host.number;
  host.offers = offersAfter(host, answer);
  host.problems = [];
  host.isReviewed = false;
  host.lastSaid = answer.said ?? "";
  if (answer.saved || isEmpty(host.fields)) Object.assign(host, { id: "", touched: new Set(), wantsAll: false });
  keep(host);
  if (answer.saved && host.isToldAgain) report(host); // or the next server would keep what is saved
  if (answer.saved) host.isToldAgain = false;
  return true;
}
