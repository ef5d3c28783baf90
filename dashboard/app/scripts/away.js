// Says that the server is away. Streamlit asks whether there is an internet, in a dialog that locks what somebody writes.
const AFTER_MS = 1200; // a connection that is lost for a moment is nobody's concern
const THIS_MACHINE = ["localhost", "127.0.0.1", "[::1]"];
const WRITES = ["add", "edit", "brief"];

function wording() {
  const isHere = THIS_MACHINE.includes(location.hostname);
  const told = isHere
    ? "Dateline’s server has stopped. Start it again, and this page goes on."
    : "Dateline’s server does not answer. This page goes on when it does.";
  return WRITES.includes(document.documentElement.dataset.page) ? `${told} What you wrote is kept.` : told;
}

// Closed once, Streamlit's dialog stays away until the server is there again.
const closeDialog = () => document.querySelector('[data-testid="stDialog"] button[aria-label="Close"]')?.click();

// Follows the connection until what it returns is called.
export function followConnection() {
  const app = document.querySelector('[data-testid="stApp"]');
  const line = document.createElement("p");
  line.className = "dl-progress dl-away";
  line.setAttribute("role", "alert");
  line.hidden = true;
  document.body.append(line);
  let timer = null;
  const dialogs = new MutationObserver(closeDialog);
  const come = () => {
    clearTimeout(timer);
    timer = null;
    dialogs.disconnect();
    if ("away" in document.documentElement.dataset) document.dispatchEvent(new Event("dateline-back"));
    delete document.documentElement.dataset.away;
    line.hidden = true;
    line.textContent = "";
  };
  const go = () => {
    document.documentElement.dataset.away = "";
    dialogs.observe(document.body, { childList: true });
    closeDialog();
    timer ??= setTimeout(() => {
      line.hidden = false;
      line.textContent = wording();
    }, AFTER_MS);
  };
  const follow = () => (app.dataset.testConnectionState === "CONNECTED" ? come() : go());
  const states = new MutationObserver(follow);
  states.observe(app, { attributeFilter: ["data-test-connection-state"] });
  follow();
  return () => {
    states.disconnect();
    come();
    line.remove();
  };
}
