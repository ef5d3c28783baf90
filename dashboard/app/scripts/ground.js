// For each change of a mark Plotly projects the land and borders of the whole world anew, which is most of what a map
// takes. Where its own parts are as this version has them, they are drawn once for each view, and kept for the last few.
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
  }
}

function renderOverGround(map) {
  const view = JSON.stringify([map.topojsonName, ...VIEW.map((part) => map.projection[part]())]);
  const known = map.datelineViews.get(view) ?? {};
  const ground = map.basePaths;
  const isMissing = ([name, path]) => {
    if (map.datelineView === view && path.attr("d") !== null) return false;
    if (name in known) path.attr("d", known[name]);
    return !(name in known);
  };
  map.basePaths = Object.fromEntries(Object.entries(ground).filter(isMissing));
  map.datelineRender();
  for (const [name, path] of Object.entries(map.basePaths)) known[name] = path.attr("d");
  map.basePaths = ground;
  map.datelineView = view;
  map.datelineViews.delete(view); // the last one used stands last
  map.datelineViews.set(view, known);
  if (map.datelineViews.size > VIEWS_KEPT) map.datelineViews.delete(map.datelineViews.keys().next().value);
}
