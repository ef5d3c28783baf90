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
