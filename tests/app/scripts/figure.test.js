import "./browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { isAlike } from "../../../dashboard/app/scripts/figure/memory.js";
import {
  asMoved,
  hold,
  isSame,
  poleBefore,
  viewOf,
  viewportOf,
} from "../../../dashboard/app/scripts/figure/viewport.js";
import { themed } from "../../../dashboard/app/scripts/theme.js";

test("a turn of the map turns what it shows at scale 1 as well", () => {
  const geo = {
    projection: { type: "natural earth", scale: 1, rotation: { lon: 10, lat: 0 } },
    lonaxis: { range: [-170, 190], dtick: 30 },
  };
  const seen = viewOf(geo, { longitude: 40, latitude: 5, scale: 3 });
  assert.deepEqual(seen.lonaxis, { range: [-140, 220], dtick: 30 });
  assert.deepEqual(seen.projection, { type: "natural earth", scale: 3, rotation: { lon: 40, lat: 0 } });
  assert.deepEqual(seen.center, { lon: 40, lat: 5 });
  assert.deepEqual(geo.lonaxis.range, [-170, 190]);
});

const plotlyMap = (longitude, latitude, scale) => ({
  projection: { scale, rotation: { lon: longitude }, minscale: 0.6, maxscale: 1000 },
  center: { lon: longitude, lat: latitude },
});

test("a map that was dragged across the seam is where the address can say it is", () => {
  const { longitude, latitude, scale } = viewportOf(plotlyMap(-218.9, 45, 1));
  assert.ok(Math.abs(longitude - 141.1) < 1e-9);
  assert.deepEqual([latitude, scale], [45, 1]);
  assert.equal(viewportOf(plotlyMap(180, 0, 1)).longitude, 180);
  assert.ok(Math.abs(viewportOf(plotlyMap(541, 0, 1)).longitude + 179) < 1e-9);
});

test("while a map is moved, what is told of the move counts", () => {
  const told = { "geo.projection.rotation.lon": 190, "geo.center.lat": 7 };
  assert.deepEqual(asMoved(plotlyMap(10, 5, 2), told), { longitude: -170, latitude: 7, scale: 2 });
});

test("a map shows no less than the world, no more than it may, and ends at the poles", () => {
  const view = (longitude, latitude, scale) => ({ longitude, latitude, scale });
  const map = plotlyMap(0, 0, 1);
  assert.deepEqual(hold(map, view(10, 95, 0.05)), view(10, 90, 0.6));
  assert.deepEqual(hold(map, view(10, -95, 5000)), view(10, -90, 1000));
  assert.deepEqual(hold(map, view(10, 5, 2)), view(10, 5, 2));
});

test("a map that is dragged over a pole ends at that pole, whatever latitude is found beyond it", () => {
  const drawn = (middle) =>
    Object.assign(([, latitude]) => [0, 100 - (latitude - middle)], {
      clipExtent: () => [
        [0, 0],
        [400, 200],
      ],
    });
  const poles = [-130, -90, -40, 0, 40, 90, 120].map((middle) => poleBefore(drawn(middle), { longitude: 0 }));
  assert.deepEqual(poles, [-90, 0, 0, 0, 0, 0, 90]);
});

test("a move is told of where the address has other numbers, however small", () => {
  const view = (longitude, latitude, scale) => ({ longitude, latitude, scale });
  assert.equal(isSame(view(0, 0, 1), view(1e-6, 0, 1)), true);
  assert.equal(isSame(view(0, 0, 1), view(0.5, 0, 1)), false);
  assert.equal(isSame(view(0, 0, 1), view(0, 0, 0.99)), false);
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
