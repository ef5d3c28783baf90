// What a reader does with the figures of this file: comes nearer, moves about, and is told what a mark is. Without it they
// are seen all the same, and each mark is a link.
(() => {
  const MOST = 8; // times as near as the whole
  const SAME_PLACE_PX = 4; // a press that moved further was a drag
  const NEAR_PX = 12; // a press or a pointer so near to a mark is on it
  const TIP_PX = 14; // from the pointer
  const between = (least, value, most) => Math.min(Math.max(value, least), most);

  // How near a drawing is seen, and which part of it. Signs and words of a map keep their size, so that they come apart;
  // its legend stays where it is.
  class View {
    constructor(svg) {
      this.svg = svg;
      [this.width, this.height] = [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height];
      this.still = [...svg.querySelectorAll(".still")].map((node) => [node, node.getAttribute("transform")]);
      this.over = svg.querySelectorAll(".over");
      this.showAll();
    }

    showAll() {
      [this.scale, this.x, this.y] = [1, 0, 0];
      this.show();
    }

    show() {
      const [width, height] = [this.width / this.scale, this.height / this.scale];
      this.x = between(0, this.x, this.width - width);
      this.y = between(0, this.y, this.height - height);
      this.svg.setAttribute("viewBox", `${this.x} ${this.y} ${width} ${height}`);
      this.svg.classList.toggle("nearer", this.scale > 1);
      this.svg.style.setProperty("--scale", this.scale);
      for (const node of this.over)
        node.setAttribute("transform", `translate(${this.x} ${this.y}) scale(${1 / this.scale})`);
      for (const [node, place] of this.still)
        node.setAttribute("transform", this.scale > 1 ? `${place} scale(${1 / this.scale})` : place);
    }

    // Where a place of the screen is in the drawing.
    at({ clientX, clientY }) {
      const box = this.svg.getBoundingClientRect();
      const [across, down] = [(clientX - box.left) / box.width, (clientY - box.top) / box.height];
      return [this.x + (across * this.width) / this.scale, this.y + (down * this.height) / this.scale];
    }

    zoom(factor, place = this.middle()) {
      const [x, y] = this.at(place);
      const scale = between(1, this.scale * factor, MOST);
      this.x = x - ((x - this.x) * this.scale) / scale;
      this.y = y - ((y - this.y) * this.scale) / scale;
      this.scale = scale;
      this.show();
    }

    move(from, to) {
      const [[x, y], [left, up]] = [this.at(from), this.at(to)];
      this.x += x - left;
      this.y += y - up;
      this.show();
    }

    middle() {
      return middleOf(this.svg.getBoundingClientRect());
    }

    // A mark that is reached by key is brought in.
    bringIn(mark) {
      const [[x, y], all] = [this.at(middleOf(mark.getBoundingClientRect())), this.svg.getBoundingClientRect()];
      const [across, down] = [x - this.x, y - this.y];
      if (across >= 0 && down >= 0 && across <= this.width / this.scale && down <= this.height / this.scale) return;
      this.move(middleOf(mark.getBoundingClientRect()), middleOf(all));
    }
  }

  const middleOf = ({ left, right, top, bottom }) => ({ clientX: (left + right) / 2, clientY: (top + bottom) / 2 });

  function letZoom(svg, view) {
    let down = null;
    let isDrag = false;
    svg.addEventListener(
      "wheel",
      (event) => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        view.zoom(Math.exp(between(-40, -event.deltaY, 40) / 100), event);
      },
      { passive: false },
    );
    svg.addEventListener("pointerdown", (event) => {
      isDrag = false;
      down = event.isPrimary && !event.button && view.scale > 1 ? event : null;
    });
    svg.addEventListener("pointermove", (event) => {
      if (!down || event.pointerId !== down.pointerId) return;
      if (!isDrag && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) <= SAME_PLACE_PX) return;
      if (!isDrag) svg.setPointerCapture(event.pointerId);
      isDrag = true;
      view.move(down, event);
      down = event;
    });
    for (const over of ["pointerup", "pointercancel"]) svg.addEventListener(over, () => (down = null));
    svg.addEventListener("dragstart", (event) => event.preventDefault());
    svg.addEventListener(
      "click",
      (event) => {
        if (!isDrag) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      { capture: true },
    );
    letPinch(svg, view, () => (down = null));
  }

  function letPinch(svg, view, begun) {
    let before = null;
    const fingers = ([one, two]) => ({
      clientX: (one.clientX + two.clientX) / 2,
      clientY: (one.clientY + two.clientY) / 2,
      apart: Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY),
    });
    svg.addEventListener(
      "touchmove",
      (event) => {
        if (event.touches.length !== 2) return;
        if (event.cancelable) event.preventDefault();
        const now = fingers(event.touches);
        if (before?.apart) {
          view.move(before, now);
          view.zoom(now.apart / before.apart, now);
        }
        before = now;
        begun();
      },
      { passive: false },
    );
    for (const over of ["touchend", "touchcancel"]) svg.addEventListener(over, () => (before = null));
  }

  // Beside the mark that is pointed at or reached by key stands what it is.
  function letTell(plot, svg, view) {
    const marks = [...svg.querySelectorAll(".pressed")].map((mark) => [mark, nameOf(mark)]);
    const names = new Map(marks);
    const tip =
      plot.querySelector(".tip") ??
      plot.appendChild(Object.assign(document.createElement("div"), { className: "tip", hidden: true }));
    tip.ariaHidden = "true";
    const hide = () => (tip.hidden = true);
    const tell = (mark, { clientX, clientY }) => {
      tip.textContent = names.get(mark);
      tip.hidden = false;
      const [room, own] = [plot.getBoundingClientRect(), tip.getBoundingClientRect()];
      const isBelow = clientY + TIP_PX + own.height < innerHeight;
      tip.style.left = `${between(0, clientX - room.left - own.width / 2, Math.max(room.width - own.width, 0))}px`;
      tip.style.top = `${clientY - room.top + (isBelow ? TIP_PX : -TIP_PX - own.height)}px`;
    };
    const under = (event) =>
      event.target.closest(".pressed") ?? (event.target.closest("a") ? null : nearest(names.keys(), event));
    svg.addEventListener("pointermove", (event) => {
      const mark = event.buttons || event.pointerType === "touch" ? null : under(event);
      svg.classList.toggle("on-mark", Boolean(mark?.href));
      if (mark) tell(mark, event);
      else hide();
    });
    svg.addEventListener("pointerleave", hide);
    plot.addEventListener("focusin", ({ target }) => {
      if (!names.has(target) || !target.matches(":focus-visible")) return;
      view.bringIn(target);
      tell(target, { ...middleOf(target.getBoundingClientRect()), clientY: target.getBoundingClientRect().bottom });
    });
    plot.addEventListener("focusout", hide);
    svg.addEventListener("wheel", hide, { passive: true });
    svg.addEventListener("click", (event) => {
      const mark = event.target.closest("a") ? null : nearest(names.keys(), event);
      if (mark?.href) location.href = mark.href.baseVal;
    });
    document.addEventListener("keydown", ({ key }) => key === "Escape" && hide());
  }

  // What a browser shows of itself after a while is told at once instead.
  function nameOf(mark) {
    const title = mark.querySelector("title");
    const lines = title.textContent;
    title.remove();
    mark.setAttribute("aria-label", lines.replace("\n", " "));
    return lines.replace(",\n", "\n");
  }

  function nearest(marks, { clientX, clientY }) {
    let [found, least] = [null, NEAR_PX];
    for (const mark of marks) {
      const { left, right, top, bottom } = mark.getBoundingClientRect();
      const away = Math.hypot(
        Math.max(left - clientX, 0, clientX - right),
        Math.max(top - clientY, 0, clientY - bottom),
      );
      if (away < least) [found, least] = [mark, away];
    }
    return found;
  }

  // At the place that was reached stand its first words, from the annex: a press leads to them at once.
  function showWords() {
    document.querySelector(".led-to")?.remove();
    const place = document.getElementById(location.hash.slice(1));
    if (place?.matches(".picked")) place.querySelector("a").focus({ preventScroll: true });
    const entries = place?.id.startsWith("E-")
      ? [...place.querySelectorAll('a[href^="#R"]')].map(({ hash }) => document.getElementById(hash.slice(1)))
      : [];
    const quote = entries.map((entry) => entry?.querySelector("blockquote")).find(Boolean);
    if (!quote) return;
    const shown = quote.cloneNode(true);
    shown.className = "led-to";
    place.querySelector("h4").after(shown);
  }

  for (const figure of document.querySelectorAll("[data-figure]")) {
    const plot = figure.querySelector(".plot");
    const views = [...plot.querySelectorAll(".drawing")].map((svg) => {
      const view = new View(svg);
      letZoom(svg, view);
      letTell(plot, svg, view);
      return view;
    });
    for (const button of figure.querySelectorAll("[data-zoom]")) {
      const factor = Number(button.dataset.zoom);
      button.onclick = () => {
        for (const view of views.filter(({ svg }) => svg.clientWidth)) {
          if (factor) view.zoom(factor);
          else view.showAll();
        }
      };
    }
    addEventListener("beforeprint", () => {
      for (const view of views) view.showAll();
    });
    figure.querySelector(".controls").hidden = !views.length;
  }
  addEventListener("hashchange", showWords);
  showWords();
})();
