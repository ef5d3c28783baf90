// Notes when a page has its marks, when it is pressed, answers and comes to rest. It runs before the page's own scripts.

{
  const seen = { drawnAt: 0, dataAt: 0, pressedAt: 0, answeredAt: 0, changedAt: 0, scrolledAt: 0, awaited: null };
  window.comparison = seen;
  // A frame is painted after its callbacks, before the next task.
  const whenPainted = (name) => setTimeout(() => (seen[name] = performance.now()));
  let isDrawn = false;
  const eachFrame = () => {
    requestAnimationFrame(eachFrame);
    const { program } = window;
    if (!program) return;
    if (!isDrawn && program.isDrawn()) {
      isDrawn = true;
      whenPainted("drawnAt");
    }
    if (seen.awaited !== null && seen.pressedAt && program.isAnswered(seen.awaited)) {
      seen.awaited = null;
      whenPainted("answeredAt");
    }
  };
  requestAnimationFrame(eachFrame);
  addEventListener("pointerdown", ({ timeStamp }) => (seen.pressedAt = timeStamp), true);
  addEventListener("scroll", () => (seen.scrolledAt = performance.now()), true);
  const changes = () => (seen.changedAt = performance.now());
  for (const kind of ["transitionend", "animationend"]) addEventListener(kind, changes, true);
  // What a pointer brings up where it rests, a mark's text and the hand, is no change of the page.
  const byPointer = ({ target, type }) =>
    !target.isConnected ||
    (target.nodeType === 1 &&
      (target.closest(".hoverlayer") || (type === "attributes" && target.matches(".dl-plot, .nsewdrag"))));
  new MutationObserver((found) => found.every(byPointer) || changes()).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
}
