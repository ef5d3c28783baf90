// plotly.js, fetched from this server when it is first needed.
function plotly() {
  window.datelinePlotly ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${root()}plotly.min.js`;
    script.onload = () => resolve(rememberingLists(window.Plotly));
    script.onerror = () => reject(new Error("plotly.min.js could not be loaded from the server"));
    document.head.append(script);
  });
  return window.datelinePlotly;
}

// Each time that a figure is drawn, Plotly walks through all that a trace of its kind may say, some thousand attributes, for
// those that may be lists: half of what a figure takes. Which those are depends on the kind alone, and is walked once.
function rememberingLists(Plotly) {
  const schema = Plotly.PlotSchema;
  const { crawl, findArrayAttributes } = schema;
  const steps = new Map();
  const learnt = (attributes, tell) => {
    if (!steps.has(attributes)) {
      schema.crawl = crawl; // it calls itself by this name
      steps.set(attributes, stepsToLists(crawl, attributes));
      schema.crawl = learnt;
    }
    for (const step of steps.get(attributes)) tell(...step);
  };
  schema.findArrayAttributes = (trace) => {
    schema.crawl = learnt;
    try {
      return findArrayAttributes(trace);
    } finally {
      schema.crawl = crawl;
    }
  };
  return Plotly;
}

// What `crawl` tells of the attributes that may be lists, and of those that lead to them.
function stepsToLists(crawl, attributes) {
  const told = [];
  const above = [];
  crawl(attributes, (attribute, ...where) => {
    const level = where[2];
    above.length = level;
    above.push({ step: [attribute, ...where], isTold: false });
    if (attribute?.valType !== "data_array" && attribute?.arrayOk !== true) return;
    for (const each of above) {
      if (!each.isTold) told.push(each.step);
      each.isTold = true;
    }
  });
  return told;
}

const DARK = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (document.documentElement.dataset.theme ? document.documentElement.dataset.theme === "dark" : DARK.matches);

// A figure comes as text, and is read for each drawing: Plotly writes into what it draws. Each of its colours is one of
// each theme (see `two_themes.py`).
const PAIR = /(?<!\\)\\u0002(.*?)\\u001f(.*?)\\u0003/g;
const themed = ({ figure }, inDark) => JSON.parse(figure.replace(PAIR, inDark ? "$2" : "$1"));
