// Each event is a slide and a mark, threads are its groups. It begins at the end, where most events are, so that there
// are marks to press. Fonts, which it would fetch from elsewhere, are left out. The rest is as it is by default.

import { pressable, readEvents } from "./page.js";

const dateOf = (day) => {
  const [year, month, date] = day.split("-").map(Number);
  return { year, month, day: date };
};
const events = (await readEvents()).filter(({ start }) => start);
const slides = events.map(({ id, title, text, start, end, thread }) => ({
  unique_id: id,
  group: thread,
  start_date: dateOf(start),
  ...(end !== start && { end_date: dateOf(end) }),
  text: { headline: title, text },
}));
let isLoaded = false;
const timeline = new window.TL.Timeline(
  document.querySelector("main"),
  { events: slides },
  {
    font: null,
    script_path: new URL("node_modules/@knight-lab/timelinejs/dist/js/", location.href).href,
    start_at_end: true,
  },
);
timeline.on("loaded", () => (isLoaded = true));
const marker = (id) => document.getElementById(`${id}-marker`);
window.program = {
  isDrawn: () => isLoaded && document.querySelector(".tl-timemarker .tl-timemarker-content-container") !== null,
  drawnMarks: () => document.querySelectorAll(".tl-timemarker").length,
  marks: (kind) =>
    kind === "many"
      ? []
      : pressable(
          document.querySelectorAll(".tl-timemarker:not(.tl-timemarker-active) .tl-timemarker-content-container"),
          (node) => node.closest(".tl-timemarker").id.replace(/-marker$/, ""),
        ),
  isAnswered: (id) => marker(id)?.classList.contains("tl-timemarker-active"),
};
