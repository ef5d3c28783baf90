import assert from "node:assert/strict";
import { test } from "node:test";
import { breaksIn } from "../../../dashboard/app/scripts/present/sheets.js";

test("a text is broken between its words, and never before its first or behind its last", () => {
  assert.deepEqual(breaksIn("one two three"), [3, 7]);
  assert.deepEqual(breaksIn("word"), []);
  assert.deepEqual(breaksIn(""), []);
});

test("a word that is longer than a line is broken within", () => {
  assert.deepEqual(breaksIn("x".repeat(40)), [16, 32]);
  assert.deepEqual(breaksIn(`ab ${"x".repeat(20)} cd`), [2, 18, 23]);
});
