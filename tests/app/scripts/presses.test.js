import "./browser.js";
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { ANSWERED, ASKED, acknowledge, ask, presses, sayNothingAgain } from "../../../dashboard/app/scripts/presses.js";

let told;
let isRunning;
const tell = (kind, value) => told.push([kind, value]);
const app = { dataset: {} };
document.querySelector = () => app;
Object.defineProperty(app.dataset, "testScriptState", { get: () => (isRunning ? "running" : "notRunning") });

beforeEach(() => {
  told = [];
  isRunning = false;
  Object.assign(presses, { asked: 0, answered: 0, unanswered: [], again: null });
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
});

test("a press carries its number and all that is not answered yet", () => {
  ask(tell, { what: "event", value: "a" });
  ask(tell, { what: "event", value: "b" });
  assert.deepEqual(
    told.map(([, { number, value, before }]) => [number, value, before.map((each) => each.value)]),
    [
      [1, "a", []],
      [2, "b", ["a"]],
    ],
  );
});

test("an answer lets go of its press and of those before it, and is told to figures", () => {
  const heard = [];
  const listen = ({ type, detail }) => heard.push([type, detail.number ?? detail]);
  for (const kind of [ASKED, ANSWERED]) window.addEventListener(kind, listen);
  for (const value of ["a", "b", "c"]) ask(tell, { what: "event", value });
  acknowledge(tell, 2);
  sayNothingAgain();
  for (const kind of [ASKED, ANSWERED]) window.removeEventListener(kind, listen);
  assert.deepEqual(
    presses.unanswered.map(({ value }) => value),
    ["c"],
  );
  assert.equal(presses.answered, 2);
  assert.deepEqual(heard, [
    [ASKED, 1],
    [ASKED, 2],
    [ASKED, 3],
    [ANSWERED, 2],
  ]);
});

test("of many presses the last twelve are kept", () => {
  for (let number = 1; number <= 20; number += 1) ask(tell, { what: "event", value: number });
  assert.deepEqual([presses.unanswered.length, presses.unanswered[0].value], [12, 9]);
});

test("a press that nobody has answered is said once more when the page is at rest", (context) => {
  let now = 0;
  context.mock.method(performance, "now", () => now);
  const wait = (ms) => {
    now += ms;
    mock.timers.tick(ms);
  };
  for (const value of ["a", "b"]) ask(tell, { what: "event", value });
  told = [];
  acknowledge(tell, 0);
  wait(400);
  assert.deepEqual(told, [], "it may be on its way");
  isRunning = true;
  wait(800);
  assert.deepEqual(told, [], "the server is at work");
  isRunning = false;
  wait(400);
  assert.deepEqual(
    told.map(([kind, { value, before }]) => [kind, value, before.map((each) => each.value)]),
    [["pressed", "b", ["a"]]],
  );
});

test("a press is forgotten when nobody waits for it any more, or when the reader goes back", (context) => {
  let now = 0;
  context.mock.method(performance, "now", () => now);
  ask(tell, { what: "event", value: "a" });
  told = [];
  acknowledge(tell, 0);
  now = 16_000;
  mock.timers.tick(400);
  assert.deepEqual(told, []);
  now = 0;
  acknowledge(tell, 0);
  sayNothingAgain();
  now = 2000;
  mock.timers.tick(2000);
  assert.deepEqual(told, []);
});
