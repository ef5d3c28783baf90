// What a wheel, and a pointer at rest, mean to a figure.
import { isForTime } from "./move_time.js";

const PAUSE_MS = 200;

// A turn of the wheel that began elsewhere, or on a map as wide as the page, scrolls the page: Ctrl asks for the map.
export function letThePageScroll(host) {
  let last = { time: 0, inside: false };
  host.onWheel = (event) => {
    const inside = host.box.contains(event.target);
    const goesOn = event.timeStamp - last.time < PAUSE_MS;
    last = { time: event.timeStamp, inside: goesOn ? last.inside : inside };
    const wide = host.box.clientWidth < 0.8 * window.innerWidth;
    const isZoom = wide || (inside && isForTime(host, event));
    if (inside && !event.ctrlKey && !(isZoom && last.inside)) event.stopImmediatePropagation();
  };
  window.addEventListener("wheel", host.onWheel, { capture: true, passive: true });
}

// Whenever the page moves under a pointer at rest, the browser says that it moved, and Plotly writes the text of the mark
// below it anew. While a press is being answered, that is for the figure that comes.
export function letThePointerRest(host) {
  let last = {};
  const stop = (event) => {
    const rests = event.clientX === last.clientX && event.clientY === last.clientY;
    last = event;
    if (rests && host.answering) event.stopPropagation();
  };
  host.box.addEventListener("mousemove", stop, { capture: true });
}

export function answerSoon(host) {
  host.answering = true;
  setTimeout(() => (host.answering = false), 5 * PAUSE_MS);
}
