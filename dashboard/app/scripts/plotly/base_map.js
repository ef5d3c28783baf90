// For each change of a mark Plotly reads the outlines of the whole world, and projects them anew, which is most of what a
// map takes. Where its own parts are as this version has them, `base_map_paths.js` draws them. See README.md.
import { whenIdle } from "../page.js";
import { gridOf, linesOf, pathInSight, STRAIGHT, sightOf } from "./base_map_paths.js";

export const SEEN = "dateline-seen"; // said of each map that shows another part of the world, step by step

const VIEW = ["scale", "translate", "rotate", "center", "clipExtent"];

// The outlines of regions and of the world, fetched and read while there is nothing else to do.
export function fetchOutlines(folder) {
  whenIdle(async () => {
    const { topojson } = (window.PlotlyGeoAssets ??= { topojson: {} });
    for (const name of ["world_110m", "world_50m"]) {
      const read = (answer) => (answer.ok ? answer.json() : null);
      const found =
        topojson[name] ??
        (await fetch(`${folder}${name}.json`)
          .then(read)
          .catch(() => null)); // asked for again when needed
      if (found) topojson[name] ??= found;
      for (const layer of found ? ["land", "countries"] : []) whenIdle(() => linesOf(found, layer));
    }
  });
}

export function drawBaseMaps(plot) {
  for (const name of ["geo", "geo2"]) {
    const map = plot._fullLayout?.[name]?._subplot;
    if (!map?._render || !map.basePaths || map.datelineRender) continue;
    map.datelineRender = map._render;
    map._render = () => renderOver(map);
    if (widen(map)) map._render();
  }
}

// Plotly shows no more of its figure than the map filled at scale 1, also where the reader has come nearer and there is more
// of the earth: strips above and below, or at both sides, would stay empty. Says whether there was less than the whole.
function widen(map) {
  const { _size: size, [map.id]: geo } = map.graphDiv._fullLayout;
  const [left, right] = geo.domain.x.map((share) => size.l + size.w * share);
  const [bottom, top] = geo.domain.y.map((share) => size.t + size.h * (1 - share));
  const box = [
    [left, top],
    [right, bottom],
  ];
  if (String(map.projection.clipExtent()) === String(box)) return false;
  map.projection.clipExtent(box);
  const rectangle = { x: left, y: top, width: right - left, height: bottom - top };
  for (const each of [map.clipRect, map.bgRect]) each?.attr(rectangle);
  return true;
}

// Plotly projects whatever paths it finds: it finds none, where they are drawn here. Those of the view that is seen stay.
function renderOver(map) {
  const paths = map.basePaths;
  widen(map);
  const { type } = map.graphDiv._fullLayout[map.id].projection;
  if (STRAIGHT.includes(type)) {
    const view = JSON.stringify([outlinesOf(map), ...VIEW.map((part) => map.projection[part]())]);
    const isSeen = ([, path]) => map.datelineView === view && path.attr("d") !== null;
    draw(
      map,
      type,
      Object.entries(paths).filter((each) => !isSeen(each)),
    );
    map.datelineView = view;
    map.basePaths = {};
  }
  map.datelineRender();
  map.basePaths = paths;
  map.graphDiv.dispatchEvent(new CustomEvent(SEEN, { detail: map.id }));
}

// `topojsonName` is that of the outlines that are asked for: until they come, those of before are drawn.
const outlinesOf = ({ topojson }) =>
  Object.entries(window.PlotlyGeoAssets.topojson).find(([, each]) => each === topojson)?.[0];

function draw(map, type, paths) {
  const sight = sightOf(map.projection, type);
  const { objects } = map.topojson;
  const lines = (name, path) => (name in objects ? linesOf(map.topojson, name) : gridOf(path.datum()));
  for (const [name, path] of paths) path.attr("d", pathInSight(lines(name, path), sight));
}
