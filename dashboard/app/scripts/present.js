// On the wall: one step after the other, by keyboard or clicker. Words of few steps are all here; of many, and figures of
// any, those around the one that is seen: others are asked for in time.
const THEME = "dateline-theme";
const STAGES = { wide: [1920, 1080], square: [1500, 1125], upright: [1125, 1500], tall: [780, 1560] };
const MOST_FRAMES = 600;
const NEAR_STEPS = 3; // so many steps before and behind, words and figures are to be here
const KEPT_STEPS = 60; // figures further away are let go
const MARKING_SIZES = [28, 24, 20, 16, 12, 9];

const LEAST_WIDTHS = { wide: 1.5, square: 0.9, upright: 0.61, tall: 0 }; // of a screen as high as 1
const shapeOf = () => Object.keys(LEAST_WIDTHS).find((shape) => innerWidth / innerHeight >= LEAST_WIDTHS[shape]);
const addressOf = ({ step, part }) => (part > 1 ? `${step}.${part}` : String(step));

function fit(host) {
  const shape = shapeOf();
  const [width, height] = STAGES[shape];
  const scale = Math.min(innerWidth / width, innerHeight / height);
  host.box.dataset.shape = shape;
  host.stage.style.cssText = `width:${width}px;height:${height}px;transform:translate(${(innerWidth - width * scale) / 2}px,${(innerHeight - height * scale) / 2}px) scale(${scale})`;
  if (shape !== host.data.shape) host.tellShape(shape);
  if (shape === host.shape) return;
  host.shape = shape;
  host.sheets.clear();
  label(host);
  show(host);
}

const inWords = (number) => number.toLocaleString("en");
const isHere = (step) => step.head !== undefined;

function onItsWay(host) {
  return Object.assign(document.createElement("p"), { className: "pr-source", textContent: `Loading step ${inWords(host.step)} …` });
}

function sheets(host) {
  const step = host.data.steps[host.step - 1];
  if (!isHere(step)) return { size: "", all: [[onItsWay(host)]] };
  if (!host.sheets.has(host.step)) {
    const isContinued = () => Object.assign(document.createElement("p"), { className: "pr-continued", textContent: "continued" });
    const laid = (size) => {
      Object.assign(host.stage.dataset, { kind: step.kind, size });
      return { size, all: sheetsOf(step, host.text, isContinued) };
    };
    const large = step.kind === "section" ? laid("large") : null; // few words are written large
    host.sheets.set(host.step, large && (step.size || large.all.length === 1) ? large : laid(""));
  }
  return host.sheets.get(host.step);
}

function show(host) {
  const { steps } = host.data;
  host.step = Math.min(Math.max(host.step, 1), steps.length);
  const step = steps[host.step - 1];
  if (host.data.speaker) showForSpeaker(host);
  else {
    const { all, size } = sheets(host);
    host.part = Math.min(Math.max(host.part, 1), all.length);
    host.parts = all.length;
    host.stage.dataset.kind = step.kind;
    host.stage.dataset.size = size;
    host.stage.querySelector(".pr-hint").hidden = host.step + host.part > 2;
    host.text.replaceChildren(...all[host.part - 1].map((node) => node.cloneNode(true)));
    host.count.textContent = `Step ${inWords(host.step)} of ${inWords(steps.length)}${all.length > 1 ? `, ${host.part} of ${all.length}` : ""}`;
    drawFigures(host);
  }
  host.box.classList.toggle("pr-blanked", host.blank && !host.data.speaker);
  const address = new URL(location.href);
  address.searchParams.set("step", addressOf(host));
  if (address.href !== location.href) {
    address.searchParams.set("page", window.datelinePageOf(location.href)); // see `opening.js`
    history.replaceState(history.state, "", address);
  }
  askAhead(host);
}

// Steps are here around the one that the server knows of: it is told in time of where we are.
function askAhead(host) {
  const { steps } = host.data;
  const from = Math.max(host.step - NEAR_STEPS, 1);
  const near = steps.slice(from - 1, host.step + NEAR_STEPS);
  const isMissing = near.some((step, at) => !isHere(step) || (step.kind !== "section" && !host.data.speaker && !host.figures.has(from + at)));
  if (isMissing && host.near !== host.step) host.tellNear((host.near = host.step));
}

function tellOthers(host) {
  const { step, part, parts, blank } = host;
  if (!host.data.speaker && !host.isGone) host.channel?.postMessage({ step, part, parts, blank, isScreen: true });
}

function go(host, step, part = 1) {
  closeBehind(host);
  Object.assign(host, { step, part, blank: false });
  show(host);
  tellOthers(host);
}

function follow(host, told) {
  if (told.act && !host.data.speaker) act(host, told.act);
  else if (told.isThere && !host.data.speaker) tellOthers(host);
  else if (told.isGone && host.data.speaker) {
    Object.assign(host, { isLinked: false, blank: false }); // from now on its keys move itself
    show(host);
  }
  else if (told.isScreen && host.data.speaker) {
    Object.assign(host, told, { isLinked: true });
    show(host);
  }
}

function open(host) {
  const dashboard = new URL(".", location.href).pathname; // the same by any address that the wall was opened by
  host.channel = new BroadcastChannel(`dateline-present:${dashboard}:${host.data.id}`);
  host.channel.onmessage = ({ data }) => follow(host, data);
  if (host.data.speaker) host.channel.postMessage({ isThere: true });
  host.onGone = () => {
    host.isGone = true; // what the server sends until the window is closed is told to nobody
    if (!host.data.speaker) host.channel.postMessage({ isGone: true });
  };
  window.addEventListener("pagehide", host.onGone);
  window.addEventListener("pageshow", host.onShown = ({ persisted }) => {
    host.isGone = false;
    if (persisted) tellOthers(host);
  });
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
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: label, title: `${label}: key ${key}` });
    button.dataset.do = what;
    controls.append(button);
  }
  const blank = Object.assign(document.createElement("div"), { className: "pr-blank" });
  host.box.append(host.stage, controls, blank);
  host.text = host.stage.querySelector(".pr-text");
  host.count = host.stage.querySelector(".pr-count");
}

function label(host) {
  if (host.data.speaker) return;
  const [text, color, ground] = host.data.marking;
  const name = host.stage.querySelector(".pr-name");
  name.textContent = name.title = host.data.title;
  host.stage.classList.remove("pr-long-name");
  host.stage.classList.toggle("pr-long-name", name.scrollWidth > name.clientWidth); // it has the wordmark's room
  const marking = host.stage.querySelector(".pr-marking");
  marking.textContent = text;
  marking.style.cssText = color ? `color:${color};background:${ground};border-color:${ground}` : "";
  // Of whatever length, it is whole on every step.
  for (const size of MARKING_SIZES) {
    marking.style.fontSize = `${size}px`;
    if (marking.scrollHeight <= marking.clientHeight + 1) return;
  }
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
  Object.assign(host, { box, data, figures: new Map(), sheets: new Map(), links: {}, turns: {}, drawing: {}, part: 1, parts: 1, blank: false, shape: null, near: null });
  fill(host);
  listenForMarks(host);
  listen(host);
  place(host);
  open(host);
  await styled(box);
  await Promise.all(["400 28px Inter", "650 68px Inter"].map((font) => document.fonts.load(font)));
}

// Without its styles no sheet can be measured: another part of the page has them, and may come later.
async function styled(box) {
  for (let frame = 0; frame < MOST_FRAMES && getComputedStyle(box).position !== "fixed"; frame += 1) await new Promise(requestAnimationFrame);
}

// Words that were sent before still hold while the number of all is the same.
function withWords(data, before) {
  if (data.number !== before.number) return data;
  return { ...data, steps: data.steps.map((step, at) => (isHere(step) ? step : before.steps[at])) };
}

function takeFigures(host, { figures, behind, more }) {
  for (const [number, each] of Object.entries(figures)) host.figures.set(Number(number), each);
  for (const number of [...host.figures.keys()]) if (Math.abs(number - host.step) > KEPT_STEPS) host.figures.delete(number);
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
  for (const [name, drawn] of Object.entries(host.drawing)) Promise.allSettled([drawn]).then(() => Plotly.purge(host.box.querySelector(`.pr-${name} .pr-plot`)));
}

export default function ({ data: [data], parentElement, setStateValue, setTriggerValue }) {
  const isFirst = !parentElement.dateline;
  const host = (parentElement.dateline ??= {});
  host.tellShape = (shape) => setStateValue("shape", shape);
  host.tellNear = (step) => setStateValue("near", { step, asked: (host.asked = (host.asked ?? 0) + 1) });
  host.press = (what) => setTriggerValue("pressed", what);
  if (isFirst) {
    host.ready = prepare(parentElement, data);
    applyTheme(host);
  }
  host.ready.then(() => take(host, data));
  return () => setTimeout(() => dismiss(host));
}
