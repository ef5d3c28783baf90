// Stands last on the page, and comes at the end of every run: what was pressed is answered, and the page is whole.
import { acknowledge } from "./presses.js";
import { turnTo } from "./turn.js";

export default function ({ data: [{ number, page, slot }], setTriggerValue }) {
  turnTo(slot, page);
  acknowledge(setTriggerValue, number);
}
