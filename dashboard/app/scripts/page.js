// What more than one component needs of the page that it is on.
const root = () => new URL("../../", document.querySelector('script[type="module"][src*="static/js/"]').src).href;

// When nothing else is to be done; some browsers cannot tell.
const whenIdle = window.requestIdleCallback?.bind(window) ?? ((work) => setTimeout(work, 200));

// Keys that go to a field are no commands.
const isTyped = (target) => Boolean(target.closest?.("input:not([type=range]), textarea, select, [contenteditable]"));

function boxWithStatus(parent) {
  const box = document.createElement("div");
  box.className = "dl";
  const status = document.createElement("p");
  status.className = "dl-hidden";
  status.setAttribute("role", "status");
  parent.append(box, status);
  return { box, status };
}

// Answers keys while the component is on the page; whoever dismisses it takes `host.onKey` away.
function listenForKeys(host, answer) {
  host.onKey = (event) => host.box.isConnected && answer(event);
  document.addEventListener("keydown", host.onKey);
}

// Asks Python, and tells the page's figures what for: by the number they know when all of the answer is there.
const MOST_UNANSWERED = 12;
const ASKED = "dateline-asked";
const ANSWERED = "dateline-answered";
function ask(setTriggerValue, press) {
  const number = (window.datelineAsked = (window.datelineAsked ?? 0) + 1);
  const before = (window.datelineUnanswered ??= []);
  setTriggerValue("pressed", { ...press, number, before }); // of two presses in one run, Streamlit hands on the last
  window.datelineUnanswered = [...before, { ...press, number, at: performance.now() }].slice(-MOST_UNANSWERED);
  window.dispatchEvent(new CustomEvent(ASKED, { detail: { press, number } }));
}
