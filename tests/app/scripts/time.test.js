import "./browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { brushed, datesOf, snapped, spanOf } from "../../../dashboard/app/scripts/figure/brush.js";
import {
  dateOf,
  dayAt,
  isSameWindow,
  motion,
  panned,
  shareAt,
  zoomed,
} from "../../../dashboard/app/scripts/figure/time_window.js";

const DAY_0 = 719163; // 1970-01-01
const EVEN = [
  [0, DAY_0],
  [1, DAY_0 + 1000],
];
const STRETCHED = [
  [0, DAY_0],
  [0.5, DAY_0 + 10],
  [1, DAY_0 + 365],
];
const close = (one, other) => {
  for (const [index, number] of one.entries()) assert.ok(Math.abs(number - other[index]) < 1e-6, `${one}`);
};

test("where the line of time is stretched, each part has its own pace, there and back", () => {
  for (const share of [0, 0.1, 0.5, 0.75, 1]) close([shareAt(STRETCHED, dayAt(STRETCHED, share))], [share]);
  assert.equal(dayAt(STRETCHED, 0.25), DAY_0 + 5);
  assert.equal(dayAt(STRETCHED, 7), DAY_0 + 365);
});

test("what lies under the pointer stays there while time is made larger", () => {
  const window = zoomed(EVEN, [0, 1], 4, 0.6);
  close(window, [0.45, 0.7]);
  close([(0.6 - window[0]) / (window[1] - window[0])], [0.6]);
});

test("no less than a day is in sight, no more than all, and nothing beyond the ends", () => {
  const [start, end] = zoomed(EVEN, [0, 1], 1e6, 0.5);
  close([(end - start) * 1000], [1]);
  assert.deepEqual(zoomed(EVEN, [start, end], 2, 0.5), [start, end]);
  const [first, last] = zoomed(STRETCHED, [0.4, 0.6], 1e6, 0.5);
  assert.ok(dayAt(STRETCHED, last) - dayAt(STRETCHED, first) >= 1 - 1e-6);
  close(zoomed(EVEN, [0.2, 0.4], 0.01, 0.3), [0, 1]);
  close(panned([0.2, 0.4], -0.5), [0, 0.2]);
  close(panned([0.2, 0.4], 5), [0.8, 1]);
});

test("what is drawn for one window stands in another where that has it", () => {
  const { stretch, shift } = motion([100, 1100], [0, 1], [0.25, 0.75]);
  close([stretch * 600 + shift, stretch * 350 + shift, stretch * 850 + shift], [600, 100, 1100]);
  const stays = motion([100, 1100], [0.2, 0.4], [0.2, 0.4]);
  close([stays.stretch, stays.shift], [1, 0]);
  assert.ok(isSameWindow([0.2, 0.4], [0.2, 0.4000000001]));
  assert.ok(!isSameWindow([0.2, 0.4], [0.2, 0.41]));
});

const dates = (span) => span.map(dateOf);

test("a span that is drawn is as fine as a pixel is: days, months, years", () => {
  const span = [DAY_0 + 3.2, DAY_0 + 40.7];
  assert.deepEqual(dates(snapped(span, 1)), ["1970-01-04", "1970-02-11"]);
  assert.deepEqual(dates(snapped(span, 10)), ["1970-01-01", "1970-03-01"]);
  assert.deepEqual(dates(snapped(span, 100)), ["1970-01-01", "1971-01-01"]);
});

test("the filter gets dates as short as they can be, and no end where the strip ends", () => {
  const strip = [DAY_0, DAY_0 + 3653];
  assert.equal(datesOf([DAY_0 + 31, DAY_0 + 59], strip), "1970-02|1970-02");
  assert.equal(datesOf([DAY_0 + 365, DAY_0 + 730], strip), "1971|1971");
  assert.equal(datesOf([DAY_0 + 33, DAY_0 + 59], strip), "1970-02-03|1970-02-28");
  assert.equal(datesOf([DAY_0, DAY_0 + 59], strip), "|1970-02");
  assert.equal(datesOf(strip, strip), "|");
});

const FRAME = { strip_days: [DAY_0, DAY_0 + 1000], between: [null, null] };

test("the strip shows what the filter asks for, and all where that is none of its time", () => {
  assert.deepEqual(spanOf(FRAME), [DAY_0, DAY_0 + 1000]);
  assert.deepEqual(spanOf({ ...FRAME, between: [DAY_0 + 5, null] }), [DAY_0 + 5, DAY_0 + 1000]);
  assert.deepEqual(spanOf({ ...FRAME, between: [DAY_0 + 2000, DAY_0 + 2001] }), [DAY_0, DAY_0 + 1000]);
});

test("a drag makes a span, and moves an edge or the middle of one, as far as the strip goes", () => {
  const strip = FRAME.strip_days;
  const at = (from) => ({ day: DAY_0 + 100, span: [DAY_0 + 50, DAY_0 + 150], ...from });
  const of = (from, to) => brushed(at(from), DAY_0 + to, strip, 1000).map((day) => day - DAY_0);
  assert.deepEqual(of({}, 120), [100, 120]);
  assert.deepEqual(of({}, 80.5), [80, 100]);
  assert.deepEqual(of({ edge: "0" }, 70), [70, 150]);
  assert.deepEqual(of({ edge: "0" }, 400), [149, 150]);
  assert.deepEqual(of({ edge: "1" }, 400), [50, 400]);
  assert.deepEqual(of({ isMiddle: true }, 130), [80, 180]);
  assert.deepEqual(of({ isMiddle: true }, 2000), [900, 1000]);
});
