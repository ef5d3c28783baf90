// Runs before anything else on the page: its theme, the window's width for Python's first drawing, and what is being done
// until the page has come.
(() => {
  const { documentElement: page } = document;
  const EVERY_MS = 300;
  const theme = localStorage.getItem("dateline-theme");
  if (theme === "light" || theme === "dark") page.dataset.theme = theme;
  const tellWidth = () => (document.cookie = `dateline-window=${innerWidth}; path=${location.pathname.replace(/[^/]*$/, "")}; SameSite=Strict`);
  tellWidth();
  addEventListener("resize", tellWidth);
  page.dataset.page = new URLSearchParams(location.search).get("page") ?? "";

  const number = new Intl.NumberFormat("en");
  const words = ({ read, of, done }) =>
    done ? "Drawing the page" : read < of ? `Reading records: ${number.format(read)} of ${number.format(of)}` : of ? `Checking ${number.format(of)} records` : "Reading the workspace";

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
