// Stands last on the page, and comes at the end of every run: Python has said all that it has to say to the press of this number.
const LOOK_MS = 400;
const ON_ITS_WAY_MS = 1000; // a press has begun a run by then, if the server knows of it
const TOO_OLD_MS = 15_000; // a press that nobody waits for any more

const isAtWork = () => document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState !== "notRunning";

// A server that has just started does not know the parts of an open page yet: it passes over what is pressed there, and so
// is a press while it is away. What has not been heard of is said once more, by a part that it has just drawn.
function sayAgainSoon(setTriggerValue) {
  clearTimeout(window.datelineAgain);
  window.datelineAgain = setTimeout(() => {
    const left = window.datelineUnanswered.filter(({ at }) => performance.now() - at < TOO_OLD_MS);
    if (!left.length) return;
    const isOnItsWay = left.some(({ at }) => performance.now() - at < ON_ITS_WAY_MS);
    if (isOnItsWay || isAtWork()) sayAgainSoon(setTriggerValue);
    else setTriggerValue("pressed", { ...left.at(-1), before: left.slice(0, -1) });
  }, LOOK_MS);
}

export default function ({ data: [{ number, page, slot }], setTriggerValue }) {
  turnTo(slot, page);
  window.datelineAnswered = number;
  window.datelineUnanswered = (window.datelineUnanswered ?? []).filter((press) => press.number > number);
  window.dispatchEvent(new CustomEvent(ANSWERED, { detail: number }));
  sayAgainSoon(setTriggerValue);
}
