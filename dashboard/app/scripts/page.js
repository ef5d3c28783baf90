// What more than one component needs of the page that it is on.
export const root = () => new URL("../../", import.meta.url).href; // of the server: this file lies two folders below it

// When nothing else is to be done; some browsers cannot tell.
export const whenIdle = window.requestIdleCallback?.bind(window) ?? ((work) => setTimeout(work, 200));

// Keys that go to a field are no commands.
export const isTyped = (target) =>
  Boolean(target.closest?.("input:not([type=range]), textarea, select, [contenteditable]"));

export function boxWithStatus(parent) {
  const box = document.createElement("div");
  box.className = "dl";
  const status = document.createElement("p");
  status.className = "dl-hidden";
  status.setAttribute("role", "status");
  parent.append(box, status);
  return { box, status };
}

// Answers keys while the component is on the page; whoever dismisses it takes `host.onKey` away.
export function listenForKeys(host, answer) {
  host.onKey = (event) => host.box.isConnected && answer(event);
  document.addEventListener("keydown", host.onKey);
}
