import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";

const TEXT = readFileSync(new URL("../../../dashboard/app/scripts/opening.js", import.meta.url), "utf8");

// The script, run as a page's first one at this address; what it leaves in the window, and where the page seems to be.
function opened(address, base = "https://host/team/") {
  const location = new URL(address);
  const shown = [];
  const write = (_state, _unused, url) => {
    location.href = new URL(url, location.href).href;
    shown.push(location.href);
  };
  class History {}
  Object.assign(History.prototype, { pushState: write, replaceState: (...put) => write(...put) });
  const window = { handlers: {} };
  class WebSocket {
    send() {}
  }
  const script = { src: `${base}dateline-scripts/0123456789ab/opening.js`, dataset: { pages: "events brief present" } };
  const document = { documentElement: { dataset: {} }, currentScript: script, title: "", querySelector: () => null };
  const context = {
    ...{ window, document, location, History, history: new History(), WebSocket, URL, URLSearchParams, Intl },
    localStorage: { getItem: () => "dark" },
    innerWidth: 1440,
    innerHeight: 900,
    addEventListener: (kind, answer) => (window.handlers[kind] = answer),
    setTimeout: (work) => shown.push(work),
    MutationObserver: class {
      observe() {}
    },
    fetch: () => {},
  };
  vm.runInNewContext(TEXT, context);
  shown.length = 0;
  return { ...context, shown };
}

test("Streamlit sees the page in the query, until it has said something; then the reader has the page's path", () => {
  const page = opened("https://host/team/events?show=actor:x");
  assert.equal(page.location.href, "https://host/team/?page=events&show=actor%3Ax");
  new page.WebSocket().send("hello");
  assert.equal(page.location.href, "https://host/team/events?show=actor%3Ax");
});

test("what Streamlit writes into the address stands there as the reader has it", () => {
  const page = opened("https://host/team/");
  new page.WebSocket().send("hello");
  page.history.pushState(null, "", "?page=brief&brief=b");
  assert.equal(page.location.href, "https://host/team/brief?brief=b");
  page.history.replaceState(null, "", "?page=nonsense");
  assert.equal(
    page.location.href,
    "https://host/team/brief?page=nonsense",
    "a page that there is not stays as it stands",
  );
});

test("the same address is not written twice, though the wall's step is another", () => {
  const page = opened("https://host/team/present?step=3");
  new page.WebSocket().send("hello");
  page.shown.length = 0;
  page.history.pushState(null, "", "?page=present&step=1");
  assert.deepEqual(page.shown, []);
});

test("before Back reaches Streamlit, it finds the page in the query again", () => {
  const page = opened("https://host/team/events");
  new page.WebSocket().send("hello");
  page.window.handlers.popstate();
  assert.equal(page.location.href, "https://host/team/?page=events");
  page.shown.at(-1)();
  assert.equal(page.location.href, "https://host/team/events");
});

test("the page of an address is known, and the theme and the width before anything is drawn", () => {
  const page = opened("https://host/team/events");
  assert.equal(page.window.datelinePageOf("https://host/team/present?step=2"), "present");
  assert.equal(page.window.datelinePageOf("https://host/team/"), "");
  assert.equal(page.document.documentElement.dataset.theme, "dark");
  assert.match(page.document.cookie, /^dateline-window=1440x900; path=\/team\/; SameSite=Strict$/);
});
