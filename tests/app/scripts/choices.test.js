import "./browser.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { choicesHere, choicesOf } from "../../../dashboard/app/scripts/add/choices.js";
import { isKnown, matching, meant } from "../../../dashboard/app/scripts/add/options.js";

const SCHEMA = { properties: {} };

test("choices are put together of pieces, which are sent once", () => {
  const pieces = { s: [SCHEMA], a: [["x"], ["y"]], b: [["z"]] };
  const first = choicesOf({ fingerprint: "one", lists: { schema: ["s"], events: ["a", "b"], places: [] }, pieces });
  assert.deepEqual(first, { schema: SCHEMA, options: { events: [["x"], ["y"], ["z"]], places: [] } });
  assert.equal(choicesHere(), "one");
  assert.equal(choicesOf({ fingerprint: "one" }), first);
  const next = { fingerprint: "two", lists: { schema: ["s"], events: ["a", "c"] }, pieces: { c: [["new"]] } };
  assert.deepEqual(choicesOf(next).options.events, [["x"], ["y"], ["new"]]);
  assert.equal(choicesHere(), "two");
});

test("pieces that nobody has sent are missed, and what was here stays", () => {
  assert.equal(choicesOf({ fingerprint: "three" }), null);
  assert.equal(choicesOf({ fingerprint: "four", lists: { schema: ["s"], events: ["lost"] }, pieces: {} }), null);
  assert.equal(choicesHere(), "two");
});

test("of very many, the first that have all the words are offered", () => {
  const events = Array.from({ length: 500 }, (_, number) => [
    `port-${number}`,
    `The port of Quay ${number} closes`,
    "",
  ]);
  assert.equal(matching(events, "").length, 50);
  assert.deepEqual(
    matching(events, "quay 499 PORT").map(([id]) => id),
    ["port-499"],
  );
  assert.deepEqual(matching(events, "no such"), []);
  assert.deepEqual(
    matching(
      [
        ["a-port", "A port", ""],
        ["port", "B", ""],
      ],
      "port",
    )[0],
    ["port", "B", ""],
  );
});

test("where there are many, the server is asked", async () => {
  const asked = [];
  globalThis.fetch = async (address) => {
    asked.push(String(address));
    return {
      ok: true,
      json: async () => [
        ["quay", "Quay", ""],
        ["quay-2", "Quay 2", ""],
      ],
    };
  };
  const host = { data: { options: { many: ["places"], actors: [["ana", "Ana", "person"]] } } };
  assert.deepEqual(await meant(host, "actors", "an"), ["ana", "Ana", "person"]);
  assert.deepEqual(asked, []);
  assert.deepEqual(await meant(host, "places", "Quay"), ["quay", "Quay", ""]);
  assert.equal(await meant(host, "places", "qu"), null);
  assert.equal(await meant(host, "places", " "), null);
  assert.equal(asked.length, 2);
  assert.ok(asked[0].endsWith("dateline-choices?kind=places&words=Quay"));
  assert.deepEqual([isKnown(host, "places"), isKnown(host, "actors"), isKnown(host, "threads")], [true, true, false]);
});
