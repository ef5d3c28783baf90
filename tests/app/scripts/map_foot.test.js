import assert from "node:assert/strict";
import { test } from "node:test";
import {
  inDegrees,
  kmBetween,
  kmOfPixel,
  lengthInWords,
  scaleOf,
} from "../../../dashboard/app/scripts/figure/ground_scale.js";

const RADIAN = Math.PI / 180;
const SIZE = [400, 300];

// Mercator with its middle at a latitude, as d3 offers it.
function mercator(latitude, scale) {
  const high = (degrees) => Math.log(Math.tan(Math.PI / 4 + (degrees * RADIAN) / 2));
  return {
    clipExtent: () => [[0, 0], SIZE],
    invert: ([x, y]) => [
      (x - SIZE[0] / 2) / scale / RADIAN,
      (2 * Math.atan(Math.exp((SIZE[1] / 2 - y) / scale + high(latitude))) - Math.PI / 2) / RADIAN,
    ],
  };
}

test("a degree is 111.2 km on a great circle, across the seam too", () => {
  assert.ok(Math.abs(kmBetween([0, 0], [0, 1]) - 111.195) < 0.01);
  assert.ok(Math.abs(kmBetween([179.5, 0], [-179.5, 0]) - 111.195) < 0.01);
});

test("in Mercator a pixel is half as wide at 60 degrees as at the equator", () => {
  const [equator, north] = [kmOfPixel(mercator(0, 1000)), kmOfPixel(mercator(60, 1000))];
  assert.ok(Math.abs(equator - 6.371) < 0.001);
  assert.ok(Math.abs(north / equator - 0.5) < 1e-4);
});

test("beside the globe there is no scale", () => {
  assert.equal(kmOfPixel({ clipExtent: () => [[0, 0], SIZE], invert: () => null }), null);
  assert.equal(kmOfPixel({ clipExtent: () => [[0, 0], SIZE], invert: () => [NaN, NaN] }), null);
});

test("the bars are round numbers, no longer than the room, and long enough for their words", () => {
  for (let kmOfOne = 0.001; kmOfOne < 100; kmOfOne *= 1.37) {
    const { km, miles } = scaleOf(kmOfOne);
    for (const { number, pixels } of [km, miles]) {
      assert.match(String(Number(number.toPrecision(3))).replace(/^0\.0*|0+$/g, ""), /^[1235]\.?$/);
      assert.ok(pixels <= 128 && pixels >= 62, `${number} ${pixels}`);
    }
    assert.ok(Math.abs(km.number / km.pixels / kmOfOne - 1) < 0.02);
    assert.ok(Math.abs((miles.number * 1.609344) / miles.pixels / kmOfOne - 1) < 0.02);
  }
  assert.equal(lengthInWords(2000, "km"), "2,000 km");
});

test("degrees have a side in place of a sign, and as many digits as a pixel tells", () => {
  assert.equal(inDegrees(-78.4678, -0.1807, 0.01), "0.18° S, 78.47° W");
  assert.equal(inDegrees(190.26, 45, 0.3), "45.0° N, 169.7° W");
  assert.equal(inDegrees(0.001, 0, 0.3), "0.0°, 0.0°");
});
