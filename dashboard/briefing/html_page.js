// Shows the figures that this file carries: for the width and the theme of the screen, and one for paper.
(() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const drawings = read("dateline-figures");
  window.PlotlyGeoAssets = { topojson: read("dateline-outlines") }; // then plotly.js asks nobody for them
  const DARK = matchMedia("(prefers-color-scheme: dark)");
  const CONFIG = { displayModeBar: false, displaylogo: false, doubleClick: false, showTips: false, scrollZoom: false, topojsonURL: "" };
  const PAPER_PX = "672";
  const PAUSE_MS = 150;

  function widthFor(name, available) {
    const widths = Object.keys(drawings[name]).map(Number).sort((a, b) => a - b);
    return widths.filter((width) => width <= available).at(-1) ?? widths[0];
  }

  const namesIn = (figure, plot) => {
    const { names } = drawings[figure.dataset.figure][plot.dataset.drawn?.split(" ")[0]] ?? { names: [] };
    return names.map((mark) => ({ curve: mark[0], point: mark[1], mark }));
  };

  const placeOf = (event) => document.getElementById(`E-${event}`);

  // At the place that was reached stand its first words, from the annex: a press leads to them at once.
  function showWords() {
    document.querySelector(".led-to")?.remove();
    const place = location.hash.startsWith("#E-") && document.getElementById(location.hash.slice(1));
    const entries = place ? [...place.querySelectorAll('a[href^="#R"]')].map(({ hash }) => document.getElementById(hash.slice(1))) : [];
    const quote = entries.map((entry) => entry?.querySelector("blockquote")).find(Boolean);
    if (!quote) return;
    const shown = quote.cloneNode(true);
    shown.className = "led-to";
    place.querySelector("h4").after(shown);
  }

  // One event leads to its place in the text, a question to its row; several events are named below, each with its link.
  function follow(figure, [, , events, name, asked]) {
    if (asked && document.getElementById(asked)) return void (location.hash = asked);
    const places = events.filter(placeOf);
    const picked = figure.querySelector(".picked");
    picked.replaceChildren();
    if (places.length === 1) return void (location.hash = `E-${places[0]}`);
    picked.append(`${name}. `);
    for (const event of places) {
      const link = document.createElement("a");
      link.href = `#E-${event}`;
      link.textContent = placeOf(event).querySelector("h4").textContent;
      picked.append(link, " ");
    }
    picked.querySelector("a")?.focus();
  }

  function makeLinks(figure, plot, marks) {
    const nodes = markNodes(plot);
    for (const mark of marks) {
      const node = nodes.get(`${mark[0]}/${mark[1]}`);
      if (!node) continue;
      const said = { tabindex: 0, role: "link", "aria-label": mark[3] };
      for (const [key, value] of Object.entries(said)) node.setAttribute(key, value);
      node.onkeydown = (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        follow(figure, mark);
      };
    }
  }

  // The inset's frame and its lines lie on the paper: where the map has moved, they point at nothing.
  function leaveOutInset(plot, change) {
    const shapes = plot.layout.shapes ?? [];
    const kept = shapes.filter(({ name }) => name !== "inset" && name !== "lead");
    if (kept.length === shapes.length || !Object.keys(change).some((key) => /^geo\d*\./.test(key))) return;
    const inset = plot.data.flatMap(({ geo }, index) => (geo === "geo2" ? [index] : []));
    window.Plotly.update(plot, { visible: false }, { shapes: kept }, inset);
  }

  async function draw(figure, isAnew = false) {
    const plot = figure.querySelector(".plot");
    const name = figure.dataset.figure;
    plot.hidden = false;
    const available = figure.clientWidth;
    const width = widthFor(name, available);
    const theme = DARK.matches ? "dark" : "light";
    plot.style.zoom = Math.min(1, available / width);
    if (!available || (!isAnew && plot.dataset.drawn === `${width} ${theme}`)) return;
    plot.dataset.drawn = `${width} ${theme}`;
    const made = structuredClone(drawings[name][width]);
    if (isAnew) window.Plotly.purge(plot);
    await window.Plotly.react(plot, made[theme].data, made[theme].layout, CONFIG);
    plot.removeAllListeners("plotly_click");
    plot.on("plotly_click", ({ points: [point] }) => {
      const own = made.marks.filter(([curve]) => curve === point.curveNumber);
      const mark = own.find(([, index]) => index === (point.pointNumber ?? 0)) ?? (own.length === 1 ? own[0] : null);
      if (mark) follow(figure, mark);
    });
    plot.removeAllListeners("plotly_afterplot");
    plot.on("plotly_afterplot", () => makeLinks(figure, plot, made.marks));
    plot.removeAllListeners("plotly_relayout");
    plot.on("plotly_relayout", (change) => leaveOutInset(plot, change));
    makeLinks(figure, plot, made.marks);
    figure.querySelector(".controls").hidden = false;
    figure.parentNode.querySelector("details").open = false;
  }

  async function drawForPaper(figure) {
    const paper = figure.querySelector(".on-paper");
    paper.hidden = false;
    const { light } = structuredClone(drawings[figure.dataset.figure][PAPER_PX]);
    await window.Plotly.newPlot(paper, light.data, light.layout, { ...CONFIG, staticPlot: true });
  }

  function zoom(figure, factor) {
    const plot = figure.querySelector(".plot");
    if (!factor) return void draw(figure, true);
    const scale = plot._fullLayout.geo.projection.scale * factor;
    window.Plotly.relayout(plot, { "geo.projection.scale": Math.min(Math.max(scale, 0.5), 60) });
  }

  async function begin() {
    await Promise.all(["400 12px Inter", "600 12px Inter"].map((font) => document.fonts.load(font)));
    for (const figure of document.querySelectorAll("[data-figure]")) {
      for (const button of figure.querySelectorAll("[data-zoom]")) button.onclick = () => zoom(figure, Number(button.dataset.zoom));
      const plot = figure.querySelector(".plot");
      letNamesBePressed(plot, () => namesIn(figure, plot), ({ mark }) => follow(figure, mark));
      await draw(figure);
      await drawForPaper(figure);
      let waiting;
      new ResizeObserver(() => {
        clearTimeout(waiting);
        waiting = setTimeout(() => draw(figure), PAUSE_MS);
      }).observe(figure);
      DARK.addEventListener("change", () => draw(figure));
    }
    window.addEventListener("hashchange", showWords);
    showWords();
    document.documentElement.dataset.drawn = "true";
  }
  begin();
})();
