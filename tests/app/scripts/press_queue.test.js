import "./browser.js";
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { goOn, press } from "../../../dashboard/app/scripts/add/press_queue.js";

const wait = (seconds) => {
  for (let second = 0; second < seconds; second += 1) mock.timers.tick(1000);
};
let host;

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  const sent = [];
  host = { sent: 0, queue: [], waiting: null, form: {}, box: { isConnected: true }, fields: {}, id: "", number: 0 };
  Object.assign(host, { data: { source: "s" }, said: 0, sentPresses: sent });
  host.sendPress = (pressed) => sent.push(pressed);
  host.say = () => (host.said += 1);
});

const answered = (answer = {}) => {
  host.waiting = null;
  goOn(host, answer);
};

test("presses go one at a time, and none is lost", () => {
  for (const start of [1, 2, 3]) press(host, { what: "mark", start });
  assert.deepEqual(
    host.sentPresses.map(({ start }) => start),
    [1],
  );
  answered();
  answered();
  assert.deepEqual(
    host.sentPresses.map(({ start }) => start),
    [1, 2, 3],
  );
  assert.equal(new Set(host.sentPresses.map((each) => each.press)).size, 3);
});

test("the same press twice is one", () => {
  press(host, { what: "save" });
  press(host, { what: "save" });
  answered({ saved: true });
  assert.equal(host.sentPresses.length, 1);
});

test("words that are marked before a save is answered begin the next event, with all that is pressed behind them", () => {
  for (const what of ["save", "discard", "propose"]) press(host, { what });
  press(host, { what: "mark", as: "claim", start: 4 });
  press(host, { what: "save" });
  answered({ saved: true });
  answered();
  answered();
  const sent = host.sentPresses.map(({ what, start, follows_save }) => [what, start, follows_save]);
  assert.deepEqual(sent, [
    ["save", undefined, undefined],
    ["propose", undefined, true],
    ["mark", 4, true],
    ["save", undefined, true],
  ]);
});

test("a save that is refused keeps the event, and what was pressed behind it is of that", () => {
  for (const what of ["save", "discard"]) press(host, { what });
  answered({ refused: true });
  assert.deepEqual(
    host.sentPresses.map(({ what, follows_save }) => [what, follows_save]),
    [
      ["save", undefined],
      ["discard", undefined],
    ],
  );
});

test("a quote goes to the last claim as it is when it is sent, and begins a claim where there is none", () => {
  press(host, { what: "mark", as: "claim", start: 1 });
  press(host, { what: "quote", start: 2 });
  host.fields = { claims: { closed: {}, reopened: {} } };
  answered();
  assert.deepEqual([host.sentPresses[1].what, host.sentPresses[1].claim], ["quote", "reopened"]);
  press(host, { what: "save" });
  press(host, { what: "quote", start: 9 });
  answered();
  host.fields = {};
  answered({ saved: true });
  const { what, as, start } = host.sentPresses.at(-1);
  assert.deepEqual([what, as, start], ["mark", "claim", 9]);
});

test("a press is said again until it is answered, however long there is no server; what waits behind it is kept", () => {
  press(host, { what: "mark", start: 1 });
  press(host, { what: "mark", start: 2 });
  wait(3600);
  assert.equal(host.isLate, true);
  assert.ok(host.sentPresses.length > 100);
  assert.equal(new Set(host.sentPresses.map((each) => each.press)).size, 1);
  answered();
  assert.deepEqual([host.sentPresses.at(-1).start, host.isLate], [2, false]);
});

test("nothing can be typed while files are written, and marking does not hinder typing", () => {
  press(host, { what: "mark" });
  assert.equal(host.form.inert, false);
  answered();
  press(host, { what: "save" });
  assert.equal(host.form.inert, true);
  answered({ saved: true });
  assert.equal(host.form.inert, false);
});

test("a page that is gone says nothing more", () => {
  press(host, { what: "mark" });
  host.box.isConnected = false;
  wait(3600);
  assert.equal(host.sentPresses.length, 1);
});
