// A figure on paper is light, whatever the page is.
import { isDark } from "../theme.js";

const PAPER = matchMedia("print");

export const isOnPaper = (host) => PAPER.matches || host.isPrinted;

// A browser takes its print as soon as those who listen for it are done: of a dark figure, the light one is there by then.
export function letItBePrinted(host) {
  host.onPrint = ({ type }) => {
    host.isPrinted = type === "beforeprint";
    if (isDark()) host.redraw();
  };
  host.onPaper = () => host.isPrinted || host.redraw(); // and it is not begun anew while the print is taken
  for (const type of ["beforeprint", "afterprint"]) window.addEventListener(type, host.onPrint);
  PAPER.addEventListener("change", host.onPaper);
}

export function leavePaper(host) {
  for (const type of ["beforeprint", "afterprint"]) window.removeEventListener(type, host.onPrint);
  PAPER.removeEventListener("change", host.onPaper);
}
