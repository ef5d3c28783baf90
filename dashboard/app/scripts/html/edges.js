// What goes on at its side fades there, so that it is seen to: CSS is told on which sides there is more.
const ROLLS = ".dl-bar nav, .dl-filters, .dl-scroll, .dl pre";
const rolling = new ResizeObserver((entries) => {
  for (const { target } of entries) tellEdges(target.closest(ROLLS));
});

export function watchEdges(box) {
  for (const each of box.querySelectorAll(ROLLS)) for (const node of [each, ...each.children]) rolling.observe(node);
}

function tellEdges(node) {
  if (!node) return;
  const at = Math.abs(node.scrollLeft);
  const more = [at > 1 && "start", at < node.scrollWidth - node.clientWidth - 1 && "end"].filter(Boolean).join(" ");
  if ((node.dataset.more ?? "") !== more) node.dataset.more = more;
}

document.addEventListener("scroll", ({ target }) => target.matches?.(ROLLS) && tellEdges(target), {
  capture: true,
  passive: true,
});
