// The Situation page: where its marks are, and when a press is answered. It runs before the page's own scripts.

{
  const WHERE = { timeline: ".st-key-when", map: ".st-key-where" };
  const WIDE_PX = 40; // a wider mark has its label in it: it is pressed where it begins
  const REACH_PX = 12; // a mark that is pressed has no other so near
  const buttons = (figure) => [...document.querySelectorAll(`${WHERE[figure]} .dl-plot [role=button]`)];
  const isMany = (label) => /^\d+ events /.test(label);
  const isSingle = (label) => !isMany(label) && !/^(1 event |Open question)/.test(label);
  const heading = () => document.querySelector(".st-key-who h2")?.textContent || null;
  const toPress = (node) => {
    const box = node.getBoundingClientRect();
    const across = box.width > WIDE_PX ? 6 : box.width / 2;
    return { x: box.x + across, y: box.y + box.height / 2, key: node.getAttribute("aria-label"), box };
  };
  const isAlone = (one, all) =>
    all.every(
      (other) =>
        other === one ||
        one.x < other.box.left - REACH_PX ||
        one.x > other.box.right + REACH_PX ||
        one.y < other.box.top - REACH_PX ||
        one.y > other.box.bottom + REACH_PX,
    );
  window.program = {
    isDrawn: () => Object.values(WHERE).every((figure) => document.querySelector(`${figure} .dl-plot [role=button]`)),
    drawnMarks: (figure) => buttons(figure).length,
    marks: (kind, figure) => {
      const all = buttons(figure).map(toPress);
      const before = heading();
      const found = all.filter(
        (mark) =>
          (kind === "many" ? isMany : isSingle)(mark.key) &&
          !(before && mark.key.startsWith(before)) &&
          isAlone(mark, all) &&
          mark.y > 160 &&
          mark.y < 880,
      );
      return found.map(({ x, y, key }) => ({ x, y, key }));
    },
    isAnswered: (label) => heading() !== null && label.startsWith(heading()),
    bringUp: (figure) => document.querySelector(WHERE[figure]).scrollIntoView({ block: "center", behavior: "instant" }),
    isIdle: () => document.querySelector("[data-testid=stApp]").dataset.testScriptState === "notRunning",
    // A figure once more beside the first, from the data that the page has: milliseconds until it is painted.
    drawAgain: async (figure) => {
      const { data, layout, _context, _fullLayout } = document.querySelector(`${WHERE[figure]} .dl-plot`);
      const plot = document.createElement("div");
      plot.style.cssText = `position:fixed;inset:0 auto auto 0;width:${_fullLayout.width}px;height:${_fullLayout.height}px`;
      document.body.append(plot);
      const copy = structuredClone({ data, layout });
      const begun = performance.now();
      await window.Plotly.newPlot(plot, copy.data, copy.layout, { topojsonURL: _context.topojsonURL });
      await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
      const took = performance.now() - begun;
      window.Plotly.purge(plot);
      plot.remove();
      return took;
    },
  };
}
