// Hosts one Plotly figure: keeps the reader's zoom and the node, makes its marks buttons, follows the theme at once.

import { lightUp } from "../alight.js";
import { drawBaseMaps, fetchOutlines, SEEN } from "../plotly/base_map.js";
import { drawDetail } from "../plotly/detail.js";
import { CONFIG, outlinesFolder, plotly } from "../plotly/plot.js";
import { ask } from "../presses.js";
import { DARK, THEME } from "../theme.js";
import { brushAnswered } from "./brush.js";
import { makeButtons, toldOf } from "./buttons.js";
import { forgetDownload, makeDownload } from "./download.js";
import { drawArea } from "./draw_area.js";
import { markFullScreen, turnFullScreen } from "./full_screen.js";
import { drawFoot, makeFoot } from "./map_foot.js";
import { forget, hear, isAlike, remembering } from "./memory.js";
import { followTime, forgetTime, letTimeBeMoved } from "./move_time.js";
import { isOnPaper, leavePaper, letItBePrinted } from "./paper.js";
import { layPlayhead } from "./playhead.js";
import { answerSoon, letThePageScroll, letThePointerRest } from "./pointers.js";
import { untilAtRest } from "./rest.js";
import { forgetPresses, letMarksBePressed } from "./tap.js";
import { letFingersScroll } from "./touch.js";
import { asSeen, correctAddress, heightOf, moves } from "./view.js";

const STEP_PX = 16; // a narrower change of width is not worth another run
const PAUSE_MS = 200;
const FIRST_MS = 1500;

// One after the other, and only the last that is asked for: Plotly's first one waits for outlines, and would end after it.
function draw(host) {
  const turn = (host.turn = (host.turn ?? 0) + 1);
  const next = () => turn === host.turn && drawNow(host);
  host.drawn = (host.drawn ?? Promise.resolve()).then(next, next);
}

async function drawNow(host) {
  const Plotly = await plotly();
  await untilAtRest(host);
  host.missed = !host.box.isConnected;
  if (host.missed) return;
  const { data, layout, drawnFor } = asSeen(host);
  host.drawing = true;
  // What the pointer rests on is another mark by now: Plotly would look for its text again, and it is taken away below.
  if (host.plot._fullLayout && host.shown !== host.data.drawn) host.plot._fullLayout._rehover = null;
  const config = { ...CONFIG, scrollZoom: host.data.zooms, topojsonURL: outlinesFolder() };
  await Plotly.react(host.plot, data, layout, config);
  if (host.shown !== host.data.drawn) host.plot.querySelector(".hoverlayer")?.replaceChildren(); // it told of a mark that is gone
  host.shown = host.data.drawn;
  if (!host.left) host.plot.querySelector(".geolayer .geo2")?.removeAttribute("display"); // see `moves`
  if (!host.listens) {
    host.listens = true;
    host.plot.on("plotly_hover", (event) => {
      host.over = toldOf(host, event);
      lightUp(host.over?.events);
      host.plot.classList.add("dl-over");
    });
    host.plot.on("plotly_unhover", () => {
      host.over = null;
      lightUp();
      host.plot.classList.remove("dl-over");
    });
    host.plot.on("plotly_relayout", (change) => moves(host, change, true));
    host.plot.on("plotly_relayouting", (change) => moves(host, change, false));
    host.plot.on("plotly_afterplot", () => makeButtons(host));
    makeButtons(host);
    if (layout.geo) fetchOutlines(outlinesFolder());
  }
  host.revision = host.data.revision;
  drawBaseMaps(host.plot);
  if (layout.geo) drawDetails(host);
  host.drawing = false;
  correctAddress(host);
  followTime(host);
  brushAnswered(host);
  layPlayhead(host);
  host.plot.dataset.drawn = drawnFor;
  if (host.gone) Plotly.purge(host.plot);
}

// The line at the foot of a map, and what is to be seen from near.
function drawDetails(host) {
  if (!host.data.zooms) return;
  const geo = host.plot._fullLayout?.geo;
  if (!geo?._subplot?.projection) return;
  if (!host.foot) makeFoot(host);
  const isDisputed = drawDetail(geo._subplot, geo.projection.type, () => host.gone || drawDetails(host));
  host.foot.note.textContent = isDisputed ? "Dashed: disputed, as Natural Earth draws who is in control" : "";
  drawFoot(host);
}

function zoomBy(host, factor) {
  const { scale, minscale, maxscale } = host.plot._fullLayout.geo.projection;
  const then = Math.min(Math.max(scale * factor, minscale), maxscale);
  if (then !== scale) window.Plotly.relayout(host.plot, { "geo.projection.scale": then });
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
  const host = { box, controls, plot, report: () => {}, tellSize: () => {}, moved: false };
  controls.addEventListener("click", (event) => {
    const target = event.target.closest("[data-press]");
    if (!target) return;
    const { press, value } = target.dataset;
    if (press === "zoom") zoomBy(host, Number(value));
    else if (press === "full-screen") turnFullScreen();
    else if (press === "draw-area") drawArea(host, target, event.detail === 0);
    else host.report({ what: press, value });
  });
  host.redraw = () => draw(host);
  host.take = (data) => take(host, data);
  host.observer = new ResizeObserver(() => measureSoon(host));
  host.observer.observe(box);
  window.addEventListener(THEME, host.redraw);
  DARK.addEventListener("change", host.redraw);
  letItBePrinted(host);
  host.menu = makeDownload(host);
  plot.addEventListener(SEEN, ({ detail }) => detail === "geo" && drawDetails(host));
  letMarksBePressed(host);
  letTimeBeMoved(host);
  letFingersScroll(host);
  letThePageScroll(host);
  letThePointerRest(host);
  remembering(host);
  return host;
}

// Also after each run: a size that was told while another run was under way may have been passed over.
function measureSoon(host) {
  clearTimeout(host.timer);
  host.timer = setTimeout(() => resized(host), PAUSE_MS);
}

const isNear = (size, wanted) => !size || Math.abs(size - wanted) <= STEP_PX;
const isWide = ({ box, data }) => isNear(box.clientWidth, data.width);
// A map is as high as style sheets make it, by the window; other figures are as high as what is in them.
const isHigh = ({ plot, data }) => !data.zooms || isNear(plot.clientHeight, data.height);
const fits = (host) => isWide(host) && isHigh(host);

function resized(host) {
  const width = Math.round(host.box.clientWidth);
  if (!width || !host.box.isConnected || isOnPaper(host)) return;
  if (!isWide(host)) host.tellSize("width", width);
  if (!isHigh(host)) host.tellSize("height", Math.round(host.plot.clientHeight));
  if (!fits(host)) return;
  const drawn = host.plot._fullLayout;
  if (host.missed || (drawn && (width !== drawn.width || heightOf(host) !== drawn.height))) draw(host);
}

function dismiss(host) {
  if (host.box.isConnected) return;
  host.observer.disconnect();
  window.removeEventListener(THEME, host.redraw);
  forgetTime(host);
  forgetDownload(host);
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
  host.plot.style.minHeight = data.zooms ? "" : `${data.height}px`;
  host.plot.classList.toggle("dl-by-two", data.zooms || Boolean(data.time));
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
  host.tellSize = setStateValue;
  host.tellSeen = (seen) => setStateValue("seen", seen);
  host.box.setAttribute("aria-label", data.description);
  if (host.html !== data.controls) {
    host.html = host.controls.innerHTML = data.controls;
    (data.controls ? host.controls : host.box).append(host.menu);
    markFullScreen(host.controls);
  }
  hear(host, data);
  measureSoon(host);
  return () => setTimeout(() => dismiss(host));
}
