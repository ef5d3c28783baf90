// A menu opens below what opens it. Where it would leave the window, it stands further in.
const OPEN = "details.dl-facet[open] > div, .dl-trays details[open] > ul";
const FROM_EDGE_PX = 8;

export function keepMenusInWindow(within = document) {
  for (const menu of within.querySelectorAll(OPEN)) keepInWindow(menu);
}

function keepInWindow(menu) {
  menu.style.translate = "";
  const { left, right } = menu.getBoundingClientRect();
  const over = Math.max(0, right - (document.documentElement.clientWidth - FROM_EDGE_PX));
  const under = left < 0 ? FROM_EDGE_PX - left : 0; // a sheet of the whole width stays
  const inwards = under || -Math.min(over, Math.max(0, left - FROM_EDGE_PX));
  if (inwards) menu.style.translate = `${inwards}px`;
}

document.addEventListener(
  "toggle",
  ({ target }) => target.matches?.(".dl-facet, .dl-trays details") && keepMenusInWindow(),
  true,
);
window.addEventListener("resize", () => keepMenusInWindow());
