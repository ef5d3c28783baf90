import "./browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { isAlike } from "../../../dashboard/app/scripts/figure/memory.js";
import { datesBetween } from "../../../dashboard/app/scripts/figure/range.js";
import { differs, viewOf } from "../../../dashboard/app/scripts/figure/view.js";
import { themed } from "../../../dashboard/app/scripts/theme.js";

const DAY_0 = 719163; // 1970-01-01
const over = (days) => [
  [0, DAY_0],
  [1, DAY_0 + days],
];

test("a range is as fine as a pixel is: days, months, years", () => {
  assert.equal(datesBetween(over(100), 1000, 0, 999), "1970-01-01|1970-04-10");
  assert.equal(datesBetween(over(10_000), 1000, 0, 500), "1970-01|1983-09");
  assert.equal(datesBetween(over(100_000), 1000, 0, 500), "1970|2106");
});

test("a range ends with the line of time, however far the pointer goes", () => {
  assert.equal(datesBetween(over(100), 1000, -500, 5000), "1970-01-01|1970-04-10");
});

test("where the line of time is stretched, each part has its own pace", () => {
  const days = [
    [0.2, DAY_0],
    [0.6, DAY_0 + 10],
    [1, DAY_0 + 365],
  ];
  assert.equal(datesBetween(days, 1000, 200, 600).split("|")[0], "1970-01-01");
  assert.equal(datesBetween(days, 1000, 400, 410), "1970-01-06|1970-01-06");
});

test("a turn of the map turns what it shows at scale 1 as well", () => {
  const geo = {
    projection: { type: "natural earth", scale: 1, rotation: { lon: 10, lat: 0 } },
    lonaxis: { range: [-170, 190], dtick: 30 },
  };
  const seen = viewOf(geo, 3, { lon: 40 }, { lon: 40, lat: 5 });
  assert.deepEqual(seen.lonaxis, { range: [-140, 220], dtick: 30 });
  assert.deepEqual(seen.projection, { type: "natural earth", scale: 3, rotation: { lon: 40, lat: 0 } });
  assert.deepEqual(seen.center, { lon: 40, lat: 5 });
  assert.deepEqual(geo.lonaxis.range, [-170, 190]);
});

test("a small move of the map is not worth a run, a large one is, and the seam is no distance", () => {
  const view = (longitude, latitude, scale) => ({ longitude, latitude, scale });
  assert.equal(differs(view(0, 0, 1), view(19, 0, 1)), false);
  assert.equal(differs(view(0, 0, 1), view(21, 0, 1)), true);
  assert.equal(differs(view(0, 0, 4), view(6, 0, 4)), true, "nearer, a smaller turn is seen");
  assert.equal(differs(view(179, 0, 1), view(-179, 0, 1)), false);
  assert.equal(differs(view(0, 0, 1), view(0, 0, 1.05)), false);
  assert.equal(differs(view(0, 0, 1), view(0, 0, 0.8)), true);
});

test("a figure is drawn in one theme: of each pair of colours, one", () => {
  const figure = JSON.stringify({ color: "\u0002#fff\u001f#000\u0003", text: "plain" });
  assert.deepEqual(themed({ figure }, false), { color: "#fff", text: "plain" });
  assert.deepEqual(themed({ figure }, true), { color: "#000", text: "plain" });
});

test("figures are alike where all that they are drawn for is the same", () => {
  const figure = { drawn: "a", selected: null, revision: "1", width: 800, chosen: ["actor", "x"] };
  assert.equal(isAlike(figure, { ...figure, chosen: ["actor", "x"] }), true);
  assert.equal(isAlike(figure, { ...figure, chosen: undefined }), false);
  assert.equal(isAlike(figure, { ...figure, width: 801 }), false);
  assert.equal(isAlike(undefined, figure), false);
});
