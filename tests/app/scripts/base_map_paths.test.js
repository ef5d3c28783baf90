import assert from "node:assert/strict";
import { test } from "node:test";
import { gridOf, linesOf, pathInSight, sightOf } from "../../../dashboard/app/scripts/plotly/base_map_paths.js";

const RADIAN = Math.PI / 180;
const [WIDTH, HEIGHT] = [400, 300];

// Mercator, as d3 offers it: pixels of a place, and back.
function mercator(longitude, latitude, scale) {
  const high = (degrees) => Math.log(Math.tan(Math.PI / 4 + (degrees * RADIAN) / 2));
  const turned = (degrees) => ((((degrees + 180) % 360) + 360) % 360) - 180;
  const project = ([x, y]) => [
    WIDTH / 2 + scale * turned(x - longitude) * RADIAN,
    HEIGHT / 2 - scale * (high(y) - high(latitude)),
  ];
  return Object.assign(project, {
    scale: () => scale,
    rotate: () => [-longitude, 0],
    clipExtent: () => [
      [0, 0],
      [WIDTH, HEIGHT],
    ],
    invert: ([x, y]) => [
      longitude + (x - WIDTH / 2) / scale / RADIAN,
      (2 * Math.atan(Math.exp((HEIGHT / 2 - y) / scale + high(latitude))) - Math.PI / 2) / RADIAN,
    ],
  });
}

// A TopoJSON file of these rings, in tenths of a degree.
function topojsonOf(...rings) {
  const arcs = rings.map((ring) =>
    ring.map(([x, y], index) => {
      const [left, down] = index ? ring[index - 1] : [0, 0];
      return [Math.round((x - left) * 10), Math.round((y - down) * 10)];
    }),
  );
  const geometries = [{ type: "MultiPolygon", arcs: rings.map((_, index) => [[index]]) }];
  return { arcs, transform: { scale: [0.1, 0.1], translate: [0, 0] }, objects: { land: { geometries } } };
}

const placesIn = (path) =>
  [...path.matchAll(/([ML])(-?[\d.]+),(-?[\d.]+)/g)].map(([, , x, y]) => [Number(x), Number(y)]);

test("the corners of an island are where the projection has them", () => {
  const projection = mercator(10, 45, 2000);
  const ring = [
    [9, 44.8],
    [9.9, 44.8],
    [9.9, 45.5],
    [9, 45.5],
    [9, 44.8],
  ];
  const path = pathInSight(linesOf(topojsonOf(ring), "land"), sightOf(projection, "mercator"));
  const places = placesIn(path);
  assert.equal(path[0], "M");
  assert.equal(places.length, ring.length);
  for (const [index, place] of ring.entries())
    for (const axis of [0, 1]) assert.ok(Math.abs(places[index][axis] - projection(place)[axis]) < 0.1);
});

test("what is out of sight is not written", () => {
  const far = [
    [100, -20],
    [101, -20],
    [101, -21],
    [100, -20],
  ];
  assert.equal(pathInSight(linesOf(topojsonOf(far), "land"), sightOf(mercator(10, 45, 2000), "mercator")), "");
});

test("an island on the seam is seen from both of its sides, whole", () => {
  const ring = [
    [179.5, 10],
    [180, 10],
    [-179.5, 10],
    [-179.5, 10.5],
    [179.5, 10.5],
    [179.5, 10],
  ];
  for (const longitude of [179.9, -179.9]) {
    const path = pathInSight(linesOf(topojsonOf(ring), "land"), sightOf(mercator(longitude, 10, 4000), "mercator"));
    const across = placesIn(path).map(([x]) => x);
    assert.ok(Math.abs(Math.max(...across) - Math.min(...across) - 4000 * RADIAN) < 0.5);
  }
});

test("a long line is bent along its great circle, but none of a grid's parallels", () => {
  const north = [
    [0, 50],
    [5, 50],
    [5, 51],
    [0, 50],
  ];
  const [line] = linesOf(topojsonOf(north), "land");
  assert.ok(line.latitudes.length > north.length);
  assert.ok(Math.max(...line.latitudes.slice(1, 3)) > 50);
  const parallel = Array.from({ length: 5 }, (_, index) => [index * 5, 50]);
  const [grid] = gridOf({ coordinates: [parallel] });
  assert.deepEqual([...grid.latitudes], [50, 50, 50, 50, 50]);
});

test("a map of less than the figure shows the world, though d3 finds places beside it", () => {
  const projection = mercator(10, 0, 37); // its corners would be 310 degrees away, which is 50 on the other side
  const sight = sightOf(projection, "mercator");
  assert.equal(sight.isRegion, false);
  const ring = [
    [110, 10],
    [120, 10],
    [120, 20],
    [110, 20],
    [110, 10],
  ];
  assert.notEqual(pathInSight(linesOf(topojsonOf(ring), "land"), sight), "");
});
