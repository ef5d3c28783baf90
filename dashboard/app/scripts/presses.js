// Presses that are on their way to Python. Each has a number, by which figures know when all of its answer is there.
const MOST_UNANSWERED = 12;
const LOOK_MS = 400;
const ON_ITS_WAY_MS = 1000; // a press has begun a run by then, if the server knows of it
const TOO_OLD_MS = 15_000; // a press that nobody waits for any more

export const ASKED = "dateline-asked";
export const ANSWERED = "dateline-answered";
export const presses = { asked: 0, answered: 0, unanswered: [], again: null };

// Asks Python, and tells the page's figures what for.
export function ask(setTriggerValue, press) {
  const number = (presses.asked += 1);
  const before = presses.unanswered;
  setTriggerValue("pressed", { ...press, number, before }); // of two presses in one run, Streamlit hands on the last
  presses.unanswered = [...before, { ...press, number, at: performance.now() }].slice(-MOST_UNANSWERED);
  window.dispatchEvent(new CustomEvent(ASKED, { detail: { press, number } }));
}

// Python has said all that it has to say to the press of this number.
export function acknowledge(setTriggerValue, number) {
  presses.answered = number;
  presses.unanswered = presses.unanswered.filter((press) => press.number > number);
  window.dispatchEvent(new CustomEvent(ANSWERED, { detail: number }));
  sayAgainSoon(setTriggerValue);
}

const isAtWork = () => document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState !== "notRunning";

// A server that has just started does not know the parts of an open page yet: it passes over what is pressed there, and so
// is a press while it is away. What has not been heard of is said once more, by a part that it has just drawn.
function sayAgainSoon(setTriggerValue) {
  sayNothingAgain();
  presses.again = setTimeout(() => {
    const left = presses.unanswered.filter(({ at }) => performance.now() - at < TOO_OLD_MS);
    if (!left.length) return;
    const isOnItsWay = left.some(({ at }) => performance.now() - at < ON_ITS_WAY_MS);
    if (isOnItsWay || isAtWork()) sayAgainSoon(setTriggerValue);
    else setTriggerValue("pressed", { ...left.at(-1), before: left.slice(0, -1) });
  }, LOOK_MS);
}

export const sayNothingAgain = () => clearTimeout(presses.again);
