import "./browser.js";
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { begin, changed, take, undo } from "../../../dashboard/app/scripts/add/draft.js";
import { resolved } from "../../../dashboard/app/scripts/add/schema.js";
import { put } from "../../../dashboard/app/scripts/fields/rows.js";

const NOTHING = { fields: {}, id: "", folder: "", number: 0 };
const DATA = { workspace: "w", source: "s", kept: NOTHING };
const PLACE = "dateline-add:w:s";
let host;

beforeEach(() => {
  localStorage.clear();
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  const told = [];
  const pressed = [];
  host = { touched: new Set(), told, pressed, data: DATA, say: () => {}, waiting: null };
  host.tell = (draft) => told.push(draft);
  host.again = () => pressed.push("again");
  host.changed = () => changed(host);
  begin(host, DATA);
});

// What the server has made of a press.
function answered(pressed, answer) {
  const { start, end } = pressed;
  Object.assign(host, { underWay: pressed, waiting: 5 });
  take(host, { press: 5, number: host.number, fields: { title: "A" }, places: [], span: [start, end], ...answer });
}

test("what is typed is kept in the browser at once, and told after a pause", () => {
  put(host, ["title"], "A");
  put(host, ["title"], "A title");
  assert.deepEqual(JSON.parse(localStorage.getItem(PLACE)).fields, { title: "A title" });
  assert.equal(host.told.length, 0);
  mock.timers.tick(400);
  assert.deepEqual([host.told.length, host.told[0].fields, host.told[0].number], [1, { title: "A title" }, 2]);
});

test("the last change is taken back, a word at once, and then what a press had made", () => {
  Object.assign(host, { draw: () => {}, status: {}, waiting: 5 });
  take(host, { press: 5, number: 0, fields: { title: "Made" }, places: [] });
  put(host, ["title"], "A");
  put(host, ["title"], "A title");
  put(host, ["when"], { reported: "2009" });
  undo(host);
  assert.deepEqual(host.fields, { title: "A title" });
  undo(host);
  assert.deepEqual(host.fields, { title: "Made" });
  undo(host);
  undo(host);
  assert.deepEqual([host.fields, host.number], [{}, 7]);
  assert.equal(localStorage.getItem(PLACE), null);
});

test("what is offered stays where the new entry is refused, and goes once it is taken", () => {
  answered({ what: "mark", start: 0, end: 6 }, { new_place: "Sannin ridge", focus: "where/reported" });
  assert.deepEqual([host.offers[0].new_place, host.offers[0].registry], ["Sannin ridge", "places"]);
  host.offers[0].typed = { country: "L1" };
  answered({ what: "choose", start: 0, end: 6 }, { refused: true });
  assert.deepEqual(host.offers[0].typed, { country: "L1" });
  answered({ what: "choose", start: 0, end: 6 }, { focus: "where/reported" });
  assert.deepEqual(host.offers, []);
});

test("places and actors that wait for a choice stay while other words are marked, until the event is over", () => {
  answered({ what: "mark", start: 0, end: 6 }, { new_place: "Sannin ridge", focus: "where/reported" });
  answered({ what: "mark", start: 7, end: 9 }, { new_actor: "Ana Ruiz", focus: "who" });
  answered({ what: "mark", start: 10, end: 12 }, { new_actor: "Bo Lind", focus: "who" });
  answered({ what: "mark", start: 20, end: 22 }, { focus: "when/reported" });
  const names = () => host.offers.map((each) => each.new_place || each.new_actor);
  assert.deepEqual(names(), ["Sannin ridge", "Ana Ruiz", "Bo Lind"]);
  answered({ what: "choose", start: 7, end: 9 }, { focus: "who" });
  answered({ what: "mark", start: 30, end: 34 }, { focus: "where/reported" });
  assert.deepEqual(names(), ["Bo Lind"]);
  answered({ what: "save" }, { saved: true });
  assert.deepEqual(names(), []);
});

test("a record that nobody changed is not kept, and once it is saved it is let go", () => {
  const data = { ...DATA, record: "event:a", opened: "x", kept: { ...NOTHING, fields: { title: "A" } } };
  host.data = data;
  begin(host, data);
  assert.deepEqual([host.clean, host.opened], [0, "x"]);
  put(host, ["title"], "B");
  assert.equal(JSON.parse(localStorage.getItem("dateline-add:w:event:a")).opened, "x");
  host.waiting = 7;
  take(host, { press: 7, number: 1, saved: true, opened: "y", fields: { title: "B" } });
  assert.deepEqual([host.clean, host.opened], [2, "y"]);
  assert.equal(localStorage.getItem("dateline-add:w:event:a"), null);
});

test("of what the browser and the server kept, the later one is there", () => {
  put(host, ["title"], "Mine");
  const next = { ...host, touched: new Set(), told: [] };
  begin(next, { ...DATA, kept: { ...NOTHING, fields: { title: "Theirs" }, number: 0 } });
  assert.equal(next.fields.title, "Mine");
  begin(next, { ...DATA, kept: { ...NOTHING, fields: { title: "Theirs" }, number: 9 } });
  assert.deepEqual([next.fields.title, next.number], ["Theirs", 9]);
});

test("an answer to a press is taken once, and only by whoever pressed", () => {
  host.waiting = 5;
  const answer = { press: 5, number: 0, fields: { title: "Made" }, places: [] };
  assert.equal(take(host, { ...answer, press: 4 }), false);
  assert.equal(take(host, answer), true);
  assert.deepEqual([host.fields.title, host.number, host.offers], ["Made", 1, []]);
  assert.equal(take(host, answer), false);
});

test("what was typed while a press was on its way is not lost: the press is made again", () => {
  host.waiting = 5;
  put(host, ["title"], "Typed");
  assert.equal(take(host, { press: 5, number: 0, fields: { title: "Made" } }), false);
  assert.deepEqual([host.fields.title, host.pressed], ["Typed", ["again"]]);
});

test("what was saved is let go, and the next event counts on", () => {
  put(host, ["title"], "A title");
  Object.assign(host, { waiting: 5, id: "an-id" });
  assert.equal(take(host, { press: 5, number: 1, fields: {}, saved: true }), true);
  assert.deepEqual([host.fields, host.id, host.number], [{}, "", 2]);
  assert.equal(localStorage.getItem(PLACE), null);
});

test("a storage that is full or foreign hinders nobody", () => {
  localStorage.setItem(PLACE, "{ no JSON");
  begin(host, DATA);
  assert.deepEqual(host.fields, {});
  const { setItem } = localStorage;
  localStorage.setItem = () => {
    throw new Error("full");
  };
  put(host, ["title"], "A title");
  localStorage.setItem = setItem;
  assert.equal(host.fields.title, "A title");
});

test("a reference of the schema is followed, and “or nothing” is left out", () => {
  const schema = { $defs: { When: { type: "object", description: "Its own." } } };
  const property = { anyOf: [{ $ref: "#/$defs/When" }, { type: "null" }], description: "Of the field." };
  const found = resolved({ data: { schema } }, property);
  assert.deepEqual([found.type, found.description], ["object", "Of the field."]);
});
