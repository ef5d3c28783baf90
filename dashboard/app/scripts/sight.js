// Whatever a press selects is brought into sight, with its first words; letting go leads back to where it was pressed.
const CALM = matchMedia("(prefers-reduced-motion: reduce)");
const SELECTS = ["event", "list", "question"];
const SETTLED_MS = 700; // by then the figures are drawn for what was pressed, and a scroll has ended
const sight = { at: null, asked: null, left: null };

for (const kind of ["pointerdown", "keydown"]) document.addEventListener(kind, ({ target }) => (sight.at = target), { capture: true });
window.addEventListener(ASKED, ({ detail: { press } }) => {
  const selects = press.events || press.what === "clear" || SELECTS.includes(press.what);
  sight.asked = selects ? placeOf(sight.at) : null;
});

// A figure stays where its marks are drawn anew: they are found again by their names.
function placeOf(target) {
  const figure = target?.closest?.(".dl-figure");
  return { box: figure ?? target, name: figure && target.getAttribute("aria-label") };
}

// Called with what a component has just drawn anew.
function bringIntoSight(box) {
  const card = box.querySelector(".dl-card");
  const place = sight.asked;
  if (!card || !place) return;
  sight.asked = null;
  if (!SELECTS.some((key) => new URLSearchParams(location.search).has(key))) return void goBack();
  if (isSeen(card)) return;
  sight.left = place;
  slideTo(card, "start");
  setTimeout(() => {
    if (!card.isConnected) return;
    if (!isSeen(card)) card.scrollIntoView({ block: "start" });
    card.querySelector(".dl-body")?.focus({ preventScroll: true });
  }, SETTLED_MS);
}

function isSeen(card) {
  const first = card.querySelector(".dl-lead, h2") ?? card;
  return card.getBoundingClientRect().top >= 0 && first.getBoundingClientRect().bottom <= innerHeight;
}

function goBack() {
  const { box, name } = sight.left ?? {};
  sight.left = null;
  if (!box?.isConnected) return;
  setTimeout(() => {
    const mark = name && [...box.querySelectorAll('[role="button"]')].find((each) => each.getAttribute("aria-label") === name);
    (mark || box).focus?.({ preventScroll: true });
    slideTo(mark || box, "center");
  }, SETTLED_MS);
}

const slideTo = (node, block) => node.scrollIntoView({ block, behavior: CALM.matches ? "auto" : "smooth" });
