// What the form is made from and what there is to choose: sent in pieces, each once, and put together here. They are kept
// for as long as the page is open; by the fingerprint of all of them the server is told what is here.
const MOST_KEPT = 4; // the forms of Add and of a few kinds of record
const pieces = new Map();
const whole = new Map();
let last = "";

export const choicesHere = () => last;

// The schema and the options; null where pieces are missing that were sent to nobody here.
export function choicesOf({ fingerprint, lists, pieces: sent }) {
  for (const [name, rows] of Object.entries(sent ?? {})) pieces.set(name, rows);
  const isHere = (name) => pieces.has(name);
  if (!whole.has(fingerprint) && lists && Object.values(lists).flat().every(isHere))
    whole.set(fingerprint, putTogether(lists));
  if (!whole.has(fingerprint)) return null;
  if (whole.size > MOST_KEPT) whole.delete(whole.keys().next().value);
  last = fingerprint;
  return whole.get(fingerprint);
}

function putTogether(lists) {
  const rows = Object.entries(lists).map(([name, names]) => [name, names.flatMap((each) => pieces.get(each))]);
  const {
    schema: [schema],
    ...options
  } = Object.fromEntries(rows);
  return { schema, options };
}
