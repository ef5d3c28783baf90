// Streamlit gives a file another name each time that the page is drawn. A press that meets this asks for a name that is gone,
// and is told that it failed: the same button is pressed once more then, by which time it has the new name.
const BUTTON = '[data-testid="stDownloadButton"]';
const FAILED = '[data-testid="stDownloadButtonError"]';
const AGAIN_MS = 250;
const MOST_MS = 15_000;

function pressOnceMore(box) {
  const observer = new MutationObserver(() => {
    if (!box.querySelector(FAILED)) return;
    observer.disconnect();
    setTimeout(() => box.querySelector("button")?.click(), AGAIN_MS);
  });
  observer.observe(box, { childList: true, subtree: true });
  setTimeout(() => observer.disconnect(), MOST_MS);
}

document.addEventListener(
  "click",
  ({ target, isTrusted }) => {
    const box = isTrusted && target.closest?.(BUTTON); // the second press is nobody's, and fails for good
    if (box) pressOnceMore(box);
  },
  true,
);

// The list of formats opens at the end of the document, where Tab would come to it last: the focus goes there when it opens,
// Tab stays among its buttons, and Escape, which closes it, leads back.
const LIST = ".st-key-export-formats";
const OPENER = ".st-key-events-file button";
const STOPS = ":is(button, a[href])";
const FRAMES = 30;

function enterList(frames = FRAMES) {
  const first = document.querySelector(`${LIST} button`);
  if (first) first.focus();
  else if (frames > 0) requestAnimationFrame(() => enterList(frames - 1));
}

document.addEventListener(
  "click",
  ({ target }) => {
    if (target.closest?.(OPENER) && !document.querySelector(LIST)) requestAnimationFrame(() => enterList());
  },
  true,
);

document.addEventListener(
  "keydown",
  (event) => {
    const list = event.target.closest?.(LIST);
    if (!list) return;
    if (event.key === "Escape") document.querySelector(OPENER)?.focus();
    if (event.key !== "Tab") return;
    const stops = [...list.querySelectorAll(STOPS)];
    const at = stops.indexOf(event.target) + (event.shiftKey ? -1 : 1);
    stops.at(at % stops.length).focus();
    event.preventDefault();
  },
  true,
);
