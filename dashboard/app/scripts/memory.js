// What came of the same press before, on a page that is the same, is drawn at once, while Python works it out. Python's
// answer counts: where it is another, that is drawn, and where none comes, what was there before.
const REMEMBERED = 24;
const AT_LAST_MS = 5000;
const SHOWN = ["drawn", "selected", "revision", "width"]; // what a figure is drawn for

const isAlike = (one, other) => SHOWN.every((key) => one?.[key] === other?.[key]) && String(one?.chosen) === String(other?.chosen);

function remembering(host) {
  host.answers = new Map();
  host.onAsked = ({ detail }) => foresee(host, detail);
  window.addEventListener(ASKED, host.onAsked);
}

function foresee(host, press) {
  clearTimeout(host.patience);
  // A second press before the first is answered: what the page is by then is not known.
  host.asked = host.before ? null : JSON.stringify([location.search, SHOWN.map((key) => host.data[key]), press]);
  host.before ??= host.data;
  host.patience = setTimeout(() => giveUp(host), AT_LAST_MS);
  const known = host.answers.get(host.asked);
  if (known) setTimeout(() => host.asked && take(host, known));
}

// Whether this is news: each press first brings what is there once more.
function isAnswer(host, data) {
  if (host.before && isAlike(data, host.before)) return false;
  if (host.asked) {
    host.answers.delete(host.asked); // the last one stands last
    host.answers.set(host.asked, data);
    if (host.answers.size > REMEMBERED) host.answers.delete(host.answers.keys().next().value);
  }
  host.asked = host.before = null;
  clearTimeout(host.patience);
  return true;
}

function giveUp(host) {
  const { before } = host;
  host.asked = host.before = null;
  take(host, before);
}
