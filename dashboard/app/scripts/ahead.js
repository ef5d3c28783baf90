// What each next press would show is fetched while nobody presses: `memory.js` draws it at once, whatever Python then says.
const QUIET_MS = 100;
const MOST_DRAWINGS = 200; // about 20 kB each
const foresight = { number: null, drawings: new Map(), timer: 0, stop: new AbortController() };

window.addEventListener(ASKED, stopLooking);

function stopLooking() {
  clearTimeout(foresight.timer);
  foresight.stop.abort();
}

function lookAhead(number) {
  if (number === foresight.number) return; // the page was told before
  stopLooking();
  foresight.number = number;
  if (number !== null) goOn(number, 0);
}

function goOn(number, start) {
  foresight.timer = setTimeout(() => document.hidden || whenIdle(() => fetchAhead(number, start)), start ? 0 : QUIET_MS);
}

async function fetchAhead(number, start) {
  const { signal } = (foresight.stop = new AbortController());
  try {
    const known = [...foresight.drawings.keys()];
    const answer = await fetch(`${root()}dateline-ahead/${number}?${new URLSearchParams({ start, known })}`, { signal, cache: "no-store" });
    const { answers, next } = await answer.json();
    for (const each of answers) tell(each);
    if (next !== null) goOn(number, next);
  } catch {
    // Somebody pressed, or the server is away: then the press itself is answered.
  }
}

function tell({ press, stand, drawing }) {
  const { drawings } = foresight;
  const known = drawing ?? drawings.get(stand.drawn);
  if (!known) return;
  drawings.delete(stand.drawn); // the last one stands last
  drawings.set(stand.drawn, known);
  if (drawings.size > MOST_DRAWINGS) drawings.delete(drawings.keys().next().value);
  window.dispatchEvent(new CustomEvent(FORETOLD, { detail: { press, data: { ...known, ...stand } } }));
}
