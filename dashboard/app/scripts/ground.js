// For each change of a mark Plotly reads the outlines of the whole world, and projects them anew, which is most of what a
// map takes. Where its own parts are as this version has them, they are read once, and drawn once for each view.
const VIEW = ["scale", "translate", "rotate", "center", "clipExtent"];
const VIEWS_KEPT = 8;

// The outlines of regions and of the world, whichever no map has asked for yet, while there is nothing else to do.
function fetchOutlines(folder) {
  window.requestIdleCallback?.(async () => {
    const { topojson } = (window.PlotlyGeoAssets ??= { topojson: {} });
    for (const name of ["world_110m", "world_50m"]) {
      if (topojson[name]) continue;
      const read = (answer) => (answer.ok ? answer.json() : null);
      const outlines = await fetch(`${folder}${name}.json`).then(read).catch(() => null); // asked for again when needed
      if (outlines) topojson[name] ??= outlines;
    }
  });
}

function keepGround(plot) {
  for (const name of ["geo", "geo2"]) {
    const map = plot._fullLayout?.[name]?._subplot;
    if (!map?._render || !map.basePaths || map.datelineRender) continue;
    map.datelineRender = map._render;
    map.datelineViews = new Map();
    map._render = () => renderOverGround(map);
    const { updateBaseLayers } = map;
    map.updateBaseLayers = (...layouts) => readOnce(map, () => updateBaseLayers.apply(map, layouts));
    window.requestIdleCallback?.(() => learn(map).forEach(linesOf));
  }
}

// GeoJSON of the land and of the countries, by the file that they were made of.
const shapes = new WeakMap();
const NOTHING = { type: "GeometryCollection", geometries: [] };

function readOnce(map, update) {
  const { topojson } = map;
  const known = Object.keys(shapes.get(topojson) ?? {}).map((name) => [name, NOTHING]);
  map.topojson = { ...topojson, objects: { ...topojson.objects, ...Object.fromEntries(known) } };
  update();
  map.topojson = topojson;
  learn(map);
}

// What the map has read by itself is kept; where it was kept from reading, it is given what there is.
function learn({ topojson, basePaths }) {
  const read = shapes.get(topojson) ?? {};
  for (const [name, path] of Object.entries(basePaths)) if (name in topojson.objects) path.datum((read[name] ??= path.datum()));
  shapes.set(topojson, read);
  return Object.values(read);
}

// `topojsonName` is that of the outlines that are asked for: until they come, those of before are drawn.
const outlinesOf = ({ topojson }) => Object.entries(window.PlotlyGeoAssets.topojson).find(([, each]) => each === topojson)?.[0];

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
  drawInSight(map);
  for (const [name, path] of Object.entries(map.basePaths)) known[name] = path.attr("d");
  map.basePaths = ground;
  map.datelineView = view;
  map.datelineViews.delete(view); // the last one used stands last
  map.datelineViews.set(view, known);
  if (map.datelineViews.size > VIEWS_KEPT) map.datelineViews.delete(map.datelineViews.keys().next().value);
}

// What is left to d3: the world, whose lines may be torn at the seam.
function drawInSight(map) {
  const sight = sightOf(map.projection, map.graphDiv._fullLayout[map.id].projection.type);
  const missing = map.basePaths;
  if (sight) {
    for (const path of Object.values(missing)) path.attr("d", pathInSight(path.datum(), sight));
    map.basePaths = {};
  }
  map.datelineRender();
  map.basePaths = missing;
}
