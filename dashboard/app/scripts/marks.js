// What of a figure can be pressed: the nodes of its marks, and of the names beside them, which lead where those lead.
const SAME_PLACE_PX = 4; // a press that moved further was a drag

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

const isWithin = ({ left, right, top, bottom }, { clientX, clientY }) => clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;

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

// On a figure that answers the pointer by itself: a press on a name is its own, and no press on a mark that lies near.
function letNamesBePressed(host) {
  let down = null;
  const under = (event) => (host.data?.names?.length ? nameUnder(host.plot, host.data.names, event) : null);
  host.plot.addEventListener("pointerdown", (event) => (down = event), { capture: true });
  host.plot.addEventListener("pointermove", (event) => event.buttons || host.plot.classList.toggle("dl-over-name", Boolean(under(event))));
  host.plot.addEventListener(
    "click",
    (event) => {
      const isDrag = down && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > SAME_PLACE_PX;
      const name = isDrag || event.button ? null : under(event);
      if (!name) return;
      event.stopPropagation();
      host.report({ events: name.events });
    },
    { capture: true },
  );
}
