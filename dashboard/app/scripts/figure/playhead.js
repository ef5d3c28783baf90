// While time is played, the line of its day can be dragged: the page follows where the hand rests, and where it lets go.
import { dateOf, dayAt, shareAt } from "./time_window.js";

const REST_MS = 250;
const WORDS = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

// The day under a position across the figure, which is a share of its width; the line of a day stands in its middle.
export function dayUnder({ left, right, knots, window: [start, end] }, share) {
  const within = Math.min(Math.max((share - left) / (right - left), 0), 1);
  const day = Math.floor(dayAt(knots, start + within * (end - start)));
  return Math.min(Math.max(day, Math.ceil(knots[0][1])), Math.floor(knots.at(-1)[1]) - 1);
}

// Where the line of a day stands, as a share of the figure's width; null where that is out of sight.
export function positionOf({ left, right, knots, window: [start, end] }, day) {
  const within = (shareAt(knots, day + 0.5) - start) / (end - start);
  return within < 0 || within > 1 ? null : left + within * (right - left);
}

function make(host) {
  const head = document.createElement("div");
  head.className = "dl-playhead";
  head.setAttribute("aria-hidden", "true"); // the slider beside Play is for the keyboard and for screen readers
  head.innerHTML = "<i></i><output></output>";
  host.box.append(head);
  host.playhead = head;
  let resting = null;
  const told = (event) => {
    const box = host.plot.getBoundingClientRect();
    return dayUnder(host.data.time, (event.clientX - box.left) / host.plot.clientWidth);
  };
  const ask = () => {
    clearTimeout(resting);
    if (host.playedDay !== host.data.time.played) host.report({ what: "until", value: dateOf(host.playedDay) });
  };
  head.addEventListener("pointerdown", (event) => {
    if (event.button || !event.isPrimary) return;
    event.preventDefault();
    head.setPointerCapture(event.pointerId);
    host.playedDay = host.data.time.played;
    layPlayhead(host);
  });
  head.addEventListener("pointermove", (event) => {
    if (!isDragged(host)) return;
    host.playedDay = told(event);
    layPlayhead(host);
    clearTimeout(resting);
    resting = setTimeout(ask, REST_MS);
  });
  const stop = (event) => {
    if (!isDragged(host)) return;
    if (event.type === "pointerup") ask();
    clearTimeout(resting);
    host.playedDay = null;
    head.classList.remove("dl-in-hand");
  };
  for (const kind of ["pointerup", "pointercancel"]) head.addEventListener(kind, stop);
}

const isDragged = (host) => Number.isFinite(host.playedDay ?? Number.NaN);

// Lays the line where the hand has it, or the page; after each drawing too.
export function layPlayhead(host) {
  const { time } = host.data;
  const isPlayed = Number.isFinite(time?.played ?? Number.NaN);
  if (!host.playhead && !isPlayed) return;
  if (!host.playhead) make(host);
  const day = host.playedDay ?? time?.played;
  const at = isPlayed ? positionOf(time, day) : null;
  host.playhead.hidden = at === null;
  if (at === null) return;
  host.playhead.classList.toggle("dl-in-hand", isDragged(host));
  Object.assign(host.playhead.style, {
    left: `${host.plot.offsetLeft + at * host.plot.clientWidth}px`,
    top: `${host.plot.offsetTop}px`,
    height: `${time.bottom}px`,
  });
  host.playhead.lastElementChild.textContent = isDragged(host) ? WORDS.format(new Date(dateOf(day))) : "";
}
