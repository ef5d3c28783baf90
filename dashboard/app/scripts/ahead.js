// What each next press would show is fetched while nobody presses: `memory.js` draws it at once, whatever Python then says.
const QUIET_MS = 100;
const MOST_DRAWINGS = 400; // about 20 kB each; see `ahead.py`
const foresight = { key: null, drawings: new Map(), stop: new AbortController() };

for (const kind of [ASKED, "popstate"]) window.addEventListener(kind, () => foresight.stop.abort());

// Of the page that has just come, as it is at this address.
function lookAhead(key) {
  if (key === foresight.key) return; // the page was told before
  foresight.stop.abort();
  foresight.stop = new AbortController();
  foresight.key = key;
  if (key !== null) goOn({ key, search: location.search, signal: foresight.stop.signal }, 0, QUIET_MS);
}

function goOn(page, start, pause) {
  const { signal } = page;
  const go = () => (document.hidden ? document.addEventListener("visibilitychange", go, { once: true, signal }) : whenIdle(() => fetchAhead(page, start)));
  setTimeout(() => signal.aborted || go(), pause);
}

async function fetchAhead(page, start) {
  const { key, search, signal } = page;
  if (signal.aborted) return;
  try {
    const known = [...foresight.drawings.keys()];
    const answer = await fetch(`${root()}dateline-ahead/${key}?${new URLSearchParams({ start, known })}`, { signal, cache: "no-store" });
    const { answers, next } = await answer.json();
    if (signal.aborted || search !== location.search) return;
    for (const each of answers) tell(key, each);
    if (next !== null) goOn(page, next, answers.length ? 0 : QUIET_MS);
  } catch {
    // Somebody pressed, or the server is away: then the press itself is answered.
  }
}

function tell(key, { press, stand, drawing }) {
  const { drawings } = foresight;
  const known = drawing ?? drawings.get(stand.drawn);
  if (!known) return;
  drawings.delete(stand.drawn); // the last one stands last
  drawings.set(stand.drawn, known);
  if (drawings.size > MOST_DRAWINGS) drawings.delete(drawings.keys().next().value);
  window.dispatchEvent(new CustomEvent(FORETOLD, { detail: { key, press, data: { ...known, ...stand } } }));
}
