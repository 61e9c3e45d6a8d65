// Search with suggestions: a combobox with a list (WAI-ARIA Authoring Practices).
const searchBox = byId("search");
const suggestions = byId("suggestions");
let offered = [];
let active = -1;

const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/ß/g, "ss").toLowerCase();
const spellings = () => nodes.map((node) => [nameOf(node), node.label, ...node.aliases, node.told.words || ""].map(folded));
let spelled = null;

/** Nodes whose name holds all the words; names that begin with them first. */
function search(text) {
  spelled = spelled || spellings();
  const parts = folded(text.trim()).split(/\s+/).filter(Boolean);
  if (parts.length === 0) return [];
  const found = [];
  for (const node of byRank) {
    if (!state.kinds.has(node.kind) || (!state.routine && node.told.routine)) continue;
    const names = spelled[node.id];
    if (!names.some((name) => parts.every((part) => name.includes(part)))) continue;
    found.push([names.some((name) => name.startsWith(parts[0])) ? 0 : 1, node]);
  }
  return found.sort(([a], [b]) => a - b).map(([, node]) => node);
}

function offer() {
  const found = search(searchBox.value);
  offered = found.slice(0, 8);
  active = -1;
  suggestions.replaceChildren(...offered.map((node, index) =>
    make("li", { role: "option", id: `suggestion-${index}`, "aria-selected": "false", onmousedown: (event) => (event.preventDefault(), take(index)) },
      mark(node.kind), make("span", { class: "name" }, isolated(shortened(nameOf(node), 90))), make("span", { class: "small" }, word(`kind_one.${node.kind}`)))));
  if (searchBox.value.trim() && found.length === 0) suggestions.append(make("li", { class: "none" }, word("found_none")));
  byId("found").textContent = searchBox.value.trim() ? (found.length ? word("found", { n: count(found.length) }) : word("found_none")) : "";
  open(Boolean(searchBox.value.trim()));
}

function open(isOpen) {
  suggestions.hidden = !isOpen;
  searchBox.setAttribute("aria-expanded", String(isOpen));
  if (!isOpen) searchBox.removeAttribute("aria-activedescendant");
}

function take(index) {
  const node = offered[index];
  if (!node) return;
  open(false);
  searchBox.value = "";
  choose({ node }, { moveThere: true, focus: true });
}

function highlight(index) {
  active = (index + offered.length) % offered.length;
  [...suggestions.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === active)));
  searchBox.setAttribute("aria-activedescendant", `suggestion-${active}`);
}

searchBox.addEventListener("input", offer);
searchBox.addEventListener("blur", () => open(false));
searchBox.addEventListener("keydown", (event) => {
  if (event.key === "Escape") (open(false), (searchBox.value = ""));
  else if (event.key === "Enter") take(Math.max(0, active));
  else if (offered.length && event.key === "ArrowDown") (event.preventDefault(), highlight(active + 1));
  else if (offered.length && event.key === "ArrowUp") (event.preventDefault(), highlight(active < 0 ? -1 : active - 1));
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || /^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName)) return;
  event.preventDefault();
  searchBox.focus();
});

whenChanged((changed) => {
  if (changed.has("language")) spelled = null;
});
