// What a script adds: remembering the colours a reader chose, filters of a list, wide tables by keyboard, open details on
// paper.
// Everything works without it.
(() => {
  "use strict";
  const root = document.documentElement;
  const key = "mentoring:colours";
  const dark = matchMedia("(prefers-color-scheme: dark)");

  const remembered = () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage may be refused; then the choice lasts for one page
    }
  };
  const remember = (choice) => {
    try {
      if (choice) localStorage.setItem(key, choice);
      else localStorage.removeItem(key);
    } catch {
      /* as above */
    }
  };
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  const apply = (choice) => {
    if (choice === "dark" || choice === "light") root.dataset.theme = choice;
    else delete root.dataset.theme;
  };

  root.classList.replace("no-js", "js");
  apply(remembered());

  const toggle = (button) => {
    const show = () => button.setAttribute("aria-pressed", String(isDark()));
    button.addEventListener("click", () => {
      const wanted = isDark() ? "light" : "dark";
      const choice = (wanted === "dark") === dark.matches ? "" : wanted; // the system's own is no choice
      apply(choice);
      remember(choice);
      show();
    });
    dark.addEventListener("change", show);
    addEventListener("storage", (event) => {
      if (event.key !== key) return;
      apply(event.newValue);
      show();
    });
    show();
  };

  // A form over the rows of a list: each row says in data-is what it is. What is chosen stands in the fragment, so that it
  // can be linked; a list of several pages is fetched when the reader first asks.
  const filter = (form) => {
    const list = document.getElementById(form.dataset.rows);
    const output = form.querySelector("output");
    const nothing = output.textContent;
    const rows = [...list.children];
    let whole;

    // a row from another page stands deeper there: its links are made to fit here
    const fetched = async (number) => {
      const address = new URL(form.dataset.page.replace("page-0", `page-${number}`), location.href);
      const answer = await fetch(address);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      return [...page.getElementById(list.id).children].map((row) => {
        row.querySelectorAll("a").forEach((link) => (link.href = new URL(link.getAttribute("href"), address).href));
        return document.importNode(row, true);
      });
    };
    const complete = async () => {
      const further = Array.from({ length: (form.dataset.pages || 1) - 1 }, (_, at) => fetched(at + 2));
      rows.push(...(await Promise.all(further)).flat());
      document.querySelectorAll(".m-pager").forEach((pager) => (pager.hidden = true));
    };
    const text = (row, name) => row.querySelector(`[data-${name}]`)?.textContent || "";
    const show = (state) => {
      const words = (state.words || "").toLowerCase().split(/\s+/);
      const wanted = Object.entries(state).filter(([name]) => !["words", "sort"].includes(name));
      const fits = (row) => {
        const is = row.dataset.is.split(" ");
        const said = row.textContent.toLowerCase();
        return wanted.every(([name, value]) => is.includes(`${name}:${value}`)) && words.every((word) => said.includes(word));
      };
      const shown = rows.filter(fits);
      if (state.sort) shown.sort((one, other) => text(one, state.sort).localeCompare(text(other, state.sort)));
      list.replaceChildren(...shown);
      list.hidden = !shown.length;
      const said = shown.length === rows.length ? form.dataset.shown : form.dataset.some;
      const counts = { count: shown.length, all: rows.length };
      output.textContent = Object.keys(state).length ? said.replace(/\{(\w+)\}/g, (_, name) => counts[name]) : nothing;
    };
    const apply = async (state) => {
      // what cannot be fetched now is asked for again the next time; until then the rows at hand are filtered
      if (Object.keys(state).length) await (whole ||= complete().catch(() => (whole = null)));
      show(state);
    };
    const read = () => Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
    const fromAddress = () => {
      if (location.hash && !location.hash.includes("=")) return; // a place on the page, such as its content
      const state = read();
      [...form.elements].forEach((box) => box.name && (box.value = state[box.name] || ""));
      const known = [...form.elements].filter((box) => box.name && box.value).map((box) => [box.name, box.value]);
      apply(Object.fromEntries(known));
    };
    const fromForm = () => {
      const state = Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim()));
      const fragment = new URLSearchParams(state).toString();
      history.replaceState(null, "", fragment ? `#${fragment}` : location.pathname + location.search);
      apply(state);
    };
    form.addEventListener("input", fromForm);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(fromForm));
    addEventListener("hashchange", fromAddress);
    if (location.hash) fromAddress();
  };

  const reachable = (box) => {
    if (box.scrollWidth <= box.clientWidth || box.hasAttribute("tabindex")) return;
    const caption = box.querySelector("caption");
    const said = document.querySelector("[data-scrolls]")?.dataset.scrolls ?? "";
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", caption ? caption.textContent.trim() : said);
  };

  addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll(".m-theme").forEach(toggle);
    document.querySelectorAll(".m-find[data-rows]").forEach(filter);
    document.querySelectorAll(".m-scroll").forEach((box) => sizes.observe(box));
  });
  // said when the style sheet has come, and whenever the window, the letters or a fold change a box
  const sizes = new ResizeObserver((boxes) => boxes.forEach(({ target }) => reachable(target)));

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    opened.forEach((each) => (each.open = true));
  });
  addEventListener("afterprint", () => opened.forEach((each) => (each.open = false)));
})();
