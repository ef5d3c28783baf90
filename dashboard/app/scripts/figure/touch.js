// One finger scrolls the page, wherever it begins; two fingers move the map and make it larger or smaller, and nothing else.
// Plotly is told of two fingers alone, and of no pointer that a browser makes up after a tap: it would leave a text behind.
export function letFingersScroll(host) {
  const { plot } = host;
  const on = (kind, answer) => plot.addEventListener(kind, answer, { capture: true, passive: false });
  host.byTwo = false;
  on("touchstart", (event) => {
    const { touches, cancelable } = event;
    if (host.byTwo) return event.preventDefault();
    const both =
      host.data.zooms &&
      touches.length === 2 &&
      cancelable &&
      [...touches].every(({ target }) => plot.contains(target));
    if (!both) return event.stopPropagation();
    event.preventDefault(); // else the page would scroll as well
    host.byTwo = true;
    tellOfFirst(touches[0]);
  });
  on("touchmove", (event) => {
    if (!host.byTwo) return event.stopPropagation();
    if (event.cancelable) event.preventDefault();
  });
  for (const kind of ["touchend", "touchcancel"])
    on(kind, (event) => {
      if (!host.byTwo) event.stopPropagation();
      if (event.cancelable) event.preventDefault(); // no pointer is made up
      if (!event.touches.length) setTimeout(() => (host.byTwo = false)); // after the last pointer has left
    });
}

// The finger that went down first was kept from Plotly, which can but follow two of which it knows both.
function tellOfFirst(touch) {
  const only = { touches: [touch], targetTouches: [touch], changedTouches: [touch] };
  touch.target.dispatchEvent(new TouchEvent("touchstart", { ...only, bubbles: false, cancelable: true }));
}
