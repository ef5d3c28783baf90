// A lane for each thread; what lasts longer than a day is a bar. The window is told, as its own fit may come only with the
// first move of the pointer. Everything else is as vis-timeline has it by default.

import { pressable, readEvents, show } from "./page.js";

const { DataSet, Timeline } = window.vis;
const events = (await readEvents()).filter(({ start }) => start);
const byId = new Map(events.map((event) => [event.id, event]));
const items = new DataSet(
  events.map(({ id, title, start, end, thread }) => ({
    id,
    content: title,
    start,
    group: thread,
    ...(end !== start && { end }),
  })),
);
const threads = [...new Set(events.map(({ thread }) => thread))].sort();
const groups = new DataSet(threads.map((thread) => ({ id: thread, content: thread })));
const days = events.flatMap(({ start, end }) => [Date.parse(start), Date.parse(end)]);
const [first, last] = [
  days.reduce((one, other) => Math.min(one, other)),
  days.reduce((one, other) => Math.max(one, other)),
];
const margin = (last - first) / 20;
let isDrawn = false;
let selected = null;
const timeline = new Timeline(document.querySelector("main"), items, groups, {
  height: "760px",
  start: first - margin,
  end: last + margin,
  verticalScroll: true,
  onInitialDrawComplete: () => (isDrawn = true),
});
timeline.on("select", ({ items: [id] }) => {
  selected = id;
  if (byId.has(id)) show(byId.get(id));
});
const idOf = (node) => node["vis-item"].id; // vis-timeline finds the item of a press in the same way
window.program = {
  isDrawn: () => isDrawn && document.querySelector(".vis-foreground .vis-item") !== null,
  drawnMarks: () => document.querySelectorAll(".vis-foreground .vis-item:not(.vis-line, .vis-dot)").length,
  marks: (kind) =>
    kind === "many"
      ? []
      : pressable(document.querySelectorAll(".vis-foreground .vis-item:is(.vis-box, .vis-range)"), idOf),
  isAnswered: (id) =>
    selected === id &&
    document.querySelector("aside h2")?.textContent === byId.get(id).title &&
    document.querySelector(".vis-foreground .vis-selected") !== null,
};
