// What the briefing will look like: a document of its own that runs nothing and fetches nothing.

import { make } from "../fields/markup.js";
import { outlinesFolder, plotly } from "../plotly/plot.js";

const PREVIEW_PX = 860;
const NOT_YET = "The preview appears when the briefing has a title, a marking and a day.";
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

export function previewFrame(host) {
  const frame = make("iframe", { sandbox: "allow-same-origin", title: "Preview of the briefing", tabindex: "0" });
  const none = make("p", { class: "dl-muted dl-no-preview" }, NOT_YET);
  const box = make("div", { class: "dl-preview" }, none, frame);
  const fit = () => {
    const scale = Math.min(1, box.clientWidth / PREVIEW_PX);
    if (!box.clientWidth) return;
    frame.style.cssText = `width:${box.clientWidth / scale}px;height:${box.clientHeight / scale}px;zoom:${scale}`;
  };
  host.fitting = new ResizeObserver(fit);
  host.fitting.observe(box);
  host.frame = frame;
  host.noPreview = none;
  return box;
}

export async function preview(host, { body, style, figures, left_out: leftOut }) {
  const turn = (host.previewTurn = (host.previewTurn ?? 0) + 1);
  if (leftOut) {
    host.noPreview.textContent = leftOut;
    host.frame.before(host.noPreview); // which hides the frame
    return;
  }
  const parsed = new DOMParser().parseFromString(`<body>${body}`, "text/html").body;
  for (const link of parsed.querySelectorAll("a[href]")) link.removeAttribute("href");
  await Promise.all(
    [...parsed.querySelectorAll("[data-figure]")].map((figure) => still(figure, figures[figure.dataset.figure])),
  );
  if (turn !== host.previewTurn || !host.frame.isConnected) return; // a later one is on its way
  host.noPreview.remove();
  const top = host.frame.contentDocument?.scrollingElement?.scrollTop ?? 0;
  if (host.previewStyle !== style) {
    const head = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><style>${style}</style>`;
    host.loaded = new Promise((resolve) => (host.frame.onload = resolve));
    host.frame.srcdoc = `<!doctype html><html lang="en"><head>${head}</head><body></body></html>`;
    host.previewStyle = style;
  }
  await host.loaded; // also where an earlier one is waiting for it
  if (turn !== host.previewTurn || !host.frame.isConnected) return;
  const { body: shown, scrollingElement } = host.frame.contentDocument;
  shown.replaceChildren(...parsed.childNodes);
  scrollingElement.scrollTop = top;
  host.frame.dataset.shown = String(host.number);
}

// A figure as a picture: the preview itself may run no script.
async function still(figure, content) {
  if (!content) return;
  const Plotly = await plotly();
  const { width, height = 450 } = content.layout;
  const config = { topojsonURL: outlinesFolder() };
  const address = await Plotly.toImage(
    { data: content.data, layout: content.layout, config },
    { format: "svg", width, height },
  );
  figure
    .querySelector(".plot")
    .replaceWith(make("img", { src: address, alt: "", style: "display:block;width:100%;height:auto" }));
  figure.parentNode.querySelector("details")?.removeAttribute("open");
}
