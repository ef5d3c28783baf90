import "./browser.js";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { linesOf } from "../../../dashboard/app/scripts/plotly/base_map_paths.js";
import { layersAt, levelsAt, zoomOf } from "../../../dashboard/app/scripts/plotly/detail.js";

const fileOf = (name) =>
  JSON.parse(readFileSync(new URL(`../../../dashboard/app/static/detail/${name}.json`, import.meta.url)));
const LAYERS = ["lakes", "rivers", "provinces", "disputed"];

test("a world that is 256 pixels wide is level 0, and each doubling one more", () => {
  assert.equal(zoomOf(256 / (2 * Math.PI)), 0);
  assert.equal(zoomOf(2048 / (2 * Math.PI)), 3);
});

test("of the world no detail is fetched, of a country all", () => {
  assert.deepEqual(layersAt(zoomOf(1920 / (2 * Math.PI * 0.8707))), []);
  assert.deepEqual(layersAt(5), LAYERS);
});

test("from nearer there is never less", () => {
  const provinces = fileOf("provinces");
  assert.ok(levelsAt(provinces, 5).length < levelsAt(provinces, 8).length);
  assert.deepEqual(levelsAt(provinces, 20), Object.keys(provinces.objects));
});

for (const name of LAYERS)
  test(`every line of ${name} can be drawn and lies on the earth`, () => {
    const file = fileOf(name);
    const lines = Object.keys(file.objects).flatMap((level) => linesOf(file, level));
    assert.ok(lines.length > 50);
    for (const { longitudes, latitudes, south, north } of lines) {
      assert.ok(longitudes.length === latitudes.length && longitudes.length > 1);
      assert.ok(south >= -90 && north <= 90);
    }
  });
