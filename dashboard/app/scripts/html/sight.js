// Whatever a press selects is brought into sight, with its first words; letting go leads back to where it was pressed.
import { ASKED } from "../presses.js";
import { TURNED } from "../turn.js";

const CALM = matchMedia("(prefers-reduced-motion: reduce)");
export const SELECTS = ["event", "list", "question"];
const SETTLED_MS = 700; // by then the figures are drawn for what was pressed, and a scroll has ended
export const sight = {
  at: null,
  isByKey: false,
  asked: { box: null }, // a link may have selected
  coming: null,
  left: null,
  isLeading: false,
};

for (const kind of ["pointerdown", "keydown"])
  document.addEventListener(kind, ({ target }) => Object.assign(sight, { at: target, isByKey: kind === "keydown" }), {
    capture: true,
  });
window.addEventListener(ASKED, ({ detail: { press } }) => {
  const leads = press.what === "go" && isSelected(press.value);
  const selects = press.events || press.what === "clear" || SELECTS.includes(press.what) || leads;
  sight.asked = selects ? placeOf(sight.at) : null;
  if (selects) clearTimeout(sight.back); // nobody is led back from what is pressed now
});

const isSelected = (query) => SELECTS.some((key) => new URLSearchParams(query).has(key));

window.addEventListener(TURNED, () => {
  const box = sight.coming;
  sight.coming = null;
  if (box?.isConnected) bringIntoSight(box);
});

// Whoever hears the page goes on there after a press of a finger as well; its frame is for those who use keys.
export function lead(place) {
  if (place.tabIndex < 0) place.tabIndex = -1; // or it takes no focus
  place.toggleAttribute("data-led-by-pointer", !sight.isByKey);
  place.focus({ preventScroll: true });
}

// A figure stays where its marks are drawn anew: they are found again by their names.
function placeOf(target) {
  const figure = target?.closest?.(".dl-figure");
  return { box: figure ?? target, name: figure && target.getAttribute("aria-label") };
}

// Called with what a component has just drawn anew.
export async function bringIntoSight(box) {
  const card = box.querySelector(".dl-card");
  const place = sight.asked;
  if (!card || !place) return;
  if (!card.checkVisibility({ visibilityProperty: true })) return void (sight.coming = box); // its page is not seen yet
  sight.asked = null;
  if (!isSelected(location.search)) return void goBack();
  const isMark = Boolean(place.name) && sight.isByKey; // whoever opens a mark by keys reads on in the card
  if (await isSeen(card)) {
    if (!isMark) return;
    sight.left = place;
    return void readOn(card);
  }
  sight.left = place;
  slideTo(card, "start");
  sight.isLeading = true;
  setTimeout(async () => {
    sight.isLeading = false;
    if (!card.isConnected) return;
    if (!(await isSeen(card))) card.scrollIntoView({ block: "start" });
    readOn(card);
  }, SETTLED_MS);
}

function readOn(card) {
  const body = card.querySelector(".dl-body");
  if (body) lead(body);
}

async function isSeen(card) {
  const first = card.querySelector(".dl-lead, h2") ?? card;
  const [top, bottom] = await placesOf(card, first);
  const below = parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--dl-top")) || 0;
  return top.top >= below && bottom.bottom <= innerHeight;
}

// Where nodes are once the page is laid out: asked for at once, it would be laid out for that, and again with its figures.
const placesOf = (...nodes) =>
  new Promise((resolve) => {
    const places = new Map();
    const observer = new IntersectionObserver((entries) => {
      for (const { target, boundingClientRect } of entries) places.set(target, boundingClientRect);
      if (nodes.some((node) => !places.has(node))) return;
      observer.disconnect();
      resolve(nodes.map((node) => places.get(node)));
    });
    for (const node of nodes) observer.observe(node);
  });

function goBack() {
  const { box, name } = sight.left ?? {};
  sight.left = null;
  if (!box?.isConnected) return;
  sight.isLeading = true;
  sight.back = setTimeout(() => {
    sight.isLeading = false;
    const mark =
      name && [...box.querySelectorAll('[role="button"]')].find((each) => each.getAttribute("aria-label") === name);
    (mark || box).focus?.({ preventScroll: true });
    slideTo(mark || box, "center");
  }, SETTLED_MS);
}

const slideTo = (node, block) => node.scrollIntoView({ block, behavior: CALM.matches ? "auto" : "smooth" });
