// HTML from Python that reports what is pressed in it. Theme and copying need no Python and are answered here.
import { sheet } from "../claim_sheet.js";
import { boxWithStatus, listenForKeys } from "../page.js";
import { ask } from "../presses.js";
import { turnSingleKeys } from "../single_keys.js";
import "./calendar.js";
import { tendFacetLists } from "./facet_lists.js";
import { replaceKeepingPlace } from "./keep_place.js";
import { tellNews } from "./last_look.js";
import { keepMenusInWindow } from "./menus.js";
import { applyTheme, chooseTheme, copyLink } from "./own_presses.js";
import { serveSearch } from "./search_box.js";
import { bringIntoSight } from "./sight.js";
import "../claim_pointing.js";
import "./page_keys.js";

const KEPT = ["show", "from", "to", "words", "as", "lanes", "view", "map", "scale"];

// What needs no server; all else is in `shell/actions.py`.
const IN_THE_BROWSER = {
  theme: chooseTheme,
  reach,
  copy: (text) => navigator.clipboard?.writeText(text),
  "copy-link": (_value, button) => copyLink(button),
  "single-keys": turnSingleKeys,
};

function pressed(host, event) {
  const target = event.target.closest?.("[data-press]");
  if (!target || target.tagName === "FORM" || event.defaultPrevented) return; // a form reports when it is sent
  if (target.tagName === "TR" && String(getSelection())) return; // words of a row are being marked, to be copied
  if (target.tagName === "A" && (event.metaKey || event.ctrlKey || event.shiftKey || event.button)) return;
  event.preventDefault();
  host.press(target.dataset.press, target.dataset.value, target);
}

function press(host, what, value, target) {
  if (Object.hasOwn(IN_THE_BROWSER, what)) IN_THE_BROWSER[what](value, target);
  else host.report({ what, value });
  if (what === "range") closeFacet(target);
}

// What is drawn anew under a finger that is down is another button: the browser tells of no click on either.
function pressedAnew(host, { target, button }) {
  const { down } = host;
  const here = target.closest?.("[data-press]");
  host.down = null;
  if (!down || down.isConnected || !here || button) return;
  if (here.dataset.press === down.dataset.press && here.dataset.value === down.dataset.value) here.click();
}

// Goes to a part of the same page.
function reach(id) {
  const part = document.getElementById(id);
  part?.scrollIntoView({ block: "start" });
  part?.focus({ preventScroll: true });
}

// A form's fields, joined by `|`: the words, or both ends of a range.
function submitted(host, event) {
  const form = event.target.closest("form[data-press]");
  if (!form) return;
  event.preventDefault();
  const [only, ...others] = [...form.querySelectorAll("input:not([type=date])")].map(({ value }) => value);
  const value = others.length ? [only, ...others].map((each) => each.replaceAll("|", " ")).join("|") : only;
  host.report({ what: form.dataset.press, value });
  if (form.dataset.press === "range") closeFacet(form);
}

function closeFacet(within) {
  const facet = within?.closest("details.dl-facet");
  if (!facet) return;
  facet.open = false;
  facet.querySelector("summary").focus();
}

// What is chosen beside the place (filters, mode) goes along when a link is opened elsewhere or copied.
function completeLink(event) {
  const link = event.target.closest?.("a[data-press]");
  if (!link) return;
  const query = new URLSearchParams(link.search);
  for (const key of KEPT)
    if (!query.has(key)) for (const value of new URLSearchParams(location.search).getAll(key)) query.append(key, value);
  link.search = query.toString();
}

function prepare(parent) {
  const { box, status } = boxWithStatus(parent);
  const host = { box, status, report: () => {}, html: null, name: null, escapes: false };
  host.press = (...pressed) => press(host, ...pressed);
  box.addEventListener("click", (event) => pressed(host, event));
  box.addEventListener("submit", (event) => submitted(host, event));
  box.addEventListener("pointerdown", ({ target }) => (host.down = target.closest?.("[data-press]")));
  box.addEventListener("pointerup", (event) => pressedAnew(host, event));
  for (const kind of ["pointerdown", "focusin"]) box.addEventListener(kind, completeLink);
  listenForKeys(host, (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    const facet = host.box.querySelector("details.dl-facet[open]");
    const elsewhere = document.querySelector(":popover-open, details.dl-facet[open]");
    if (facet) {
      event.preventDefault(); // whoever listens after this one lets nothing else go
      closeFacet(facet);
    } else if (host.escapes && !elsewhere) host.report({ what: "clear", value: "" });
  });
  return host;
}

// How much of the window the bar takes: of a narrow one's three lines, only the last stays, that of the pages.
const NARROW = matchMedia("(max-width: 640px)");
function measureBar(host) {
  if (host.bar || !host.box.querySelector(".dl-bar")) return;
  host.bar = new ResizeObserver(() => {
    const bar = host.box.querySelector(".dl-bar")?.getBoundingClientRect();
    if (!bar?.height) return;
    const from = NARROW.matches ? host.box.querySelector(".dl-bar > nav").getBoundingClientRect().top : bar.top;
    const told = { "--dl-top": bar.bottom - from, "--dl-bar-above": bar.top - from };
    for (const [name, size] of Object.entries(told))
      document.documentElement.style.setProperty(name, `${Math.round(size)}px`);
  });
  host.bar.observe(host.box);
}

export default function ({ data: [data], parentElement, setTriggerValue }) {
  const host = (parentElement.dateline ??= prepare(parentElement));
  host.report = (what) => ask(setTriggerValue, what);
  host.escapes = Boolean(data.escapes);
  if (host.html !== data.html) {
    replaceKeepingPlace(host, data);
    host.html = data.html;
    tendFacetLists(host.box);
    keepMenusInWindow(host.box);
    bringIntoSight(host.box);
    measureBar(host);
    serveSearch(host);
    if (host.box.querySelector(".dl-bar"))
      sheet.press = (link) => host.press(link.dataset.press, link.dataset.value, link);
    tellNews(host);
  }
  host.name = data.name;
  if (host.status.textContent !== data.said) host.status.textContent = data.said;
  if (data.themes) applyTheme();
  return () =>
    setTimeout(() => {
      if (host.box.isConnected) return;
      document.removeEventListener("keydown", host.onKey);
      host.bar?.disconnect();
    });
}
