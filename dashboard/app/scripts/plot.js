// plotly.js, fetched from this server when it is first needed.
function plotly() {
  window.datelinePlotly ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${root()}plotly.min.js`;
    script.onload = () => resolve(spared(window.Plotly));
    script.onerror = () => reject(new Error("plotly.min.js could not be loaded from the server"));
    document.head.append(script);
  });
  return window.datelinePlotly;
}

const DARK = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (document.documentElement.dataset.theme ? document.documentElement.dataset.theme === "dark" : DARK.matches);

// A figure comes as text, and is read for each drawing: Plotly writes into what it draws. Each of its colours is one of
// each theme (see `palette/light_dark.py`).
const PAIR = /(?<!\\)\\u0002(.*?)\\u001f(.*?)\\u0003/g;
const themed = ({ figure }, inDark) => JSON.parse(figure.replace(PAIR, inDark ? "$2" : "$1"));
