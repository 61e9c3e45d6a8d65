// The same nodes as a table: for readers without the picture, for printing, for sorting.
const COLUMNS = [
  ["name", (node) => nameOf(node)],
  ["kind", (node) => word(`kind_one.${node.kind}`)],
  ["connections", (node) => tiesAt.get(node.id) || 0],
  ["first", (node) => node.told.first || ""],
  ["last", (node) => node.told.last || ""],
];
/** So many rows are made at once; a longer table says how many more there are. */
const MOST_ROWS = 500;
/** Node number to the number of its ties in the scene; made anew with the table. */
let tiesAt = new Map();
let sorting = { column: 2, down: true };

function fillTable() {
  if (byId("table").hidden && !matchMedia("print").matches) return;
  tiesAt = new Map();
  scene.ties.forEach(({ from, to }) => [from, to].forEach(({ node }) => tiesAt.set(node.id, (tiesAt.get(node.id) || 0) + 1)));
  byId("columns").replaceChildren(...COLUMNS.map(([name], index) => {
    const own = sorting.column === index;
    const sort = () => (sorting = { column: index, down: own ? !sorting.down : index === 2 }) && (fillTable(), byId("columns").children[index].firstChild.focus());
    return make("th", { scope: "col", "aria-sort": own ? (sorting.down ? "descending" : "ascending") : null },
      make("button", { type: "button", onclick: sort }, word(name), make("span", { class: "arrow", "aria-hidden": "true" }, own ? (sorting.down ? " ↓" : " ↑") : "")));
  }));
  const value = COLUMNS[sorting.column][1];
  const compare = (a, b) => (typeof a === "number" ? a - b : String(a).localeCompare(String(b), language, { numeric: true }));
  const rows = [...scene.of.values()].map(({ node }) => [value(node), node]);
  rows.sort(([a, left], [b, right]) => (sorting.down ? -1 : 1) * compare(a, b) || right.rank - left.rank || left.id - right.id);
  byId("rows").replaceChildren(...rows.slice(0, MOST_ROWS).map(([, node]) => row(node)));
  const left = rows.length - MOST_ROWS;
  byId("more-rows").replaceChildren(...(left > 0 ? [make("button", { type: "button", class: "plain", onclick: () => (byId("rows").append(...rows.slice(MOST_ROWS).map(([, node]) => row(node))), byId("more-rows").replaceChildren()) }, word("show_more", { n: count(left) }))] : []));
}

function row(node) {
  return make("tr", {},
    make("th", { scope: "row" }, make("button", { type: "button", class: "link", onclick: () => choose({ node }, { focus: true }) }, mark(node.kind), isolated(shortened(nameOf(node), 140)))),
    make("td", {}, word(`kind_one.${node.kind}`)),
    make("td", { class: "figure" }, count(COLUMNS[2][1](node))),
    make("td", {}, day(node.told.first)),
    make("td", {}, day(node.told.last)));
}

/** Picture, table, or both beside each other. */
function showLayout() {
  const { layout } = state;
  byId("picture").hidden = layout === "table";
  byId("table").hidden = layout === "picture";
  document.body.classList.toggle("with-both", layout === "both");
  ["picture", "both", "table"].forEach((name) => byId(`show-${name}`).setAttribute("aria-pressed", String(layout === name)));
  fillTable();
  resized();
}
["picture", "both", "table"].forEach((name) => byId(`show-${name}`).addEventListener("click", () => change({ layout: name })));

whenChanged((changed) => {
  if (changed.has("layout")) showLayout();
  else if (changed.has("scene") || changed.has("language") || changed.has("theme")) fillTable();
});
