// A map, and a timeline, is not drawn anew while the reader moves it: Plotly would go back to where the move began, and forget the rest.
const LONGEST_MS = 1000; // from one step of a move to the next

export function noteMove(host, isOver) {
  clearTimeout(host.waiting);
  if (isOver) return rest(host);
  host.rest ??= new Promise((resolve) => (host.letGo = resolve));
  host.waiting = setTimeout(() => rest(host), LONGEST_MS);
}

function rest(host) {
  host.letGo?.();
  host.rest = host.letGo = null;
}

export async function untilAtRest(host) {
  while (host.rest) await host.rest;
}
