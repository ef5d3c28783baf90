// Runs before anything else on the page: its theme, the window's size for Python's first drawing, and what is being done
// until the page has come.
(() => {
  const { documentElement: page, currentScript: script } = document;
  const EVERY_MS = 300;
  const base = new URL("../../", script.src).pathname;
  const pages = script.dataset.pages.split(" ");
  const nameIn = ({ pathname }) => (pathname.startsWith(base) ? pathname.slice(base.length) : null);

  function asQuery(address) {
    const url = new URL(address, location.href);
    const name = nameIn(url);
    if (!pages.includes(name)) return url;
    const query = url.searchParams;
    query.delete("page");
    url.pathname = base;
    url.search = new URLSearchParams([["page", name], ...query]).toString();
    return url;
  }

  // Of an address without a page in its query, that of the first page; of a page that there is not, as it stands.
  function asPath(address) {
    const url = new URL(address, location.href);
    const name = nameIn(url);
    if (url.origin !== location.origin || (name !== "" && !pages.includes(name))) return url;
    const wanted = url.searchParams.get("page") ?? "";
    if (wanted && !pages.includes(wanted)) return url;
    if (url.searchParams.has("page")) url.searchParams.delete("page"); // even without one, it would write the rest anew
    url.pathname = base + wanted;
    return url;
  }

  // The wall writes its step by itself (`present/stage.js`): Streamlit knows an older one.
  const written = ({ pathname, searchParams }) =>
    `${pathname}?${new URLSearchParams([...searchParams].filter(([key]) => key !== "step"))}`;
  const pageOf = (address) => asQuery(address).searchParams.get("page") ?? "";
  const theme = localStorage.getItem("dateline-theme");
  if (theme === "light" || theme === "dark") page.dataset.theme = theme;
  const tellSize = () => {
    const size = `dateline-window=${innerWidth}x${innerHeight}`;
    // biome-ignore lint/suspicious/noDocumentCookie: a CookieStore is there by https alone, and in few browsers
    document.cookie = `${size}; path=${base}; SameSite=Strict`;
  };
  tellSize();
  addEventListener("resize", tellSize);
  page.dataset.page = pageOf(location.href);

  // Streamlit sees the page in the query, at one path; the reader sees the page's own path. It is handed what it expects
  // when it starts and before Back reaches it, and whatever it puts into the address is put there as the reader has it.
  const { pushState, replaceState } = History.prototype;
  const put = (how) =>
    function (state, unused, address) {
      const url = address === undefined || address === null ? null : asPath(address);
      if (how === pushState && url && written(url) === written(asPath(asQuery(location.href)))) return; // it is there
      how.call(this, state, unused, url ?? address);
    };
  const hide = () => replaceState.call(history, history.state, "", asQuery(location.href));
  window.datelinePathShown = () => replaceState.call(history, history.state, "", asPath(asQuery(location.href)));
  window.datelinePageOf = pageOf;
  hide();
  // Streamlit has read the address by the time that it first says something: from then on the reader has it.
  const { send } = WebSocket.prototype;
  WebSocket.prototype.send = function (said) {
    WebSocket.prototype.send = send;
    this.send(said);
    window.datelinePathShown();
  };
  history.pushState = put(pushState);
  history.replaceState = put(replaceState);
  addEventListener("popstate", () => {
    hide();
    setTimeout(window.datelinePathShown); // Streamlit has read it by then
  });

  // Until Python has told its title, Streamlit names the tab after itself.
  let title = document.title;
  new MutationObserver(() => {
    if (["main", "Dateline"].includes(document.title)) document.title = title;
    else title = document.title;
  }).observe(document.querySelector("title"), { childList: true });

  const number = new Intl.NumberFormat("en");
  const words = ({ read, of, done }) =>
    done
      ? "Loading the page"
      : read < of
        ? `Reading records: ${number.format(read)} of ${number.format(of)}`
        : of
          ? `Checking ${number.format(of)} records`
          : "Reading the workspace";

  function tell(progress) {
    const [line, bar] = document.querySelector(".dl-opening-told")?.children ?? [];
    if (!line) return;
    line.textContent = `${words(progress)} …`;
    bar.hidden = progress.done || !progress.of;
    bar.max = progress.of || 1;
    if (progress.read < progress.of) bar.value = progress.read;
    else bar.removeAttribute("value"); // how long the checks take is not known
  }

  async function look() {
    if (page.dataset.slot) return;
    try {
      const answer = await fetch(new URL("dateline-progress", location.href), { cache: "no-store" });
      if (answer.ok) tell(await answer.json());
    } catch {
      // The server is away; Streamlit says so.
    }
    setTimeout(look, EVERY_MS);
  }
  setTimeout(look, EVERY_MS);
})();
