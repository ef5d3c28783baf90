// What is drawn over the outlines where the reader has come near: borders of provinces, rivers, lakes, and the borders that
// states dispute. Each is a file of its own, fetched when it is first needed; its objects are levels of zoom, as web maps count.
import { root } from "../page.js";
import { linesOf, pathInSight, STRAIGHT, sightOf } from "./base_map_paths.js";

const LAYERS = { lakes: 3.5, rivers: 3.5, provinces: 4.5, disputed: 3.5 }; // from bottom to top, and from which level
const TILE_PX = 256; // so wide is the world at level 0
const SVG = "http://www.w3.org/2000/svg";

export const detailFolder = () => `${root()}app/static/detail/`;

export const zoomOf = (scale) => Math.log2((2 * Math.PI * scale) / TILE_PX);

export const layersAt = (zoom) => Object.keys(LAYERS).filter((name) => zoom >= LAYERS[name]);

// Of a file's levels those that are drawn at this zoom.
export const levelsAt = (topojson, zoom) => Object.keys(topojson.objects).filter((level) => Number(level) <= zoom);

const files = {}; // a promise of each, the whole page's

function fileOf(name) {
  files[name] ??= fetch(`${detailFolder()}${name}.json`)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status))))
    .then((topojson) => (files[name].topojson = topojson))
    .catch(() => delete files[name]); // asked for again when needed
  return files[name];
}

// Draws it below the marks of a map. Says whether a border that states dispute is in sight.
export function drawDetail(map, kind, redraw) {
  const front = map.layers?.frontplot?.node();
  if (!front || !STRAIGHT.includes(kind)) return false;
  const zoom = zoomOf(map.projection.scale());
  const names = layersAt(zoom);
  let group = front.parentNode.querySelector(":scope > .dl-detail");
  if (!names.length) {
    group?.remove();
    return false;
  }
  if (!group) {
    group = document.createElementNS(SVG, "g");
    group.setAttribute("class", "dl-detail");
    for (const name of Object.keys(LAYERS)) {
      const path = document.createElementNS(SVG, "path");
      path.setAttribute("class", `dl-${name}`);
      group.append(path);
    }
  }
  if (group.nextSibling !== front) front.before(group);
  group.setAttribute("clip-path", front.getAttribute("clip-path") ?? "none");
  const sight = sightOf(map.projection, kind);
  for (const path of group.children) {
    const name = path.getAttribute("class").slice(3);
    const topojson = names.includes(name) && fileOf(name)?.topojson;
    if (names.includes(name) && !topojson) fileOf(name)?.then(redraw);
    const levels = topojson ? levelsAt(topojson, zoom) : [];
    path.setAttribute("d", levels.map((level) => pathInSight(linesOf(topojson, level), sight)).join(""));
  }
  return Boolean(group.querySelector(".dl-disputed").getAttribute("d"));
}
