// The same points on a blank ground, grouped by what is near. All options are the default ones; there are no tiles.

import { pressable, readEvents } from "./page.js";

const { L } = window;
const events = (await readEvents()).filter(({ latitude }) => latitude !== null);
const map = L.map(document.querySelector("main"), { maxZoom: 18, center: [20, 0], zoom: 2 });
const clusters = L.markerClusterGroup();
const keys = new Map();
const popup = ({ title, text }) => {
  const told = document.createElement("div");
  const parts = ["h2", title, "p", text];
  for (let at = 0; at < parts.length; at += 2)
    told.append(Object.assign(document.createElement(parts[at]), { textContent: parts[at + 1] }));
  return told;
};
clusters.addLayers(
  events.map((event) => {
    const marker = L.marker([event.latitude, event.longitude], { title: event.title, alt: event.id });
    keys.set(event.id, event.title);
    return marker.bindPopup(() => popup(event));
  }),
);
map.addLayer(clusters);
const SINGLE = "img.leaflet-marker-icon";
const MANY = ".marker-cluster";
window.program = {
  isDrawn: () =>
    document.querySelector(`${SINGLE}, ${MANY}`) !== null &&
    [...document.querySelectorAll(SINGLE)].every(({ complete }) => complete),
  drawnMarks: () => document.querySelectorAll(`${SINGLE}, ${MANY}`).length,
  marks: (kind) => pressable(document.querySelectorAll(kind === "many" ? MANY : SINGLE), ({ alt }) => alt ?? ""),
  isAnswered: (id) => document.querySelector(".leaflet-popup h2")?.textContent === keys.get(id),
};
