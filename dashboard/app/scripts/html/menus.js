// A menu opens below what opens it. Where it would leave the window, it stands further in.
const OPEN = "details.dl-facet[open] > div";
const FROM_EDGE_PX = 8;

export function keepMenusInWindow(within = document) {
  for (const menu of within.querySelectorAll(OPEN)) keepInWindow(menu);
}

function keepInWindow(menu) {
  menu.style.translate = "";
  const { left, right } = menu.getBoundingClientRect();
  const over = Math.max(0, right - (document.documentElement.clientWidth - FROM_EDGE_PX));
  const inwards = Math.min(over, Math.max(0, left - FROM_EDGE_PX));
  if (inwards) menu.style.translate = `${-inwards}px`;
}

document.addEventListener("toggle", ({ target }) => target.matches?.(".dl-facet") && keepMenusInWindow(), true);
window.addEventListener("resize", () => keepMenusInWindow());
