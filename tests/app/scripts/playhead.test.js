import "./browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { dayUnder, positionOf } from "../../../dashboard/app/scripts/figure/playhead.js";

const DAY_0 = 719163; // 1970-01-01
const TIME = {
  left: 0.2,
  right: 0.9,
  knots: [
    [0, DAY_0],
    [0.5, DAY_0 + 10],
    [1, DAY_0 + 365],
  ],
  window: [0, 1],
};

test("the line of a day stands where the pointer finds that day again", () => {
  for (const day of [DAY_0, DAY_0 + 3, DAY_0 + 9, DAY_0 + 10, DAY_0 + 200, DAY_0 + 364])
    for (const window of [
      [0, 1],
      [0, 0.995],
    ]) {
      const at = positionOf({ ...TIME, window }, day);
      if (at !== null) assert.equal(dayUnder({ ...TIME, window }, at), day);
    }
});

test("beyond the axis is its first and its last day, and what is out of sight has no line", () => {
  assert.equal(dayUnder(TIME, 0), DAY_0);
  assert.equal(dayUnder(TIME, 1), DAY_0 + 364);
  assert.equal(positionOf({ ...TIME, window: [0, 0.5] }, DAY_0 + 100), null);
  assert.equal(positionOf(TIME, DAY_0 - 5) >= TIME.left, true);
});
