// On the wall: one step after the other, by keyboard or clicker. Words of few steps are all here; of many, and figures of
// any, those around the one that is seen: others are asked for in time.
import { DARK } from "../theme.js";
import { openChannel, tellOthers } from "./channel.js";
import { drawFigures } from "./figures.js";
import { act, applyTheme, CONTROLS, HINT, listen } from "./keys.js";
import { listenForMarks } from "./marks.js";
import { speakerView } from "./speaker.js";
import { askAhead, fit, label, show } from "./stage.js";
import { isHere } from "./steps.js";

const MOST_FRAMES = 600;
const KEPT_STEPS = 60; // figures further away are let go

function follow(host, told) {
  if (told.act && !host.data.speaker) act(host, told.act);
  else if (told.isThere && !host.data.speaker) tellOthers(host);
  else if (told.isGone && host.data.speaker) {
    Object.assign(host, { isLinked: false, blank: false }); // from now on its keys move itself
    show(host);
  } else if (told.isScreen && host.data.speaker) {
    Object.assign(host, told, { isLinked: true });
    show(host);
  }
}

function fill(host) {
  const { data } = host;
  if (data.speaker) {
    host.box.classList.add("pr-for-speaker");
    host.box.append(speakerView(host));
    return;
  }
  host.stage = document.createElement("div");
  host.stage.className = "pr-stage";
  document.documentElement.classList.add("pr-room");
  host.stage.innerHTML =
    '<header class="pr-top"><span class="pr-wordmark">Dateline</span><span class="pr-name"></span><span class="pr-steps"><button type="button" data-do="back" aria-label="Back" title="Back: key ←">←</button><span class="pr-count" role="status"></span><button type="button" data-do="next" aria-label="Next" title="Next: key →">→</button></span><strong class="pr-marking"></strong></header>' +
    '<div class="pr-map"><div class="pr-plot" role="group"></div></div><section class="pr-text" aria-live="polite"></section>' +
    '<div class="pr-timeline"><div class="pr-plot" role="group"></div></div>' +
    `<p class="pr-hint">${HINT}</p>`;
  const controls = document.createElement("nav");
  controls.className = "pr-controls";
  controls.setAttribute("aria-label", "Presentation");
  for (const [what, label, key] of CONTROLS) {
    const button = Object.assign(document.createElement("button"), {
      type: "button",
      textContent: label,
      title: `${label}: key ${key}`,
    });
    button.dataset.do = what;
    controls.append(button);
  }
  const blank = Object.assign(document.createElement("div"), { className: "pr-blank" });
  host.box.append(host.stage, controls, blank);
  host.text = host.stage.querySelector(".pr-text");
  host.count = host.stage.querySelector(".pr-count");
}

function place(host) {
  const [step, part] = (new URLSearchParams(location.search).get("step") ?? "1").split(".").map(Number);
  Object.assign(host, { step: step >= 1 ? Math.floor(step) : 1, part: part >= 1 ? Math.floor(part) : 1 });
}

async function prepare(parent, data) {
  const box = document.createElement("div");
  box.className = "dl dl-present";
  parent.append(box);
  const host = parent.dateline;
  Object.assign(host, {
    box,
    data,
    figures: new Map(),
    sheets: new Map(),
    links: {},
    turns: {},
    drawing: {},
    part: 1,
    parts: 1,
    blank: false,
    shape: null,
    near: null,
  });
  fill(host);
  listenForMarks(host);
  listen(host);
  place(host);
  openChannel(host, (told) => follow(host, told));
  await styled(box);
  await Promise.all(["400 28px Inter", "650 68px Inter"].map((font) => document.fonts.load(font)));
}

// Without its styles no sheet can be measured: another part of the page has them, and may come later.
async function styled(box) {
  for (let frame = 0; frame < MOST_FRAMES && getComputedStyle(box).position !== "fixed"; frame += 1)
    await new Promise(requestAnimationFrame);
}

// Words that were sent before still hold while the number of all is the same.
function withWords(data, before) {
  if (data.number !== before.number) return data;
  return { ...data, steps: data.steps.map((step, at) => (isHere(step) ? step : before.steps[at])) };
}

function takeFigures(host, { figures, behind, more }) {
  for (const [number, each] of Object.entries(figures)) host.figures.set(Number(number), each);
  for (const number of [...host.figures.keys()])
    if (Math.abs(number - host.step) > KEPT_STEPS) host.figures.delete(number);
  Object.assign(host.links, behind);
  if (more) host.near = null; // the server was asked for more than it draws at a time
}

function take(host, data) {
  const before = host.data;
  const isFirst = !host.drawn;
  host.data = withWords(data, before);
  const isOther =
    before.shape !== data.shape ||
    before.steps.length !== data.steps.length ||
    before.steps.some((step, at) => isHere(step) && JSON.stringify(step) !== JSON.stringify(host.data.steps[at]));
  if (isOther || isFirst) host.sheets.clear();
  if (isOther || data.number !== before.number) {
    host.figures.clear();
    host.links = {};
  }
  takeFigures(host, data);
  label(host);
  if (isOther || isFirst || !host.sheets.has(host.step)) {
    host.drawn = true;
    host.shape = null;
    if (data.speaker) show(host);
    else fit(host);
  } else {
    if (!data.speaker) drawFigures(host);
    askAhead(host);
  }
  tellOthers(host);
}

function dismiss(host) {
  if (!host.box || host.box.isConnected) return;
  document.documentElement.classList.remove("pr-room");
  host.onGone?.();
  host.channel?.close();
  window.removeEventListener("pagehide", host.onGone);
  window.removeEventListener("pageshow", host.onShown);
  clearInterval(host.clock);
  document.removeEventListener("keydown", host.onKey);
  window.removeEventListener("resize", host.onResize);
  window.removeEventListener("storage", host.onTheme);
  DARK.removeEventListener("change", host.onTheme);
  // A figure that is being drawn needs what purging takes away.
  for (const [name, drawn] of Object.entries(host.drawing))
    Promise.allSettled([drawn]).then(() => window.Plotly.purge(host.box.querySelector(`.pr-${name} .pr-plot`)));
}

export default function ({ data: [data], parentElement, setStateValue, setTriggerValue }) {
  const isFirst = !parentElement.dateline;
  const host = (parentElement.dateline ??= {});
  host.tellShape = (shape) => setStateValue("shape", shape);
  host.tellNear = (step) => {
    const { number, shape } = host.data;
    const held = { number, shape, steps: [...host.figures.keys()] }; // they are not sent again
    setStateValue("near", { step, held, asked: (host.asked = (host.asked ?? 0) + 1) });
  };
  host.press = (what) => setTriggerValue("pressed", what);
  if (isFirst) {
    host.ready = prepare(parentElement, data);
    applyTheme(host);
  }
  host.ready.then(() => take(host, data));
  return () => setTimeout(() => dismiss(host));
}
