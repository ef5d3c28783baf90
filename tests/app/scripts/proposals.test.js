import "./browser.js";
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { proposalKey } from "../../../dashboard/app/scripts/add/proposals.js";

const OPEN = [
  { key: "a", types: ["agree", "aid"] },
  { key: "b", types: [] },
];
let host;

const key = (name, more = {}) => ({
  key: name,
  target: { closest: () => null },
  preventDefault() {
    this.defaultPrevented = true;
  },
  ...more,
});

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  const sent = [];
  host = {
    data: { source: "s", proposals: { open: OPEN } },
    form: {},
    box: {},
    queue: [],
    sent: 0,
    fields: {},
    pressed: sent,
  };
  host.sendPress = ({ what, key: of, type }) => sent.push([what, of, type]);
});

test("one key each accepts, changes or refuses the proposal that is looked at", () => {
  for (const [name, what] of [
    ["Enter", "accept-proposal"],
    ["e", "change-proposal"],
    ["x", "refuse-proposal"],
  ]) {
    Object.assign(host, { pressed: [], waiting: null });
    host.sendPress = ({ what: did, key: of, type }) => host.pressed.push([did, of, type]);
    proposalKey(host, key(name));
    assert.deepEqual(host.pressed, [[what, "a", "agree"]]);
  }
});

test("the likely type is the default, and another may be chosen, or none", () => {
  host.types = { a: "" };
  proposalKey(host, key("Enter"));
  assert.deepEqual(host.pressed, [["accept-proposal", "a", ""]]);
});

test("while words are selected, or something is typed, no proposal is decided", () => {
  host.span = { start: 1, end: 2 };
  proposalKey(host, key("x"));
  host.span = null;
  proposalKey(host, key("x", { target: { closest: (what) => what.startsWith("input") } }));
  proposalKey(host, key("x", { ctrlKey: true }));
  proposalKey(host, key("x", { repeat: true }));
  proposalKey(host, key("Enter", { target: { closest: (what) => what.startsWith("button") && {} } }));
  assert.deepEqual(host.pressed, []);
});

test("P asks for proposals, once", () => {
  host.data = { source: "s", proposals: null };
  proposalKey(host, key("p"));
  assert.deepEqual(
    host.pressed.map(([what]) => what),
    ["propose"],
  );
});
