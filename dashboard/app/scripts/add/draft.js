// The draft of one source: kept in this browser at each change, and told to the server, which keeps it as a file.
const DRAFTS = "dateline-add";
const PAUSE_MS = 400;

const placeOf = (data) => `${DRAFTS}:${data.workspace}:${data.source}`;
const isEmpty = (fields) => !Object.keys(fields).length;

export const draftOf = (host) => ({
  source: host.data.source,
  fields: host.fields,
  id: host.id,
  folder: host.folder,
  number: host.number,
  writer: host.writer,
});

export function changed(host) {
  host.number += 1;
  host.lastSaid = "";
  clearTimeout(host.timer);
  host.timer = setTimeout(() => report(host), PAUSE_MS);
  keep(host);
  host.say();
}

export function keep(host) {
  try {
    if (isEmpty(host.fields)) localStorage.removeItem(placeOf(host.data));
    else localStorage.setItem(placeOf(host.data), JSON.stringify(draftOf(host)));
  } catch {
    return; // no room is left: the server keeps it
  }
}

export function report(host) {
  clearTimeout(host.timer);
  host.tell(draftOf(host));
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
  Object.assign(host, {
    source: data.source,
    fields: structuredClone(left.fields),
    id: left.id,
    folder: left.folder,
    number: Math.max(left.number, data.kept.number),
    wantsAll: false,
    offer: null,
  });
  if (left === here) report(host);
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
  host.offer = answer.places?.length || answer.new_actor ? answer : null;
  host.problems = [];
  host.lastSaid = answer.said ?? "";
  if (answer.saved || isEmpty(host.fields)) Object.assign(host, { id: "", touched: new Set(), wantsAll: false });
  keep(host);
  return true;
}
