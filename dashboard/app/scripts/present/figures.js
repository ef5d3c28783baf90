// The figures of a step: drawn small and made larger, so that their words can be read from the back of the room.
import { outlinesFolder, plotly } from "../plotly/plot.js";
import { isDark, themed } from "../theme.js";
import { makePressable } from "./marks.js";

async function drawFigure(host, name, sent) {
  const box = host.box.querySelector(`.pr-${name}`);
  box.hidden = !sent;
  host.pressed.delete(name); // until it is drawn
  if (!sent) return;
  const plot = box.querySelector(".pr-plot");
  const { data, layout } = themed(sent, isDark());
  plot.style.cssText = `width:${layout.width}px;height:${layout.height}px;transform:scale(${sent.factor})`;
  plot.setAttribute("aria-label", sent.description);
  const turn = (host.turns[name] = (host.turns[name] ?? 0) + 1);
  const Plotly = await plotly();
  if (turn !== host.turns[name] || !host.box.isConnected) return; // a later step is on its way
  const config = { staticPlot: true, displayModeBar: false, topojsonURL: outlinesFolder() };
  await (host.drawing[name] = Plotly.react(plot, data, layout, config));
  makePressable(host, name, plot, sent);
  plot.dataset.drawn = String(host.step);
}

export function drawFigures(host) {
  // Those for a screen of another shape would not fit: the right ones are on their way.
  const sent = (host.data.shape === host.shape && host.figures.get(host.step)) || {};
  for (const name of ["map", "timeline"]) drawFigure(host, name, sent[name]);
}
