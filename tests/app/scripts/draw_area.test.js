import "./browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { boxOf, changed } from "../../../dashboard/app/scripts/figure/draw_area.js";

// A map of one degree a pixel, 400 by 200, with a middle, which shows nothing beyond the poles.
const map =
  (middle) =>
  ([x, y]) =>
    Math.abs(100 - y) > 90 || Math.abs(x - 200) > 180 ? null : [middle + x - 200, 100 - y];

test("what is drawn is told in degrees, outwards to two digits", () => {
  assert.deepEqual(boxOf([190, 90, 210.123, 120], map(0), 0), [-10, -20, 10.13, 10]);
});

test("an area across 180 degrees begins in the east", () => {
  assert.deepEqual(boxOf([190, 90, 210, 100], map(180), 180), [170, 0, -170, 10]);
  assert.deepEqual(boxOf([220, 90, 230, 100], map(170), 170), [-170, 0, -160, 10]);
});

test("what lies beyond the earth is left out, and all of the earth has no edge", () => {
  assert.deepEqual(boxOf([0, 0, 400, 200], map(20), 20), [-180, -87.5, 180, 87.5]);
  assert.equal(boxOf([0, 0, 5, 5], map(0), 0), null);
});

test("keys move the area within the map, and change its size about its middle", () => {
  const size = [400, 200];
  assert.deepEqual(changed([100, 50, 200, 100], [16, 0], false, size), [116, 50, 216, 100]);
  assert.deepEqual(changed([100, 50, 396, 100], [16, 0], false, size), [104, 50, 400, 100]);
  assert.deepEqual(changed([100, 50, 200, 100], [16, 0], true, size), [92, 50, 208, 100]);
  assert.deepEqual(changed([100, 50, 200, 100], [0, -16], true, size), [100, 42, 200, 108]);
  assert.deepEqual(changed([100, 50, 112, 100], [-16, 0], true, size), [100, 50, 112, 100]);
});
