import "./browser.js";
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { changed, receive } from "../../../dashboard/app/scripts/compose/draft.js";
import { claimsFor } from "../../../dashboard/app/scripts/compose/sentences.js";
import { visible } from "../../../dashboard/app/scripts/fields/markup.js";
import { keyOf, listAt, put, valueAt } from "../../../dashboard/app/scripts/fields/rows.js";

const FILE = { workspace: "w", key: "b", id: "b", opened: "1", fields: { title: "A title" } };
let host;

beforeEach(() => {
  localStorage.clear();
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  const told = [];
  host = {
    touched: new Set(),
    number: 0,
    data: null,
    key: null,
    told,
    tell: (draft) => told.push(draft),
    say: () => {},
  };
  host.changed = () => changed(host);
});

test("what is typed is kept in the browser at once, and told after a pause", () => {
  receive(host, FILE);
  put(host, ["title"], "Another");
  put(host, ["title"], "Another title");
  assert.equal(JSON.parse(localStorage.getItem("dateline-draft:w:b")).fields.title, "Another title");
  assert.deepEqual(host.told, []);
  mock.timers.tick(500);
  assert.deepEqual([host.told.length, host.told[0].fields.title], [1, "Another title"]);
  assert.ok(host.touched.has("title"));
});

test("what is as the file says again is kept no more", () => {
  receive(host, FILE);
  put(host, ["title"], "Another");
  put(host, ["title"], "A title");
  assert.equal(localStorage.getItem("dateline-draft:w:b"), null);
});

test("what was left unsaved is there again, and a file that has changed meanwhile is told of", () => {
  receive(host, FILE);
  put(host, ["title"], "Mine");
  const next = { ...host, data: null, key: null, touched: new Set() };
  receive(next, { ...FILE, opened: "2", fields: { title: "Theirs" } });
  assert.deepEqual([next.fields.title, next.conflict], ["Mine", "changed"]);
});

test("a file that somebody else changed is taken where nothing was typed, and told of where something was", () => {
  receive(host, FILE);
  assert.equal(receive(host, { ...FILE, opened: "2", fields: { title: "Theirs" } }), true);
  assert.deepEqual([host.fields.title, host.conflict], ["Theirs", false]);
  put(host, ["title"], "Mine");
  receive(host, { ...FILE, opened: "3", fields: { title: "Theirs again" } });
  assert.deepEqual([host.fields.title, host.conflict], ["Mine", "changed"]);
  receive(host, { ...FILE, opened: "", fields: null });
  assert.equal(host.conflict, "gone");
});

test("what is saved is the file's; what was typed while it was saved is not lost", () => {
  receive(host, FILE);
  put(host, ["title"], "Mine");
  const number = host.number;
  put(host, ["title"], "Mine, later");
  receive(host, { ...FILE, opened: "2", fields: { title: "Mine" }, saved: { key: "b", number, opened: "2" } });
  assert.deepEqual([host.base.title, host.fields.title, host.opened], ["Mine", "Mine, later", "2"]);
});

test("values are put and read by their paths, and lists and mappings are made on the way", () => {
  receive(host, { ...FILE, fields: {} });
  put(host, ["judgements", 0, "reasons", 1, "text"], "Because");
  assert.ok(Array.isArray(host.fields.judgements[0].reasons));
  assert.equal(valueAt(host, ["judgements", 0, "reasons", 1, "text"]), "Because");
  put(host, ["judgements", 0, "reasons"], undefined);
  assert.deepEqual(host.fields.judgements, [{}]);
  assert.deepEqual(listAt(host, ["words", "threads"]), []);
  assert.equal(keyOf(["judgements", 0, "text"]), "judgements/0/text");
});

test("claims are found by all words that are typed, those of the briefing's events first", () => {
  const claims = {
    "far/one": ["A port closes", "quote found", "Ports"],
    "near/one": ["The port opens", "quote found", "Ports"],
    "near/two": ["An embassy", "quote found", "Embassies"],
  };
  const among = { data: { offer: { claims, told: ["near"] } } };
  const found = (typed, taken = []) => claimsFor(among, typed, taken).map(([reference]) => reference);
  assert.deepEqual(found("PORT"), ["near/one", "far/one"]);
  assert.deepEqual(found("port closes"), ["far/one"]);
  assert.deepEqual(found("port", ["near/one"]), ["far/one"]);
  assert.deepEqual(found("nothing"), []);
});

test("signs that turn or hide text are shown by their numbers", () => {
  assert.equal(visible("a\u202eb\u0000"), "a[U+202E]b[U+0000]");
  assert.equal(visible("line\nאב\u200d"), "line\nאב\u200d");
});
