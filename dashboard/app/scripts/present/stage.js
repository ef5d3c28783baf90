// What is seen of a step: laid out for the shape of the screen, with its figures, and in the page's address.
import { drawFigures } from "./figures.js";
import { sheetsOf } from "./sheets.js";
import { showForSpeaker } from "./speaker.js";
import { inWords, isHere, onItsWay } from "./steps.js";

const STAGES = { wide: [1920, 1080], square: [1500, 1125], upright: [1125, 1500], tall: [780, 1560] };
const NEAR_STEPS = 3; // so many steps before and behind, words and figures are to be here
const MARKING_SIZES = [28, 24, 20, 16, 12, 9];

const LEAST_WIDTHS = { wide: 1.5, square: 0.9, upright: 0.61, tall: 0 }; // of a screen as high as 1
const shapeOf = () => Object.keys(LEAST_WIDTHS).find((shape) => innerWidth / innerHeight >= LEAST_WIDTHS[shape]);
const addressOf = ({ step, part }) => (part > 1 ? `${step}.${part}` : String(step));

export function fit(host) {
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

function sheets(host) {
  const step = host.data.steps[host.step - 1];
  if (!isHere(step)) return { size: "", all: [[onItsWay(host)]] };
  if (!host.sheets.has(host.step)) {
    const isContinued = () =>
      Object.assign(document.createElement("p"), { className: "pr-continued", textContent: "continued" });
    const laid = (size) => {
      Object.assign(host.stage.dataset, { kind: step.kind, size });
      return { size, all: sheetsOf(step, host.text, isContinued) };
    };
    const large = step.kind === "section" ? laid("large") : null; // few words are written large
    host.sheets.set(host.step, large && (step.size || large.all.length === 1) ? large : laid(""));
  }
  return host.sheets.get(host.step);
}

export function show(host) {
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
export function askAhead(host) {
  const { steps } = host.data;
  const from = Math.max(host.step - NEAR_STEPS, 1);
  const near = steps.slice(from - 1, host.step + NEAR_STEPS);
  const isMissing = near.some(
    (step, at) => !isHere(step) || (step.kind !== "section" && !host.data.speaker && !host.figures.has(from + at)),
  );
  if (isMissing && host.near !== host.step) host.tellNear((host.near = host.step));
}

export function label(host) {
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
