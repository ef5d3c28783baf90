// Steps of the presentation: those around the one that is seen are here, others are on their way.
export const inWords = (number) => number.toLocaleString("en");
export const isHere = (step) => step.head !== undefined;

export function onItsWay(host) {
  return Object.assign(document.createElement("p"), {
    className: "pr-source",
    textContent: `Loading step ${inWords(host.step)} …`,
  });
}
