// The search on /search/: no other page loads this file, nor anything below /search/pagefind/.
// Without it the page has its lists; the form stays hidden until there is something it can ask.
const page = document.querySelector(".m-search");
const form = page.querySelector("form");
const said = form.querySelector("output");
const found = document.createElement("ol");
const more = document.createElement("button");
const root = new URL("../", import.meta.url);
const STEP = 10;
// what it says stands in the form, in the language of the page
const tell = (name, values) => form.dataset[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);

let asked = 0; // only the latest question may answer
let rest = [];

const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });

// an excerpt is text with <mark> around what was looked for; nothing else of it becomes an element
const excerpt = (html) => {
  const line = document.createElement("p");
  new DOMParser().parseFromString(html, "text/html").body.childNodes.forEach((node) => {
    line.append(node.nodeName === "MARK" ? element("mark", node.textContent) : node.textContent);
  });
  return line;
};

const row = (data) => {
  const item = document.createElement("li");
  const title = document.createElement("h2");
  const link = element("a", data.meta.title || data.url);
  link.href = data.url;
  title.append(link);
  const [kind] = data.filters.kind || [];
  item.append(title, excerpt(data.excerpt), Object.assign(element("p", kind || ""), { className: "m-meta" }));
  return item;
};

const show = async (question) => {
  const rows = await Promise.all(rest.splice(0, STEP).map((each) => each.data()));
  if (question !== asked) return null;
  const items = rows.map(row);
  found.append(...items);
  more.hidden = !rest.length;
  more.textContent = tell("more", { count: Math.min(STEP, rest.length) });
  return items[0];
};

const chosen = () => {
  const picked = {};
  form.querySelectorAll("select").forEach((box) => box.value && (picked[box.name] = [box.value]));
  return picked;
};

// the words stand in the query, as a form sends them; what they are narrowed by stands in the fragment
const remember = (words) => {
  const query = words ? `?${new URLSearchParams({ q: words })}` : "";
  const narrowed = new URLSearchParams(Object.entries(chosen()).map(([name, [value]]) => [name, value])).toString();
  history.replaceState(null, "", `${location.pathname}${query}${narrowed ? `#${narrowed}` : ""}`);
};

const look = async (pagefind) => {
  const question = ++asked;
  const words = form.q.value.trim();
  remember(words);
  const answer = words ? await pagefind.search(words, { filters: chosen() }) : { results: [] };
  if (question !== asked) return;
  const count = answer.results.length;
  rest = answer.results;
  found.replaceChildren();
  more.hidden = true;
  if (count) await show(question);
  if (question !== asked) return;
  said.textContent = !words
    ? ""
    : count
      ? tell(count === 1 ? "one" : "many", { count, words })
      : tell("none", { words });
  page.classList.toggle("m-answered", count > 0);
};

const begin = async () => {
  const pagefind = await import(new URL("search/pagefind/pagefind.js", root).href);
  await pagefind.options({ baseUrl: root.pathname, basePath: new URL("search/pagefind/", root).pathname, noWorker: true });
  await pagefind.init();
  return pagefind;
};

let started;
const start = () => (started ||= begin());
const ask = () => start().then(look, () => (said.textContent = form.dataset.lost));

found.className = "m-rows m-results";
more.type = "button";
more.className = "m-more";
more.hidden = true;
more.addEventListener("click", async () => {
  const first = await show(asked);
  first?.querySelector("a").focus();
});
form.after(found, more);
form.hidden = false;

let waiting;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  ask();
});
form.addEventListener("input", (event) => {
  clearTimeout(waiting);
  waiting = setTimeout(ask, event.target === form.q ? 400 : 0);
});
const wanted = new URLSearchParams(location.hash.slice(1));
form.querySelectorAll("select").forEach((box) => {
  const given = [...box.options].find((option) => option.value === wanted.get(box.name));
  if (given) given.selected = true;
});
form.q.value = new URLSearchParams(location.search).get("q") || "";
if (form.q.value) ask();
else form.q.focus();
