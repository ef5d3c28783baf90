// Asks which version of the files the server has, and says what the server does when that takes a while.
import { followConnection } from "./away.js";
import "./downloads.js";
import { root } from "./page.js";
import { presses } from "./presses.js";

const EVERY_MS = 700;
const AWAY_MS = 5000; // until a server that did not answer is asked again
const AGAIN_MS = 5000; // a run that was asked for and never came is asked for again
const AFTER_MS = 500;
const OTHERWISE = "Loading the page";

// Of each run Streamlit tells the page around it six times. Where there is none it tells itself, and tries each message for
// whether its sender may speak, which takes as long as a figure: those are not sent.
if (window.parent === window) {
  const { postMessage } = window;
  window.postMessage = (message, ...where) => message?.stCommVersion || postMessage.call(window, message, ...where);
}

// A server that was started anew may have other scripts, and other styles, than this page was opened with: it is opened once
// more, and not again if that brings the same.
const RELOADED_FOR = "dateline-reloaded-for";
function reloadIfOlder() {
  const own = new URL("opening.js", import.meta.url).href;
  const opened = document.querySelector("script[data-pages]")?.src ?? own;
  if (opened === own || sessionStorage.getItem(RELOADED_FOR) === own) return;
  sessionStorage.setItem(RELOADED_FOR, own);
  location.reload();
}

async function versionNow() {
  try {
    const answer = await fetch(`${root()}dateline-version`, { cache: "no-store" });
    return answer.ok ? Number(await answer.text()) : null;
  } catch {
    return null; // the server is away; `away.js` says so
  }
}

// How far the checks are, while a line says so.
async function followChecks() {
  const line = document.querySelector(".dl-checking");
  if (!line) return;
  try {
    const { checking } = await (await fetch(`${root()}dateline-progress`, { cache: "no-store" })).json();
    if (checking) line.textContent = checking;
  } catch {
    // the server is away; `away.js` says so
  }
}

async function look(host) {
  if (document.hidden || host.looking || performance.now() < host.until) return;
  host.looking = true;
  followChecks();
  const version = await versionNow();
  host.looking = false;
  host.until = version === null ? performance.now() + AWAY_MS : 0;
  if (version === null || version === host.version || !host.mark.isConnected) return;
  if (version === host.asked && performance.now() - host.askedAt < AGAIN_MS) return;
  Object.assign(host, { asked: version, askedAt: performance.now(), doing: host.changed });
  host.report(version);
}

function progress(host) {
  const line = document.createElement("p");
  line.className = "dl-progress";
  line.setAttribute("role", "status");
  line.setAttribute("aria-live", "polite");
  line.hidden = true;
  document.body.append(line);
  const app = document.querySelector('[data-testid="stApp"]');
  const follow = () => {
    clearTimeout(host.timer);
    if (app.dataset.testScriptState === "running") {
      host.timer = setTimeout(() => {
        line.textContent = `${host.doing ?? OTHERWISE} …`;
        line.hidden = false;
      }, AFTER_MS);
    } else {
      line.hidden = true;
      line.textContent = "";
      host.doing = null;
    }
  };
  host.observer = new MutationObserver(follow);
  host.observer.observe(app, { attributeFilter: ["data-test-script-state"] });
  follow();
  return line;
}

function prepare(parent) {
  const mark = document.createElement("span");
  mark.hidden = true;
  parent.append(mark);
  const host = {
    mark,
    report: () => {},
    version: null,
    asked: null,
    askedAt: 0,
    doing: null,
    changed: null,
    says: {},
    looking: false,
    until: 0,
  };
  host.line = progress(host);
  host.leave = followConnection();
  host.interval = setInterval(() => look(host), EVERY_MS);
  host.onSight = () => look(host);
  host.onPress = (event) => {
    const press = event.target.closest?.("[data-press]")?.dataset.press;
    host.doing = press ? (host.says[press] ?? null) : event.target.closest?.(".dl-plot") ? host.says.event : host.doing;
  };
  document.addEventListener("visibilitychange", host.onSight);
  for (const kind of ["click", "submit"]) document.addEventListener(kind, host.onPress, true);
  return host;
}

function dismiss(host) {
  if (host.mark.isConnected) return;
  clearInterval(host.interval);
  clearTimeout(host.timer);
  host.observer.disconnect();
  host.line.remove();
  host.leave();
  document.removeEventListener("visibilitychange", host.onSight);
  for (const kind of ["click", "submit"]) document.removeEventListener(kind, host.onPress, true);
}

export default function ({ data: [data], parentElement, setTriggerValue }) {
  reloadIfOlder();
  const host = (parentElement.dateline ??= prepare(parentElement));
  // With the last press whose answer has come: until then, the page's address may lack what a later one has changed.
  host.report = (version) => setTriggerValue("changed", { version, answered: presses.answered });
  host.version = data.version;
  host.changed = data.changed;
  host.says = data.doing; // by the name of what is pressed
  return () => setTimeout(() => dismiss(host));
}
