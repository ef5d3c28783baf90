// For each change of a mark Plotly reads the outlines of the whole world, and projects them anew, which is most of what a
// map takes. Where its own parts are as this version has them, they are drawn by `base_map_paths.js`, once for each view.
import { whenIdle } from "../page.js";
import { gridOf, linesOf, pathInSight, STRAIGHT, sightOf } from "./base_map_paths.js";

const VIEW = ["scale", "translate", "rotate", "center", "clipExtent"];
const VIEWS_KEPT = 8;

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

export function keepBaseMap(plot) {
  for (const name of ["geo", "geo2"]) {
    const map = plot._fullLayout?.[name]?._subplot;
    if (!map?._render || !map.basePaths || map.datelineRender) continue;
    map.datelineRender = map._render;
    map.datelineViews = new Map();
    map._render = () => renderOverGround(map);
    const { updateBaseLayers } = map;
    map.updateBaseLayers = (...layouts) => withoutReading(map, () => updateBaseLayers.apply(map, layouts));
  }
}

const isStraight = ({ graphDiv, id }) => STRAIGHT.includes(graphDiv._fullLayout[id].projection.type);

// Plotly makes GeoJSON of all outlines each time: of none, where they are drawn from what was read once.
function withoutReading(map, update) {
  const { topojson } = map;
  const nothing = Object.keys(topojson.objects).map((name) => [name, { type: "GeometryCollection", geometries: [] }]);
  if (isStraight(map)) map.topojson = { ...topojson, objects: Object.fromEntries(nothing) };
  update();
  map.topojson = topojson;
}

// `topojsonName` is that of the outlines that are asked for: until they come, those of before are drawn.
const outlinesOf = ({ topojson }) =>
  Object.entries(window.PlotlyGeoAssets.topojson).find(([, each]) => each === topojson)?.[0];

function renderOverGround(map) {
  const view = JSON.stringify([outlinesOf(map), ...VIEW.map((part) => map.projection[part]())]);
  const known = map.datelineViews.get(view) ?? {};
  const ground = map.basePaths;
  const isMissing = ([name, path]) => {
    if (map.datelineView === view && path.attr("d") !== null) return false;
    if (name in known) path.attr("d", known[name]);
    return !(name in known);
  };
  map.basePaths = Object.fromEntries(Object.entries(ground).filter(isMissing));
  drawGround(map);
  for (const [name, path] of Object.entries(map.basePaths)) known[name] = path.attr("d");
  map.basePaths = ground;
  map.datelineView = view;
  map.datelineViews.delete(view); // the last one used stands last
  map.datelineViews.set(view, known);
  if (map.datelineViews.size > VIEWS_KEPT) map.datelineViews.delete(map.datelineViews.keys().next().value);
}

function drawGround(map) {
  const missing = map.basePaths;
  if (isStraight(map)) {
    const sight = sightOf(map.projection, map.graphDiv._fullLayout[map.id].projection.type);
    const lines = ([name, path]) => (name in map.topojson.objects ? linesOf(map.topojson, name) : gridOf(path.datum()));
    for (const each of Object.entries(missing)) each[1].attr("d", pathInSight(lines(each), sight));
    map.basePaths = {};
  }
  map.datelineRender();
  map.basePaths = missing;
}
