// plotly.js, fetched from this server when it is first needed.
import { root } from "../page.js";
import { withoutRepeats } from "./repeat_drawing.js";

export const CONFIG = {
  displayModeBar: false,
  displaylogo: false,
  doubleClick: false,
  showTips: false,
  responsive: false,
};
let loading = null;

export function plotly() {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${root()}plotly.min.js`;
    script.onload = () => resolve(withoutRepeats(window.Plotly));
    script.onerror = () => reject(new Error("plotly.min.js could not be loaded from the server"));
    document.head.append(script);
  });
  return loading;
}

export const outlinesFolder = () => `${root()}app/static/topojson/`;
