// Hosts one Plotly figure: keeps the reader's zoom and the node, makes its marks buttons, follows the theme at once.
const PAPER = matchMedia("print");
const STEP_PX = 16; // a narrower change of width is not worth another run
const TALL_PX = 450; // higher than this, it has a sheet of its own on paper
const SLIM_PX = 695; // not wider than this, it fits paper that stands upright
const PAUSE_MS = 200;
const FIRST_MS = 1500;
const NEARER = 1.1; // a smaller change of scale, or a smaller turn at scale 1, leaves marks and names as they are
const TURNED_DEGREES = 20;
const OUTLINES = () => `${root()}app/static/topojson/`;
const CONFIG = { displayModeBar: false, displaylogo: false, doubleClick: false, showTips: false, responsive: false };

const isOnPaper = (host) => PAPER.matches || host.isPrinted;

// A browser takes its print as soon as those who listen for it are done: of a dark figure, the light one is there by then.
function letItBePrinted(host) {
  host.onPrint = ({ type }) => {
    host.isPrinted = type === "beforeprint";
    if (isDark()) draw(host);
  };
  host.onPaper = () => host.isPrinted || draw(host); // and it is not begun anew while the print is taken
  for (const type of ["beforeprint", "afterprint"]) window.addEventListener(type, host.onPrint);
  PAPER.addEventListener("change", host.onPaper);
}

function leavePaper(host) {
  for (const type of ["beforeprint", "afterprint"]) window.removeEventListener(type, host.onPrint);
  PAPER.removeEventListener("change", host.onPaper);
}

// What the reader has before the eyes: the theme, the width, the zoom.
function asSeen(host) {
  const figure = themed(host.data, !isOnPaper(host) && isDark());
  // On paper, style sheets make it fit: no print waits for Python.
  const kept = isOnPaper(host) && Number(host.plot.dataset.drawn);
  const drawnFor = figure.layout.width;
  figure.layout.width = kept || Math.round(host.box.clientWidth) || host.data.width;
  const { width, height } = figure.layout;
  if (host.size !== `${width}/${height}`) { // or all would be styled anew
    host.size = `${width}/${height}`;
    host.plot.style.setProperty("--dl-drawn", width);
    host.plot.style.setProperty("--dl-high", height);
    host.plot.classList.toggle("dl-tall", height > TALL_PX);
    host.plot.classList.toggle("dl-slim", width <= SLIM_PX);
  }
  keepZoom(host, figure.layout);
  leaveOutInset(host, figure);
  return { ...figure, drawnFor };
}

function keepZoom(host, layout) {
  const { seen, revision } = host.data;
  if (!host.moved || host.revision !== revision) {
    host.moved = host.left = Boolean(seen);
    host.seen = seen && { revision, ...seen };
    if (seen) layout.geo = { ...layout.geo, ...viewOf(layout.geo, seen.scale, { lon: seen.longitude }, { lon: seen.longitude, lat: seen.latitude }) };
    return;
  }
  for (const name of Object.keys(layout).filter((key) => /^geo\d*$/.test(key))) {
    const now = host.plot._fullLayout?.[name];
    if (now) Object.assign(layout[name], viewOf(layout[name], now.projection.scale, now.projection.rotation, now.center));
  }
}

// With the map, what it shows at scale 1 is turned: Plotly fits that into the figure, and cuts off what lies beyond.
function viewOf({ projection, lonaxis }, scale, rotation, center) {
  const turn = rotation.lon - projection.rotation.lon;
  return {
    projection: { ...projection, scale, rotation: { ...projection.rotation, ...rotation } },
    center: { ...center },
    lonaxis: { ...lonaxis, range: lonaxis.range.map((longitude) => longitude + turn) },
  };
}

// The inset's frame and its two lines lie on the paper: where the map under them has moved, they point at nothing.
const strays = (host) => (host.left ? ["inset", "lead"] : host.moved ? ["lead"] : []);

function leaveOutInset(host, { data, layout }) {
  layout.shapes = layout.shapes?.filter(({ name }) => !strays(host).includes(name));
  if (host.left) for (const trace of data) if (trace.geo === "geo2") trace.visible = false;
}

function moves(host, change, isOver) {
  const keys = Object.keys(change).filter((key) => /^geo\d*\./.test(key));
  if (!keys.length) return;
  host.moved = true;
  // While it is moved, Plotly calls every map `geo`.
  const isInset = isOver ? keys.every((key) => key.startsWith("geo2.")) : host.plot.querySelector(".geolayer .geo2:hover");
  host.left ||= !isInset;
  if (isOver && !isInset) tellSeen(host);
  const gone = host.plot.layout.shapes?.flatMap(({ name }, index) => (strays(host).includes(name) ? [index] : [])) ?? [];
  if (isOver) return void (gone.length && draw(host));
  for (const index of gone) host.plot.querySelector(`.shapelayer [data-index="${index}"]`)?.setAttribute("display", "none");
  if (host.left) host.plot.querySelector(".geolayer .geo2")?.setAttribute("display", "none");
}

// Python merges marks, and lays names out, for what the reader sees: it is told once the map rests, if that is worth it.
function tellSeen(host) {
  clearTimeout(host.seeing);
  host.seeing = setTimeout(() => {
    const map = host.plot._fullLayout?.geo;
    if (!map || !host.left || !host.box.isConnected) return;
    const now = { revision: host.data.revision, longitude: map.projection.rotation.lon, latitude: map.center.lat, scale: map.projection.scale };
    const before = host.seen?.revision === now.revision ? host.seen : null;
    if (before && !differs(before, now)) return;
    host.seen = now;
    host.tellSeen(now);
  }, PAUSE_MS);
}

function differs(before, now) {
  const nearer = Math.max(before.scale / now.scale, now.scale / before.scale);
  const turned = Math.abs(((now.longitude - before.longitude + 540) % 360) - 180);
  return nearer > NEARER || Math.max(turned, Math.abs(now.latitude - before.latitude)) * now.scale > TURNED_DEGREES;
}

function makeButtons(host) {
  const focused = host.focused;
  const nodes = markNodes(host.plot);
  leadMarks(host, nodes);
  host.data.marks.forEach(([curve, point, events, name, what, value], index) => {
    const node = nodes.get(`${curve}/${point}`);
    if (!node) return;
    const said = { tabindex: 0, role: "button", "aria-label": name, "data-mark": index };
    for (const [key, value] of Object.entries(said)) node.setAttribute(key, value);
    const [chosenWhat, chosenValue] = host.data.chosen ?? [];
    const pressed = what ? what === chosenWhat && value === chosenValue : events.includes(host.data.selected);
    node.setAttribute("aria-pressed", String(pressed));
    node.onfocus = () => (host.focused = name);
    node.onblur = () => host.plot.isConnected && !host.drawing && (host.focused = null);
    node.onkeydown = (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      host.report(node[LEADS]);
    };
    if (focused === name) node.focus({ preventScroll: true });
  });
}

// What a press on each node reports; on any node of a trace that has but one mark, the same.
function leadMarks(host, nodes) {
  host.names = host.data.names;
  host.leads = new Map();
  for (const [curve, point, events, , what, value, near] of host.data.marks) {
    const leads = what ? { what, value } : { events, near };
    host.leads.set(curve, host.leads.has(curve) ? null : leads).set(`${curve}/${point}`, leads);
  }
  for (const trace of host.plot.querySelectorAll(".trace")) trace[LEADS] = host.leads.get(trace.__data__?.[0]?.trace?.index);
  for (const [key, node] of nodes) node[LEADS] = host.leads.get(key);
}

// What Plotly tells of below the pointer.
const toldOf = (host, { points: [{ curveNumber, pointNumber = 0 }] }) => host.leads?.get(`${curveNumber}/${pointNumber}`) ?? host.leads?.get(curveNumber);

// One after the other, and only the last that is asked for: Plotly's first one waits for outlines, and would end after it.
function draw(host) {
  const turn = (host.turn = (host.turn ?? 0) + 1);
  const next = () => turn === host.turn && drawNow(host);
  host.drawn = (host.drawn ?? Promise.resolve()).then(next, next);
}

async function drawNow(host) {
  const Plotly = await plotly();
  host.missed = !host.box.isConnected;
  if (host.missed) return;
  const { data, layout, drawnFor } = asSeen(host);
  host.drawing = true;
  // What the pointer rests on is another mark by now: Plotly would look for its text again, and it is taken away below.
  if (host.plot._fullLayout && host.shown !== host.data.drawn) host.plot._fullLayout._rehover = null;
  const config = { ...CONFIG, scrollZoom: host.data.zooms, topojsonURL: OUTLINES() };
  await Plotly.react(host.plot, data, layout, config);
  if (host.shown !== host.data.drawn) host.plot.querySelector(".hoverlayer")?.replaceChildren(); // it told of a mark that is gone
  host.shown = host.data.drawn;
  if (!host.left) host.plot.querySelector(".geolayer .geo2")?.removeAttribute("display"); // see `moves`
  if (!host.listens) {
    host.listens = true;
    host.plot.on("plotly_hover", (event) => {
      host.over = toldOf(host, event);
      host.plot.classList.add("dl-over");
    });
    host.plot.on("plotly_unhover", () => {
      host.over = null;
      host.plot.classList.remove("dl-over");
    });
    host.plot.on("plotly_relayout", (change) => moves(host, change, true));
    host.plot.on("plotly_relayouting", (change) => moves(host, change, false));
    host.plot.on("plotly_afterplot", () => makeButtons(host));
    makeButtons(host);
    if (layout.geo) fetchOutlines(OUTLINES());
  }
  host.revision = host.data.revision;
  keepGround(host.plot);
  host.drawing = false;
  host.plot.dataset.drawn = drawnFor;
  if (host.gone) Plotly.purge(host.plot);
}

function zoomBy(host, factor) {
  const scale = host.plot._fullLayout.geo.projection.scale * factor;
  window.Plotly.relayout(host.plot, { "geo.projection.scale": Math.min(Math.max(scale, 0.5), 60) });
}

function prepare(parent) {
  const box = document.createElement("div");
  box.className = "dl dl-figure";
  box.setAttribute("role", "group");
  const controls = document.createElement("div");
  controls.className = "dl-controls";
  const plot = document.createElement("div");
  plot.className = "dl-plot";
  box.append(controls, plot);
  parent.append(box);
  const host = { box, controls, plot, report: () => {}, tellWidth: () => {}, moved: false };
  controls.addEventListener("click", (event) => {
    const target = event.target.closest("[data-press]");
    if (!target) return;
    const { press, value } = target.dataset;
    if (press === "zoom") zoomBy(host, Number(value));
    else host.report({ what: press, value });
  });
  host.redraw = () => draw(host);
  host.observer = new ResizeObserver(() => measureSoon(host));
  host.observer.observe(box);
  window.addEventListener("dateline-theme", host.redraw);
  DARK.addEventListener("change", host.redraw);
  letItBePrinted(host);
  host.menu = makeDownload(host);
  letMarksBePressed(host);
  letFingersScroll(host);
  letThePageScroll(host);
  letThePointerRest(host);
  letRangesBeDrawn(host);
  remembering(host);
  return host;
}

// Also after each run: a width that was told while another run was under way may have been passed over.
function measureSoon(host) {
  clearTimeout(host.timer);
  host.timer = setTimeout(() => resized(host), PAUSE_MS);
}

const fits = ({ box, data }) => !box.clientWidth || Math.abs(box.clientWidth - data.width) <= STEP_PX;

function resized(host) {
  const width = Math.round(host.box.clientWidth);
  if (!width || !host.box.isConnected || isOnPaper(host)) return;
  if (!fits(host)) host.tellWidth(width);
  else if (host.missed) draw(host);
  else if (host.plot._fullLayout && width !== host.plot._fullLayout.width) draw(host);
}

// A turn of the wheel that began elsewhere, or on a map as wide as the page, scrolls the page: Ctrl asks for the map.
function letThePageScroll(host) {
  let last = { time: 0, inside: false };
  host.onWheel = (event) => {
    const inside = host.box.contains(event.target);
    const goesOn = event.timeStamp - last.time < PAUSE_MS;
    last = { time: event.timeStamp, inside: goesOn ? last.inside : inside };
    const wide = host.box.clientWidth < 0.8 * window.innerWidth;
    if (inside && !event.ctrlKey && !(wide && last.inside)) event.stopImmediatePropagation();
  };
  window.addEventListener("wheel", host.onWheel, { capture: true, passive: true });
}

// Whenever the page moves under a pointer at rest, the browser says that it moved, and Plotly writes the text of the mark
// below it anew. While a press is being answered, that is for the figure that comes.
function letThePointerRest(host) {
  let last = {};
  const stop = (event) => {
    const rests = event.clientX === last.clientX && event.clientY === last.clientY;
    last = event;
    if (rests && host.answering) event.stopPropagation();
  };
  host.box.addEventListener("mousemove", stop, { capture: true });
}

function answerSoon(host) {
  host.answering = true;
  setTimeout(() => (host.answering = false), 5 * PAUSE_MS);
}

function dismiss(host) {
  if (host.box.isConnected) return;
  host.observer.disconnect();
  window.removeEventListener("dateline-theme", host.redraw);
  forgetRanges(host);
  forgetPresses(host);
  forget(host);
  window.removeEventListener("wheel", host.onWheel, { capture: true });
  DARK.removeEventListener("change", host.redraw);
  leavePaper(host);
  host.gone = true;
  if (!host.drawing) window.Plotly?.purge(host.plot); // else `draw` does: plotly.js goes on with what it is drawing
}

// Has the figure drawn, where it is another than the one that is there. The first one waits, though not for long, until it
// fits: drawn again for the width that the page has, its marks would move away below a press.
function take(host, data) {
  const shown = host.data;
  host.data = data;
  host.plot.style.minHeight = `${data.height}px`;
  host.plot.classList.toggle("dl-by-two", data.zooms);
  if (host.shown === undefined && !fits(host)) {
    host.missed = true;
    host.first ??= setTimeout(() => host.missed && draw(host), FIRST_MS);
  } else if (!isAlike(shown, data) || host.missed) draw(host);
}

export default function ({ data: [data], parentElement, setStateValue, setTriggerValue }) {
  const host = (parentElement.dateline ??= prepare(parentElement));
  host.report = (what) => {
    answerSoon(host);
    ask(setTriggerValue, what);
  };
  host.tellWidth = (width) => setStateValue("width", width);
  host.tellSeen = (seen) => setStateValue("seen", seen);
  host.box.setAttribute("aria-label", data.description);
  if (host.html !== data.controls) {
    host.html = host.controls.innerHTML = data.controls;
    (data.controls ? host.controls : host.box).append(host.menu);
  }
  hear(host, data);
  measureSoon(host);
  return () => setTimeout(() => dismiss(host));
}
