// The words behind what is pointed at for a moment, pressed long or reached by key: entries of the annex, in a small sheet.
(() => {
  const REST_MS = 400;
  const LEAVE_MS = 300; // time enough to go into the sheet
  const HOLD_MS = 500;
  const SLOP_PX = 10;
  const GAP_PX = 8;
  const MOST = 3;
  const KEY = "i";
  const VALUES = ".dateline .place, .dateline .date, .carried, td, tbody th";
  const NARROW = matchMedia("(max-width: 640px)");
  const now = { of: null, next: null, rest: 0, leave: 0, hold: null, isHeld: false, byKey: false };

  const sheet = document.body.appendChild(document.createElement("div"));
  sheet.className = "words";
  sheet.id = "words";
  sheet.hidden = true;
  sheet.tabIndex = -1;
  sheet.setAttribute("role", "dialog");
  sheet.setAttribute("aria-label", "The words behind this");

  const references = (node) => [...(node?.querySelectorAll('a[href^="#R"]') ?? [])];

  // What is pointed at, and the references by which the annex has its words; nothing where it has none.
  function subjectOf(target) {
    if (!target?.closest || target.closest(".words, .annex, nav")) return null;
    const own = target.closest('a[href^="#R"]');
    if (own) return { node: own, links: [own] };
    const mark = target.closest(".pressed");
    if (mark) return subject(mark, references(document.getElementById(mark.href?.baseVal.slice(1))));
    const value = target.closest(VALUES);
    if (!value || target.closest("a")) return null;
    return subject(value, references(value.closest(".carried, tr, article")));
  }

  const subject = (node, links) => (links.length ? { node, links } : null);

  function show({ node, links }, byKey) {
    close();
    const ids = [...new Set(links.map(({ hash }) => hash.slice(1)))];
    const entries = ids.slice(0, MOST).map((id) => entryOf(document.getElementById(id)));
    if (!entries.some(Boolean)) return;
    const more = ids.length - MOST;
    const rest = Object.assign(document.createElement("p"), { className: "source", textContent: `and ${more} more` });
    sheet.replaceChildren(...entries.filter(Boolean), ...(more > 0 ? [rest] : []));
    sheet.hidden = false;
    sheet.scrollTop = 0;
    Object.assign(now, { of: node, byKey });
    node.setAttribute("aria-describedby", sheet.id);
    place(node.getBoundingClientRect());
    if (byKey) sheet.focus({ preventScroll: true });
  }

  // The entry as the annex has it, without what leads back to here.
  function entryOf(entry) {
    if (!entry) return null;
    const copy = entry.querySelector(":scope > div").cloneNode(true);
    for (const each of copy.querySelectorAll(".back")) each.remove();
    const others = disputing(entry.id);
    if (others.length) {
      const head = Object.assign(document.createElement("p"), { className: "against", textContent: "In dispute with" });
      copy.querySelector("dl").before(head, ...others.map((each) => each.cloneNode(true)));
    }
    for (const each of copy.querySelectorAll("[id]")) each.removeAttribute("id");
    const link = Object.assign(document.createElement("a"), { href: `#${entry.id}`, textContent: "To the annex" });
    copy.append(link);
    return copy;
  }

  // What the section of disputes has beside this claim.
  function disputing(id) {
    const refers = (node) => node.querySelector(`a[href="#${id}"]`) !== null;
    return [...document.querySelectorAll(".contradiction > p")].filter(
      (each) => !refers(each) && refers(each.parentElement),
    );
  }

  // At a corner: what stands beside, above and below what is pointed at can be got at.
  function place({ left, right, top, bottom }) {
    sheet.style.cssText = "";
    sheet.dataset.side = NARROW.matches ? ((top + bottom) / 2 > innerHeight / 2 ? "top" : "bottom") : "";
    if (NARROW.matches) return;
    const { offsetWidth: wide, offsetHeight: high } = sheet;
    const across = right + GAP_PX + wide < innerWidth ? right + GAP_PX : left - GAP_PX - wide;
    const down = bottom + GAP_PX + high < innerHeight ? bottom + GAP_PX : top - GAP_PX - high;
    sheet.style.left = `${Math.max(GAP_PX, Math.min(across, innerWidth - wide - GAP_PX))}px`;
    sheet.style.top = `${Math.max(GAP_PX, down)}px`;
  }

  function close() {
    for (const timer of [now.rest, now.leave]) clearTimeout(timer);
    if (sheet.hidden) return;
    const { of: node } = now;
    const hadFocus = sheet.contains(document.activeElement);
    sheet.hidden = true;
    Object.assign(now, { of: null, next: null, byKey: false });
    node.removeAttribute("aria-describedby");
    if (hadFocus) node.focus({ preventScroll: true });
  }

  function leaveSoon() {
    clearTimeout(now.leave);
    if (!sheet.hidden && !now.byKey) now.leave = setTimeout(close, LEAVE_MS);
  }

  document.addEventListener("pointerover", ({ target, pointerType, buttons }) => {
    if (pointerType === "touch" || buttons) return;
    if (sheet.contains(target)) {
      for (const timer of [now.rest, now.leave]) clearTimeout(timer);
      now.next = now.of;
      return;
    }
    const found = subjectOf(target);
    if (found?.node === now.next && found) return;
    clearTimeout(now.rest);
    now.next = found?.node ?? null;
    if (found && found.node === now.of) return void clearTimeout(now.leave);
    leaveSoon();
    if (found) now.rest = setTimeout(() => show(found, false), REST_MS);
  });

  const letGo = () => {
    clearTimeout(now.hold?.timer);
    now.hold = null;
  };
  document.addEventListener("pointerdown", ({ target, pointerType, clientX, clientY }) => {
    now.isHeld = false;
    if (sheet.contains(target)) return;
    const isClosing = !sheet.hidden;
    close();
    letGo();
    if (pointerType === "mouse") return;
    now.isHeld = isClosing; // a tap beside the sheet closes it, and no more
    const found = subjectOf(target);
    if (found) now.hold = { clientX, clientY, found, timer: setTimeout(hold, HOLD_MS) };
  });
  function hold() {
    const { found } = now.hold;
    letGo();
    now.isHeld = true;
    getSelection()?.removeAllRanges();
    show(found, false);
  }
  document.addEventListener("pointermove", ({ clientX, clientY }) => {
    if (now.hold && Math.hypot(clientX - now.hold.clientX, clientY - now.hold.clientY) > SLOP_PX) letGo();
  });
  for (const kind of ["pointerup", "pointercancel"]) document.addEventListener(kind, letGo);
  addEventListener(
    "click",
    (event) => {
      if (!now.isHeld || sheet.contains(event.target)) return;
      now.isHeld = false;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
  document.addEventListener("contextmenu", (event) => {
    if (now.hold) hold();
    if (now.isHeld) event.preventDefault();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !sheet.hidden) return close();
    if (event.key !== KEY || event.ctrlKey || event.metaKey || event.altKey) return;
    const found = subjectOf(document.activeElement);
    if (!found) return;
    event.preventDefault();
    show(found, true);
  });
  document.addEventListener("focusin", ({ target }) => {
    if (target.matches('a[href^="#R"]')) target.setAttribute("aria-keyshortcuts", KEY);
    if (now.byKey && !sheet.contains(target) && target !== now.of) close();
  });
  sheet.addEventListener("click", ({ target }) => target.closest("a") && setTimeout(close));
  document.addEventListener("scroll", ({ target }) => sheet.hidden || target === sheet || now.byKey || close(), {
    capture: true,
    passive: true,
  });
  addEventListener("resize", close);
})();
