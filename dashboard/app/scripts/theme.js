// The theme that is seen: the reader's choice, else the system's.
export const THEME = "dateline-theme"; // where the choice is kept, and what windows are told of it
export const DARK = matchMedia("(prefers-color-scheme: dark)");
export const isDark = () =>
  document.documentElement.dataset.theme ? document.documentElement.dataset.theme === "dark" : DARK.matches;

// A figure comes as text, and is read for each drawing: Plotly writes into what it draws. Each of its colours is one of
// each theme (see `views/drawing/palette.py`).
const PAIR = /(?<!\\)\\u0002(.*?)\\u001f(.*?)\\u0003/g;
export const themed = ({ figure }, inDark) => JSON.parse(figure.replace(PAIR, inDark ? "$2" : "$1"));
