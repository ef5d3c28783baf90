// Plays through time: steps from date to date, and runs by itself. What is shown at a date only Python knows.
import { boxWithStatus, isTyped, listenForKeys } from "./page.js";
import { ask, presses } from "./presses.js";

const PACE_MS = 1200;
const SPEEDS = [1, 2, 4, 0.5]; // each press leads to the next
const PATIENCE_MS = 10_000; // an answer that has not come by then is not waited for
const STILL = matchMedia("(prefers-reduced-motion: reduce)");

// Keys may be pressed faster than the server answers: the next step counts from the one that was asked for.
function go(host, index) {
  const { steps } = host.data;
  if (!steps.length) return;
  host.at = Math.min(Math.max(index, 0), steps.length - 1);
  host.report({ what: "until", value: steps[host.at] });
  host.asked = { number: presses.asked, time: performance.now() };
}

const isAsked = ({ asked, data }) =>
  Boolean(asked) && data.heard < asked.number && performance.now() - asked.time < PATIENCE_MS;

function end(host) {
  host.asked = null;
  host.report({ what: "until", value: "" });
}

function arrived(host) {
  if (host.at === host.data.at || !isAsked(host)) host.at = host.data.at;
}

function label(host) {
  labelSpeed(host);
  const button = host.box.querySelector("[data-play=run]");
  if (!button) return;
  button.textContent = host.running ? "Stop" : "Run";
  button.hidden = STILL.matches;
}

function labelSpeed(host) {
  const button = host.box.querySelector("[data-play=speed]");
  if (!button) return;
  button.textContent = `${host.speed === 0.5 ? "½" : host.speed}×`;
  button.setAttribute("aria-label", `Speed: ${button.textContent}`);
  button.hidden = STILL.matches;
}

// Keeps running after a step that has been drawn, up to the last.
function keepRunning(host) {
  clearTimeout(host.timer);
  const { active, steps } = host.data;
  const { at } = host;
  host.running &&= active && at < steps.length - 1;
  if (host.running) host.timer = setTimeout(() => go(host, at + 1), PACE_MS / host.speed);
  label(host);
}

function pressed(host, what) {
  if (what === "speed") {
    host.speed = SPEEDS[(SPEEDS.indexOf(host.speed) + 1) % SPEEDS.length];
    return keepRunning(host);
  }
  const { active, steps } = host.data;
  const { at } = host;
  const starts = (what === "start" || what === "run") && !host.running && !STILL.matches;
  const last = steps.length - 1;
  clearTimeout(host.timer);
  const stops = host.running && what === "run";
  host.running = starts;
  label(host);
  if (stops) return;
  if (what === "end") end(host);
  else if (!active && !isAsked(host)) go(host, what === "back" ? last : 0);
  else if (what === "back") go(host, at - 1);
  else go(host, starts && at >= last ? 0 : at + 1);
}

function onKey(host, event) {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyped(event.target)) return;
  const what = { ",": "back", ".": "on", r: "run" }[event.key];
  if (!what) return;
  event.preventDefault();
  pressed(host, what);
}

function prepare(parent) {
  const { box, status } = boxWithStatus(parent);
  const host = { box, status, html: null, running: false, speed: 1, asked: null, report: () => {} };
  box.addEventListener("click", (event) => {
    const target = event.target.closest("[data-play], [data-press]");
    if (target?.dataset.play) pressed(host, target.dataset.play);
    else if (target && !(event.metaKey || event.ctrlKey || event.shiftKey)) {
      event.preventDefault();
      host.report({ what: target.dataset.press, value: target.dataset.value });
    }
  });
  box.addEventListener("input", ({ target }) => {
    const words = host.data.words[target.value];
    target.setAttribute("aria-valuetext", words);
    box.querySelector("output").textContent = words;
    box.querySelector(".dl-added").textContent = ""; // what that day adds only Python knows
  });
  box.addEventListener("change", ({ target }) => {
    host.running = false;
    go(host, Number(target.value));
  });
  listenForKeys(host, (event) => onKey(host, event));
  return host;
}

function fill(host) {
  const { html, at } = host.data;
  const held = host.box.contains(document.activeElement) ? document.activeElement.dataset : null;
  const shape = html.replace(/ (value|aria-valuetext)="[^"]*"|<output>[^<]*/g, "");
  if (host.shape !== shape) {
    host.box.innerHTML = html;
    const again =
      held &&
      (host.box.querySelector(
        held.press ? `[data-press="${held.press}"][data-value="${held.value}"]` : `[data-play="${held.play}"]`,
      ) ??
        host.box.querySelector("[data-play=run]:not([hidden]), [data-play]"));
    again?.focus({ preventScroll: true });
    host.shape = shape;
  }
  const slider = host.box.querySelector("input");
  if (slider) {
    slider.value = at;
    slider.setAttribute("aria-valuetext", host.data.day);
    host.box.querySelector("output").textContent = host.data.day; // which is no step where the line was dragged there
    const added = host.box.querySelector(".dl-added");
    if (host.added !== host.data.added || !added.innerHTML) added.innerHTML = host.added = host.data.added;
  }
}

export default function ({ data: [data], parentElement, setTriggerValue }) {
  const host = (parentElement.dateline ??= prepare(parentElement));
  const moved = !host.data || host.data.at !== data.at || host.data.active !== data.active;
  host.report = (what) => ask(setTriggerValue, what);
  host.data = data;
  arrived(host);
  fill(host);
  if (moved) keepRunning(host);
  else label(host);
  if (host.status.textContent !== data.said) host.status.textContent = data.said;
  return () =>
    setTimeout(() => {
      if (host.box.isConnected) return;
      clearTimeout(host.timer);
      document.removeEventListener("keydown", host.onKey);
    });
}
