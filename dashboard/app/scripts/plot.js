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
