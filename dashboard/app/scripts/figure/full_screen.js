// The page in full screen: figures then have the height of the screen. Where a browser does not offer it, neither do we.

const BUTTONS = '[data-press="full-screen"]';

export function turnFullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen().catch(() => {}); // a browser may refuse; then F11 is left
}

export function markFullScreen(within) {
  for (const button of within.querySelectorAll(BUTTONS)) {
    button.closest(".dl-choice").hidden = !document.fullscreenEnabled;
    button.setAttribute("aria-pressed", String(Boolean(document.fullscreenElement)));
  }
}

document.addEventListener("fullscreenchange", () => markFullScreen(document));
