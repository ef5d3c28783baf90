// What the pages of the other programs have in common: the events, and a place that tells of the one that is selected.

export async function readEvents() {
  const count = new URL(location.href).searchParams.get("events");
  const answer = await fetch(`events-${count}.json`);
  const events = await answer.json();
  window.comparison.dataAt = performance.now(); // library and data are there: what follows is drawing
  return events;
}

export function show(event) {
  const detail = document.querySelector("aside");
  detail.replaceChildren(
    Object.assign(document.createElement("h2"), { textContent: event.title }),
    Object.assign(document.createElement("p"), { textContent: `${event.start} to ${event.end}` }),
    Object.assign(document.createElement("p"), { textContent: event.text }),
  );
}

// Where a node can be pressed: its middle, or null if it lies outside of the window or something else lies over it.
export function pointOf(node) {
  const box = node.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  return node.contains(document.elementFromPoint(x, y)) ? [x, y] : null;
}

export function pressable(nodes, keyOf) {
  const found = [];
  for (const node of nodes) {
    const point = pointOf(node);
    if (point) found.push({ x: point[0], y: point[1], key: keyOf(node) });
  }
  return found;
}
