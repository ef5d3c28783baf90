import assert from "node:assert/strict";
import { test } from "node:test";
import "./browser.js";

const { dayOf } = await import("../../../dashboard/app/scripts/html/calendar.js");

test("the calendar opens at the first day of what a field says, and at the last of where dates end", () => {
  assert.equal(dayOf("2009", false), "2009-01-01");
  assert.equal(dayOf("2009", true), "2009-12-31");
  assert.equal(dayOf("2024-02", false), "2024-02-01");
  assert.equal(dayOf("2024-02", true), "2024-02-29");
  assert.equal(dayOf("2023-02", true), "2023-02-28");
  assert.equal(dayOf(" 2025-09-04 ", true), "2025-09-04");
});

test("what a calendar cannot show leaves it empty", () => {
  for (const text of ["", "20X9", "spring 2025", "2025-09-04/2025-09-10", "-0044"])
    assert.equal(dayOf(text, false), "");
});
