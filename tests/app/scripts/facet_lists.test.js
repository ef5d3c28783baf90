import assert from "node:assert/strict";
import { test } from "node:test";
import "./browser.js";

const { has } = await import("../../../dashboard/app/scripts/html/facet_lists.js");

test("what is typed is found at the beginning of words, whatever its accents and capitals", () => {
  assert.ok(has("United States of America 12", "ame"));
  assert.ok(has("Côte d’Ivoire 3", "cote iv"));
  assert.ok(has("Kremlin", ""));
  assert.ok(has("習近平 4", "近平"));
  assert.ok(!has("Kremlin", "em"));
  assert.ok(!has("United States of America 12", "mexico"));
  assert.ok(!has("Ivory Coast", "coast gold"));
});
