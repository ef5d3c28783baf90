// What of a figure that plotly.js drew can be pressed: the nodes of its marks, and of the names beside them, which lead where
// those lead. The dashboard presses them; what draws for briefings tells of them in the drawing.
function markNodes(plot) {
  const nodes = new Map();
  for (const trace of plot.querySelectorAll(".trace")) {
    const points = trace.__data__;
    const curve = points?.[0]?.trace?.index;
    if (curve === undefined) continue;
    const shapes = trace.querySelectorAll("path.point, .point > path, .choroplethlocation");
    for (const shape of shapes) {
      const at = shape.__data__ ?? shape.parentNode.__data__;
      nodes.set(`${curve}/${at?.i ?? points.indexOf(at)}`, shape);
    }
    if (!shapes.length) nodes.set(`${curve}/0`, trace.querySelector(".js-fill, .js-line") ?? trace);
  }
  return nodes;
}

const isWithin = ({ left, right, top, bottom }, { clientX, clientY }) =>
  clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;

// Plotly writes a text into a group, one a point.
function nameNode(plot, { curve, point }) {
  for (const trace of plot.querySelectorAll(".trace")) {
    if (trace.__data__?.[0]?.trace?.index !== curve) continue;
    const texts = [...trace.querySelectorAll("text")];
    return texts.find((text) => text.parentNode.__data__?.i === point) ?? texts[point];
  }
}

const nameUnder = (plot, names, pointer) =>
  names.find((name) => {
    const box = nameNode(plot, name)?.getBoundingClientRect();
    return box && isWithin(box, pointer);
  });
