import "./browser.js";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { forgetNames, underlineNames } from "../../../dashboard/app/scripts/add/names.js";

let measured;
let ranges;
let paragraphs;

// A paragraph of one text node, whose words are read as often as `measured` says.
function paragraph(start, data) {
  const node = { data, length: data.length };
  return {
    node,
    isConnected: true,
    parentElement: { dataset: { start: String(start) } },
    get textContent() {
      measured += 1;
      return data;
    },
  };
}

const hostOf = (...spans) => ({
  data: { names: { in_sight: spans.map(([start, end]) => ["actors", "a", "A", start, end]) } },
});

beforeEach(() => {
  measured = 0;
  ranges = [];
  paragraphs = [paragraph(0, "Peru met Chile."), paragraph(17, "👩‍👧 Chile met Peru.")];
  const highlights = new Map();
  globalThis.CSS = { highlights };
  globalThis.Highlight = class {
    constructor(...found) {
      ranges = found.map(({ from, to }) => from[0].data.slice(from[1], to[1]));
    }
  };
  globalThis.NodeFilter = { SHOW_TEXT: 4 };
  Object.assign(document, {
    querySelector: () => paragraphs[0],
    querySelectorAll: () => paragraphs,
    createTreeWalker: ({ node }) => {
      const left = [node];
      return { nextNode: () => left.shift() ?? null };
    },
    createRange: () => ({
      setStart(...from) {
        this.from = from;
      },
      setEnd(...to) {
        this.to = to;
      },
    }),
  });
  forgetNames();
});

test("names are underlined where they stand, also behind signs of several code units", () => {
  underlineNames(hostOf([0, 4], [9, 14], [21, 26]));
  assert.deepEqual(ranges, ["Peru", "Chile", "Chile"]);
});

test("the text is measured once for all names, and not again until they or the text are others", () => {
  const host = hostOf([0, 4], [9, 14], [21, 26]);
  underlineNames(host);
  assert.equal(measured, paragraphs.length);
  underlineNames(structuredClone(host));
  assert.equal(measured, paragraphs.length);
  underlineNames(hostOf([0, 4]));
  assert.deepEqual(ranges, ["Peru"]);
  paragraphs = [paragraph(0, "Lima met Quito.")];
  underlineNames(hostOf([0, 4]));
  assert.deepEqual(ranges, ["Lima"]);
});
