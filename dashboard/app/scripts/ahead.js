// What each next press would show is fetched while nobody presses: `memory.js` draws it at once, whatever Python then says.
const QUIET_MS = 100;
const MOST_TEXTS = 200; // of figures, about 20 kB each
const foresight = { number: null, texts: new Map(), timer: 0, stop: new AbortController() };

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
    const known = [...foresight.texts.keys()];
    const answer = await fetch(`${root()}dateline-ahead/${number}?${new URLSearchParams({ start, known })}`, { signal, cache: "no-store" });
    const { answers, next } = await answer.json();
    for (const each of answers) tell(each);
    if (next !== null) goOn(number, next);
  } catch {
    // Somebody pressed, or the server is away: then the press itself is answered.
  }
}

function tell({ press, data }) {
  const { texts } = foresight;
  data.figure ??= texts.get(data.drawn);
  if (!data.figure) return;
  texts.delete(data.drawn); // the last one stands last
  texts.set(data.drawn, data.figure);
  if (texts.size > MOST_TEXTS) texts.delete(texts.keys().next().value);
  window.dispatchEvent(new CustomEvent(FORETOLD, { detail: { press, data } }));
}
