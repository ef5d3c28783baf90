// plotly.js, fetched from this server when it is first needed.
function plotly() {
  window.datelinePlotly ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${root()}plotly.min.js`;
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => reject(new Error("plotly.min.js could not be loaded from the server"));
    document.head.append(script);
  });
  return window.datelinePlotly;
}

const DARK = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (document.documentElement.dataset.theme ? document.documentElement.dataset.theme === "dark" : DARK.matches);

// A figure comes as text, and is read for each drawing: Plotly writes into what it draws.
function themed({ figure, dark }, inDark) {
  const made = JSON.parse(figure);
  if (inDark) for (const [path, value] of dark) path.slice(0, -1).reduce((part, key) => part[key], made)[path.at(-1)] = value;
  return made;
}
