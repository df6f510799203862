// What a script adds: remembering the colours a reader chose, wide tables by keyboard, open details on paper.
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

  const reachable = (box) => {
    if (box.scrollWidth <= box.clientWidth || box.hasAttribute("tabindex")) return;
    const caption = box.querySelector("caption");
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", caption ? caption.textContent.trim() : "Scrolls sideways");
  };

  addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll(".m-theme").forEach(toggle);
  });
  // widths are known when the style sheet has come, and change with the window
  const look = () => document.querySelectorAll(".m-scroll, pre").forEach(reachable);
  addEventListener("load", look);
  addEventListener("resize", look);

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    opened.forEach((each) => (each.open = true));
  });
  addEventListener("afterprint", () => opened.forEach((each) => (each.open = false)));
})();
