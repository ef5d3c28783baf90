// For each change of a mark Plotly projects the land and borders of the whole world anew, which is half of what a map
// takes. Where its own parts are as this version has them, they are left as they are while the projection is.
const VIEW = ["scale", "translate", "rotate", "center", "clipExtent"];

function keepGround(plot) {
  for (const name of ["geo", "geo2"]) {
    const map = plot._fullLayout?.[name]?._subplot;
    if (!map?._render || !map.basePaths || map.datelineRender) continue;
    map.datelineRender = map._render;
    map._render = () => renderOverGround(map);
  }
}

function renderOverGround(map) {
  const view = JSON.stringify([map.topojsonName, ...VIEW.map((part) => map.projection[part]())]);
  const ground = map.basePaths;
  const isNew = ([, path]) => map.datelineView !== view || path.attr("d") === null;
  map.basePaths = Object.fromEntries(Object.entries(ground).filter(isNew));
  map.datelineRender();
  map.basePaths = ground;
  map.datelineView = view;
}
