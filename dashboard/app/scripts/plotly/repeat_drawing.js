// What Plotly does for each drawing of a figure though it is done already, or done before. Nothing of what is seen differs. See README.md.
export function withoutRepeats(Plotly) {
  rememberLists(Plotly.PlotSchema);
  rememberTexts(Plotly.parts.drawing); // see `static/README.md`
  return Plotly;
}

// It writes each text twice for a drawing, and anew where it stays the same: a node knows what was written into it.
const OF_TEXT = ["tx", "txt", "tp", "ts", "tc", "tf", "tw", "ty", "tv", "tC", "tE", "tS", "mrc"]; // a point's own, as Plotly names it

function rememberTexts(drawing) {
  const write = drawing.textPointStyle;
  drawing.textPointStyle = (texts, trace, graph) => {
    const { text, texttemplate, textposition, textfont, selectedpoints } = trace;
    const ofAll = JSON.stringify([text, texttemplate, textposition, textfont, selectedpoints], (key, value) =>
      key && Array.isArray(value) ? 0 : value,
    );
    const isNew = function (point) {
      const before = this.datelineText;
      this.datelineText = ofAll + JSON.stringify(OF_TEXT.map((key) => point[key]));
      return this.datelineText !== before;
    };
    write(texts.filter(isNew), trace, graph);
  };
}

// It walks through all that a trace of its kind may say, some thousand attributes, for those that may be lists: half of what
// a figure takes. Which those are depends on the kind alone, and is walked once.
function rememberLists(schema) {
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
