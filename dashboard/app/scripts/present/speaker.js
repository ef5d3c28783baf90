// What the speaker alone sees: the step, its notes with the quotes, what comes next, and the time.
import { fromHtml } from "./sheets.js";
import { inWords, isHere, onItsWay } from "./steps.js";

export function speakerView(host) {
  const box = document.createElement("div");
  box.className = "pr-speaker";
  box.innerHTML =
    '<header><b class="pr-now"></b><span class="pr-marking-small"></span><time class="pr-clock" aria-label="Time of day"></time>' +
    '<time class="pr-elapsed" aria-label="Since the start"></time><button type="button" data-do="restart">Restart clock</button></header>' +
    '<div class="pr-speaker-columns"><section aria-label="This step"><h2>Now</h2><div class="pr-current"></div></section>' +
    '<section aria-label="Notes and quotes" class="pr-notes-box"><h2>Notes and quotes</h2><div class="pr-notes" tabindex="0"></div></section>' +
    '<section aria-label="Next step"><h2>Next</h2><p class="pr-next"></p></section></div>' +
    '<nav aria-label="Steps"><button type="button" data-do="back">Back</button><button type="button" data-do="next">Next</button>' +
    '<button type="button" data-do="blank">Blank screen</button><span class="pr-linked" role="status"></span></nav>';
  host.began = Date.now();
  host.clock = setInterval(() => tellTime(host), 1000);
  return box;
}

function tellTime(host) {
  const since = Math.floor((Date.now() - host.began) / 1000);
  const two = (number) => String(number).padStart(2, "0");
  const now = new Date();
  host.box.querySelector(".pr-clock").textContent = `${two(now.getHours())}:${two(now.getMinutes())}`;
  host.box.querySelector(".pr-elapsed").textContent = `${two(Math.floor(since / 60))}:${two(since % 60)}`;
}

export function showForSpeaker(host) {
  const { steps, title, marking } = host.data;
  const step = steps[host.step - 1];
  const next =
    host.part < host.parts
      ? `${step.name}, continued`
      : host.step < steps.length
        ? (steps[host.step].name ?? "")
        : undefined;
  const part = host.parts > 1 ? `, sheet ${host.part} of ${host.parts}` : "";
  host.box.querySelector(".pr-now").textContent =
    `Step ${inWords(host.step)} of ${inWords(steps.length)}${part}: ${title}`;
  const [label, color, ground] = marking;
  const marked = host.box.querySelector(".pr-marking-small");
  marked.textContent = label;
  marked.style.cssText = color ? `color:${color};background:${ground};padding:0 6px;font-weight:700` : "";
  const said = isHere(step) ? [step.head, ...step.blocks, ...step.more].flatMap(fromHtml) : [onItsWay(host)];
  host.box.querySelector(".pr-current").replaceChildren(...said);
  const notes = isHere(step) ? fromHtml(step.notes) : [onItsWay(host)];
  const none = Object.assign(document.createElement("p"), {
    className: "pr-source",
    textContent: "This step is based on no claims.",
  });
  host.box.querySelector(".pr-notes").replaceChildren(...(notes.length ? notes : [none]));
  host.box.querySelector(".pr-notes").scrollTop = 0;
  host.box.querySelector(".pr-next").textContent = next ?? "This is the last step.";
  host.box.querySelector(".pr-linked").textContent = host.blank
    ? "The screen is blank"
    : host.isLinked
      ? "The screen follows this view"
      : "No presentation screen is open";
  tellTime(host);
}
