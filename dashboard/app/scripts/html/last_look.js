// What is new since this reader last looked: when that was, and at which commit, is kept in this browser alone.
import { root, whenIdle } from "../page.js";
import { element } from "./element.js";

const KEPT = "dateline-last-look"; // the last look, in all tabs
const BEFORE = "dateline-look-before"; // the look before this visit, in this tab
const ANEW_MS = 4 * 60 * 60 * 1000; // a tab that was left alone for so long is visited anew

const read = (store, key) => {
  try {
    return JSON.parse(store.getItem(`${key} ${root()}`)) ?? null;
  } catch {
    return null;
  }
};
const keep = (store, key, value) => store.setItem(`${key} ${root()}`, JSON.stringify(value));
const news = { answer: null, before: null, asked: null };

// Fills the place for it, where the page that has just been drawn has one.
export function tellNews(host) {
  for (const [id, tell] of [
    ["#dl-news", fill],
    ["#dl-last-visit", linkLastVisit],
  ]) {
    const place = host.box.querySelector(id);
    if (!place) continue;
    if (news.answer) tell(place);
    else whenIdle(() => ask().then(() => place.isConnected && tell(place)));
  }
}

// The choice "Your last visit" of the page Changes; hidden where nothing has changed since.
function linkLastVisit(place) {
  const { told, leads } = news.answer ?? {};
  if (!told || !leads) return;
  place.href = leads.href;
  place.dataset.press = leads.press;
  place.dataset.value = leads.value;
  if (place.dataset.chosen && place.dataset.chosen === news.before.commit) place.setAttribute("aria-current", "true");
  place.hidden = false;
}

// Asked once a visit.
const ask = () => (news.asked ??= askNow());

async function askNow() {
  const last = read(localStorage, KEPT);
  const visited = read(sessionStorage, BEFORE);
  const isSameVisit = visited && last && Date.now() - last.at < ANEW_MS;
  news.before = isSameVisit ? visited : (last ?? { at: 0, commit: "" });
  keep(sessionStorage, BEFORE, news.before);
  const query = new URLSearchParams({ commit: news.before.commit, day: dayOf(news.before.at) });
  try {
    const response = await fetch(`${root()}dateline-news?${query}`, { cache: "no-store" });
    if (!response.ok) return;
    news.answer = await response.json();
    if (news.answer.head) keep(localStorage, KEPT, { at: Date.now(), commit: news.answer.head });
  } catch {
    // the server is away; `away.js` says so
  }
}

function dayOf(at) {
  const day = new Date(at);
  const two = (number) => String(number).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

function link({ press, value, href }, text) {
  return element("a", { href, "data-press": press, "data-value": value }, text);
}

function line({ text, detail, leads }) {
  const said = leads ? link(leads, text) : text;
  return element("li", {}, said, ...(detail ? [" ", element("span", { class: "dl-muted" }, detail)] : []));
}

function fill(place) {
  const { told, groups, sum, leads } = news.answer ?? {};
  if (!told || !leads || place.childElementCount) return; // where nothing changed, nothing is said
  const at = new Date(news.before.at).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
  const head = element("h3", {}, "Since you last looked ", element("span", { class: "dl-count" }, at));
  const rows = groups.flatMap(({ title, lines, more }) => [
    element("dt", {}, title),
    element(
      "dd",
      {},
      element("ul", {}, ...lines.map(line)),
      ...(more ? [link(leads, `${more.toLocaleString("en")} more`)] : []),
    ),
  ]);
  const rest = element("p", { class: "dl-muted" }, sum, ...(leads ? [" ", link(leads, "All changes")] : []));
  place.replaceChildren(head, ...(rows.length ? [element("dl", {}, ...rows)] : []), rest);
  place.hidden = false;
}
