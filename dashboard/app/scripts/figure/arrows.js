// A figure is one stop of the keyboard: arrows go from mark to mark, Home and End to the first and the last.
const ACROSS = 2.5; // so much more does it count to be aside of the way than ahead on it
const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

// Lets one mark be the stop: the one that the keyboard was last at, else the one that is selected, else the first.
export function makeOneStop(host, nodes) {
  const stop =
    nodes.find((node) => node.getAttribute("aria-label") === host.stop) ??
    nodes.find((node) => node.getAttribute("aria-pressed") === "true") ??
    nodes[0];
  for (const node of nodes) node.setAttribute("tabindex", node === stop ? "0" : "-1");
  for (const node of nodes) node.addEventListener("focus", () => stopAt(host, nodes, node));
}

function stopAt(host, nodes, stop) {
  host.stop = stop.getAttribute("aria-label");
  for (const node of nodes) node.setAttribute("tabindex", node === stop ? "0" : "-1");
}

// The mark to which a key leads from another; nothing where it is no such key, or there is none that way.
export function markTowards(key, from, nodes) {
  const places = nodes.map((node) => ({ node, ...centre(node) }));
  if (key === "Home" || key === "End") {
    const ordered = places.sort((one, other) => one.x - other.x || one.y - other.y);
    return ordered.at(key === "Home" ? 0 : -1)?.node;
  }
  const [right, down] = WAYS[key] ?? [];
  if (right === undefined) return null;
  const here = centre(from);
  const ways = places.flatMap(({ node, x, y }) => {
    const ahead = (x - here.x) * right + (y - here.y) * down;
    const aside = Math.abs((x - here.x) * down) + Math.abs((y - here.y) * right);
    return node !== from && ahead > 0.5 ? [{ node, cost: ahead + ACROSS * aside }] : [];
  });
  return ways.sort((one, other) => one.cost - other.cost)[0]?.node ?? null;
}

function centre(node) {
  const { left, top, width, height } = node.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
